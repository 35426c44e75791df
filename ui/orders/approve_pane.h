// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/error.h"
#include "core/orders/price_rules.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

class ApproveHere;
class Desk;
class Label;

/*!
 * Lies over the ticket where a price or a discount is refused by role: says what it is about, and somebody who may
 * types their PIN. What was approved is kept until the order is written or changed.
 */
class ApprovePane : public Pane {
    Q_OBJECT

public:
    ApprovePane(Desk &desk, QWidget *over);

    //! Asks for what the error wants approved; false: it is another error.
    bool ask(const Error &error);
    const orders::Approvals &given() const { return m_given; }
    //! The order is another one now, or written: nothing is approved any more.
    void forget();

Q_SIGNALS:
    void approved();
    void left(); //!< without an approval

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();

    Label *m_words;
    ApproveHere *m_discount;
    ApproveHere *m_price;
    orders::Approvals m_given;
};

} // namespace thimblely::ui
