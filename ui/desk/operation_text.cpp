// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/operation_text.h"

#include "ui/desk/isolated.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

struct Sentence {
    const char *kind;
    const char *text; //!< %1, %2 … are the operation's args
};

constexpr auto sentences = std::to_array<Sentence>({
#include "ui/desk/operation_sentences.inc"
});

//! %1 … %9 at once: a name with a % in it is only a name.
QString filled(const QString &text, const QStringList &args)
{
    QString sentence;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int number = text[at] == u'%' && at + 1 < text.size() ? text[at + 1].digitValue() : -1;
        if (number < 1 || number > args.size()) {
            sentence += text[at];
            continue;
        }
        sentence += isolated(args[number - 1]);
        ++at;
    }
    return sentence;
}

QString plainText(const QByteArray &kind, const QStringList &args)
{
    const auto found = std::find_if(sentences.begin(), sentences.end(),
                                    [&](const Sentence &sentence) { return kind == sentence.kind; });
    if (found == sentences.end())
        return {};
    return filled(QCoreApplication::translate("OperationText", found->text), args);
}

} // namespace

QString operationText(const QByteArray &kind, const QStringList &args)
{
    if (kind.startsWith("undo:"))
        return QCoreApplication::translate("OperationText", "Undone: %1").arg(plainText(kind.mid(5), args));
    if (kind.startsWith("redo:"))
        return QCoreApplication::translate("OperationText", "Done again: %1").arg(plainText(kind.mid(5), args));
    return plainText(kind, args);
}

} // namespace thimblely::ui
