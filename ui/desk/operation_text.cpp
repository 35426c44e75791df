// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/operation_text.h"

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

QString plainText(const QByteArray &kind, const QStringList &args)
{
    const auto found = std::find_if(sentences.begin(), sentences.end(),
                                    [&](const Sentence &sentence) { return kind == sentence.kind; });
    if (found == sentences.end())
        return {};
    QString text = QCoreApplication::translate("OperationText", found->text);
    for (const QString &arg : args) {
        if (text.contains(u'%'))
            text = text.arg(arg);
    }
    return text;
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
