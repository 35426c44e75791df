// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_walk.h"

#include <map>

namespace thimblely::workroom {

//! Reads cards of pieces, one by one, for pages of them; for this folder only. Lives for one moment of the file.
class CardReader {
public:
    CardReader(access::ScopedConnection &connection, const WorkTerms &terms, const Checklist &checks, Date today,
               const ShopCalendar &calendar)
        : m_connection(connection), m_terms(terms), m_checks(checks), m_today(today), m_calendar(calendar)
    {}

    //! Those that are gone are left out.
    Result<std::vector<WorkCard>> cards(const std::vector<OrderItemId> &pieces);

private:
    Result<WorkCard> map(storage::Statement &row);
    Result<void> addPeople(WorkCard &card, const QByteArray &work);
    Result<QString> nameOf(PersonId person);
    Result<void> addFitting(WorkCard &card);

    access::ScopedConnection &m_connection;
    const WorkTerms &m_terms;
    const Checklist &m_checks;
    Date m_today;
    const ShopCalendar &m_calendar;
    std::map<PersonId, QString> m_names;
};

} // namespace thimblely::workroom
