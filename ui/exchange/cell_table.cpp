// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/cell_table.h"

#include "ui/exchange/cell_delegate.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <numeric>

namespace thimblely::ui {

namespace {

class CellHeader : public QHeaderView {
public:
    using QHeaderView::QHeaderView;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = Theme::instance();
        painter->save();
        painter->fillRect(rect, theme.color(ui::Role::Window));
        painter->setPen(theme.color(ui::Role::Line));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(theme.color(ui::Role::Muted));
        const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int before = CellTable::padding(section);
        const QRect inside = rect.adjusted(mirrored ? 8 : before, 0, mirrored ? -before : -8, 0);
        const QVariant said = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
        const bool atTheEnd = said.isValid() && (said.toInt() & Qt::AlignTrailing) != 0;
        painter->drawText(inside, textFlags(text, atTheEnd ? Qt::AlignTrailing : Qt::AlignLeading, layoutDirection()),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        painter->restore();
    }
};

} // namespace

CellTable::CellTable(const QString &name, QWidget *parent) : QTableView(parent)
{
    setAccessibleName(name);
    setItemDelegate(new CellDelegate(this));
    setHorizontalHeader(new CellHeader(Qt::Horizontal, this));
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false); // Tab leaves, the arrows walk
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setProperty(property::NoRing, true); // the cell shows itself
    connect(&Theme::instance(), &Theme::changed, this, &CellTable::restyle);
    restyle();
}

void CellTable::setColumns(std::vector<int> least, std::vector<int> shares)
{
    m_least = std::move(least);
    m_shares = std::move(shares);
    layColumns();
}

void CellTable::setTwoLines(bool on)
{
    m_twoLines = on;
    restyle();
}

void CellTable::restyle()
{
    const Theme &theme = Theme::instance();
    const int height = m_twoLines ? theme.boxHeight(metric::RowTwoLine, {TextStyle::Body, TextStyle::Body})
                                  : theme.boxHeight(metric::RowTouch, {TextStyle::Body});
    verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setFixedHeight(theme.px(32));
    layColumns();
    viewport()->update();
}

//! What is left goes to the columns that have a use for it; where it is too little the table scrolls sideways.
void CellTable::layColumns()
{
    if (!model())
        return;
    const Theme &theme = Theme::instance();
    const int known = std::min(int(m_least.size()), model()->columnCount());
    int room = viewport()->width() - theme.px(m_other) * (model()->columnCount() - known);
    for (int column = 0; column < known; ++column)
        room -= theme.px(m_least[size_t(column)]);
    const int shares = std::max(1, std::accumulate(m_shares.begin(), m_shares.end(), 0));
    for (int column = 0; column < model()->columnCount(); ++column) {
        int width = theme.px(m_other);
        if (column < known)
            width = theme.px(m_least[size_t(column)]) + std::max(0, room) * m_shares[size_t(column)] / shares;
        setColumnWidth(column, width);
    }
}

void CellTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
}

void CellTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex here = currentIndex();
    const bool begins =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (state() != EditingState && begins && event->modifiers() == Qt::NoModifier && here.isValid() &&
        here.flags().testFlag(Qt::ItemIsEditable)) {
        edit(here);
        return;
    }
    QTableView::keyPressEvent(event);
}

void CellTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex here = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && here.data(OpensRole).toBool())
        edit(here);
}

} // namespace thimblely::ui
