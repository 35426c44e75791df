// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/search_results.h"

#include "core/access/capability.h"
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/list_row_delegate.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int mostClients = 20;
constexpr int mostOrders = 8;

} // namespace

SearchResults::SearchResults(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

Result<void> SearchResults::find(const QString &text)
{
    std::vector<Row> rows;
    const QString typed = text.trimmed();
    if (!typed.isEmpty()) {
        TRY(findClients(typed, rows));
        TRY(findOrders(typed, rows));
        TRY(putNumberedFirst(typed, rows));
        if (m_desk.principal().can(access::Capability::ClientsWrite))
            rows.push_back(
                {NewClient{typed}, "i-plus", tr("New client “%1”").arg(isolated(typed)), tr("Not known yet")});
    }
    beginResetModel();
    m_text = text;
    m_rows = std::move(rows);
    endResetModel();
    return {};
}

Result<void> SearchResults::findClients(const QString &text, std::vector<Row> &rows) const
{
    if (!m_desk.principal().can(access::Capability::ClientsRead))
        return {};
    TRY_ASSIGN(const auto clients, ClientService(m_desk.session(), m_desk.door()).search(text, mostClients));
    for (const ClientSummary &client : clients) {
        const QString number = tr("no. %1").arg(client.number);
        rows.push_back({client.id, "i-clients", client.name,
                        client.phone.isEmpty() ? number : number + QStringLiteral("  ·  ") + client.phone});
    }
    return {};
}

Result<void> SearchResults::findOrders(const QString &text, std::vector<Row> &rows) const
{
    const orders::OrderService service(m_desk.session(), m_desk.door());
    TRY_ASSIGN(const auto orders, service.search(text, m_desk.locale(), mostOrders));
    for (const orders::OrderRow &order : orders) {
        // The day stands beside the name: "navy trousers tuesday" is answered with that Tuesday.
        QStringList second{isolated(order.clientName)};
        if (order.promisedDate)
            second.append(tr("promised %1").arg(dayText(*order.promisedDate, m_desk.today(), m_desk.locale())));
        second.append(tr("taken in %1").arg(dayText(order.orderDate, m_desk.today(), m_desk.locale())));
        second.removeAll({});
        rows.push_back({order.id, "i-pickup", order.number + QStringLiteral("  ") + order.title,
                        second.join(QStringLiteral("  \u00b7  "))});
    }
    return {};
}

//! The order of that very number, above the clients in whose numbers the digits stand too.
Result<void> SearchResults::putNumberedFirst(const QString &text, std::vector<Row> &rows) const
{
    TRY_ASSIGN(const auto numbered, orders::OrderService(m_desk.session(), m_desk.door()).byNumber(text));
    if (!numbered)
        return {};
    const auto found = std::ranges::find(rows, Target(*numbered), &Row::target);
    if (found != rows.end())
        std::rotate(rows.begin(), found, found + 1);
    return {};
}

int SearchResults::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchResults::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return QString(row.title + QStringLiteral(", ") + row.second);
    case ListRowDelegate::SecondLine:
        return row.second;
    case ListRowDelegate::IconName:
        return row.icon;
    default:
        return {};
    }
}

} // namespace thimblely::ui
