// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/shop_file.h"
#include "core/changes/history.h"
#include "core/privacy/paper_files.h"
#include "core/search/fold.h"
#include "core/search/search_index.h"
#include "tests/core/privacy/erasure_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;

namespace {

// Words that stand nowhere else: neither in the program's own words nor in random bytes of a file of this size.
const QString theirs = QStringLiteral("qzxvjkw");
const QString others = QStringLiteral("wvbhyqk");
const QString theirDigits = QStringLiteral("917441");
const QString otherDigits = QStringLiteral("552886");

//! What the figures of the shop are: every row of these, without texts.
QStringList figures(const QString &path)
{
    QStringList lines;
    const auto connection = storage::Connection::open({path}).value();
    for (const char *sql :
         {"SELECT hex(id), order_number, status, order_date, total_minor, amount_paid_minor, balance_minor,"
          " payment_status FROM orders ORDER BY id",
          "SELECT hex(id), hex(order_id), position, stage, total_minor, discount_minor, taxes, collected_at"
          " FROM order_items ORDER BY id",
          "SELECT hex(id), till_seq, amount_minor, currency, payment_method, date, receipt_no, tax_breakdown,"
          " fiscal ->> 'hash', fiscal ->> 'people', hex(closing_id) FROM transactions ORDER BY id",
          "SELECT hex(id), invoice_number, lines, total_minor, tax_breakdown, hex(document_sha256), hex(prev_sha256),"
          " issued_date FROM invoices ORDER BY id",
          "SELECT * FROM sys_daily_totals", "SELECT hex(id), kind, data FROM sys_activity WHERE till_id IS NOT NULL",
          "SELECT hex(id), orders_count, revenue_minor, balance_minor, last_order_date FROM clients ORDER BY id",
          "SELECT hex(id), current_stock_milli, reserved_milli FROM inventory_items ORDER BY id"}) {
        auto query = connection->query(sql).value();
        while (query->step().value()) {
            QStringList columns;
            for (int i = 0; i < query->columnCount(); ++i)
                columns.append(query->text(i));
            lines.append(columns.join(u'|'));
        }
    }
    return lines;
}

qint64 numberOf(const QString &path, const QByteArray &sql)
{
    const auto connection = storage::Connection::open({path}).value();
    auto query = connection->query(sql).value();
    return query->step().value() ? query->int64(0) : -1;
}

} // namespace

class TestErasure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeft();
    void isRefused();
    void waitsForWhatIsOpen_data();
    void waitsForWhatIsOpen();
    void whatIsTooMuchOfAnothersOrderIsHeld();
    void everyColumnIsDecided();
    void killedBetween();
    void openWindowGoesOn();
    void wornByAnother();
    void papersByName();
    void namedElsewhere();
    void aPageOfTheOldBookGoesWithTheFirst();
};

void TestErasure::nothingIsLeft()
{
    ErasureShop shop;
    const auto they = shop.live(theirs, theirDigits);
    const auto other = shop.live(others, otherDigits);
    shop.othersCome();
    QCOMPARE(shop.till.shop.problems(), QStringList());
    QVERIFY(shop.bytes().termsOf(QStringLiteral("zxv")) > 0);
    const QStringList before = shop.marks(others);
    // As much stands of one as of the other, so that what is missing afterwards was there before.
    QCOMPARE(shop.marks(theirs).size(), before.size());
    QVERIFY2(before.size() > 150, qPrintable(QString::number(before.size())));
    QVERIFY2(shop.filled > 100, qPrintable(QString::number(shop.filled)));
    // Counted and closed: the day's page stands.
    QCOMPARE(refusal(shop.till.count(0, 1'000)), QString());
    shop.till.close(0, QStringLiteral("counted"));
    shop.leaveScraps(theirs);
    QVERIFY(shop.places(theirs.toUtf8() + "199").size() > 0);
    const QStringList sums = figures(shop.path());
    const qint64 history = numberOf(shop.path(), "SELECT count(*) FROM sys_operations");
    const qint64 pictures = numberOf(shop.path(), "SELECT count(*) FROM sys_media");

    const auto erased = await(shop.erasing().erase(they.client, QLatin1String(ErasureShop::password)));
    QCOMPARE(refusal(erased), QString());
    QVERIFY(!erased->rest);
    QCOMPARE(erased->name, QStringLiteral("Erased client ") + erased->number);

    QCOMPARE(shop.places(theirs.toUtf8()), QStringList());
    QCOMPARE(shop.places(theirDigits.toUtf8()), QStringList());
    QCOMPARE(QFileInfo(shop.path() + QStringLiteral("-wal")).size(), 0);
    QCOMPARE(shop.marks(others), before);
    QCOMPARE(shop.till.shop.problems(), QStringList());
    QCOMPARE(figures(shop.path()), sums);

    // Trigrams of the search index, which no search for bytes finds as they are written.
    for (const char *three : {"zxv", "xvj", "vjk"})
        QCOMPARE(shop.bytes().termsOf(QLatin1String(three)), 0);
    QVERIFY(shop.bytes().termsOf(QStringLiteral("vbh")) > 0);
    QVERIFY(shop.bytes().isSearchMerged()); // what was deleted lies in older segments until they are

    const invoices::InvoiceService papers(shop.session(), shop.door());
    for (const InvoiceId invoice : {they.invoice, other.invoice})
        QCOMPARE(refusal(papers.verify(invoice)), QString());
    QCOMPARE(papers.load(they.invoice)->to.name, erased->name);
    QCOMPARE(shop.till.shop.orders.load(they.order)->clientName, erased->name);
    QCOMPARE(refusal(shop.till.shop.clients.load(they.client)), QStringLiteral("client.unknown"));
    QCOMPARE(shop.till.shop.clients.load(they.child)->fields.payer, std::optional<ClientId>());
    QCOMPARE(numberOf(shop.path(), "SELECT count(*) FROM sys_operations"), history + 1);
    QCOMPARE(numberOf(shop.path(), "SELECT count(*) FROM sys_media"), pictures / 2);
    const auto told = changes::History(shop.session()).operations();
    QCOMPARE(told->rows.front().kind, QByteArray("client.erase"));
    QCOMPARE(told->rows.front().args, QStringList{erased->number});
    // The number is still found; the person is not.
    const QString number = shop.till.shop.orders.load(they.order)->number;
    const auto found = search::SearchIndex::find(shop.session().reader(), number, search::everyKind, 5);
    QVERIFY(std::ranges::any_of(*found, [&](const search::Hit &hit) { return hit.row == they.order.bytes(); }));
    QCOMPARE(search::SearchIndex::find(shop.session().reader(), theirs, search::everyKind, 5)->size(), size_t(0));
    QVERIFY(search::SearchIndex::find(shop.session().reader(), others, search::everyKind, 5)->size() > 0);

    // Nothing brings it back.
    QCOMPARE(refusal(await(shop.door().undo())).section(u' ', 0, 0).section(u'.', 0, 0), QStringLiteral("undo"));
    QCOMPARE(refusal(await(shop.till.shop.clients.restore(they.client))), QStringLiteral("client.unknown"));
    QCOMPARE(shop.places(theirs.toUtf8()), QStringList());
}

//! Its photo shows the names of all who stand on it, whoever else's orders name it.
void TestErasure::aPageOfTheOldBookGoesWithTheFirst()
{
    ErasureShop shop;
    OrderShop &orders = shop.till.shop;
    ClientDraft second;
    second.name = QStringLiteral("Musa");
    const ClientId other = await(orders.clients.add(second)).value();
    auto later = orders.order({OrderShop::piece("Coat", 1'000)});
    later.client = other;
    const OrderId kept = await(orders.orders.book(later)).value().id;
    const QByteArray page = changes::MediaFolder(shop.path()).put("a page with two names").value();
    const auto done = await(shop.door().write<void>({"test.page"}, [&](changes::WriteContext &context) -> Result<void> {
        TRY(changes::MediaRegister::add(context, {page, "image/jpeg", 21, "small"}));
        for (const OrderId &order : {shop.till.order, kept})
            TRY(context.rows().update(storage::Table::Orders, order, {{"page_media", access::BlobValue{page}}}));
        return {};
    }));
    QCOMPARE(refusal(done), QString());
    const auto onPage = [&] {
        return numberOf(shop.path(), "SELECT count(*) FROM orders WHERE page_media IS NOT NULL");
    };
    QCOMPARE(onPage(), 2);

    shop.till.take(65'000, finance::PaymentMethod::Card);
    QCOMPARE(refusal(await(orders.orders.complete(shop.till.order))), QString());
    QCOMPARE(refusal(await(orders.orders.handOver(withTicket({shop.till.order})))), QString());
    QCOMPARE(refusal(await(shop.erasing().erase(orders.client, QLatin1String(ErasureShop::password)))), QString());
    QCOMPARE(onPage(), 0);
    QVERIFY(!changes::MediaFolder(shop.path()).get(page));
    QCOMPARE(orders.orders.load(kept)->clientName, QStringLiteral("Musa"));
    QCOMPARE(orders.problems(), QStringList());
}

void TestErasure::isRefused()
{
    ErasureShop shop;
    const ClientId client = shop.till.shop.client;
    QCOMPARE(refusal(await(shop.erasing().erase(client, QStringLiteral("thread and needle")))),
             QStringLiteral("accounts.wrong"));
    for (const char *role : {"admin", "member", "viewer"}) {
        const auto colleague = shop.till.shop.hire(role);
        ErasureService theirs(shop.path(), colleague.principal, shop.clock(), shop.papers());
        QCOMPARE(refusal(await(theirs.look(client))), QStringLiteral("access.refused data:erase_client"));
        const auto erasure = access::ClientErasure::open({shop.path()}).value();
        const auto store = access::PrincipalStore::open({shop.path()}).value();
        QVERIFY(!store->confirm(colleague.principal.person, shop.owner().workspace, shop.owner().device,
                                access::Capability::DataEraseClient, shop.clock().now()));
        // Nor by the owner's word given to them.
        const auto word = store->confirm(shop.owner().person, shop.owner().workspace, shop.owner().device,
                                         access::Capability::DataEraseClient, shop.clock().now());
        QVERIFY(!erasure->erase(colleague.principal, *word, client, {}, shop.clock()));
    }
    QVERIFY(shop.till.shop.clients.load(client).ok());
}

void TestErasure::waitsForWhatIsOpen_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("an order in work") << QStringLiteral("erasure.open_orders");
    QTest::newRow("an order without a number") << QStringLiteral("erasure.parked");
    QTest::newRow("money owed") << QStringLiteral("erasure.owed");
    QTest::newRow("money held") << QStringLiteral("erasure.held");
    QTest::newRow("cloth of theirs") << QStringLiteral("erasure.cloth");
}

void TestErasure::waitsForWhatIsOpen()
{
    QFETCH(QString, code);
    ErasureShop shop;
    OrderShop &orders = shop.till.shop;
    const OrderId order = shop.till.order; // 65,000, nothing paid
    const auto paid = [&](qint64 whole) { shop.till.take(order, whole, finance::PaymentMethod::Card); };
    if (code == QLatin1String("erasure.open_orders")) {
        paid(65'000);
        sure(await(orders.orders.complete(order)));
    } else {
        sure(await(orders.orders.complete(order)));
        orders::HandOver away = withTicket({order});
        away.unpaidReason = QStringLiteral("known");
        if (code != QLatin1String("erasure.owed"))
            paid(65'000);
        sure(await(orders.orders.handOver(away)));
    }
    if (code == QLatin1String("erasure.parked"))
        sure(await(orders.orders.park(orders.order({OrderShop::piece("Skirt", 9'000)}))));
    if (code == QLatin1String("erasure.held")) {
        finance::PaymentDraft more{naira(2'000), finance::PaymentMethod::Card};
        more.restAsCredit = true;
        more.onAccount = true;
        sure(await(shop.till.accounts.take(orders.client, more)));
    }
    if (code == QLatin1String("erasure.cloth")) {
        orders::PieceDraft piece = OrderShop::piece("Gown", 0);
        piece.clientCloth = Quantity::whole(4);
        piece.fabricSource = orders::FabricSource::Client;
        const OrderId second = orders.book({piece});
        sure(await(orders.orders.complete(second)));
        sure(await(orders.orders.handOver(withTicket({second}))));
    }
    const QStringList before = figures(shop.path());
    const auto scope = await(shop.erasing().look(orders.client));
    QCOMPARE(scope->hindrances.size(), size_t(1));
    QCOMPARE(scope->hindrances.front().code, code.toLatin1());
    const auto erased = await(shop.erasing().erase(orders.client, QLatin1String(ErasureShop::password)));
    QCOMPARE(refusal(erased).section(u' ', 0, 0), code);
    QCOMPARE(figures(shop.path()), before);
    QCOMPARE(orders.clients.load(orders.client)->fields.name, QStringLiteral("Ngozi Okafor"));
}

//! What somebody paid too much for their piece of another's order is theirs.
void TestErasure::whatIsTooMuchOfAnothersOrderIsHeld()
{
    ErasureShop shop;
    OrderShop &orders = shop.till.shop;
    ClientDraft draft;
    draft.name = QStringLiteral("Tunde Bello");
    const ClientId his = await(orders.clients.add(draft)).value();
    orders::PieceDraft suit = OrderShop::piece("Suit", 9'000);
    suit.payer = his;
    const OrderId order = orders.book({OrderShop::piece("Gown", 50'000), suit});
    finance::PaymentDraft payment{naira(9'000)};
    payment.payer = his;
    sure(await(shop.till.payments.take(order, payment)));
    sure(await(orders.orders.cancelPiece(orders.pieceIds(order)[1], QStringLiteral("why"))));
    const auto scope = await(shop.erasing().look(his));
    const auto held = [](const Error &error) { return error.code == "erasure.held"; };
    QVERIFY(std::ranges::any_of(scope->hindrances, held));
}

// A text that is required can only be emptied by a rule that says with what; one that may be absent goes by itself.
void TestErasure::everyColumnIsDecided()
{
    SmallShop shop;
    const auto connection = storage::Connection::open({shop.path()}).value();
    for (const access::ErasureRule &rule : access::erasureRules()) {
        if (rule.fate == access::Fate::Removed)
            continue;
        const storage::TableFacts &facts = storage::facts(rule.table);
        const QByteArrayList kept = QByteArray(rule.kept).split(' ');
        auto query = connection->query("SELECT name, type FROM pragma_table_info(?)").value();
        query->bind(facts.name);
        QByteArrayList texts;
        QByteArrayList all;
        while (query->step().value()) {
            all.append(query->utf8(0));
            if (query->utf8(1) == "TEXT" && !storage::isDerived(facts, std::string_view(query->utf8(0).constData())))
                texts.append(query->utf8(0));
        }
        const auto columns = access::erasedColumns(*connection, rule).value();
        for (const QByteArray &text : std::as_const(texts)) {
            const bool erased = std::ranges::find(columns, text, &access::ErasedColumn::name) != columns.end();
            QVERIFY2(erased || kept.contains(text),
                     (QByteArray(facts.name) + '.' + text + " is neither kept nor erased").constData());
        }
        for (const QByteArray &name : kept)
            QVERIFY2(name.isEmpty() || all.contains(name), name.constData());
    }
}

//! After the commit and before anything else: pictures and papers are there, and old bytes in the file.
void TestErasure::killedBetween()
{
    ErasureShop shop;
    const auto they = shop.live(theirs, theirDigits);
    {
        const auto store = access::PrincipalStore::open({shop.path()}).value();
        const auto word = store->confirm(shop.owner().person, shop.owner().workspace, shop.owner().device,
                                         access::Capability::DataEraseClient, shop.clock().now());
        const auto erasure = access::ClientErasure::open({shop.path()}).value();
        const auto knowledge = [&](const access::ErasureScope &) {
            return access::ClientErasure::Knowledge{
                QStringLiteral("Erased"), search::foldedTexts,
                [&](const QStringList &words) { return privacy::paperFiles(shop.papers(), words); }};
        };
        QCOMPARE(refusal(erasure->erase(shop.owner(), *word, they.client, knowledge, shop.clock())), QString());
    }
    QVERIFY(!shop.places(theirs.toUtf8()).isEmpty());
    const auto opened = await(openShopFile(shop.path()));
    QVERIFY(opened.ok());
    QCOMPARE(shop.places(theirs.toUtf8()), QStringList());
    QCOMPARE(shop.places(theirDigits.toUtf8()), QStringList());
    QCOMPARE(shop.till.shop.problems(), QStringList());
}

//! The file is written anew beneath an open window, whose statements SQLite then prepares again.
void TestErasure::openWindowGoesOn()
{
    ErasureShop shop;
    const auto they = shop.live(theirs, theirDigits);
    OrderShop &counter = shop.till.shop;
    const OrderId before = counter.book({OrderShop::piece("Skirt", 9'000)});
    QVERIFY(search::SearchIndex::find(shop.session().reader(), u"skirt", search::everyKind, 5)->size() > 0);
    QVERIFY(changes::History(shop.session()).operations().ok());
    QCOMPARE(refusal(await(shop.erasing().erase(they.client, QLatin1String(ErasureShop::password)))), QString());

    QCOMPARE(search::SearchIndex::find(shop.session().reader(), u"skirt", search::everyKind, 5)->size(), size_t(1));
    QVERIFY(changes::History(shop.session()).operations().ok());
    QVERIFY(counter.clients.page(ClientFilter::All, ClientSort::Name, {}, 50).ok());
    const OrderId after = counter.book({OrderShop::piece("Blouse", 7'000)});
    QCOMPARE(counter.orders.load(after)->pieces.size(), size_t(1));
    shop.till.take(before, 9'000);
    QCOMPARE(refusal(await(shop.door().undo())), QString());
    for (int i = 0; i < 70; ++i) // the search index takes in what waits
        counter.book({OrderShop::piece("Kaftan", 7'000)});
    QVERIFY(search::SearchIndex::find(shop.session().reader(), u"kaftan", search::everyKind, 5)->size() == 5);
    QCOMPARE(counter.problems(), QStringList());
}

//! Who pays is erased; the child's measures and what was cut by them stay the child's. And the other way round.
void TestErasure::wornByAnother()
{
    ErasureShop shop;
    OrderShop &counter = shop.till.shop;
    ClientDraft child;
    child.name = QStringLiteral("Chidi Okafor");
    child.payer = counter.client;
    child.relation = QStringLiteral("son");
    const ClientId son = sure(await(counter.clients.add(child)));
    const auto measures = [&](ClientId who) {
        return sure(await(MeasurementService(shop.session(), shop.door())
                              .save({who,
                                     {},
                                     SetKind::Body,
                                     {sure(MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both,
                                                                QStringLiteral("61.4"), LengthUnit::Centimetre))}})));
    };
    orders::PieceDraft his = OrderShop::piece("Shorts", 9'000);
    his.wearer = son;
    his.measurementSet = measures(son);
    orders::PieceDraft hers = OrderShop::piece("Gown", 9'000);
    hers.measurementSet = measures(counter.client);
    const OrderId order = counter.book({his, hers});
    for (const OrderId one : {shop.till.order, order}) {
        sure(await(counter.orders.complete(one)));
        shop.till.take(one, counter.orders.load(one)->sums->balance.minor() / 100, finance::PaymentMethod::Card);
        sure(await(counter.orders.handOver(withTicket({one}))));
    }
    const QByteArray cut = "SELECT count(*) FROM order_items WHERE measurement_snapshot IS NOT NULL AND order_id = x'" +
                           order.view().toByteArray().toHex() + '\'';
    QCOMPARE(numberOf(shop.path(), cut), 2);
    QCOMPARE(refusal(await(shop.erasing().erase(counter.client, QLatin1String(ErasureShop::password)))), QString());
    QCOMPARE(numberOf(shop.path(), cut), 1);
    QCOMPARE(counter.clients.load(son)->fields.name, QStringLiteral("Chidi Okafor"));
    QCOMPARE(numberOf(shop.path(), "SELECT count(*) FROM client_measurements"), 1);
    QCOMPARE(counter.problems(), QStringList());

    QCOMPARE(refusal(await(shop.erasing().erase(son, QLatin1String(ErasureShop::password)))), QString());
    QCOMPARE(numberOf(shop.path(), cut), 0);
    QCOMPARE(shop.places("Chidi"), QStringList());
    QCOMPARE(counter.problems(), QStringList());
}

void TestErasure::papersByName()
{
    const QTemporaryDir folder;
    const QStringList gone = {QStringLiteral("claim-1042.pdf"),
                              QStringLiteral("notice-1042-2026-11-26.pdf"),
                              QStringLiteral("statement-Ada-Obi-2026-11-26.pdf"),
                              QStringLiteral("offer-Ada-Obi-2026-11-26-00042.pdf"),
                              QStringLiteral("invoice-A-26-00017.pdf"),
                              QStringLiteral("creditnote-A-26-00017.pdf"),
                              QStringLiteral("uncollected-2026-11-26.pdf")}; // may name anybody
    const QStringList stays = {QStringLiteral("claim-104.pdf"),
                               QStringLiteral("claim-10421.pdf"),
                               QStringLiteral("statement-Ada-2026-11-26.pdf"),
                               QStringLiteral("statement-Ada-Obi-Nwosu-2026-11-26.pdf"),
                               QStringLiteral("invoice-A-26-00018.pdf"),
                               QStringLiteral("day-2026-11-26-1042.pdf"),
                               QStringLiteral("1042.pdf")};
    for (const QString &name : gone + stays) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QStringList found;
    for (const QString &path : privacy::paperFiles(
             folder.path(), {QStringLiteral("1042"), QStringLiteral("Ada Obi"), QStringLiteral("A-26-00017")}))
        found.append(QFileInfo(path).fileName());
    found.sort();
    QStringList expected = gone;
    expected.sort();
    QCOMPARE(found, expected);
}

//! Words about others are theirs: they are pointed at and left.
void TestErasure::namedElsewhere()
{
    ErasureShop shop;
    OrderShop &counter = shop.till.shop;
    ClientDraft sister;
    sister.name = QStringLiteral("Ifeoma Eze");
    sister.notes = QStringLiteral("Sister of ngozi okafor");
    const ClientId other = sure(await(counter.clients.add(sister)));
    orders::OrderDraft draft = counter.order({OrderShop::piece("Gown", 9'000)});
    draft.client = other;
    draft.notes = QStringLiteral("like the one of Ngozi Okafor");
    const QString order = sure(await(counter.orders.book(draft))).number;
    const auto scope = await(shop.erasing().look(counter.client));
    QStringList expected = {order, counter.clients.load(other)->number};
    expected.sort();
    QStringList found = scope->namedElsewhere;
    found.sort();
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
