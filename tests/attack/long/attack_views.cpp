// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/scoped_views.h"
#include "core/access/write_plan_builder.h"
#include "tests/attack/means/marked_file.h"

#include <QRegularExpression>
#include <QTest>

#include <sqlite3.h>

using namespace thimblely;
using test::foreignMark;
using test::MarkedFile;
using test::Marks;

namespace {

/*!
 * Comparisons whose loss nobody sees, since another one keeps the same rows: an index is found by the first, the second
 * is what a reader and a mended query would miss. Each is named with its reason, and none that is missed after all.
 */
struct Twice {
    const char *pattern;
    const char *why;
};
constexpr Twice twice[] = {
    {"^(read|write) (client_measurements|clients|orders|sys_activity)( 2)?, [12] of the workroom$",
     "what hangs on a piece given to somebody is found by its id, and the piece by its workspace"},
    {"^read history_changes, ([2-9]|1\\d) of the others$", "rows of the history by the workspace of their operation"},
    {"^write order_items( 2)?, [24] of the others$", "a parked order and its pieces are of one workspace by their key"},
    {"^read transactions, (1 of the workroom|3 of the others)$", "wages by the membership, which is of one workspace"},
};

bool isNamePart(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_';
}

//! Neither the first nor the last of the file, so that whatever comes first is another one's.
const QByteArray shop = "c";

//! The text without its first comparison with that workspace, without its second, and so on.
std::vector<std::string> withoutEachComparison(const std::string &sql, const IdBytes &workspace)
{
    const std::string compared = "id = " + access::literal(workspace); // workspace_id too
    std::vector<std::string> mutants;
    for (size_t at = sql.find(compared); at != std::string::npos; at = sql.find(compared, at + 1)) {
        size_t from = at; // with the column's and the table's name before it
        while (from > 0 && isNamePart(sql[from - 1]))
            --from;
        mutants.push_back(std::string(sql).replace(from, at + compared.size() - from, "1"));
    }
    return mutants;
}

} // namespace

/*!
 * Each comparison with the workspace in each view and in each statement of the writer, taken away one at a time: somebody
 * then reaches a row that is not theirs, or is answered otherwise. So none of them stands there for nothing, and the file and its people would show
 * the loss of any.
 */
class TestAttackViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingForeignIsReached();
    void eachComparisonIsNeeded();

private:
    //! What somebody reads, and which rows each of the writer's statements would change, by what it is called.
    std::map<QByteArray, std::string> selectsOf(const QByteArray &who);
    bool seesForeign(const std::string &select, const Marks &allowed);
    //! All of it, as a hash.
    QByteArray answerTo(const std::string &select);

    MarkedFile m_file;
};

std::map<QByteArray, std::string> TestAttackViews::selectsOf(const QByteArray &who)
{
    const access::Principal principal = m_file.insider(shop, who);
    const auto columns = std::move(access::schemaColumns(m_file.connection->handle())).value();
    const access::RowClauses clauses(principal, *columns, {"NG"});
    std::map<QByteArray, std::string> selects;
    for (const access::ScopedView &view : access::scopedViews(principal, *columns, clauses, "s_"))
        selects["read " + QByteArray::fromStdString(view.name)] = view.select;
    const access::WritePlanBuilder builder(m_file.connection->handle(), principal, *columns, clauses);
    for (const storage::TableFacts &facts : storage::catalogue()) {
        std::set<std::string> reached;
        const auto add = [&](const Result<access::WritePlan> &plan) {
            const std::string sql = plan ? sqlite3_sql(plan->statement.handle()) : std::string();
            const std::string before = " WHERE id = ? AND ";
            if (const size_t at = sql.find(before); at != std::string::npos)
                reached.insert(sql.substr(at + before.size()));
        };
        for (const std::string &column : columns->of(facts.table)) {
            // Who manages a shop may let anybody of the file have shops of their own (access.md, "Rules of the platform").
            const access::Field field{column.c_str(), std::nullopt};
            if (!column.starts_with("workspace_access_"))
                add(builder.update(facts.table, std::span(&field, 1)));
        }
        add(builder.remove(facts.table));
        add(builder.restore(facts.table));
        add(builder.takeBackInsert(facts.table));
        int which = 0;
        for (const std::string &rows : reached)
            selects[QByteArray("write ") + facts.name +
                    (which++ > 0 ? " " + QByteArray::number(which) : QByteArray())] =
                std::string("SELECT id FROM main.") + facts.name + " WHERE " + rows;
    }
    return selects;
}

bool TestAttackViews::seesForeign(const std::string &select, const Marks &allowed)
{
    auto rows = storage::Statement::prepare(m_file.connection->handle(), QByteArray::fromStdString(select));
    if (!rows)
        qFatal("%s: %s", select.c_str(), qPrintable(describe(rows.error())));
    while (rows.value().step().value()) {
        for (int i = 0; i < rows.value().columnCount(); ++i) {
            if (foreignMark(rows.value().blob(i), allowed))
                return true;
        }
    }
    return false;
}

QByteArray TestAttackViews::answerTo(const std::string &select)
{
    auto rows =
        std::move(storage::Statement::prepare(m_file.connection->handle(), QByteArray::fromStdString(select))).value();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (rows.step().value()) {
        for (int i = 0; i < rows.columnCount(); ++i)
            hash.addData(rows.blob(i) + '\x1f');
    }
    return hash.result();
}

void TestAttackViews::nothingForeignIsReached()
{
    for (const QByteArray &who : MarkedFile::insiders()) {
        for (const auto &[name, select] : selectsOf(who))
            QVERIFY2(!seesForeign(select, MarkedFile::marksOf(shop, who)), (who + ": " + name).constData());
    }
}

void TestAttackViews::eachComparisonIsNeeded()
{
    std::map<QString, bool> missed; // "view, which": whether anybody sees that it is gone
    for (const QByteArray &who : MarkedFile::insiders()) {
        const bool isWorkroom = who == "cutter" || who == "stitcher" || who == "weaver";
        for (const auto &[name, select] : selectsOf(who)) {
            int which = 0;
            for (const std::string &mutant : withoutEachComparison(select, m_file.workspace(shop).bytes())) {
                bool &seen =
                    missed[QStringLiteral("%1, %2 of %3")
                               .arg(QString::fromLatin1(name))
                               .arg(++which)
                               .arg(isWorkroom ? QStringLiteral("the workroom") : QStringLiteral("the others"))];
                seen =
                    seen || seesForeign(mutant, MarkedFile::marksOf(shop, who)) || answerTo(mutant) != answerTo(select);
            }
        }
    }
    QStringList survivors;
    for (const auto &[name, isSeen] : missed) {
        if (!isSeen)
            survivors.append(name);
    }
    qInfo("%zu comparisons, %lld of them missed as soon as they are gone", missed.size(),
          qint64(missed.size()) - survivors.size());
    QVERIFY(qint64(missed.size()) - survivors.size() > 140);
    for (const Twice &known : twice) {
        const qsizetype before = survivors.size();
        survivors.removeIf([pattern = QRegularExpression(QLatin1String(known.pattern))](const QString &name) {
            return name.contains(pattern);
        });
        QVERIFY2(survivors.size() < before, known.pattern); // else it is missed by now
        qInfo("kept by another one too: %lld, %s", qint64(before - survivors.size()), known.why);
    }
    QVERIFY2(survivors.isEmpty(), qPrintable(survivors.join(QStringLiteral("; "))));
}

QTEST_GUILESS_MAIN(TestAttackViews)
#include "attack_views.moc"
