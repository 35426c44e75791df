// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/balance_strip.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/pane.h"

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
    add(new Label(TextStyle::Caption, Role::Muted, tr("Orders so far"), this), m_orders);
    add(new Label(TextStyle::Caption, Role::Muted, tr("Last order"), this), m_last);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BalanceStrip::setFigures(const Money &balance, const QString &orders, const QString &lastOrder)
{
    const bool credit = balance.minor() < 0;
    m_owesHead->setText(credit ? tr("Has paid too much") : tr("Owes"));
    m_owes->setAmount(credit ? Money(-balance.minor(), balance.currency()) : balance);
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
