// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/ical/ical.h"

extern "C" Q_DECL_EXPORT const thimblely::calendar::Ical *thimblelyIcal()
{
    namespace ical = thimblely::calendar::ical;
    static constexpr thimblely::calendar::Ical all{ical::readRule, ical::ruleEnding, ical::expand, ical::readIcs,
                                                   ical::writeIcs};
    return &all;
}
