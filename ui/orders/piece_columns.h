// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/theme/theme.h"

#include <QRect>

#include <algorithm>

namespace thimblely::ui {

//! Where the parts of a piece's row and of its heading lie, as in a window from left to right; mirrored by the caller.
struct PieceColumns {
    QRect check, icon, tag, words, chip, price, toPay;
    bool wide; //!< with drawing and price

    //! `tagWidth`: of the widest tag, where that is known.
    explicit PieceColumns(const QRect &row, int tagWidth = 0) : wide(row.width() >= Theme::instance().px(760))
    {
        const Theme &theme = Theme::instance();
        const int padding = wide ? 24 : 20;
        int x = row.left() + padding;
        const auto take = [&](int width) {
            const QRect part(x, row.top(), width, row.height());
            x += width;
            return part;
        };
        check = take(wide ? 40 : 36);
        icon = wide ? take(44) : QRect();
        tag = take(std::max(theme.px(wide ? 84 : 70), tagWidth + 12));
        int right = row.right() - 16;
        const auto takeBack = [&](int width) {
            right -= width;
            return QRect(right, row.top(), width, row.height());
        };
        toPay = takeBack(theme.px(wide ? 112 : 76));
        price = wide ? takeBack(theme.px(88)) : QRect();
        chip = takeBack(theme.px(wide ? 192 : 140));
        words = QRect(x, row.top(), chip.left() - x - 8, row.height());
    }
};

} // namespace thimblely::ui
