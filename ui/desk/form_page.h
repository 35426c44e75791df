// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/page.h"
#include "ui/widgets/form_area.h"

#include <utility>

class QHBoxLayout;

namespace thimblely::ui {

class Button;
class Label;

/*!
 * A form that is a screen of its own: heading, fields, what is wrong under them, buttons. What is typed is safe within a
 * second and stays while other screens are shown (FormDraft). GUI thread.
 */
class FormPage : public Page {
    Q_OBJECT

protected:
    //! `width` in px at 100 %.
    FormPage(Desk &desk, int width, const QString &heading, FormArea::Stands stands, QWidget *parent);

    Desk &desk() const { return m_desk; }
    FormArea &area() const { return *m_area; }
    QWidget *form() const { return m_area->form(); }
    QVBoxLayout *rows() const { return m_area->rows(); }
    //! After the fields: what is wrong, and the buttons; the primary one at their end, what else there is before it.
    QHBoxLayout *addFoot(const QString &done, const QString &caption);
    Button *primary() const { return m_primary; }
    void setProblem(const QString &sentence);
    void clearProblem();
    virtual void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    //! Everything is filled in as it is read; what was typed before is laid over it.
    void beginTyping();
    bool isTyping() const { return m_draft->isLive(); }

    //! Waits for a write (FormDraft::write); `done` is given what came of it, a refusal is said under the fields.
    template <typename Begin, typename Done>
    void write(Begin begin, Done done)
    {
        setBusy(true);
        m_draft->write(std::move(begin), [this, done = std::move(done)](const auto &result) {
            setBusy(false);
            if (!result)
                refuse(result.error());
            else if constexpr (requires { result.value(); })
                done(result.value());
            else
                done();
        });
    }

private:
    void refuse(const Error &error);

    Desk &m_desk;
    FormArea *m_area;
    FormDraft *m_draft;
    Label *m_problem = nullptr;
    Button *m_primary = nullptr;
    bool m_busy = false;
};

} // namespace thimblely::ui
