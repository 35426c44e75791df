// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/id.h"
#include "tests/support/fake_clock.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <thread>
#include <type_traits>
#include <vector>

using namespace thimblely;
using thimblely::test::FakeClock;

static_assert(!std::is_default_constructible_v<ClientId>, "there is no null id");
static_assert(!std::is_convertible_v<ClientId, OrderId>, "a client is no order");
static_assert(!std::is_constructible_v<OrderId, ClientId>, "not even on purpose, but for as<>()");

class TestId : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAVersion7OfItsTime()
    {
        const FakeClock clock;
        const ClientId id = ClientId::make(clock);
        quint64 msecs = 0;
        for (int i = 0; i < 6; ++i)
            msecs = msecs << 8 | id.bytes()[size_t(i)];
        QCOMPARE(qint64(msecs), clock.now().msecs());
        QCOMPARE(id.bytes()[6] >> 4, 7);
        QCOMPARE(id.bytes()[8] >> 6, 2);
    }

    // 5,000 within one millisecond: more than the counter's 4,096.
    void sortsAsMadeWithinAMillisecond()
    {
        const FakeClock clock(Instant(1'800'000'000'000));
        std::vector<ClientId> ids;
        for (int i = 0; i < 5000; ++i)
            ids.push_back(ClientId::make(clock));
        QVERIFY(std::ranges::is_sorted(ids));
        QVERIFY(std::ranges::adjacent_find(ids) == ids.end());
    }

    void sortsAsMadeWhenTheClockStepsBackALittle()
    {
        FakeClock clock(Instant(1'810'000'000'000));
        const ClientId before = ClientId::make(clock);
        clock.advanceMsecs(-3000);
        QVERIFY(before < ClientId::make(clock));
    }

    void followsAClockThatWasSetRight()
    {
        FakeClock clock(Instant(1'820'000'000'000));
        const ClientId before = ClientId::make(clock);
        clock.advanceDays(-30); // its battery was empty
        QVERIFY(ClientId::make(clock) < before);
    }

    void sortsAsMadeOnEachThreadAndNeverTwice()
    {
        const FakeClock clock(Instant(1'830'000'000'000));
        constexpr int threadCount = 4;
        std::vector<std::vector<ClientId>> made(threadCount);
        std::vector<std::thread> threads;
        threads.reserve(threadCount);
        for (std::vector<ClientId> &own : made) {
            threads.emplace_back([&own, &clock] {
                for (int i = 0; i < 2000; ++i)
                    own.push_back(ClientId::make(clock));
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QSet<QByteArray> heads; // the time and the counter alone, without the random half
        for (const std::vector<ClientId> &own : made) {
            QVERIFY(std::ranges::is_sorted(own));
            for (const ClientId &id : own)
                heads.insert(id.view().first(8).toByteArray());
        }
        QCOMPARE(heads.size(), qsizetype(threadCount * 2000));
    }

    // The expected value was computed with sha256sum: it must never change, or two devices would part.
    void isTheSameForTheSameNameOnEveryDevice()
    {
        const OrderId id = OrderId::fromName("thimblely");
        QCOMPARE(id, OrderId::fromName("thimblely"));
        QVERIFY(id != OrderId::fromName("thimblelz"));
        QCOMPARE(id.toString(), QStringLiteral("2ff776df-f112-8a64-b1d7-eb0da6841a66"));
        QCOMPARE(id.bytes()[6] >> 4, 8);
    }

    void readsBothForms()
    {
        const ClientId id = ClientId::fromName("x");
        QCOMPARE(ClientId::parse(id.toString()).value(), id);
        QCOMPARE(ClientId::parse(id.toString().toUpper()).value(), id);
        QCOMPARE(ClientId::parse(id.toString().remove(u'-')).value(), id);
        QCOMPARE(id.toString().size(), 36);
        QCOMPARE(id.as<OrderTag>().toString(), id.toString());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << QStringLiteral("0191f3a0-1111-7222-8333-44445555666");
        QTest::newRow("long") << QStringLiteral("0191f3a0-1111-7222-8333-4444555566667");
        QTest::newRow("hyphen elsewhere") << QStringLiteral("0191f3a-01111-7222-8333-444455556666");
        QTest::newRow("too many hyphens") << QStringLiteral("0191f3a0-1111-7222-8333-44445555-666");
        QTest::newRow("no digit") << QStringLiteral("0191f3a0-1111-7222-8333-44445555666g");
        QTest::newRow("braces") << QStringLiteral("{191f3a0-1111-7222-8333-44445555666}");
        QTest::newRow("blank") << QStringLiteral("0191f3a0-1111-7222-8333-44445555666 ");
        QTest::newRow("another script's digits") << QStringLiteral("0191f3a0-1111-7222-8333-44445555666\u0665");
    }

    void refuses()
    {
        QFETCH(QString, text);
        const auto id = ClientId::parse(text);
        QVERIFY(!id.ok());
        QCOMPARE(id.error().code, QByteArray("id.malformed"));
    }
};

QTEST_GUILESS_MAIN(TestId)
#include "tst_id.moc"
