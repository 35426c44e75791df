// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ical.h"
#include "tests/fuzz/fuzz.h"

using namespace thimblely;
using namespace thimblely::calendar;

//! Any bytes are read or refused, every event with its line, and what was read can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const IcsFile file = ical::readIcs(inputOf(data, size));
    promise(file.problem || !file.events.empty() || !file.refused.empty());
    for (const IcsProblem &refused : file.refused)
        promise(refused.line > 0 && !refused.code.isEmpty());
    for (const IcsEvent &event : file.events) {
        promise(event.line > 0 && event.start <= event.end);
        promise(event.rule.isEmpty() || ical::readRule(event.rule).has_value());
        constexpr int most = 50;
        const auto times =
            ical::expand(event.rule, event.start, event.start, event.start.plusSecs(400LL * 86'400), most);
        promise(times.size() <= most && std::is_sorted(times.begin(), times.end()));
    }
    if (file.events.empty())
        return 0;
    const IcsFile again = ical::readIcs(ical::writeIcs(file.events, WallTime(1'700'000'000)));
    promise(again.events.size() + again.refused.size() == file.events.size());
    return 0;
}
