// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/team_service.h"
#include "ui/accounts/pin_rule.h"
#include "ui/desk/page.h"

#include <vector>

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class Label;
class Segmented;

/*!
 * A colleague in 15 seconds: name, job, PIN. They are among the faces at once and sign in with the PIN; then it goes
 * back where one came from. Only for people who may manage the team; what is wrong is said under its field.
 */
class AddPersonPage : public Page {
    Q_OBJECT

public:
    explicit AddPersonPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override { return tr("Add a person"); }
    void arrive() override;
    bool handle(ActionId action) override;

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
    bool showErrors(const NewPerson &person);
    void setBusy(bool busy);
    void clear();

    Desk &m_desk;
    FieldEdit *m_name = nullptr;
    Segmented *m_job = nullptr;
    FieldEdit *m_pin = nullptr;
    PinRule m_rule = usualPinRule();
    Label *m_missing = nullptr; // why a PIN is longer here
    Button *m_show = nullptr;
    Label *m_problem = nullptr;
    Button *m_add = nullptr;
    std::vector<Choice> m_choices; //!< by segment
    bool m_busy = false;
};

} // namespace thimblely::ui
