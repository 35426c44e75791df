// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/connection.h"
#include "core/storage/till_chain.h"
#include "tests/core/finance/till_shop.h"

#include <QFile>
#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

//! Two days of a till with every kind of row.
class TwoDays {
public:
    TwoDays()
    {
        run(m_shop.till.open(naira(20'000)));
        const auto paid = m_shop.take(10'000);
        run(m_shop.till.move({TillEntryKind::PaidOut, naira(1'000), QStringLiteral("thread")}));
        m_shop.take(5'000, PaymentMethod::Transfer);
        run(m_shop.payments.refund({paid.id, QStringLiteral("too long"), naira(2'000)}));
        if (!m_shop.count(26'900))
            qFatal("not counted");
        m_shop.close(20'000, QStringLiteral("coins"));
        m_shop.take(7'000);
        if (!m_shop.count(27'000))
            qFatal("not counted");
        m_shop.close(27'000);
        m_shop.take(500, PaymentMethod::Card);
    }

    //! The problems of the chains after the file was changed past the program, and then left as it was again.
    std::vector<storage::Problem> after(const QByteArray &sql)
    {
        const auto file = storage::Connection::open({m_shop.shop.shop.path()}).value();
        const auto script = [&](const QByteArray &text) {
            if (const auto done = file->executeScript(text); !done)
                qFatal("%s", qPrintable(describe(done.error())));
        };
        // Who changes rows behind the program's back does not stop at its triggers.
        QByteArray drop;
        auto triggers = file->query("SELECT name FROM sqlite_schema WHERE type = 'trigger'").value();
        while (triggers->step().value())
            drop += "DROP TRIGGER " + triggers->utf8(0) + ';';
        script("BEGIN;" + drop + sql);
        std::vector<storage::Problem> problems;
        if (const auto done = storage::checkTillChains(*file, problems); !done)
            qFatal("%s", qPrintable(describe(done.error())));
        script("ROLLBACK");
        return problems;
    }
    qint64 number(QByteArrayView sql) { return m_shop.shop.number(sql); }
    QStringList problems() { return m_shop.shop.problems(); }

private:
    template <typename T>
    void run(QFuture<Result<T>> future)
    {
        if (const auto result = await(future); !result)
            qFatal("%s", qPrintable(describe(result.error())));
    }
    TillShop m_shop;
};

QByteArray first(const std::vector<storage::Problem> &problems)
{
    return problems.empty() ? QByteArray() : problems.front().table + ' ' + problems.front().detail.toUtf8();
}

} // namespace

class TestTillChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_days = std::make_unique<TwoDays>(); }

    void isWhole()
    {
        QCOMPARE(m_days->problems(), QStringList());
        QCOMPARE(first(m_days->after({})), QByteArray());
    }

    void findsWhatWasChanged_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char *name, const char *sql, const char *found) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray(found);
        };
        row("amount", "UPDATE transactions SET amount_minor = amount_minor - 1 WHERE till_seq = 3",
            "transactions row 3 of the till's chain is not as it was written");
        row("the first of two", "UPDATE transactions SET amount_minor = 7 WHERE till_seq IN (3, 4)",
            "transactions row 3 of the till's chain is not as it was written");
        row("reason", "UPDATE transactions SET reason = 'needles' WHERE till_seq = 4",
            "transactions row 4 of the till's chain names another person or reason");
        row("who", "UPDATE transactions SET created_by = zeroblob(16) WHERE till_seq = 4",
            "transactions row 4 of the till's chain names another person or reason");
        row("the salt taken without an erasure",
            "UPDATE transactions SET fiscal = json_remove(fiscal, '$.salt') WHERE till_seq = 4",
            "transactions row 4 of the till's chain has lost its salt");
        row("a row left out", "DELETE FROM transactions WHERE till_seq = 4",
            "transactions the till's chain goes on with 5 after 3");
        row("the opening", "UPDATE sys_activity SET data = json_set(data, '$.opening_minor', 1) WHERE till_seq = 2",
            "sys_activity row 2 of the till's chain is not as it was written");
        row("a closing's difference",
            "UPDATE sys_activity SET data = json_set(data, '$.difference_minor', 0) WHERE kind = 'till_closed'",
            "sys_activity row 10 of the till's chain is not as it was written");
        row("a row moved to another day", "UPDATE transactions SET closing_id = NULL WHERE till_seq = 4",
            "transactions row 4 of the till's chain is in another closing than its day");
        row("what is waited for put into a closing",
            "UPDATE transactions SET closing_id = (SELECT closing_id FROM transactions WHERE till_seq = 4)"
            " WHERE till_seq = 5",
            "sys_activity closing 1 says 800000, its rows 1300000");
        row("what is waited for put where no closing is",
            "UPDATE transactions SET closing_id = zeroblob(16) WHERE till_seq = 5",
            "transactions row 5 of the till's chain is in another closing than its day");
        row("the whole day moved",
            "UPDATE transactions SET closing_id = zeroblob(16) WHERE till_seq < 10 AND till_seq <> 5",
            "sys_activity closing 1 is not the one its rows name");
    }

    void findsWhatWasChanged()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, found);
        const auto problems = m_days->after(sql);
        QCOMPARE(first(problems), found);
        QCOMPARE(problems.size(), size_t(1));
        QCOMPARE(problems.front().kind, storage::Problem::Kind::Till);
    }

    void anErasureLeavesItWhole()
    {
        // What an erasure empties: the salt, and the texts in which a name may stand.
        QCOMPARE(first(m_days->after("UPDATE clients SET erased_at = 1;"
                                     "UPDATE transactions SET fiscal = json_remove(fiscal, '$.salt'), reason = NULL"
                                     " WHERE client_id IS NOT NULL AND reverses_transaction_id IS NULL")),
                 QByteArray());
    }

    //! Whatever cell of whatever row is another one, the first such row is named.
    void findsAnyChange()
    {
        QByteArrayList columns;
        for (const auto list : {storage::tillMoneyColumns(), storage::tillMoneyPrivateColumns()}) {
            for (const char *column : list)
                columns.append(column);
        }
        columns.removeAll("id"); // other rows hang on it
        columns.removeAll("till_id");
        const qint64 rows = m_days->number("SELECT max(till_seq) FROM transactions");
        QVERIFY(rc::check("any changed cell is found", [&] {
            const QByteArray column = columns[*rc::gen::inRange<qsizetype>(0, columns.size())];
            const QByteArray at = QByteArray::number(*rc::gen::inRange<qint64>(1, rows + 1));
            if (m_days->number("SELECT count(*) FROM transactions WHERE till_seq = " + at) == 0)
                return;
            // Another value of the same kind, whatever it was.
            const QByteArray other =
                "CASE typeof(" + column + ") WHEN 'integer' THEN " + column + " + 1000 WHEN 'text' THEN " + column +
                " || 'x' WHEN 'blob' THEN randomblob(length(" + column + ")) ELSE " + valueFor(column) + " END";
            const auto problems = m_days->after("PRAGMA ignore_check_constraints = ON; PRAGMA defer_foreign_keys = ON;"
                                                "UPDATE transactions SET " +
                                                column + " = " + other + " WHERE till_seq = " + at);
            RC_ASSERT(!problems.empty());
        }));
    }

private:
    //! Something for a column that is empty.
    static QByteArray valueFor(const QByteArray &column)
    {
        if (column.endsWith("_id") || column.endsWith("_by"))
            return "randomblob(16)";
        if (column.endsWith("_media"))
            return "randomblob(32)";
        if (column.endsWith("_minor") || column.endsWith("_at"))
            return "1";
        return "'{}'";
    }

    std::unique_ptr<TwoDays> m_days;
};

QTEST_GUILESS_MAIN(TestTillChain)
#include "tst_till_chain.moc"
