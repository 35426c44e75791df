// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/desk.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;
class MoneyEdit;

/*!
 * What is typed beside a list or in its place: a heading, fields, what is wrong under them, one primary button and the
 * way back. It scrolls where there is little room; the buttons stay. Nothing is a dialog; what was typed stays while it
 * is wrong.
 */
class EntryForm : public QWidget {
    Q_OBJECT

public:
    EntryForm(Desk &desk, const QString &title, const QString &done, QWidget *parent);

    //! Puts the keyboard where the typing begins.
    virtual void focusFirst() {}
    //! F9 or Ctrl+Enter, and the primary button.
    virtual void submit() = 0;

Q_SIGNALS:
    //! Done, or given up: what it took the place of comes back.
    void left();

protected:
    Desk &desk() const { return m_desk; }
    QVBoxLayout *rows() const { return m_rows; }
    QHBoxLayout *buttons() const { return m_buttons; }
    Button *primary() const { return m_primary; }
    QWidget *body() const { return m_body; }
    void setTitle(const QString &title);
    void setWords(const QString &words); //!< under the heading; empty: none
    FieldEdit *addText(const QString &label);
    FieldEdit *addMoney(const QString &label, MoneyEdit *&edit);
    //! Enter in it submits.
    void endWith(FieldEdit *field);
    void setProblem(const Error &error);
    void clearProblem();
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }

private:
    void build();

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
