// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/message_links.h"

namespace thimblely::ui {

namespace {

//! Everything but letters, digits and "-._~" is escaped: a '+' or '&' in the words stays a '+' or '&'.
QString escaped(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

QUrl whatsAppLink(const QString &e164, const QString &text)
{
    if (!e164.startsWith(u'+'))
        return {};
    return QUrl(QStringLiteral("https://wa.me/%1?text=%2").arg(e164.mid(1), escaped(text)), QUrl::StrictMode);
}

QUrl whatsAppLink(const QString &text)
{
    return QUrl(QStringLiteral("https://wa.me/?text=") + escaped(text), QUrl::StrictMode);
}

QUrl telegramLink(const QString &e164, const QString &text)
{
    if (!e164.startsWith(u'+'))
        return {};
    return QUrl(QStringLiteral("https://t.me/%1?text=%2").arg(e164, escaped(text)), QUrl::StrictMode);
}

QUrl smsLink(const QString &e164, const QString &text)
{
    if (!e164.startsWith(u'+'))
        return {};
    return QUrl(QStringLiteral("sms:%1?body=%2").arg(e164, escaped(text)), QUrl::StrictMode);
}

QUrl telLink(const QString &e164)
{
    return e164.startsWith(u'+') ? QUrl(QStringLiteral("tel:") + e164, QUrl::StrictMode) : QUrl();
}

QUrl mailLink(const QString &address, const QString &subject, const QString &text)
{
    if (address.isEmpty())
        return {};
    // As RFC 6068 has it, lines end in CR LF.
    QString lines = text;
    lines.replace(u'\n', QStringLiteral("\r\n"));
    return QUrl(QStringLiteral("mailto:%1?subject=%2&body=%3")
                    .arg(QString::fromLatin1(QUrl::toPercentEncoding(address, "@")), escaped(subject), escaped(lines)),
                QUrl::StrictMode);
}

} // namespace thimblely::ui
