// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/share_text.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

constexpr QChar arabicPercent(0x066a);

} // namespace

std::optional<Result<Rate>> shareOf(const QString &typed, const QLocale &locale)
{
    QString text = typed.trimmed();
    if (!text.endsWith(u'%') && !text.endsWith(arabicPercent))
        return std::nullopt;
    text.chop(1);
    bool read = false;
    const double percent = locale.toDouble(text.trimmed(), &read);
    if (read && percent > 100)
        return Result<Rate>(Error{ErrorKind::Invalid, "money.share_too_large", {typed.trimmed()}, {}});
    if (!read || percent < 0)
        return Result<Rate>(Error{ErrorKind::Invalid, "money.malformed", {typed}, {}});
    return Result<Rate>(Rate(qRound64(percent * 10'000)));
}

QString shareText(Rate rate, const QLocale &locale)
{
    return QCoreApplication::translate("thimblely::ui::ShareText", "%1 %")
        .arg(locale.toString(double(rate.millionths()) / 10'000.0, 'g', 6));
}

} // namespace thimblely::ui
