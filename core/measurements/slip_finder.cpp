// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/slip_finder.h"

#include <algorithm>
#include <cmath>

namespace thimblely {

namespace {

constexpr double tenthsInMillimetre = 10;
constexpr double nineOfTen = 1.645; // deviations on both sides of a bell

/*!
 * What a slip has to prove beyond the others before it alarms. Slips that stand out anyway (units, halves) have to prove
 * more, so that the few alarms that real bodies may cost are spent on the ones that are hard to see: ten centimetres.
 */
double burdenOf(DoubtKind kind)
{
    switch (kind) {
    case DoubtKind::TensMisread:
        return 0;
    case DoubtKind::DigitsSwapped:
        return 3;
    case DoubtKind::FieldsSwapped:
        return 4;
    case DoubtKind::UnlikeOthers:
        return 7;
    default:
        return 5;
    }
}

//! Of two explanations of an alarm the one that names a slip is believed first.
double reluctanceOf(DoubtKind kind)
{
    return kind == DoubtKind::UnlikeOthers ? 2 : kind == DoubtKind::TensMisread ? 0.7 : 0;
}

double toLogarithm(qint64 amount)
{
    return std::log(double(amount) / tenthsInMillimetre);
}

qint64 toAmount(double logarithm)
{
    return std::llround(std::exp(logarithm) * tenthsInMillimetre);
}

//! As a tape is read: to half a centimetre or a quarter inch.
qint64 asRead(qint64 amount, AmountUnit unit)
{
    const double step = unit == AmountUnit::Inch ? 63.5 : 50;
    return std::llround(std::round(double(amount) / step) * step);
}

} // namespace

std::optional<size_t> bodyFieldOf(QStringView code)
{
    const auto codes = bodyFieldCodes();
    const auto found = std::ranges::find_if(codes, [code](QLatin1StringView each) { return code == each; });
    return found == codes.end() ? std::nullopt : std::optional(size_t(found - codes.begin()));
}

BodyCase::BodyCase(const std::vector<MeasuredValue> &values)
{
    for (const MeasuredValue &value : values) {
        const auto field = bodyFieldOf(value.code);
        if (!field || value.amount <= 0 || m_known.test(*field))
            continue;
        m_values[*field] = value;
        m_logarithms[*field] = toLogarithm(value.amount);
        m_known.set(*field);
    }
}

const std::vector<SlipGuess> &BodyCase::guesses(size_t field) const
{
    if (!m_guesses[field])
        m_guesses[field] = slipGuesses(m_values[field]);
    return *m_guesses[field];
}

SlipFinder::SlipFinder(const BodyModel &model, const BodyCase &body)
    : m_body(body), m_estimate(model.estimate(body.known())), m_reading(m_estimate, body.logarithms())
{}

size_t SlipFinder::placeOf(size_t field) const
{
    return size_t(std::ranges::find(m_estimate.fields(), field) - m_estimate.fields().begin());
}

std::optional<FoundSlip> SlipFinder::bestFor(size_t field) const
{
    if (!m_body.known().test(field))
        return {};
    const size_t at = placeOf(field);
    std::optional<FoundSlip> best;
    const auto consider = [&](DoubtKind kind, double gain, qint64 likely, size_t other) {
        const FoundSlip found{gain - burdenOf(kind), gain - reluctanceOf(kind), kind, field, other, likely};
        if (!best) {
            best = found;
            return;
        }
        const double sureness = std::max(best->sureness, found.sureness);
        if (found.fit > best->fit)
            best = found;
        best->sureness = sureness;
    };
    for (const SlipGuess &guess : m_body.guesses(field))
        consider(guess.kind, m_reading.gainOfChange(at, toLogarithm(guess.amount)), guess.amount, field);
    for (size_t other = 0; other < m_estimate.size(); ++other) {
        const size_t otherField = m_estimate.fields()[other];
        if (std::abs(m_body.amount(otherField) - m_body.amount(field)) >= leastSlip)
            consider(DoubtKind::FieldsSwapped, m_reading.gainOfSwap(at, other), m_body.amount(otherField), otherField);
    }
    const double mean = m_reading.conditionalMean(at);
    consider(DoubtKind::UnlikeOthers, m_reading.gainOfChange(at, mean),
             asRead(toAmount(mean), m_body.value(field).unit), field);
    return best;
}

std::optional<FoundSlip> SlipFinder::best() const
{
    std::optional<FoundSlip> best;
    for (const size_t field : m_estimate.fields()) {
        const auto found = bestFor(field);
        if (!best) {
            best = found;
            continue;
        }
        const double sureness = std::max(best->sureness, found->sureness);
        if (found->fit > best->fit)
            best = found;
        best->sureness = sureness;
    }
    return best;
}

std::optional<MeasurementRange> SlipFinder::usual(size_t field) const
{
    if (!m_body.known().test(field))
        return {};
    const size_t at = placeOf(field);
    const double mean = m_reading.conditionalMean(at);
    const double around = nineOfTen * m_reading.conditionalDeviation(at);
    return MeasurementRange{toAmount(mean - around), toAmount(mean + around)};
}

} // namespace thimblely
