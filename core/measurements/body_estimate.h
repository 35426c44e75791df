// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/body_figures.h"

#include <bitset>
#include <map>
#include <optional>
#include <vector>

namespace thimblely {

using BodyFields = std::bitset<bodyFieldCount>;

//! A value for each field of the figures; what is not known is not read.
using BodyValues = std::array<double, bodyFieldCount>;

/*!
 * The figures of the fields that are known: how far a body is from the usual one, and what one value should be given
 * the others. Fields are numbered as in the figures. Pure, thread-safe.
 */
class BodyEstimate {
public:
    BodyEstimate(const BodyFigures &figures, BodyFields known);

    const std::vector<size_t> &fields() const { return m_fields; }
    size_t size() const { return m_fields.size(); }
    double mean(size_t at) const { return m_means[at]; }
    double precision(size_t row, size_t column) const { return m_precision[row * size() + column]; }

private:
    std::vector<size_t> m_fields; //!< ascending
    std::vector<double> m_means;
    std::vector<double> m_precision; //!< inverse of the covariances of these fields
};

/*!
 * One body against an estimate. Positions (`at`) count the known fields in ascending order. A gain says how much more
 * likely the body becomes by a change, in natural logarithms.
 */
class BodyReading {
public:
    //! `estimate` is kept by reference.
    BodyReading(const BodyEstimate &estimate, const BodyValues &logarithms);

    double gainOfChange(size_t at, double logarithm) const;
    //! The two values change places.
    double gainOfSwap(size_t at, size_t other) const;
    //! What the other values make of this one, as a logarithm, and the deviation of that.
    double conditionalMean(size_t at) const;
    double conditionalDeviation(size_t at) const;

private:
    double gainTo(double distance) const;

    const BodyEstimate &m_estimate;
    std::vector<double> m_values;   //!< of the known fields
    std::vector<double> m_gradient; //!< precision times (values - means)
    double m_distance = 0;          //!< squared, in deviations (Mahalanobis)
};

/*!
 * The bodies of one sex, as wide as a shop's clients are: the survey measured soldiers, so in the directions in which
 * bodies differ most (stoutness, tallness, trunk) its variances are taken four times. Estimates are made once for each
 * set of known fields. Not shared between threads.
 */
class BodyModel {
public:
    explicit BodyModel(const BodyFigures &survey);
    const BodyEstimate &estimate(BodyFields known) const;

private:
    BodyFigures m_figures;
    mutable std::map<unsigned long, BodyEstimate> m_estimates;
};

} // namespace thimblely
