// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/natural_ids.h"
#include "core/access/own_sql.h"
#include "core/access/policy.h"
#include "core/access/privileged/principal_store.h"
#include "core/access/schema_columns.h"
#include "core/exchange/table_exporter.h"
#include "tests/ui/shell/marked_shop.h"
#include "tests/ui/shell/window_walk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

using namespace thimblely;
using namespace thimblely::ui;
using access::Action;
using access::Capability;
using storage::Table;

namespace {

//! Of a file's rows what can be told apart on a screen: words that bear the mark, numbers to call, amounts.
struct Values {
    QSet<QString> texts;
    QSet<QString> numbers; //!< the last seven digits
    QSet<qint64> amounts;

    void addText(const QString &text, const QString &mark)
    {
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
        if (json.isArray() || json.isObject())
            return addJson(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), mark);
        if (text.contains(mark))
            texts.insert(text);
        const QString digits = digitsOf(text);
        if (digits.size() >= 10 && digits.size() * 2 > text.size())
            numbers.insert(digits.right(7));
    }
    void addJson(const QJsonValue &value, const QString &mark)
    {
        const QJsonArray array = value.toArray();
        for (const auto &each : array)
            addJson(each, mark);
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            addJson(each.value(), mark);
        if (value.isString())
            addText(value.toString(), mark);
    }
    Values without(const Values &other) const
    {
        return {texts - other.texts, numbers - other.numbers, amounts - other.amounts};
    }
    static QString digitsOf(const QString &text)
    {
        QString digits;
        for (const QChar each : text) {
            if (each.isDigit())
                digits += each;
        }
        return digits;
    }
};

//! What stands in the rail or in somebody's menu, and what it is there to do: absent where the policy has no row for that.
struct Leads {
    const char *words;
    Table table;
    Action action;
};
constexpr Leads leads[] = {
    {"Counter", Table::Orders, Action::Insert},       {"Clients", Table::ClientInteractions, Action::Read},
    {"Money", Table::Transactions, Action::Insert},   {"Add a person…", Table::WorkspaceMembers, Action::Insert},
    {"The shop…", Table::Workspaces, Action::Update},
};

//! Whether some rule of the policy lets them do it with rows that are not only their own.
bool mayBy(const access::Principal &who, Table table, Action action)
{
    return std::ranges::any_of(access::rulesOf(table, action), [&](const access::Rule *rule) {
        using access::Reach;
        return rule->appliesTo(who) && rule->reach != Reach::Own && rule->reach != Reach::Personal &&
               rule->reach != Reach::Assigned;
    });
}

struct Person {
    const char *name;
    access::Role role;
    access::Job job;
    const char *permissions = nullptr;
};
const std::vector<Person> &people()
{
    using access::Job;
    static const std::vector<Person> list = {
        {"Admin", access::Role::Admin, Job::None},
        {"Member", access::Role::Member, Job::None},
        {"Viewer", access::Role::Viewer, Job::None},
        {"Counter", access::Role::Member, Job::Counter},
        {"Cutter", access::Role::Member, Job::Cutter},
        {"Stitcher", access::Role::Member, Job::Stitcher},
        {"Finisher", access::Role::Member, Job::Finisher},
        {"Counter without prices", access::Role::Member, Job::Counter, R"({"refuse": ["prices:read"]})"},
        {"Member without clients", access::Role::Member, Job::None, R"({"refuse": ["clients:read"]})"},
    };
    return list;
}

} // namespace

/*!
 * What a role lacks is absent, in the program's own window: every value of the file that somebody reads by none of their
 * views stands on no screen, in no model, search, sheet of keys, title or notice. What they may read is asked of the file,
 * through the policy; nothing here says it a second time.
 */
class TestHiddenIsAbsent : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_shop->close(); }
    void cleanupTestCase() { m_shop.reset(); }
    void theAdminFindsWhatOthersDoNot();
    void nothingHiddenIsShown_data();
    void nothingHiddenIsShown();
    void ownStatementsHaveTheColumnsOfThePolicy_data() { nothingHiddenIsShown_data(); }
    void ownStatementsHaveTheColumnsOfThePolicy();
    void exportsHaveNoColumnThatIsHidden();

private:
    static QString mark() { return QStringLiteral("qzhiddenqz"); }
    static constexpr const char *secret = "0852";
    void fill();
    void addPerson(access::Session &session, changes::WriteDoor &door, const Person &person);
    Values inTheFile() const;
    Values readBy(access::Session &session) const;
    std::unique_ptr<access::Session> sessionOf(const QString &name) const;
    bool signInAs(const QString &name);
    void walk();
    QStringList shownOf(const Values &hidden) const;
    QLocale locale() const { return QLocale(QStringLiteral("en_NG")); }

    std::unique_ptr<test::OpenProgram> m_shop;
    std::map<QString, access::Principal> m_people;
    std::optional<OrderId> m_order;
    std::optional<ClientId> m_client;
    QStringList m_said;   // every word of every screen that was walked
    QStringList m_failed; // what was refused on the way
    QStringList m_ways;   // of the rail and the menu
};

void TestHiddenIsAbsent::initTestCase()
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
    fill();
}

void TestHiddenIsAbsent::addPerson(access::Session &session, changes::WriteDoor &door, const Person &person)
{
    const QString name = QString::fromLatin1(person.name);
    const auto added =
        changes::await(TeamService(session, door).add({name, person.role, person.job, QString::fromLatin1(secret)}));
    QVERIFY2(added, qPrintable(name));
    const auto member = access::memberId(m_shop->owner->workspace, *added);
    if (person.permissions) {
        QVERIFY(changes::await(door.write<void>({"test.permissions"}, [&](changes::WriteContext &context) {
            return context.rows().update(Table::WorkspaceMembers, member, {{"permissions", person.permissions}});
        })));
    }
    const auto store = access::PrincipalStore::open(storage::OpenOptions{m_shop->path()}).value();
    m_people.emplace(name, store->load(*added, m_shop->owner->workspace, m_shop->owner->device).value());
}

//! A shop where every amount is another one, so that one that is seen says of what it is.
void TestHiddenIsAbsent::fill()
{
    const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
    const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
    const test::MarkedShop marked(*session, *door, mark());
    m_order = marked.order();
    m_client = marked.client();
    for (const Person &person : people())
        addPerson(*session, *door, person);
    // The workroom has a piece each, of an order with prices of its own.
    const Currency naira = Currency::parse(u"NGN").value();
    orders::OrderService orders(*session, *door);
    int price = 41'357;
    for (const char *who : {"Cutter", "Stitcher"}) {
        orders::OrderDraft draft;
        draft.client = m_client;
        orders::PieceDraft piece;
        piece.name = QStringLiteral("Coat of the %1 %2").arg(QString::fromLatin1(who), mark());
        piece.unitPrice = Money(qint64(price) * 100, naira);
        price += 11'111;
        draft.pieces.push_back(piece);
        const auto booked = changes::await(orders.book(draft));
        QVERIFY(booked);
        const auto pieces = orders.load(booked->id)->pieces;
        QVERIFY(changes::await(door->write<void>({"test.assign"}, [&](changes::WriteContext &context) {
            return context.rows().update(Table::OrderItems, pieces[0].id,
                                         {{"assigned_to", m_people.at(QString::fromLatin1(who)).person}});
        })));
        QVERIFY(changes::await(
            finance::PaymentService(*session, *door).take(booked->id, {Money(qint64(price) * 10, naira)})));
    }
    QVERIFY(changes::await(door->write<void>({"test.costs"}, [&](changes::WriteContext &context) -> Result<void> {
        std::optional<InventoryItemId> roll;
        {
            TRY_ASSIGN(auto items, context.query("SELECT id FROM inventory_items WHERE item_kind <> 'service'"));
            TRY(items->step());
            roll = items->id<InventoryItemId>(0);
        }
        TRY(context.rows().update(Table::InventoryItems, *roll,
                                  {{"cost_minor", 777'700}, {"selling_price_minor", 888'800}}));
        const auto member = access::memberId(m_shop->owner->workspace, m_people.at(QStringLiteral("Finisher")).person);
        return context.rows().update(Table::WorkspaceMembers, member,
                                     {{"pay_type", "month"}, {"pay_minor", 9'191'900}});
    })));
}

Values TestHiddenIsAbsent::inTheFile() const
{
    Values all;
    const auto connection = storage::Connection::open({m_shop->path()}).value();
    for (const storage::TableFacts &facts : storage::catalogue()) {
        auto rows =
            std::move(storage::Statement::prepare(connection->handle(), QByteArray("SELECT * FROM main.") + facts.name))
                .value();
        while (rows.step().value()) {
            for (int i = 0; i < rows.columnCount(); ++i) {
                const QString column = rows.columnName(i);
                if (column.endsWith(QLatin1String("_minor")))
                    all.amounts.insert(rows.int64(i));
                else
                    all.addText(rows.text(i), mark());
            }
        }
    }
    all.amounts.removeIf(
        [](qint64 amount) { return amount < 100'000; }); // smaller ones are dates, sizes and numbers too
    return all;
}

Values TestHiddenIsAbsent::readBy(access::Session &session) const
{
    QByteArrayList names;
    for (const storage::TableFacts &facts : storage::catalogue())
        names.append(facts.name);
    for (const access::Rule &rule : access::allRules()) {
        if (rule.view)
            names.append(rule.view);
    }
    for (const access::ColumnGroup &group : access::columnGroups()) {
        if (group.view)
            names.append(group.view);
    }
    for (const access::ExtraView &extra : access::extraViews())
        names.append(extra.name);
    Values seen;
    auto connection = session.openConnection().value();
    access::OwnSql own(*connection);
    for (const QByteArray &name : names) {
        (void)own.run(
            "SELECT * FROM " + name, [](const auto &) {},
            [&](const std::vector<access::SqlValue> &row) {
                for (const access::SqlValue &value : row) {
                    if (const auto *text = std::get_if<QByteArray>(&value))
                        seen.addText(QString::fromUtf8(*text), mark());
                    else if (const auto *number = std::get_if<qint64>(&value))
                        seen.amounts.insert(*number);
                }
                return true;
            });
    }
    return seen;
}

std::unique_ptr<access::Session> TestHiddenIsAbsent::sessionOf(const QString &name) const
{
    return access::Session::open(m_shop->path(), m_people.at(name)).value();
}

bool TestHiddenIsAbsent::signInAs(const QString &name)
{
    m_said.clear();
    m_failed.clear();
    m_shop->start();
    if (!m_shop->waitForFaces())
        return false;
    const auto faces = m_shop->program->findChildren<FaceButton *>();
    for (FaceButton *face : faces) {
        if (face->face().name == name)
            face->click();
    }
    return m_shop->signIn(secret) && m_shop->desk().principal().person == m_people.at(name).person;
}

//! Everywhere, with a search for whom and for a number that some may not read.
void TestHiddenIsAbsent::walk()
{
    test::WindowWalk walk(*m_shop);
    m_ways = walk.ways();
    walk.everywhere(*m_order, *m_client,
                    {mark(), QStringLiteral("0803 555"), QStringLiteral("4471"), QStringLiteral("1")});
    m_said = walk.said();
    for (const Error &error : walk.failures()) {
        if (error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Internal)
            m_failed.append(describe(error));
    }
}

//! Of these values those that stood somewhere, with the words they stood in.
QStringList TestHiddenIsAbsent::shownOf(const Values &hidden) const
{
    QSet<QString> amounts;
    for (const qint64 amount : hidden.amounts)
        amounts.insert(locale().toString(amount / 100));
    QSet<QString> found;
    for (const QString &word : m_said) {
        for (const QString &text : hidden.texts) {
            if (word.contains(text))
                found.insert(word);
        }
        for (const QString &amount : amounts) {
            if (word.contains(amount))
                found.insert(word);
        }
        const QString digits = Values::digitsOf(word);
        for (const QString &number : hidden.numbers) {
            if (digits.contains(number))
                found.insert(word);
        }
    }
    return QStringList(found.begin(), found.end());
}

//! Else the test below would prove nothing: all kinds of what is hidden from a cutter are there to be seen.
void TestHiddenIsAbsent::theAdminFindsWhatOthersDoNot()
{
    QVERIFY(signInAs(QStringLiteral("Admin")));
    walk();
    const auto cutter = sessionOf(QStringLiteral("Cutter"));
    const Values hidden = inTheFile().without(readBy(*cutter));
    QVERIFY(hidden.texts.size() > 8);
    QVERIFY(hidden.amounts.size() > 5);
    QVERIFY(hidden.numbers.size() >= 1);
    QVERIFY(!shownOf({hidden.texts, {}, {}}).isEmpty());
    QVERIFY(!shownOf({{}, hidden.numbers, {}}).isEmpty());
    QVERIFY(!shownOf({{}, {}, hidden.amounts}).isEmpty());
}

void TestHiddenIsAbsent::nothingHiddenIsShown_data()
{
    QTest::addColumn<QString>("name");
    for (const Person &person : people())
        QTest::newRow(person.name) << QString::fromLatin1(person.name);
}

void TestHiddenIsAbsent::nothingHiddenIsShown()
{
    QFETCH(QString, name);
    QVERIFY(signInAs(name));
    const access::Principal who = m_shop->desk().principal();
    walk();
    for (const Leads &way : leads) {
        const QString words = QString::fromUtf8(way.words);
        QVERIFY2(!m_ways.contains(words) || mayBy(who, way.table, way.action), way.words);
    }
    const Values hidden = inTheFile().without(readBy(*sessionOf(name)));
    const QStringList shown = shownOf(hidden);
    QVERIFY2(shown.isEmpty(), qPrintable(shown.join(QStringLiteral("\n"))));
    QVERIFY2(m_failed.isEmpty(), qPrintable(m_failed.join(QStringLiteral("\n"))));
}

//! As thimblectl sql answers: the header of each table is what the policy's first rule shows, no column more or less.
void TestHiddenIsAbsent::ownStatementsHaveTheColumnsOfThePolicy()
{
    QFETCH(QString, name);
    const auto session = sessionOf(name);
    const auto connection = session->openConnection().value();
    const auto file = storage::Connection::open({m_shop->path()}).value();
    const auto schema = std::move(access::schemaColumns(file->handle())).value();
    access::OwnSql own(*connection);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const auto rules = access::readingRules(session->principal(), facts.table);
        QStringList expected;
        for (const std::string &column : schema->of(facts.table)) {
            if (!rules.empty() && column != "deleted_at" && !access::groupOf(facts.table, column) &&
                access::showsColumn(session->principal(), *rules.front(), column))
                expected.append(QString::fromStdString(column));
        }
        QStringList header;
        const auto done = own.run(
            QByteArray("SELECT * FROM ") + facts.name,
            [&](const std::vector<QString> &columns) { header = QStringList(columns.begin(), columns.end()); },
            [](const auto &) { return true; });
        QVERIFY2(bool(done) == !rules.empty(), facts.name);
        QCOMPARE(header, expected);
    }
}

//! Somebody may be let export without being let see prices: then the file has no column of them.
void TestHiddenIsAbsent::exportsHaveNoColumnThatIsHidden()
{
    access::Principal who = *m_shop->owner;
    who.capabilities.remove(Capability::PricesRead);
    who.capabilities.remove(Capability::FinanceRead);
    const auto session = access::Session::open(m_shop->path(), who).value();
    const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
    const Values hidden = inTheFile().without(readBy(*session));
    for (const auto &[file, done] :
         {std::pair(QStringLiteral("products.csv"),
                    exportProducts(*session, *door, m_shop->dir.filePath(QStringLiteral("products.csv")))),
          std::pair(QStringLiteral("orders.csv"),
                    exportOrders(*session, m_shop->dir.filePath(QStringLiteral("orders.csv"))))}) {
        if (!done)
            continue; // refused whole
        QFile written(m_shop->dir.filePath(file));
        QVERIFY(written.open(QIODevice::ReadOnly));
        m_said = QString::fromUtf8(written.readAll()).split(u'\n');
        const QStringList shown = shownOf(hidden);
        QVERIFY2(shown.isEmpty(), qPrintable(shown.join(u'\n')));
    }
}

QTEST_MAIN(TestHiddenIsAbsent)
#include "tst_hidden_is_absent.moc"
