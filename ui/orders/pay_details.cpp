// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pay_details.h"

#include "ui/desk/desk.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QLineEdit>

namespace thimblely::ui {

namespace {

using finance::PaymentMethod;

finance::ReceiptRules rulesOf(Desk &desk)
{
    // Nothing is asked where the shop's choice cannot be read; taking money is not held up by it.
    return finance::loadReceiptRules(desk.session().reader())
        .valueOr(finance::receiptRulesOf({}, finance::ReceiptMode::None, desk.profile().currency));
}

} // namespace

PayDetails::PayDetails(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_rules(rulesOf(desk)), m_reference(new QLineEdit(this)),
      m_arrived(new QCheckBox(tr("Has come in"), this)), m_keepRest(new QCheckBox(tr("Keep the rest as credit"), this)),
      m_external(new QLineEdit(this))
{
    m_reference->setAccessibleName(tr("Reference"));
    m_external->setAccessibleName(tr("Number on your till’s receipt"));
    m_external->setPlaceholderText(tr("Number on your till’s receipt"));
    auto *rows = column(this, 8);
    auto *reference = row(nullptr, 8);
    reference->addWidget(m_reference, 1);
    reference->addWidget(m_arrived);
    rows->addLayout(reference);
    rows->addWidget(m_external);
    rows->addWidget(m_keepRest);
    connect(m_arrived, &QCheckBox::clicked, this, [this] { m_arrivalSaid = true; });
    connect(m_keepRest, &QCheckBox::toggled, this, &PayDetails::changed);
    showFor({}, false);
}

void PayDetails::clear()
{
    m_reference->clear();
    m_external->clear();
    m_keepRest->setChecked(false);
    m_arrivalSaid = false;
}

void PayDetails::showFor(std::optional<PaymentMethod> method, bool over)
{
    m_rules = rulesOf(m_desk); // the shop may have chosen another way meanwhile
    const bool other = m_method != method;
    m_method = method;
    const bool waits = method && finance::mayWait(*method);
    m_reference->setVisible(waits);
    m_arrived->setVisible(waits);
    m_reference->setPlaceholderText(method == PaymentMethod::MobileMoney ? tr("Code on the phone")
                                                                         : tr("Reference of the transfer"));
    if (other || !m_arrivalSaid)
        m_arrived->setChecked(method == PaymentMethod::MobileMoney);
    m_external->setVisible(m_rules.asksExternalNumber());
    m_keepRest->setVisible(over && method != PaymentMethod::Credit);
    setVisible(waits || over || m_rules.asksExternalNumber());
}

bool PayDetails::keepsRest() const
{
    return m_keepRest->isVisibleTo(this) && m_keepRest->isChecked();
}

void PayDetails::addTo(finance::PaymentDraft &payment) const
{
    if (finance::mayWait(payment.method)) {
        payment.reference = m_reference->text().trimmed();
        payment.arrived = m_arrived->isChecked();
    }
    payment.externalNumber = m_external->text().trimmed();
    payment.restAsCredit = keepsRest();
}

} // namespace thimblely::ui
