// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/orders/pay_facts.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace thimblely::ui {

class AmountLabel;
class Button;
class Desk;
class Label;
class MoneyEdit;
class Segmented;

/*!
 * How money is paid, the same at the counter and at pick up: in which way, by its key too; the cash that was laid down
 * and the change; the reference of a transfer or of mobile money and whether it has come in; the number of the shop's
 * own fiscal till; and that what is more than due is kept for the client. Rows that nothing is asked in take no room.
 */
class PayDetails : public QWidget {
    Q_OBJECT

public:
    //! What the field "Given" is: what is paid (pick up), or only the cash laid down for what stands elsewhere (counter).
    enum class Given { IsPaid, IsLaidDown };

    //! What the fields are about.
    struct Asked {
        std::optional<Money> now = {};  //!< what is paid now; none: nothing can be paid
        std::optional<Money> most = {}; //!< beyond this it can only be kept
        bool mayKeep = false;           //!< for a client who is known
    };

    PayDetails(Desk &desk, Given given, QWidget *parent = nullptr);

    const finance::ReceiptRules &rules() const { return m_rules; }
    //! Shows them as typed before; told to nobody.
    void setFacts(const PayFacts &facts);
    //! What a person typed or chose of them.
    PayFacts facts() const;
    //! What is paid now changed, or may not be paid any more.
    void setAsked(const Asked &asked);
    //! What the shop holds for the client is one more way to pay; none: it holds nothing.
    void setCredit(const std::optional<Money> &credit);
    const std::optional<Money> &credit() const { return m_credit; }
    std::optional<finance::PaymentMethod> method() const;
    //! Chooses by the key that was typed where the amount is; false: it is none of those keys.
    bool takeKey(const QString &key);

    //! Why what is given cannot be read.
    Result<Money> given() const;
    void setGiven(const Money &amount);
    //! As a person typed it.
    void typeGiven(const QString &text);
    //! The cash of it, where it was said, with what it may keep; nothing where that is not cash.
    bool keepsRest() const;
    MoneyEdit &field() { return *m_given; }
    bool isFieldShown() const;
    //! The keyboard where the reference is typed; nothing where none is asked.
    void focusReference();
    //! Puts the facts to a payment whose amount stands; errors of addFacts().
    Result<void> addTo(finance::PaymentDraft &payment) const;

    //! A row of the screen's own under the ways to pay.
    void insertBelowMethod(QWidget *row);
    //! What gives way first where the window is low.
    void setHintShown(bool shown);
    void setNotesShown(bool shown);
    void showNotes();

Q_SIGNALS:
    void methodChosen(); //!< before what follows from it
    void changed();      //!< what follows from it is shown anew
    void typed();        //!< by a person: to be kept
    void finished();     //!< Enter where something is typed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(QVBoxLayout *rows);
    void buildGiven(QVBoxLayout *rows);
    void connectFields();
    void refresh();
    bool isUsual(finance::PaymentMethod method) const;
    void showChange();
    void showKeys();
    bool isCash() const;
    bool isTakenAsArrived(std::optional<finance::PaymentMethod> way) const;
    void followClicks();
    void askReference();
    std::optional<Money> laid() const;

    Desk &m_desk;
    Given m_what;
    finance::ReceiptRules m_rules;
    Asked m_asked;
    std::optional<Money> m_credit;
    std::optional<bool> m_arrivalSaid;
    bool m_byHand = false; // what stands in the field of the cash
    bool m_notesShown = true;
    Label *m_payWith = nullptr;
    Segmented *m_method = nullptr;
    QVBoxLayout *m_slot = nullptr;
    QWidget *m_givenRow = nullptr;
    MoneyEdit *m_given = nullptr;
    QLineEdit *m_reference = nullptr;
    QCheckBox *m_arrived = nullptr;
    QCheckBox *m_keepRest = nullptr;
    QLineEdit *m_external = nullptr;
    QWidget *m_notes = nullptr; // what is likely handed over: exact, and the next round amounts
    Button *m_note[3] = {};
    AmountLabel *m_change = nullptr;
    Label *m_changeName = nullptr;
};

} // namespace thimblely::ui
