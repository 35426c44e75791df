// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/social_accounts_service.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

class Segmented;

//! An account elsewhere is written down by its name: at which platform, of which kind, whose.
class SocialAccountForm : public EntryForm {
    Q_OBJECT

public:
    SocialAccountForm(Desk &desk, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    void added(thimblely::RowId account);

private:
    Segmented *choice(const QString &name, const QStringList &words);

    Segmented *m_platform;
    FieldEdit *m_name;
    Segmented *m_type;
    QWidget *m_whosePart;
    Segmented *m_whose;
};

} // namespace thimblely::ui
