// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_delegate.h"

#include "ui/desk/garments.h"
#include "ui/orders/order_line.h"
#include "ui/orders/piece_columns.h"
#include "ui/orders/piece_list_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace thimblely::ui {

namespace {

void paintCheck(QPainter *painter, const QRect &cell, const QVariant &state, bool enabled)
{
    const Theme &theme = Theme::instance();
    const bool on = state.toInt() == Qt::Checked;
    const QRect box(cell.left(), cell.center().y() - 9, 20, 20);
    paintPanel(painter, box, theme.color(on ? Role::Primary : Role::Surface),
               theme.color(on        ? Role::Primary
                           : enabled ? Role::Outline
                                     : Role::Line),
               4);
    if (on)
        paintIcon(painter, "i-check", box, theme.color(Role::OnPrimary), 16);
}

//! A device's letters and two digits of a piece make it long: the names stand beneath one another all the same.
int widestTag(const QAbstractItemModel &pieces)
{
    const QFontMetrics metrics(Theme::instance().font(TextStyle::Input));
    int widest = 0;
    for (int row = 0; row < pieces.rowCount(); ++row)
        widest =
            std::max(widest, metrics.horizontalAdvance(pieces.index(row, 0).data(PieceListModel::TagRole).toString()));
    return widest;
}

} // namespace

QSize PieceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {480, Theme::instance().boxHeight(metric::RowTwoLine, {TextStyle::Input, TextStyle::Caption})};
}

void PieceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    const Qt::LayoutDirection direction = option.direction;
    if (const QVariant order = index.data(PieceListModel::OrderLineRole); order.isValid()) {
        // All rows are of one height: the line stands at the foot of its own, over its first piece.
        QRect line = option.rect;
        line.setTop(line.bottom() + 1 - theme.boxHeight(metric::Row, {TextStyle::Body}));
        painter->setRenderHint(QPainter::Antialiasing, false);
        paintOrderLine(*painter, line, order.value<OrderLine>(), direction);
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected)
        paintSelection(painter, option.rect, direction);
    paintFootLine(painter, option.rect);
    // A single piece has the keyboard before anything is chosen: that is seen, too.
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.color(Role::Accent), metric::RingWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(3, 3, -4, -4));
    }

    const PieceColumns columns(option.rect, widestTag(*index.model()));
    const bool stays = index.data(PieceListModel::StaysRole).toBool();
    const Role words = stays ? Role::Muted : Role::Text;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(direction, option.rect, rect); };
    const auto line = [&](const QRect &rect, TextStyle style, Role role, const QString &text, Qt::Alignment side) {
        painter->setFont(theme.font(style));
        painter->setPen(theme.color(role));
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(place(rect), textFlags(shown, side, direction), shown);
        return painter->fontMetrics().horizontalAdvance(shown);
    };
    QRect check = columns.check;
    check.setWidth(20);
    if (const QVariant state = index.data(Qt::CheckStateRole); stays || state.isValid())
        paintCheck(painter, place(check), state, !stays);
    if (columns.wide) {
        QRect icon = columns.icon;
        icon.setWidth(24);
        paintIcon(painter, garmentIcon(index.data(PieceListModel::GarmentRole).toString()), place(icon),
                  theme.color(words), 24);
        line(columns.price, TextStyle::Input, words, index.data(PieceListModel::PriceRole).toString(),
             Qt::AlignTrailing);
    }
    line(columns.tag, TextStyle::Input, words, index.data(PieceListModel::TagRole).toString(), Qt::AlignLeading);

    QString work = index.data(PieceListModel::WorkRole).toString();
    QString colour = index.data(PieceListModel::ColourRole).toString();
    QRect first = columns.words;
    const int name = QFontMetrics(theme.font(TextStyle::InputStrong)).horizontalAdvance(index.data().toString());
    const int beside = QFontMetrics(theme.font(TextStyle::Input)).horizontalAdvance(colour);
    if (!colour.isEmpty() && name + 6 + beside > first.width()) // no room beside the name: before the work
        work = work.isEmpty() ? std::exchange(colour, {}) : std::exchange(colour, {}) + QStringLiteral(", ") + work;
    if (!work.isEmpty()) {
        const int upper = theme.lineHeight(TextStyle::Input);
        const int lower = theme.lineHeight(TextStyle::Caption);
        first.setTop(option.rect.center().y() - (upper + lower) / 2);
        first.setHeight(upper);
        line(QRect(first.left(), first.bottom() - 1, first.width(), lower), TextStyle::Caption, Role::Muted, work,
             Qt::AlignLeading);
    }
    const int used = line(first, TextStyle::InputStrong, words, index.data().toString(), Qt::AlignLeading);
    line(first.adjusted(used + 6, 0, 0, 0), TextStyle::Input, words, colour, Qt::AlignLeading);

    const auto status = Status(index.data(PieceListModel::StatusRole).toInt());
    const QString word = index.data(PieceListModel::StatusWordRole).toString();
    QRect chip = columns.chip; // paintChip aligns to the trailing end; here chips begin on one line
    chip.setWidth(std::min(chip.width() - 4, chipWidth(word, true)));
    paintChip(painter, place(chip), status, word, true, direction);
    const bool owed = index.data(PieceListModel::OwedRole).toBool();
    line(columns.toPay, owed ? TextStyle::InputStrong : TextStyle::Input, owed ? Role::Text : Role::Muted,
         index.data(PieceListModel::ToPayRole).toString(), Qt::AlignTrailing);
    painter->restore();
}

bool PieceDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid())
        return false;
    bool toggles = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (event->type() == QEvent::MouseButtonRelease) {
        // The whole cell is the target, 44 px to the finger, not the 20 px of the box.
        QRect cell = PieceColumns(option.rect).check;
        cell.setLeft(option.rect.left());
        toggles = QStyle::visualRect(option.direction, option.rect, cell)
                      .contains(static_cast<QMouseEvent *>(event)->position().toPoint());
    }
    if (!toggles)
        return false;
    return model->setData(index, state.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace thimblely::ui
