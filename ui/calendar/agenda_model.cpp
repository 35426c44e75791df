// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/agenda_model.h"

#include "ui/desk/desk.h"
#include "ui/widgets/list_row_delegate.h"

#include <algorithm>

namespace thimblely::ui {

void AgendaModel::setWindow(std::shared_ptr<const calendar::CalendarWindow> window)
{
    beginResetModel();
    m_rows.clear();
    for (const calendar::Occurrence &one : window->occurrences) {
        const Date first = std::max(one.firstDay, window->from);
        CalendarBlock block = blockOf(m_desk, one, first);
        QStringList second{whenText(m_desk, one), kindName(one.kind)};
        const auto hand =
            std::ranges::find_if(window->people, [&](const auto &person) { return person.person == one.staff; });
        second.append(hand == window->people.end() ? QString() : hand->name);
        second.append(one.location);
        second.append(one.personal ? tr("only for me") : QString());
        second.removeAll(QString());
        m_rows.push_back({first, std::move(block), second.join(QStringLiteral(" · "))});
    }
    for (const orders::DueOrder &due : window->due) {
        QString when = m_desk.locale().toString(due.date.toQDate(), tr("ddd d MMMM"));
        if (due.time)
            when += QStringLiteral(", ") + m_desk.locale().toString(*due.time, QLocale::ShortFormat);
        CalendarBlock block = blockOf(m_desk, due, window->today);
        QString second = when + QStringLiteral(" · ") + tr("Order %1").arg(due.number);
        if (!block.status) // no shape at the row's end says so
            second += QStringLiteral(" · ") + block.state;
        m_rows.push_back({due.date, std::move(block), second});
    }
    std::ranges::stable_sort(m_rows, {}, &Row::date);
    endResetModel();
}

int AgendaModel::rowOf(Date date) const
{
    const auto found = std::ranges::lower_bound(m_rows, date, {}, &Row::date);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const CalendarBlock &block = row.block;
    switch (role) {
    case Qt::DisplayRole:
        return block.look == CalendarBlock::Look::Due ? block.text
               : block.lead.isEmpty()                 ? block.text
                                                      : block.lead + QLatin1Char(' ') + block.text;
    case Qt::AccessibleTextRole:
        return QString(row.second + QStringLiteral(", ") + block.spoken);
    case ListRowDelegate::SecondLine:
        return row.second;
    case ListRowDelegate::StatusRole:
        return block.status ? QVariant(int(*block.status)) : QVariant();
    case ListRowDelegate::StatusWord:
        return block.state;
    default:
        return {};
    }
}

} // namespace thimblely::ui
