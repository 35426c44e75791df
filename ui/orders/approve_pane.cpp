// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/approve_pane.h"

#include "ui/accounts/approve_here.h"
#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QEvent>

namespace thimblely::ui {

using access::Capability;

ApprovePane::ApprovePane(Desk &desk, QWidget *over)
    : Pane(Role::Window, Edge::Leading, over), m_words(new Label(TextStyle::Body, Role::Late, {}, this)),
      m_discount(new ApproveHere(desk, Capability::OrdersDiscount, this)),
      m_price(new ApproveHere(desk, Capability::OrdersPriceOverride, this))
{
    auto *rows = column(nullptr, 12, QMargins(16, 12, 16, 14));
    setLayout(rows);
    m_words->setWordWrap(true);
    rows->addWidget(m_words);
    for (ApproveHere *each : {m_discount, m_price}) {
        rows->addWidget(each);
        connect(each, &ApproveHere::approved, this, [this](const access::Approval &approval) {
            m_given.push_back(approval);
            close();
            Q_EMIT approved();
        });
    }
    rows->addStretch(1);
    auto *back = new PlainButton(tr("Back to the order"), this);
    back->setCaption(tr("Esc"));
    rows->addWidget(back);
    connect(back, &QAbstractButton::clicked, this, [this] {
        forget();
        Q_EMIT left();
    });
    over->installEventFilter(this);
    hide();
}

bool ApprovePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return Pane::eventFilter(watched, event);
}

bool ApprovePane::ask(const Error &error)
{
    if (error.code != "access.refused" || error.args.isEmpty())
        return false;
    const QString needs = error.args.first();
    const auto is = [&](Capability capability) { return needs == QLatin1String(access::nameOf(capability)); };
    const bool discount = is(Capability::OrdersDiscount);
    if (!discount && !is(Capability::OrdersPriceOverride))
        return false;
    m_words->setText(QStringLiteral("\u25b2 ") + (discount ? tr("A discount goes beyond what you may give.")
                                                           : tr("A price is below the price list.")));
    m_discount->hide();
    m_price->hide();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    (discount ? m_discount : m_price)->ask();
    return true;
}

void ApprovePane::close()
{
    m_discount->hide();
    m_price->hide();
    hide();
}

void ApprovePane::forget()
{
    m_given.clear();
    close();
}

} // namespace thimblely::ui
