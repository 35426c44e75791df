// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/message_form.h"

#include "core/base/practice_mode.h"
#include "core/clients/client_log.h"
#include "core/clients/client_service.h"
#include "ui/clients/text_area.h"
#include "ui/desk/desk.h"
#include "ui/desk/message_links.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

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
    connect(m_copy, &QAbstractButton::clicked, this, &MessageForm::copy);
    connect(m_whatsApp, &QAbstractButton::clicked, this, [this] { open(whatsAppLink(m_phone, m_text->text())); });
    connect(m_mail, &QAbstractButton::clicked, this, [this] { open(mailLink(m_address, m_subject, m_text->text())); });
    connect(m_text, &TextArea::edited, this, [this] { clearProblem(); });
}

void MessageForm::begin(const orders::OrderDetail &order, const QString &about, const QString &words)
{
    if (!order.client)
        return;
    const auto client = ClientService(desk().session(), desk().door()).load(*order.client);
    if (!client) {
        desk().notices().fail(client.error());
        return;
    }
    m_client = client->id;
    m_subject = about;
    m_text->setText(words);
    offerWays(*client);
    come(order.id.toString() + u' ' + about, {}, about,
         client->fields.messageOptOutAt ? tr("They asked not to be written to: call instead.")
                                        : tr("Nothing is sent by itself."),
         m_text->edit());
}

void MessageForm::offerWays(const Client &client)
{
    const auto &phones = client.fields.phones;
    const auto usable = [](const Phone &phone) { return !phone.e164.isEmpty(); };
    auto phone =
        std::ranges::find_if(phones, [&](const Phone &each) { return usable(each) && each.use != PhoneUse::Call; });
    if (phone == phones.end())
        phone = std::ranges::find_if(phones, usable);
    m_phone = phone == phones.end() ? QString() : phone->e164;
    m_address = client.fields.email;
    const bool may = !client.fields.messageOptOutAt;
    m_whatsApp->setVisible(may && !m_phone.isEmpty());
    m_mail->setVisible(may && !m_address.isEmpty());
}

void MessageForm::copy()
{
    QApplication::clipboard()->setText(m_text->text());
    desk().notices().say(tr("Copied. Paste it where you write to them."));
}

void MessageForm::open(const QUrl &link)
{
    if (isPractising()) {
        desk().notices().say(tr("You practise: nobody is written to."));
        return;
    }
    if (QDesktopServices::openUrl(link))
        return;
    copy();
    desk().notices().say(tr("No program here opens that. The words are copied."));
}

void MessageForm::submit()
{
    if (isBusy() || !m_client)
        return;
    write([this] {
        return ClientLogService(desk().session(), desk().door())
            .add(*m_client, LogKind::Note, tr("%1: %2").arg(m_subject, m_text->text().trimmed()));
    });
}

} // namespace thimblely::ui
