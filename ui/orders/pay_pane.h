// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/payment.h"
#include "ui/orders/bag.h"
#include "ui/widgets/pane.h"

#include <QTimer>

#include <optional>
#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace thimblely::ui {

class AmountLabel;
class Button;
class Desk;
class Label;
class MoneyLines;
class PayDetails;
class PayerChoice;
struct PayFacts;

/*!
 * What is due for the orders in the bag, who pays it and how, the change, and the one button that takes the money and hands
 * over what is ticked. Under it what else is done with one of them: make it ready, print, invoice.
 */
class PayPane : public Pane {
    Q_OBJECT

public:
    explicit PayPane(Desk &desk, QWidget *parent = nullptr);

    //! What is paid for. Read again as it was, what is typed stays.
    void setBag(const Bag &bag);
    //! Which of the orders the lower buttons are about; none: no order is shown.
    void setOrder(const std::optional<orders::OrderDetail> &order);
    //! What is added to what is due before it is written: the courier.
    void setFee(const std::optional<Money> &fee);
    //! What leaves, which says who pays unless that is chosen.
    void setTicked(const std::vector<OrderItemId> &pieces);
    //! Another bag begins: who pays is not chosen yet.
    void forgetPayer();
    //! Whose part is paid.
    const WhoPays &who() const;
    //! Who pays, unless another was chosen.
    void follow(const WhoPays &likely);
    //! The next of those who pay for the orders.
    void nextPayer();
    //! Whose invoice and account it is; none: the order's client.
    std::optional<ClientId> payer() const;
    void setInvoice(const QString &number); //!< empty: none issued yet
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    void setProblem(const QString &sentence);
    //! Whether the person may take money for it or let it go: else there is no button for either.
    bool takesAnything() const { return m_takesMoney || m_handsOver; }
    //! Whether pieces and tasks can be added: something of it is here still, and the person may.
    bool mayAdd() const;
    //! What was typed of the payment, to be kept; and as it was typed before it was lost.
    PayFacts typed() const;
    void restore(const PayFacts &typed);
    void focusGiven();
    //! Whether a receipt follows a payment by itself, as the law of the country and the shop have it.
    bool printsReceipts() const;
    //! Whether the law wants a note of the order in the client's hand before it is paid.
    bool wantsNote(const orders::OrderDetail &order) const;
    //! Asks once about cash that was hardly laid down (a zero too many), and about money that could only be found again
    //! by its reference; true: it was asked about, or is likely.
    bool isGivenSure();
    //! Asks once about pieces that leave unpaid, where the person may let them; true: asked already, or covered.
    bool isRestSure(const std::vector<OrderItemId> &leaving);
    //! A form that lay over it was just done by the key that is also this pane's: the next press asks first.
    void askFirst() { m_asksFirst = true; }
    //! Asks once then; true: asked already, or nothing was done before.
    bool isTakeSure();

    //! What is open of whoever pays for what leaves, on its way or not, beyond what is typed to be taken.
    Money staysDue(const std::vector<OrderItemId> &leaving) const;
    //! What is to be taken; none where nothing is due or nothing was given.
    Result<std::optional<finance::PaymentDraft>> payment() const;

    //! It makes do with what height there is (see fit()), so it asks for little.
    QSize minimumSizeHint() const override { return {200, 360}; }
    bool hasHeightForWidth() const override { return false; }

Q_SIGNALS:
    void takeRequested();
    void typedChanged(); //!< by a person: typed() is to be kept
    void completeRequested();
    void addRequested();
    void partyRequested(); //!< everybody the order dresses
    void payerChanged();
    void invoiceRequested();
    void receiptRequested();
    void papersRequested(const QPoint &at); //!< where their menu opens, on the screen
    void alsoRequested();                   //!< "+" in the field of what is given
    void nothingAsked();                    //!< the keyboard would be here, where the person takes nothing

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildButtons(QVBoxLayout *rows);
    void pressInvoice();
    bool isIssueAsked() const;
    void setIssueAsked(bool asked);
    QWidget *addBeside(QWidget *name, AmountLabel *&sum);
    int neededHeight() const;
    void fit();
    void showLines();
    void addWhole(const orders::OrderDetail &order);
    void addCharges(const orders::OrderDetail &order, const QString &words, const orders::PayerShare *payer = nullptr);
    void addStandings();
    void addPart(const orders::OrderDetail &order, const orders::PayerShare &share);
    void addPayments(const orders::OrderDetail &order);
    bool isReferenceSaid(const finance::PaymentDraft &payment);
    std::vector<orders::PayerShare> concerned(const std::vector<OrderItemId> &leaving) const;
    void showAccount();
    void showAllOwed();
    void payAllOwed();
    void showBonus();
    void payBonus();
    void offerCredit();
    bool isPriced() const { return m_bag.isPriced(); }
    bool mayInvoice() const;
    void showDue();
    bool isDue() const;
    Money due() const;
    std::optional<Money> ownFee() const;
    Money asked() const;
    void showChange();
    void refreshButtons();

    Desk &m_desk;
    // What the person has a use for; the rest is not there.
    const bool m_seesPrices;
    const bool m_takesMoney;
    const bool m_handsOver;
    Bag m_bag;
    std::optional<orders::OrderDetail> m_order;
    std::optional<Money> m_fee;
    QString m_invoice;
    int m_ticked = 0;
    bool m_busy = false;
    std::optional<Money> m_owedInAll; // where it is more than this order's
    bool m_onAccount = false;
    //! Orders, what is due and of whom, that the account was read for.
    std::optional<std::tuple<std::vector<OrderId>, qint64, std::optional<ClientId>>> m_shown;
    std::optional<Money> m_askedGiven; // what the next press takes as it is
    bool m_askedReference = false;     // the next press takes it without one
    std::optional<Money> m_askedRest;  // with what the next press hands over unpaid
    bool m_asksFirst = false;
    //! Of which order and whom: the next press on the invoice issues it.
    std::optional<std::pair<OrderId, std::optional<ClientId>>> m_issueAsked;
    QTimer m_issueTime;

    AmountLabel *m_due = nullptr;
    QWidget *m_waiting = nullptr; // announced, asked for no more
    AmountLabel *m_waitingSum = nullptr;
    QWidget *m_over = nullptr; // paid too much: it pays for nobody else
    AmountLabel *m_overSum = nullptr;
    PayerChoice *m_payer = nullptr;
    MoneyLines *m_lines = nullptr;
    PayDetails *m_details = nullptr;
    Button *m_allOwed = nullptr; // what the client owes on other orders too
    Button *m_bonus = nullptr;   // where the country pays a part of a repair
    Label *m_problem = nullptr;
    Button *m_take = nullptr;
    Button *m_complete = nullptr;
    Button *m_add = nullptr;
    Button *m_invoiceButton = nullptr;
    Button *m_receipt = nullptr;
    Button *m_papers = nullptr;
    Button *m_party = nullptr;
};

} // namespace thimblely::ui
