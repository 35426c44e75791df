// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/calendar_model.h"

#include "core/base/initials.h"
#include "ui/desk/desk.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int daysOfWeek = 7;
constexpr int visitMinutes = 60; // as the plan of the days counts somebody who comes

} // namespace

CalendarModel::CalendarModel(Desk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk) {}

void CalendarModel::clear()
{
    beginResetModel();
    m_window.reset();
    m_dates.clear();
    m_heads.clear();
    m_rows.clear();
    endResetModel();
}

void CalendarModel::setWindow(std::shared_ptr<const calendar::CalendarWindow> window, Shape shape,
                              std::optional<Date> month)
{
    beginResetModel();
    m_window = std::move(window);
    m_shape = shape;
    m_dates.clear();
    m_heads.clear();
    m_rows.clear();
    if (shape == Shape::Persons)
        fillPersons();
    else
        fillWeeks(month);
    endResetModel();
}

int CalendarModel::columnOf(const std::optional<PersonId> &person) const
{
    const int nobody = m_window->hasOrders ? 2 : 1;
    if (!person)
        return nobody;
    const auto found = std::ranges::find(m_window->people, *person, &calendar::CalendarPerson::person);
    return found == m_window->people.end() ? nobody : nobody + 1 + int(found - m_window->people.begin());
}

std::optional<PersonId> CalendarModel::personOf(int column) const
{
    const int first = m_window && m_window->hasOrders ? 3 : 2;
    if (!m_window || m_shape == Shape::Weeks || column < first || column >= first + int(m_window->people.size()))
        return std::nullopt;
    return m_window->people[size_t(column - first)].person;
}

void CalendarModel::fillPersons()
{
    const calendar::CalendarWindow &window = *m_window;
    const int columns = columnOf({}) + 1 + int(window.people.size());
    std::vector<std::vector<CalendarCell>> rows(window.days.size(), std::vector<CalendarCell>(size_t(columns)));
    const auto rowOf = [&](Date date) { return size_t(window.from.daysTo(date)); };
    for (const orders::DueOrder &due : window.due)
        rows[rowOf(due.date)][1].blocks.push_back(blockOf(m_desk, due, window.today));
    const std::optional<PersonId> own = m_desk.principal().person;
    for (const calendar::Occurrence &one : window.occurrences) {
        const Date last = std::min(one.lastDay, window.to);
        for (Date date = std::max(one.firstDay, window.from); date <= last; date = date.plusDays(1))
            rows[rowOf(date)][size_t(columnOf(one.personal ? own : one.staff))].blocks.push_back(
                blockOf(m_desk, one, date));
    }
    for (const orders::PieceInHand &piece : window.inHand) {
        if (window.holds(piece.date))
            rows[rowOf(piece.date)][size_t(columnOf(piece.hand))].blocks.push_back(blockOf(m_desk, piece));
    }
    for (size_t i = 0; i < window.days.size(); ++i) {
        const calendar::CalendarDay &day = window.days[i];
        for (size_t person = 0; person < window.people.size(); ++person) {
            if (window.people[person].minutes[i] == 0)
                rows[i][size_t(columnOf({})) + 1 + person].free = day.closed ? QString() : tr("Day off");
        }
        // A day on which the shop is always shut is not there, where nothing is on it.
        const bool isEmpty = std::ranges::all_of(rows[i], [](const CalendarCell &cell) { return cell.blocks.empty(); });
        if (day.closed && day.closed->isEmpty() && isEmpty && window.days.size() > 1 && day.date != window.today)
            continue;
        m_dates.push_back(day.date);
        m_heads.push_back(headOf(m_desk, day, window.today));
        m_rows.push_back(std::move(rows[i]));
    }
}

void CalendarModel::fillWeeks(std::optional<Date> month)
{
    const calendar::CalendarWindow &window = *m_window;
    std::vector<CalendarCell> cells(window.days.size());
    const auto cellOf = [&](Date date) -> CalendarCell & { return cells[size_t(window.from.daysTo(date))]; };
    for (const calendar::Occurrence &one : window.occurrences) {
        const Date last = std::min(one.lastDay, window.to);
        for (Date date = std::max(one.firstDay, window.from); date <= last; date = date.plusDays(1))
            cellOf(date).blocks.push_back(blockOf(m_desk, one, date));
    }
    for (const orders::DueOrder &due : window.due)
        cellOf(due.date).blocks.push_back(blockOf(m_desk, due, window.today));
    for (size_t i = 0; i < window.days.size(); ++i) {
        m_dates.push_back(window.days[i].date);
        CalendarHead head = headOf(m_desk, window.days[i], window.today);
        head.name = m_desk.locale().toString(window.days[i].date.toQDate().day());
        head.isOutside = month && (month->toQDate().month() != window.days[i].date.toQDate().month());
        m_heads.push_back(std::move(head));
        if (window.days[i].closed)
            cells[i].free = window.days[i].closed;
        if (i % daysOfWeek == 0)
            m_rows.emplace_back();
        m_rows.back().push_back(std::move(cells[i]));
    }
}

const CalendarCell &CalendarModel::cell(const QModelIndex &index) const
{
    return m_rows[size_t(index.row())][size_t(index.column())];
}

const CalendarHead *CalendarModel::head(const QModelIndex &index) const
{
    if (m_shape == Shape::Weeks)
        return &m_heads[size_t(index.row() * daysOfWeek + index.column())];
    return index.column() == 0 ? &m_heads[size_t(index.row())] : nullptr;
}

Date CalendarModel::dateOf(const QModelIndex &index) const
{
    return m_dates[size_t(m_shape == Shape::Weeks ? index.row() * daysOfWeek + index.column() : index.row())];
}

QModelIndex CalendarModel::indexOf(Date date, int column) const
{
    const auto found = std::ranges::find(m_dates, date);
    if (found == m_dates.end())
        return {};
    const int at = int(found - m_dates.begin());
    return m_shape == Shape::Weeks ? index(at / daysOfWeek, at % daysOfWeek) : index(at, column);
}

QModelIndex CalendarModel::indexOf(const CalendarTarget &target, int *block) const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const auto &blocks = m_rows[size_t(row)][size_t(column)].blocks;
            const auto found = std::ranges::find(blocks, target, &CalendarBlock::target);
            if (found == blocks.end())
                continue;
            *block = int(found - blocks.begin());
            return index(row, column);
        }
    }
    return {};
}

int CalendarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CalendarModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : int(m_rows.front().size());
}

QVariant CalendarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    QStringList said;
    if (const CalendarHead *day = head(index))
        said.append(day->spoken);
    else if (role == Qt::AccessibleTextRole)
        said = {m_heads[size_t(index.row())].name,
                headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()};
    const CalendarCell &shown = cell(index);
    if (shown.free && !shown.free->isEmpty())
        said.append(*shown.free);
    for (const CalendarBlock &block : shown.blocks)
        said.append(block.spoken);
    return said.join(QStringLiteral("; "));
}

//! What a column's person has in hand these days, work and visits.
int CalendarModel::minutesOf(int column) const
{
    const auto person = personOf(column);
    int minutes = 0;
    for (const orders::PieceInHand &piece : m_window->inHand)
        minutes += piece.hand == person ? piece.minutes : 0;
    for (const calendar::Occurrence &one : m_window->occurrences)
        minutes += one.staff == person && one.kind == calendar::EventKind::Fitting ? visitMinutes : 0;
    return minutes;
}

QVariant CalendarModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_window || section < 0 || section >= columnCount())
        return {};
    if (m_shape == Shape::Weeks) {
        const int weekday = m_dates[size_t(section)].toQDate().dayOfWeek();
        return role == Qt::DisplayRole ? QVariant(m_desk.locale().dayName(weekday, QLocale::LongFormat))
               : role == ShortNameRole ? QVariant(m_desk.locale().dayName(weekday, QLocale::ShortFormat))
                                       : QVariant();
    }
    const auto person = personOf(section);
    const auto found = person ? std::ranges::find(m_window->people, *person, &calendar::CalendarPerson::person)
                              : m_window->people.end();
    switch (role) {
    case Qt::DisplayRole:
        return person                 ? found->name
               : isDayColumn(section) ? tr("Day, load")
               : isDueColumn(section) ? tr("Due")
                                      : tr("The shop");
    case ShortNameRole: {
        if (!person)
            return headerData(section, orientation, Qt::DisplayRole);
        const auto first = [](const QString &name) { return name.section(u' ', 0, 0); };
        const auto alike = std::ranges::count_if(
            m_window->people, [&](const auto &each) { return first(each.name) == first(found->name); });
        return alike == 1 ? first(found->name) : found->name;
    }
    case FaceRole:
        return person ? initialsOf(found->name) : QString();
    case HoursRole: {
        if (isDueColumn(section))
            return tr("from orders");
        if (!person)
            return QString();
        int works = 0;
        for (const int minutes : found->minutes)
            works += minutes;
        const auto figure = [&](int minutes) {
            return m_desk.locale().toString((minutes * 10 + 30) / 60 / 10.0, 'g', 4);
        };
        return works == 0 ? QString() : tr("%1 of %2 h").arg(figure(minutesOf(section)), figure(works));
    }
    default:
        return {};
    }
}

} // namespace thimblely::ui
