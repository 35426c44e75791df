// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <mutex>

namespace thimblely::calendar::ical {

//! libical keeps its zones and its last error for the whole process: one thread reads or writes a file at a time.
inline std::mutex &oneAtATime()
{
    static std::mutex mutex;
    return mutex;
}

} // namespace thimblely::calendar::ical
