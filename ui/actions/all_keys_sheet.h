// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace thimblely::ui {

class ActionCollection;

/*!
 * Every key of the program on one sheet, made from the table of actions. It lies over the window it belongs to (no
 * dialog), takes the keyboard, and gives it back on Escape, F1 or a click beside it.
 */
class AllKeysSheet : public QWidget {
    Q_OBJECT
public:
    AllKeysSheet(const ActionCollection &actions, QWidget *window);

    void open();
    void close();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QScrollArea *m_scroll;
    QWidget *m_sheet;
    QWidget *m_done = nullptr;
    QPointer<QWidget> m_before; //!< who had the keyboard
};

} // namespace thimblely::ui
