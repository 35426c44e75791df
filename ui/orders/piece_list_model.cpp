// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_list_model.h"

#include "ui/desk/desk.h"
#include "ui/widgets/amount_text.h"

#include <algorithm>

namespace thimblely::ui {

PieceListModel::PieceListModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void PieceListModel::setOrder(std::optional<orders::OrderDetail> order)
{
    Bag bag;
    if (order)
        bag.orders.push_back(std::move(*order));
    setBag(std::move(bag));
}

void PieceListModel::setBag(Bag bag)
{
    std::set<OrderItemId> couldLeave; // before: those that were unticked by hand stay so
    for (const orders::OrderDetail &order : m_bag.orders) {
        for (const orders::Piece &piece : order.pieces) {
            if (piece.mayLeave())
                couldLeave.insert(piece.id);
        }
    }
    beginResetModel();
    m_bag = std::move(bag);
    std::set<OrderItemId> ticked;
    m_dues.clear();
    for (const orders::OrderDetail &order : m_bag.orders) {
        for (const orders::Piece &piece : order.pieces) {
            if (mayTick(piece) && (!couldLeave.contains(piece.id) || m_ticked.contains(piece.id)))
                ticked.insert(piece.id);
        }
        m_dues.merge(orders::duesOf(order));
    }
    m_ticked = std::move(ticked);
    layRows();
    endResetModel();
    Q_EMIT tickedChanged();
}

void PieceListModel::tick(OrderItemId piece, bool also)
{
    for (const orders::OrderDetail &order : m_bag.orders) {
        const auto meant = std::ranges::find(order.pieces, piece, &orders::Piece::id);
        if (meant == order.pieces.end())
            continue;
        for (const orders::Piece &each : order.pieces) {
            if (!also)
                m_ticked.erase(each.id);
        }
        if (mayTick(*meant))
            m_ticked.insert(piece);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

//! It can go, and the person may let it.
bool PieceListModel::mayTick(const orders::Piece &piece) const
{
    return piece.mayLeave() && mayHandOver();
}

bool PieceListModel::mayHandOver() const
{
    return m_desk.principal().can(access::Capability::OrdersWrite);
}

void PieceListModel::layRows()
{
    m_rows.clear();
    for (size_t order = 0; order < m_bag.orders.size(); ++order) {
        if (order > 0)
            m_rows.push_back({order, std::nullopt});
        for (size_t piece = 0; piece < m_bag.orders[order].pieces.size(); ++piece)
            m_rows.push_back({order, piece});
    }
}

void PieceListModel::tickOnly(const std::set<OrderItemId> &pieces)
{
    m_ticked.clear();
    for (const orders::OrderDetail &order : m_bag.orders) {
        for (const orders::Piece &piece : order.pieces) {
            if (mayTick(piece) && pieces.contains(piece.id))
                m_ticked.insert(piece.id);
        }
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
}

std::set<OrderId> PieceListModel::ordersThatCount() const
{
    std::set<OrderId> counting;
    for (const orders::OrderDetail &order : m_bag.orders) {
        const bool any = std::ranges::any_of(
            order.pieces, [this](const orders::Piece &piece) { return m_ticked.contains(piece.id); });
        if (any || m_ticked.empty())
            counting.insert(order.id);
    }
    return counting;
}

const orders::OrderDetail *PieceListModel::order(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_bag.orders[m_rows[size_t(row)].order] : nullptr;
}

const orders::Piece *PieceListModel::piece(int row) const
{
    const orders::OrderDetail *const of = order(row);
    const auto piece = of ? m_rows[size_t(row)].piece : std::nullopt;
    return piece ? &of->pieces[*piece] : nullptr;
}

int PieceListModel::rowOf(OrderItemId id) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (const orders::Piece *each = piece(row); each && each->id == id)
            return row;
    }
    return -1;
}

OrderLine PieceListModel::line(int row) const
{
    const orders::OrderDetail *const of = order(row);
    if (!of)
        return {};
    const auto day = [this](Date date) {
        return m_desk.locale().toString(date.toQDate(), QStringLiteral("ddd d MMM"));
    };
    QStringList days{tr("taken %1").arg(day(of->orderDate))};
    if (of->promisedDate) {
        const QString time = of->promisedTime
                                 ? QString(u' ' + m_desk.locale().toString(*of->promisedTime, QLocale::ShortFormat))
                                 : QString();
        days.append(tr("promised %1").arg(day(*of->promisedDate) + time));
    }
    return {of->number, whose(*of), of->clientPhone, days.join(QStringLiteral(", "))};
}

//! Who sees their own pieces alone reads of no client, which is another thing than there being none; who wears a piece
//! stands with it.
QString PieceListModel::whose(const orders::OrderDetail &order) const
{
    const bool isRead = m_desk.principal().can(access::Capability::OrdersRead);
    return order.clientName.isEmpty() && isRead ? tr("nobody in particular") : order.clientName;
}

QString PieceListModel::tag(const orders::OrderDetail &order, const orders::Piece &piece) const
{
    return QStringLiteral("%1-%2").arg(order.number).arg(piece.position);
}

QString PieceListModel::what(int row) const
{
    const orders::Piece *const meant = piece(row);
    return meant ? tag(*order(row), *meant) + u' ' + meant->facts.name : QString();
}

QString PieceListModel::work(const orders::Piece &piece) const
{
    QStringList parts;
    if (piece.facts.kind == orders::PieceKind::Make)
        parts.append(tr("make"));
    if (piece.facts.kind == orders::PieceKind::Redo)
        parts.append(tr("free redo"));
    for (const orders::Task &task : piece.facts.tasks)
        parts.append(orders::taskWords(task));
    if (!piece.facts.description.isEmpty())
        parts.append(piece.facts.description);
    if (piece.facts.clientCloth)
        parts.append(tr("client’s own cloth"));
    return parts.join(QStringLiteral(", "));
}

StateWords PieceListModel::state(const orders::Piece &piece, const orders::OrderDetail &order) const
{
    const auto day = [&](const QDate &date) { return m_desk.locale().toString(date, QStringLiteral("ddd d MMM")); };
    if (piece.isCancelled())
        return {Status::Collected, tr("Cancelled")};
    if (piece.outcome)
        return {Status::Collected, outcomeWords(*piece.outcome)};
    if (piece.isCollected())
        return {Status::Collected,
                piece.collectedAt ? tr("Collected %1").arg(day(m_desk.calendar().dayOf(*piece.collectedAt).toQDate()))
                                  : tr("Collected")};
    if (piece.isWaiting())
        return waitsFor(int(std::max<qint64>(0, m_desk.calendar().dayOf(piece.hold->since).daysTo(m_desk.today()))));
    if (piece.isUnderWork)
        return {Status::InWork, tr("In work again")};
    if (piece.isReady()) //: where it hangs: "Ready, Rail C4"
        return {Status::Ready, piece.rack.isEmpty() ? tr("Ready") : tr("Ready, %1").arg(piece.rack)};
    if (piece.stage == orders::Stage::Fitting)
        return {Status::Fitting, tr("Fitting")};
    if (order.promisedDate && *order.promisedDate < m_desk.today())
        return lateSince(*order.promisedDate, m_desk.today());
    if (order.promisedDate && *order.promisedDate == m_desk.today())
        return {Status::Today, tr("Today")};
    return {Status::InWork,
            order.promisedDate ? tr("In work, %1").arg(day(order.promisedDate->toQDate())) : tr("In work")};
}

int PieceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PieceListModel::orderData(int row, int role) const
{
    const OrderLine named = line(row);
    switch (role) {
    case Qt::DisplayRole:
        return tr("Order %1").arg(named.number);
    case Qt::AccessibleTextRole:
        return named.spoken();
    case OrderLineRole:
        return QVariant::fromValue(named);
    default:
        return {};
    }
}

QVariant PieceListModel::moneyData(const orders::Piece &piece, int role) const
{
    if (role == PriceRole)
        return piece.total ? figureText(*piece.total, m_desk.locale()) : QString();
    const auto due = m_dues.find(piece.id);
    if (due == m_dues.end() || piece.isCancelled())
        return role == OwedRole ? QVariant(false) : QVariant(QString());
    const auto &[toPay, waiting] = due->second;
    if (role == OwedRole)
        return !piece.isCollected() && toPay.minor() > 0;
    if (toPay.minor() > 0)
        return figureText(toPay, m_desk.locale());
    return waiting.minor() > 0 ? tr("on its way") : tr("paid");
}

//! With the set it is of, or how much of it goes.
QString PieceListModel::nameOf(const orders::Piece &piece) const
{
    const orders::PieceDraft &facts = piece.facts;
    if (facts.setNo > 0)
        return tr("%1 (%2)", "a piece of a set").arg(facts.name, facts.setName);
    if (orders::isGoods(facts.kind) && facts.quantity != Quantity::whole(1))
        return tr("%1, %2 %3", "name, how much, unit")
            .arg(facts.name, facts.quantity.toText(m_desk.locale()), facts.unit);
    return facts.name;
}

QVariant PieceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::Piece *const row = piece(index.row());
    if (!row)
        return orderData(index.row(), role);
    const orders::OrderDetail &of = *order(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(*row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(tag(of, *row), nameOf(*row), state(*row, of).word);
    case Qt::CheckStateRole:
        return mayTick(*row) ? QVariant(m_ticked.contains(row->id) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case TagRole:
        return tag(of, *row);
    case GarmentRole:
        return row->facts.garmentType;
    case ColourRole: {
        const QString colour = QString(row->facts.colour + u' ' + row->facts.mark).trimmed();
        if (row->wearerName.isEmpty())
            return colour;
        return colour.isEmpty() ? tr("for %1").arg(row->wearerName) : tr("%1, for %2").arg(colour, row->wearerName);
    }
    case WorkRole:
        return work(*row);
    case StatusRole:
        return int(state(*row, of).status);
    case StatusWordRole:
        return state(*row, of).word;
    case StaysRole:
        return mayHandOver() && !row->mayLeave();
    case PriceRole:
    case OwedRole:
    case ToPayRole:
        return moneyData(*row, role);
    default:
        return {};
    }
}

bool PieceListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    if (value.toInt() == Qt::Checked)
        m_ticked.insert(piece(index.row())->id);
    else
        m_ticked.erase(piece(index.row())->id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags PieceListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    const orders::Piece *const row = piece(index.row());
    if (index.isValid() && !row)
        flags &= ~Qt::ItemIsSelectable;
    if (row && mayTick(*row))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace thimblely::ui
