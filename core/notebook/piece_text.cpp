// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/piece_text.h"

#include "core/inventory/cloth_colours.h"
#include "core/inventory/garment_names.h"
#include "core/notebook/notebook_page.h"
#include "core/search/fold.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::notebook {

namespace {

using orders::PieceDraft;

constexpr qsizetype fewestLetters = 3;
constexpr int mostCopies = int(mostPieces) + 1; // one too many is refused, not cut off

//! "trousers" and "trouser", "dress" and "dresses" are the same.
QString singular(const QString &word)
{
    if (word.endsWith(QLatin1String("sses")))
        return word.chopped(2);
    return word.size() > fewestLetters && word.endsWith(u's') && !word.endsWith(QLatin1String("ss")) ? word.chopped(1)
                                                                                                     : word;
}

struct Spoken {
    QString typed;
    QString folded;
};

std::vector<Spoken> wordsOf(const QString &text)
{
    std::vector<Spoken> words;
    const QStringList parts = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        words.push_back({part, search::fold(part)});
    return words;
}

QString joined(const std::vector<Spoken> &words)
{
    QStringList parts;
    for (const Spoken &word : words)
        parts.append(word.typed);
    return parts.join(u' ');
}

//! "2", "2x", "x2", "×2" before or after; 1 where nothing of the kind is there.
int takeCount(std::vector<Spoken> &words)
{
    static const QRegularExpression counted(QStringLiteral("^[x×]?(\\d{1,2})[x×]?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    for (const bool first : {true, false}) {
        if (words.size() < 2)
            break;
        const auto at = first ? words.begin() : std::prev(words.end());
        const auto match = counted.match(at->typed);
        // A bare figure behind the words is how much, not how many: "hem 3".
        if (!match.hasMatch() || (!first && at->typed.front().isDigit() && at->typed.back().isDigit()))
            continue;
        const int count = std::clamp(match.captured(1).toInt(), 1, mostCopies);
        words.erase(at);
        return count;
    }
    return 1;
}

bool isGarment(const inventory::GarmentName &garment, const QString &word, bool mayBeShort)
{
    for (const QString &name :
         {search::fold(inventory::translatedName(garment)), search::fold(QString::fromLatin1(garment.name))}) {
        if (singular(word) == singular(name) || (mayBeShort && word.size() >= fewestLetters && name.startsWith(word)))
            return true;
    }
    return false;
}

//! A whole name wherever it stands, else the only one that the first word begins.
const inventory::GarmentName *takeGarment(std::vector<Spoken> &words)
{
    const auto named = inventory::garmentNames().first(inventory::garmentNames().size() - 1); // not "other piece"
    for (auto word = words.begin(); word != words.end(); ++word) {
        const auto found = std::ranges::find_if(
            named, [&](const inventory::GarmentName &garment) { return isGarment(garment, word->folded, false); });
        if (found == named.end())
            continue;
        words.erase(word);
        return &*found;
    }
    const inventory::GarmentName *only = nullptr;
    for (const inventory::GarmentName &garment : named) {
        if (words.empty() || !isGarment(garment, words.front().folded, true))
            continue;
        if (only)
            return nullptr; // "sh": shirt or shorts
        only = &garment;
    }
    if (only)
        words.erase(words.begin());
    return only;
}

//! The longest that is there: "light blue" before "blue".
QString takeColour(std::vector<Spoken> &words)
{
    QString best;
    std::pair<size_t, size_t> where;
    for (const inventory::ClothColour &colour : inventory::clothColours()) {
        for (const QString &name : {inventory::translatedName(colour), QString::fromLatin1(colour.name)}) {
            const QStringList parts = search::foldedWords(name);
            for (size_t at = 0; at + size_t(parts.size()) <= words.size() && parts.size() > int(where.second); ++at) {
                const auto same = [&](qsizetype i) { return words[at + size_t(i)].folded == parts[i]; };
                bool all = true;
                for (qsizetype i = 0; i < parts.size(); ++i)
                    all = all && same(i);
                if (!all)
                    continue;
                best = inventory::translatedName(colour);
                where = {at, size_t(parts.size())};
                break;
            }
        }
    }
    if (!best.isEmpty())
        words.erase(words.begin() + qsizetype(where.first), words.begin() + qsizetype(where.first + where.second));
    return best;
}

bool takeMade(std::vector<Spoken> &words)
{
    const QStringList made = {QStringLiteral("make"), QStringLiteral("new"),
                              search::fold(QCoreApplication::translate("OldBook", "make")),
                              search::fold(QCoreApplication::translate("OldBook", "new"))};
    return std::erase_if(words, [&](const Spoken &word) { return made.contains(word.folded); }) > 0;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

void readPiece(const QString &text, std::vector<PieceDraft> &pieces)
{
    std::vector<Spoken> words = wordsOf(text);
    if (words.empty())
        return;
    const int count = takeCount(words);
    const std::vector<Spoken> all = words;
    PieceDraft piece;
    const inventory::GarmentName *garment = takeGarment(words);
    if (garment) {
        const bool made = takeMade(words);
        piece.kind = made ? orders::PieceKind::Make : orders::PieceKind::Alteration;
        piece.garmentType = QString::fromLatin1(garment->code);
        piece.name = inventory::translatedName(*garment);
        piece.colour = takeColour(words);
        if (!words.empty())
            piece.tasks.push_back({capitalised(joined(words))});
    } else {
        piece.kind = orders::PieceKind::Alteration;
        piece.name = capitalised(joined(all));
    }
    pieces.insert(pieces.end(), size_t(count), piece);
}

QString words(const PieceDraft &piece)
{
    QStringList said = {piece.name};
    if (!piece.colour.isEmpty())
        said.append(piece.colour);
    QString text = said.join(u' ');
    if (piece.kind == orders::PieceKind::Make)
        text += QStringLiteral(" (%1)").arg(QCoreApplication::translate("OldBook", "new"));
    if (!piece.tasks.empty())
        text += QStringLiteral(": ") + piece.tasks.front().name;
    return text;
}

} // namespace

std::vector<PieceDraft> readPieces(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[,;+،\\n]"));
    std::vector<PieceDraft> pieces;
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts)
        readPiece(part, pieces);
    return pieces;
}

QString writePieces(const std::vector<PieceDraft> &pieces)
{
    QStringList parts;
    for (size_t at = 0; at < pieces.size();) {
        size_t next = at + 1;
        while (next < pieces.size() && pieces[next] == pieces[at])
            ++next;
        const QString one = words(pieces[at]);
        parts.append(next - at == 1 ? one : QStringLiteral("%1 × %2").arg(next - at).arg(one));
        at = next;
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace thimblely::notebook
