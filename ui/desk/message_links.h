// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>
#include <QUrl>

namespace thimblely::ui {

// A message that a person sends by a program of their own: the link opens it with the words typed in. Pure.

//! `e164`: "+234803…"; an empty link where it is none.
QUrl whatsAppLink(const QString &e164, const QString &text);
//! For a program that telephones.
QUrl telLink(const QString &e164);
QUrl mailLink(const QString &address, const QString &subject, const QString &text);
QUrl telegramLink(const QString &e164, const QString &text);
QUrl smsLink(const QString &e164, const QString &text);
//! WhatsApp without saying to whom: the person chooses there.
QUrl whatsAppLink(const QString &text);

} // namespace thimblely::ui
