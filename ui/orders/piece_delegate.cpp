// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_delegate.h"

#include "ui/orders/garments.h"
#include "ui/orders/piece_list_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int padding = 16;
constexpr int checkColumn = 44;
constexpr int iconColumn = 44;
constexpr int tagColumn = 84;
constexpr int chipColumn = 184;
constexpr int priceColumn = 88;

//! Where the parts of a row lie, leading edge first; mirrored by the caller.
struct Columns {
    QRect check, icon, tag, words, chip, price;

    explicit Columns(const QRect &row)
    {
        const Theme &theme = Theme::instance();
        int x = row.left() + padding;
        const auto take = [&](int width) {
            const QRect part(x, row.top(), width, row.height());
            x += width;
            return part;
        };
        const int right = row.right() - padding;
        check = take(checkColumn);
        icon = take(iconColumn);
        tag = take(theme.px(tagColumn));
        const int wide = row.width() >= 720 ? theme.px(chipColumn) : theme.px(150);
        price = QRect(right - theme.px(priceColumn), row.top(), theme.px(priceColumn), row.height());
        chip = QRect(price.left() - wide, row.top(), wide, row.height());
        words = QRect(x, row.top(), chip.left() - x - 8, row.height());
    }
};

void paintCheck(QPainter *painter, const QRect &cell, const QVariant &state)
{
    if (!state.isValid())
        return;
    const Theme &theme = Theme::instance();
    const bool on = state.toInt() == Qt::Checked;
    const QRect box(cell.left(), cell.center().y() - 10, 20, 20);
    paintPanel(painter, box, theme.color(on ? Role::Primary : Role::Surface), theme.color(on ? Role::Primary : Role::Outline),
               4);
    if (on)
        paintIcon(painter, "i-check", box, theme.color(Role::OnPrimary), 16);
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
    if (option.state & QStyle::State_Selected)
        paintSelection(painter, option.rect, direction);
    paintFootLine(painter, option.rect);

    const Columns columns(option.rect);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(direction, option.rect, rect); };
    const auto line = [&](const QRect &rect, TextStyle style, Role role, const QString &text, Qt::Alignment side) {
        painter->setFont(theme.font(style));
        painter->setPen(theme.color(role));
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
        painter->drawText(place(rect), textFlags(shown, side, direction), shown);
        return painter->fontMetrics().horizontalAdvance(shown);
    };
    paintCheck(painter, place(columns.check), index.data(Qt::CheckStateRole));
    paintIcon(painter, garmentIcon(index.data(PieceListModel::GarmentRole).toString()), place(columns.icon),
              theme.color(Role::Text), 24);
    line(columns.tag, TextStyle::Input, Role::Text, index.data(PieceListModel::TagRole).toString(), Qt::AlignLeading);

    const QString work = index.data(PieceListModel::WorkRole).toString();
    QRect first = columns.words;
    if (!work.isEmpty()) {
        first.setHeight(option.rect.height() * 3 / 5);
        line(QRect(first.left(), first.bottom() - 4, first.width(), option.rect.bottom() - first.bottom()),
             TextStyle::Caption, Role::Muted, work, Qt::AlignLeading);
    }
    const int used = line(first, TextStyle::InputStrong, Role::Text, index.data().toString(), Qt::AlignLeading);
    line(first.adjusted(used + 8, 0, 0, 0), TextStyle::Input, Role::Text,
         index.data(PieceListModel::ColourRole).toString(), Qt::AlignLeading);

    const auto status = Status(index.data(PieceListModel::StatusRole).toInt());
    const QString word = index.data(PieceListModel::StatusWordRole).toString();
    QRect chip = columns.chip; // paintChip aligns to the trailing end; here chips begin on one line
    chip.setWidth(std::min(chip.width(), chipWidth(word, true)));
    paintChip(painter, place(chip), status, word, true, direction);
    line(columns.price, TextStyle::Input, Role::Text, index.data(PieceListModel::PriceRole).toString(), Qt::AlignTrailing);
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
        QRect cell = Columns(option.rect).check;
        cell.setLeft(option.rect.left());
        toggles = QStyle::visualRect(option.direction, option.rect, cell)
                      .contains(static_cast<QMouseEvent *>(event)->position().toPoint());
    }
    if (!toggles)
        return false;
    return model->setData(index, state.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace thimblely::ui
