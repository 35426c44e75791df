// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/currency_words.h"

#include <QLocale>
#include <QMultiHash>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::exchange {

namespace {

//! Codes by the sign that their own countries write for them; the system's data of all of them.
const QMultiHash<QString, QString> &signs()
{
    static const QMultiHash<QString, QString> found = [] {
        QMultiHash<QString, QString> codes;
        const auto locales = QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
        for (const QLocale &locale : locales) {
            const QString code = locale.currencySymbol(QLocale::CurrencyIsoCode);
            const QString sign = locale.currencySymbol(QLocale::CurrencySymbol);
            if (!code.isEmpty() && !codes.contains(sign, code))
                codes.insert(sign, code);
        }
        return codes;
    }();
    return found;
}

bool isCode(const QString &word)
{
    static const QStringList known = [] {
        QStringList codes = signs().values();
        // Words of a heading before they are the lek and the paʻanga.
        codes.removeAll(QStringLiteral("ALL"));
        codes.removeAll(QStringLiteral("TOP"));
        codes.sort();
        return codes;
    }();
    return word.size() == 3 && std::ranges::binary_search(known, word);
}

//! The first character of the text that is a sign of money.
QString signIn(const QString &text)
{
    const auto sign = std::ranges::find_if(text, [](QChar c) { return c.category() == QChar::Symbol_Currency; });
    return sign == text.end() ? QString() : QString(*sign);
}

const QRegularExpression &lastWord()
{
    static const QRegularExpression last(
        QStringLiteral("(?:[\\s_(\\[/,-]+in)?[\\s_(\\[/,-]+(\\p{L}{3}|\\p{Sc})[)\\]\\s]*$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return last;
}

} // namespace

QString currencyInHeading(const QString &heading)
{
    const auto found = lastWord().match(heading);
    if (!found.hasMatch())
        return {};
    const QString word = found.captured(1).toUpper();
    return word.size() == 1 || isCode(word) ? word : QString();
}

QString withoutCurrency(const QString &heading)
{
    return currencyInHeading(heading).isEmpty() ? heading : QString(heading).remove(lastWord());
}

QString currencyInAmount(const QString &amount)
{
    static const QRegularExpression letters(QStringLiteral("\\p{L}+"));
    for (auto words = letters.globalMatch(amount); words.hasNext();) {
        const QString word = words.next().captured().toUpper();
        if (isCode(word))
            return word;
    }
    return signIn(amount);
}

bool mayMean(const QString &said, const QString &code)
{
    return said == code || (said.size() == 1 && (signs().contains(said, code) || !signs().contains(said)));
}

} // namespace thimblely::exchange
