// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/search_index.h"

#include "core/search/day_words.h"
#include "core/search/fold.h"

#include <algorithm>
#include <optional>

namespace thimblely::search {

namespace {

//! So many rows of a kind are looked at, newest first, before the best are chosen; nobody scrolls further in hits.
constexpr int mostCandidates = 150;
//! Words beyond these only cost.
constexpr qsizetype mostWords = 8;
constexpr int scopeBits = 40;
constexpr int rangeBits =
    39; // clients in the lower half of a scope, orders in the upper: neither is walked for the other

storage::Table tableOf(Kind kind)
{
    return kind == Kind::Client ? storage::Table::Clients : storage::Table::Orders;
}

//! The range of ids of a kind; what the prefixes call their scope.
qint64 rangeOf(qint64 scope, Kind kind)
{
    return scope << (scopeBits - rangeBits) | (kind == Kind::Order ? 1 : 0);
}

//! True where `word` begins a word of `folded`.
bool beginsAWord(const QString &folded, const QString &word)
{
    for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (at == 0 || folded[at - 1] == u' ')
            return true;
    }
    return false;
}

//! 0 is best.
int rankOf(const QString &folded, const QStringList &words)
{
    if (words.isEmpty()) // only a day was said
        return 0;
    if (folded.startsWith(words.front()))
        return folded.startsWith(words.join(u' ')) ? 0 : 1;
    return std::ranges::all_of(words, [&](const QString &word) { return beginsAWord(folded, word); }) ? 2 : 3;
}

} // namespace

struct Words {
    QStringList all;
    QStringList shortOnes; //!< one or two letters: only at the start of a word
    QByteArray match;      //!< the longer ones, for FTS5; empty where there are none
    QByteArray days;       //!< what the order's days must fit; empty: any
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

Words wordsOf(const QStringList &typed)
{
    Words words;
    words.all = typed.mid(0, mostWords);
    for (const QString &word : std::as_const(words.all)) {
        if (word.toUcs4().size() < 3) {
            words.shortOnes.append(word);
            continue;
        }
        if (!words.match.isEmpty())
            words.match += " AND ";
        words.match += '"' + word.toUtf8() + '"'; // folded text has no quotation marks
    }
    return words;
}

//! What follows every string that begins with `prefix`, in the order of UTF-8 bytes.
QByteArray afterPrefix(const QString &prefix)
{
    return prefix.toUtf8() + "\xf4\x8f\xbf\xbf";
}

enum class By { Trigrams, TwoLetters, OneLetter, Newest };

By wayOf(const Words &words, const QString &prefix)
{
    if (!words.match.isEmpty())
        return By::Trigrams;
    if (prefix.isEmpty())
        return By::Newest;
    return prefix.toUcs4().size() == 2 ? By::TwoLetters : By::OneLetter;
}

//! Newest first, and each index is walked in that order: a common prefix costs what is looked at, not what there is.
QByteArray candidateSql(By way, Kind kind, const QByteArray &days)
{
    QByteArray sql = "SELECT entry.row_id, entry.folded FROM ";
    switch (way) {
    case By::Trigrams:
        sql += "main.sys_search_fts AS found JOIN main.sys_search AS entry ON entry.id = found.rowid"
               " WHERE found.sys_search_fts MATCH ?1 AND found.rowid >= ?2 AND found.rowid < ?3";
        break;
    case By::TwoLetters:
        sql += "main.sys_search_prefixes AS found CROSS JOIN main.sys_search AS entry ON entry.id = found.search_id"
               " WHERE found.scope = ?1 AND found.prefix = ?2";
        break;
    case By::OneLetter: // the newest of every prefix that begins with it
        sql += R"((
            WITH RECURSIVE each(prefix) AS (
                SELECT min(prefix) FROM main.sys_search_prefixes WHERE scope = ?1 AND prefix >= ?2 AND prefix < ?3
                UNION ALL
                SELECT (SELECT min(prefix) FROM main.sys_search_prefixes
                         WHERE scope = ?1 AND prefix > each.prefix AND prefix < ?3)
                  FROM each WHERE each.prefix IS NOT NULL)
            SELECT DISTINCT newest.search_id
              FROM each CROSS JOIN main.sys_search_prefixes AS newest
             WHERE newest.scope = ?1 AND newest.prefix = each.prefix
               AND newest.search_id >= (SELECT min(search_id)
                                          FROM (SELECT search_id FROM main.sys_search_prefixes
                                                 WHERE scope = ?1 AND prefix = each.prefix
                                                 ORDER BY search_id DESC LIMIT 201))) AS found
            CROSS JOIN main.sys_search AS entry ON entry.id = found.search_id WHERE true)";
        break;
    case By::Newest:
        sql += R"((SELECT id AS search_id FROM main.sys_search WHERE id >= ?1 AND id < ?2
                    ORDER BY id DESC LIMIT 4000) AS found
            CROSS JOIN main.sys_search AS entry ON entry.id = found.search_id WHERE true)";
        break;
    }
    sql += kind == Kind::Client ? " AND EXISTS (SELECT 1 FROM temp.clients AS row WHERE row.id = entry.row_id"
                                : " AND EXISTS (SELECT 1 FROM temp.orders AS row WHERE row.id = entry.row_id";
    if (!days.isEmpty())
        sql += " AND " + days;
    return sql + (way == By::Trigrams ? ") ORDER BY found.rowid DESC" : ") ORDER BY found.search_id DESC");
}

//! A kind without a view must not be named at all.
bool isReadable(Kind kind, const access::Principal &principal)
{
    if (kind == Kind::Client)
        return principal.can(access::Capability::ClientsRead);
    return principal.can(access::Capability::OrdersRead) || principal.can(access::Capability::OrdersReadAssigned);
}

} // namespace

Result<std::optional<qint64>> SearchIndex::scopeOf(access::ScopedConnection &connection)
{
    TRY_ASSIGN(auto query, connection.gatedQuery(access::GateKey(),
                                                 "SELECT number FROM main.sys_search_scopes WHERE workspace_id = ?"));
    query->bind(connection.principal().workspace);
    TRY_ASSIGN(const bool found, query->step());
    return found ? std::optional(query->int64(0)) : std::nullopt;
}

Result<qint64> SearchIndex::nextId(changes::WriteContext &context, Kind kind)
{
    access::ScopedConnection &connection = context.connection();
    TRY_ASSIGN(std::optional<qint64> scope, scopeOf(connection));
    if (!scope) {
        {
            TRY_ASSIGN(auto insert, connection.gatedQuery(access::GateKey(), R"(
                INSERT INTO main.sys_search_scopes (number, workspace_id)
                SELECT ifnull(max(number), 0) + 1, ?1 FROM main.sys_search_scopes)"));
            insert->bind(context.principal().workspace);
            TRY(insert->run());
        }
        TRY_ASSIGN(scope, scopeOf(connection));
    }
    const qint64 range = rangeOf(*scope, kind);
    const qint64 first = range << rangeBits;
    TRY_ASSIGN(auto newest, connection.gatedQuery(access::GateKey(),
                                                  "SELECT max(id) FROM main.sys_search WHERE id >= ? AND id < ?"));
    newest->bind(first, (range + 1) << rangeBits);
    TRY(newest->step());
    return newest->isNull(0) ? first + 1 : newest->int64(0) + 1;
}

Result<void> SearchIndex::put(changes::WriteContext &context, Kind kind, const IdBytes &row, const QStringList &texts)
{
    const QString folded = fold(texts.join(u'\n'));
    access::ScopedConnection &connection = context.connection();
    std::optional<qint64> id;
    {
        TRY_ASSIGN(auto known,
                   connection.gatedQuery(access::GateKey(), "SELECT id, folded FROM main.sys_search WHERE row_id = ?1"
                                                            " AND workspace_id = ?2"));
        known->bind(RowId(row), context.principal().workspace);
        TRY_ASSIGN(const bool found, known->step());
        if (found && known->text(1) == folded)
            return {};
        if (found)
            id = known->int64(0);
    }
    const auto gate = connection.openGate(access::GateKey()); // FTS5 prepares statements of its own
    if (id) {
        TRY_ASSIGN(auto update,
                   connection.gatedQuery(access::GateKey(), "UPDATE main.sys_search SET folded = ?1 WHERE id = ?2"));
        update->bind(folded, *id);
        return update->run();
    }
    TRY_ASSIGN(const qint64 next, nextId(context, kind));
    TRY_ASSIGN(auto insert, connection.gatedQuery(access::GateKey(), R"(
        INSERT INTO main.sys_search (id, workspace_id, kind, row_id, folded) VALUES (?, ?, ?, ?, ?))"));
    insert->bind(next, context.principal().workspace, int(tableOf(kind)), RowId(row), folded);
    return insert->run();
}

Result<void> SearchIndex::remove(changes::WriteContext &context, Kind kind, const IdBytes &row)
{
    const auto gate = context.connection().openGate(access::GateKey());
    TRY_ASSIGN(auto remove, context.connection().gatedQuery(
                                access::GateKey(),
                                "DELETE FROM main.sys_search WHERE row_id = ? AND workspace_id = ? AND kind = ?"));
    remove->bind(RowId(row), context.principal().workspace, int(tableOf(kind)));
    return remove->run();
}

Result<void> SearchIndex::collect(access::ScopedConnection &connection, qint64 range, Kind kind, const Words &words,
                                  std::vector<Candidate> &candidates)
{
    // The longest prefix has the fewest rows.
    const QString prefix =
        words.shortOnes.isEmpty()
            ? QString()
            : *std::ranges::max_element(words.shortOnes, {}, [](const QString &word) { return word.size(); });
    const By way = wayOf(words, prefix);
    const auto gate = connection.openGate(access::GateKey());
    TRY_ASSIGN(auto query, connection.gatedQuery(access::GateKey(), candidateSql(way, kind, words.days)));
    if (way == By::Trigrams) {
        query->bindUtf8(words.match);
        query->bind(range << rangeBits, (range + 1) << rangeBits);
    } else if (way == By::Newest) {
        query->bind(range << rangeBits, (range + 1) << rangeBits);
    } else {
        query->bind(range, prefix);
        if (way == By::OneLetter)
            query->bindUtf8(afterPrefix(prefix));
    }
    const size_t full = candidates.size() + mostCandidates;
    while (candidates.size() < full) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        const QString folded = query->text(1);
        if (!std::ranges::all_of(words.shortOnes, [&](const QString &word) { return beginsAWord(folded, word); }))
            continue;
        candidates.push_back({{kind, query->idBytes(0)}, rankOf(folded, words.all)});
    }
    return {};
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
    Words words = wordsOf(typed);
    words.days = days;
    if ((words.all.isEmpty() && days.isEmpty()) || limit <= 0)
        return std::vector<Hit>();
    TRY_ASSIGN(const std::optional<qint64> scope, scopeOf(connection));
    if (!scope)
        return std::vector<Hit>();
    std::vector<Candidate> candidates;
    for (const Kind kind : {Kind::Client, Kind::Order}) {
        if ((kinds & Kinds(kind)) != 0 && isReadable(kind, connection.principal())) {
            TRY(collect(connection, rangeOf(*scope, kind), kind, words, candidates));
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
