// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/release_form.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

ReleaseForm::ReleaseForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Hand over"), over), m_why(addText(tr("Why it leaves unpaid")))
{
    m_why->edit()->setPlaceholderText(tr("pays on Friday"));
    addApprover();
    rows()->addStretch(1);
    endWith(m_why);
}

void ReleaseForm::begin(const QString &subject, const QString &what, const QString &asked)
{
    m_asked = asked;
    m_why->setText({});
    m_why->clearError();
    come(subject, {}, tr("Not all is paid"), what, m_why->edit());
}

void ReleaseForm::submit()
{
    if (m_why->text().trimmed().isEmpty()) {
        m_why->setError(tr("Say why; it stands with the order."));
        m_why->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!isAllowed({access::Capability::OrdersReleaseUnpaid}, {m_asked}))
        return;
    const QString why = m_why->text().trimmed();
    const auto approval = access::approvalFor(access::Capability::OrdersReleaseUnpaid, takeApprovals());
    leave(); // why it leaves is kept until it has left
    Q_EMIT released(why, approval);
}

} // namespace thimblely::ui
