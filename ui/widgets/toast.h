// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace thimblely::ui {

class Button;
class Label;

/*!
 * A sentence about what was just done, with one way back. It goes after its time; while the pointer or the keyboard is
 * on it, it stays. Escape and a click on the words dismiss it.
 */
class Toast : public QFrame {
    Q_OBJECT
public:
    explicit Toast(const QString &sentence, const QString &actionText = {}, QWidget *parent = nullptr);

    Button *actionButton() const { return m_action; }
    QString sentence() const;
    bool isPaused() const { return !m_timer.isActive(); }
    void start(int milliseconds);

Q_SIGNALS:
    void actionTriggered();
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pause();
    void resume();

    Label *m_words;
    Button *m_action = nullptr;
    QTimer m_timer;
    int m_left = 0;
};

/*!
 * Shows toasts one at a time over its parent, at the foot where nothing that is acted on would lie under them, else where
 * they cover least of it; the latest replaces the one before.
 */
class ToastHost : public QObject {
    Q_OBJECT
public:
    explicit ToastHost(QWidget *over);

    static constexpr int DefaultMilliseconds = 8000;

    //! A sentence that asks nothing.
    Toast *show(const QString &sentence, int milliseconds = DefaultMilliseconds);
    //! A sentence with "Undo"; `undo` runs once, at most.
    Toast *showUndo(const QString &sentence, std::function<void()> undo, int milliseconds = DefaultMilliseconds);
    Toast *current() const { return m_current; }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Toast *present(Toast *toast, int milliseconds);
    void place();
    QPoint freePlace(const QSize &size) const;

    QWidget *m_over;
    QPointer<Toast> m_current;
};

} // namespace thimblely::ui
