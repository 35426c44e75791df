// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

namespace thimblely::ui {

//! From here on SIGTERM, SIGINT and SIGHUP close the program's windows as a person does, so that what is being typed is
//! on the disk and the file is closed before it ends. Once, after the QApplication was made.
void quitOnSignals();

} // namespace thimblely::ui
