// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_matches.h"

#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

void ClientMatches::setClients(std::vector<ClientSummary> clients)
{
    beginResetModel();
    m_clients = std::move(clients);
    endResetModel();
}

int ClientMatches::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_clients.size());
}

QVariant ClientMatches::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClientSummary &client = m_clients[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return client.name;
    case Qt::AccessibleTextRole:
        return QString(client.name + QStringLiteral(", ") + client.phone);
    case ListRowDelegate::SecondLine:
        return client.phone.isEmpty() ? tr("no. %1").arg(client.number)
                                      : tr("no. %1 · %2").arg(client.number, client.phone);
    default:
        return {};
    }
}

} // namespace thimblely::ui
