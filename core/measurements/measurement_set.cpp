// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_set.h"

#include <algorithm>

namespace thimblely {

namespace {

const MeasurementSet *successorOf(const MeasurementSet &set, const std::vector<MeasurementSet> &sets)
{
    const auto found =
        std::ranges::find_if(sets, [&](const MeasurementSet &each) { return each.supersedes == set.id; });
    return found == sets.end() ? nullptr : &*found;
}

} // namespace

QByteArray toCode(ChangeReason reason)
{
    return reason == ChangeReason::Error ? "error" : "body_changed";
}

std::optional<ChangeReason> changeReasonFromCode(QByteArrayView code)
{
    if (code == "error")
        return ChangeReason::Error;
    return code == "body_changed" ? std::optional(ChangeReason::BodyChanged) : std::nullopt;
}

std::vector<std::pair<QString, Side>> differencesOf(const std::vector<MeasuredValue> &before,
                                                    const std::vector<MeasuredValue> &after)
{
    std::vector<std::pair<QString, Side>> codes;
    for (const MeasuredValue &now : after) {
        const auto then = std::ranges::find_if(
            before, [&](const MeasuredValue &each) { return each.code == now.code && each.side == now.side; });
        if (then == before.end())
            continue;
        const bool words = now.unit == AmountUnit::Words;
        if (words ? then->text != now.text : then->amount != now.amount)
            codes.emplace_back(now.code, now.side);
    }
    return codes;
}

std::optional<ChangeReason> supersededBecause(const MeasurementSet &set, const std::vector<MeasurementSet> &sets)
{
    const MeasurementSet *successor = successorOf(set, sets);
    return successor ? successor->changeReason : std::nullopt;
}

bool isMistaken(const MeasurementSet &set, const QString &code, const std::vector<MeasurementSet> &sets)
{
    const MeasurementSet *successor = successorOf(set, sets);
    if (!successor || successor->changeReason != ChangeReason::Error)
        return false;
    const auto wrong = differencesOf(set.values, successor->values);
    return std::ranges::find(wrong, code, &std::pair<QString, Side>::first) != wrong.end();
}

std::vector<MeasurementSetId> restingOn(const MeasurementSet &wrong, const QStringList &codes,
                                        const std::vector<MeasurementSet> &sets)
{
    std::vector<MeasurementSetId> ids{wrong.id};
    for (const MeasurementSet &each : sets) {
        const bool carries = std::ranges::any_of(codes, [&](const QString &code) {
            const auto from = each.carried.find(code);
            return from != each.carried.end() && from->second == wrong.id;
        });
        if (carries)
            ids.push_back(each.id);
    }
    return ids;
}

} // namespace thimblely
