// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/bag_head.h"

#include "ui/orders/piece_columns.h"
#include "ui/theme/paint.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

BagHead::BagHead(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void BagHead::setOrder(const OrderLine &order)
{
    m_order = order;
    setAccessibleName(order.spoken());
    update();
}

void BagHead::setPriced(bool priced)
{
    m_priced = priced;
    update();
}

int BagHead::headHeight() const
{
    return Theme::instance().boxHeight(32, {TextStyle::CaptionStrong});
}

int BagHead::lineHeight() const
{
    return Theme::instance().boxHeight(metric::Row, {TextStyle::Body});
}

QSize BagHead::sizeHint() const
{
    return {480, headHeight() + lineHeight()};
}

void BagHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHead(painter);
    paintOrderLine(painter, {0, headHeight(), width(), lineHeight()}, m_order, layoutDirection());
}

void BagHead::paintHead(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const QRect head(0, 0, width(), headHeight());
    paintFootLine(&painter, head);
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.setPen(theme.color(Role::Muted));
    const PieceColumns columns(head);
    const auto write = [&](const QRect &cell, const QString &text, Qt::Alignment side) {
        if (cell.isValid())
            painter.drawText(QStyle::visualRect(layoutDirection(), rect(), cell),
                             textFlags(text, side, layoutDirection()), text);
    };
    write(columns.tag, tr("Piece"), Qt::AlignLeading);
    write(columns.chip, tr("Where"), Qt::AlignLeading);
    if (!m_priced)
        return;
    write(columns.price, tr("Price"), Qt::AlignTrailing);
    write(columns.toPay, tr("To pay"), Qt::AlignTrailing);
}

} // namespace thimblely::ui
