// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/ownership_service.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

//! Somebody who is not the owner leaves the workspace they are working in; what they have still to do is counted.
class LeaveForm : public EntryForm {
    Q_OBJECT

public:
    LeaveForm(Desk &desk, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

private:
    OwnershipService m_service;
};

} // namespace thimblely::ui
