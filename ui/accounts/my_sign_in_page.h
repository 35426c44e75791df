// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/own_sign_ins_service.h"
#include "core/accounts/verification_service.h"
#include "core/changes/change_set.h"
#include "ui/accounts/sign_ins_model.h"
#include "ui/desk/page.h"

#include <QTimer>

class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class LinkedAccountsView;
class ListView;
class SectionHead;

/*!
 * How somebody comes in: where they are signed in, ended one by one or all but this window; the account at a provider that
 * lets them in; which of their addresses are confirmed; and the way to their PIN. All of it their own: nobody sees another's.
 */
class MySignInPage : public Page {
    Q_OBJECT

public:
    //! `here`: the sign-in at this window, which may become another one when it is locked and opened again.
    MySignInPage(Desk &desk, SignInsModel::Here here, QWidget *parent = nullptr);

    QString title() const override { return tr("My sign-in"); }
    void prepare() override { reload(); }
    void arrive() override;
    bool stepBack() override;

Q_SIGNALS:
    //! Their own card, where the PIN is changed.
    void pinRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildSignIns(QWidget *form, QVBoxLayout *rows);
    void buildRest(QWidget *form, QVBoxLayout *rows);
    void reload();
    void readSignIns();
    void showAddresses(const std::vector<OwnAddress> &addresses);
    void follow(const changes::ChangeSet &changes);
    void choose();
    void endChosen();
    void endOthers();
    void fitList();

    Desk &m_desk;
    OwnSignInsService m_signIns;
    VerificationService m_verification;
    SignInsModel *m_model;
    SectionHead *m_head = nullptr;
    ListView *m_view = nullptr;
    Button *m_end = nullptr;
    Button *m_endOthers = nullptr;
    LinkedAccountsView *m_accounts = nullptr;
    Label *m_addresses = nullptr;
    Label *m_noCarrier = nullptr;
    QTimer m_again; // other windows' sign-ins are nobody's news
};

} // namespace thimblely::ui
