// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/social_accounts_service.h"
#include "core/changes/change_set.h"
#include "ui/desk/page.h"

class QStackedLayout;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class FormArea;
class Label;
class ListView;
class SectionHead;
class SocialAccountForm;
class SocialAccountsModel;
class VerificationLogModel;

/*!
 * What of oneself and of the shop is elsewhere: accounts at Instagram and TikTok, the codes that were sent to prove an
 * address, and the way to where one is signed in and by which account one comes in (MySignInPage). Others' own are theirs.
 */
class ConnectionsPage : public Page {
    Q_OBJECT

public:
    explicit ConnectionsPage(Desk &desk, QWidget *parent = nullptr);

    void startNew();

    QString title() const override { return tr("Connections"); }
    void prepare() override { reload(); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

Q_SIGNALS:
    //! Where one is signed in, and the account that lets one in.
    void signInRequested();

private:
    void buildAccounts(QWidget *form, QVBoxLayout *rows);
    void buildSignIn(QWidget *form, QVBoxLayout *rows);
    void buildCodes(QWidget *form, QVBoxLayout *rows);
    void follow(const changes::ChangeSet &changes);
    void reload();
    void readAccounts();
    void readSignIn();
    void showCodes();
    void choose();
    void pauseChosen();
    void removeChosen();
    void closeForm();
    bool mayChange(const SocialAccount &account) const;
    std::optional<SocialAccount> chosen() const;
    void fit(ListView *list, int rows);

    Desk &m_desk;
    SocialAccountsService m_service;
    SocialAccountsModel *m_model;
    VerificationLogModel *m_codesModel;
    QStackedLayout *m_stack = nullptr;
    FormArea *m_area = nullptr;
    SocialAccountForm *m_form = nullptr;
    SectionHead *m_head = nullptr;
    ListView *m_view = nullptr;
    Label *m_none = nullptr;
    Button *m_add = nullptr;
    Button *m_pause = nullptr;
    Button *m_remove = nullptr;
    Label *m_signIn = nullptr;
    ListView *m_codes = nullptr;
    Label *m_noCodes = nullptr;
    bool m_removing = false;
};

} // namespace thimblely::ui
