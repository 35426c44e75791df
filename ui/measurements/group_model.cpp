// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/group_model.h"

#include "ui/measurements/visit_fields.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

//! By which a row is known again: two people may have one name.
QString keyOf(const GroupRow &person)
{
    return person.client ? person.client->toString() : person.name;
}

//! As it was typed, or converted where that was in another unit.
QString typedIn(const MeasuredValue &value, LengthUnit unit)
{
    const bool sameUnit = value.unit == unitOf(dimensionOf(value.code), unit);
    return sameUnit ? value.text : shown(value, unit);
}

} // namespace

void GroupModel::setColumns(std::vector<MeasureField> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows.clear();
    endResetModel();
}

void GroupModel::setUnit(LengthUnit unit, int inchParts)
{
    m_unit = unit;
    m_inchParts = inchParts;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void GroupModel::addRow(GroupRow row)
{
    row.unreadable.resize(m_columns.size());
    row.doubts.resize(m_columns.size());
    const int at = rowCount();
    beginInsertRows({}, at, at);
    m_rows.push_back(std::move(row));
    endInsertRows();
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int GroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString GroupModel::cellText(const QModelIndex &index) const
{
    const QString &unreadable = row(index).unreadable[size_t(index.column())];
    const auto &today = field(index).today.both;
    return !unreadable.isEmpty() ? unreadable : today ? shown(*today, m_unit) : QString();
}

QString GroupModel::sentence(const QModelIndex &index) const
{
    const size_t column = size_t(index.column());
    if (const QString &typed = row(index).unreadable[column]; !typed.isEmpty()) {
        const auto value = MeasuredValue::parse(field(index).code, Side::Both, typed, m_unit, m_inchParts);
        return value ? QString() : entryErrorText(value.error(), typed, field(index).dimension, m_unit, m_inchParts);
    }
    const auto &doubt = row(index).doubts[column];
    if (!doubt)
        return {};
    const DoubtWords words = row(index).judge->words(*doubt, cellText(index), row(index).fields, m_unit);
    return (words.headline + QLatin1Char(' ') + words.detail).trimmed();
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MeasureField &shownField = field(index);
    const bool wrong = !row(index).unreadable[size_t(index.column())].isEmpty() ||
                       row(index).doubts[size_t(index.column())].has_value();
    switch (role) {
    case Qt::DisplayRole: {
        const QString text = cellText(index);
        const bool before = text.isEmpty() && !shownField.earlier.empty();
        return before ? shown(shownField.earlier.front().value, false, m_unit) : text;
    }
    case Qt::EditRole:
        return cellText(index);
    case StateRole:
        return int(wrong ? FieldState::Measured : shownField.state);
    case WrongRole:
        return wrong;
    case SentenceRole:
    case Qt::ToolTipRole:
        return sentence(index);
    case Qt::AccessibleTextRole: {
        const QString text = cellText(index);
        const QString value = text.isEmpty() ? tr("not measured") : text;
        const QString said = tr("%1, %2: %3", "name, measure and value").arg(row(index).name, shownField.name, value);
        return wrong ? said + QStringLiteral(". ") + sentence(index) : said;
    }
    default:
        return {};
    }
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Horizontal)
        return m_columns.at(size_t(section)).name;
    const GroupRow &person = m_rows.at(size_t(section));
    return person.client ? person.name : tr("%1 (new)").arg(person.name);
}

Qt::ItemFlags GroupModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsEditable : usual;
}

bool GroupModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString typed = value.toString().trimmed();
    const size_t column = size_t(index.column());
    if (typed == cellText(index))
        return true;
    GroupRow &person = row(index);
    MeasureField &asked = person.fields[column];
    person.unreadable[column].clear();
    person.doubts[column].reset();
    if (typed.isEmpty()) {
        asked.today = {};
        asked.state = FieldState::Empty;
        told(index);
        return true;
    }
    if (const auto read = MeasuredValue::parse(asked.code, Side::Both, typed, m_unit, m_inchParts)) {
        put(index, *read);
        return true;
    }
    person.unreadable[column] = typed;
    told(index);
    return true;
}

void GroupModel::put(const QModelIndex &index, const MeasuredValue &value)
{
    GroupRow &person = row(index);
    MeasureField &asked = person.fields[size_t(index.column())];
    asked.today = {};
    asked.today.both = value;
    asked.state = FieldState::Measured;
    person.doubts[size_t(index.column())] = person.judge->about(asked, value, person.fields);
    told(index);
}

void GroupModel::told(const QModelIndex &index)
{
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
}

bool GroupModel::takeLikely(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const auto doubt = row(index).doubts[size_t(index.column())];
    if (!doubt || !doubt->likely)
        return false;
    const MeasuredValue likely{doubt->code, Side::Both, *doubt->likely, unitOf(field(index).dimension, m_unit), {}};
    const auto typed = MeasuredValue::parse(likely.code, Side::Both, shown(likely, m_unit), m_unit, m_inchParts);
    if (!typed)
        return false;
    row(index).doubts[size_t(index.column())].reset();
    put(index, *typed); // what stands in the cell, and not a tenth of a millimetre beside it
    return true;
}

bool GroupModel::keepTyped(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    auto &doubt = row(index).doubts[size_t(index.column())];
    if (!doubt)
        return false;
    row(index).judge->keep(*doubt);
    doubt.reset();
    told(index);
    return true;
}

QModelIndex GroupModel::firstWrong() const
{
    for (int person = 0; person < rowCount(); ++person) {
        for (int column = 0; column < columnCount(); ++column) {
            if (index(person, column).data(WrongRole).toBool())
                return index(person, column);
        }
    }
    return {};
}

std::vector<GroupMember> GroupModel::members() const
{
    std::vector<GroupMember> members;
    for (const GroupRow &person : m_rows) {
        GroupMember member{person.client, person.name, {}, person.judge->kept(person.fields)};
        for (const MeasureField &field : person.fields) {
            if (field.state == FieldState::Measured && field.today.both)
                member.values.push_back(*field.today.both);
        }
        if (!member.values.empty() || !member.client)
            members.push_back(std::move(member));
    }
    return members;
}

int GroupModel::measuredPeople() const
{
    return int(std::ranges::count_if(m_rows, [](const GroupRow &person) {
        return std::ranges::any_of(person.fields, [](const auto &f) { return f.state == FieldState::Measured; });
    }));
}

QJsonObject GroupModel::toJson() const
{
    QJsonObject people;
    for (const GroupRow &person : m_rows) {
        QJsonObject cells;
        for (size_t i = 0; i < person.fields.size(); ++i) {
            const MeasureField &field = person.fields[i];
            if (!person.unreadable[i].isEmpty())
                cells.insert(field.code, person.unreadable[i]);
            else if (field.state == FieldState::Measured && field.today.both)
                cells.insert(field.code, typedIn(*field.today.both, m_unit));
        }
        if (!cells.isEmpty() || !person.client)
            people.insert(keyOf(person), QJsonObject{{QStringLiteral("name"), person.name},
                                                     {QStringLiteral("new"), !person.client},
                                                     {QStringLiteral("cells"), cells},
                                                     {QStringLiteral("kept"), person.judge->toJson()}});
    }
    return people;
}

void GroupModel::fromJson(const QJsonObject &json)
{
    for (int person = 0; person < rowCount(); ++person) {
        const QJsonValue kept = json.value(keyOf(m_rows[size_t(person)]));
        m_rows[size_t(person)].judge->fromJson(kept[QLatin1String("kept")].toArray());
        const QJsonObject cells = kept[QLatin1String("cells")].toObject();
        for (int column = 0; column < columnCount(); ++column) {
            if (const auto cell = cells.constFind(m_columns[size_t(column)].code); cell != cells.constEnd())
                setData(index(person, column), cell->toString(), Qt::EditRole);
        }
    }
}

QStringList namesIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("[\\n\\r\\t;,\\x{2028}\\x{2029}]+"));
    static const QRegularExpression number(QStringLiteral("^\\s*\\d+[.)]?\\s+")); // "12. Ada Obi" of a class list
    QStringList names;
    for (QString name : text.split(between)) {
        name = name.remove(number).simplified();
        if (!name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
            names.append(name);
    }
    return names;
}

} // namespace thimblely::ui
