// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/account_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/orders/order_service.h"
#include "tests/support/small_shop.h"
#include "tests/support/test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <sqlite3.h>

using namespace thimblely;

namespace {

struct Found {
    QString file;
    QString sql;
};

//! Every SELECT in the sources of the modules of the counter, as it stands there. Those put together of parts are not
//! whole in the source; asExecuted() sees what becomes of them.
std::vector<Found> statements()
{
    static const QRegularExpression text(QStringLiteral("R\"\\(\\s*(SELECT.*?)\\)\"|\"(SELECT [^\"\\n]*)\""),
                                         QRegularExpression::DotMatchesEverythingOption);
    std::vector<Found> found;
    for (const char *module : {"orders", "finance", "invoices", "inventory", "calendar", "conversations"}) {
        QDirIterator files((test::sourceFolder() + QStringLiteral("/core/")) + QString::fromLatin1(module),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qPrintable(file.fileName()));
            const QString source = QString::fromUtf8(file.readAll());
            static const QRegularExpression goesOn(QStringLiteral("^(?:\\)?\\s*\\+|\\s*\")"));
            auto matches = text.globalMatch(source);
            while (matches.hasNext()) {
                const auto match = matches.next();
                if (goesOn.match(source.mid(match.capturedEnd(), 80)).hasMatch())
                    continue;
                const QString sql = match.hasCaptured(1) ? match.captured(1) : match.captured(2);
                if (sql.trimmed().endsWith(u','))
                    continue; // a part with a name of its own
                found.push_back({QString::fromLatin1(module) + u'/' + file.fileName().section(u'/', -1), sql});
            }
        }
    }
    return found;
}

QStringList &executed()
{
    static QStringList statements;
    return statements;
}

int note(unsigned, void *, void *statement, void *)
{
    executed().append(QString::fromUtf8(sqlite3_sql(static_cast<sqlite3_stmt *>(statement))));
    return 0;
}

//! SQLite calls this with every connection that is opened from now on.
int watch(sqlite3 *handle, char **, const struct sqlite3_api_routines *)
{
    return sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, note, nullptr);
}

} // namespace

class TestQueryPlans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scansNothing_data();
    void scansNothing();
    void isPreparedOnce_data() { scansNothing_data(); }
    void isPreparedOnce();
    void listsComeInTheirOrder_data();
    void listsComeInTheirOrder();
    void asExecuted_data();
    void asExecuted();

private:
    QStringList plan(const QString &sql)
    {
        const auto lines = m_shop.session->reader().queryPlan(sql.toUtf8());
        return lines ? *lines : QStringList{describe(lines.error())};
    }
    OrderId bookedOrder()
    {
        orders::OrderDraft draft;
        draft.whoTyped = QStringLiteral("Adaeze");
        draft.pieces.emplace_back().name = QStringLiteral("Jacket");
        draft.pieces.back().garmentType = QStringLiteral("jacket");
        draft.pieces.back().unitPrice = Money(100'000, Currency::parse(QStringLiteral("NGN")).value());
        return changes::await(orders::OrderService(*m_shop.session, *m_shop.door).book(draft)).value().id;
    }
    test::SmallShop m_shop;
};

void TestQueryPlans::scansNothing_data()
{
    QTest::addColumn<QString>("sql");
    const auto all = statements();
    QVERIFY2(all.size() >= 40, qPrintable(QString::number(all.size())));
    int number = 0;
    for (const Found &found : all)
        QTest::addRow("%d %s", ++number, qPrintable(found.file)) << found.sql;
}

//! Every row that a statement reads it finds by an index; json_each reads the row's own text.
void TestQueryPlans::scansNothing()
{
    QFETCH(QString, sql);
    const QStringList lines = plan(sql);
    QVERIFY(!lines.isEmpty());
    bool searched = false;
    for (const QString &line : lines) {
        const bool scans = line.startsWith(QLatin1String("SCAN")) && line != QLatin1String("SCAN CONSTANT ROW") &&
                           !line.startsWith(QLatin1String("SCAN json_each"));
        QVERIFY2(!scans && !line.contains(QLatin1String("AUTOMATIC")), qPrintable(sql + u'\n' + lines.join(u'\n')));
        searched = searched || line.startsWith(QLatin1String("SEARCH"));
    }
    QVERIFY2(searched, qPrintable(sql + u'\n' + lines.join(u'\n')));
}

//! A bound value compared with a column of a partial index's WHERE would make SQLite prepare the statement again at
//! every bind, and meet the wall.
void TestQueryPlans::isPreparedOnce()
{
    QFETCH(QString, sql);
    for (int i = 0; i < 10; ++i) {
        auto query = m_shop.session->reader().query(sql.toUtf8());
        QVERIFY2(query, qPrintable(query ? QString() : describe(query.error())));
        storage::Statement &statement = *query.value();
        const int places = sqlite3_bind_parameter_count(statement.handle());
        for (int place = 0; place < places; ++place)
            statement.bind(QString::number(i));
        for (;;) {
            const auto row = statement.step();
            QVERIFY2(row, qPrintable(row ? QString() : describe(row.error())));
            if (!row.value())
                break;
        }
        QCOMPARE(sqlite3_stmt_status(statement.handle(), SQLITE_STMTSTATUS_REPREPARE, 0), 0);
    }
}

void TestQueryPlans::listsComeInTheirOrder_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("index");
    const auto row = [](const char *name, const char *part, const char *index) {
        QTest::newRow(name) << QString::fromLatin1(part) << QString::fromLatin1(index);
    };
    row("open orders without a promise", "promised_date IS NULL AND id > ?1", "orders_promised");
    row("open orders by promise", "(promised_date, id) > (?1, ?2)", "orders_promised");
    row("work that is promised", "orders.promised_date < ? AND orders.order_number IS NOT NULL", "orders_promised");
    row("in work by promise", "promised_date < ?1 AND ifnull(promised_time", "orders_due");
    row("in work, counted", "('pending', 'in-progress') AND promised_date >= ?1", "orders_due");
    row("ready and not collected", "completed_at < ?", "orders_ready");
    row("first promises kept", "completed_at >= ? AND first_promised_date IS NOT NULL", "orders_kept");
    row("waiting for the client", "hold IS NOT NULL AND", "order_items_waiting");
    row("low stock", "status = 'low-stock'", "inventory_items_status");
    row("fittings of a day", "event_type = 'fitting' AND status = 'scheduled' AND start_at >= ?1", "events_workspace");
    row("an order's fittings", "order_id = ?1 AND event_type = 'fitting'", "events_order");
    row("parked orders", "order_number IS NULL AND quote_declined_at IS NULL AND (created_at, id) < (?1, ?2)",
        "orders_parked");
    row("an order's pieces", "ORDER BY position, id", "order_items_order");
    row("by number", "order_number = ?", "orders_number");
    row("by paper ticket", "paper_ticket_no = ?", "orders_paper_ticket");
    row("stock of a kind", "item_kind = ?1 AND (name, id) > (?2, ?3)", "inventory_items_name");
    row("stock", "item_kind = 'trim' AND (name, id) > (?1, ?2)", "inventory_items_name");
    row("price list", "item_kind = 'service'", "inventory_items_name");
    row("an item's history", "moved.inventory_item_id = ?1 AND (moved.occurred_at, moved.id) < (?2, ?3)",
        "inventory_movements_item");
    row("by SKU", "sku = ?", "inventory_items_sku");
    row("by label", "barcode = ?1", "inventory_items_barcode");
    row("an order's invoice", "order_id = ? AND kind = ?", "invoices_order");
    row("conversations by the last message", "messages.client_id IS NOT NULL AND (messages.created_at",
        "messages_recent");
    row("conversations to send", "messages.next_attempt_at IS NOT NULL AND (messages.created_at", "messages_to_send");
    row("conversations unanswered", "messages.direction = 'inbound' AND messages.read_at IS NULL",
        "messages_unanswered");
    row("a client's thread", "messages.client_id = ?1 AND (messages.created_at, messages.id) < (?2, ?3)",
        "messages_client");
    row("the paper before", "series = ?1 AND invoice_number < ?2", "invoices_series");
}

//! Each list has the index that serves its filter, and pages are not sorted anew for each page.
void TestQueryPlans::listsComeInTheirOrder()
{
    QFETCH(QString, part);
    QFETCH(QString, index);
    // A handful of rows each: payments and invoices of one order, orders on one ticket, the price list, what waits, what
    // has one label.
    static const QStringList sorted = {
        QStringLiteral("transactions_order"),  QStringLiteral("invoices_order"),
        QStringLiteral("orders_paper_ticket"), QStringLiteral("order_items_waiting"),
        QStringLiteral("inventory_items_sku"), QStringLiteral("inventory_items_barcode")};
    int matches = 0;
    for (const Found &found : statements()) {
        if (!found.sql.contains(part))
            continue;
        ++matches;
        const QString lines = plan(found.sql).join(u'\n');
        QVERIFY2(lines.contains(QString(QLatin1String("INDEX ") + index)), qPrintable(found.sql + u'\n' + lines));
        const bool few = sorted.contains(index) || part == QLatin1String("item_kind = 'service'");
        QVERIFY2(few || !lines.contains(QLatin1String("USE TEMP B-TREE FOR ORDER BY")),
                 qPrintable(found.sql + u'\n' + lines));
    }
    QVERIFY(matches > 0);
}

void TestQueryPlans::asExecuted_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("index");
    QTest::newRow("a client's orders") << QStringLiteral("orders") << QStringLiteral("orders_client");
    QTest::newRow("what a client wears") << QStringLiteral("orders") << QStringLiteral("order_items_wearer");
    QTest::newRow("an order's payments") << QStringLiteral("payments") << QStringLiteral("transactions_order");
    QTest::newRow("a client's account") << QStringLiteral("account") << QStringLiteral("transactions_client");
    QTest::newRow("the till") << QStringLiteral("till") << QStringLiteral("transactions_till");
}

//! The same of statements that the services put together: what SQLite was asked while the list was read.
void TestQueryPlans::asExecuted()
{
    QFETCH(QString, list);
    QFETCH(QString, index);
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
    const auto session = access::Session::open(m_shop.path(), m_shop.principal).value();
    const auto door = changes::WriteDoor::open(*session, m_shop.clock).value();
    sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watch));
    executed().clear();
    const ClientId client = ClientId::fromName("client");
    if (list == QLatin1String("orders"))
        QVERIFY(orders::OrderService(*session, *door).ofClient(client, {}, 50));
    else if (list == QLatin1String("payments"))
        QVERIFY(finance::PaymentService(*session, *door).ofOrder(bookedOrder()));
    else if (list == QLatin1String("account"))
        QVERIFY(finance::AccountService(*session, *door).of(client));
    else
        QVERIFY(finance::TillService(*session, *door).entries());
    QString plans;
    for (const QString &sql : std::as_const(executed())) {
        if (!sql.trimmed().startsWith(QLatin1String("SELECT")))
            continue; // BEGIN and COMMIT, and what triggers run
        const QStringList lines = plan(sql);
        for (const QString &line : lines)
            QVERIFY2(!line.startsWith(QLatin1String("SCAN")) || line.startsWith(QLatin1String("SCAN json_each")),
                     qPrintable(sql + u'\n' + lines.join(u'\n')));
        plans += lines.join(u'\n');
    }
    QVERIFY2(plans.contains(QString(QLatin1String("INDEX ") + index)), qPrintable(plans));
}

QTEST_GUILESS_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"
