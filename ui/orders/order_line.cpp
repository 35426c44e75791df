// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/order_line.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::OrderLine)
};

constexpr int leastWidth = 40; // below which words say nothing

} // namespace

QString OrderLine::spoken() const
{
    return Texts::tr("Order %1, %2, %3, %4").arg(number, client, facts, days);
}

void paintOrderLine(QPainter &painter, const QRect &line, const OrderLine &order, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    painter.fillRect(line, theme.color(Role::Window));
    paintFootLine(&painter, line);
    int left = line.left() + 16;
    int right = line.right() - 15;
    const auto write = [&](TextStyle style, Role role, const QString &text, bool atEnd) {
        if (text.isEmpty() || right - left < leastWidth)
            return;
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(role));
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, right - left);
        const int wide = painter.fontMetrics().horizontalAdvance(shown) + 1;
        const QRect cell(atEnd ? right - wide : left, line.top(), wide, line.height());
        painter.drawText(QStyle::visualRect(direction, line, cell), textFlags(shown, Qt::AlignLeading, direction),
                         shown);
        (atEnd ? right : left) += atEnd ? -wide - 16 : wide + 12;
    };
    write(TextStyle::BodyStrong, Role::Text, Texts::tr("Order %1").arg(order.number), false);
    write(TextStyle::Body, Role::Text, order.client, false);
    write(TextStyle::Body, Role::Muted, order.days, true);
    write(TextStyle::Body, Role::Muted, order.facts, false);
}

} // namespace thimblely::ui
