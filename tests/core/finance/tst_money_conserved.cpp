// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/finance/till_shop.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::finance;

namespace {

/*!
 * A shop where anything happens, and beside it what a person with a pencil would know: what went over the counter in
 * each operation, and nothing of how the rows are written.
 */
class AnyDay {
public:
    AnyDay() { m_orders = {m_shop.order, m_shop.shop.book({OrderShop::piece("Gown", 31'337)})}; }

    void step()
    {
        const auto steps = {&AnyDay::pay,     &AnyDay::payOnAccount, &AnyDay::refund,  &AnyDay::reverse,
                            &AnyDay::payBack, &AnyDay::cancel,       &AnyDay::confirm, &AnyDay::moveOut,
                            &AnyDay::undo,    &AnyDay::redo};
        // Each as likely as any other, whatever size RapidCheck is at.
        (this->**(steps.begin() + *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<size_t>(0, steps.size()))))();
    }

    void check()
    {
        const TillSums sums = m_shop.sums();
        RC_ASSERT(sums.expectedCash.minor() == total(&Done::cash));
        // What clients brought is in their orders, held for them or on its way, to the last minor unit.
        RC_ASSERT(sums.turnover.minor() + sums.creditKept.minor() - sums.creditUsed.minor() -
                      sums.creditPaidBack.minor() + sums.waiting.minor() ==
                  total(&Done::received));
        qint64 inOrders = 0;
        for (const OrderId &order : m_orders) {
            const auto rows = m_shop.payments.ofOrder(order).value();
            for (const Payment &row : rows)
                inOrders += row.waiting ? 0 : row.amount.minor();
        }
        RC_ASSERT(sums.turnover.minor() == inOrders);
        RC_ASSERT(m_shop.accounts.of(m_shop.shop.client)->credit.minor() >= 0);
    }

    void close()
    {
        const TillSums sums = m_shop.sums();
        const auto counted = await(m_shop.till.count({{}, sums.expectedCash}));
        if (sums.expectedCash.isNegative() || !counted)
            return; // nothing moved, or more was paid out than there was
        RC_ASSERT(counted->agrees());
        const auto closing = await(m_shop.till.close({naira(0)}));
        RC_ASSERT(closing.ok());
        RC_ASSERT(m_shop.till.dayPage(*closing)->perpetual == sums.turnover);
    }
    QStringList problems() { return m_shop.shop.problems(); }

private:
    //! What one operation moved over the counter, in minor units.
    struct Done {
        qint64 cash = 0;
        qint64 received = 0;
    };

    qint64 total(qint64 Done::*what) const
    {
        qint64 sum = 0;
        for (const Done &done : m_done)
            sum += done.*what;
        return sum;
    }
    void note(const Done &done)
    {
        m_done.push_back(done);
        m_undone.clear();
    }
    PaymentMethod anyMethod() const
    {
        return *rc::gen::element(PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Transfer,
                                 PaymentMethod::MobileMoney, PaymentMethod::Credit);
    }
    OrderId anyOrder() const { return m_orders[*rc::gen::inRange<size_t>(0, m_orders.size())]; }
    Money anyAmount() const { return Money(*rc::gen::inRange<qint64>(1, 60'000'00), currencyNamed("NGN")); }
    std::optional<TillEntry> anyEntry()
    {
        const auto entries = m_shop.till.entries().value();
        if (entries.empty())
            return {};
        return entries[*rc::gen::inRange<size_t>(0, entries.size())];
    }

    PaymentDraft anyPayment() const
    {
        PaymentDraft draft{anyAmount(), anyMethod()};
        draft.restAsCredit = *rc::gen::arbitrary<bool>();
        return draft;
    }
    void took(const PaymentDraft &draft, const Result<PaymentTaken> &taken)
    {
        if (!taken)
            return;
        qint64 amount = taken->amount.minor() + (taken->credited ? taken->credited->minor() : 0);
        if (draft.method == PaymentMethod::Credit)
            amount = 0; // it had come before
        note({draft.method == PaymentMethod::Cash ? amount : 0, amount});
    }
    void gave(const Result<PaymentTaken> &back, std::optional<PaymentMethod> method)
    {
        if (!back)
            return;
        const qint64 amount = method == PaymentMethod::Credit ? 0 : back->amount.minor();
        note({method == PaymentMethod::Cash ? -amount : 0, -amount});
    }

    void pay()
    {
        const PaymentDraft draft = anyPayment();
        took(draft, await(m_shop.payments.take(anyOrder(), draft)));
    }
    void payOnAccount()
    {
        const PaymentDraft draft = anyPayment();
        took(draft, await(m_shop.accounts.take(m_shop.shop.client, draft)));
    }
    void refund()
    {
        const auto entry = anyEntry();
        if (!entry || !entry->method)
            return;
        std::optional<PaymentMethod> method;
        if (*rc::gen::arbitrary<bool>())
            method = anyMethod();
        const auto part = *rc::gen::arbitrary<bool>() ? std::optional(anyAmount()) : std::nullopt;
        const auto way = entry->waiting || !method ? entry->method : method;
        // A part of credit cannot become credit: that would be held twice.
        gave(await(m_shop.payments.refund({entry->id, QStringLiteral("why"), part, method})), way);
    }
    void reverse()
    {
        const auto entry = anyEntry();
        if (!entry)
            return;
        const auto back = await(m_shop.payments.reverse(entry->id, QStringLiteral("wrong")));
        if (entry->kind == TillEntryKind::PaidOut && back)
            note({back->amount.minor(), 0});
        else
            gave(back, entry->method);
    }
    void payBack()
    {
        const PayBack draft{m_shop.shop.client, anyAmount(), anyMethod(), QStringLiteral("why")};
        gave(await(m_shop.accounts.payBack(draft)), draft.method);
    }
    void cancel()
    {
        const auto pieces = m_shop.shop.pieceIds(anyOrder());
        const auto piece = pieces[*rc::gen::inRange<size_t>(0, pieces.size())];
        if (await(m_shop.shop.orders.cancelPiece(piece, QStringLiteral("why"))))
            note({});
    }
    void confirm()
    {
        const auto entry = anyEntry();
        if (entry && await(m_shop.payments.confirm(entry->id)))
            note({});
    }
    void moveOut()
    {
        const Money amount = anyAmount();
        if (await(m_shop.till.move({TillEntryKind::PaidOut, amount, QStringLiteral("thread")})))
            note({-amount.minor(), 0});
    }
    void undo()
    {
        if (m_done.empty() || !await(m_shop.shop.shop.door->undo()))
            return;
        m_undone.push_back(m_done.back());
        m_done.pop_back();
    }
    void redo()
    {
        if (m_undone.empty() || !await(m_shop.shop.shop.door->redo()))
            return;
        m_done.push_back(m_undone.back());
        m_undone.pop_back();
    }

    TillShop m_shop;
    std::vector<OrderId> m_orders;
    std::vector<Done> m_done;
    std::vector<Done> m_undone;
};

} // namespace

class TestMoneyConserved : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverHappens()
    {
        qputenv("RC_PARAMS", "max_success=25 max_size=30 " + qgetenv("RC_PARAMS"));
        QVERIFY(rc::check("no minor unit is lost or made", [] {
            AnyDay day;
            const int steps = *rc::gen::inRange(1, 25);
            for (int i = 0; i < steps; ++i) {
                day.step();
                day.check();
            }
            day.close();
            const QStringList problems = day.problems();
            if (!problems.isEmpty())
                RC_FAIL(problems.join(u'\n').toStdString());
        }));
    }
};

QTEST_GUILESS_MAIN(TestMoneyConserved)
#include "tst_money_conserved.moc"
