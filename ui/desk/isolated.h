// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

namespace thimblely::ui {

/*!
 * What somebody typed, as part of a sentence: where it reads in the other direction (an Arabic name in an English window)
 * it stands between Unicode's FSI and PDI, so that neither turns the other. Else unchanged. GUI thread.
 */
QString isolated(const QString &typed);

} // namespace thimblely::ui
