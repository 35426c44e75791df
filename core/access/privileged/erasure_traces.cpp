// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/erasure_traces.h"

#include "core/access/privileged/erasure_rules.h"
#include "core/access/privileged/erasure_sql.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <map>
#include <utility>

namespace thimblely::access {

namespace {

using T = storage::Table;

constexpr const char *ofGoing = " IN (SELECT id FROM temp.going)";

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! Names of the columns whose former values go; all of them of a row that is removed.
class Blanked {
public:
    explicit Blanked(storage::Connection &connection) : m_connection(connection) {}

    //! `theirs`: false for a row that is somebody else's, and only tells of them.
    Result<QByteArray> without(T table, const QByteArray &old, bool theirs)
    {
        if (table == T::Clients && !theirs)
            return blank(old, {{"payer_client_id", {}}, {"relation_to_payer", {}}});
        const ErasureRule *rule = erasureRule(table);
        if (!rule || rule->fate == Fate::Removed)
            return QByteArray("{}");
        auto known = m_columns.find(table);
        if (known == m_columns.end()) {
            TRY_ASSIGN(std::vector<ErasedColumn> columns, erasedColumns(m_connection, *rule));
            known = m_columns.emplace(table, std::move(columns)).first;
        }
        return blank(old, known->second);
    }

private:
    static QByteArray blank(const QByteArray &old, const std::vector<ErasedColumn> &columns)
    {
        QJsonObject values = QJsonDocument::fromJson(old).object();
        for (const ErasedColumn &column : columns) {
            const QString key = QString::fromLatin1(column.name);
            if (values.contains(key))
                values.insert(key, QJsonValue::Null);
        }
        return compact(values);
    }

    storage::Connection &m_connection;
    std::map<T, std::vector<ErasedColumn>> m_columns;
};

struct Label {
    qint64 operation;
    QByteArray kind;
    QByteArray json;
};

} // namespace

Result<void> ErasureTraces::blankHistory()
{
    TRY(m_connection.executeScript("CREATE TEMP TABLE IF NOT EXISTS told (seq INTEGER PRIMARY KEY, operation_id);"
                                   "DELETE FROM temp.told;"
                                   "INSERT INTO temp.told SELECT seq, operation_id FROM main.sys_journal"
                                   " WHERE row_id IN (SELECT id FROM temp.going);"));
    // A row that was theirs once and is somebody else's now tells of them where it says so.
    for (const ClientId &card : m_reach.cards()) {
        TRY(runSql(m_connection,
                   "INSERT OR IGNORE INTO temp.told SELECT seq, operation_id FROM main.sys_journal"
                   " WHERE old IS NOT NULL AND instr(old, ?)",
                   QString::fromLatin1(card.view().toByteArray().toHex().toUpper())));
    }
    // Of whom they paid for, what they were to them, whenever it was said.
    TRY(runSql(m_connection, "INSERT OR IGNORE INTO temp.told SELECT seq, operation_id FROM main.sys_journal"
                             " WHERE table_id = 10 AND old IS NOT NULL AND instr(old, 'relation_to_payer')"
                             " AND row_id IN (SELECT row_id FROM temp.told JOIN main.sys_journal USING (seq)"
                             "                 WHERE table_id = 10)"));
    TRY(blankJournal());
    TRY(runSql(m_connection, "UPDATE main.sys_operations SET undoable = 0"
                             " WHERE undoable = 1 AND id IN (SELECT operation_id FROM temp.told)"));
    return blankLabels();
}

Result<void> ErasureTraces::blankJournal()
{
    std::vector<std::pair<qint64, QByteArray>> blanked;
    Blanked values(m_connection);
    Result<void> read;
    TRY(eachRow(m_connection,
                "SELECT entry.seq, entry.table_id, entry.old,"
                " EXISTS (SELECT 1 FROM temp.going WHERE table_id = entry.table_id AND id = entry.row_id)"
                " FROM temp.told JOIN main.sys_journal AS entry USING (seq) WHERE entry.old IS NOT NULL",
                [&](const storage::Statement &row) {
                    auto text = values.without(T(row.int64(1)), row.utf8(2), row.boolean(3));
                    if (!text)
                        read = text.error();
                    else if (text.value() != row.utf8View(2))
                        blanked.emplace_back(row.int64(0), std::move(text.value()));
                }));
    TRY(std::move(read));
    TRY_ASSIGN(auto update, m_connection.query("UPDATE main.sys_journal SET old = ? WHERE seq = ?"));
    for (const auto &[seq, old] : blanked) {
        update->bindUtf8(old).bind(seq);
        TRY(update->run());
        update->reset();
    }
    return {};
}

//! The numbers of papers stay in the sentences of the history; whatever else was said of these rows goes.
Result<void> ErasureTraces::blankLabels()
{
    TRY_ASSIGN(QStringList numbers, m_reach.numbers());
    numbers.append(m_reach.number());
    std::vector<Label> labels;
    TRY(eachRow(m_connection,
                "SELECT id, kind, label FROM main.sys_operations"
                " WHERE label IS NOT NULL AND id IN (SELECT operation_id FROM temp.told)",
                [&](const storage::Statement &row) {
                    labels.push_back({row.int64(0), row.utf8(1), row.utf8(2)});
                }));
    TRY_ASSIGN(auto update, m_connection.query("UPDATE main.sys_operations SET label = ? WHERE id = ?"));
    for (const Label &label : labels) {
        if (label.kind.endsWith(".import")) // of hundreds of people: it says which kind of file
            continue;
        QJsonArray args = QJsonDocument::fromJson(label.json).array();
        for (auto arg : args) {
            if (!numbers.contains(arg.toString()))
                arg = label.kind.startsWith("client.") ? m_instead : QStringLiteral("\u2013");
        }
        update->bindUtf8(QJsonDocument(args).toJson(QJsonDocument::Compact)).bind(label.operation);
        TRY(update->run());
        update->reset();
    }
    return {};
}

Result<void> ErasureTraces::leaveSearch(const std::function<QString(const QStringList &texts)> &folded)
{
    // What the full-text index holds of a row is told from the row's words, so it is taken out before they change.
    const QByteArray theirs = "row_id IN (SELECT id FROM temp.going WHERE table_id IN (10, 14))";
    TRY(runSql(m_connection, "INSERT INTO main.sys_search_fts (sys_search_fts, rowid, marks)"
                             " SELECT 'delete', marked.id, marked.marks FROM main.sys_search AS entry"
                             "   JOIN main.sys_search_marks AS marked ON marked.id = entry.id WHERE " +
                                 theirs));
    TRY(runSql(m_connection, "DELETE FROM main.sys_search WHERE row_id IN"
                             " (SELECT id FROM temp.going WHERE table_id = 10)"));
    std::vector<std::pair<qint64, QString>> entries;
    TRY(eachRow(m_connection,
                "SELECT entry.id, orders.order_number,"
                "       (SELECT group_concat(tag_code, ' ') FROM main.order_items"
                "         WHERE workspace_id = orders.workspace_id AND order_id = orders.id)"
                "  FROM main.sys_search AS entry JOIN main.orders ON orders.id = entry.row_id WHERE " +
                    theirs,
                [&](const storage::Statement &row) {
                    entries.emplace_back(row.int64(0), folded({row.text(1), row.text(2)}));
                }));
    TRY_ASSIGN(auto update, m_connection.query("UPDATE main.sys_search SET folded = ? WHERE id = ?"));
    for (const auto &[id, words] : entries) {
        update->bind(words, id);
        TRY(update->run());
        update->reset();
    }
    TRY(runSql(m_connection, "INSERT INTO main.sys_search_fts (rowid, marks)"
                             " SELECT marked.id, marked.marks FROM main.sys_search AS entry"
                             "   JOIN main.sys_search_marks AS marked ON marked.id = entry.id WHERE " +
                                 theirs));
    // FTS5 keeps what was deleted until its segments are merged.
    return runSql(m_connection, "INSERT INTO main.sys_search_fts (sys_search_fts) VALUES ('optimize')");
}

Result<void> ErasureTraces::dropDrafts(WorkspaceId workspace)
{
    QStringList marks;
    TRY(eachRow(m_connection, "SELECT id FROM temp.going WHERE table_id IN (10, 14, 15)",
                [&](const storage::Statement &row) { marks.append(row.id<RowId>(0).toString()); }));
    TRY_ASSIGN(QStringList words, m_reach.knownAs());
    words.removeIf([](const QString &word) { return word.size() < 3; });
    std::vector<qint64> theirs;
    TRY(eachRow(
        m_connection, "SELECT id, key, data FROM main.sys_drafts WHERE workspace_id IS NULL OR workspace_id = ?",
        [&](const storage::Statement &row) {
            // As it was typed, not as JSON escapes it.
            const QString text = row.text(1) + u'\n' +
                                 QString::fromUtf8(QJsonDocument::fromJson(row.utf8(2)).toJson(QJsonDocument::Compact));
            const bool marked = std::ranges::any_of(marks, [&](const QString &mark) { return text.contains(mark); });
            const bool named = std::ranges::any_of(words, [&](const QString &word) {
                const QRegularExpression whole(
                    QStringLiteral("(?<![\\p{L}\\p{N}])%1(?![\\p{L}\\p{N}])").arg(QRegularExpression::escape(word)),
                    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
                return whole.match(text).hasMatch();
            });
            if (marked || named)
                theirs.push_back(row.int64(0));
        },
        workspace));
    for (const qint64 draft : theirs)
        TRY(runSql(m_connection, "DELETE FROM main.sys_drafts WHERE id = ?", draft));
    return {};
}

Result<void> ErasureTraces::dropImports()
{
    return runSql(m_connection, QByteArray("DELETE FROM main.sys_import WHERE row_id") + ofGoing);
}

} // namespace thimblely::access
