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

void BagHead::setOrder(const QString &number, const QString &client, const QString &facts, const QString &days)
{
    m_number = number;
    m_client = client;
    m_facts = facts;
    m_days = days;
    setAccessibleName(tr("Order %1, %2, %3, %4").arg(number, client, facts, days));
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
    paintLine(painter);
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
    write(columns.price, tr("Price"), Qt::AlignTrailing);
    write(columns.toPay, tr("To pay"), Qt::AlignTrailing);
}

void BagHead::paintLine(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const QRect line(0, headHeight(), width(), lineHeight());
    painter.fillRect(line, theme.color(Role::Window));
    paintFootLine(&painter, line);
    int left = 16;
    int right = width() - 16;
    const auto write = [&](TextStyle style, Role role, const QString &text, bool atEnd) {
        if (text.isEmpty() || right - left < 40)
            return;
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(role));
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, right - left);
        const int wide = painter.fontMetrics().horizontalAdvance(shown) + 1;
        const QRect cell(atEnd ? right - wide : left, line.top(), wide, line.height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), cell),
                         textFlags(shown, Qt::AlignLeading, layoutDirection()), shown);
        (atEnd ? right : left) += atEnd ? -wide - 16 : wide + 12;
    };
    write(TextStyle::BodyStrong, Role::Text, tr("Order %1").arg(m_number), false);
    write(TextStyle::Body, Role::Text, m_client, false);
    write(TextStyle::Body, Role::Muted, m_days, true);
    write(TextStyle::Body, Role::Muted, m_facts, false);
}

} // namespace thimblely::ui
