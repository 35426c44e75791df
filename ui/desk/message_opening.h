// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/channel.h"

#include <QString>
#include <QUrl>

namespace thimblely::ui {

class Desk;

// The one way by which words go to a program of the person's own, who sends them there. GUI thread.

//! Empty where nobody can be reached like that.
QUrl messageLink(conversations::ChannelType type, const QString &recipient, const QString &subject,
                 const QString &text);
//! Opens it, words typed in. Where no program does, the words are copied, and that is said; who practises writes to nobody.
//! False: nothing was opened.
bool openMessage(Desk &desk, const QUrl &link, const QString &text);
void copyMessage(Desk &desk, const QString &text);

//! "WhatsApp", "E-mail".
QString channelTypeName(conversations::ChannelType type);
//! "Open WhatsApp".
QString openWords(conversations::ChannelType type);

} // namespace thimblely::ui
