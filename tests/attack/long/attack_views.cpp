// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/scoped_views.h"
#include "tests/attack/means/marked_file.h"

#include <QRegularExpression>
#include <QTest>

using namespace thimblely;
using test::foreignMark;
using test::MarkedFile;
using test::Marks;

/*!
 * Each comparison with the workspace in each view, taken away one at a time: somebody then sees a row that is not
 * theirs. So none of them stands there for nothing, and the file and its people would show the loss of any.
 */
class TestAttackViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingForeignIsSeen();
    void eachComparisonIsNeeded();

private:
    std::vector<access::ScopedView> viewsOf(const QByteArray &who);
    bool seesForeign(const std::string &select, const Marks &allowed);

    MarkedFile m_file;
};

std::vector<access::ScopedView> TestAttackViews::viewsOf(const QByteArray &who)
{
    const access::Principal principal = m_file.insider("a", who);
    const auto columns = std::move(access::schemaColumns(m_file.connection->handle())).value();
    const access::RowClauses clauses(principal, *columns, {"NG"});
    return access::scopedViews(principal, *columns, clauses, "s_");
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

void TestAttackViews::nothingForeignIsSeen()
{
    for (const QByteArray &who : MarkedFile::insiders()) {
        for (const access::ScopedView &view : viewsOf(who))
            QVERIFY2(!seesForeign(view.select, MarkedFile::marksOf("a", who)), view.name.c_str());
    }
}

void TestAttackViews::eachComparisonIsNeeded()
{
    const std::string compared = "workspace_id = " + access::literal(m_file.workspace("a").bytes());
    std::map<QByteArray, bool> missed; // "view, which": whether anybody sees that it is gone
    for (const QByteArray &who : MarkedFile::insiders()) {
        const Marks allowed = MarkedFile::marksOf("a", who);
        for (const access::ScopedView &view : viewsOf(who)) {
            int which = 0;
            for (size_t at = view.select.find(compared); at != std::string::npos;
                 at = view.select.find(compared, at + 1)) {
                size_t from = at; // with the table's name before it
                while (from > 0 && (std::isalnum(static_cast<unsigned char>(view.select[from - 1])) ||
                                    view.select[from - 1] == '.' || view.select[from - 1] == '_'))
                    --from;
                std::string mutated = view.select;
                mutated.replace(from, at + compared.size() - from, "1");
                bool &seen =
                    missed[QByteArray::fromStdString(view.name) + ", " + QByteArray::number(++which) + " of " +
                           (who == "cutter" || who == "stitcher" || who == "weaver" ? "the workroom" : "the others")];
                seen = seen || seesForeign(mutated, allowed);
            }
        }
    }
    // Each of these is kept by another one too: the pieces of a cutter by the workspace of what hangs on them, rows of the
    // history by the workspace of their operation, wages by the membership, which is of one workspace.
    static const QRegularExpression twice(QStringLiteral(
        "^(client_measurements|clients|orders|sys_activity), [12] of the workroom$|"
        "^history_changes, ([2-9]|1\\d) of the others$|^transactions, (1 of the workroom|3 of the others)$"));
    QByteArrayList survivors;
    int seen = 0;
    for (const auto &[name, isSeen] : missed) {
        seen += isSeen ? 1 : 0;
        if (!isSeen && !QString::fromUtf8(name).contains(twice))
            survivors.append(name);
    }
    qInfo("%zu comparisons, %d of them missed as soon as they are gone", missed.size(), seen);
    QVERIFY(seen > 80);
    QVERIFY2(survivors.isEmpty(), survivors.join("; ").constData());
}

QTEST_GUILESS_MAIN(TestAttackViews)
#include "attack_views.moc"
