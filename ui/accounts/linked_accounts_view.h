// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/linked_accounts_service.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class Label;
class ProviderPanel;

/*!
 * The account at a provider that lets somebody in: linked after the provider's page and the own PIN or password, or
 * unlinked, which can be undone. Where the program cannot ask the provider it says so, and no button is there.
 */
class LinkedAccountsView : public QWidget {
    Q_OBJECT

public:
    explicit LinkedAccountsView(Desk &desk, QWidget *parent = nullptr);

    void reload();
    //! One step back from what was begun; false: nothing was.
    bool stepBack();

private:
    QWidget *buildState();
    QWidget *buildConfirm();
    QWidget *buildApple();
    void begin();
    void ask(const VerifiedIdentity &identity);
    void link();
    void unlink();
    void showState();
    void setPlace(QWidget *place);
    void setProblem(const QString &sentence);

    Desk &m_desk;
    LinkedAccountsService m_service;
    std::optional<LinkedAccount> m_account;
    std::optional<VerifiedIdentity> m_identity;
    Label *m_words;
    Label *m_problem;
    Button *m_link;
    Button *m_unlink;
    ProviderPanel *m_panel;
    Label *m_question;
    FieldEdit *m_secret;
    Button *m_keep;
    QWidget *m_state;
    QWidget *m_confirm;
};

} // namespace thimblely::ui
