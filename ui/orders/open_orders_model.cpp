// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/open_orders_model.h"

#include "core/access/capability.h"
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/standing_text.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int pageSize = 50;
constexpr int largestPage = 100; // of a list that was scrolled far: fewer steps to its end, each within half a frame
constexpr int mostReread = 500;
constexpr int mostClients = 10;

//! Who stands at the counter comes for what is ready, else asks for what is promised next.
bool isFetchedBefore(const orders::OrderRow &a, const orders::OrderRow &b)
{
    const bool aReady = a.ready > a.collected;
    const bool bReady = b.ready > b.collected;
    if (aReady != bReady)
        return aReady;
    if (a.promisedDate.has_value() != b.promisedDate.has_value())
        return a.promisedDate.has_value();
    return a.promisedDate && *a.promisedDate < *b.promisedDate;
}

} // namespace

OpenOrdersModel::OpenOrdersModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void OpenOrdersModel::setWords(const QString &words)
{
    m_words = words.trimmed();
    reload();
}

void OpenOrdersModel::setFilter(orders::OpenOrderFilter filter)
{
    m_filter = filter;
    reload();
}

Result<orders::OpenOrderPage> OpenOrdersModel::firstPage() const
{
    if (!m_words.isEmpty())
        return found();
    return orders::OrderService(m_desk.session(), m_desk.door())
        .openOrders(m_filter, {}, std::clamp(int(m_rows.size()), pageSize, mostReread));
}

Result<orders::OpenOrderPage> OpenOrdersModel::found() const
{
    const orders::OrderService service(m_desk.session(), m_desk.door());
    orders::OpenOrderPage page;
    const auto addOpen = [&](std::vector<orders::OrderRow> rows) {
        for (orders::OrderRow &row : rows) {
            const bool open = row.status != orders::OrderStatus::Draft &&
                              row.status != orders::OrderStatus::Cancelled && row.collected < row.pieces;
            const bool known = std::ranges::find(page.rows, row.id, &orders::OrderRow::id) != page.rows.end();
            if (open && !known)
                page.rows.push_back(std::move(row));
        }
    };
    TRY_ASSIGN(const auto found, service.search(m_words, m_desk.locale(), pageSize));
    TRY_ASSIGN(const auto numbered, service.byNumber(m_words));
    if (numbered && !found.empty() && found.front().id == *numbered)
        addOpen({found.front()});
    // Else a client's name first: what is theirs today may be on paper under another one.
    if (m_desk.principal().can(access::Capability::ClientsRead)) {
        std::vector<orders::OrderRow> ofClients;
        TRY_ASSIGN(const auto clients, ClientService(m_desk.session(), m_desk.door()).search(m_words, mostClients));
        for (const ClientSummary &client : clients) {
            TRY_ASSIGN(orders::ClientOrderPage theirs, service.ofClient(client.id, {}, pageSize));
            ofClients.insert(ofClients.end(), std::make_move_iterator(theirs.rows.begin()),
                             std::make_move_iterator(theirs.rows.end()));
        }
        std::ranges::stable_sort(ofClients, isFetchedBefore);
        addOpen(std::move(ofClients));
    }
    addOpen(found);
    return page;
}

void OpenOrdersModel::reload()
{
    auto page = firstPage();
    if (!page) {
        m_desk.notices().fail(page.error()); // what is shown stays: a failed query never looks empty
        return;
    }
    m_begun = true;
    m_next = page->next;
    if (const auto rules = orders::OrderService(m_desk.session(), m_desk.door()).uncollectedRules())
        m_uncollected = *rules;
    else
        m_desk.notices().fail(rules.error());
    const RowPatch tell{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                        [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                        [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
    keepFirstRows(m_rows, mostReread, tell);
    patchRows(
        m_rows, std::move(page->rows), [](const orders::OrderRow &row) { return row.id; }, tell);
}

int OpenOrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

//! What a filter is about is said first: how long it is ready or waits.
StateWords OpenOrdersModel::stateIn(const orders::OrderRow &row) const
{
    if (!row.since)
        return stateOf(row, m_desk.today(), m_desk.locale());
    const int days = int(std::max<qint64>(0, m_desk.calendar().dayOf(*row.since).daysTo(m_desk.today())));
    if (m_filter == orders::OpenOrderFilter::WaitingForClient)
        return waitsFor(days);
    const auto dayOf = [this](Instant moment) { return m_desk.calendar().dayOf(moment); };
    const bool due =
        m_uncollected &&
        m_uncollected->reminderDue(dayOf(*row.since), row.asked ? std::optional(dayOf(*row.asked)) : std::nullopt,
                                   m_desk.today()) > 0;
    return due ? remindFor(days, row.rack) : readyFor(days, row.rack);
}

QVariant OpenOrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::OrderRow &row = m_rows[size_t(index.row())];
    const auto state = [&] { return stateIn(row); };
    switch (role) {
    case Qt::DisplayRole:
        return QString(row.number + QStringLiteral("  ") + isolated(row.clientName));
    case Qt::AccessibleTextRole:
        return tr("Order %1, %2, %3").arg(row.number, isolated(row.clientName), row.title);
    case ListRowDelegate::SecondLine:
        return row.title;
    case ListRowDelegate::StatusRole:
        return int(state().status);
    case ListRowDelegate::StatusWord:
        return state().word;
    case ListRowDelegate::Amount:
        return standingText(row.due, row.waiting, row.overpaid, m_desk.locale(), true);
    default:
        return {};
    }
}

bool OpenOrdersModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_begun && m_next.has_value();
}

void OpenOrdersModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const int size = std::clamp(int(m_rows.size()) / 4, pageSize, largestPage);
    auto page = orders::OrderService(m_desk.session(), m_desk.door()).openOrders(m_filter, m_next, size);
    if (!page) {
        m_next.reset(); // asked again at the next reload, not at every repaint
        m_desk.notices().fail(page.error());
        return;
    }
    m_next = page->next;
    if (page->rows.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page->rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(page->rows.begin()), std::make_move_iterator(page->rows.end()));
    endInsertRows();
}

} // namespace thimblely::ui
