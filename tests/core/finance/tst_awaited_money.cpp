// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/day_page_json.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

Money sumOf(const TillSums &sums, GivenBack givenBack)
{
    Money sum = Money::zero(sums.turnover.currency());
    for (const TurnoverPart &part : turnoverParts(sums, givenBack))
        sum = sum.plus(part.amount).value();
    return sum;
}

//! Each as likely as any other, whatever size RapidCheck is at.
size_t pick(size_t count)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<size_t>(0, count));
}

//! A till over many days, and beside it what a person with a pencil would know.
class AnyDays {
public:
    void step()
    {
        const auto steps = {&AnyDays::open,    &AnyDays::take,    &AnyDays::await_, &AnyDays::await_,
                            &AnyDays::confirm, &AnyDays::confirm, &AnyDays::refund, &AnyDays::neverCame,
                            &AnyDays::payOut,  &AnyDays::close,   &AnyDays::undo};
        (this->**(steps.begin() + pick(steps.size())))();
    }
    void check()
    {
        const TillSums sums = m_shop.sums();
        RC_ASSERT(sumOf(sums, GivenBack::Within).minor() == sums.turnover.minor());
        RC_ASSERT(sumOf(sums, GivenBack::Apart).minor() == sums.turnover.minor());
        RC_ASSERT(m_perpetual + sums.turnover.minor() == m_came);
        RC_ASSERT(sums.expectedCash.minor() == m_cash);
        qint64 waits = 0;
        for (const auto &[id, amount] : m_awaited)
            waits += amount;
        RC_ASSERT(sums.waiting.minor() == waits);
        RC_ASSERT(sums.waitingCount == int(m_awaited.size()));
    }
    QStringList problems() { return m_shop.shop.problems(); }

private:
    static qint64 amount() { return (1 + qint64(pick(500))) * 100; }
    std::optional<TransactionId> taken(qint64 minor, PaymentMethod method)
    {
        const auto money = await(m_shop.payments.take(m_shop.order, {Money(minor, currencyNamed("NGN")), method}));
        return money ? std::optional(money->id) : std::nullopt; // else the order is paid
    }
    void open()
    {
        const TillState state = m_shop.till.state().value();
        if (!state.openedAt)
            RC_ASSERT(await(m_shop.till.open(state.carried)).ok());
        m_undo.reset();
    }
    void take()
    {
        const auto method = *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::MobileMoney);
        const qint64 minor = amount();
        const auto id = taken(minor, method);
        if (!id)
            return;
        m_came += minor;
        m_cash += method == PaymentMethod::Cash ? minor : 0;
        m_back.push_back({*id, {minor, method}});
        m_undo.reset();
    }
    void await_()
    {
        const qint64 minor = amount();
        if (const auto id = taken(minor, PaymentMethod::Transfer)) {
            m_awaited.emplace_back(*id, minor);
            m_undo = *id;
        }
    }
    void confirm()
    {
        if (m_awaited.empty())
            return;
        const auto one = m_awaited.begin() + qsizetype(pick(m_awaited.size()));
        RC_ASSERT(await(m_shop.payments.confirm(one->first)).ok());
        m_came += one->second;
        m_back.push_back({one->first, {one->second, PaymentMethod::Transfer}});
        m_awaited.erase(one);
        m_undo.reset();
    }
    //! In cash, whatever it came by.
    void refund()
    {
        if (m_back.empty())
            return;
        const auto one = m_back.begin() + qsizetype(pick(m_back.size()));
        RC_ASSERT(await(m_shop.payments.refund({one->first, QStringLiteral("why"), {}, PaymentMethod::Cash})).ok());
        m_came -= one->second.first;
        m_cash -= one->second.first;
        m_back.erase(one);
        m_undo.reset();
    }
    void neverCame()
    {
        if (m_awaited.empty())
            return;
        const auto one = m_awaited.begin() + qsizetype(pick(m_awaited.size()));
        RC_ASSERT(await(m_shop.payments.reverse(one->first, QStringLiteral("never came"))).ok());
        RC_ASSERT(refusal(await(m_shop.payments.confirm(one->first))) == QStringLiteral("payment.refunded_already"));
        m_awaited.erase(one);
        m_undo.reset();
    }
    void payOut()
    {
        const qint64 minor = amount();
        if (await(m_shop.till.move(
                {TillEntryKind::PaidOut, Money(minor, currencyNamed("NGN")), QStringLiteral("thread")})))
            m_cash -= minor;
        m_undo.reset();
    }
    void close()
    {
        if (m_cash < 0 || !await(m_shop.till.count({{}, Money(m_cash, currencyNamed("NGN"))})))
            return;
        const auto closing = await(m_shop.till.close({Money(m_cash, currencyNamed("NGN")), {}}));
        RC_ASSERT(closing.ok());
        const DayPage page = m_shop.till.dayPage(*closing).value();
        RC_ASSERT(page.perpetual.minor() == m_came);
        RC_ASSERT(sumOf(page.sums, GivenBack::Apart).minor() == page.sums.turnover.minor());
        m_perpetual = page.perpetual.minor();
        m_undo.reset();
        if (*rc::gen::arbitrary<bool>())
            m_shop.shop.shop.clock.advanceDays(1); // else it is opened again on the same day
    }
    //! Of what was just announced.
    void undo()
    {
        if (!m_undo)
            return;
        RC_ASSERT(await(m_shop.shop.shop.door->undo()).ok());
        std::erase_if(m_awaited, [this](const auto &one) { return one.first == *m_undo; });
        m_undo.reset();
    }

    TillShop m_shop;
    std::vector<std::pair<TransactionId, qint64>> m_awaited;
    std::vector<std::pair<TransactionId, std::pair<qint64, PaymentMethod>>> m_back;
    std::optional<TransactionId> m_undo;
    qint64 m_came = 0;
    qint64 m_cash = 0;
    qint64 m_perpetual = 0;
};

} // namespace

//! A transfer that is waited for is no money yet: in no total, no closing and no drawer.
class TestAwaitedMoney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsBesideWhatWasTaken()
    {
        TillShop shop;
        shop.take(30'000);
        const PaymentTaken transfer = shop.take(5'000, PaymentMethod::Transfer);
        QCOMPARE(shop.sums().turnover, naira(30'000));
        QCOMPARE(shop.sums().sales, 1);
        QCOMPARE(shop.sums().waiting, naira(5'000));
        QCOMPARE(shop.sums().of(PaymentMethod::Transfer)->taken, naira(0));
        QVERIFY(await(shop.payments.confirm(transfer.id)));
        QCOMPARE(shop.sums().turnover, naira(35'000));
        QCOMPARE(shop.sums().sales, 2);
        QCOMPARE(shop.sums().waiting, naira(0));
    }

    void joinsTheDayOnWhichItCame()
    {
        TillShop shop;
        const PaymentTaken transfer = shop.take(21'000, PaymentMethod::Transfer);
        shop.take(1'000);
        QVERIFY(shop.count(1'000));
        const DayPage first = shop.close(0);
        QCOMPARE(first.sums.turnover, naira(1'000));
        QCOMPARE(first.perpetual, naira(1'000));
        QCOMPARE(first.sums.waiting, naira(21'000));
        QCOMPARE(first.sums.waitingCount, 1);
        QVERIFY(!first.sums.waitingWasTaken);
        QCOMPARE(first.sums.receipts.at(0).last, QStringLiteral("RA-26-00002")); // its number was given

        shop.shop.shop.clock.advanceDays(1);
        QVERIFY(await(shop.till.open(naira(0))));
        shop.take(2'000);
        QVERIFY(await(shop.payments.confirm(transfer.id)));
        QCOMPARE(shop.till.entries()->size(), size_t(2)); // it is of this day now
        QCOMPARE(shop.sums().turnover, naira(23'000));
        QVERIFY(shop.count(2'000));
        const DayPage second = shop.close(0);
        QCOMPARE(second.sums.turnover, naira(23'000));
        QCOMPARE(second.perpetual, naira(24'000));
        QCOMPARE(second.sums.waiting, naira(0));
        QCOMPARE(second.sums.receipts.at(0).first, QStringLiteral("RA-26-00003")); // of those that were given on it
        QCOMPARE(shop.till.entries()->size(), size_t(0));
        QCOMPARE(shop.shop.problems(), QStringList());
    }

    void neverCameIsNoMinus()
    {
        TillShop shop;
        const PaymentTaken transfer = shop.take(21'000, PaymentMethod::Transfer);
        shop.take(1'000);
        QVERIFY(shop.count(1'000));
        shop.close(0);
        shop.shop.shop.clock.advanceDays(1);
        QVERIFY(await(shop.till.open(naira(0))));
        QVERIFY(await(shop.payments.reverse(transfer.id, QStringLiteral("never came"))));
        const TillSums sums = shop.sums();
        QCOMPARE(sums.turnover, naira(0));
        QCOMPARE(sums.waiting, naira(0));
        QCOMPARE(sums.waitingCount, 0);
        QCOMPARE(sums.refunds, 0);
        QVERIFY(turnoverParts(sums, GivenBack::Apart).empty());
        QCOMPARE(refusal(await(shop.payments.confirm(transfer.id))), QStringLiteral("payment.refunded_already"));
        QVERIFY(shop.count(0));
        QCOMPARE(shop.close(0).perpetual, naira(1'000));
        QCOMPARE(shop.till.entries()->size(), size_t(0)); // both are past
        QCOMPARE(shop.shop.problems(), QStringList());
    }

    void aPartThatNeverCameComesOffWhatDoes()
    {
        TillShop shop;
        const PaymentTaken transfer = shop.take(21'000, PaymentMethod::Transfer);
        QVERIFY(await(shop.payments.refund(transfer.id, QStringLiteral("less was sent"), naira(6'000))));
        QCOMPARE(shop.sums().waiting, naira(15'000));
        QCOMPARE(shop.sums().turnover, naira(0));
        QVERIFY(shop.count(0));
        shop.close(0);
        QVERIFY(await(shop.payments.confirm(transfer.id)));
        QCOMPARE(shop.sums().turnover, naira(15'000));
        QCOMPARE(shop.sums().waiting, naira(0));
        QVERIFY(shop.count(0));
        QCOMPARE(shop.close(0).perpetual, naira(15'000));
        QCOMPARE(shop.shop.problems(), QStringList());
    }

    void aConfirmationStandsOnceItsDayIsClosed()
    {
        TillShop shop;
        const PaymentTaken transfer = shop.take(21'000, PaymentMethod::Transfer);
        QVERIFY(await(shop.payments.confirm(transfer.id)));
        const auto confirmed = await(shop.shop.shop.door->newestUndoable())->operation;
        QVERIFY(shop.count(0));
        QCOMPARE(shop.close(0).perpetual, naira(21'000));
        QVERIFY(refusal(await(shop.shop.shop.door->undo(confirmed))).startsWith(QStringLiteral("undo.till_closed")));
        QCOMPARE(shop.shop.problems(), QStringList());
    }

    //! Closings from before it was kept apart hold what was waited for: taken back, it comes off the day that is open.
    void whatAnOlderClosingHoldsIsTakenOff()
    {
        TillShop shop;
        const PaymentTaken transfer = shop.take(21'000, PaymentMethod::Transfer);
        shop.take(1'000);
        QVERIFY(shop.count(1'000));
        shop.close(0);
        const ActivityId closing = shop.till.dayPages()->front().id;
        QVERIFY(await(shop.shop.shop.door->write<void>(
            changes::Operation{"till.close", {}, false}, [&transfer, closing](changes::WriteContext &context) {
                return context.rows().update(storage::Table::Transactions, transfer.id, {{"closing_id", closing}});
            })));
        QCOMPARE(shop.sums().waiting, naira(21'000));
        QVERIFY(shop.till.entries()->at(0).isAwaited());
        QVERIFY(await(shop.payments.reverse(transfer.id, QStringLiteral("never came"))));
        QCOMPARE(shop.sums().turnover, naira(-21'000));
        QCOMPARE(shop.sums().waiting, naira(0));
    }

    void olderPagesSayThatTheyHeldIt()
    {
        const Currency currency = currencyNamed("NGN");
        DayPage page = emptyDayPage(ActivityId(IdBytes{}), day("2026-11-25"), Instant(0), currency);
        page.sums.waiting = naira(5'000);
        QJsonObject json = writeDayPage(page);
        readDayPage(json, page);
        QVERIFY(!page.sums.waitingWasTaken);
        json.remove(QStringLiteral("waiting_apart"));
        readDayPage(json, page);
        QVERIFY(page.sums.waitingWasTaken);
    }

    void whateverHappensThePartsMakeTheFigure()
    {
        qputenv("RC_PARAMS", "max_success=12 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("what came is in one total, once", [] {
            AnyDays days;
            const int steps = 1 + int(pick(40));
            for (int i = 0; i < steps; ++i) {
                days.step();
                days.check();
            }
            const QStringList problems = days.problems();
            if (!problems.isEmpty())
                RC_FAIL(problems.join(u'\n').toStdString());
        }));
    }
};

QTEST_GUILESS_MAIN(TestAwaitedMoney)
#include "tst_awaited_money.moc"
