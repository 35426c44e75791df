// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"
#include "ui/widgets/pane.h"
#include "ui/workroom/work_deeds.h"

namespace thimblely::ui {

class CheckForm;
class DelayForm;
class Desk;
class EntryForm;
class GiveForm;
class NoteForm;
class PieceForms;
class SetupForm;

//! The place beside the board where what a deed asks is typed; without any it takes no room.
class WorkForms : public Pane {
    Q_OBJECT

public:
    WorkForms(Desk &desk, QWidget *parent);

    //! Opens the form of a deed that has one.
    void begin(Deed deed, const workroom::WorkCard &card, const workroom::Checklist &checks);
    //! The shop's own steps and what it checks.
    void beginSetup(const workroom::Steps &steps, const workroom::Checklist &checks);
    //! The one that is open; null: none is.
    EntryForm *open() const;
    //! As wide as its letters want, but for a good share of the window where that is narrow.
    void fit(int windowWidth);

Q_SIGNALS:
    void left();

private:
    template <typename Form>
    Form *made(Form *&form);
    void close();
    void beginOfPiece(Deed deed, const workroom::WorkCard &card);

    Desk &m_desk;
    PieceForms *m_pieces;
    GiveForm *m_give = nullptr;
    CheckForm *m_check = nullptr;
    DelayForm *m_delay = nullptr;
    NoteForm *m_note = nullptr;
    SetupForm *m_setup = nullptr;
};

} // namespace thimblely::ui
