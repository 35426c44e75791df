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
#include <span>

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

//! A suit is its jacket and its trousers, as tile 7 has it: each with a tag, one price, which the first carries; and with
//! it what is done to the whole.
std::vector<PieceDraft> partsOf(const PieceDraft &whole, int set)
{
    std::vector<PieceDraft> parts;
    for (const char *code : inventory::garmentsOfSet(whole.garmentType)) {
        PieceDraft part = whole;
        part.garmentType = QString::fromLatin1(code);
        part.name = inventory::garmentName(part.garmentType);
        part.setNo = set;
        part.setName = whole.name;
        if (!parts.empty())
            part.tasks.clear();
        parts.push_back(std::move(part));
    }
    return parts;
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
    if (inventory::garmentsOfSet(piece.garmentType).empty()) {
        pieces.insert(pieces.end(), size_t(count), piece);
        return;
    }
    for (int copy = 0; copy < count; ++copy) {
        const std::vector<PieceDraft> parts = partsOf(piece, orders::nextSetNo(pieces));
        pieces.insert(pieces.end(), parts.begin(), parts.end());
    }
}

//! A set by its name, with what it is made of: "Suit (Jacket, Trousers)".
QString nameOf(std::span<const PieceDraft> pieces)
{
    if (pieces.size() == 1)
        return pieces.front().name;
    QStringList names;
    for (const PieceDraft &piece : pieces)
        names.append(piece.name);
    return QStringLiteral("%1 (%2)").arg(pieces.front().setName, names.join(QStringLiteral(", ")));
}

//! How many from here on are one set; 1: it is a piece by itself.
size_t lengthOfSet(const std::vector<PieceDraft> &pieces, size_t at)
{
    size_t next = at + 1;
    while (pieces[at].setNo > 0 && next < pieces.size() && pieces[next].setNo == pieces[at].setNo)
        ++next;
    return next - at;
}

QString words(std::span<const PieceDraft> set)
{
    const PieceDraft &piece = set.front();
    QStringList said = {nameOf(set)};
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
    std::vector<std::pair<QString, int>> said; // and how often one after another
    for (size_t at = 0; at < pieces.size();) {
        const size_t length = lengthOfSet(pieces, at);
        const QString one = words(std::span(pieces).subspan(at, length));
        if (said.empty() || said.back().first != one)
            said.emplace_back(one, 0);
        ++said.back().second;
        at += length;
    }
    QStringList parts;
    for (const auto &[one, count] : said)
        parts.append(count == 1 ? one : QStringLiteral("%1 × %2").arg(count).arg(one));
    return parts.join(QStringLiteral(", "));
}

} // namespace thimblely::notebook
