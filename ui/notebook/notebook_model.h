// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/notebook/notebook_page.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QStringList>

#include <array>
#include <vector>

namespace thimblely::ui {

class Desk;

/*!
 * The lines of a page as they are typed, always with an empty one at the end. What was typed is kept as it is; it is read
 * by the shop's way of writing days and amounts. `"` in a cell means the same as in the line above.
 */
class NotebookModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Ticket, Client, Phone, Pieces, Place, TakenIn, Promised, Total, Paid, ColumnCount };

    explicit NotebookModel(Desk &desk, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QString cell(int row, Column column) const { return m_rows.at(size_t(row)).cells[column]; }
    bool isEmpty(int row) const;
    bool isEmpty() const { return m_rows.size() == 1 && isEmpty(0); }
    void removeLine(int row);
    void clear();

    //! A line read, or why it cannot be; of an empty one nothing is asked.
    Result<notebook::Line> line(int row) const;
    //! All that are not empty, by row.
    std::vector<int> filled() const;

    //! What the file says of a line: whom it means, and why it was not taken.
    void setKnown(int row, const notebook::Known &known);
    const notebook::Known *known(int row) const;
    void setProblem(int row, const Error &error);
    //! What is wrong with a line by itself, whom it means, or with what it was sent; none: nothing is known to be.
    std::optional<Error> problem(int row) const;

    //! `typing`: what stands in a cell that is being typed, which the model does not have yet.
    struct Typing {
        int row;
        int column;
        QString text;
    };
    QJsonArray toJson(const std::optional<Typing> &typing = {}) const;
    void read(const QJsonArray &rows);

Q_SIGNALS:
    //! A person typed, or a line went.
    void edited(int row);

private:
    struct Row {
        std::array<QString, ColumnCount> cells = {};
        std::optional<notebook::Known> known = {};
        std::optional<Error> refused = {};
    };

    void keepOneEmpty();
    void changed(int row);

    Desk &m_desk;
    std::vector<Row> m_rows;
};

} // namespace thimblely::ui
