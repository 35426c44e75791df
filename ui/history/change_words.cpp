// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/change_words.h"

#include "core/messages/column_words.h"
#include "ui/history/value_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

using T = storage::Table;
using changes::ChangedRows;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ChangeWords)
};

using messages::ColumnWord;
using messages::plainWords;
using Format = messages::ColumnFormat;

struct TableWord {
    T table;
    const char *word;
};

constexpr TableWord tableWords[] = {
    {T::Profiles, QT_TRANSLATE_NOOP("TableWords", "Person")},
    {T::Workspaces, QT_TRANSLATE_NOOP("TableWords", "The shop")},
    {T::WorkspaceMembers, QT_TRANSLATE_NOOP("TableWords", "Member")},
    {T::WorkspaceInvitations, QT_TRANSLATE_NOOP("TableWords", "Invitation")},
    {T::Clients, QT_TRANSLATE_NOOP("TableWords", "Client")},
    {T::ClientInteractions, QT_TRANSLATE_NOOP("TableWords", "Note")},
    {T::ClientMeasurements, QT_TRANSLATE_NOOP("TableWords", "Measures")},
    {T::MeasurementTemplates, QT_TRANSLATE_NOOP("TableWords", "Template")},
    {T::Orders, QT_TRANSLATE_NOOP("TableWords", "Order")},
    {T::OrderItems, QT_TRANSLATE_NOOP("TableWords", "Piece")},
    {T::InventoryItems, QT_TRANSLATE_NOOP("TableWords", "Item")},
    {T::InventoryMovements, QT_TRANSLATE_NOOP("TableWords", "Stock movement")},
    {T::Transactions, QT_TRANSLATE_NOOP("TableWords", "Money")},
    {T::Invoices, QT_TRANSLATE_NOOP("TableWords", "Invoice")},
    {T::Events, QT_TRANSLATE_NOOP("TableWords", "Appointment")},
    {T::Messages, QT_TRANSLATE_NOOP("TableWords", "Message")},
    {T::SysActivity, QT_TRANSLATE_NOOP("TableWords", "Step")},
    {T::SysSettings, QT_TRANSLATE_NOOP("TableWords", "Setting")},
};

QString tableWord(T table)
{
    const auto found = std::ranges::find(tableWords, table, &TableWord::table);
    return found == std::end(tableWords) ? plainWords(QString::fromLatin1(storage::facts(table).name))
                                         : QCoreApplication::translate("TableWords", found->word);
}

QString nameOf(const QByteArray &column)
{
    const ColumnWord *word = messages::columnWord(column);
    return word ? word->text() : plainWords(QString::fromLatin1(column));
}

QString told(const ChangedRows::Value &value, const QJsonValue &side, const QString &name, const ValueWords &words)
{
    if (side.isUndefined())
        return Texts::tr("not to be read any more");
    if (side.isNull())
        return {};
    if (!name.isEmpty())
        return name;
    if (looksLikeId(side))
        return Texts::tr("what is not yours to see");
    switch (const ColumnWord *word = messages::columnWord(value.column); word ? word->format : Format::Plain) {
    case Format::YesNo:
        return side.toInt() != 0 ? Texts::tr("yes") : Texts::tr("no");
    case Format::Code:
        return plainWords(side.toString());
    case Format::Plain:
    case Format::Hidden:
        break;
    }
    return words.of(QString::fromLatin1(value.column), side);
}

void addWhole(std::vector<ChangedField> &fields, const ChangedRows::Value &value, const ValueWords &words)
{
    ChangedField field{nameOf(value.column), told(value, value.before, value.beforeName, words),
                       told(value, value.after, value.afterName, words)};
    if (field.before != field.after)
        fields.push_back(std::move(field));
}

//! A list in a column: each of its parts that changed is a field of its own.
void addParts(std::vector<ChangedField> &fields, const ChangedRows::Value &value, const ValueWords &words)
{
    const std::vector<ListPart> before = words.parts(value.column, value.before);
    const std::vector<ListPart> after = words.parts(value.column, value.after);
    const QString word = nameOf(value.column);
    const auto add = [&](const QString &name, const QString &was, const QString &is) {
        if (was != is)
            fields.push_back({name.isEmpty() ? word : Texts::tr("%1: %2", "field, part").arg(word, name), was, is});
    };
    const auto textIn = [](const std::vector<ListPart> &parts, const QString &key) {
        const auto found = std::ranges::find(parts, key, &ListPart::key);
        return found == parts.end() ? QString() : found->text;
    };
    for (const ListPart &part : before)
        add(part.name, part.text, textIn(after, part.key));
    for (const ListPart &part : after) {
        if (std::ranges::find(before, part.key, &ListPart::key) == before.end())
            add(part.name, {}, part.text);
    }
}

QString withOwner(const QString &words, const QString &of, const std::optional<T> &ofTable)
{
    return Texts::tr("%1 (%2)", "thing, what it belongs to")
        .arg(words, ofTable == T::Orders ? tableWord(T::Orders) + u' ' + of : of);
}

//! What every new row has says nothing about this one; what only the program needs is no news.
bool isSilent(const ChangedRows::Row &row, const ChangedRows::Value &value)
{
    const ColumnWord *word = messages::columnWord(value.column);
    if ((word && word->format == Format::Hidden) || value.column.endsWith("_ref"))
        return true;
    if (value.column == "currency")
        return row.table != T::Workspaces;
    return row.action == ChangedRows::Action::Made && value.after.isDouble() && value.after.toDouble() == 0;
}

} // namespace

bool isColumnKnown(const QByteArray &column)
{
    return messages::columnWord(column) != nullptr;
}

QString thingName(T table, const QString &name, const QString &of, const std::optional<T> &ofTable)
{
    if (table == T::Orders || table == T::Invoices) // a number alone says nothing
        return thingWords(table, name, {}, {});
    const QString words = table == T::ClientMeasurements || table == T::SysSettings ? plainWords(name) : name;
    return of.isEmpty() || of == name ? words : withOwner(words, of, ofTable);
}

QString thingWords(T table, const QString &name, const QString &of, const std::optional<T> &ofTable)
{
    QString words = tableWord(table);
    if (table == T::Orders && name.isEmpty())
        words = Texts::tr("Parked order");
    if (!name.isEmpty())
        words += u' ' + (table == T::ClientMeasurements || table == T::SysSettings ? plainWords(name) : name);
    if (of.isEmpty() || of == name)
        return words;
    return withOwner(words, of, ofTable);
}

QString rowWords(const ChangedRows::Row &row)
{
    return thingWords(row.table, row.name, row.of, row.ofTable);
}

namespace {

//! Where no value of it differs in words: of what it was. "changed: Photos".
QString quietWords(const ChangedRows::Row &row)
{
    QStringList of;
    for (const ChangedRows::Value &value : row.values) {
        const ColumnWord *word = messages::columnWord(value.column);
        const QString name = word && *word->word ? word->text() : QString();
        if (!name.isEmpty() && !of.contains(name))
            of.append(name);
    }
    return of.isEmpty() ? Texts::tr("saved as it was") : Texts::tr("changed: %1").arg(of.join(QStringLiteral(", ")));
}

} // namespace

QString fateWords(const ChangedRows::Row &row, const std::vector<ChangedField> &fields)
{
    if (row.action == ChangedRows::Action::Made)
        return Texts::tr("new");
    if (row.action == ChangedRows::Action::Erased)
        return Texts::tr("erased");
    const auto deleted = std::ranges::find(row.values, "deleted_at", &ChangedRows::Value::column);
    if (deleted == row.values.end())
        return fields.empty() ? quietWords(row) : Texts::tr("changed");
    return deleted->before.isNull() ? Texts::tr("moved to the bin") : Texts::tr("back from the bin");
}

std::vector<ChangedField> changedFields(const ChangedRows::Row &row, const Desk &desk)
{
    const ValueWords words(desk, row.currency);
    std::vector<ChangedField> fields;
    for (const ChangedRows::Value &value : row.values) {
        if (isSilent(row, value))
            continue;
        if (words.isList(value.before) || words.isList(value.after))
            addParts(fields, value, words);
        else
            addWhole(fields, value, words);
    }
    return fields;
}

} // namespace thimblely::ui
