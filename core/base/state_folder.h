// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely {

//! Where the program keeps what is of this computer alone and can be lost: logs, crash reports, marks of its runs. THIMBLELY_STATE in the
//! environment, else "thimblely" in XDG_STATE_HOME or ~/.local/state. Made (for nobody else) where there is none.
QString stateFolder();

} // namespace thimblely
