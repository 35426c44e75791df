// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

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
    //! How large it is in this width, its words wrapped where they need it.
    QSize sizeFor(int width);
    //! Milliseconds that it has been there.
    int age() const;

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
    int m_whole = 0;
    int m_left = 0;
};

/*!
 * Shows toasts one at a time over its parent, as near to the middle of the foot as nothing that is acted on would lie
 * under them, wrapped where that makes room, else where they cover least of it; the latest replaces the one before.
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
    //! What was just said is said on the next screen too, having led there; what is older is left behind.
    void screenChanged();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Toast *present(Toast *toast, int milliseconds);
    void place();
    void makeWay();
    std::vector<QRect> actedOn() const;
    //! A place, and how much of what is acted on lies under it.
    struct Place {
        QRect rect;
        int covered;
    };
    Place freePlace(const QSize &size, const std::vector<QRect> &actedOn) const;

    QWidget *m_over;
    QPointer<Toast> m_current;
    std::vector<QRect> m_placedAmong; // what is acted on, as it lay then
    QTimer m_look;
};

} // namespace thimblely::ui
