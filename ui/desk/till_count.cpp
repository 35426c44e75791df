// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/till_count.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr const char *draftName = "till_count";
constexpr const char *openProperty = "tillCountOpen";
constexpr QLatin1String after("after"); // in the draft: the closing before the day that is counted

//! Empty: the till was never closed. None: that cannot be read now, and nothing is forgotten by it.
std::optional<QString> lastClosing(Desk &desk, const finance::AtTill &till)
{
    const auto state = finance::TillService(desk.session(), desk.door()).state(till);
    if (!state)
        return std::nullopt;
    return state->lastClosing ? state->lastClosing->toString() : QString();
}

QString subjectOf(const finance::AtTill &till)
{
    return till ? till->toString() : QString();
}

bool isLeftTillCountBegun(Desk &desk)
{
    const auto tills = finance::TillService(desk.session(), desk.door()).leftTills();
    return tills && std::ranges::any_of(*tills, [&desk](const finance::TillState &state) {
               return tillCountDraft(desk, state.till).has_value();
           });
}

} // namespace

bool isTillCountOpen(const Desk &desk)
{
    return desk.property(openProperty).toBool();
}

void setTillCountOpen(Desk &desk, bool open)
{
    desk.setProperty(openProperty, open);
}

bool isTillCountBegun(Desk &desk)
{
    return isTillCountOpen(desk) || tillCountDraft(desk).has_value() || isLeftTillCountBegun(desk);
}

std::optional<QJsonObject> tillCountDraft(Desk &desk, const finance::AtTill &till)
{
    auto kept = desk.drafts().kept(draftName, subjectOf(till));
    if (!kept)
        return std::nullopt;
    const auto closing = lastClosing(desk, till);
    if (closing && kept->value(after).toString() != *closing) {
        desk.drafts().discard(draftName, subjectOf(till));
        return std::nullopt;
    }
    return kept;
}

void keepTillCountDraft(Desk &desk, QJsonObject typed, const finance::AtTill &till)
{
    const auto before = desk.drafts().kept(draftName, subjectOf(till));
    // While it is typed the till is not read at each key: the day is that of the count that was begun.
    const QString closing = before ? before->value(after).toString() : lastClosing(desk, till).value_or(QString());
    typed.insert(after, closing);
    desk.drafts().keep(draftName, subjectOf(till), typed);
}

void forgetTillCount(Desk &desk, const finance::AtTill &till)
{
    setTillCountOpen(desk, false);
    desk.drafts().discard(draftName, subjectOf(till));
}

} // namespace thimblely::ui
