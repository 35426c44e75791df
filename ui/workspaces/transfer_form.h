// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/ownership_service.h"
#include "ui/desk/entry_form.h"

#include <vector>

class QComboBox;

namespace thimblely::ui {

//! The owner hands the workspace to somebody who works in it: both say so with their own PIN or password, here and now.
class TransferForm : public EntryForm {
    Q_OBJECT

public:
    TransferForm(Desk &desk, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

private:
    bool fillColleagues();
    void refused(const Error &error);

    OwnershipService m_service;
    QComboBox *m_to;
    FieldEdit *m_own;
    FieldEdit *m_theirs;
    std::vector<PersonId> m_people; //!< by the combo's lines
};

} // namespace thimblely::ui
