// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/message_opening.h"

#include "core/base/practice_mode.h"
#include "ui/desk/desk.h"
#include "ui/desk/message_links.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>

namespace thimblely::ui {

using conversations::ChannelType;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::MessageOpening)
};

} // namespace

QUrl messageLink(ChannelType type, const QString &recipient, const QString &subject, const QString &text)
{
    switch (type) {
    case ChannelType::WhatsApp:
        return whatsAppLink(recipient, text);
    case ChannelType::Telegram:
        return telegramLink(recipient, text);
    case ChannelType::Sms:
        return smsLink(recipient, text);
    case ChannelType::Email:
        return mailLink(recipient, subject, text);
    }
    Q_UNREACHABLE();
}

bool openMessage(Desk &desk, const QUrl &link, const QString &text)
{
    if (isPractising()) {
        desk.notices().say(Texts::tr("You practise: nobody is written to."));
        return false;
    }
    if (!link.isEmpty() && QDesktopServices::openUrl(link))
        return true;
    QApplication::clipboard()->setText(text);
    desk.notices().say(Texts::tr("No program here opens that. The words are copied."));
    return false;
}

void copyMessage(Desk &desk, const QString &text)
{
    QApplication::clipboard()->setText(text);
    desk.notices().say(Texts::tr("Copied. Paste it where you write to them."));
}

QString channelTypeName(ChannelType type)
{
    switch (type) {
    case ChannelType::WhatsApp:
        return QStringLiteral("WhatsApp");
    case ChannelType::Telegram:
        return QStringLiteral("Telegram");
    case ChannelType::Sms:
        return Texts::tr("SMS");
    case ChannelType::Email:
        return Texts::tr("E-mail");
    }
    Q_UNREACHABLE();
}

QString openWords(ChannelType type)
{
    //: by which the words go: "Open WhatsApp"
    return type == ChannelType::Email ? Texts::tr("Open mail") : Texts::tr("Open %1").arg(channelTypeName(type));
}

} // namespace thimblely::ui
