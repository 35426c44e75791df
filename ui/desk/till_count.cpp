// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/till_count.h"

#include "ui/desk/desk.h"

namespace thimblely::ui {

bool isTillCountBegun(Desk &desk)
{
    return desk.drafts().kept(tillCountDraft, {}).has_value();
}

bool isTillCountOpen(Desk &desk)
{
    const auto kept = desk.drafts().kept(tillCountDraft, {});
    return kept && kept->value(QLatin1String(tillCountOpen)).toBool();
}

} // namespace thimblely::ui
