// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/measurements/group_visit.h"
#include "ui/measurements/visit_doubts.h"

#include <QAbstractTableModel>
#include <QJsonObject>

#include <memory>

namespace thimblely::ui {

//! A row of the group: who is measured, their fields, and what is doubtful about them.
struct GroupRow {
    std::optional<ClientId> client; //!< none: new, by this name
    QString name;
    std::vector<MeasureField> fields;         //!< those of the columns, in their order
    std::vector<QString> unreadable;          //!< by column: what was typed and cannot be read
    std::vector<std::optional<Doubt>> doubts; //!< by column: waits for an answer
    std::unique_ptr<VisitDoubts> judge;
};

/*!
 * People by sizes: a cell holds what was measured today, or shows what it was at the last visit. What is typed is judged
 * as that person's, a child as a child; a doubt stays in its cell until it is answered. GUI thread.
 */
class GroupModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Roles { StateRole = Qt::UserRole + 1, WrongRole, SentenceRole };

    using QAbstractTableModel::QAbstractTableModel;

    //! Another garment: no rows yet.
    void setColumns(std::vector<MeasureField> columns);
    void setUnit(LengthUnit unit, int inchParts);
    void addRow(GroupRow row);
    const std::vector<GroupRow> &people() const { return m_rows; }
    const std::vector<MeasureField> &columns() const { return m_columns; }

    //! What stands in the cell is a slip, and this is meant; or it is right as it is. False: nothing is asked there.
    bool takeLikely(const QModelIndex &index);
    bool keepTyped(const QModelIndex &index);
    //! The first cell that cannot be read or waits for an answer.
    QModelIndex firstWrong() const;
    //! How many people were measured, or are new.
    int measuredPeople() const;
    std::vector<GroupMember> members() const;
    QJsonObject toJson() const;
    void fromJson(const QJsonObject &json); //!< into rows that are there, by their names

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    GroupRow &row(const QModelIndex &index) { return m_rows[size_t(index.row())]; }
    const GroupRow &row(const QModelIndex &index) const { return m_rows[size_t(index.row())]; }
    const MeasureField &field(const QModelIndex &index) const { return row(index).fields[size_t(index.column())]; }
    QString cellText(const QModelIndex &index) const;
    QString sentence(const QModelIndex &index) const;
    void put(const QModelIndex &index, const MeasuredValue &value);
    void told(const QModelIndex &index);

    std::vector<MeasureField> m_columns;
    std::vector<GroupRow> m_rows;
    LengthUnit m_unit = LengthUnit::Centimetre;
    int m_inchParts = 8;
};

//! The names in a text that was typed or pasted: one a line, or parted by commas or semicolons.
QStringList namesIn(const QString &text);

} // namespace thimblely::ui
