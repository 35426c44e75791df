// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/party_table.h"

#include "ui/orders/party_model.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace thimblely::ui {

namespace {

constexpr int highRow = 52;
constexpr int leastStep = 84;
constexpr int leastPaid = 128;
constexpr int leastWho = 150;

class PartyCells : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::instance();
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, theme.color(Role::Surface));
        if (selected && index.column() == PartyModel::Who)
            paintSelection(painter, option.rect, option.direction);
        else if (selected)
            painter->fillRect(option.rect, theme.color(Role::Selected));
        paintFootLine(painter, option.rect);
        const QRect inside = option.rect.adjusted(8, 0, -8, 0);
        if (index.column() == PartyModel::Who)
            paintWho(painter, inside, option.direction, index);
        else
            paintStep(painter, inside, option.direction, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.color(Role::Accent), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }

private:
    static void paintWho(QPainter *painter, const QRect &area, Qt::LayoutDirection direction, const QModelIndex &index)
    {
        const Theme &theme = Theme::instance();
        const int line = theme.lineHeight(TextStyle::Body);
        const int top = area.center().y() - line;
        const auto words = [&](int y, TextStyle style, Role role, const QString &text) {
            painter->setFont(theme.font(style));
            painter->setPen(theme.color(role));
            painter->drawText(QRect(area.left(), y, area.width(), line), textFlags(text, Qt::AlignLeading, direction),
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        };
        words(top, TextStyle::BodyStrong, Role::Text, index.data(Qt::DisplayRole).toString());
        words(top + line, TextStyle::Body, Role::Muted, index.data(PartyModel::GarmentsRole).toString());
    }

    static void paintStep(QPainter *painter, const QRect &area, Qt::LayoutDirection direction, const QModelIndex &index)
    {
        const Theme &theme = Theme::instance();
        const QString text = index.data(Qt::DisplayRole).toString();
        const QVariant status = index.data(PartyModel::StatusRole);
        if (status.isValid()) {
            const QSize chip(std::min(chipWidth(text, false), area.width()), area.height());
            paintChip(painter, QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter, chip, area),
                      Status(status.toInt()), text, false, direction);
            return;
        }
        painter->setFont(theme.font(TextStyle::Body));
        painter->setPen(theme.color(index.column() == PartyModel::Paid ? Role::Text : Role::Muted));
        painter->drawText(area, textFlags(text, Qt::AlignLeading, direction),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
};

class PartyHeader : public QHeaderView {
public:
    using QHeaderView::QHeaderView;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Theme &theme = Theme::instance();
        painter->save();
        painter->fillRect(rect, theme.color(Role::Window));
        painter->setPen(theme.color(Role::Line));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(theme.color(Role::Muted));
        const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        const QRect inside = rect.adjusted(8, 0, -8, 0);
        painter->drawText(inside, textFlags(text, Qt::AlignLeading, layoutDirection()),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width()));
        painter->restore();
    }
};

} // namespace

PartyTable::PartyTable(PartyModel *model, QWidget *parent) : QTableView(parent)
{
    setModel(model);
    setItemDelegate(new PartyCells(this));
    setHorizontalHeader(new PartyHeader(Qt::Horizontal, this));
    verticalHeader()->hide();
    setAccessibleName(tr("People of this order and how far each is"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::doubleClicked, this, &PartyTable::openRequested);
    connect(&Theme::instance(), &Theme::changed, this, &PartyTable::restyle);
    restyle();
}

void PartyTable::restyle()
{
    verticalHeader()->setDefaultSectionSize(Theme::instance().px(highRow));
    horizontalHeader()->setFixedHeight(Theme::instance().px(32));
    layColumns();
    viewport()->update();
}

//! A name has what the steps leave; where that is too little the table scrolls sideways.
void PartyTable::layColumns()
{
    const Theme &theme = Theme::instance();
    const int room = viewport()->width();
    const int steps = 5 * theme.px(leastStep) + theme.px(leastPaid);
    const int spare = std::max(0, room - steps - theme.px(leastWho)) / 8;
    for (int column = PartyModel::Measured; column <= PartyModel::Collected; ++column)
        setColumnWidth(column, theme.px(leastStep) + spare);
    setColumnWidth(PartyModel::Paid, theme.px(leastPaid) + spare);
    setColumnWidth(PartyModel::Who, std::max(theme.px(leastWho), room - steps - 6 * spare));
}

void PartyTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumns();
}

void PartyTable::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        Q_EMIT openRequested(currentIndex());
    else if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->modifiers() == Qt::NoModifier)
        keyboardSearch(event->text());
    else
        QTableView::keyPressEvent(event);
}

} // namespace thimblely::ui
