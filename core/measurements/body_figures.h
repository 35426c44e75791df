// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLatin1StringView>

#include <array>
#include <cstddef>
#include <span>

namespace thimblely {

//! How many body measures the survey and the catalogue have in common for the estimate.
inline constexpr size_t bodyFieldCount = 16;

/*!
 * What is known of the bodies of one sex: of the natural logarithms of 16 girths, lengths and heights in millimetres,
 * the means and how they go together. Source and licence are in body_figures_data.cpp.
 */
struct BodyFigures {
    std::array<double, bodyFieldCount> means;
    std::array<std::array<double, bodyFieldCount>, bodyFieldCount> covariances;
};

//! The codes of the catalogue in the order of the figures.
std::span<const QLatin1StringView, bodyFieldCount> bodyFieldCodes();

const BodyFigures &womensFigures();
const BodyFigures &mensFigures();

} // namespace thimblely
