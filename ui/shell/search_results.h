// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QAbstractListModel>

#include <optional>
#include <variant>
#include <vector>

namespace thimblely::ui {

class Desk;

//! What the one search found: clients and orders, and at the end the offer to add who is not known yet.
class SearchResults : public QAbstractListModel {
    Q_OBJECT

public:
    struct NewClient {
        QString typed;
        friend bool operator==(const NewClient &, const NewClient &) = default;
    };
    using Target = std::variant<ClientId, OrderId, NewClient>;

    explicit SearchResults(Desk &desk, QObject *parent = nullptr);

    //! Searches at once; a failure leaves the list as it is.
    Result<void> find(const QString &text);
    //! What the rows were found for.
    const QString &text() const { return m_text; }
    const Target &target(int row) const { return m_rows[size_t(row)].target; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        Target target;
        QByteArray icon;
        QString title;
        QString second;
    };
    Result<void> findClients(const QString &text, std::vector<Row> &rows) const;
    Result<void> findOrders(const QString &text, std::vector<Row> &rows) const;
    Result<void> putNumberedFirst(const QString &text, std::vector<Row> &rows) const;

    Desk &m_desk;
    QString m_text;
    std::vector<Row> m_rows;
};

} // namespace thimblely::ui
