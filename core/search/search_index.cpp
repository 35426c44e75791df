// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/search_index.h"

#include "core/search/day_words.h"
#include "core/search/fold.h"
#include "core/storage/search_marks.h"

#include <algorithm>
#include <optional>

namespace thimblely::search {

namespace {

//! So many rows of a kind are looked at, newest first, before the best are chosen; nobody scrolls further in hits.
constexpr int mostCandidates = 100;
//! Words beyond these only cost.
constexpr qsizetype mostWords = 8;

} // namespace

struct Word {
    QByteArray utf8;
    bool isShort; //!< one letter or two: found at the start of a word only
};

struct Words {
    QStringList all;
    std::vector<Word> each; //!< the same
    QByteArray together;    //!< in one line
    QByteArray days;        //!< what the order's days must fit; empty: any
};

struct Candidate {
    Hit hit;
    int rank;
};

namespace {

bool isNumber(const QString &word)
{
    return std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
}

//! "0803 555 44" as "080355544": a number said in groups is one in the index.
QStringList withNumbersJoined(const QStringList &words)
{
    QStringList joined;
    for (const QString &word : words) {
        if (!joined.isEmpty() && isNumber(word) && isNumber(joined.back()))
            joined.back() += word;
        else
            joined.append(word);
    }
    return joined;
}

Words wordsOf(const QStringList &typed, const QByteArray &days)
{
    Words words;
    words.all = typed.mid(0, mostWords);
    for (const QString &word : std::as_const(words.all))
        words.each.push_back({word.toUtf8(), word.toUcs4().size() < 3});
    words.together = words.all.join(u' ').toUtf8();
    words.days = days;
    return words;
}

//! True where `word` begins a word of `folded`.
bool beginsAWord(QByteArrayView folded, QByteArrayView word)
{
    for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (at == 0 || folded[at - 1] == ' ')
            return true;
    }
    return false;
}

bool has(QByteArrayView folded, const Word &word)
{
    return word.isShort ? beginsAWord(folded, word.utf8) : folded.contains(word.utf8);
}

bool beginWords(QByteArrayView folded, const Words &words)
{
    return std::ranges::all_of(words.each, [&](const Word &word) { return beginsAWord(folded, word.utf8); });
}

//! All of them in one of its texts: navy trousers, rather than a navy dress and black trousers.
bool beginWordsOfOneText(QByteArrayView folded, const Words &words)
{
    constexpr QByteArrayView between("  ");
    for (qsizetype from = 0; from <= folded.size();) {
        const qsizetype found = folded.indexOf(between, from);
        const qsizetype end = found < 0 ? folded.size() : found;
        if (beginWords(folded.sliced(from, end - from), words))
            return true;
        from = end + between.size();
    }
    return false;
}

//! 0 is best; none where a word is not in it, although its marks are.
std::optional<int> rankOf(QByteArrayView folded, const Words &words)
{
    if (words.each.empty()) // only a day was said
        return 0;
    if (!std::ranges::all_of(words.each, [&](const Word &word) { return has(folded, word); }))
        return std::nullopt;
    if (folded.startsWith(words.each.front().utf8))
        return folded.startsWith(words.together) ? 0 : 1;
    if (!beginWords(folded, words))
        return 4;
    return beginWordsOfOneText(folded, words) ? 2 : 3;
}

enum class Among { Indexed, Waiting, Newest };

//! Newest first: a common word costs what is looked at, not what there is.
QByteArray candidateSql(Among among, Kind kind, const QByteArray &days)
{
    QByteArray sql = "SELECT entry.row_id, entry.folded FROM ";
    switch (among) {
    case Among::Indexed:
        sql += "main.sys_search_fts AS found CROSS JOIN main.sys_search AS entry ON entry.id = found.rowid"
               " WHERE found.sys_search_fts MATCH ?1";
        break;
    case Among::Waiting:
        sql += "main.sys_search AS entry WHERE entry.id > ?1 AND entry.id < ?2";
        break;
    case Among::Newest:
        sql +=
            "(SELECT * FROM main.sys_search WHERE id > ?1 AND id < ?2 ORDER BY id DESC LIMIT 4000) AS entry WHERE true";
        break;
    }
    sql += kind == Kind::Client ? " AND EXISTS (SELECT 1 FROM temp.clients AS row WHERE row.id = entry.row_id"
                                : " AND EXISTS (SELECT 1 FROM temp.orders AS row WHERE row.id = entry.row_id";
    if (!days.isEmpty())
        sql += " AND " + days;
    return sql + (among == Among::Indexed ? ") ORDER BY found.rowid DESC" : ") ORDER BY entry.id DESC");
}

Result<void> addCandidates(storage::Statement &query, Kind kind, const Words &words, size_t full,
                           std::vector<Candidate> &candidates)
{
    while (candidates.size() < full) {
        TRY_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        if (const auto rank = rankOf(query.utf8View(1), words))
            candidates.push_back({{kind, query.idBytes(0)}, *rank});
    }
    return {};
}

//! A kind without a view must not be named at all.
bool isReadable(Kind kind, const access::Principal &principal)
{
    if (kind == Kind::Client)
        return principal.can(access::Capability::ClientsRead);
    return principal.can(access::Capability::OrdersRead) || principal.can(access::Capability::OrdersReadAssigned);
}

} // namespace

Result<std::optional<SearchIndex::Range>> SearchIndex::rangeOf(access::ScopedConnection &connection, Kind kind)
{
    TRY_ASSIGN(auto query, connection.gatedQuery(access::GateKey(), R"(
        SELECT number, clients_indexed, orders_indexed FROM main.sys_search_scopes WHERE workspace_id = ?)"));
    query->bind(connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return std::optional<Range>();
    const bool order = kind == Kind::Order;
    Range range{query->int64(0) * 2 + (order ? 1 : 0), query->int64(order ? 2 : 1)};
    range.indexed = std::max(range.indexed, range.first());
    return std::optional(range);
}

Result<void> SearchIndex::collect(access::ScopedConnection &connection, Kind kind, const Words &words,
                                  std::vector<Candidate> &candidates)
{
    TRY_ASSIGN(const std::optional<Range> range, rangeOf(connection, kind));
    if (!range)
        return {};
    const size_t full = candidates.size() + mostCandidates;
    const auto gate = connection.openGate(access::GateKey());
    const auto sql = [&](Among among) { return candidateSql(among, kind, words.days); };
    if (words.all.isEmpty()) {
        TRY_ASSIGN(auto newest, connection.gatedQuery(access::GateKey(), sql(Among::Newest)));
        newest->bind(range->first(), range->end());
        return addCandidates(*newest, kind, words, full, candidates);
    }
    TRY_ASSIGN(auto waiting, connection.gatedQuery(access::GateKey(), sql(Among::Waiting)));
    waiting->bind(range->indexed, range->end());
    TRY(addCandidates(*waiting, kind, words, full, candidates));
    TRY_ASSIGN(auto indexed, connection.gatedQuery(access::GateKey(), sql(Among::Indexed)));
    indexed->bindUtf8(storage::matchOf(range->number, words.all));
    return addCandidates(*indexed, kind, words, full, candidates);
}

Result<std::vector<Hit>> SearchIndex::find(access::ScopedConnection &connection, QStringView text, Kinds kinds,
                                           int limit)
{
    const QStringList typed = foldedWords(text);
    TRY_ASSIGN(std::vector<Hit> hits, findWords(connection, typed, kinds, limit));
    const QStringList joined = withNumbersJoined(typed);
    if (!hits.empty() || joined == typed)
        return hits;
    return findWords(connection, joined, kinds, limit);
}

Result<std::vector<Hit>> SearchIndex::findSaid(access::ScopedConnection &connection, QStringView text,
                                               const QLocale &locale, Kinds kinds, int limit)
{
    TRY_ASSIGN(std::vector<Hit> hits, find(connection, text, kinds, limit));
    const SaidDays said = saidDays(foldedWords(text), locale);
    if (!said.any() || (kinds & Kinds(Kind::Order)) == 0)
        return hits;
    const bool hasOrders = std::ranges::any_of(hits, [](const Hit &hit) { return hit.kind == Kind::Order; });
    if (hasOrders && !said.areWhole())
        return hits;
    TRY_ASSIGN(const std::vector<Hit> dated,
               findWords(connection, said.rest, Kinds(Kind::Order), limit, said.condition()));
    for (const Hit &hit : dated) {
        if (hits.size() < size_t(limit) && std::ranges::find(hits, hit) == hits.end())
            hits.push_back(hit);
    }
    return hits;
}

Result<std::vector<Hit>> SearchIndex::findWords(access::ScopedConnection &connection, const QStringList &typed,
                                                Kinds kinds, int limit, const QByteArray &days)
{
    const Words words = wordsOf(typed, days);
    if ((words.all.isEmpty() && days.isEmpty()) || limit <= 0)
        return std::vector<Hit>();
    TRY_ASSIGN(const auto moment, connection.snapshot());
    std::vector<Candidate> candidates;
    for (const Kind kind : {Kind::Client, Kind::Order}) {
        if ((kinds & Kinds(kind)) != 0 && isReadable(kind, connection.principal())) {
            TRY(collect(connection, kind, words, candidates));
        }
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::rank);
    std::vector<Hit> hits;
    for (const Candidate &candidate : candidates) {
        if (hits.size() == size_t(limit))
            break;
        hits.push_back(candidate.hit);
    }
    return hits;
}

} // namespace thimblely::search
