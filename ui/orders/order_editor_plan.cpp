// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/promise_text.h"
#include "ui/desk/desk.h"
#include "ui/orders/order_editor.h"

// What follows from the days to come: what can be promised, when things are tried on, the day all of it is for.

namespace thimblely::ui {

void OrderEditor::reloadPlan()
{
    // Of a large shop it takes longer than half a frame.
    auto plan = m_desk.reader().read<orders::DayPlan>(
        [now = m_desk.clock().now()](access::Session &session) { return orders::readDayPlan(session, now); });
    whenDone(std::move(plan), this, [this](const Result<orders::DayPlan> &read) {
        if (!read) {
            m_desk.notices().fail(read.error());
            return;
        }
        m_plan = std::make_shared<const orders::DayPlan>(*read);
        followVisits();
        Q_EMIT planRead();
    });
}

void OrderEditor::setPaperTicket(const QString &number)
{
    m_draft.paperTicketNumber = number;
    keep();
}

void OrderEditor::setEventText(const QString &text)
{
    m_eventText = text;
    m_draft.eventDate = eventDay().valueOr(std::nullopt);
    keep();
    Q_EMIT visitsChanged();
}

Result<std::optional<Date>> OrderEditor::eventDay() const
{
    if (m_eventText.trimmed().isEmpty())
        return std::optional<Date>();
    // What was said of an order that waited may have passed meanwhile.
    if (m_draft.eventDate && *m_draft.eventDate < m_desk.today() && m_eventText == typedPromise(*m_draft.eventDate))
        return m_draft.eventDate;
    TRY_ASSIGN(const orders::Promise read,
               orders::parsePromise(m_eventText, m_desk.calendar(), m_desk.clock().now(), m_desk.locale()));
    return std::optional(read.date);
}

void OrderEditor::setVisits(std::vector<Instant> visits)
{
    std::ranges::sort(visits);
    m_visits = std::move(visits);
    m_visitsTyped = true;
    keep();
    Q_EMIT visitsChanged();
}

void OrderEditor::proposeVisits()
{
    m_visitsTyped = false;
    keep();
    Q_EMIT visitsChanged();
}

//! Backwards from the promise, as often as the piece needs that is tried on most; and which piece at which of them.
void OrderEditor::followVisits()
{
    const bool arranges = m_plan && !m_addedTo && m_desk.principal().can(access::Capability::CalendarWrite);
    const std::vector<Instant> before = m_visits;
    if (!arranges) {
        m_draft.fittings.clear();
        return;
    }
    const FittingRules &rules = m_plan->fittingRules();
    if (!m_visitsTyped) {
        const int count = orders::plannedWork(m_draft, m_desk.today(), rules).fittings;
        m_visits = m_draft.promisedDate ? m_plan->fittingTimes(*m_draft.promisedDate, count, m_desk.calendar())
                                        : std::vector<Instant>();
    }
    m_draft.fittings = orders::fittingsAt(m_draft, m_visits, rules);
    if (m_visits != before)
        Q_EMIT visitsChanged();
}

} // namespace thimblely::ui
