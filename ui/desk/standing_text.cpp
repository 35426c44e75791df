// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/standing_text.h"

#include "ui/widgets/amount_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::StandingText)
};

} // namespace

QString standingText(const std::optional<Money> &owed, const std::optional<Money> &waiting,
                     const std::optional<Money> &overpaid, const QLocale &locale, bool withSymbol)
{
    const auto any = [](const std::optional<Money> &money) { return money && money->minor() > 0; };
    const auto figure = [&](const Money &money) {
        return withSymbol ? amountText(money, locale) : figureText(money, locale);
    };
    QStringList parts;
    if (any(owed))
        parts.append(Texts::tr("Owes %1").arg(figure(*owed)));
    else if (any(waiting))
        parts.append(Texts::tr("%1 on its way").arg(figure(*waiting)));
    if (any(overpaid))
        parts.append(Texts::tr("%1 paid too much").arg(figure(*overpaid)));
    return parts.join(QStringLiteral(", "));
}

} // namespace thimblely::ui
