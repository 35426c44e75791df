// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/buttons.h"

namespace thimblely::ui {

class Desk;

//! When the shop was copied last, or that it was not; pressed, it leads there. Hidden from whoever has no use for it.
class BackupLink : public FlatButton {
    Q_OBJECT

public:
    BackupLink(Desk &desk, QWidget *parent);

private:
    void refresh();

    Desk &m_desk;
};

} // namespace thimblely::ui
