// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/own_sql.h"
#include "core/access/policy.h"
#include "tests/attack/means/marked_file.h"
#include "tests/attack/means/rights.h"
#include "tests/attack/mutants/taken_away.h"
#include "tests/support/test_paths.h"

#include <QFile>
#include <QTest>

using namespace thimblely;
using access::CapabilitySet;
using test::MarkedFile;
using test::Rights;
using test::Table;
using test::TakenAway;
using C = access::Capability;

namespace {

//! No table of the catalogue: a row that names it is never found, as if it were not there.
constexpr auto nowhere = Table(255);

//! Takes a value away for as long as it lives.
template <typename T>
class Without {
public:
    Without(const T &value, T instead) : m_value(const_cast<T &>(value)), m_kept(std::exchange(m_value, instead)) {}
    ~Without() { m_value = m_kept; }
    Without(const Without &) = delete;
    Without &operator=(const Without &) = delete;

private:
    T &m_value;
    const T m_kept;
};

//! What takes one capability more than to write the table: access.md, by hand.
struct Guarded {
    Table table;
    const char *column;
    access::FieldValue value;
    C needs;
};

const std::vector<Guarded> &guarded()
{
    using T = Table;
    static const std::vector<Guarded> list = {
        {T::Feeds, "status", "published", C::FeedsPublish},
        {T::MarketplaceProducts, "status", "published", C::MarketplacePublish},
        {T::Orders, "released_unpaid_by", test::named("somebody"), C::OrdersReleaseUnpaid},
        {T::Invoices, "kind", "credit_note", C::InvoicesCredit},
        {T::OrderItems, "item_kind", "redo", C::RedoApprove},
        {T::InventoryMovements, "movement_type", "stock-in", C::InventoryWrite},
        {T::InventoryMovements, "movement_type", "adjustment", C::InventoryWrite},
        {T::InventoryMovements, "movement_type", "waste", C::InventoryWrite},
        {T::InventoryMovements, "movement_type", "count", C::StockCount},
        {T::SysActivity, "stage", "collected", C::OrdersWrite},
        {T::SysActivity, "till_id", test::named("till"), C::TillOperate},
        {T::SysActivity, "kind", "unlock", C::ProductionUnlock},
        {T::SysActivity, "kind", "cancelled", C::OrdersWrite},
        {T::SysActivity, "kind", "restored", C::OrdersWrite},
        {T::SysActivity, "kind", "assignment", C::OrdersWrite},
        {T::SysActivity, "kind", "promise", C::OrdersWrite},
        {T::SysActivity, "kind", "confirmed", C::OrdersTakePayment},
        {T::SysActivity, "kind", "unconfirmed", C::OrdersTakePayment},
        {T::SysActivity, "kind", "issued", C::InvoicesIssue},
        {T::SysActivity, "kind", "till_opened", C::TillOperate},
        {T::SysActivity, "kind", "till_counted", C::TillOperate},
        {T::SysActivity, "kind", "till_closed", C::TillOperate},
        {T::SysActivity, "kind", "drawer", C::TillOperate},
    };
    return list;
}

} // namespace

/*!
 * What the wall is made of is taken away piece by piece: each row of the policy, the authorizer, the secret names. With
 * all of it in place nothing is found; without any one of them something is. (The comparisons with the workspace:
 * long/attack_views.cpp.)
 */
class TestAttackMutants : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everybodyHasTheirRights();
    void eachRuleIsMissed();
    void eachColumnGroupIsMissed();
    void eachExtraViewIsMissed();
    void eachPublishedParentIsMissed();
    void eachGuardIsMissed();
    void theAuthorizerIsMissed();
    void theSecretNamesAreMissed();

private:
    bool everyTableHasARule() const;
    //! True where what some capability opens is not what the file of rights says; the likeliest is asked first.
    bool isMissed(Table written, const std::vector<CapabilitySet> &likeliest) const;
    bool isRefused(const Guarded &write, const CapabilitySet &without);
    int foreignAnswers(const QByteArray &guessed);

    std::unique_ptr<MarkedFile> m_file;
    std::unique_ptr<Rights> m_rights;
    std::map<QByteArray, QByteArrayList> m_is; // by what Rights calls the set
    std::map<QByteArray, QByteArrayList> m_said;
    int m_writes = 0;
};

//! What is and what the file says is looked at before any test: each may be run by itself.
void TestAttackMutants::initTestCase()
{
    m_file = std::make_unique<MarkedFile>(3);
    m_rights = std::make_unique<Rights>(*m_file, "a");
    QByteArray all;
    for (const CapabilitySet &set : Rights::sets()) {
        const QByteArrayList &lines = m_is[Rights::nameOf(set)] = m_rights->of(set);
        all += "# " + Rights::nameOf(set) + '\n' + (QByteArrayList(lines) << QByteArray()).join('\n') + '\n';
    }
    QFile file(test::sourceFolder() + QStringLiteral("/tests/attack/rights.txt"));
    if (qEnvironmentVariableIsSet("THIMBLELY_WRITE_RIGHTS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(all);
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArrayList *section = nullptr;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("# "))
            section = &m_said[line.mid(2)];
        else if (section && !line.isEmpty())
            section->append(line);
    }
}

/*!
 * The file beside this test says it line by line, and is read by people: a change of the policy shows there. With
 * THIMBLELY_WRITE_RIGHTS set it is written anew.
 */
void TestAttackMutants::everybodyHasTheirRights()
{
    QCOMPARE(m_said.size(), Rights::sets().size());
    for (const auto &[name, lines] : m_is) {
        const QByteArrayList &said = m_said.at(name);
        for (qsizetype i = 0; i < std::max(lines.size(), said.size()); ++i)
            QCOMPARE(name + ": " + lines.value(i), name + ": " + said.value(i));
    }
    QVERIFY(everyTableHasARule());
}

bool TestAttackMutants::everyTableHasARule() const
{
    return std::ranges::all_of(storage::catalogue(), [](const storage::TableFacts &facts) {
        using A = access::Action;
        return std::ranges::none_of(std::array{A::Read, A::Insert, A::Update, A::Delete},
                                    [&](A action) { return access::rulesOf(facts.table, action).empty(); });
    });
}

bool TestAttackMutants::isMissed(Table written, const std::vector<CapabilitySet> &likeliest) const
{
    if (m_is != m_said) // everything would be missed, for what is not as the file says is missed already
        return false;
    const auto differs = [&](const CapabilitySet &set) {
        try {
            return m_rights->of(set, written) != Rights::about(m_said.at(Rights::nameOf(set)), written);
        } catch (const std::logic_error &) { // no view can be made without it
            return true;
        }
    };
    return std::ranges::any_of(likeliest, differs) || std::ranges::any_of(Rights::sets(), differs);
}

void TestAttackMutants::eachRuleIsMissed()
{
    QByteArrayList survivors;
    for (const access::Rule &rule : access::allRules()) {
        const QByteArray name = QByteArray(storage::facts(rule.table).name) + ", action " +
                                QByteArray::number(int(rule.action)) + ", " + access::nameOf(rule.needs);
        const Table table = rule.table;
        const Without<Table> gone(rule.table, nowhere);
        if (everyTableHasARule() && !isMissed(table, {{C::OwnData, rule.needs}}))
            survivors.append(name);
    }
    qInfo("%zu rules", access::allRules().size());
    QVERIFY(access::allRules().size() > 150);
    QVERIFY2(survivors.isEmpty(), survivors.join("; ").constData());
}

void TestAttackMutants::eachColumnGroupIsMissed()
{
    for (const access::ColumnGroup &group : access::columnGroups()) {
        const Table table = group.table;
        const Without<Table> gone(group.table, nowhere);
        QVERIFY2(isMissed(table, {{C::OwnData, group.read}}), group.columns);
    }
}

void TestAttackMutants::eachExtraViewIsMissed()
{
    for (const access::ExtraView &extra : access::extraViews()) {
        const Without<const char *> gone(extra.name, "");
        // The bin is empty for who may delete nothing: any right to delete shows it.
        QVERIFY(isMissed(Table::Clients, {{C::OwnData, extra.needs}, {C::OwnData, C::ClientsDelete}}));
    }
}

void TestAttackMutants::eachPublishedParentIsMissed()
{
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const access::PublishedParent *parent = access::publishedParent(facts.table);
        if (!parent)
            continue;
        const Without<Table> gone(parent->child, nowhere);
        QVERIFY2(isMissed(facts.table, {{C::OwnData}}), facts.name);
    }
}

//! With everything but those: whether the writer says no, whatever the file would say.
bool TestAttackMutants::isRefused(const Guarded &write, const CapabilitySet &without)
{
    access::Principal who = m_file->owners.at("a");
    who.capabilities = CapabilitySet::all() - without;
    const auto connection = m_file->open(who);
    access::RowWriter writer(*connection, m_file->clock);
    std::vector<access::Field> fields{{write.column, write.value}};
    if (write.table == Table::SysActivity)
        fields.push_back({"order_item_id", m_file->row("a", Table::OrderItems)});
    const IdBytes id = test::named("write " + QByteArray::number(++m_writes));
    const auto done =
        write.table == Table::SysActivity || write.table == Table::InventoryMovements // which are only added to
            ? writer.insert(write.table, id, std::span<const access::Field>(fields))
            : writer.update(write.table, m_file->row("a", write.table), std::span<const access::Field>(fields));
    return !done && done.error().kind == ErrorKind::Forbidden;
}

void TestAttackMutants::eachGuardIsMissed()
{
    QCOMPARE(access::writeGuards().size(), guarded().size());
    for (const Guarded &write : guarded()) {
        const auto guard = std::ranges::find_if(access::writeGuards(), [&](const access::WriteGuard &each) {
            const auto *value = std::get_if<QByteArray>(&write.value.get());
            return each.table == write.table && QByteArrayView(each.column) == write.column &&
                   (!each.value || (value && *value == each.value));
        });
        QVERIFY2(guard != access::writeGuards().end(), write.column);
        QVERIFY2(!isRefused(write, {}), write.column);
        QVERIFY2(isRefused(write, {write.needs}), write.column);
        const Without<Table> gone(guard->table, nowhere);
        QVERIFY2(!isRefused(write, {write.needs}), write.column);
    }
}

//! To how many of an owner's own statements something of another workspace was answered.
int TestAttackMutants::foreignAnswers(const QByteArray &guessed)
{
    const auto connection = m_file->open(m_file->insider("a", "owner"));
    const test::Marks allowed = MarkedFile::marksOf("a", "owner");
    int found = 0;
    for (const storage::TableFacts &facts : storage::catalogue()) {
        const QByteArray table = facts.name;
        for (const QByteArray &sql :
             {"SELECT * FROM main." + table,
              "WITH " + guessed + table + " AS (SELECT * FROM main." + table + ") SELECT * FROM " + guessed + table}) {
            bool foreign = false;
            const auto look = [&](const std::vector<access::SqlValue> &values) {
                for (const access::SqlValue &value : values) {
                    const auto *text = std::get_if<QByteArray>(&value);
                    foreign = foreign || (text && test::foreignMark(*text, allowed));
                }
                return true;
            };
            (void)access::OwnSql(*connection)
                .run(
                    sql, [](const auto &) {}, look);
            found += foreign ? 1 : 0;
        }
    }
    return found;
}

void TestAttackMutants::theAuthorizerIsMissed()
{
    const QByteArray guessed = "s_" + QByteArray(32, '0') + '_';
    QCOMPARE(foreignAnswers(guessed), 0);
    const Without<bool> gone(TakenAway::authorizer, true);
    QVERIFY(foreignAnswers(guessed) > 60);
}

//! A name that the wall trusts and somebody can guess is one that they can give to a table of their own statement.
void TestAttackMutants::theSecretNamesAreMissed()
{
    const QByteArray guessed = "s_" + QByteArray(32, '0') + '_';
    QCOMPARE(foreignAnswers(guessed), 0);
    const Without<bool> gone(TakenAway::secretNames, true);
    QVERIFY(foreignAnswers(guessed) > 30);
}

QTEST_GUILESS_MAIN(TestAttackMutants)
#include "tst_attack_mutants.moc"
