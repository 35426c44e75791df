// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/clients_model.h"

#include "core/orders/order_service.h"
#include "ui/clients/client_state.h"
#include "ui/desk/desk.h"
#include "ui/desk/standing_text.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

namespace {

constexpr int pageSize = 60;
constexpr int largestPage = 100; // of a list that was scrolled far: fewer steps to its end, each within half a frame
constexpr int mostReread = 500;
constexpr size_t mostPatched = 40; // beyond it one re-read costs less

using storage::Table;

//! A name as the file sorts it: letters without accents in either case alike, all else by its bytes.
QByteArray sortKey(const QString &name)
{
    QByteArray key = name.toUtf8();
    for (char &c : key) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return key;
}

} // namespace

ClientsModel::ClientsModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void ClientsModel::show(ClientFilter filter, ClientSort sort)
{
    auto page = ClientService(m_desk.session(), m_desk.door()).page(filter, sort, {}, pageSize);
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    beginResetModel();
    m_filter = filter;
    m_sort = sort;
    discardRows(std::exchange(
        m_rows, {std::make_move_iterator(page->rows.begin()), std::make_move_iterator(page->rows.end())}));
    m_next = std::move(page->next);
    m_loaded = true;
    endResetModel();
}

void ClientsModel::apply(const changes::ChangeSet &changes)
{
    if (!m_loaded)
        return;
    const QScopedValueRollback patching(m_patching, true);
    if (changes.everything) {
        reread();
        return;
    }
    const std::vector<ClientId> ids = concerned(changes);
    if (ids.size() > mostPatched) {
        reread();
        return;
    }
    for (const ClientId &id : ids)
        patch(id);
}

std::vector<ClientId> ClientsModel::concerned(const changes::ChangeSet &changes) const
{
    std::vector<ClientId> ids = changes.ids<ClientId>(Table::Clients);
    const std::vector<OrderId> orders = changes.ids<OrderId>(Table::Orders);
    if (ids.size() + orders.size() <= mostPatched) {
        // What stands at work is counted over orders, which name their client.
        const orders::OrderService service(m_desk.session(), m_desk.door());
        for (const OrderId &id : orders) {
            if (const auto order = service.load(id); order && order->client)
                ids.push_back(*order->client);
        }
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

void ClientsModel::reread()
{
    const int wanted = std::clamp(int(m_rows.size()), pageSize, mostReread);
    auto page = ClientService(m_desk.session(), m_desk.door()).page(m_filter, m_sort, {}, wanted);
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    m_next = std::move(page->next);
    const RowPatch tell{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                        [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                        [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
    keepFirstRows(m_rows, mostReread, tell);
    patchRows(
        m_rows, std::move(page->rows), [](const ClientSummary &row) { return row.id; }, tell);
}

void ClientsModel::patch(ClientId id)
{
    auto fresh = ClientService(m_desk.session(), m_desk.door()).summaries({id});
    if (!fresh) {
        Q_EMIT failed(fresh.error());
        return;
    }
    const int row = rowOf(id);
    if (fresh->empty() || !belongs(fresh->front())) {
        if (row >= 0)
            take(row);
        return;
    }
    ClientSummary &now = fresh->front();
    const bool inPlace = row >= 0 && !comesBefore(now, m_rows[size_t(row)]) && !comesBefore(m_rows[size_t(row)], now);
    if (inPlace) {
        m_rows[size_t(row)] = std::move(now);
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    if (row >= 0)
        take(row);
    put(std::move(now));
}

void ClientsModel::take(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void ClientsModel::put(ClientSummary client)
{
    const auto before = [this](const ClientSummary &a, const ClientSummary &b) { return comesBefore(a, b); };
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), client, before);
    if (place == m_rows.end() && m_next)
        return; // it lies on a page that nobody has scrolled to
    const int row = int(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(place, std::move(client));
    endInsertRows();
}

bool ClientsModel::belongs(const ClientSummary &client) const
{
    switch (m_filter) {
    case ClientFilter::All:
        return true;
    case ClientFilter::AtWork:
        return client.openOrders > 0;
    case ClientFilter::Owing:
        return client.balance && client.balance->minor() > 0;
    }
    Q_UNREACHABLE();
}

bool ClientsModel::comesBefore(const ClientSummary &a, const ClientSummary &b) const
{
    if (m_sort == ClientSort::Newest)
        return b.id < a.id;
    const int order = sortKey(a.name).compare(sortKey(b.name));
    return order != 0 ? order < 0 : a.id < b.id;
}

int ClientsModel::rowOf(ClientId id) const
{
    const auto found = std::ranges::find(m_rows, id, &ClientSummary::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ClientsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClientSummary &row = m_rows[size_t(index.row())];
    const auto state = [&] { return stateOf(row, m_desk.today()); };
    const auto owes = [&] { return standingText(row.balance, row.waiting, row.overpaid, m_desk.locale()); };
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole: {
        QStringList parts{row.name, row.phone, owes()};
        if (const auto words = state())
            parts.insert(1, words->word);
        parts.removeAll({});
        return parts.join(QStringLiteral(", "));
    }
    case ListRowDelegate::SecondLine:
        if (!row.payer.isEmpty() && row.phone.isEmpty())
            return row.relation.isEmpty() ? tr("paid for by %1").arg(row.payer)
                                          : tr("%1 of %2", "relation, payer").arg(row.relation, row.payer);
        return !row.phone.isEmpty() ? row.phone : !row.company.isEmpty() ? row.company : tr("no. %1").arg(row.number);
    case ListRowDelegate::StatusRole:
        return state() ? QVariant(int(state()->status)) : QVariant();
    case ListRowDelegate::StatusWord:
        return state() ? state()->word : QString();
    case ListRowDelegate::Amount:
        return owes();
    default:
        return {};
    }
}

bool ClientsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_patching;
}

void ClientsModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int size = std::clamp(int(m_rows.size()) / 4, pageSize, largestPage);
    auto page = ClientService(m_desk.session(), m_desk.door()).page(m_filter, m_sort, m_next, size);
    if (!page) {
        m_next.reset(); // asked again when the list is next read, not at every repaint
        Q_EMIT failed(page.error());
        return;
    }
    m_next = std::move(page->next);
    if (page->rows.empty())
        return;
    const QScopedValueRollback patching(m_patching, true); // who is told of the rows may ask for more at once
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page->rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(page->rows.begin()), std::make_move_iterator(page->rows.end()));
    endInsertRows();
}

} // namespace thimblely::ui
