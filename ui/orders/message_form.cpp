// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/message_form.h"

#include "core/clients/client_log.h"
#include "core/clients/client_service.h"
#include "core/conversations/message_words.h"
#include "core/conversations/outbox_service.h"
#include "core/conversations/recipient.h"
#include "ui/clients/text_area.h"
#include "ui/desk/desk.h"
#include "ui/desk/message_opening.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"

#include <QVBoxLayout>

namespace thimblely::ui {

using conversations::ChannelType;

namespace {

constexpr int linesShown = 7;

} // namespace

MessageForm::MessageForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Keep it in the log"), over),
      m_text(new TextArea(tr("What the client is told"), linesShown, body())),
      m_copy(new PlainButton(tr("Copy"), body())), m_whatsApp(new PlainButton(QStringLiteral("WhatsApp"), body())),
      m_mail(new PlainButton(tr("E-mail"), body()))
{
    rows()->addWidget(m_text);
    auto *ways = new QWidget(body());
    auto *line = new FlowLayout(8, 8, ways);
    for (Button *way : {m_copy, m_whatsApp, m_mail}) {
        way->setButtonSize(Button::Size::Small);
        line->addWidget(way);
    }
    m_whatsApp->setAccessibleDescription(tr("Opens it in WhatsApp, where a person sends it"));
    m_mail->setAccessibleDescription(tr("Opens it in the mail program, where a person sends it"));
    rows()->addWidget(ways);
    rows()->addStretch(1);
    connect(m_copy, &QAbstractButton::clicked, this, [this] { copyMessage(this->desk(), m_text->text()); });
    connect(m_whatsApp, &QAbstractButton::clicked, this, [this] { open(ChannelType::WhatsApp); });
    connect(m_mail, &QAbstractButton::clicked, this, [this] { open(ChannelType::Email); });
    connect(m_text, &TextArea::edited, this, [this] { clearProblem(); });
}

void MessageForm::begin(const orders::OrderDetail &order, const QString &about, const QString &templateKey,
                        const std::optional<Money> &asked)
{
    if (!order.client)
        return;
    const auto client = ClientService(desk().session(), desk().door()).load(*order.client);
    if (!client) {
        desk().notices().fail(client.error());
        return;
    }
    const auto words =
        conversations::prepare(desk().session(), desk().door(), templateKey, {client->id, order.id, {}, asked});
    if (!words) {
        desk().notices().fail(words.error());
        return;
    }
    m_client = client->id;
    m_order = order.id;
    m_opened.reset();
    m_templateKey = templateKey;
    m_subject = about;
    m_text->setText(words->text);
    offerWays(*client);
    come(order.id.toString() + u' ' + about, {}, about,
         client->fields.messageOptOutAt ? tr("They asked not to be written to: call instead.")
                                        : tr("Nothing is sent by itself."),
         m_text->edit());
}

void MessageForm::offerWays(const Client &client)
{
    m_phone = conversations::recipientOf(client.fields, ChannelType::WhatsApp);
    m_address = conversations::recipientOf(client.fields, ChannelType::Email);
    const bool may = !client.fields.messageOptOutAt;
    m_whatsApp->setVisible(may && !m_phone.isEmpty());
    m_mail->setVisible(may && !m_address.isEmpty());
}

void MessageForm::open(ChannelType type)
{
    const QString &recipient = type == ChannelType::Email ? m_address : m_phone;
    if (openMessage(desk(), messageLink(type, recipient, m_subject, m_text->text()), m_text->text()))
        m_opened = type;
}

void MessageForm::submit()
{
    if (isBusy() || !m_client)
        return;
    const QString text = m_text->text().trimmed();
    if (!m_opened) { // told some other way
        write([this, text] {
            return ClientLogService(desk().session(), desk().door())
                .add(*m_client, LogKind::Note, tr("%1: %2").arg(m_subject, text));
        });
        return;
    }
    const QString recipient = *m_opened == ChannelType::Email ? m_address : m_phone;
    write([this, text, recipient] {
        return conversations::OutboxService(desk().door())
            .noteSent({*m_client, m_order, *m_opened, recipient, text, m_templateKey, m_subject});
    });
}

} // namespace thimblely::ui
