// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/group_table.h"

#include "ui/measurements/group_cells.h"
#include "ui/measurements/group_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

namespace thimblely::ui {

namespace {

//! Names at both edges: words in the program's styles, measures on two lines.
class GroupHeader : public QHeaderView {
public:
    using QHeaderView::QHeaderView;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = Theme::instance();
        const bool names = orientation() == Qt::Vertical;
        painter->save();
        painter->fillRect(rect, theme.color(names ? Role::Surface : Role::Window));
        painter->setPen(theme.color(Role::Line));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(theme.font(names ? TextStyle::BodyStrong : TextStyle::Caption));
        painter->setPen(theme.color(names ? Role::Text : Role::Muted));
        const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        const QRect inside = rect.adjusted(8, 0, -8, 0);
        if (names)
            painter->drawText(inside, textFlags(text, Qt::AlignLeading, layoutDirection()),
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        else
            painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute | Qt::TextWordWrap, text);
        painter->restore();
    }
};

} // namespace

GroupTable::GroupTable(GroupModel *model, QWidget *parent) : QTableView(parent), m_group(model)
{
    setModel(model);
    auto *cells = new GroupCells(this);
    setItemDelegate(cells);
    setHorizontalHeader(new GroupHeader(Qt::Horizontal, this));
    setVerticalHeader(new GroupHeader(Qt::Vertical, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false); // Tab leaves, the arrows walk
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setProperty(property::NoRing, true); // the cell shows itself
    setAccessibleName(tr("People and their sizes"));
    connect(cells, &GroupCells::answered, this, &GroupTable::answer);
    connect(&Theme::instance(), &Theme::changed, this, &GroupTable::restyle);
    restyle();
}

void GroupTable::restyle()
{
    const Theme &theme = Theme::instance();
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()})
        header->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultSectionSize(theme.px(96));
    horizontalHeader()->setFixedHeight(2 * theme.lineHeight(TextStyle::Caption) + 8);
    verticalHeader()->setDefaultSectionSize(theme.boxHeight(metric::RowTouch, {TextStyle::Body}));
    verticalHeader()->setFixedWidth(theme.px(200));
    setStyleSheet(
        QStringLiteral("QTableView { background: %1; gridline-color: %2; border: none; }"
                       "QTableCornerButton::section { background: %3; border: none; }")
            .arg(theme.color(Role::Surface).name(), theme.color(Role::Line).name(), theme.color(Role::Window).name()));
}

void GroupTable::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) { // the editor's own keys, which it lets through
        event->ignore();
        return;
    }
    const QString text = event->text();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        goOn();
        return;
    }
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        m_group->setData(currentIndex(), QString(), Qt::EditRole);
        return;
    }
    if (text == QLatin1String("+") || text == QLatin1String("=")) {
        answer(text.front());
        return;
    }
    QTableView::keyPressEvent(event);
}

void GroupTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    if (hint == QAbstractItemDelegate::SubmitModelCache)
        goOn();
}

void GroupTable::answer(QChar with)
{
    const QModelIndex here = currentIndex();
    if (with == u'+' ? m_group->takeLikely(here) : m_group->keepTyped(here))
        goOn();
}

void GroupTable::goOn()
{
    const QModelIndex here = currentIndex();
    if (!here.isValid() || here.data(GroupModel::WrongRole).toBool())
        return; // it is put right, or answered, first
    const bool lastColumn = here.column() + 1 == m_group->columnCount();
    const QModelIndex next =
        lastColumn ? m_group->index(here.row() + 1, 0) : m_group->index(here.row(), here.column() + 1);
    if (next.isValid())
        setCurrentIndex(next);
}

} // namespace thimblely::ui
