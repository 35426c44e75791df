// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

//! The clients that what is typed at the counter could mean, as rows of ListRowDelegate.
class ClientMatches : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setClients(std::vector<ClientSummary> clients);
    const ClientSummary &client(int row) const { return m_clients[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<ClientSummary> m_clients;
};

} // namespace thimblely::ui
