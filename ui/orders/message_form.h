// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/conversations/channel.h"
#include "core/orders/order.h"
#include "ui/orders/side_form.h"

namespace thimblely::ui {

class Button;
class TextArea;

//! Words for a client by one of the shop's templates, to be copied or opened in a program of one's own; nothing is sent from
//! here. Where somebody says so it stands in the client's log, and among their messages where it was opened.
class MessageForm : public SideForm {
    Q_OBJECT

public:
    MessageForm(Desk &desk, QWidget *over);

    //! Does nothing for an order of nobody's.
    void begin(const orders::OrderDetail &order, const QString &about, const QString &templateKey,
               const std::optional<Money> &asked = {});
    void submit() override;

private:
    void offerWays(const Client &client);
    void open(conversations::ChannelType type);

    std::optional<ClientId> m_client;
    std::optional<OrderId> m_order;
    std::optional<conversations::ChannelType> m_opened; // by what it went, as far as is known
    QString m_templateKey;
    QString m_subject;
    QString m_phone; // as it is dialled
    QString m_address;
    TextArea *m_text;
    Button *m_copy;
    Button *m_whatsApp;
    Button *m_mail;
};

} // namespace thimblely::ui
