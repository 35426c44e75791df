// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/invoices/invoice_service.h"
#include "core/storage/verify.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/finance/day_page_view.h"
#include "ui/finance/money_page.h"
#include "ui/today/today_model.h"
#include "ui/today/today_page.h"
#include "ui/widgets/list_view.h"

#include <QLabel>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;
using finance::PaymentMethod;

//! One day with every kind of money: all who show it say the same.
class TestOneDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void everyScreenSaysTheSame()
    {
        const ClientId bello = m_shop.bello();
        const OrderId order = m_shop.book(bello, {m_shop.piece(QStringLiteral("Suit"), 12'000'00)}).id;
        QVERIFY(await(till().open(naira(20'000))));
        const finance::PaymentTaken cash = pay(order, 6'000, PaymentMethod::Cash);
        pay(order, 3'000, PaymentMethod::Card);
        const finance::PaymentTaken transfer = pay(order, 1'500, PaymentMethod::Transfer);
        QVERIFY(await(payments().refund(cash.id, QStringLiteral("crooked vent"), naira(2'000))));
        QVERIFY(await(till().move({finance::TillEntryKind::PaidOut, naira(400), QStringLiteral("thread")})));

        saysOfTheClient(bello, order, 7'000, 1'500, 3'500);
        TodayPage today(*m_shop.desk);
        today.arrive();
        QVERIFY(says(today, "₦7,000"));
        const QStringList rows = rowsOf(today);
        QCOMPARE(rows.mid(1), QStringList({QStringLiteral("Cash, 4,000"), QStringLiteral("Card, 3,000"),
                                           QStringLiteral("Transfers to confirm, 1, 1,500, Confirm")}));
        MoneyPage money(*m_shop.desk);
        money.start(TillTask::Look);
        for (const char *said :
             {"₦7,000", "taken, 2 sales", "4,000", "3,000", "1 transfer to confirm", "1,500", "23,600"})
            QVERIFY2(says(money, said), said);

        QVERIFY(await(till().count({{}, naira(23'600)}))->agrees());
        const auto closing = await(till().close({naira(20'000), {}}));
        const finance::DayPage page = till().dayPage(*closing).value();
        QCOMPARE(page.sums.turnover, naira(7'000));
        QCOMPARE(page.perpetual, naira(7'000));
        QCOMPARE(page.sums.waiting, naira(1'500));
        DayPageView view(*m_shop.desk);
        view.showPage(*closing);
        for (const char *said : {"Taken for orders", "7,000", "6,000", "Cash, given back", "−2,000", "3,000",
                                 "Waited for", "1,500", "not in what was taken"})
            QVERIFY2(says(view, said), said);
        saysOfTheClient(bello, order, 7'000, 1'500, 3'500);

        // Opened again on the same day; the transfer comes now.
        QVERIFY(await(till().open(naira(20'000))));
        today.arrive();
        QVERIFY(says(today, "₦0"));
        QVERIFY(says(today, "Taken since the last closing"));
        QCOMPARE(rowsOf(today).mid(1), QStringList{QStringLiteral("Transfers to confirm, 1, 1,500, Confirm")});
        QVERIFY(await(payments().confirm(transfer.id)));
        saysOfTheClient(bello, order, 8'500, 0, 3'500);
        today.arrive();
        QVERIFY(says(today, "₦1,500"));
        QCOMPARE(rowsOf(today).mid(1), QStringList{QStringLiteral("Transfer, 1,500")});
        QVERIFY(await(till().count({{}, naira(20'000)}))->agrees());
        const finance::DayPage second = till().dayPage(*await(till().close({naira(20'000), {}}))).value();
        QCOMPARE(second.sums.turnover, naira(1'500));
        QCOMPARE(second.perpetual, naira(8'500));
        QVERIFY(storage::verifyFile(m_shop.shop.path(), false)->problems.empty());
    }

private:
    finance::TillService till() { return {*m_shop.shop.session, *m_shop.shop.door}; }
    finance::PaymentService payments() { return {*m_shop.shop.session, *m_shop.shop.door}; }
    Money naira(qint64 whole) { return {whole * 100, m_shop.desk->profile().currency}; }
    finance::PaymentTaken pay(OrderId order, qint64 whole, PaymentMethod method)
    {
        m_shop.shop.clock.advanceMsecs(1000);
        return await(payments().take(order, {naira(whole), method})).value();
    }
    //! The order, the client's card, and the statement they are sent.
    void saysOfTheClient(ClientId who, OrderId id, qint64 paid, qint64 waits, qint64 due)
    {
        const auto order = orders::OrderService(*m_shop.shop.session, *m_shop.shop.door).load(id).value();
        QCOMPARE(order.sums->paid, naira(paid));
        QCOMPARE(order.sums->waiting, naira(waits));
        QCOMPARE(order.sums->due(), naira(due));
        const auto client = ClientService(*m_shop.shop.session, *m_shop.shop.door).load(who).value();
        QCOMPARE(*client.balance, naira(due));
        QCOMPARE(client.waiting->minor(), waits * 100);
        const auto statement = invoices::InvoiceService(*m_shop.shop.session, *m_shop.shop.door).statement(who).value();
        QCOMPARE(statement.owed, naira(due));
        QCOMPARE(statement.waiting ? statement.waiting->minor() : 0, waits * 100);
    }
    static QStringList rowsOf(TodayPage &page)
    {
        QStringList said;
        const auto lists = page.findChildren<ListView *>();
        for (ListView *list : lists) {
            if (list->accessibleName() != QLatin1String("The till today"))
                continue;
            auto *model = static_cast<TodayModel *>(list->model());
            for (int row = 0; row < model->rowCount(); ++row)
                said.append(model->row(row).spoken());
        }
        return said;
    }
    static bool says(QWidget &page, const char *words)
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(&page) && label->text().contains(QString::fromUtf8(words));
        });
    }

    test::CounterShop m_shop;
};

QTEST_MAIN(TestOneDay)
#include "tst_one_day.moc"
