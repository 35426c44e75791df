// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/day_page_json.h"
#include "core/finance/till_repository.h"
#include "core/finance/till_writer.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::finance {

namespace {

qint64 seqOf(const std::optional<TillEvent> &event)
{
    return event ? event->seq : 0;
}

Money amountIn(const std::optional<TillEvent> &event, const char *key, Currency currency)
{
    return {event ? event->data.value(QLatin1String(key)).toInteger() : 0, currency};
}

} // namespace

Result<TillState> tillState(access::ScopedConnection &connection, const AtTill &which)
{
    TRY(connection.principal().require(access::Capability::TillOperate));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(connection));
    TillRepository till(connection, terms.currency, which);
    TRY_ASSIGN(const auto opened, till.newest("till_opened"));
    TRY_ASSIGN(const auto counted, till.newest("till_counted"));
    TRY_ASSIGN(const auto closed, till.newest("till_closed"));
    TRY_ASSIGN(const qint64 newest, till.newestEntry());
    TRY_ASSIGN(const bool arrived, till.hasArrived());
    const bool isOpen = seqOf(opened) > seqOf(closed);
    // What moved after a count makes it a count of something else.
    const bool isCounted = seqOf(counted) > std::max(seqOf(closed), newest);
    const Money carried = amountIn(closed, "kept_minor", terms.currency);
    TillState state{till.till(),
                    isCounted ? TillPhase::Counted
                    : isOpen  ? TillPhase::Open
                              : TillPhase::Closed,
                    {},
                    {},
                    isOpen ? amountIn(opened, "opening_minor", terms.currency) : carried,
                    carried,
                    newest > 0 || arrived,
                    {},
                    {},
                    {},
                    {}};
    TRY_ASSIGN(state.firstEntry, till.firstEntryDay());
    if (isOpen) {
        state.openedAt = opened->occurredAt;
        TRY_ASSIGN(state.openedBy, till.nameOf(opened->person));
    }
    if (isCounted) {
        DayPage page =
            emptyDayPage(counted->id, terms.calendar.dayOf(counted->occurredAt), counted->occurredAt, terms.currency);
        readDayPage(counted->data, page);
        state.count = page.count;
    }
    if (closed) {
        state.lastClosed = terms.calendar.dayOf(closed->occurredAt);
        state.lastClosing = closed->id;
    }
    return state;
}

Result<DayPage> dayPageOf(access::ScopedConnection &connection, ActivityId closing)
{
    TRY(connection.principal().require(access::Capability::TillOperate));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(connection));
    TillRepository till(connection, terms.currency);
    TRY_ASSIGN(const auto event, till.event(closing));
    if (!event || event->kind != "till_closed")
        return Error{ErrorKind::NotFound, "till.not_found", {}, {}};
    DayPage page = emptyDayPage(closing, terms.calendar.dayOf(event->occurredAt), event->occurredAt, terms.currency);
    readDayPage(event->data, page);
    TRY_ASSIGN(page.closedBy, till.nameOf(event->person));
    page.ofAnotherDevice = event->till != changes::TillChain::here(connection.principal());
    page.hash = storage::TillLink::fromJson(event->data.value(QLatin1String("chain")).toObject()).hash;
    return page;
}

} // namespace thimblely::finance
