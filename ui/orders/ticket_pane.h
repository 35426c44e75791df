// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/date.h"
#include "core/finance/payment.h"
#include "core/orders/order.h"
#include "core/orders/order_totals.h"
#include "ui/orders/pay_facts.h"
#include "ui/widgets/pane.h"

#include <QTime>

#include <optional>
#include <vector>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class DayLoadList;
class DayOffer;
class Desk;
class Label;
class MoneyEdit;
class OrderEditor;
class PayDetails;
class TicketSums;

/*!
 * The last pane of the counter: when it is promised, what it comes to, what is paid now and how, and the one button
 * that books, takes the money and prints. Where the window is low it shows fewer days, then columns, then no parts of
 * the sum, at last no days, and what does not fit then scrolls: the button always stands there.
 */
class TicketPane : public Pane {
    Q_OBJECT

public:
    TicketPane(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    void focusWhen();
    //! The keyboard to the money field that cannot be read, its text selected; nothing where there is none.
    void focusUnread();
    //! The keyboard to why less is asked.
    void focusReason();
    //! What is to be taken with the order; none where it is nothing. An error where the field cannot be read.
    Result<std::optional<finance::PaymentDraft>> payment() const;
    //! The same of those who pay for their own pieces.
    Result<std::vector<finance::PaymentDraft>> ownPayments() const;
    //! Asks once about cash that was hardly laid down (a zero too many), and about money without the reference it would
    //! be found by; true: it was asked about, or is likely.
    bool isGivenSure(const std::optional<finance::PaymentDraft> &payment);
    //! The keyboard to what is given, where that is less than is taken or cannot be read.
    void focusGiven();
    //! What was said of the order as it was is said no more; what still holds stays.
    void forgetProblem() { showSums(); }
    //! Whether a receipt follows a payment by itself, by the law of the country and as the shop has it.
    const finance::ReceiptRules &receiptRules() const;
    //! What the shop holds for who pays may be another sum now.
    void forgetAccount();
    void setBusy(bool busy);
    void setProblem(const QString &sentence);
    void reloadDays();

    //! It makes do with what height there is (see fit()), so it asks for little.
    QSize minimumSizeHint() const override { return {200, 360}; }
    bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void bookRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int payNowWidth = 102; // px at 100 %

    void showDays();
    QWidget *buildScroll();
    QLayout *buildFoot();
    QLayout *buildWhen();
    QWidget *buildPayer();
    QLayout *buildPay();
    void connectFields();
    void leadOn(QLineEdit *from, bool readable);
    void showPromise();
    QString dayWords(Date date, const std::optional<QTime> &time) const;
    void showSums();
    Result<void> checkTyped() const;
    void showPay();
    void offerCredit();
    bool mayKeep(const std::optional<ClientId> &payer) const;
    Result<Money> mostOf(const std::optional<ClientId> &payer) const;
    void showMoney(const orders::OrderTotals &sums);
    void showPayWords();

    // Who pays what now, and how (ticket_pane_pay.cpp).
    std::vector<std::optional<ClientId>> payers() const;
    QString payerName(const std::optional<ClientId> &payer) const;
    bool isReferenceSaid(const finance::PaymentDraft &payment);
    void offerPayers();
    void choosePayer(const std::optional<ClientId> &payer);
    void showPayer();
    PayFacts factsOf(const std::optional<ClientId> &payer) const;
    QString defaultPay() const;
    Result<Money> allPay() const;
    std::optional<ClientId> unreadPayer() const;
    Result<Money> leftOfClient(const Money &now) const;
    Result<std::optional<finance::PaymentDraft>> paymentOf(const std::optional<ClientId> &payer) const;

    int neededHeight() const;
    void fit();
    void setDensity(int density);

    Desk &m_desk;
    OrderEditor &m_editor;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_inside = nullptr; // all but what stands at the foot
    QVBoxLayout *m_foot = nullptr;
    Label *m_whenHead = nullptr;
    Label *m_today = nullptr;
    Label *m_whenName = nullptr; // beside the field, where there is no head
    QLineEdit *m_when = nullptr;
    Label *m_answer = nullptr;
    DayLoadList *m_days = nullptr;
    DayOffer *m_offer = nullptr;
    TicketSums *m_sums = nullptr;
    Button *m_payer = nullptr; // whose payment it is, where several pay
    std::optional<ClientId> m_shownPayer;
    MoneyEdit *m_payNow = nullptr;
    Label *m_payWords = nullptr;
    PayDetails *m_details = nullptr;
    std::optional<Money> m_askedGiven;                     // what the next press takes as it is
    std::vector<std::optional<ClientId>> m_askedReference; // whose payment the next press takes without one
    std::optional<ClientId> m_accountOf;                   // whose credit is offered
    bool m_isAccountRead = false;
    Label *m_problem = nullptr;
    Button *m_book = nullptr;
    int m_density = 0;
    bool m_fitting = false;
};

} // namespace thimblely::ui
