// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "core/orders/order.h"
#include "ui/accounts/approved_form.h"

#include <optional>
#include <vector>

class QComboBox;

namespace thimblely::ui {

class Segmented;

/*!
 * Gives money back, or takes back what was entered wrong, of whatever day. It is said what the money is for, since each
 * leaves the client owing something else: the price is cut and nothing is owed, the work is redone and it is owed again,
 * or it was entered wrong. Who may not do it asks somebody who may to approve here.
 */
class TakeBackForm : public ApprovedForm {
    Q_OBJECT

public:
    explicit TakeBackForm(Desk &desk, QWidget *parent = nullptr);

    //! `what` names the entry as its row does.
    void begin(const finance::TillEntry &entry, const QString &what);
    void focusFirst() override;
    void submit() override;

private:
    enum class Kind { PriceCut, OwedAgain, EnteredWrong };

    Kind kind() const;
    bool isOfClient() const;
    bool isCorrection() const { return kind() == Kind::EnteredWrong; }
    bool goesAsItCame() const;
    std::optional<Money> overpaid() const;
    std::optional<ClientId> payer() const;
    void readOrder();
    void offerKinds();
    void offerPieces();
    const orders::Piece *piece() const;
    void showKind();
    QString words() const;
    QString unpaidWords() const;
    bool readInput();
    bool mayBe();
    std::vector<access::Capability> needs() const;
    QStringList asked() const;
    void run();
    void offerPapers(TransactionId back, const std::optional<InvoiceId> &creditNote);
    void given(const finance::PaymentTaken &back, const std::optional<InvoiceId> &creditNote);

    std::optional<finance::TillEntry> m_entry;
    QString m_what;
    std::optional<orders::OrderDetail> m_order; //!< that was paid for
    std::vector<orders::Piece> m_pieces;        //!< of m_piece, and charges
    std::optional<Money> m_back;                //!< as it was read
    QString m_invoice;                          //!< the number of the one that bills the piece
    Segmented *m_kind;
    Segmented *m_method = nullptr;
    MoneyEdit *m_amount = nullptr;
    FieldEdit *m_amountField;
    QWidget *m_pieceField;
    QComboBox *m_piece;
    FieldEdit *m_reason;
};

} // namespace thimblely::ui
