// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/import_file.h"

#include <QAbstractTableModel>

namespace thimblely::ui {

/*!
 * The columns of a table in which something stands, with their first values and what each is taken for, which may be
 * changed: setData() with the key of a field, empty for a column that is left out.
 */
class ColumnModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Heading, Sample, Field };
    static constexpr int ColumnCount = Field + 1;
    //! What a column can be, for its editor: a key and its name.
    struct Choice {
        QByteArray key;
        QString name;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(ImportKind kind, const TableReading &table);
    void clear();
    const std::vector<Choice> &choices() const { return m_choices; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosen(const QString &heading, const QByteArray &key);

private:
    struct Row {
        QString heading;
        QString sample;
        QByteArray key;
    };
    void makeChoices(ImportKind kind);
    QString nameOf(const QByteArray &key) const;

    std::vector<Row> m_rows;
    std::vector<Choice> m_choices;
    std::optional<ImportKind> m_kind; // of the choices
};

} // namespace thimblely::ui
