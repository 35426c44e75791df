// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/balance_strip.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/pane.h"

#include <QLayout>
#include <QPainter>

namespace thimblely::ui {

BalanceStrip::BalanceStrip(QWidget *parent)
    : QWidget(parent), m_owesHead(new Label(TextStyle::Caption, Role::Muted, tr("Owes"), this)),
      m_owes(new AmountLabel(TextStyle::InputStrong, Role::Text, this)),
      m_orders(new Label(TextStyle::Input, Role::Text, {}, this)),
      m_last(new Label(TextStyle::Input, Role::Text, {}, this))
{
    m_owes->setSymbolShown(true);
    m_owes->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    auto *cells = row(this, 0);
    const auto add = [&](Label *head, Label *figure) {
        auto *cell = new QWidget(this);
        auto *lines = column(cell, 2, {12, 8, 12, 8});
        figure->setElided(true);
        head->setElided(true);
        lines->addWidget(head);
        lines->addWidget(figure);
        figure->setParent(cell);
        cells->addWidget(cell, 1);
        m_cells.append(cell);
    };
    add(m_owesHead, m_owes);
    m_beside = new Label(TextStyle::Caption, Role::Muted, {}, m_cells.first());
    m_beside->setElided(true);
    m_beside->hide();
    m_cells.first()->layout()->addWidget(m_beside);
    add(new Label(TextStyle::Caption, Role::Muted, tr("Orders so far"), this), m_orders);
    add(new Label(TextStyle::Caption, Role::Muted, tr("Last order"), this), m_last);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&HideMoney::instance(), &HideMoney::changed, this, &BalanceStrip::showStanding);
}

void BalanceStrip::setLocale(const QLocale &locale)
{
    m_locale = locale;
    m_owes->setLocale(locale);
}

//! What stands beside the figure is asked for no more, or is to be given back.
void BalanceStrip::showStanding()
{
    if (!m_standing)
        return;
    const auto &[owed, waiting, overpaid, kept] = *m_standing;
    const bool over = owed.isZero() && waiting.isZero() && !overpaid.isZero();
    m_owes->setAmount(over ? overpaid : owed);
    m_owesHead->setText(over ? tr("Has paid too much") : tr("Owes"));
    QStringList beside;
    if (!waiting.isZero())
        beside.append(tr("%1 on its way").arg(figureText(waiting, m_locale)));
    if (!overpaid.isZero() && !over)
        beside.append(tr("%1 paid too much").arg(figureText(overpaid, m_locale)));
    if (!kept.isZero())
        beside.append(tr("%1 kept for them").arg(figureText(kept, m_locale)));
    m_beside->setText(beside.join(QStringLiteral(", ")));
    m_beside->setToolTip(m_beside->text());
    m_beside->setVisible(!m_beside->text().isEmpty());
}

void BalanceStrip::setFigures(const Standing &standing, const QString &orders, const QString &lastOrder)
{
    m_standing = standing;
    showStanding();
    m_orders->setText(orders);
    m_last->setText(lastOrder.isEmpty() ? QStringLiteral("\u2013") : lastOrder);
}

void BalanceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    paintPanel(&painter, rect(), {}, theme.color(Role::Line));
    for (qsizetype i = 1; i < m_cells.size(); ++i) {
        const QRect cell = m_cells.at(i)->geometry();
        const int x = layoutDirection() == Qt::RightToLeft ? cell.right() : cell.left();
        painter.fillRect(QRect(x, 1, 1, height() - 2), theme.color(Role::Line));
    }
}

} // namespace thimblely::ui
