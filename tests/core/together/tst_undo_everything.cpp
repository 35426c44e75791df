// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"
#include "tests/core/together/counter_shop.h"

#include <QCryptographicHash>
#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;

namespace {

enum class Step { AddClient, RenameClient, Deliver, CountStock, Book, BookWithDeposit, Pay, Complete };

void showValue(Step step, std::ostream &out)
{
    out << int(step);
}

/*!
 * Everything a person sees: the live rows with their derived figures (what is owed, stock, stages), and the ledgers'
 * sums. Moments are left out: what is done again is done now.
 */
QByteArray seen(storage::Connection &connection)
{
    QByteArray all;
    for (const char *table : {"clients", "orders", "order_items", "inventory_items"}) {
        auto columns = PreparedFile::require(connection.query("SELECT group_concat(name) FROM pragma_table_info(?)"
                                                              " WHERE name NOT LIKE '%\\_at' ESCAPE '\\'"));
        columns->bind(table);
        PreparedFile::require(columns->step());
        auto rows = PreparedFile::require(connection.query("SELECT " + columns->utf8(0) + " FROM " + table +
                                                           " WHERE deleted_at IS NULL ORDER BY id"));
        while (PreparedFile::require(rows->step())) {
            all += table;
            for (int column = 0; column < rows->columnCount(); ++column)
                all += rows->isNull(column) ? QByteArray("~;") : rows->blob(column).toHex() + ';';
            all += '\n';
        }
    }
    for (const char *sum :
         {"SELECT ifnull(sum(amount_minor * iif(reverses_transaction_id IS NULL, 1, -1)), 0) FROM transactions",
          "SELECT ifnull(sum(quantity_milli), 0) FROM inventory_movements",
          "SELECT ifnull(sum(amount_minor), 0) FROM sys_daily_totals"}) {
        auto query = PreparedFile::require(connection.query(sum));
        PreparedFile::require(query->step());
        all += query->utf8(0) + '\n';
    }
    return all;
}

//! Walks through the services as a shop does; a step that has nothing to work on is skipped.
class Shop {
public:
    explicit Shop(const PreparedFile &file)
        : path(file.copy(QStringLiteral("shop"))), counter({path}, file),
          plain(PreparedFile::require(storage::Connection::open({path})))
    {
        client = PreparedFile::require(await(counter.clients.add(clientNamed(QStringLiteral("Halima")))));
        inventory::ItemDraft cloth;
        cloth.name = QStringLiteral("Wool");
        cloth.unit = QStringLiteral("m");
        item = PreparedFile::require(await(counter.stock.add(cloth)));
        // Nobody finds less than nothing, however often they count.
        PreparedFile::require(await(counter.stock.stockIn(item, Quantity::whole(100))));
    }

    bool run(Step step, int number)
    {
        switch (step) {
        case Step::AddClient:
            return done(await(counter.clients.add(clientNamed(QStringLiteral("Client %1").arg(number)))));
        case Step::RenameClient:
            return done(await(counter.clients.update(client, clientNamed(QStringLiteral("Halima %1").arg(number)))));
        case Step::Deliver:
            return done(await(counter.stock.stockIn(item, Quantity::whole(3 + number))));
        case Step::CountStock:
            return done(await(counter.stock.adjust(item, Quantity::whole(-1), QStringLiteral("counted"))));
        case Step::Book:
            return booked(await(counter.checkout.book(withCloth(), {})));
        case Step::BookWithDeposit:
            return booked(await(counter.checkout.book(withCloth(), {{naira(10'000'00)}})));
        case Step::Pay:
            return order && done(await(payments.take(*order, {naira(1'000'00 + number)})));
        case Step::Complete:
            return order && !std::exchange(completed, true) && done(await(counter.orders.complete(*order)));
        }
        return false;
    }

    QString path;
    Counter counter;
    finance::PaymentService payments{*counter.session, *counter.door};
    std::unique_ptr<storage::Connection> plain;

private:
    orders::OrderDraft withCloth() const
    {
        orders::OrderDraft draft = twoPieces(client);
        draft.pieces[0].inventoryItem = item;
        draft.pieces[0].shopCloth = Quantity::whole(2);
        return draft;
    }
    template <typename T>
    static bool done(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(describe(result.error())));
        return true;
    }
    bool booked(const Result<finance::CheckedOut> &result)
    {
        done(result);
        order = result->order.id;
        completed = false;
        return true;
    }

    ClientId client = ClientId::fromName("none");
    InventoryItemId item = InventoryItemId::fromName("none");
    std::optional<OrderId> order;
    bool completed = false;
};

} // namespace

class TestUndoEverything : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsUndoneAndDoneAgainIsAsItWas()
    {
        const PreparedFile file;
        size_t undone = 0;
        const bool holds = rc::check("undo all, redo all, undo all", [&] {
            const auto steps = *rc::gen::container<std::vector<Step>>(
                9, rc::gen::map(rc::gen::inRange(0, 8), [](int step) { return Step(step); }));
            Shop shop(file);
            std::vector<QByteArray> states = {seen(*shop.plain)};
            int number = 0;
            for (const Step step : steps) {
                if (shop.run(step, ++number))
                    states.push_back(seen(*shop.plain));
            }
            for (int round = 0; round < 2; ++round) {
                for (size_t i = states.size() - 1; i > 0; --i) {
                    require(await(shop.counter.door->undo()));
                    ++undone;
                    RC_ASSERT(seen(*shop.plain) == states[i - 1]);
                }
                for (size_t i = 1; round == 0 && i < states.size(); ++i) {
                    require(await(shop.counter.door->redo()));
                    RC_ASSERT(seen(*shop.plain) == states[i]);
                }
            }
            const auto problems = storage::verify(*shop.plain);
            RC_ASSERT(problems.ok());
            if (!problems->empty())
                RC_FAIL(problems->front().detail.toStdString());
        });
        QVERIFY(holds);
        QVERIFY2(undone > 200, qPrintable(QString::number(undone)));
    }

private:
    static void require(const Result<changes::ChangeSet> &result)
    {
        if (!result)
            RC_FAIL(describe(result.error()).toStdString());
    }
};

int main(int argc, char *argv[])
{
    qputenv("RC_PARAMS", qEnvironmentVariable("RC_PARAMS", QStringLiteral("max_success=25 seed=20261125")).toUtf8());
    QCoreApplication application(argc, argv);
    TestUndoEverything test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_undo_everything.moc"
