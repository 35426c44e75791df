// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QtGlobal>

namespace thimblectl {

//! A bar on a terminal; nothing where stderr goes to a file. True: go on.
bool showProgress(qint64 done, qint64 total);

} // namespace thimblectl
