// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_workspaces_service.h"
#include "ui/desk/entry_form.h"

class QComboBox;

namespace thimblely::ui {

class CountryRow;

//! A further workspace of the person's own, asked for as the first one was: name, country, currency, units, time zone.
class NewWorkspaceForm : public EntryForm {
    Q_OBJECT

public:
    NewWorkspaceForm(Desk &desk, OwnWorkspacesService &service, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

Q_SIGNALS:
    //! It is there, before the form leaves.
    void created(thimblely::WorkspaceId workspace);

private:
    void fillZones();

    OwnWorkspacesService &m_service;
    FieldEdit *m_name;
    CountryRow *m_country;
    QComboBox *m_zone;
};

} // namespace thimblely::ui
