// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "ui/desk/entry_form.h"

#include <utility>
#include <vector>

namespace thimblely::ui {

class ApproveHere;

/*!
 * A form for something that not everybody may do: where the person may not, somebody who may types their PIN in the
 * same place, once for all of it, and the form is submitted again with what was approved.
 */
class ApprovedForm : public EntryForm {
    Q_OBJECT

public:
    using EntryForm::EntryForm;

protected:
    //! Where it is asked for: the last of the rows that are there now.
    void addApprover();
    //! True where the person may do all of it, or it was approved; else it is asked for, once what was typed is right.
    //! `what`: a line for each thing, with its amount and whose it is.
    bool isAllowed(const std::vector<access::Capability> &needs, const QStringList &what = {});
    //! What was approved, for the one operation.
    access::Approvals takeApprovals() { return std::exchange(m_approvals, {}); }
    //! Another thing is typed now.
    void forgetApprovals();

private:
    ApproveHere *m_approver = nullptr;
    access::Approvals m_approvals;
};

} // namespace thimblely::ui
