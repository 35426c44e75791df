// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/goal_row.h"

#include "ui/finance/share_bar.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

QString goalForecast(const finance::GoalProgress &progress, const QLocale &locale)
{
    const auto amount = [&](const Money &money) { return amountText(money, locale); };
    if (progress.isReached())
        return GoalRow::tr("Reached.");
    if (progress.daysOver <= 0)
        return GoalRow::tr("It has not begun yet.");
    if (progress.daysOver >= progress.days)
        return GoalRow::tr("Over, and not reached.");
    const Money forecast = progress.forecast();
    const Money missing = progress.target.minus(forecast).valueOr(progress.target);
    return missing.minor() <= 0
               ? GoalRow::tr("On the way: %1 by the end, as it goes now.").arg(amount(forecast))
               : GoalRow::tr("As it goes now %1 by the end, %2 short.").arg(amount(forecast), amount(missing));
}

GoalRow::GoalRow(const finance::Goal &goal, const QLocale &locale, QWidget *parent) : QWidget(parent)
{
    const finance::GoalProgress &progress = goal.progress;
    auto *all = column(this, 2, {0, 4, 0, 4});
    auto *head = row(nullptr, 8);
    auto *title = new Label(TextStyle::BodyStrong, Role::Text, goal.draft.title, this);
    title->setElided(true);
    head->addWidget(title, 1);
    auto *figure = new AmountLabel(TextStyle::Body, Role::Text, this);
    figure->setLocale(locale);
    figure->setAmount(progress.reached);
    head->addWidget(figure);
    head->addWidget(
        new Label(TextStyle::Body, Role::Muted, tr("of %1").arg(figureText(progress.target, locale)), this));
    all->addLayout(head);
    auto *bar = new ShareBar(this);
    const bool runs = progress.daysOver > 0 && progress.daysOver < progress.days;
    bar->setShare(shareOf(progress.reached.minor(), progress.target.minor()),
                  runs ? std::optional(shareOf(progress.daysOver, progress.days)) : std::nullopt);
    all->addWidget(bar);
    auto *words = new Label(TextStyle::Caption, Role::Muted, goalForecast(progress, locale), this);
    words->setWordWrap(true);
    all->addWidget(words);
}

} // namespace thimblely::ui
