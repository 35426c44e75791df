// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/verify.h"
#include "tests/core/storage/shop_file.h"

#include <QTest>
#include <rapidcheck.h>

#include <sstream>

using namespace thimblely;
using namespace thimblely::storage;
using test::ShopFile;

namespace {

constexpr int clients = 3;
constexpr int orders = 4;
constexpr int pieces = 8;
constexpr int items = 3;
constexpr int clientIds = 100;
constexpr int orderIds = 200;
constexpr int pieceIds = 300;
constexpr int itemIds = 400;
constexpr int feedId = 500;
constexpr int productId = 501;

std::string textOf(const std::vector<Problem> &problems)
{
    std::ostringstream text;
    for (const Problem &problem : problems) {
        text << nameOf(problem.kind) << ' ' << problem.table.constData() << ' ' << problem.row.constData() << ": "
             << problem.detail.toStdString() << '\n';
    }
    return text.str();
}

std::string problemsOf(ShopFile &file)
{
    file.run("UPDATE sys_current_operation SET operation_id = NULL");
    const auto found = verify(file.connection());
    file.run("UPDATE sys_current_operation SET operation_id = 1");
    return found ? textOf(found.value()) : describe(found.error()).toStdString();
}

//! A random life of a shop, one statement at a time; some are refused, which must leave the figures right too.
class Life {
public:
    explicit Life(ShopFile &file) : m_file(file)
    {
        for (int i = 0; i < clients; ++i)
            m_file.run("INSERT INTO clients (id, workspace_id, name, created_at, updated_at) VALUES (" +
                       ShopFile::id(clientIds + i) + ", " + m_file.workspace + ", 'Client', 0, 0)");
        m_file.run("INSERT INTO feeds (id, user_id, feed_type, created_at, updated_at) VALUES (" +
                   ShopFile::id(feedId) + ", " + m_file.person +
                   ", 'image', 0, 0);"
                   "INSERT INTO marketplace_products (id, workspace_id, seller_id, title, price_minor, currency,"
                   " created_at, updated_at) VALUES (" +
                   ShopFile::id(productId) + ", " + m_file.workspace + ", " + m_file.person +
                   ", 'Agbada', 100, 'NGN', 0, 0)");
        for (int i = 0; i < 10; ++i) {
            newOrder();
            newPiece();
        }
    }

    int accepted = 0;
    int refused = 0;

    void live()
    {
        switch (number(0, 15)) {
        case 0:
            return newOrder();
        case 1:
        case 2:
        case 3:
            return newPiece();
        case 4:
            return changePiece();
        case 5:
        case 6:
            return stage();
        case 7:
            return cancel();
        case 8:
        case 9:
            return pay();
        case 10:
            return reverse();
        case 11:
            return confirm();
        case 12:
            return changeOrder();
        case 13:
            return move();
        case 14:
            return issue();
        default:
            return like();
        }
    }

private:
    static int number(int from, int to) { return *rc::gen::inRange(from, to + 1); }
    static QByteArray text(int value) { return QByteArray::number(value); }
    static QByteArray oneOf(std::initializer_list<const char *> list)
    {
        return QByteArray(*(list.begin() + number(0, int(list.size()) - 1)));
    }
    QByteArray fresh() { return ShopFile::id(10000 + m_next++); }
    QByteArray anyOrder() { return ShopFile::id(orderIds + number(0, orders - 1)); }
    QByteArray anyPiece() { return ShopFile::id(pieceIds + number(0, pieces - 1)); }
    QByteArray anyItem() { return ShopFile::id(itemIds + number(0, items - 1)); }
    void attempt(const QByteArray &sql) { ++(m_file.tryRun(sql).isEmpty() ? accepted : refused); }

    void newOrder()
    {
        attempt("INSERT INTO orders (id, workspace_id, client_id, order_number, order_date, currency, tax_inclusive,"
                " created_at, updated_at) VALUES (" +
                anyOrder() + ", " + m_file.workspace + ", " +
                (number(0, 3) == 0 ? QByteArray("NULL") : ShopFile::id(clientIds + number(0, clients - 1))) + ", " +
                (number(0, 2) == 0 ? QByteArray("NULL") : text(m_next++)) + ", '2026-11-1" + text(number(0, 9)) +
                "', 'NGN', " + text(number(0, 1)) + ", 0, 0)");
    }
    void newPiece()
    {
        attempt("INSERT INTO order_items (id, workspace_id, order_id, item_kind, item_name, unit_price_minor,"
                " discount_minor, total_minor, taxes, created_at, updated_at) VALUES (" +
                anyPiece() + ", " + m_file.workspace + ", " + anyOrder() + ", 'make', 'Trousers', 500, " +
                text(number(0, 50)) + ", " + text(number(0, 500)) + ", " +
                oneOf({"NULL", "'[]'", "'[{\"name\":\"VAT\",\"rate\":75000,\"minor\":37}]'",
                       "'[{\"name\":\"CGST\",\"minor\":9},{\"name\":\"SGST\",\"minor\":9}]'"}) +
                ", 0, 0)");
    }
    void changePiece()
    {
        const QByteArray what = oneOf({"total_minor = 77", "discount_minor = 5", "deleted_at = 1", "deleted_at = NULL",
                                       "taxes = NULL", "taxes = '[{\"minor\":3}]'", "order_id = ?", "colour = 'navy'"});
        attempt("UPDATE order_items SET " + QByteArray(what).replace('?', anyOrder()) + " WHERE id = " + anyPiece());
        if (number(0, 5) == 0)
            attempt("DELETE FROM order_items WHERE id = " + anyPiece());
    }
    void activity(const QByteArray &column, const QByteArray &row, const QByteArray &kind, const QByteArray &stage)
    {
        attempt("INSERT INTO sys_activity (id, workspace_id, " + column +
                ", kind, stage, occurred_at, created_at,"
                " updated_at) VALUES (" +
                fresh() + ", " + m_file.workspace + ", " + row + ", '" + kind + "', " + stage + ", " +
                text(number(1, 20)) + ", 0, 0)"); // out of order, as from two devices
    }
    void stage()
    {
        activity("order_item_id", anyPiece(), "stage",
                 oneOf({"'booked'", "'measured'", "'cut'", "'fitting'", "'ready'", "'ready'", "'collected'"}));
    }
    void cancel() { activity("order_item_id", anyPiece(), oneOf({"cancelled", "restored"}), "NULL"); }
    void pay()
    {
        const int target = number(0, 4);
        const QByteArray column = target < 3 ? "order_id" : target == 3 ? "invoice_id" : "goal_id";
        const QByteArray row = target < 3 ? anyOrder() : target == 3 ? anyInvoice() : QByteArray("NULL");
        const QByteArray id = fresh();
        m_payments.append(id);
        attempt("INSERT INTO transactions (id, workspace_id, " + column +
                ", transaction_type, effect, category,"
                " amount_minor, currency, payment_method, date, occurred_at, created_at, updated_at) VALUES (" +
                id + ", " + m_file.workspace + ", " + row + ", '" + oneOf({"income", "income", "expense"}) + "', '" +
                oneOf({"profit", "profit", "cash_move", "owed"}) + "', '" + oneOf({"sale", "rent"}) + "', " +
                text(number(1, 400)) + ", 'NGN', '" + oneOf({"cash", "transfer", "card"}) + "', '2026-11-2" +
                text(number(0, 1)) + "', 0, 0, 0)");
    }
    void reverse()
    {
        if (m_payments.isEmpty())
            return;
        const QByteArray id = fresh();
        const QByteArray original = m_payments.at(number(0, int(m_payments.size()) - 1));
        m_payments.append(id);
        attempt("INSERT INTO transactions (id, workspace_id, order_id, invoice_id, reverses_transaction_id, reason,"
                " transaction_type, effect, category, amount_minor, currency, payment_method, date, occurred_at,"
                " created_at, updated_at) SELECT " +
                id +
                ", workspace_id, order_id, invoice_id, id, 'mistyped',"
                " transaction_type, effect, category, max(1, amount_minor / " +
                text(number(1, 2)) + "), currency, '" + oneOf({"cash", "transfer"}) +
                "', date, 0, 0, 0 FROM transactions WHERE id = " + original);
    }
    void confirm()
    {
        if (!m_payments.isEmpty())
            activity("transaction_id", m_payments.at(number(0, int(m_payments.size()) - 1)),
                     oneOf({"confirmed", "confirmed", "unconfirmed"}), "NULL");
    }
    void changeOrder()
    {
        const QByteArray what = oneOf({"order_number = ?", "order_number = NULL", "deleted_at = 1", "deleted_at = NULL",
                                       "tax_inclusive = 1 - tax_inclusive", "client_id = #", "client_id = NULL",
                                       "order_date = '2026-12-01'"});
        attempt("UPDATE orders SET " +
                QByteArray(what).replace('?', text(m_next++)).replace('#', ShopFile::id(clientIds + number(0, 2))) +
                " WHERE id = " + anyOrder());
        if (number(0, 5) == 0)
            attempt("DELETE FROM orders WHERE id = " + anyOrder());
    }
    void move()
    {
        const QByteArray item = anyItem();
        attempt("INSERT INTO inventory_items (id, workspace_id, item_kind, name, unit, currency, min_stock_milli,"
                " created_at, updated_at) VALUES (" +
                item + ", " + m_file.workspace + ", '" + oneOf({"fabric_roll", "service"}) +
                "', 'Wool', 'm', 'NGN', 1000, 0, 0)");
        if (number(0, 3) == 0)
            attempt("UPDATE inventory_items SET min_stock_milli = " + oneOf({"NULL", "0", "5000"}) + ", item_kind = '" +
                    oneOf({"trim", "service"}) + "' WHERE id = " + item);
        const QByteArray quantity = text(number(-3000, 3000));
        attempt("INSERT INTO inventory_movements (id, workspace_id, inventory_item_id, movement_type, quantity_milli,"
                " previous_stock_milli, new_stock_milli, occurred_at, created_at, updated_at) VALUES (" +
                fresh() + ", " + m_file.workspace + ", " + item + ", '" +
                oneOf({"stock-in", "cut", "count", "reserve", "release"}) + "', " + quantity + ", 0, " + quantity +
                ", 0, 0, 0)");
    }
    QByteArray anyInvoice() { return ShopFile::id(600 + number(0, 2)); }
    void issue()
    {
        const QByteArray invoice = anyInvoice();
        attempt("INSERT INTO invoices (id, workspace_id, order_id, currency, total_minor, created_at, updated_at)"
                " VALUES (" +
                invoice + ", " + m_file.workspace + ", " + anyOrder() + ", 'NGN', " + text(number(0, 600)) + ", 0, 0)");
        if (number(0, 1) == 0) {
            const QByteArray number = "(SELECT count(*) + 1 FROM invoices WHERE invoice_number IS NOT NULL)";
            attempt("UPDATE invoices SET series = 'A-26', invoice_number = 'A-26-' || " + number +
                    ", issued_date = '2026-11-25', lines = '[]' WHERE invoice_number IS NULL AND id = " + invoice);
        }
        if (number(0, 3) == 0)
            attempt("UPDATE invoices SET status = '" + oneOf({"cancelled", "sent"}) + "' WHERE id = " + invoice);
        if (number(0, 3) == 0)
            attempt("UPDATE invoices SET deleted_at = " + oneOf({"1", "NULL"}) + " WHERE id = " + invoice);
    }
    void like()
    {
        const QByteArray feed = ShopFile::id(feedId) + ", " + m_file.person + ", 0, 0)";
        const QByteArray product = m_file.workspace + ", " + ShopFile::id(productId) + ", " + m_file.person;
        attempt("INSERT INTO feed_likes (id, feed_id, user_id, created_at, updated_at) VALUES (" + fresh() + ", " +
                feed);
        attempt("INSERT INTO feed_comments (id, content, feed_id, user_id, created_at, updated_at) VALUES (" + fresh() +
                ", 'Lovely', " + feed);
        attempt("INSERT INTO feed_shares (id, shared_to, feed_id, user_id, created_at, updated_at) VALUES (" + fresh() +
                ", 'internal', " + feed);
        attempt("INSERT INTO product_likes (id, workspace_id, product_id, user_id, created_at, updated_at) VALUES (" +
                fresh() + ", " + product + ", 0, 0)");
        attempt("INSERT INTO product_reviews (id, workspace_id, product_id, user_id, rating, created_at, updated_at)"
                " VALUES (" +
                fresh() + ", " + product + ", " + text(number(1, 5)) + ", 0, 0)");
        const QByteArray table =
            oneOf({"feed_likes", "feed_comments", "feed_shares", "product_likes", "product_reviews"});
        attempt("UPDATE " + table + " SET deleted_at = " + oneOf({"1", "NULL"}));
        if (number(0, 4) == 0)
            attempt("DELETE FROM " + table);
    }

    ShopFile &m_file;
    QByteArrayList m_payments;
    int m_next = 1;
};

} // namespace

class TestVerify : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInANewFile()
    {
        ShopFile file;
        QCOMPARE(problemsOf(file), std::string());
    }

    void figuresHoldWhateverHappens()
    {
        ShopFile file;
        int accepted = 0;
        int refused = 0;
        QVERIFY(rc::check("derived figures are what they are defined as", [&] {
            file.run("BEGIN");
            Life life(file);
            const int steps = *rc::gen::inRange(1, 100);
            for (int step = 0; step < steps; ++step)
                life.live();
            const std::string problems = problemsOf(file);
            file.run("ROLLBACK");
            accepted += life.accepted;
            refused += life.refused;
            if (!problems.empty())
                RC_FAIL(problems);
        }));
        QVERIFY2(3 * accepted > accepted + refused,
                 qPrintable(QStringLiteral("%1 of %2").arg(accepted).arg(accepted + refused)));
    }

    void findsWhatWasTamperedWith_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray drop = "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
                                "DROP TRIGGER guard_movements_stay; DROP TRIGGER guard_issued_stays;";
        QTest::newRow("figure") << drop + "UPDATE clients SET orders_count = 7" << QByteArray("figure clients");
        QTest::newRow("order") << drop + "UPDATE orders SET amount_paid_minor = amount_paid_minor + 1"
                               << QByteArray("figure orders");
        QTest::newRow("day") << drop + "UPDATE sys_daily_totals SET amount_minor = 1"
                             << QByteArray("figure sys_daily_totals");
        QTest::newRow("movement") << drop + "UPDATE inventory_movements SET new_stock_milli = 1"
                                  << QByteArray("movement inventory_movements");
        QTest::newRow("reference") << drop + "UPDATE order_items SET order_id = randomblob(16)"
                                   << QByteArray("reference order_items");
        QTest::newRow("gap") << drop + "UPDATE invoices SET invoice_number = 'A-26-00002'"
                             << QByteArray("number invoices");
        QTest::newRow("journal image") << drop + "UPDATE sys_journal SET old = 'gone' WHERE action = 2"
                                       << QByteArray("journal sys_journal");
        QTest::newRow("vanished row") << drop + "DROP TRIGGER journal_order_items_delete; DELETE FROM order_items"
                                      << QByteArray("journal order_items");
        QTest::newRow("search") << drop + "UPDATE sys_search SET folded = 'else'" << QByteArray("page sys_search_fts");
    }
    void findsWhatWasTamperedWith()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const QByteArray, expected);
        ShopFile file;
        const QByteArray w = file.workspace;
        file.run(
            "INSERT INTO clients (id, workspace_id, name, created_at, updated_at) VALUES (" + ShopFile::id(10) + ", " +
            w +
            ", 'Bello', 0, 0);"
            "UPDATE clients SET notes = 'likes wide hems';"
            "INSERT INTO orders (id, workspace_id, client_id, order_number, order_date, currency, created_at,"
            " updated_at) VALUES (" +
            ShopFile::id(11) + ", " + w + ", " + ShopFile::id(10) +
            ", '1042', '2026-11-25', 'NGN', 0, 0);"
            "INSERT INTO order_items (id, workspace_id, order_id, item_kind, item_name, total_minor, created_at,"
            " updated_at) VALUES (" +
            ShopFile::id(12) + ", " + w + ", " + ShopFile::id(11) +
            ", 'make', 'Trousers', 500, 0, 0);"
            "INSERT INTO transactions (id, workspace_id, order_id, transaction_type, category, amount_minor, currency,"
            " payment_method, date, occurred_at, created_at, updated_at) VALUES (" +
            ShopFile::id(13) + ", " + w + ", " + ShopFile::id(11) +
            ", 'income', 'sale', 200, 'NGN', 'cash', '2026-11-25', 0, 0, 0);"
            "INSERT INTO inventory_items (id, workspace_id, item_kind, name, unit, currency, created_at, updated_at)"
            " VALUES (" +
            ShopFile::id(14) + ", " + w +
            ", 'trim', 'Zip', 'pcs', 'NGN', 0, 0);"
            "INSERT INTO inventory_movements (id, workspace_id, inventory_item_id, movement_type, quantity_milli,"
            " previous_stock_milli, new_stock_milli, occurred_at, created_at, updated_at) VALUES (" +
            ShopFile::id(15) + ", " + w + ", " + ShopFile::id(14) +
            ", 'stock-in', 5000, 0, 5000, 0, 0, 0);"
            "INSERT INTO invoices (id, workspace_id, order_id, series, invoice_number, issued_date, lines, currency,"
            " total_minor, created_at, updated_at) VALUES (" +
            ShopFile::id(16) + ", " + w + ", " + ShopFile::id(11) +
            ", 'A-26', 'A-26-00001', '2026-11-25', '[]', 'NGN', 500, 0, 0);"
            "INSERT INTO sys_search (id, workspace_id, kind, row_id, folded) VALUES ((1 << 40) + 1, " +
            w + ", 10, " + ShopFile::id(10) +
            ", 'bello adaeze');"
            "INSERT INTO sys_search_scopes (number, workspace_id, clients_indexed) VALUES (1, " +
            w +
            ", (1 << 40) + 1);"
            "INSERT INTO sys_search_fts (rowid, marks) SELECT id, marks FROM sys_search_marks");
        QCOMPARE(problemsOf(file), std::string());
        QCOMPARE(file.value("SELECT balance_minor FROM clients"), QByteArray("300"));
        QCOMPARE(file.value("SELECT amount_paid_minor || payment_status FROM invoices"), QByteArray("200partial"));
        QCOMPARE(file.value("SELECT count(*) FROM sys_search_fts WHERE sys_search_fts MATCH '\"2ell\"'"),
                 QByteArray("1"));
        file.run(sql);
        const std::string found = problemsOf(file);
        QVERIFY2(found.find(expected.constData()) != std::string::npos, found.c_str());
    }

    void digestTellsContentOnly()
    {
        ShopFile one;
        ShopFile other;
        QCOMPARE(digest(one.connection()).value(), digest(other.connection()).value());
        one.run("UPDATE workspaces SET name = 'Ada & Daughters'");
        QVERIFY(digest(one.connection()).value() != digest(other.connection()).value());
        one.run("UPDATE workspaces SET name = 'Ada Tailors'; VACUUM");
        QCOMPARE(digest(one.connection()).value(), digest(other.connection()).value());
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
