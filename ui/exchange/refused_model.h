// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/importer.h"

#include <QAbstractTableModel>

namespace thimblely::ui {

class Desk;

/*!
 * What was not understood: where, why, and the cells of the row under the headings that are taken, to be mended where they
 * stand. A row of something else than a table has no cells.
 */
class RefusedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Line, Why, FirstCell };
    static constexpr size_t MostShown = 500; //!< whoever has more needs another file, not patience

    explicit RefusedModel(Desk &desk, QObject *parent = nullptr) : QAbstractTableModel(parent), m_desk(desk) {}

    void show(const ImportPlan &plan, const ImportReport &report);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    //! The cells of a line as they should have been.
    void corrected(qint64 line, const QStringList &cells);

private:
    struct Row {
        QString file;
        qint64 line;
        QString why;
        QStringList cells; // all of the row
    };
    const QString *cellAt(const QModelIndex &index) const;
    void chooseColumns(const ImportedFile &file, const ImportReport &report);

    Desk &m_desk;
    std::vector<Row> m_rows;
    QStringList m_headings;
    std::vector<qsizetype> m_shown; // columns of the file, by cell
    bool m_manyFiles = false;
};

} // namespace thimblely::ui
