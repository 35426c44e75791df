// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/fit_correction.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

namespace thimblely {

namespace {

//! Takes the side out of a name: "left sleeve", "sleeve left", "sleeve (L)".
Side takeSide(QString &name)
{
    static const QRegularExpression left(QStringLiteral(R"((^|[\s(])(left|l)([\s).]|$))"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression right(QStringLiteral(R"((^|[\s(])(right|r)([\s).]|$))"),
                                          QRegularExpression::CaseInsensitiveOption);
    for (const auto &[word, side] : {std::pair(&left, Side::Left), {&right, Side::Right}}) {
        const QString without = QString(name).replace(*word, QStringLiteral(" ")).trimmed();
        if (without != name) {
            name = without;
            return side;
        }
    }
    return Side::Both;
}

QString signedText(qint64 amount, LengthUnit unit)
{
    return (amount < 0 ? QStringLiteral("-") : QStringLiteral("+")) + toText(Length(std::abs(amount)), unit);
}

std::optional<MeasuredValue> correction(QStringView part, LengthUnit unit, int fractionDenominator)
{
    static const QRegularExpression form(QStringLiteral(R"(^\s*(.*?)\s*([+\-−–]\s*[\d½¼¾⅛⅜⅝⅞].*)$)"));
    const auto match = form.match(part);
    if (!match.hasMatch())
        return {};
    QString name = match.captured(1);
    const Side side = takeSide(name);
    const MeasurementField *field = findMeasurementField(name);
    if (!field || field->kind != MeasurementKind::Body || field->dimension != MeasurementDimension::Length)
        return {};
    QString amount = match.captured(2);
    amount.replace(QChar(0x2212), QLatin1Char('-')).replace(QChar(0x2013), QLatin1Char('-'));
    amount.remove(QRegularExpression(QStringLiteral(R"(\s*(cm|mm|in|")\s*$)")));
    auto value = MeasuredValue::parseDifference(field->code, side, amount, unit, fractionDenominator);
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

void holdApart(std::vector<MeasuredValue> &values, const QString &code)
{
    const auto whole = std::ranges::find_if(
        values, [&](const MeasuredValue &each) { return each.code == code && each.side == Side::Both; });
    if (whole == values.end())
        return;
    whole->side = Side::Left;
    MeasuredValue other = *whole;
    other.side = Side::Right;
    values.push_back(std::move(other));
}

void add(std::vector<MeasuredValue> &values, MeasuredValue more)
{
    const auto same = std::ranges::find_if(
        values, [&](const MeasuredValue &each) { return each.code == more.code && each.side == more.side; });
    if (same == values.end()) {
        values.push_back(std::move(more));
        return;
    }
    more.amount += same->amount;
    more.text = signedText(more.amount, toLengthUnit(more.unit).value_or(LengthUnit::Centimetre));
    if (more.amount == 0)
        values.erase(same);
    else
        *same = std::move(more);
}

} // namespace

std::vector<MeasuredValue> fitCorrections(const QString &note, LengthUnit unit, int fractionDenominator)
{
    // A comma between figures is a decimal one.
    static const QRegularExpression between(QStringLiteral(R"((?<!\d),|,(?!\d)|[;\n])"));
    std::vector<MeasuredValue> found;
    const QStringList parts = note.split(between);
    for (const QString &part : parts) {
        if (const auto value = correction(part, unit, fractionDenominator))
            found = corrected(std::move(found), {*value});
    }
    return found;
}

std::vector<MeasuredValue> corrected(std::vector<MeasuredValue> adjustments,
                                     const std::vector<MeasuredValue> &corrections)
{
    for (const MeasuredValue &correction : corrections) {
        const bool apart = std::ranges::any_of(adjustments, [&](const MeasuredValue &each) {
            return each.code == correction.code && each.side != Side::Both;
        });
        if (correction.side != Side::Both)
            holdApart(adjustments, correction.code);
        if (correction.side != Side::Both || !apart) {
            add(adjustments, correction);
            continue;
        }
        for (const Side side : {Side::Left, Side::Right}) {
            MeasuredValue half = correction;
            half.side = side;
            add(adjustments, std::move(half));
        }
    }
    return adjustments;
}

} // namespace thimblely
