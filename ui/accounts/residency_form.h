// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/residency_service.h"
#include "core/workspaces/shop_places.h"
#include "ui/desk/entry_form.h"

namespace thimblely::ui {

//! Where one lives oneself, and where one's own data may lie.
class ResidencyForm : public EntryForm {
    Q_OBJECT

public:
    ResidencyForm(Desk &desk, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

private:
    FieldEdit *addRegion(const QString &label);
    //! False where it cannot be read, which has said so.
    bool read(FieldEdit *field, QString &code);
    RegionReading reading() const;

    Residency m_stands;
    FieldEdit *m_country;
    FieldEdit *m_region;
    FieldEdit *m_data;
};

} // namespace thimblely::ui
