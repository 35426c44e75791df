// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/conversation_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace thimblely::ui {

using conversations::MessageState;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ConversationWords)
};

constexpr qsizetype longestLine = 160;

} // namespace

QString stateWord(MessageState state)
{
    switch (state) {
    case MessageState::Draft:
        return Texts::tr("kept, not to be sent yet");
    case MessageState::Queued:
        return Texts::tr("to be sent");
    case MessageState::Sent:
        return Texts::tr("went");
    case MessageState::Delivered:
        return Texts::tr("arrived there");
    case MessageState::Read:
        return Texts::tr("read");
    case MessageState::Failed:
        return Texts::tr("did not go");
    case MessageState::Cancelled:
        return Texts::tr("called off");
    case MessageState::Arrived:
        return Texts::tr("waits for an answer");
    case MessageState::Answered:
        return Texts::tr("seen to");
    }
    Q_UNREACHABLE();
}

Status statusOf(MessageState state)
{
    switch (state) {
    case MessageState::Draft:
        return Status::InWork;
    case MessageState::Queued:
        return Status::Waiting;
    case MessageState::Sent:
    case MessageState::Delivered:
    case MessageState::Read:
        return Status::Ready;
    case MessageState::Failed:
        return Status::Late;
    case MessageState::Arrived:
        return Status::Today;
    case MessageState::Cancelled:
    case MessageState::Answered:
        break;
    }
    return Status::Collected;
}

QString languageName(const QString &language)
{
    const QString name = QLocale(language).nativeLanguageName();
    return QLocale(language).language() == QLocale::C || name.isEmpty() ? language : name;
}

QString inOneLine(const QString &text)
{
    return text.left(longestLine).simplified();
}

} // namespace thimblely::ui
