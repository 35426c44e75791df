// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/file_keeper.h"
#include "core/changes/draft_store.h"
#include "core/measurements/measurement_service.h"
#include "tests/core/together/counter_shop.h"

#include <random>

namespace thimblely::test {

/*!
 * A shop's day by dice: clients, orders with a deposit, further payments, hand-overs, measures, undo, and what is typed,
 * kept as a draft, with a copy of the file now and then. Each step is one operation that is acknowledged or refused.
 */
class MixedWork {
public:
    MixedWork(Counter &counter, const PreparedFile &file, quint32 seed)
        : m_counter(counter), m_file(file), m_random(seed),
          m_drafting(PreparedFile::require(counter.session->openConnection())), m_drafts(*m_drafting, file.clock),
          m_typed(typedIn(*m_drafting, file.clock).value_or(0)) // whoever was killed before typed that
    {}

    enum class Kind { Client, Order, Payment, Ready, HandOver, Measures, Undo, Draft, Copy };
    //! What a step came to. A refusal by the shop's rules (nothing to undo) is none of the disk's.
    struct Step {
        Kind kind;
        bool acknowledged;
        std::optional<Error> failure = {};
    };

    Step step()
    {
        static constexpr Kind dice[] = {Kind::Client,   Kind::Order,    Kind::Order, Kind::Order, Kind::Payment,
                                        Kind::Ready,    Kind::HandOver, Kind::Undo,  Kind::Draft, Kind::Draft,
                                        Kind::Measures, Kind::Measures, Kind::Copy};
        const Kind kind = m_clients.empty() ? Kind::Client : dice[m_random() % std::size(dice)];
        return run(kind);
    }

    //! What was typed last and is on the disk, by its own word.
    int typed() const { return m_typed; }
    static std::optional<int> typedIn(access::ScopedConnection &connection, const Clock &clock)
    {
        changes::DraftStore drafts(connection, clock);
        const auto draft = PreparedFile::require(drafts.load("counter", {}));
        return draft ? std::optional(draft->content.value(QStringLiteral("typed")).toInt()) : std::nullopt;
    }

    Step run(Kind kind)
    {
        switch (kind) {
        case Kind::Client:
            return client();
        case Kind::Order:
            return order();
        case Kind::Payment:
            return said(kind, pay());
        case Kind::Ready:
            return ready();
        case Kind::HandOver:
            return handOver();
        case Kind::Measures:
            return said(kind, measure());
        case Kind::Undo:
            return said(kind, changes::await(m_counter.door->undo()));
        case Kind::Draft:
            return draft();
        case Kind::Copy:
            return copy();
        }
        Q_UNREACHABLE();
    }

private:
    struct Open {
        OrderId id;
        std::vector<OrderItemId> pieces;
    };

    template <typename T>
    static Step said(Kind kind, const Result<T> &result)
    {
        if (result)
            return {kind, true};
        return {kind, false, result.error()};
    }

    Step client()
    {
        const auto made =
            changes::await(m_counter.clients.add(clientNamed(QStringLiteral("Client %1").arg(m_random() % 100'000))));
        if (made)
            m_clients.push_back(*made);
        return said(Kind::Client, made);
    }

    ClientId anyClient() { return m_clients[m_random() % m_clients.size()]; }

    Step order()
    {
        const auto booked = changes::await(
            m_counter.checkout.book(twoPieces(anyClient()), {{naira(qint64(m_random() % 30'000) * 100 + 100)}}));
        if (booked)
            m_open.push_back({booked->order.id, piecesOf(booked->order.id)});
        return said(Kind::Order, booked);
    }

    std::vector<OrderItemId> piecesOf(OrderId order)
    {
        std::vector<OrderItemId> pieces;
        auto query = PreparedFile::require(
            m_counter.session->reader().query("SELECT id FROM order_items WHERE order_id = ? AND charge IS NULL"));
        query->bind(order);
        while (query->step().valueOr(false))
            pieces.push_back(query->id<OrderItemId>(0));
        return pieces;
    }

    Result<void> pay()
    {
        if (m_open.empty())
            return Error{ErrorKind::NotFound, "mixed.nothing", {}, {}};
        finance::Bag bag;
        bag.paid = {m_open[m_random() % m_open.size()].id};
        TRY(changes::await(m_counter.checkout.handOver(bag, finance::PaymentDraft{naira(500'00)})));
        return {};
    }

    static Step nothingFor(Kind kind) { return {kind, false, Error{ErrorKind::NotFound, "mixed.nothing", {}, {}}}; }

    Step ready()
    {
        if (m_open.empty())
            return nothingFor(Kind::Ready);
        const size_t chosen = m_random() % m_open.size();
        const auto completed = changes::await(m_counter.orders.complete(m_open[chosen].id));
        if (completed)
            m_ready.push_back(m_open[chosen]);
        m_open.erase(m_open.begin() + std::ptrdiff_t(chosen));
        return said(Kind::Ready, completed);
    }

    Step handOver()
    {
        if (m_ready.empty())
            return nothingFor(Kind::HandOver);
        const Open chosen = m_ready.back();
        m_ready.pop_back();
        orders::HandOver leaving{chosen.id, chosen.pieces};
        leaving.ticketSeen = true;
        leaving.unpaidReason = QStringLiteral("pays tomorrow");
        return said(Kind::HandOver, changes::await(m_counter.checkout.handOver(leaving, std::nullopt)));
    }

    Result<void> measure()
    {
        MeasurementDraft draft{anyClient(), {}, SetKind::Body, {}};
        const qint64 waist = 70 + qint64(m_random() % 40); // cm; amounts are tenths of a millimetre
        draft.values = {
            {QStringLiteral("waist_circ"), Side::Both, waist * 100, AmountUnit::Centimetre, QString::number(waist)}};
        draft.warningsAccepted = {QStringLiteral("waist_circ:measure.outside_usual")};
        MeasurementService service(*m_counter.session, *m_counter.door);
        TRY(changes::await(service.save(draft)));
        return {};
    }

    Step draft()
    {
        const auto saved = m_drafts.save("counter", {}, {{QStringLiteral("typed"), m_typed + 1}});
        m_typed += saved ? 1 : 0;
        return said(Kind::Draft, saved);
    }

    Step copy()
    {
        const auto keeper = access::FileKeeper::open(m_counter.session->path());
        if (!keeper)
            return {Kind::Copy, false, keeper.error()};
        return said(Kind::Copy, (*keeper)->copyTo(m_file.dir.filePath(QStringLiteral("copy")), {}));
    }

    Counter &m_counter;
    const PreparedFile &m_file;
    std::mt19937 m_random;
    std::unique_ptr<access::ScopedConnection> m_drafting;
    changes::DraftStore m_drafts;
    int m_typed;
    std::vector<ClientId> m_clients;
    std::vector<Open> m_open;
    std::vector<Open> m_ready;
};

} // namespace thimblely::test
