// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"

#include <QWidget>

#include <functional>
#include <utility>

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
 * is wrong, and comes back after a power cut or when the same thing is taken up again (FormDraft).
 */
class EntryForm : public QWidget {
    Q_OBJECT

public:
    EntryForm(Desk &desk, const QString &title, const QString &done, QWidget *parent);

    //! Puts the keyboard where the typing begins.
    virtual void focusFirst() {}
    //! F9 or Ctrl+Enter, and the primary button.
    virtual void submit() = 0;
    //! Given up for now: what was typed stays for the next time.
    void leave();
    //! What was typed became of something else.
    void forgetTyped() { m_draft->forget(); }

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
    //! Everything is filled in: what was typed before about `subject` (of this form; empty: it has only one) is laid
    //! over it. `title` says what is done, for who comes back after the program was stopped.
    void beginTyping(const QString &subject, const QString &title);
    //! Done: nothing is kept of it, and it leaves.
    void finish();

    /*!
     * Waits for a write: `begin` starts it and gives its future, `done` is given what came of it, the draft being
     * forgotten by then; without one the form leaves. A refusal is said in the form, then `refused` is told.
     */
    template <typename Begin, typename Done>
    void write(Begin begin, Done done, std::function<void(const Error &)> refused = {})
    {
        setBusy(true);
        m_draft->write(std::move(begin),
                       [this, done = std::move(done), refused = std::move(refused)](const auto &result) {
                           setBusy(false);
                           if (!result) {
                               setProblem(result.error());
                               if (refused)
                                   refused(result.error());
                           } else if constexpr (requires { result.value(); }) {
                               done(result.value());
                           } else {
                               done();
                           }
                       });
    }
    template <typename Begin>
    void write(Begin begin)
    {
        write(std::move(begin), [this](const auto &...) { finish(); });
    }

private:
    void build();

    Desk &m_desk;
    FormDraft *m_draft;
    DraftLine *m_cameBack;
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
