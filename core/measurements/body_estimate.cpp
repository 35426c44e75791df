// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/body_estimate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thimblely {

namespace {

// A shop's bodies are rounder than a bell: their distances follow Student's t with this many degrees of freedom.
constexpr double freedom = 60;

// Chosen so that of 4,221 women of NHANES, who are no soldiers, fewer than 1 in 200 are asked about (the test says).
constexpr int widenedAxes = 3;
constexpr double widening = 4;

// One sitting has some 30 sets of known fields; a long day stays small.
constexpr size_t mostEstimates = 512;

using Column = std::array<double, bodyFieldCount>;
using Square = std::array<Column, bodyFieldCount>;

//! The longest axis of a covariance matrix and the variance along it, by repeated multiplication.
std::pair<Column, double> longestAxis(const Square &matrix)
{
    Column axis;
    for (size_t i = 0; i < bodyFieldCount; ++i)
        axis[i] = 1 + 0.1 * double(i);
    double length = 0;
    for (int round = 0; round < 500; ++round) {
        Column next{};
        for (size_t i = 0; i < bodyFieldCount; ++i)
            next[i] = std::inner_product(matrix[i].begin(), matrix[i].end(), axis.begin(), 0.0);
        length = std::sqrt(std::inner_product(next.begin(), next.end(), next.begin(), 0.0));
        std::ranges::transform(next, axis.begin(), [length](double value) { return value / length; });
    }
    return {axis, length};
}

void addAlong(Square &matrix, const Column &axis, double variance)
{
    for (size_t i = 0; i < bodyFieldCount; ++i) {
        for (size_t j = 0; j < bodyFieldCount; ++j)
            matrix[i][j] += variance * axis[i] * axis[j];
    }
}

BodyFigures widened(BodyFigures figures)
{
    Square rest = figures.covariances;
    for (int i = 0; i < widenedAxes; ++i) {
        const auto [axis, variance] = longestAxis(rest);
        addAlong(figures.covariances, axis, (widening - 1) * variance);
        addAlong(rest, axis, -variance);
    }
    return figures;
}

//! The lower triangle L with matrix = L * L^T, row by row, in place; covariances are positive definite.
void factorize(std::vector<double> &matrix, size_t size)
{
    for (size_t i = 0; i < size; ++i) {
        for (size_t j = 0; j <= i; ++j) {
            double sum = matrix[i * size + j];
            for (size_t k = 0; k < j; ++k)
                sum -= matrix[i * size + k] * matrix[j * size + k];
            matrix[i * size + j] = i == j ? std::sqrt(sum) : sum / matrix[j * size + j];
        }
    }
}

std::vector<double> inverse(std::vector<double> matrix, size_t size)
{
    factorize(matrix, size);
    std::vector<double> result(size * size);
    for (size_t column = 0; column < size; ++column) {
        std::vector<double> x(size);
        for (size_t i = 0; i < size; ++i) {
            double sum = i == column ? 1 : 0;
            for (size_t k = 0; k < i; ++k)
                sum -= matrix[i * size + k] * x[k];
            x[i] = sum / matrix[i * size + i];
        }
        for (size_t i = size; i-- > 0;) {
            double sum = x[i];
            for (size_t k = i + 1; k < size; ++k)
                sum -= matrix[k * size + i] * x[k];
            x[i] = sum / matrix[i * size + i];
        }
        for (size_t i = 0; i < size; ++i)
            result[i * size + column] = x[i];
    }
    return result;
}

} // namespace

BodyEstimate::BodyEstimate(const BodyFigures &figures, BodyFields known)
{
    for (size_t i = 0; i < bodyFieldCount; ++i) {
        if (known.test(i)) {
            m_fields.push_back(i);
            m_means.push_back(figures.means[i]);
        }
    }
    std::vector<double> covariances;
    for (const size_t row : m_fields) {
        for (const size_t column : m_fields)
            covariances.push_back(figures.covariances[row][column]);
    }
    m_precision = inverse(std::move(covariances), size());
}

BodyReading::BodyReading(const BodyEstimate &estimate, const BodyValues &logarithms) : m_estimate(estimate)
{
    const size_t size = estimate.size();
    for (const size_t field : estimate.fields())
        m_values.push_back(logarithms[field]);
    for (size_t i = 0; i < size; ++i) {
        double sum = 0;
        for (size_t j = 0; j < size; ++j)
            sum += estimate.precision(i, j) * (m_values[j] - estimate.mean(j));
        m_gradient.push_back(sum);
        m_distance += sum * (m_values[i] - estimate.mean(i));
    }
}

double BodyReading::gainTo(double distance) const
{
    return (freedom + double(m_estimate.size())) / 2 *
           std::log((freedom + m_distance) / (freedom + std::max(0.0, distance)));
}

double BodyReading::gainOfChange(size_t at, double logarithm) const
{
    const double change = logarithm - m_values[at];
    return gainTo(m_distance + 2 * change * m_gradient[at] + change * change * m_estimate.precision(at, at));
}

double BodyReading::gainOfSwap(size_t at, size_t other) const
{
    const double change = m_values[other] - m_values[at];
    const double curvature =
        m_estimate.precision(at, at) + m_estimate.precision(other, other) - 2 * m_estimate.precision(at, other);
    return gainTo(m_distance + 2 * change * (m_gradient[at] - m_gradient[other]) + change * change * curvature);
}

double BodyReading::conditionalMean(size_t at) const
{
    return m_values[at] - m_gradient[at] / m_estimate.precision(at, at);
}

double BodyReading::conditionalDeviation(size_t at) const
{
    return 1 / std::sqrt(m_estimate.precision(at, at));
}

BodyModel::BodyModel(const BodyFigures &survey) : m_figures(widened(survey)) {}

const BodyEstimate &BodyModel::estimate(BodyFields known) const
{
    const auto found = m_estimates.find(known.to_ulong());
    if (found != m_estimates.end())
        return found->second;
    if (m_estimates.size() >= mostEstimates)
        m_estimates.clear();
    return m_estimates.emplace(known.to_ulong(), BodyEstimate(m_figures, known)).first->second;
}

} // namespace thimblely
