// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/order_state.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using orders::OrderStatus;

namespace {

const Date today = Date::parse(u"2026-11-25").value(); // a Wednesday

orders::OrderRow order(OrderStatus status, const QList<int> &pieces)
{
    orders::OrderRow row{OrderId::fromName("order"), {}, {}, {}, {}, {}, status, today, {}, {}, false, 0, 0, 0, {}};
    row.pieces = pieces[0];
    row.ready = pieces[1];
    row.collected = pieces[2];
    return row;
}

} // namespace

class TestOrderState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void word_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QList<int>>("pieces"); // how many, of these ready, of these collected
        QTest::addColumn<QString>("promise");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<int>("chip");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, OrderStatus status, const QList<int> &pieces, const char *promise,
                            Status chip, const char *word, QTime time = {}) {
            QTest::newRow(name) << int(status) << pieces << QString::fromLatin1(promise) << time << int(chip)
                                << QString::fromLatin1(word);
        };
        const OrderStatus open = OrderStatus::InProgress;
        row("cancelled, though late", OrderStatus::Cancelled, {2, 0, 0}, "2026-11-20", Status::Collected, "Cancelled");
        row("parked", OrderStatus::Draft, {2, 0, 0}, "2026-11-20", Status::Waiting, "Parked");
        row("all collected", open, {2, 2, 2}, "2026-11-20", Status::Collected, "Collected");
        row("all ready, though late", open, {2, 2, 1}, "2026-11-20", Status::Ready, "Ready");
        row("some ready and late", open, {2, 1, 0}, "2026-11-23", Status::Late, "Late 2 d");
        row("no promise", open, {2, 0, 0}, "", Status::InWork, "In work");
        row("no pieces", open, {0, 0, 0}, "", Status::InWork, "In work");
        row("today", open, {2, 0, 0}, "2026-11-25", Status::Today, "Today");
        row("today at five", open, {2, 0, 0}, "2026-11-25", Status::Today, "Today 17:00", QTime(17, 0));
        row("this week", open, {2, 0, 0}, "2026-12-01", Status::InWork, "In work, Tue 1");
        row("in a week", open, {2, 0, 0}, "2026-12-02", Status::InWork, "In work, 2 Dec");
    }
    void word()
    {
        QFETCH(int, status);
        QFETCH(QList<int>, pieces);
        QFETCH(QString, promise);
        QFETCH(QTime, time);
        orders::OrderRow row = order(OrderStatus(status), pieces);
        if (!promise.isEmpty())
            row.promisedDate = Date::parse(promise).value();
        if (time.isValid())
            row.promisedTime = time;
        const StateWords state = stateOf(row, today, QLocale(QStringLiteral("en_GB")));
        QTEST(int(state.status), "chip");
        QTEST(state.word, "word");
    }
};

QTEST_GUILESS_MAIN(TestOrderState)
#include "tst_order_state.moc"
