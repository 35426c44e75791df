// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What any program with Qt Widgets costs to start: an empty QMainWindow that says when it is painted and takes keys.

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace {

class EmptyWindow : public QMainWindow {
protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, this, &EmptyWindow::tell);
        return QMainWindow::event(event);
    }

private:
    void tell()
    {
        if (std::exchange(m_told, true))
            return;
        std::fputs("the empty window is painted and takes keys\n", stderr);
    }

    bool m_told = false;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    EmptyWindow window;
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}
