// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/stock_service.h"
#include "core/orders/cloth_use.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::inventory;

namespace {

/*!
 * A shop where anything happens to a roll, and beside it what a person with a pencil would write down: what lies there,
 * what of it is promised, and what may be done at all.
 */
class AnyWeek {
public:
    void step()
    {
        const auto steps = {&AnyWeek::receive, &AnyWeek::use,    &AnyWeek::waste,   &AnyWeek::giveBack,
                            &AnyWeek::remnant, &AnyWeek::adjust, &AnyWeek::reserve, &AnyWeek::release,
                            &AnyWeek::count,   &AnyWeek::book,   &AnyWeek::cutFor,  &AnyWeek::complete,
                            &AnyWeek::cancel,  &AnyWeek::undo,   &AnyWeek::redo};
        m_shop.shop.clock.advanceMsecs(1'000);
        (this->**(steps.begin() + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<size_t>(0, steps.size()))))();
        check();
    }

    void check()
    {
        RC_ASSERT(m_shop.shelf() == std::pair(now().stock, now().reserved));
        // Stock is the sum of what moved it, line by line.
        qint64 stock = 0;
        qint64 reserved = 0;
        std::optional<MovementKey> after;
        do {
            const MovementPage page = m_shop.stock.movements(m_shop.roll, after, 7).value();
            for (const Movement &row : page.rows) {
                RC_ASSERT(row.newStock == row.previousStock + row.quantity);
                (changesShelf(row.type) ? stock : reserved) += row.quantity.milli();
            }
            after = page.next;
        } while (after);
        RC_ASSERT(std::pair(stock, reserved) == m_shop.shelf());
        // Below nothing, or below what is promised, only by what the rules leave to facts and to orders.
        RC_ASSERT(stock >= 0 || now().overdrawn);
        RC_ASSERT(reserved <= stock || now().short_);
        RC_ASSERT(reserved >= 0);
    }
    QStringList problems() const { return m_shop.problems(); }

private:
    struct Shelf {
        qint64 stock = 10'000;
        qint64 reserved = 0;
        qint64 byHand = 0;
        bool short_ = false;    //!< a fact or an order took from what is promised, or promised what was not there
        bool overdrawn = false; //!< an order cut more than the book knew of
        qint64 free() const { return stock - reserved; }
    };
    struct Piece {
        OrderId order;
        OrderItemId id;
        qint64 cloth;
        bool open = true; //!< its cloth waits on the roll
    };
    struct State {
        Shelf shelf;
        std::vector<Piece> pieces;
        bool byHand = false; //!< how it came to this
    };

    Shelf &now() { return m_now.shelf; }

    static qint64 anyLength() { return *rc::gen::inRange<qint64>(1, 6'000); }

    //! Whether it went well is what the pencil says, too.
    template <typename T>
    void byHand(const Result<T> &result, bool allowed, const std::function<void(Shelf &)> &change)
    {
        done(result, allowed, change);
        if (allowed)
            m_now.byHand = true;
    }
    template <typename T>
    void done(const Result<T> &result, bool allowed, const std::function<void(Shelf &)> &change)
    {
        RC_ASSERT(result.ok() == allowed);
        if (!allowed)
            return;
        m_before.push_back(m_now);
        m_undone.clear();
        m_now.byHand = false;
        change(now());
        settle();
    }
    void settle()
    {
        Shelf &shelf = now();
        shelf.short_ = shelf.short_ || shelf.reserved > shelf.stock;
        shelf.overdrawn = shelf.overdrawn || shelf.stock < 0;
    }

    void receive()
    {
        const qint64 much = anyLength();
        byHand(await(m_stock.receive(m_shop.roll, {Quantity(much)})), true, [&](Shelf &s) { s.stock += much; });
    }
    void use()
    {
        const qint64 much = anyLength();
        byHand(await(m_stock.use(m_shop.roll, Quantity(much), {})), much <= now().free(),
               [&](Shelf &s) { s.stock -= much; });
    }
    void waste()
    {
        const qint64 much = anyLength();
        byHand(await(m_stock.waste(m_shop.roll, Quantity(much), WasteReason::Flaw, {})), much <= now().stock,
               [&](Shelf &s) { s.stock -= much; });
    }
    void giveBack()
    {
        const qint64 much = anyLength();
        const bool toSupplier = *rc::gen::arbitrary<bool>();
        byHand(await(m_stock.giveBack(m_shop.roll, Quantity(much), toSupplier, {})),
               !toSupplier || much <= now().free(), [&](Shelf &s) { s.stock += toSupplier ? -much : much; });
    }
    void remnant()
    {
        const qint64 much = anyLength();
        const RemnantTo to = *rc::gen::element(RemnantTo::ThisRoll, RemnantTo::OwnPiece, RemnantTo::CutOff);
        byHand(await(m_stock.keepRemnant(m_shop.roll, {Quantity(much), to, QStringLiteral("Remnant")})),
               to != RemnantTo::CutOff || much <= now().free(), [&](Shelf &s) {
                   s.stock += to == RemnantTo::ThisRoll ? much : to == RemnantTo::CutOff ? -much : 0;
               });
    }
    void adjust()
    {
        const qint64 much = anyLength() * (*rc::gen::arbitrary<bool>() ? 1 : -1);
        byHand(await(m_shop.stock.adjust(m_shop.roll, Quantity(much), QStringLiteral("typed wrong"))),
               much > 0 || now().stock + much >= 0, [&](Shelf &s) { s.stock += much; });
    }
    void reserve()
    {
        const qint64 much = anyLength();
        byHand(await(m_stock.reserve(m_shop.roll, Quantity(much), QStringLiteral("a friend"))), much <= now().free(),
               [&](Shelf &s) {
                   s.reserved += much;
                   s.byHand += much;
               });
    }
    void release()
    {
        const qint64 much = anyLength();
        byHand(await(m_stock.release(m_shop.roll, Quantity(much), {})), much <= now().byHand, [&](Shelf &s) {
            s.reserved -= much;
            s.byHand -= much;
        });
    }
    void count()
    {
        const qint64 found = *rc::gen::inRange<qint64>(0, 20'000);
        byHand(await(m_stock.count({{}, {{m_shop.roll, Quantity(found), m_shop.shop.clock.now()}}})), true,
               [&](Shelf &s) { s.stock = found; });
    }
    void book()
    {
        const qint64 much = anyLength();
        const auto booked =
            await(m_shop.orders.book(m_shop.order({m_shop.withCloth(OrderShop::piece("Jacket", 45'000), much)})));
        done(booked, true, [&](Shelf &s) { s.reserved += much; });
        m_now.pieces.push_back({booked->id, m_shop.pieceIds(booked->id).front(), much});
    }
    Piece *anyOpen()
    {
        std::vector<Piece *> open;
        for (Piece &piece : m_now.pieces) {
            if (piece.open)
                open.push_back(&piece);
        }
        return open.empty() ? nullptr : open[*rc::gen::inRange<size_t>(0, open.size())];
    }
    //! What changes a piece is noted of the copy that stands for now.
    void end(OrderItemId id) { std::ranges::find(m_now.pieces, id, &Piece::id)->open = false; }
    void cutFor()
    {
        const Piece *piece = anyOpen();
        if (!piece)
            return;
        const Piece one = *piece;
        const qint64 much = anyLength();
        const bool allowed = much <= now().free() + one.cloth;
        done(await(m_uses.cut(one.id, Quantity(much), {})), allowed, [&](Shelf &s) {
            s.reserved -= one.cloth;
            s.stock -= much;
        });
        if (allowed)
            end(one.id);
    }
    void complete()
    {
        const Piece *piece = anyOpen();
        if (!piece)
            return;
        const Piece one = *piece;
        done(await(m_shop.orders.complete(one.order)), true, [&](Shelf &s) {
            s.reserved -= one.cloth;
            s.stock -= one.cloth;
        });
        end(one.id);
    }
    void cancel()
    {
        const Piece *piece = anyOpen();
        if (!piece)
            return;
        const Piece one = *piece;
        done(await(m_shop.orders.cancelPiece(one.id, QStringLiteral("changed their mind"))), true,
             [&](Shelf &s) { s.reserved -= one.cloth; });
        end(one.id);
    }
    //! Taken back by hand, nothing lies there less than nothing, and no more is promised than there is.
    bool canUndo() const
    {
        const Shelf &then = m_before.back().shelf;
        const Shelf &shelf = m_now.shelf;
        const bool gone = then.stock < shelf.stock && then.stock < 0;
        const bool promised = then.reserved > shelf.reserved && then.reserved > then.stock;
        return !m_now.byHand || (!gone && !promised);
    }
    void undo()
    {
        if (m_before.empty())
            return; // what was done before the week
        const auto undone = await(m_shop.shop.door->undo());
        RC_ASSERT(undone.ok() == canUndo());
        if (!undone)
            return;
        m_undone.push_back(m_now);
        m_now = m_before.back();
        m_before.pop_back();
    }
    void redo()
    {
        if (m_undone.empty())
            return;
        RC_ASSERT(await(m_shop.shop.door->redo()).ok());
        m_before.push_back(m_now);
        m_now = m_undone.back();
        m_undone.pop_back();
    }

    OrderShop m_shop;
    StockService m_stock{*m_shop.shop.session, *m_shop.shop.door};
    orders::ClothUseService m_uses{*m_shop.shop.session, *m_shop.shop.door};
    State m_now;
    std::vector<State> m_before;
    std::vector<State> m_undone;
};

} // namespace

//! Whatever happens to a roll, its stock is the sum of what moved it, and each move is taken or refused by the rules.
class TestStockLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stockIsTheSumOfItsMovements()
    {
        qputenv("RC_PARAMS", "max_success=25 max_size=30 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("stock is the sum of its movements", [] {
            AnyWeek week;
            const int steps = *rc::gen::inRange(1, 40);
            for (int i = 0; i < steps; ++i)
                week.step();
            const QStringList problems = week.problems();
            if (!problems.isEmpty())
                RC_FAIL(problems.join(u'\n').toStdString());
        }));
    }
};

QTEST_GUILESS_MAIN(TestStockLedger)
#include "tst_stock_ledger.moc"
