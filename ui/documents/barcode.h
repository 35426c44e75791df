// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QString>

#include <vector>

namespace thimblely::ui {

//! A bar of a linear code, in modules from the left.
struct Bar {
    int from;
    int width;
    friend bool operator==(const Bar &, const Bar &) = default;
};

struct Barcode {
    std::vector<Bar> bars;
    int modules; //!< the whole width, without the quiet zone of 10 modules on either side
};

/*!
 * Code 128 of a payload of digits and A–Z, which every keyboard layout of a scanner types alike; anything else is
 * refused ("barcode.payload"). Any thread.
 */
Result<Barcode> code128(const QString &payload);

//! A square code: its dark modules row by row, without the quiet zone of 4 modules around it.
struct SquareCode {
    std::vector<std::vector<bool>> rows;
};

//! QR of what a tax office's system gave, its bytes as UTF-8. "barcode.payload" where it is empty or too long. Any thread.
Result<SquareCode> qrCode(const QString &payload);

} // namespace thimblely::ui
