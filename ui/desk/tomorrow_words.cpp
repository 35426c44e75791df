// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/tomorrow_words.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::TomorrowWords)
};

} // namespace

TomorrowWords tomorrowWords(const orders::TodaysOrders &today, const QLocale &locale)
{
    if (today.piecesDueTomorrow == 0 || !today.firstDueTomorrow)
        return {};
    const bool one = today.piecesDueTomorrow == 1;
    //: %1: the number of pieces, a link; %2: a time
    const QString sentence =
        one ? Texts::tr("%1 due tomorrow from %2 is not ready") : Texts::tr("%1 due tomorrow from %2 are not ready");
    return {
        QString(sentence).replace(QLatin1String("%2"), locale.toString(*today.firstDueTomorrow, QLocale::ShortFormat)),
        one ? Texts::tr("1 piece") : Texts::tr("%n pieces", nullptr, today.piecesDueTomorrow)};
}

} // namespace thimblely::ui
