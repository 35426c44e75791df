// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/thread_model.h"

#include "core/conversations/conversation_service.h"
#include "ui/conversations/conversation_words.h"
#include "ui/desk/isolated.h"
#include "ui/desk/message_opening.h"
#include "ui/desk/moment_text.h"

#include <QTimeZone>

namespace thimblely::ui {

using conversations::ConversationService;
using conversations::Direction;
using conversations::Message;
using conversations::MessageKey;

ThreadModel::ThreadModel(Desk &desk, QObject *parent) : PagedModel(desk, parent) {}

void ThreadModel::showClient(ClientId client)
{
    m_client = client;
    show([&door = desk().door(), client](access::Session &session, const std::optional<MessageKey> &after, int limit) {
        return ConversationService(session, door).thread(client, after, limit);
    });
}

int ThreadModel::rowOf(MessageId message) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).id == message)
            return i;
    }
    return -1;
}

int ThreadModel::firstToSend() const
{
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (row(i).isToSend())
            return i;
    }
    return -1;
}

QString ThreadModel::dayOf(int at) const
{
    return desk().locale().toString(desk().calendar().dayOf(row(at).at).toQDate(), tr("dddd d MMMM"));
}

QString ThreadModel::footOf(int at) const
{
    const Message &message = row(at);
    const Instant when = message.wentAt.value_or(message.at);
    const QTime time = QDateTime::fromMSecsSinceEpoch(when.msecs(), QTimeZone(desk().calendar().zone())).time();
    QStringList parts{desk().locale().toString(time, QLocale::ShortFormat), channelTypeName(message.type),
                      message.orderNumber.isEmpty() ? QString() : tr("order %1").arg(message.orderNumber),
                      isolated(message.person)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" \u00b7 "));
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return message.text;
    case DayRole:
        return dayOf(index.row());
    case Qt::AccessibleTextRole: {
        QStringList parts{message.direction == Direction::Outbound ? tr("To them") : tr("From them"),
                          stateWord(message.state),
                          message.problem.isEmpty() ? QString() : isolated(message.problem),
                          message.text,
                          dayOf(index.row()),
                          footOf(index.row())};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

// The other way round --------------------------------------------------------------------------------------------------

ReversedRows::ReversedRows(QAbstractItemModel *source, QObject *parent) : QAbstractProxyModel(parent)
{
    setSourceModel(source);
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, [this] { endResetModel(); });
    // What comes after a row there comes before it here; counted while the source still has the rows from before.
    connect(source, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) {
        const int at = sourceModel()->rowCount() - first;
        beginInsertRows({}, at, at + last - first);
    });
    connect(source, &QAbstractItemModel::rowsInserted, this, [this] { endInsertRows(); });
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, reversed(last), reversed(first)); });
    connect(source, &QAbstractItemModel::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        Q_EMIT dataChanged(index(reversed(last.row()), 0), index(reversed(first.row()), 0));
    });
}

QModelIndex ReversedRows::mapToSource(const QModelIndex &index) const
{
    return index.isValid() ? sourceModel()->index(reversed(index.row()), 0) : QModelIndex();
}

QModelIndex ReversedRows::mapFromSource(const QModelIndex &at) const
{
    return at.isValid() ? index(reversed(at.row()), 0) : QModelIndex();
}

QModelIndex ReversedRows::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int ReversedRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !sourceModel() ? 0 : sourceModel()->rowCount();
}

int ReversedRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

} // namespace thimblely::ui
