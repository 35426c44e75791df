// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/recovery_service.h"
#include "ui/widgets/buttons.h"

namespace thimblely::ui {

class Desk;

//! That an owner's codes against a lost password were made and never said to be on paper; pressed, it leads there.
class RecoveryLink : public FlatButton {
    Q_OBJECT

public:
    RecoveryLink(Desk &desk, QWidget *parent);

    //! Asks the file once more; it shows itself where there is something to say.
    void look();

private:
    Desk &m_desk;
    RecoveryService m_service;
};

} // namespace thimblely::ui
