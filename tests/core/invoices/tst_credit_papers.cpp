// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

//! Money that goes to no order has its paper too: what is kept for a client, and what is paid back of it.
class TestCreditPapers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptAndPaidBack()
    {
        TillShop till;
        PaymentDraft draft{naira(70'000), PaymentMethod::Cash};
        draft.restAsCredit = true;
        QVERIFY(await(till.accounts.take(till.shop.client, draft)));
        till.shop.shop.clock.advanceMsecs(1000);
        const QString why = QStringLiteral("moves away");
        const auto back = await(till.accounts.payBack({till.shop.client, naira(3'000), PaymentMethod::Cash, why}));
        QCOMPARE(refusal(back), QString());
        const auto paper = papers(till).receipt(back->id);
        QCOMPARE(refusal(paper), QString());
        QCOMPARE(paper->payment.amount, naira(-3'000));
        QCOMPARE(paper->payment.reason, why);
        QCOMPARE(paper->receiptNumber, back->receiptNumber);
        QCOMPARE(paper->clientName, QStringLiteral("Ngozi Okafor"));
        QVERIFY(paper->orders.empty());
        QVERIFY(!paper->kept);
        QCOMPARE(paper->takenBy, QStringLiteral("Amina Bello"));
    }

    //! Who is asked about it later.
    void theReceiptNamesWhoTookTheMoney()
    {
        TillShop till;
        const PaymentTaken taken = till.take(6'000);
        QCOMPARE(papers(till).receipt(taken.id)->takenBy, QStringLiteral("Amina Bello"));
    }

    //! The part of a payment that is kept is on the receipt of all of it.
    void theKeptPartIsOnThePaymentsReceipt()
    {
        TillShop till;
        PaymentDraft draft{naira(70'000), PaymentMethod::Cash};
        draft.restAsCredit = true;
        QVERIFY(await(till.accounts.take(till.shop.client, draft)));
        const auto entries = till.till.entries().value();
        const auto kept = std::ranges::find(entries, TillEntryKind::Credit, &TillEntry::kind);
        QVERIFY(kept != entries.end());
        const auto paper = papers(till).receipt(kept->id);
        QCOMPARE(refusal(paper), QString());
        QCOMPARE(paper->orders.size(), size_t(1));
        QCOMPARE(paper->kept, std::optional(naira(5'000)));
        QCOMPARE(paper->whole().value(), naira(70'000));
    }

    void moneyOnlyKept()
    {
        TillShop till;
        till.take(65'000);
        till.shop.shop.clock.advanceMsecs(1000);
        PaymentDraft draft{naira(2'000), PaymentMethod::Card};
        draft.restAsCredit = true;
        QVERIFY(await(till.accounts.take(till.shop.client, draft)));
        const auto entries = till.till.entries().value();
        const auto kept = std::ranges::find(entries, TillEntryKind::Credit, &TillEntry::kind);
        const auto paper = papers(till).receipt(kept->id);
        QCOMPARE(refusal(paper), QString());
        QVERIFY(paper->orders.empty());
        QCOMPARE(paper->kept, std::optional(naira(2'000)));
        QCOMPARE(paper->whole().value(), naira(2'000));
    }

    void noPaperOfAnythingElse()
    {
        TillShop till;
        QVERIFY(await(till.till.open(naira(1'000))));
        const auto out = await(till.till.move({TillEntryKind::PaidOut, naira(100), QStringLiteral("thread")}));
        QCOMPARE(refusal(papers(till).receipt(*out)), QStringLiteral("payment.not_found"));
    }

private:
    static invoices::InvoiceService papers(TillShop &till) { return {*till.shop.shop.session, *till.shop.shop.door}; }
};

QTEST_GUILESS_MAIN(TestCreditPapers)
#include "tst_credit_papers.moc"
