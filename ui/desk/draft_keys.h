// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLatin1String>

namespace thimblely::ui::draft {

// By which begunForms() tells of a draft, whatever else is in it.

inline constexpr QLatin1String title("form"); //!< what the form is called; without it nothing is told
inline constexpr QLatin1String left("left");  //!< the person went away from it by themselves, or was told of it

} // namespace thimblely::ui::draft
