// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/measures_table.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int HeadHeight = 28;

//! Where the columns lie in a row of a width, reading from left to right.
struct Columns {
    QRect name, newest, former, change;
    //! Measured once only, a client leaves the room of the other visit to the names.
    static Columns in(const QRect &row, bool hasFormer)
    {
        const Theme &theme = Theme::instance();
        const int change = hasFormer ? theme.px(60) : 0;
        const int former = hasFormer ? theme.px(68) : 0;
        const int newest = theme.px(76);
        const int end = row.right() + 1;
        return {QRect(row.left(), row.top(), row.width() - change - former - newest, row.height() - 1),
                QRect(end - change - former - newest, row.top(), newest, row.height() - 1),
                QRect(end - change - former, row.top(), former, row.height() - 1),
                QRect(end - change, row.top(), change, row.height() - 1)};
    }
};

//! Draws the cells of one row, mirrored where the window is; figures keep their order.
class CellPainter {
public:
    CellPainter(QPainter *painter, const QRect &row, Qt::LayoutDirection direction)
        : m_painter(painter), m_row(row), m_direction(direction)
    {}
    void cell(const QRect &area, TextStyle style, Role role, const QString &words, Qt::Alignment side) const
    {
        m_painter->setFont(Theme::instance().font(style));
        m_painter->setPen(Theme::instance().color(role));
        m_painter->drawText(QStyle::visualRect(m_direction, m_row, area), textFlags(words, side, m_direction),
                            m_painter->fontMetrics().elidedText(words, Qt::ElideRight, area.width()));
    }

private:
    QPainter *m_painter;
    QRect m_row;
    Qt::LayoutDirection m_direction;
};

class LineDelegate final : public QStyledItemDelegate {
public:
    LineDelegate(const MeasureLinesModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {200, Theme::instance().boxHeight(metric::Row, {TextStyle::InputStrong})};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const MeasureLine &line = m_model->line(index.row());
        painter->save();
        if (option.state & QStyle::State_HasFocus)
            painter->fillRect(option.rect, Theme::instance().color(Role::Selected));
        paintFootLine(painter, option.rect);
        const Columns columns = Columns::in(option.rect, m_model->hasFormer());
        const CellPainter on(painter, option.rect, option.direction);
        on.cell(columns.name, TextStyle::Body, Role::Text, line.name, Qt::AlignLeft);
        on.cell(columns.newest, TextStyle::InputStrong, Role::Text, line.newest, Qt::AlignRight);
        on.cell(columns.former, TextStyle::Body, Role::Muted, line.former, Qt::AlignRight);
        const bool moved = line.change.startsWith(u'+') || line.change.startsWith(QChar(0x2212));
        on.cell(columns.change, TextStyle::Body, moved ? Role::Text : Role::Muted, line.change, Qt::AlignRight);
        painter->restore();
    }

private:
    const MeasureLinesModel *m_model;
};

} // namespace

//! The words over the columns.
class MeasuresHead final : public QWidget {
public:
    explicit MeasuresHead(MeasuresTable *table) : QWidget(table), m_table(table) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintFootLine(&painter, rect());
        const Columns columns = Columns::in(rect(), m_table->m_model.hasFormer());
        const CellPainter on(&painter, rect(), layoutDirection());
        on.cell(columns.newest, TextStyle::CaptionStrong, Role::Muted, m_table->m_newestHead, Qt::AlignRight);
        on.cell(columns.former, TextStyle::CaptionStrong, Role::Muted, m_table->m_formerHead, Qt::AlignRight);
        if (m_table->m_model.hasFormer())
            on.cell(columns.change, TextStyle::CaptionStrong, Role::Muted, MeasuresTable::tr("Change"), Qt::AlignRight);
    }

private:
    MeasuresTable *m_table;
};

void MeasureLinesModel::setLines(std::vector<MeasureLine> lines, bool hasFormer)
{
    if (lines == m_lines && hasFormer == m_hasFormer)
        return;
    beginResetModel();
    m_hasFormer = hasFormer;
    m_lines = std::move(lines);
    endResetModel();
}

int MeasureLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant MeasureLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MeasureLine &line = m_lines[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return line.name;
    if (role != Qt::AccessibleTextRole)
        return {};
    if (line.former.isEmpty())
        return tr("%1: %2", "measure and value").arg(line.name, line.newest);
    return tr("%1: %2, before %3, %4", "measure, value, former value, change")
        .arg(line.name, line.newest, line.former, line.change);
}

MeasuresTable::MeasuresTable(QWidget *parent)
    : QWidget(parent), m_head(new MeasuresHead(this)), m_view(new ListView(tr("Measurements"), Role::Surface, this))
{
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new LineDelegate(&m_model, m_view));
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setFocusPolicy(Qt::TabFocus);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *all = column(this, 0);
    all->addWidget(m_head);
    all->addWidget(m_view);
    connect(&Theme::instance(), &Theme::changed, this, &MeasuresTable::restyle);
    restyle();
}

void MeasuresTable::setTable(std::vector<MeasureLine> lines, const QString &newestHead, const QString &formerHead)
{
    m_newestHead = newestHead;
    m_formerHead = formerHead;
    m_model.setLines(std::move(lines), !formerHead.isEmpty());
    m_head->update();
    restyle();
}

void MeasuresTable::restyle()
{
    m_head->setFixedHeight(Theme::instance().px(HeadHeight));
    const int row = Theme::instance().boxHeight(metric::Row, {TextStyle::InputStrong});
    m_view->setFixedHeight(row * m_model.rowCount());
}

} // namespace thimblely::ui
