// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_log.h"
#include "core/clients/client_merge.h"
#include "core/measurements/measurement_service.h"
#include "tests/core/together/counter_shop.h"

#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace thimblely;
using namespace thimblely::test;
using changes::await;

namespace {

/*!
 * Every domain row with every column but the moment it was written last: undoing is a write of its own. The search is
 * among them by what it finds.
 */
QByteArray everyRow(storage::Connection &connection)
{
    QByteArray all;
    for (const storage::TableFacts &facts : storage::catalogue()) {
        auto columns = PreparedFile::require(
            connection.query("SELECT group_concat(name) FROM pragma_table_info(?) WHERE name <> 'updated_at'"));
        columns->bindUtf8(facts.name);
        PreparedFile::require(columns->step());
        auto rows = PreparedFile::require(
            connection.query("SELECT " + columns->utf8(0) + " FROM " + facts.name + " ORDER BY id"));
        while (PreparedFile::require(rows->step())) {
            all += facts.name;
            for (int column = 0; column < rows->columnCount(); ++column)
                all += rows->isNull(column) ? QByteArray("~;") : rows->blob(column).toHex() + ';';
            all += '\n';
        }
    }
    auto search = PreparedFile::require(connection.query("SELECT hex(row_id), folded FROM sys_search ORDER BY row_id"));
    while (PreparedFile::require(search->step()))
        all += search->utf8(0) + ' ' + search->utf8(1) + '\n';
    return all;
}

enum class Deed { Order, OrderWorn, Deposit, Measures, Note, PaidFor, IsPaidFor, Phone, Fields, Tags };

//! Two cards with a life each.
class TwoCards {
public:
    explicit TwoCards(const PreparedFile &file)
        : path(file.copy(QStringLiteral("merge"))), counter({path}, file, changes::WriteDoor::Durability::Import),
          plain(PreparedFile::require(storage::Connection::open({path}))), stays(add(QStringLiteral("Amina Bello"))),
          goes(add(QStringLiteral("Amina Belo")))
    {}

    void live(ClientId who, Deed deed, int number)
    {
        switch (deed) {
        case Deed::Order:
            require(await(counter.checkout.book(twoPieces(who), {})));
            break;
        case Deed::OrderWorn: {
            orders::OrderDraft draft = twoPieces(add(QStringLiteral("Payer %1").arg(number)));
            draft.pieces[1].wearer = who;
            require(await(counter.checkout.book(draft, {})));
            break;
        }
        case Deed::Deposit:
            require(await(counter.checkout.book(twoPieces(who), {{naira(10'000'00 + number)}})));
            break;
        case Deed::Measures: {
            const auto waist = require(MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both,
                                                            QString::number(80 + number), LengthUnit::Centimetre));
            const MeasurementDraft draft{who, {}, SetKind::Body, {waist}};
            require(await(MeasurementService(*counter.session, *counter.door).save(draft)));
            break;
        }
        case Deed::Note:
            require(await(ClientLogService(*counter.session, *counter.door)
                              .add(who, LogKind::Call, QStringLiteral("call %1").arg(number))));
            break;
        case Deed::PaidFor: {
            ClientDraft child = clientNamed(QStringLiteral("Child %1").arg(number));
            child.payer = who;
            if (!counter.clients.load(who)->fields.payer)
                require(await(counter.clients.add(child)));
            break;
        }
        case Deed::IsPaidFor:
            change(who, [&](ClientDraft &draft) {
                draft.payer = add(QStringLiteral("Uncle %1").arg(number));
                draft.relation = QStringLiteral("niece");
            });
            break;
        case Deed::Phone:
            change(who, [&](ClientDraft &draft) {
                draft.phones.push_back({QStringLiteral("0701 222 %1").arg(1000 + number), PhoneUse::WhatsApp});
            });
            break;
        case Deed::Fields:
            change(who, [&](ClientDraft &draft) {
                draft.email = QStringLiteral("a%1@bello.example").arg(number);
                draft.birthDate = Date::parse(u"1980-03-22").value();
                draft.fitNotes = QStringLiteral("note %1").arg(number);
                draft.messageOptOutAt = Instant(1000 + number);
            });
            break;
        case Deed::Tags:
            change(who, [&](ClientDraft &draft) { draft.tags = {QStringLiteral("tag %1").arg(number % 3)}; });
            break;
        }
    }

    template <typename T>
    static T require(Result<T> result)
    {
        return PreparedFile::require(std::move(result));
    }
    static void require(Result<void> done)
    {
        if (!done)
            qFatal("%s", qPrintable(describe(done.error())));
    }
    qint64 number(const QByteArray &sql, ClientId client) const
    {
        auto query = require(plain->query(sql));
        query->bind(client);
        require(query->step());
        return query->int64(0);
    }

    QString path;
    Counter counter;
    std::unique_ptr<storage::Connection> plain;
    ClientId stays;
    ClientId goes;
    ClientMergeService merging{*counter.session, *counter.door};

private:
    ClientId add(const QString &name) { return require(await(counter.clients.add(clientNamed(name)))); }
    void change(ClientId who, const std::function<void(ClientDraft &)> &how)
    {
        ClientDraft draft = require(counter.clients.load(who)).fields;
        how(draft);
        const auto done = await(counter.clients.update(who, draft));
        if (!done && done.error().code != "client.pays_for_others") // who pays for others is not paid for
            qFatal("%s", qPrintable(describe(done.error())));
    }
};

} // namespace

//! Two cards of one person: nothing is lost, everything is found, and undoing it leaves no trace.
class TestClientMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Each case is a shop with a file of its own; a hundred of them would take minutes.
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "max_success=25");
    }
    void everyReferenceOfTheSchemaIsMoved();
    void mergeThenUndoIsAsBefore();
    void whatHungOnOneHangsOnTheOther();
    void theOldNumberLeadsToTheOneThatStays();
    void refusals();
};

void TestClientMerge::everyReferenceOfTheSchemaIsMoved()
{
    const PreparedFile file;
    const auto connection = PreparedFile::require(storage::Connection::open({file.path()}));
    std::set<QByteArray> schema;
    auto query = PreparedFile::require(connection->query(R"(
        SELECT child.name || '.' || reference."from"
          FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference
         WHERE child.type = 'table' AND reference."table" = 'clients' AND reference."to" = 'id')"));
    while (PreparedFile::require(query->step()))
        schema.insert(query->utf8(0));
    std::set<QByteArray> moved;
    for (const clients::ClientReference &reference : clients::clientReferences())
        moved.insert(QByteArray(storage::facts(reference.table).name) + '.' + reference.column);
    QCOMPARE(moved, schema);
}

void TestClientMerge::mergeThenUndoIsAsBefore()
{
    const PreparedFile file;
    const bool holds = rc::check("merge, undo", [&] {
        const auto deeds = *rc::gen::container<std::vector<std::pair<int, bool>>>(
            7, rc::gen::pair(rc::gen::inRange(0, 10), rc::gen::arbitrary<bool>()));
        TwoCards cards(file);
        int number = 0;
        for (const auto &[deed, first] : deeds)
            cards.live(first ? cards.stays : cards.goes, Deed(deed), ++number);
        const QByteArray before = everyRow(*cards.plain);
        const auto preview = TwoCards::require(cards.merging.preview(cards.stays, cards.goes));
        const auto merged = await(cards.merging.merge(cards.stays, cards.goes));
        if (!merged) { // two payers in a chain: a person decides first, and nothing was done
            RC_ASSERT(merged.error().code.startsWith("client.pay"));
            RC_ASSERT(everyRow(*cards.plain) == before);
            return;
        }
        // Nothing is left behind, and as much came over as was said.
        const auto after = TwoCards::require(cards.counter.clients.load(cards.goes));
        RC_ASSERT(after.id == cards.stays);
        RC_ASSERT(cards.number("SELECT count(*) FROM orders WHERE client_id = ?", cards.goes) == 0);
        RC_ASSERT(cards.number("SELECT count(*) FROM transactions WHERE client_id = ?", cards.goes) == 0);
        RC_ASSERT(cards.number("SELECT count(*) FROM orders WHERE client_id = ?", cards.stays) >= preview.rows.orders);
        RC_ASSERT(TwoCards::require(storage::verifyFile(cards.path, false)).problems.empty());
        TwoCards::require(await(cards.counter.door->undo()));
        RC_ASSERT(everyRow(*cards.plain) == before);
    });
    QVERIFY(holds);
}

void TestClientMerge::whatHungOnOneHangsOnTheOther()
{
    const PreparedFile file;
    TwoCards cards(file);
    int number = 0;
    for (const Deed deed : {Deed::Deposit, Deed::OrderWorn, Deed::Measures, Deed::Note, Deed::PaidFor, Deed::Phone,
                            Deed::Fields, Deed::Tags})
        cards.live(cards.goes, deed, ++number);
    cards.live(cards.stays, Deed::Measures, ++number);
    cards.live(cards.stays, Deed::Tags, ++number);

    const MergePreview preview = TwoCards::require(cards.merging.preview(cards.stays, cards.goes));
    QCOMPARE(preview.rows, (MergedRows{1, 1, 1, 1, 0, 0, 1, 0, 1}));
    QCOMPARE(preview.phonesAdded.size(), size_t(1));
    QCOMPARE(preview.filled, (std::vector<MergedField>{MergedField::Email, MergedField::BirthDate}));
    QVERIFY(preview.kept.empty());

    TwoCards::require(await(cards.merging.merge(cards.stays, cards.goes)));
    const Client one = TwoCards::require(cards.counter.clients.load(cards.stays));
    QCOMPARE(one.fields.name, QStringLiteral("Amina Bello"));
    QCOMPARE(one.fields.email, QStringLiteral("a7@bello.example"));
    QCOMPARE(one.fields.phones.size(), size_t(2));
    QCOMPARE(one.fields.tags.size(), 2);
    QCOMPARE(one.fields.messageOptOutAt, std::optional(Instant(1007)));
    QCOMPARE(one.balance->minor(), 65'000'00 - 10'000'01);
    QCOMPARE(TwoCards::require(cards.counter.clients.family(cards.stays)).members.size(), size_t(2));
    // Of two sets without a template the older is history.
    QCOMPARE(cards.number("SELECT count(*) FROM client_measurements WHERE client_id = ? AND status = 'current'",
                          cards.stays),
             1);
    const auto former = TwoCards::require(cards.merging.formerCards(cards.stays));
    QCOMPARE(former.size(), size_t(1));
    QCOMPARE(former.front().fields.name, QStringLiteral("Amina Belo"));
}

void TestClientMerge::theOldNumberLeadsToTheOneThatStays()
{
    const PreparedFile file;
    TwoCards cards(file);
    const QString oldNumber = TwoCards::require(cards.counter.clients.load(cards.goes)).number;
    TwoCards::require(await(cards.merging.merge(cards.stays, cards.goes)));
    for (const QString &typed : {oldNumber, QStringLiteral("Belo"), QStringLiteral("0803 555 1234")}) {
        const auto found = TwoCards::require(cards.counter.clients.search(typed, 5));
        QCOMPARE(found.size(), size_t(1));
        QCOMPARE(found.front().id, cards.stays);
    }
    QCOMPARE(TwoCards::require(cards.counter.clients.count(ClientFilter::All)), 1);
}

void TestClientMerge::refusals()
{
    const PreparedFile file;
    TwoCards cards(file);
    const auto codeOf = [&](ClientId stays, ClientId goes) {
        const auto merged = await(cards.merging.merge(stays, goes));
        return merged ? QByteArray() : merged.error().code;
    };
    QCOMPARE(codeOf(cards.stays, cards.stays), QByteArray("client.merge_itself"));
    QCOMPARE(codeOf(cards.stays, ClientId::make(file.clock)), QByteArray("client.unknown"));
    QCOMPARE(codeOf(cards.stays, cards.goes), QByteArray());
    QCOMPARE(codeOf(cards.stays, cards.goes), QByteArray("client.merged_already"));
}

QTEST_GUILESS_MAIN(TestClientMerge)
#include "tst_client_merge.moc"
