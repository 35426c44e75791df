// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/ownership_service.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

class TakeEverything;

//! The owner deletes the workspace: all of it is offered to be taken along first, and its name is typed.
class DeleteWorkspaceForm : public EntryForm {
    Q_OBJECT

public:
    DeleteWorkspaceForm(Desk &desk, QWidget *parent);

    //! `isLast`: it is the only one in which they work; that is said.
    void begin(bool isLast);
    void focusFirst() override;
    void submit() override;

private:
    OwnershipService m_service;
    TakeEverything *m_take;
    FieldEdit *m_typed;
};

} // namespace thimblely::ui
