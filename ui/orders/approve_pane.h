// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "core/orders/price_rules.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

class ApproveHere;
class Desk;

/*!
 * Lies over the ticket where a price or a discount is refused by role: lists what is asked less, how much and for whom,
 * and somebody who may do all of it types their PIN, once. What was approved is kept until the order is written or
 * changed.
 */
class ApprovePane : public Pane {
    Q_OBJECT

public:
    ApprovePane(Desk &desk, QWidget *over);

    //! Asks for what the error wants approved, with all else of the order that needs it (`kept`: as
    //! OrderService::priceBreaches); false: it is another error.
    bool ask(const Error &error, const orders::OrderDraft &draft, int kept, const QString &whose);
    const orders::Approvals &given() const { return m_given; }
    //! The order is another one now, or written: nothing is approved any more.
    void forget();

Q_SIGNALS:
    void approved();
    void left(); //!< without an approval

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString lineOf(const orders::PriceBreach &breach, const orders::OrderDraft &draft) const;
    void close();

    Desk &m_desk;
    ApproveHere *m_approver;
    orders::Approvals m_given;
};

} // namespace thimblely::ui
