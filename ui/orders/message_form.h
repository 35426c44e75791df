// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/orders/order.h"
#include "ui/orders/side_form.h"

class QUrl;

namespace thimblely::ui {

class Button;
class TextArea;

//! Words for a client, to be copied or opened in a program of one's own; nothing is sent from here. Kept in the client's
//! log where somebody says so.
class MessageForm : public SideForm {
    Q_OBJECT

public:
    MessageForm(Desk &desk, QWidget *over);

    //! Does nothing for an order of nobody's.
    void begin(const orders::OrderDetail &order, const QString &about, const QString &words);
    void submit() override;

private:
    void offerWays(const Client &client);
    void open(const QUrl &link);
    void copy();

    std::optional<ClientId> m_client;
    QString m_subject;
    QString m_phone; // as it is dialled
    QString m_address;
    TextArea *m_text;
    Button *m_copy;
    Button *m_whatsApp;
    Button *m_mail;
};

} // namespace thimblely::ui
