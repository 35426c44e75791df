// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/own_sql.h"
#include "tests/attack/means/marked_file.h"
#include "tests/attack/means/statement_maker.h"

#include <QElapsedTimer>
#include <QTest>

#include <sqlite3.h>

using namespace thimblely;
using access::SqlBytes;
using access::SqlValue;
using test::foreignMark;
using test::MarkedFile;
using test::Marks;
using test::StatementMaker;

namespace {

//! What became of the statements of a kind.
struct Tally {
    qint64 made = 0;
    qint64 refused = 0;  //!< by the wall, or no SQL at all
    qint64 ended = 0;    //!< by a limit
    qint64 empty = 0;    //!< ran to their end without a row
    qint64 withRows = 0; //!< gave rows
    qint64 rows = 0;
    qint64 slowest = 0; //!< milliseconds
};

QByteArray bytesOf(const SqlValue &value)
{
    if (const auto *text = std::get_if<QByteArray>(&value))
        return *text;
    if (const auto *blob = std::get_if<SqlBytes>(&value))
        return blob->bytes;
    if (const auto *number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    if (const auto *number = std::get_if<double>(&value))
        return QByteArray::number(*number, 'g', 17);
    return "-";
}

int howMany(int usual)
{
    bool set = false;
    const int asked = qEnvironmentVariableIntValue("THIMBLELY_ATTACK", &set);
    return set ? asked : usual;
}

constexpr std::array shopsOfIds = {"b", "t"};

int over(void *clock)
{
    return static_cast<QElapsedTimer *>(clock)->elapsed() > 500 ? 1 : 0;
}

} // namespace

/*!
 * Statements by the thousand against a file of twenty workspaces, as each of its people: behind the wall none of them
 * sees a mark of another workspace, changes the file, or runs beyond its limits. THIMBLELY_ATTACK says how many.
 */
class TestAttackStatements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextBearsAMark();
    void theSameSeedWritesTheSame();
    void withoutTheWallForeignRowsAreFound();
    void ownSql();
    void reader();
    void othersMakeNoDifference();
    void cleanupTestCase();

private:
    struct Answer {
        std::optional<Error> error;
        QByteArrayList cells;
        qint64 rows = 0;
        std::optional<test::Mark> foreign;
    };
    StatementMaker maker(quint64 seed);
    Answer askOwn(access::ScopedConnection &connection, const QByteArray &sql, const Marks &allowed, bool keep = false);
    Answer askReader(access::ScopedConnection &connection, const QByteArray &sql, const Marks &allowed);
    void count(const char *kind, const Answer &answer, qint64 milliseconds);
    void report(const char *how);
    //! What they may see, and the ids that the statements name themselves.
    static Marks allowedFor(const QByteArray &shop, const QByteArray &who)
    {
        Marks marks = MarkedFile::marksOf(shop, who);
        for (const char *named : shopsOfIds)
            marks.insert(test::Mark{named[0], test::Mark::id});
        return marks;
    }
    QByteArray whose(int index) const
    {
        return MarkedFile::insiders().at(size_t(index) % MarkedFile::insiders().size());
    }
    qint64 version();

    std::unique_ptr<MarkedFile> m_file;
    std::map<QByteArray, QByteArray> m_before;
    std::map<QByteArray, Tally> m_tallies;
    StatementMaker::Names m_names;
};

void TestAttackStatements::initTestCase()
{
    m_file = std::make_unique<MarkedFile>();
    m_names.tables = m_file->columns();
    const auto owner = m_file->open(m_file->insider("a", "owner"));
    for (const char *view : {"daily_totals", "order_payers", "history", "history_changes", "bin", "order_prices",
                             "order_item_prices", "client_totals", "member_wages", "feeds_public", "feeds_followers",
                             "marketplace_public", "events_personal", "till_activity", "inventory_item_costs"})
        m_names.views.append(view);
    m_names.folder = m_file->folder.path().toUtf8();
    for (const char *shop : shopsOfIds) {
        for (const test::Table table : {test::Table::Clients, test::Table::Orders, test::Table::Workspaces})
            m_names.ids.append("x'" + test::hexOf(m_file->row(shop, table)).toLatin1() + "'");
    }
    m_before = m_file->hashes();
}

StatementMaker TestAttackStatements::maker(quint64 seed)
{
    return StatementMaker(seed, m_names);
}

//! Where no row of a table has one, a check of the schema's leaves no room for it.
void TestAttackStatements::everyTextBearsAMark()
{
    QByteArrayList without;
    for (const QByteArray &name : m_file->unmarked()) {
        const QByteArray table = name.left(name.indexOf('.'));
        const QByteArray column = name.mid(table.size() + 1);
        auto sql = std::move(storage::Statement::prepare(m_file->connection->handle(),
                                                         "SELECT sql, (SELECT type FROM pragma_table_info(?1) WHERE"
                                                         " name = ?2) FROM sqlite_schema WHERE name = ?1"))
                       .value();
        sql.bindUtf8(table).bindUtf8(column);
        QVERIFY(sql.step().value());
        if (sql.utf8(1) != "TEXT")
            continue; // an id, or bytes of another length
        const QRegularExpression checked(
            QStringLiteral("(\\b%1\\b[^,]*CHECK|CHECK \\([^;]*\\b%1\\b|\\b%1 [^,]*REFERENCES)")
                .arg(QString::fromLatin1(column)));
        if (!sql.text(0).contains(checked))
            without.append(name);
    }
    QVERIFY2(without.isEmpty(), without.join(' ').constData());
    for (const storage::TableFacts &facts : storage::catalogue()) {
        auto rows = std::move(storage::Statement::prepare(m_file->connection->handle(),
                                                          QByteArray("SELECT * FROM main.") + facts.name))
                        .value();
        int marked = 0;
        while (rows.step().value()) {
            QByteArray bytes;
            for (int i = 0; i < rows.columnCount(); ++i)
                bytes += rows.blob(i) + '\x1f';
            QVERIFY2(foreignMark(bytes, {}), facts.name);
            ++marked;
        }
        QVERIFY2(marked >= 20, facts.name);
    }
}

void TestAttackStatements::theSameSeedWritesTheSame()
{
    StatementMaker one = maker(7);
    StatementMaker other = maker(7);
    QCOMPARE(one.next().sql, QByteArray("WITH clients AS (SELECT * FROM main.clients) SELECT * FROM clients"));
    other.next();
    for (int i = 0; i < 500; ++i)
        QCOMPARE(one.next().sql, other.next().sql);
}

//! What the others prove nothing without: the same statements, with nothing in their way, find what is not theirs.
void TestAttackStatements::withoutTheWallForeignRowsAreFound()
{
    const QString path = m_file->folder.filePath(QStringLiteral("open.shop"));
    m_file->copyTo(path);
    std::set<QByteArray> kinds;
    int found = 0;
    StatementMaker statements = maker(1);
    auto connection = std::move(storage::Connection::open(storage::OpenOptions{path})).value();
    sqlite3_limit(connection->handle(), SQLITE_LIMIT_LENGTH, 1'000'000);
    QElapsedTimer clock;
    sqlite3_progress_handler(connection->handle(), 1000, over, &clock);
    const Marks own = allowedFor("a", "member");
    for (int i = 0; i < 1000; ++i) {
        const auto [kind, sql] = statements.next();
        if (qstrcmp(kind, "endless recursion") == 0 || qstrcmp(kind, "huge value") == 0 ||
            qstrcmp(kind, "PRAGMA") == 0 || qstrcmp(kind, "mangled text") == 0)
            continue;
        clock.start();
        auto statement = storage::Statement::prepare(connection->handle(), sql);
        if (!statement || !statement.value().isReadOnly())
            continue;
        for (int row = 0; row < 200; ++row) {
            const auto next = statement.value().step();
            if (!next || !next.value())
                break;
            QByteArray bytes;
            for (int c = 0; c < statement.value().columnCount(); ++c)
                bytes += statement.value().blob(c);
            if (foreignMark(bytes, own)) {
                ++found;
                kinds.insert(kind);
                break;
            }
        }
    }
    qInfo("without the wall: %d of 1000 statements found foreign rows, of %zu kinds", found, kinds.size());
    QVERIFY2(kinds.contains("CTE that shadows a name"), "the first case");
    QVERIFY(found > 50);
    QVERIFY(kinds.size() > 10);
}

TestAttackStatements::Answer TestAttackStatements::askOwn(access::ScopedConnection &connection, const QByteArray &sql,
                                                          const Marks &allowed, bool keep)
{
    Answer answer;
    access::OwnSqlLimits limits;
    limits.milliseconds = howMany(0) > 10'000 ? 300 : 60;
    limits.rows = 5000;
    access::OwnSql own(connection, limits);
    const auto done = own.run(
        sql,
        [&](const std::vector<QString> &columns) {
            for (const QString &column : columns) {
                if (auto mark = foreignMark(column.toUtf8(), allowed))
                    answer.foreign = mark;
            }
        },
        [&](const std::vector<SqlValue> &values) {
            ++answer.rows;
            for (const SqlValue &value : values) {
                const QByteArray bytes = bytesOf(value);
                if (!answer.foreign)
                    answer.foreign = foreignMark(bytes, allowed);
                if (keep)
                    answer.cells.append(bytes);
            }
            return true;
        });
    if (!done)
        answer.error = done.error();
    return answer;
}

TestAttackStatements::Answer TestAttackStatements::askReader(access::ScopedConnection &connection,
                                                             const QByteArray &sql, const Marks &allowed)
{
    Answer answer;
    auto query = connection.query(sql);
    if (!query) {
        answer.error = query.error();
        return answer;
    }
    // The program's own statements have no limits; what a test writes must end all the same.
    sqlite3 *handle = sqlite3_db_handle(query.value()->handle());
    QElapsedTimer clock;
    clock.start();
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 100'000);
    sqlite3_progress_handler(handle, 1000, over, &clock);
    for (; answer.rows < 5000; ++answer.rows) {
        const auto next = query.value()->step();
        if (!next) {
            answer.error = next.error();
            break;
        }
        if (!next.value())
            break;
        for (int c = 0; c < query.value()->columnCount() && !answer.foreign; ++c)
            answer.foreign = foreignMark(query.value()->blob(c), allowed);
    }
    sqlite3_progress_handler(handle, 0, nullptr, nullptr);
    return answer;
}

void TestAttackStatements::count(const char *kind, const Answer &answer, qint64 milliseconds)
{
    Tally &tally = m_tallies[kind];
    ++tally.made;
    tally.rows += answer.rows;
    tally.slowest = std::max(tally.slowest, milliseconds);
    if (answer.error && (answer.error->kind == ErrorKind::Cancelled || answer.error->kind == ErrorKind::Conflict ||
                         answer.error->code == "sql.too_large" || answer.error->code == "storage.interrupted"))
        ++tally.ended;
    else if (answer.error)
        ++tally.refused;
    else
        ++(answer.rows > 0 ? tally.withRows : tally.empty);
}

void TestAttackStatements::report(const char *how)
{
    Tally all;
    qInfo("%s\n%-42s %8s %8s %8s %8s %8s %10s %8s", how, "kind", "made", "refused", "ended", "no row", "rows", "(rows)",
          "slowest");
    const auto line = [](const char *kind, const Tally &t) {
        qInfo("%-42s %8lld %8lld %8lld %8lld %8lld %10lld %5lld ms", kind, t.made, t.refused, t.ended, t.empty,
              t.withRows, t.rows, t.slowest);
    };
    for (const char *kind : StatementMaker::kinds()) {
        const Tally &t = m_tallies[kind];
        line(kind, t);
        all = {all.made + t.made,
               all.refused + t.refused,
               all.ended + t.ended,
               all.empty + t.empty,
               all.withRows + t.withRows,
               all.rows + t.rows,
               std::max(all.slowest, t.slowest)};
    }
    line("all", all);
    m_tallies.clear();
}

//! Another one as soon as somebody commits to the file.
qint64 TestAttackStatements::version()
{
    return m_file->number("PRAGMA data_version");
}

void TestAttackStatements::ownSql()
{
    static const QRegularExpression secret(QStringLiteral("s_[0-9a-f]{32}"));
    const int statements = howMany(2000);
    const qint64 before = version();
    StatementMaker made = maker(20261127);
    std::unique_ptr<access::ScopedConnection> connection;
    Marks allowed;
    int session = 0;
    for (int i = 0; i < statements; ++i) {
        if (i % 100 == 0) {
            const QByteArray shop = m_file->workspaces().at(session % m_file->workspaces().size());
            const QByteArray who = whose(session);
            connection = m_file->open(m_file->insider(shop, who));
            allowed = allowedFor(shop, who);
            ++session;
        }
        const auto [kind, sql] = made.next();
        QElapsedTimer clock;
        clock.start();
        const Answer answer = askOwn(*connection, sql, allowed);
        count(kind, answer, clock.elapsed());
        QVERIFY2(!answer.foreign, sql.constData());
        if (answer.error) {
            const QString text = describe(*answer.error);
            QVERIFY2(!foreignMark(text.toUtf8(), allowed) || foreignMark(sql, allowed), sql.constData());
            QVERIFY2(!text.contains(secret) || QString::fromUtf8(sql).contains(secret), sql.constData());
        }
        QVERIFY2(version() == before, sql.constData());
    }
    report("a person's own SQL");
}

void TestAttackStatements::reader()
{
    const int statements = howMany(2000);
    const qint64 before = version();
    StatementMaker made = maker(4);
    std::unique_ptr<access::ScopedConnection> connection;
    Marks allowed;
    int session = 0;
    for (int i = 0; i < statements; ++i) {
        if (i % 100 == 0) { // a reader keeps each of its statements
            const QByteArray shop = m_file->workspaces().at(session * 7 % m_file->workspaces().size());
            const QByteArray who = whose(session);
            connection = m_file->open(m_file->insider(shop, who));
            allowed = allowedFor(shop, who);
            ++session;
        }
        const auto [kind, sql] = made.next();
        if (qstrcmp(kind, "huge value") == 0 || qstrcmp(kind, "endless recursion") == 0)
            continue; // nobody writes such a statement into the program
        QElapsedTimer clock;
        clock.start();
        const Answer answer = askReader(*connection, sql, allowed);
        count(kind, answer, clock.elapsed());
        QVERIFY2(!answer.foreign, sql.constData());
        QVERIFY2(version() == before, sql.constData());
    }
    report("through the reader of a session");
}

/*!
 * Not only no word of theirs: no count, sum or error tells that the others are there. Each statement answers the same
 * in a file in which there never was another workspace.
 */
void TestAttackStatements::othersMakeNoDifference()
{
    const QString path = m_file->folder.filePath(QStringLiteral("alone.shop"));
    const QString whole = m_file->folder.filePath(QStringLiteral("whole.shop"));
    for (const char *who : {"owner", "member", "cutter"}) {
        m_file->copyAlone("c", path);
        m_file->copyTo(whole);
        const access::Principal principal = m_file->insider("c", who);
        const auto open = [&](const QString &file) {
            return std::move(access::ScopedConnection::open(storage::OpenOptions{file}, principal)).value();
        };
        const auto among = open(whole);
        const auto alone = open(path);
        const Marks allowed = allowedFor("c", who);
        StatementMaker made = maker(quint64(who[0]));
        int compared = 0;
        for (int i = 0; i < howMany(2000) / 5; ++i) {
            const auto [kind, sql] = made.next();
            if (sql.toLower().contains("random") || qstrcmp(kind, "huge value") == 0 ||
                qstrcmp(kind, "endless recursion") == 0)
                continue;
            const Answer first = askOwn(*among, sql, allowed, true);
            const Answer second = askOwn(*alone, sql, allowed, true);
            if ((first.error && first.error->kind == ErrorKind::Cancelled) ||
                (second.error && second.error->kind == ErrorKind::Cancelled))
                continue; // whoever is slower today
            ++compared;
            QVERIFY2(first.error.has_value() == second.error.has_value(), sql.constData());
            if (first.error)
                QVERIFY2(describe(*first.error) == describe(*second.error),
                         qPrintable(QString::fromUtf8(sql) + QStringLiteral("\n") + describe(*first.error) +
                                    QStringLiteral("\n") + describe(*second.error)));
            QVERIFY2(first.cells == second.cells, sql.constData());
        }
        QVERIFY(compared > 100);
    }
}

//! All rows of all tables are what they were.
void TestAttackStatements::cleanupTestCase()
{
    QVERIFY(m_file->hashes() == m_before);
}

QTEST_GUILESS_MAIN(TestAttackStatements)
#include "tst_attack_statements.moc"
