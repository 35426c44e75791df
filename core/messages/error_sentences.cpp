// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/messages/error_sentences.h"

#include "core/base/error_args.h"
#include "core/messages/capability_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace thimblely::messages {

namespace {

struct Sentence {
    const char *code;
    const char *text; //!< %1, %2 … are the error's args
};

constexpr auto sentences = std::to_array<Sentence>({
#include "core/messages/error_sentences.inc"
});

constexpr const char *context = "ErrorSentences";

const char *textOfKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid:
        return QT_TRANSLATE_NOOP("ErrorSentences", "This cannot be accepted as it stands. Nothing was changed.");
    case ErrorKind::NotFound:
        return QT_TRANSLATE_NOOP("ErrorSentences", "This is not here any more, or not yours to see.");
    case ErrorKind::Forbidden:
        return QT_TRANSLATE_NOOP("ErrorSentences", "Your role does not allow this. Ask the owner.");
    case ErrorKind::Conflict:
        return QT_TRANSLATE_NOOP("ErrorSentences", "This was changed meanwhile. Look again, then repeat what you did.");
    case ErrorKind::Busy:
        return QT_TRANSLATE_NOOP("ErrorSentences", "Another program is using the shop's file. Nothing was lost; try "
                                                   "again in a moment.");
    case ErrorKind::ReadOnly:
        return QT_TRANSLATE_NOOP("ErrorSentences", "The shop's file or its folder cannot be written to. Nothing was "
                                                   "changed.");
    case ErrorKind::DiskFull:
        return QT_TRANSLATE_NOOP("ErrorSentences", "The disk is full. Nothing was written and what was saved before is "
                                                   "safe; make room, then repeat.");
    case ErrorKind::Corrupt:
        return QT_TRANSLATE_NOOP("ErrorSentences", "The shop's file is damaged. Do not go on working with it: restore "
                                                   "the newest backup.");
    case ErrorKind::TooNew:
        return QT_TRANSLATE_NOOP("ErrorSentences", "This file was written by a newer Thimblely. Nothing was changed; "
                                                   "install the newer program to open it.");
    case ErrorKind::NotOurs:
        return QT_TRANSLATE_NOOP("ErrorSentences", "This is no shop file of Thimblely. It was left as it is.");
    case ErrorKind::NetworkPath:
        return QT_TRANSLATE_NOOP("ErrorSentences", "The shop's file must lie on this computer's own disk, not in a "
                                                   "network or cloud folder.");
    case ErrorKind::Io:
        return QT_TRANSLATE_NOOP("ErrorSentences",
                                 "The disk did not do as it was told. What was saved before is safe.");
    case ErrorKind::WrongSecret:
        return QT_TRANSLATE_NOOP("ErrorSentences", "That is not right. Try again.");
    case ErrorKind::TryLater:
        return QT_TRANSLATE_NOOP("ErrorSentences", "Too many wrong tries. Wait %1 s.");
    case ErrorKind::Cancelled:
        return QT_TRANSLATE_NOOP("ErrorSentences", "Stopped. Nothing was changed.");
    case ErrorKind::Internal:
        return QT_TRANSLATE_NOOP("ErrorSentences", "Something went wrong inside the program. Nothing was changed.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentenceFor(const Error &error, const QLocale &locale, const QString &insteadOfMoney)
{
    const auto found = std::find_if(sentences.begin(), sentences.end(),
                                    [&](const Sentence &sentence) { return error.code == sentence.code; });
    const QString text =
        QCoreApplication::translate(context, found != sentences.end() ? found->text : textOfKind(error.kind));
    // In one go: what was typed may hold a "%2" itself.
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int place = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (place < 1 || place > error.args.size()) {
            filled += text[i];
            continue;
        }
        const QString &arg = error.args[place - 1];
        filled +=
            writeErrorArg(error.kind == ErrorKind::Forbidden ? capabilityWords(arg) : arg, locale, insteadOfMoney);
        ++i;
    }
    return filled;
}

std::span<const char *const> knownCodes()
{
    static const std::vector<const char *> codes = [] {
        std::vector<const char *> result;
        result.reserve(std::size(sentences));
        for (const Sentence &sentence : sentences)
            result.push_back(sentence.code);
        return result;
    }();
    return codes;
}

} // namespace thimblely::messages
