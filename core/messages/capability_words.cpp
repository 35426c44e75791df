// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/messages/capability_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::messages {

namespace {

struct Words {
    const char *name;
    const char *text;
};

constexpr auto allWords = std::to_array<Words>({
#include "core/messages/capability_words.inc"
});

} // namespace

QString capabilityWords(const QString &name)
{
    const auto found =
        std::ranges::find_if(allWords, [&](const Words &words) { return name == QLatin1String(words.name); });
    return found == allWords.end() ? name : QCoreApplication::translate("ErrorSentences", found->text);
}

} // namespace thimblely::messages
