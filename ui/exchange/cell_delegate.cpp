// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/cell_delegate.h"

#include "ui/exchange/cell_table.h"
#include "ui/exchange/column_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace thimblely::ui {

namespace {

constexpr int trailing = 8;

//! Where the model says nothing, at the beginning.
Qt::Alignment sideOf(const QVariant &said)
{
    return said.isValid() && (said.toInt() & Qt::AlignTrailing) != 0 ? Qt::AlignTrailing : Qt::AlignLeading;
}

//! Words on two lines at most: what is cut is cut in the second.
void drawTwoLines(QPainter *painter, const QRect &area, const QString &text, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString fitting =
        metrics.elidedText(text, Qt::ElideRight, area.width() * 17 / 10); // lines end where words do
    const bool one = metrics.horizontalAdvance(text) <= area.width();
    painter->drawText(area, textFlags(text, Qt::AlignLeading, direction) | (one ? 0 : Qt::TextWordWrap),
                      one ? text : fitting);
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool here = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, theme.color(here ? Role::Selected : Role::Surface));
    paintFootLine(painter, option.rect);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int before = CellTable::padding(index.column());
    QRect inside = option.rect.adjusted(mirrored ? trailing : before, 0, mirrored ? -before : -trailing, 0);
    if (index.data(CellTable::OpensRole).toBool()) {
        const QSize size(metric::IconSmall, metric::IconSmall);
        const QRect arrow = QStyle::alignedRect(option.direction, Qt::AlignTrailing | Qt::AlignVCenter, size, inside);
        paintIcon(painter, "i-down", arrow, theme.color(Role::Muted), metric::IconSmall);
        const int taken = size.width() + 4;
        inside.adjust(mirrored ? taken : 0, 0, mirrored ? 0 : -taken, 0);
    }
    const QString text = index.data(Qt::DisplayRole).toString().simplified();
    painter->setFont(theme.font(TextStyle::Body));
    painter->setPen(theme.color(index.data(CellTable::MutedRole).toBool() ? Role::Muted : Role::Text));
    if (index.data(CellTable::LongRole).toBool())
        drawTwoLines(painter, inside, text, option.direction);
    else
        painter->drawText(inside, textFlags(text, sideOf(index.data(Qt::TextAlignmentRole)), option.direction),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    if (here && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.color(Role::Accent), metric::RingWidth));
        painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *columns = qobject_cast<const ColumnModel *>(index.model());
    if (!columns) {
        auto *edit = new QLineEdit(parent);
        edit->setFrame(false);
        edit->setAutoFillBackground(true); // what the cell says lies under it
        edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
        return edit;
    }
    auto *choice = new QComboBox(parent);
    choice->setMaxVisibleItems(16);
    for (const ColumnModel::Choice &each : columns->choices())
        choice->addItem(each.name, each.key);
    choice->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    // Chosen is chosen: nobody has to leave the cell for it.
    connect(choice, &QComboBox::activated, this, [this, choice] {
        auto *self = const_cast<CellDelegate *>(this);
        Q_EMIT self->commitData(choice);
        Q_EMIT self->closeEditor(choice);
    });
    QTimer::singleShot(0, choice, &QComboBox::showPopup); // once it stands in its cell
    return choice;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        choice->setCurrentIndex(std::max(0, choice->findData(index.data(Qt::EditRole))));
        return;
    }
    // A view fills its editor again whenever the model says anything of the line; what is being typed stays.
    auto *edit = static_cast<QLineEdit *>(editor);
    if (!edit->isModified())
        edit->setText(index.data(Qt::EditRole).toString());
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *choice = qobject_cast<QComboBox *>(editor))
        model->setData(index, choice->currentData(), Qt::EditRole);
    else
        model->setData(index, static_cast<QLineEdit *>(editor)->text(), Qt::EditRole);
}

} // namespace thimblely::ui
