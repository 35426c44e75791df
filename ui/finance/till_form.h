// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "core/base/money.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class Label;
class MoneyEdit;

/*!
 * What is typed about the till, in the place of its list: a heading, fields, what is wrong under them, one primary
 * button and the way back. It scrolls where the window is low; the buttons stay. What was typed stays while it is wrong.
 */
class TillForm : public QWidget {
    Q_OBJECT

public:
    TillForm(Desk &desk, const QString &title, const QString &done, QWidget *parent);

    //! Puts the keyboard where the typing begins.
    virtual void focusFirst() = 0;
    //! F9 or Ctrl+Enter, and the primary button.
    virtual void submit() = 0;

Q_SIGNALS:
    //! Done, or given up: the list comes back.
    void left();

protected:
    Desk &desk() const { return m_desk; }
    QVBoxLayout *rows() const { return m_rows; }
    QHBoxLayout *buttons() const { return m_buttons; }
    Button *primary() const { return m_primary; }
    QWidget *body() const { return m_body; }
    QScrollArea *scroll() const { return m_scroll; }
    void setTitle(const QString &title);
    void setWords(const QString &words); //!< under the heading; empty: none
    FieldEdit *addMoney(const QString &label, MoneyEdit *&edit);
    FieldEdit *addText(const QString &label);
    void setProblem(const Error &error);
    void clearProblem();
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }

private:
    Desk &m_desk;
    Label *m_title;
    Label *m_words;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QVBoxLayout *m_rows;
    QHBoxLayout *m_buttons;
    Label *m_problem;
    Button *m_primary;
    bool m_busy = false;
};

} // namespace thimblely::ui
