// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/fold.h"

#include <QHash>

#include <algorithm>

namespace thimblely::search {

namespace {

//! What NFKD leaves as a letter of its own although people type its neighbour.
QStringView replacementOf(QChar letter)
{
    static const QHash<QChar, QString> table = {
        {u'\u00f8', QStringLiteral("o")},
        {u'\u0142', QStringLiteral("l")},
        {u'\u0111', QStringLiteral("d")},
        {u'\u0127', QStringLiteral("h")},
        {u'\u0131', QStringLiteral("i")},
        {u'\u00e6', QStringLiteral("ae")},
        {u'\u0153', QStringLiteral("oe")},
        {u'\u00f0', QStringLiteral("d")},
        {u'\u00fe', QStringLiteral("th")},
        {u'\u0253', QStringLiteral("b")},
        {u'\u0257', QStringLiteral("d")},
        {u'\u0199', QStringLiteral("k")},
        {u'\u01b4', QStringLiteral("y")},
        {u'\u0259', QStringLiteral("e")},
        {u'\u014b', QStringLiteral("n")},
        {u'\u00df', QStringLiteral("ss")},
        {u'\u03c2', QStringLiteral("\u03c3")},
        // Arabic: the forms that people write one for another.
        {u'\u0671', QStringLiteral("\u0627")},
        {u'\u0629', QStringLiteral("\u0647")},
        {u'\u0649', QStringLiteral("\u064a")},
        {u'\u06cc', QStringLiteral("\u064a")},
        {u'\u06a9', QStringLiteral("\u0643")},
        {u'\u06c1', QStringLiteral("\u0647")},
        {u'\u06be', QStringLiteral("\u0647")},
        {u'\u06d5', QStringLiteral("\u0647")},
    };
    const auto found = table.constFind(letter);
    return found == table.constEnd() ? QStringView() : QStringView(*found);
}

//! Within a word these stand for nothing: apostrophes ("O'Neill"), tatweel, joiners, the Arabic hamza on its own.
bool isSilent(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u02bc' || c == u'\u0640' || c == u'\u0621' || c == u'\u200c' ||
           c == u'\u200d' || c == u'\u00ad';
}

void appendFolded(QString &folded, QStringView run)
{
    if (const QStringView other = run.size() == 1 ? replacementOf(run.front()) : QStringView(); !other.isEmpty())
        folded += other;
    else
        folded += run;
}

//! As fold() below says of letters and digits of ASCII, without asking Unicode: most of what is typed, and of what is imported.
QString foldedAscii(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    bool gap = false;
    for (const QChar c : text) {
        const char16_t lower = c >= u'A' && c <= u'Z' ? char16_t(c.unicode() | 0x20) : c.unicode();
        if (lower == u'\'')
            continue;
        if (!(lower >= u'a' && lower <= u'z') && !(lower >= u'0' && lower <= u'9')) {
            gap = !folded.isEmpty();
            continue;
        }
        if (gap)
            folded += u' ';
        gap = false;
        folded += QChar(lower);
    }
    return folded;
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

QString fold(QStringView text)
{
    if (isAscii(text))
        return foldedAscii(text);
    const QString decomposed = text.toString().toCaseFolded().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    bool gap = false;
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const bool pair =
            decomposed[i].isHighSurrogate() && i + 1 < decomposed.size() && decomposed[i + 1].isLowSurrogate();
        const char32_t point =
            pair ? QChar::surrogateToUcs4(decomposed[i], decomposed[i + 1]) : decomposed[i].unicode();
        const QStringView run = QStringView(decomposed).mid(i, pair ? 2 : 1);
        i += pair ? 1 : 0;
        if (QChar::isMark(point) || (!pair && isSilent(run.front())))
            continue;
        if (!QChar::isLetterOrNumber(point)) {
            gap = !folded.isEmpty();
            continue;
        }
        if (gap)
            folded += u' ';
        gap = false;
        if (const int digit = QChar::digitValue(point); digit >= 0)
            folded += QChar(u'0' + digit);
        else
            appendFolded(folded, run);
    }
    return folded;
}

QStringList foldedWords(QStringView text)
{
    return fold(text).split(u' ', Qt::SkipEmptyParts);
}

QString foldedOnce(QStringView text)
{
    QStringList words = foldedWords(text);
    words.removeDuplicates();
    return words.join(u' ');
}

QString joinedTexts(QStringList folded)
{
    folded.removeAll(QString());
    folded.removeDuplicates();
    return folded.join(QLatin1String("  "));
}

QString foldedTexts(const QStringList &texts)
{
    QStringList folded;
    for (const QString &text : texts)
        folded.append(foldedOnce(text));
    return joinedTexts(std::move(folded));
}

} // namespace thimblely::search
