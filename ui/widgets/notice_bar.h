// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QHBoxLayout;
class QPlainTextEdit;

namespace thimblely::ui {

class Button;
class Label;

/*!
 * A strip along the top of a window that says one thing which stays until it is seen to, with what can be done about it.
 * It covers nothing: what the window shows moves down by its height.
 */
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    //! Over `window`, whose contents margins it takes for itself.
    explicit NoticeBar(QWidget *window);

    //! Replaces what it said before.
    void say(const QString &sentence);
    Button *addButton(const QString &text, std::function<void()> act);
    //! A longer text below the sentence, to be read and copied; empty: none.
    void setDetails(const QString &text);
    QString sentence() const;
    void dismiss();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QWidget *m_window;
    Label *m_words;
    QHBoxLayout *m_line;
    QList<Button *> m_buttons;
    QPlainTextEdit *m_details = nullptr; // made when there are some
};

} // namespace thimblely::ui
