// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/duration_text.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(DurationText)
};

} // namespace

QString durationText(int minutes, const QLocale &locale)
{
    constexpr int hour = 60;
    if (minutes < hour)
        return Texts::tr("%1 min").arg(locale.toString(minutes));
    const int halves = (minutes + hour / 4) / (hour / 2);
    const bool half = halves % 2 == 1 && minutes < 10 * hour;
    return Texts::tr("%1 h").arg(half ? locale.toString(halves / 2.0, 'f', 1)
                                      : locale.toString((minutes + hour / 2) / hour));
}

} // namespace thimblely::ui
