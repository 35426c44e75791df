// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "ui/desk/page.h"

#include <vector>

namespace thimblely::ui {

class Button;
class Desk;
class GivePinForm;
class Label;
class NewPinForm;

/*!
 * Who works here, and their PINs: everybody changes their own; who manages the team gives a new one to whoever has
 * forgotten theirs, as far as their role reaches. Who does not manage sees themselves alone.
 */
class PeoplePage : public Page {
    Q_OBJECT

public:
    explicit PeoplePage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override;
    void arrive() override;
    bool stepBack() override;

Q_SIGNALS:
    //! One more of them.
    void addRequested();
    //! One of them practises on a copy of the shop, here and now.
    void practiceRequested(thimblely::PersonId person, const QString &name);

private:
    struct Row {
        QWidget *box;
        Button *button; //!< of the PIN
        Button *practise;
    };
    void build();
    void addRow(const TeamMember &member);
    void clearRows();
    void changeOwn();
    void give(const TeamMember &member);
    void closeForms();
    bool manages() const;

    Desk &m_desk;
    SignInService m_service;
    QWidget *m_list = nullptr;
    std::vector<Row> m_rows;
    NewPinForm *m_own = nullptr;
    GivePinForm *m_give = nullptr;
    Button *m_add = nullptr;
};

} // namespace thimblely::ui
