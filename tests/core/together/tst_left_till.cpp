// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_folder.h"
#include "core/backup/backup_writer.h"
#include "core/backup/restore.h"
#include "core/storage/connection.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

//! A shop on its second computer, with a till of that one.
struct Restored {
    Restored(const QString &path, const TillShop &before, const PersonId &person)
        : m_path(path),
          session(access::Session::open(path, principalIn(path, before.shop.shop.principal.workspace, person)).value()),
          door(changes::WriteDoor::open(*session, before.shop.shop.clock).value())
    {}
    TillState left() const
    {
        const auto tills = till.leftTills().value();
        if (tills.size() != 1)
            qFatal("%d tills", int(tills.size()));
        return tills.front();
    }
    Result<CountResult> count(const AtTill &which, qint64 whole)
    {
        return await(till.count({{}, naira(whole)}, which));
    }
    Result<ActivityId> close(const AtTill &which, qint64 kept, const QString &reason = {})
    {
        return await(till.close({naira(kept), reason}, which));
    }
    qint64 number(QByteArrayView sql) const
    {
        auto query = session->reader().query(sql).value();
        return query->step().value() ? query->int64(0) : -1;
    }
    QStringList problems() const
    {
        QStringList found;
        for (const storage::Problem &problem : storage::verifyFile(m_path, false)->problems)
            found.append(QString::fromUtf8(problem.table) + u' ' + problem.detail);
        return found;
    }

private:
    static access::Principal principalIn(const QString &path, WorkspaceId workspace, PersonId person)
    {
        const auto store = access::PrincipalStore::open({path}).value();
        return store->load(person, workspace, store->device()->value()).value();
    }
    QString m_path;

public:
    std::unique_ptr<access::Session> session;
    std::unique_ptr<changes::WriteDoor> door;
    TillService till{*session, *door};
    PaymentService payments{*session, *door};
};

} // namespace

//! The computer is gone, with a till that stood open; the shop goes on from a backup on another one.
class TestLeftTill : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_old = std::make_unique<TillShop>();
        aDay(20'000, 1'000);
        aDay(16'000, 2'000);
        QVERIFY(await(m_old->till.open(naira(20'000))));
        m_old->take(30'000);
        m_old->take(4'000, PaymentMethod::Card);
        m_transfer = m_old->take(5'000, PaymentMethod::Transfer).id;
        m_seller = m_old->shop.hire("member", "counter").principal.person;
        m_cutter = m_old->shop.hire("member", "cutter").principal.person;
        QVERIFY(m_old->till.leftTills()->empty());
        const QString code = QStringLiteral("K7PQ-2MX4-90RA-1B2C-3D4E");
        QVERIFY(backup::setBackupCode(m_old->shop.shop.path(), code).ok());
        const auto made = backup::makeBackup(m_old->shop.shop.path(), backup::BackupFolder(m_stick.path()), clock());
        QVERIFY2(made.ok(), made ? "" : qPrintable(describe(made.error())));
        QVERIFY(backup::restore(made->path, code, m_stick.filePath(QStringLiteral("first")), clock()).ok());
    }
    void init()
    {
        m_path = m_stick.filePath(QStringLiteral("shop%1.thimble").arg(++m_shops));
        QVERIFY(QFile::copy(m_stick.filePath(QStringLiteral("first")), m_path));
    }
    void cleanupTestCase() { m_old.reset(); }

    void itsPagesAreSeen()
    {
        Restored shop = open();
        const auto before = m_old->till.dayPages().value();
        const auto pages = shop.till.dayPages().value();
        QCOMPARE(pages.size(), size_t(2));
        for (size_t i = 0; i < pages.size(); ++i) {
            QCOMPARE(pages[i].id, before[i].id);
            QCOMPARE(pages[i].number, qint64(2 - i));
            QCOMPARE(pages[i].hash, before[i].hash);
            QVERIFY(pages[i].ofAnotherDevice);
            QVERIFY(!before[i].ofAnotherDevice);
        }
    }

    //! By their moment, whichever till they are of, one at a time.
    void pagesOfBothTillsFollowOneAnother()
    {
        Restored shop = open();
        clock().advanceDays(1);
        QVERIFY(await(shop.till.open(naira(500))));
        QVERIFY(shop.count({}, 500));
        const ActivityId own = shop.close({}, 500).value();
        clock().advanceDays(1);
        const changes::TillId left = shop.left().till;
        QVERIFY(shop.count(left, 50'000));
        const ActivityId last = shop.close(left, 0).value();
        std::vector<ActivityId> seen;
        std::vector<qint64> numbers;
        std::vector<bool> another;
        for (std::optional<ActivityId> before;;) {
            const auto page = shop.till.dayPages(before, 1).value();
            if (page.empty())
                break;
            before = page.front().id;
            seen.push_back(page.front().id);
            numbers.push_back(page.front().number);
            another.push_back(page.front().ofAnotherDevice);
        }
        QCOMPARE(numbers, (std::vector<qint64>{3, 1, 2, 1}));
        QCOMPARE(another, (std::vector<bool>{true, false, true, true}));
        QCOMPARE(seen[0], last);
        QCOMPARE(seen[1], own);
        QCOMPARE(shop.problems(), QStringList());
    }

    void pagesAreFoundByTheIndexOfTills()
    {
        Restored shop = open();
        const auto plan =
            shop.session->reader().queryPlan("SELECT id FROM till_activity WHERE till_id > x'' AND kind = 'till_closed'"
                                             " ORDER BY occurred_at DESC, id DESC LIMIT 20");
        QVERIFY2(plan->join(u'\n').contains(QStringLiteral("sys_activity_till")), qPrintable(plan->join(u'\n')));
    }

    void itIsCountedAndClosedHere()
    {
        Restored shop = open();
        QCOMPARE(shop.till.state()->phase, TillPhase::Closed);
        QVERIFY(!shop.till.state()->hasEntries);
        const TillState left = shop.left();
        QVERIFY(left.till != shop.till.state()->till);
        QCOMPARE(left.phase, TillPhase::Open);
        QCOMPARE(left.opening, naira(20'000));
        const TillSums sums = shop.till.sums(left.till).value();
        const TillSums before = m_old->sums();
        QCOMPARE(sums.expectedCash, before.expectedCash);
        QCOMPARE(sums.expectedCash, naira(50'000));
        QCOMPARE(sums.turnover, before.turnover);
        QCOMPARE(sums.waiting, naira(5'000));
        const qint64 rows = shop.number("SELECT count(*) FROM transactions");

        QCOMPARE(refusal(shop.close(left.till, 0)), QStringLiteral("till.not_counted"));
        QCOMPARE(shop.count(left.till, 49'900)->difference, naira(-100));
        QCOMPARE(refusal(shop.close(left.till, 20'000, QStringLiteral("so"))), QStringLiteral("till.nothing_kept"));
        QCOMPARE(refusal(shop.close(left.till, 0)), QStringLiteral("till.no_reason"));
        const auto closed = shop.close(left.till, 0, QStringLiteral("the computer burned"));
        QCOMPARE(refusal(closed), QString());

        const DayPage page = shop.till.dayPage(*closed).value();
        QVERIFY(page.ofAnotherDevice);
        QCOMPARE(page.number, qint64(3));
        QCOMPARE(page.opening, naira(20'000));
        QCOMPARE(page.sums.turnover, before.turnover);
        QCOMPARE(page.sums.difference, naira(-100));
        QCOMPARE(page.sums.expectedCash, naira(0));
        QCOMPARE(page.bankDrop, naira(49'900));
        QCOMPARE(page.perpetual, naira(3'000 + 34'000));
        QCOMPARE(shop.number("SELECT count(*) FROM transactions"), rows + 2); // the difference and what left the drawer
        QCOMPARE(shop.number("SELECT count(DISTINCT till_id) FROM transactions"),
                 qint64(1)); // none of them in this till
        QCOMPARE(shop.number("SELECT count(*) FROM transactions WHERE till_id IS NOT NULL AND closing_id IS NULL"),
                 qint64(1)); // the transfer
        QVERIFY(shop.till.leftTills()->empty());
        QCOMPARE(shop.till.state()->phase, TillPhase::Closed);
        QVERIFY(!shop.till.state()->hasEntries);
        QCOMPARE(shop.problems(), QStringList());
    }

    void aSecondClosingIsRefused()
    {
        Restored shop = open();
        const changes::TillId left = shop.left().till;
        QVERIFY(shop.count(left, 50'000));
        QVERIFY(shop.close(left, 0));
        QCOMPARE(refusal(shop.close(left, 0)), QStringLiteral("till.not_counted"));
        QCOMPARE(refusal(shop.count(left, 0)), QStringLiteral("till.not_open"));
        QCOMPARE(shop.till.dayPages()->size(), size_t(3));
        QCOMPARE(shop.problems(), QStringList());
    }

    //! It was announced on the old computer, and is in the books of its till only once that is closed once more.
    void whatComesInLaterIsClosedToo()
    {
        Restored shop = open();
        const changes::TillId left = shop.left().till;
        QVERIFY(shop.count(left, 50'000));
        QVERIFY(shop.close(left, 0));
        QVERIFY(await(shop.payments.confirm(m_transfer)));
        QCOMPARE(shop.left().till, left);
        QVERIFY(shop.count(left, 0)->agrees());
        const auto closed = shop.close(left, 0);
        QCOMPARE(shop.till.dayPage(closed.value())->sums.turnover, naira(5'000));
        QVERIFY(shop.till.leftTills()->empty());
        QCOMPARE(shop.problems(), QStringList());
    }

    //! What is taken here belongs to this till, whether the old one is closed or not.
    void thisTillIsItsOwn()
    {
        Restored shop = open();
        QVERIFY(await(shop.till.open(naira(50'000))));
        QVERIFY(await(shop.payments.take(m_old->order, {naira(1'000)})));
        QCOMPARE(shop.till.sums()->expectedCash, naira(51'000));
        const changes::TillId left = shop.left().till;
        QCOMPARE(shop.till.sums(left)->expectedCash, naira(50'000));
        QVERIFY(shop.count(left, 50'000));
        QVERIFY(shop.close(left, 0));
        QCOMPARE(shop.till.state()->phase, TillPhase::Open);
        QCOMPARE(shop.till.sums()->expectedCash, naira(51'000));
        QVERIFY(shop.count({}, 51'000));
        QCOMPARE(shop.till.dayPage(shop.close({}, 51'000).value())->number, qint64(1));
        QCOMPARE(shop.problems(), QStringList());
    }

    //! Its device gives numbers still: it works somewhere, and goes on with its chain.
    void aTillInUseIsLeftAlone()
    {
        Restored shop = open();
        const changes::TillId left = shop.left().till;
        const QByteArray device = m_old->shop.shop.principal.device.view().toByteArray().toHex();
        {
            const auto file = storage::Connection::open({m_path}).value();
            QVERIFY(file->executeScript("UPDATE sys_series SET closed_at = NULL WHERE device_id = x'" + device + '\'')
                        .ok());
        }
        QVERIFY(shop.till.leftTills()->empty());
        QCOMPARE(refusal(shop.count(left, 50'000)), QStringLiteral("till.in_use"));
        QCOMPARE(shop.problems(), QStringList());
    }

    void whoCountsIsToldNothingBefore()
    {
        Restored shop = open(m_seller);
        const TillState left = shop.left();
        QVERIFY(!shop.till.maySeeSums(left));
        QCOMPARE(refusal(shop.till.sums(left.till)), QStringLiteral("till.count_first"));
        QCOMPARE(shop.count(left.till, 50'100)->difference, naira(100));
        QCOMPARE(shop.till.sums(left.till)->expectedCash, naira(50'000));
        QCOMPARE(refusal(shop.till.sums()), QStringLiteral("till.count_first")); // of this till nothing was counted
        QCOMPARE(refusal(shop.close(left.till, 0, QStringLiteral("found"))), QString());
        QCOMPARE(shop.problems(), QStringList());
    }

    void whoHasNoTillHasNoneOfTheOthers()
    {
        changes::TillId left = open().left().till;
        Restored shop = open(m_cutter);
        const QString refused = QStringLiteral("access.refused till:operate");
        QCOMPARE(refusal(shop.till.leftTills()), refused);
        QCOMPARE(refusal(shop.till.state(left)), refused);
        QCOMPARE(refusal(shop.till.sums(left)), refused);
        QCOMPARE(refusal(shop.count(left, 50'000)), refused);
        QCOMPARE(refusal(shop.close(left, 0)), refused);
        QCOMPARE(refusal(shop.till.dayPages()), refused);
    }

private:
    void aDay(qint64 kept, qint64 taken)
    {
        const qint64 carried = m_old->till.state()->carried.minor() / 100;
        QVERIFY(await(m_old->till.open(naira(carried + 20'000))));
        m_old->take(taken);
        QVERIFY(m_old->count(carried + 20'000 + taken));
        m_old->close(kept);
        clock().advanceDays(1);
    }
    FakeClock &clock() { return m_old->shop.shop.clock; }
    Restored open() { return open(m_old->shop.shop.principal.person); }
    Restored open(const PersonId &person) { return {m_path, *m_old, person}; }

    QTemporaryDir m_stick;
    std::unique_ptr<TillShop> m_old;
    TransactionId m_transfer{IdBytes{}};
    PersonId m_seller{IdBytes{}};
    PersonId m_cutter{IdBytes{}};
    QString m_path;
    int m_shops = 0;
};

QTEST_GUILESS_MAIN(TestLeftTill)
#include "tst_left_till.moc"
