// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/provider_login.h"

#include <QUrl>
#include <QWidget>

namespace thimblely::ui {

class Button;
class Label;

/*!
 * Stands there while somebody says in their own browser who they are: what to do, and the way back. Where no browser opens,
 * the address can be taken to another one by hand. It is stopped by leaving, or with the window.
 */
class ProviderPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProviderPanel(const Clock &clock, QWidget *parent = nullptr);

    void begin(const OauthProvider &provider);
    void stop() { m_login.cancel(); }
    void focusFirst();

Q_SIGNALS:
    void identified(const thimblely::VerifiedIdentity &identity);
    void failed(const thimblely::Error &error);
    //! Given up by the person.
    void left();

private:
    void open(const QUrl &page);
    void copyAddress();

    ProviderLogin m_login;
    QString m_name;
    QUrl m_page;
    Label *m_words;
    Button *m_again;
    Button *m_copy;
    Button *m_leave;
};

} // namespace thimblely::ui
