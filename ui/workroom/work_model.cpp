// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_model.h"

#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/widgets/row_patch.h"
#include "ui/workroom/work_words.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

using workroom::WorkCard;
using workroom::WorkDay;

bool isSameDay(const WorkDay &a, const WorkDay &b)
{
    return a.day == b.day && a.late == b.late;
}

} // namespace

WorkModel::WorkModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

QByteArray WorkModel::Row::key() const
{
    if (card)
        return card->id.view().toByteArray();
    return day.late ? QByteArray("late") : day.day ? day.day->toIso().toLatin1() : QByteArray("none");
}

WorkDay WorkModel::dayOf(const WorkCard &card) const
{
    WorkDay day;
    day.late = card.promised && *card.promised < m_desk.today();
    if (!day.late)
        day.day = card.promised;
    const auto known = std::ranges::find_if(m_days, [&](const WorkDay &each) { return isSameDay(each, day); });
    return known == m_days.end() ? day : *known;
}

std::vector<WorkModel::Row> WorkModel::rowsOf(const std::vector<WorkCard> &cards,
                                              const std::optional<WorkDay> &before) const
{
    std::vector<Row> rows;
    rows.reserve(cards.size() + m_days.size());
    std::optional<WorkDay> last = before;
    for (const WorkCard &card : cards) {
        const WorkDay day = dayOf(card);
        if (m_byDay && (!last || !isSameDay(*last, day)))
            rows.push_back({day, std::nullopt});
        rows.push_back({day, card});
        last = day;
    }
    return rows;
}

void WorkModel::show(std::vector<Row> rows, const std::optional<workroom::WorkKey> &next)
{
    m_next = next;
    m_fetching = false;
    const RowPatch tell{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                        [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                        [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
    patchRows(
        m_rows, std::move(rows), [](const Row &row) { return row.key(); }, tell);
}

void WorkModel::setColumn(const workroom::BoardColumn &column, const workroom::Steps &steps)
{
    m_byDay = false;
    m_days.clear();
    m_steps = steps;
    show(rowsOf(column.first.cards, std::nullopt), column.first.next);
}

void WorkModel::setList(const workroom::WorkList &list, bool mine)
{
    m_mine = mine;
    m_byDay = true;
    m_days = list.days;
    m_steps = list.steps;
    m_longestTag.clear();
    measure(list.first.cards);
    show(rowsOf(list.first.cards, std::nullopt), list.first.next);
}

void WorkModel::measure(const std::vector<WorkCard> &cards)
{
    for (const WorkCard &card : cards) {
        if (card.tag.size() > m_longestTag.size())
            m_longestTag = card.tag;
    }
}

void WorkModel::append(const std::optional<workroom::WorkPage> &page)
{
    m_fetching = false;
    if (!page)
        return;
    m_next = page->next;
    std::vector<WorkCard> fresh; // a piece that moved down meanwhile may be there already
    for (const WorkCard &card : page->cards) {
        if (rowOf(card.id) < 0)
            fresh.push_back(card);
    }
    measure(fresh);
    std::vector<Row> rows = rowsOf(fresh, m_rows.empty() ? std::nullopt : std::optional(m_rows.back().day));
    if (rows.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

int WorkModel::rowOf(OrderItemId piece) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row &row) { return row.card && row.card->id == piece; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int WorkModel::cards() const
{
    return int(std::ranges::count_if(m_rows, [](const Row &row) { return row.card.has_value(); }));
}

int WorkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant WorkModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const WorkCard *piece = card(index.row());
    switch (role) {
    case IsHead:
        return piece == nullptr;
    case Qt::DisplayRole:
        return piece ? QString(piece->tag + u' ' + piece->who + u' ' + piece->facts.name)
                     : headWords(m_desk, day(index.row()));
    case Qt::ToolTipRole: // what a narrow card has no room for
        return piece ? spokenCard(m_desk, *piece, m_steps) : QString();
    case Qt::AccessibleTextRole:
        return piece ? spokenCard(m_desk, *piece, m_steps)
                     : headWords(m_desk, day(index.row())) + QStringLiteral(", ") + headCount(m_desk, day(index.row()));
    default:
        return {};
    }
}

//! The head of a day is no piece: the keyboard goes past it.
Qt::ItemFlags WorkModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractListModel::flags(index);
    if (card(index.row()))
        return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
    return Qt::ItemIsEnabled;
}

bool WorkModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_fetching;
}

void WorkModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    Q_EMIT moreWanted();
}

} // namespace thimblely::ui
