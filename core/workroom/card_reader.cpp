// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/card_reader.h"

#include "core/inventory/shop_terms.h"
#include "core/orders/piece_json.h"
#include "core/orders/work_minutes.h"
#include "core/workroom/work_log.h"

namespace thimblely::workroom {

namespace {

using access::Capability;
using access::Principal;
using storage::Statement;

#define CARD                                                                                                           \
    "SELECT piece.id, piece.order_id, orders.order_number, piece.position, piece.item_kind, piece.garment_type,"       \
    " piece.item_name, piece.colour, piece.style_options, piece.tasks, piece.fabric_source, piece.fabric_order,"       \
    " piece.client_fabric_note, piece.client_fabric_milli, piece.stage, piece.stage_key, orders.promised_date,"        \
    " orders.promised_time, orders.is_rush, piece.hold, piece.assigned_to, piece.minutes_planned,"                     \
    " piece.minutes_spent, piece.work, piece.qc, piece.delay_reason, piece.ready_at, piece.rack_location,"             \
    " piece.set_no IS NOT NULL, piece.charge IS NULL,"                                                                 \
    " (SELECT count(*) FROM sys_activity AS note"                                                                      \
    "   WHERE note.order_item_id = piece.id AND note.kind = 'note' AND note.data ->> 'text' IS NOT NULL), "
#define OF_PIECE                                                                                                       \
    " FROM order_items AS piece JOIN orders ON orders.id = piece.order_id"                                             \
    " WHERE piece.id = ?"
#define WEARER "(SELECT name FROM clients WHERE clients.id = ifnull(piece.wearer_client_id, orders.client_id))"

//! Three questions, for three kinds of people: no statement changes its columns by who asks.
const char *cardQuery(const Principal &principal)
{
    const bool whole = principal.can(Capability::OrdersRead);
    if (whole && principal.can(Capability::ClientsRead))
        return CARD "ifnull(" WEARER ", orders.customer_name), orders.notes" OF_PIECE;
    return whole ? CARD "orders.customer_name, orders.notes" OF_PIECE : CARD WEARER ", NULL" OF_PIECE;
}

#undef CARD
#undef OF_PIECE
#undef WEARER

Result<orders::PieceDraft> mapFacts(const Statement &row)
{
    orders::PieceDraft facts;
    TRY_ASSIGN(facts.kind, orders::pieceKindFromCode(row.text(4)));
    facts.garmentType = row.text(5);
    facts.name = row.text(6);
    facts.colour = row.text(7);
    orders::readStyle(row.utf8(8), facts);
    TRY_ASSIGN(const Currency none, Currency::parse(u"XXX")); // of no price: none is read
    facts.tasks = orders::readTasks(row.utf8(9), {}, none);
    if (!row.isNull(10)) {
        TRY_ASSIGN(facts.fabricSource, orders::fabricSourceFromCode(row.text(10)));
    }
    orders::readFabricOrder(row.utf8(11), facts);
    facts.clientClothNote = row.text(12);
    if (const auto cloth = row.optionalInt64(13))
        facts.clientCloth = Quantity(*cloth);
    return facts;
}

} // namespace

Result<std::vector<WorkCard>> CardReader::cards(const std::vector<OrderItemId> &pieces)
{
    TRY_ASSIGN(auto query, m_connection.query(cardQuery(m_connection.principal())));
    std::vector<WorkCard> cards;
    std::vector<QByteArray> work;
    cards.reserve(pieces.size());
    for (const OrderItemId &piece : pieces) {
        query->reset();
        query->bind(piece);
        TRY_ASSIGN(const bool found, query->step());
        if (!found || !query->boolean(29))
            continue;
        TRY_ASSIGN(WorkCard card, map(*query));
        cards.push_back(std::move(card));
        work.push_back(query->utf8(23));
    }
    for (size_t i = 0; i < cards.size(); ++i) {
        TRY(addPeople(cards[i], work[i]));
        TRY(addFitting(cards[i]));
    }
    return cards;
}

Result<WorkCard> CardReader::map(Statement &row)
{
    TRY_ASSIGN(orders::PieceDraft facts, mapFacts(row));
    TRY_ASSIGN(const orders::Stage stage, orders::stageFromCode(row.text(14)));
    const int step = m_terms.steps.of(facts.kind, stage, row.text(15));
    WorkCard card{row.id<OrderItemId>(0),
                  row.id<OrderId>(1),
                  QStringLiteral("%1-%2").arg(row.text(2)).arg(row.int64(3)),
                  row.text(31),
                  std::move(facts),
                  stage,
                  step,
                  row.optionalDate(16),
                  row.isNull(17) ? std::nullopt : std::optional(inventory::timeFromColumn(row.text(17)))};
    card.rush = row.boolean(18);
    card.hold = orders::readHold(row.utf8(19));
    if (card.hold && !card.hold->isOpen())
        card.hold.reset();
    card.given = row.optionalId<PersonId>(20);
    card.minutes = int(row.optionalInt64(21).value_or(orders::minutesOf(card.facts)));
    card.left = orders::minutesLeft(card.minutes, stage);
    card.spent = int(row.optionalInt64(22).value_or(0));
    card.checks = int(m_checks.checks.size());
    card.checked = passedOf(m_checks, readAnswers(row.utf8(24)));
    card.delay = row.text(25);
    card.readyAt = row.optionalInstant(26);
    card.rack = row.text(27);
    card.isSet = row.boolean(28);
    card.notes = int(row.int64(30));
    card.orderNote = row.text(32);
    card.tried = m_terms.isTried(card.facts.kind, card.facts.garmentType);
    return card;
}

Result<void> CardReader::addPeople(WorkCard &card, const QByteArray &work)
{
    if (card.given) {
        TRY_ASSIGN(card.givenName, nameOf(*card.given));
    }
    for (const Spell &spell : readSpells(work)) {
        if (!spell.isRunning())
            continue;
        TRY_ASSIGN(QString name, nameOf(spell.who));
        card.atWork.push_back({spell.who, std::move(name), spell.start});
    }
    return {};
}

//! As the team calls them; empty where the person may not read names.
Result<QString> CardReader::nameOf(PersonId person)
{
    const auto known = m_names.find(person);
    if (known != m_names.end())
        return known->second;
    TRY_ASSIGN(auto query, m_connection.query("SELECT full_name FROM profiles WHERE id = ?"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    return m_names.emplace(person, found ? query->text(0) : QString()).first->second;
}

Result<void> CardReader::addFitting(WorkCard &card)
{
    if (!m_connection.principal().can(Capability::CalendarRead))
        return {};
    TRY_ASSIGN(auto query, m_connection.query(R"(
        SELECT start_at, fitting_no, status
          FROM events
         WHERE order_id = ?1 AND event_type = 'fitting' AND status <> 'cancelled'
           AND (order_item_ids IS NULL OR EXISTS (SELECT 1 FROM json_each(order_item_ids) WHERE value = ?2))
         ORDER BY start_at)"));
    query->bind(card.order, card.id.toString());
    int inAll = 0;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        const QByteArray status = query->utf8(2);
        const bool missed = status == "missed";
        const Instant at = query->instant(0);
        const int number = int(query->optionalInt64(1).value_or(inAll + 1));
        inAll = std::max(inAll + (missed ? 0 : 1), number);
        if (status == "completed") {
            card.fitting.reset(); // what came after it is what counts
            continue;
        }
        const bool over = missed || m_calendar.dayOf(at) < m_today;
        // The next one that is still to come, else the last one to which nobody came.
        if (!card.fitting || card.fitting->missed)
            card.fitting = CardFitting{at, number, number, over};
    }
    if (card.fitting) {
        card.fitting->of = std::max(inAll, card.fitting->number);
        card.tried = true;
    }
    return {};
}

} // namespace thimblely::workroom
