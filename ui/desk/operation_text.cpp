// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/operation_text.h"

#include "core/base/error_args.h"
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
QString filled(const QString &text, const QStringList &args, const QLocale &locale, const QString &hidden)
{
    QString sentence;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int number = text[at] == u'%' && at + 1 < text.size() ? text[at + 1].digitValue() : -1;
        if (number < 1 || number > args.size()) {
            sentence += text[at];
            continue;
        }
        sentence += isolated(writeErrorArg(args[number - 1], locale, hidden));
        ++at;
    }
    return sentence;
}

bool movesMoney(const QStringList &args)
{
    return args.size() == 3 && isMoneyArg(args[2]);
}

//! How much, whose, and of which order, where the sentence does not say it.
QStringList moneyWords(const QString &sentence, const QStringList &args, const QLocale &locale, const QString &hidden)
{
    QStringList words{writeErrorArg(args[2], locale, hidden)};
    if (!args[1].isEmpty())
        words.append(isolated(args[1]));
    if (!args[0].isEmpty() && !sentence.contains(QLatin1String("%1")))
        words.append(QCoreApplication::translate("OperationText", "order %1").arg(args[0]));
    return words;
}

QString plainText(const QByteArray &kind, const QStringList &args, const QLocale &locale, const QString &hidden)
{
    const auto found = std::find_if(sentences.begin(), sentences.end(),
                                    [&](const Sentence &sentence) { return kind == sentence.kind; });
    if (found == sentences.end())
        return {};
    const QString sentence = QCoreApplication::translate("OperationText", found->text);
    QStringList parts{filled(sentence, args, locale, hidden)};
    if (movesMoney(args))
        parts += moneyWords(sentence, args, locale, hidden);
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString operationText(const QByteArray &kind, const QStringList &args, const QLocale &locale,
                      const QString &insteadOfMoney)
{
    const auto plain = [&](const QByteArray &what) { return plainText(what, args, locale, insteadOfMoney); };
    if (kind.startsWith("undo:"))
        return QCoreApplication::translate("OperationText", "Undone: %1").arg(plain(kind.mid(5)));
    if (kind.startsWith("redo:"))
        return QCoreApplication::translate("OperationText", "Done again: %1").arg(plain(kind.mid(5)));
    return plain(kind);
}

std::optional<access::Capability> undoNeeds(const QByteArray &kind, const QStringList &args)
{
    if (!movesMoney(args))
        return std::nullopt;
    return kind.startsWith("till.") ? access::Capability::FinanceWrite : access::Capability::OrdersRefund;
}

} // namespace thimblely::ui
