// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/group_cells.h"

#include "ui/measurements/group_model.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int Padding = 8;

} // namespace

void GroupCells::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const bool wrong = index.data(GroupModel::WrongRole).toBool();
    const bool measured = FieldState(index.data(GroupModel::StateRole).toInt()) == FieldState::Measured;
    const bool here = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, theme.color(here ? Role::Selected : wrong ? Role::LateBg : Role::Surface));
    painter->setFont(theme.font(measured ? TextStyle::BodyStrong : TextStyle::Body));
    painter->setPen(theme.color(wrong ? Role::Late : measured ? Role::Text : Role::Muted));
    const QRect inside = option.rect.adjusted(Padding, 0, -Padding, 0);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
    if (wrong)
        paintStatusShape(painter, Status::Late,
                         QRectF(inside.left(), inside.center().y() - 6, metric::Shape, metric::Shape),
                         theme.color(Role::Late));
    painter->restore();
}

QWidget *GroupCells::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setFrame(false);
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setAlignment(Qt::AlignRight);
    edit->setMaxLength(16);
    edit->setTextMargins(0, 0, Padding - 4, 0);
    edit->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    return edit;
}

bool GroupCells::eventFilter(QObject *editor, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const QString text = static_cast<QKeyEvent *>(event)->text();
        if (text == QLatin1String("+") || text == QLatin1String("=")) {
            auto *edit = qobject_cast<QWidget *>(editor);
            Q_EMIT commitData(edit);
            Q_EMIT closeEditor(edit);
            Q_EMIT answered(text.front());
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

} // namespace thimblely::ui
