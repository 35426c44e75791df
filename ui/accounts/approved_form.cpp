// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/approved_form.h"

#include "ui/accounts/approve_here.h"

#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

void ApprovedForm::addApprover()
{
    m_approver = new ApproveHere(desk(), body());
    rows()->addWidget(m_approver);
    connect(m_approver, &ApproveHere::approved, this, [this](const access::Approvals &approvals) {
        m_approvals = approvals;
        m_approver->hide();
        submit();
    });
}

bool ApprovedForm::isAllowed(const std::vector<access::Capability> &needs, const QStringList &what)
{
    std::vector<access::Capability> missing;
    std::ranges::copy_if(needs, std::back_inserter(missing), [this](access::Capability each) {
        return !desk().principal().can(each) && !access::approvalFor(each, m_approvals);
    });
    if (missing.empty())
        return true;
    m_approvals.clear(); // one PIN for all of it
    if (m_approver->isVisibleTo(body()))
        m_approver->submit();
    else
        m_approver->ask(std::move(missing), what);
    return false;
}

void ApprovedForm::forgetApprovals()
{
    m_approvals.clear();
    if (m_approver)
        m_approver->hide();
}

} // namespace thimblely::ui
