// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/piece_list_model.h"

#include "ui/desk/desk.h"
#include "ui/widgets/amount_text.h"

namespace thimblely::ui {

PieceListModel::PieceListModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void PieceListModel::setOrder(std::optional<orders::OrderDetail> order)
{
    const bool same = order && m_order && order->id == m_order->id;
    beginResetModel();
    const auto before = std::exchange(m_order, std::move(order));
    std::set<OrderItemId> ticked;
    if (m_order) {
        for (const orders::Piece &piece : m_order->pieces) {
            if (!piece.isReady() || piece.isCancelled())
                continue;
            // A piece that has just become ready is ticked; one that was unticked by hand stays so.
            const bool wasReady = same && std::ranges::any_of(before->pieces, [&](const orders::Piece &old) {
                                      return old.id == piece.id && old.isReady();
                                  });
            if (!wasReady || m_ticked.contains(piece.id))
                ticked.insert(piece.id);
        }
    }
    m_ticked = std::move(ticked);
    shareOutPaid();
    endResetModel();
    Q_EMIT tickedChanged();
}

void PieceListModel::shareOutPaid()
{
    m_owed.assign(m_order ? m_order->pieces.size() : 0, std::nullopt);
    if (!m_order || !m_order->sums || !m_order->taxInclusive) // net prices do not add up to what is owed
        return;
    Money left = m_order->sums->paid;
    for (size_t i = 0; i < m_owed.size(); ++i) {
        const auto &total = m_order->pieces[i].total;
        if (!total || m_order->pieces[i].isCancelled())
            continue;
        const Money covered(std::clamp<qint64>(left.minor(), 0, std::max<qint64>(0, total->minor())),
                            total->currency());
        m_owed[i] = Money(total->minor() - covered.minor(), total->currency());
        left = Money(left.minor() - covered.minor(), left.currency());
    }
}

std::optional<Money> PieceListModel::owed(int row) const
{
    return m_owed[size_t(row)];
}

QString PieceListModel::work(const orders::Piece &piece) const
{
    QStringList parts;
    if (piece.facts.kind == orders::PieceKind::Make)
        parts.append(tr("make"));
    for (const orders::Task &task : piece.facts.tasks)
        parts.append(orders::taskWords(task));
    if (!piece.facts.description.isEmpty())
        parts.append(piece.facts.description);
    if (piece.facts.clientCloth)
        parts.append(tr("client’s own cloth"));
    return parts.join(QStringLiteral(", "));
}

std::vector<OrderItemId> PieceListModel::ticked() const
{
    return {m_ticked.begin(), m_ticked.end()};
}

int PieceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_order ? 0 : int(m_order->pieces.size());
}

Status PieceListModel::status(const orders::Piece &piece) const
{
    if (piece.isCancelled() || piece.isCollected())
        return Status::Collected;
    if (piece.isReady())
        return Status::Ready;
    if (m_order->promisedDate && *m_order->promisedDate < m_desk.today())
        return Status::Late;
    if (m_order->promisedDate && *m_order->promisedDate == m_desk.today())
        return Status::Today;
    return Status::InWork;
}

QString PieceListModel::statusWord(const orders::Piece &piece) const
{
    if (piece.isCancelled())
        return tr("Cancelled");
    const auto day = [&](const QDate &date) { return m_desk.locale().toString(date, QStringLiteral("ddd d MMM")); };
    switch (status(piece)) {
    case Status::Collected:
        return piece.collectedAt ? tr("Collected %1").arg(day(m_desk.calendar().dayOf(*piece.collectedAt).toQDate()))
                                 : tr("Collected");
    case Status::Ready:
        return tr("Ready");
    case Status::Late:
        return tr("Late %n d", nullptr, int(m_order->promisedDate->daysTo(m_desk.today())));
    case Status::Today:
        return tr("Today");
    default:
        return m_order->promisedDate ? tr("In work, %1").arg(day(m_order->promisedDate->toQDate())) : tr("In work");
    }
}

QVariant PieceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const orders::Piece &row = piece(index.row());
    const QString tag = QStringLiteral("%1-%2").arg(m_order->number).arg(row.position);
    switch (role) {
    case Qt::DisplayRole:
        return row.facts.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(tag, row.facts.name, statusWord(row));
    case Qt::CheckStateRole:
        return row.isReady() && !row.isCancelled() ? QVariant(m_ticked.contains(row.id) ? Qt::Checked : Qt::Unchecked)
                                                   : QVariant();
    case TagRole:
        return tag;
    case GarmentRole:
        return row.facts.garmentType;
    case ColourRole: {
        const QString colour = QString(row.facts.colour + u' ' + row.facts.mark).trimmed();
        return row.wearerName.isEmpty() ? colour : tr("%1, for %2").arg(colour, row.wearerName);
    }
    case WorkRole:
        return work(row);
    case StatusRole:
        return int(status(row));
    case StatusWordRole:
        return statusWord(row);
    case PriceRole:
        return row.total ? figureText(*row.total, m_desk.locale()) : QString();
    case StaysRole:
        return !row.isReady() || row.isCancelled();
    case OwedRole:
        return !row.isCollected() && owed(index.row()) && owed(index.row())->minor() > 0;
    case ToPayRole:
        if (row.isCancelled() || !owed(index.row()))
            return QString();
        if (owed(index.row())->isZero())
            return tr("paid");
        return figureText(*owed(index.row()), m_desk.locale());
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
        m_ticked.insert(piece(index.row()).id);
    else
        m_ticked.erase(piece(index.row()).id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags PieceListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && piece(index.row()).isReady() && !piece(index.row()).isCancelled())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace thimblely::ui
