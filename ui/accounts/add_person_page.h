// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/team_service.h"
#include "ui/accounts/pin_rule.h"
#include "ui/desk/form_page.h"

#include <vector>

namespace thimblely::ui {

class FieldEdit;
class Segmented;

/*!
 * A colleague in 15 seconds: name, job, PIN. They are among the faces at once and sign in with the PIN; then it goes
 * back where one came from. Only for people who may manage the team; what is wrong is said under its field.
 */
class AddPersonPage : public FormPage {
    Q_OBJECT

public:
    explicit AddPersonPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override { return tr("Add a person"); }
    void arrive() override;
    bool handle(ActionId action) override;

protected:
    void setBusy(bool busy) override;

Q_SIGNALS:
    //! Also told to the whole program by the write itself.
    void added(const thimblely::PersonId &person);
    //! Those who are there already, and their PINs.
    void peopleRequested();

private:
    struct Choice {
        access::Role role;
        access::Job job;
    };
    void build();
    NewPerson input() const;
    void add();
    void sayTaken();
    bool showErrors(const NewPerson &person);
    void clear();

    FieldEdit *m_name = nullptr;
    Segmented *m_job = nullptr;
    FieldEdit *m_pin = nullptr;
    PinRule m_rule = usualPinRule();
    Label *m_missing = nullptr; // why a PIN is longer here
    Button *m_show = nullptr;
    std::vector<Choice> m_choices;  //!< by segment
    std::vector<TeamMember> m_team; //!< whose names are taken
};

} // namespace thimblely::ui
