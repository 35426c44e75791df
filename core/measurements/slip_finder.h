// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/body_estimate.h"
#include "core/measurements/slip_guesses.h"

namespace thimblely {

//! The values of one body that the figures know, each with the slips that could have made it.
class BodyCase {
public:
    //! Of a code's two sides the first one stands for both; what has no figures is left out.
    explicit BodyCase(const std::vector<MeasuredValue> &values);

    void forget(size_t field) { m_known.reset(field); }
    BodyFields known() const { return m_known; }
    const BodyValues &logarithms() const { return m_logarithms; }
    qint64 amount(size_t field) const { return m_values[field].amount; }
    const MeasuredValue &value(size_t field) const { return m_values[field]; }
    const std::vector<SlipGuess> &guesses(size_t field) const;

private:
    std::array<MeasuredValue, bodyFieldCount> m_values;
    BodyValues m_logarithms{};
    BodyFields m_known;
    mutable std::array<std::optional<std::vector<SlipGuess>>, bodyFieldCount> m_guesses;
};

//! The field of the figures with this code.
std::optional<size_t> bodyFieldOf(QStringView code);

//! A slip that would explain a body better.
struct FoundSlip {
    double sureness; //!< natural logarithm of how much better, less what such a slip has to prove
    double fit;      //!< the same, with the small preferences that tell two explanations of one value apart
    DoubtKind kind;
    size_t field;
    size_t other; //!< FieldsSwapped only
    qint64 likely;
};

//! The best explanation for each field, on the assumption that the others are right (or swapped with it).
class SlipFinder {
public:
    //! Both are kept by reference.
    SlipFinder(const BodyModel &model, const BodyCase &body);

    //! Nothing where the field is not known.
    std::optional<FoundSlip> bestFor(size_t field) const;
    //! Over all known fields: as sure as the surest, named after the best fit.
    std::optional<FoundSlip> best() const;
    //! Nine of ten of those who have the other values.
    std::optional<MeasurementRange> usual(size_t field) const;

private:
    size_t placeOf(size_t field) const;

    const BodyCase &m_body;
    const BodyEstimate &m_estimate;
    BodyReading m_reading;
};

} // namespace thimblely
