// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_service.h"
#include "core/accounts/sign_in_service.h"
#include "core/changes/change_set.h"
#include "ui/desk/page.h"

class QStackedLayout;

namespace thimblely::ui {

class Button;
class Desk;
class EntryForm;
class GivePinForm;
class InvitationCard;
class InviteForm;
class ListView;
class MemberForm;
class MemberView;
class NewPinForm;
class Pane;
class RemoveForm;
class ResidencyForm;
class SectionHead;
class TeamModel;

/*!
 * Who works here: the people and the open invitations on one side, the one that is shown on the other, with what is done
 * about them in its place. Who does not manage the team sees their own card: what they may do, their hours, their PIN.
 */
class TeamPage : public Page {
    Q_OBJECT

public:
    explicit TeamPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override;
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId id) override;
    //! The list goes there, and the card is shown.
    void showMember(MemberId member);

Q_SIGNALS:
    //! One more of them.
    void addRequested();
    //! One of them practises on a copy of the shop, here and now.
    void practiceRequested(thimblely::PersonId person, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildList();
    void buildForms(QWidget *right);
    QWidget *scrolled(QWidget *content, QWidget *parent) const;
    void layOut();
    void reload();
    void follow(const changes::ChangeSet &changes);
    void goTo(int row);
    void showCard(MemberId member);
    void showForm(QWidget *form);
    //! The card again, and the keyboard where it was before the form.
    void closeForm();
    void change();
    void askPin();
    void keepOwnPin(const QString &secret, const QString &pin);
    void remove();
    void showLeft(bool shows);
    bool manages() const;
    EntryForm *openForm() const;

    Desk &m_desk;
    SignInService m_service;
    TeamModel *m_model;
    Pane *m_side;
    SectionHead *m_head = nullptr;
    ListView *m_view = nullptr;
    QStackedLayout *m_stack = nullptr;
    QWidget *m_cardPlace = nullptr;
    MemberView *m_card = nullptr;
    InvitationCard *m_invitation = nullptr;
    QWidget *m_invitationPlace = nullptr;
    MemberForm *m_form = nullptr;
    RemoveForm *m_remove = nullptr;
    ResidencyForm *m_residency = nullptr;
    InviteForm *m_invite = nullptr;
    NewPinForm *m_own = nullptr;
    QWidget *m_ownPlace = nullptr;
    GivePinForm *m_give = nullptr;
    QWidget *m_givePlace = nullptr;
};

} // namespace thimblely::ui
