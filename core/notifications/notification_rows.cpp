// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notifications/notification_rows.h"

#include "core/inventory/read_rows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace thimblely::notifications {

namespace {

using access::Capability;
using access::ScopedConnection;
using changes::WriteContext;
using storage::Statement;
using storage::Table;

constexpr auto table = Table::Notifications;
constexpr std::array screens = {"", "order", "stock", "team", "backups", "today"}; // as NotificationScreen

NotificationScreen screenNamed(const QString &name)
{
    const auto found = std::ranges::find_if(screens, [&](const char *each) { return name == QLatin1String(each); });
    return found == screens.end() ? NotificationScreen::None : NotificationScreen(found - screens.begin());
}

//! {"screen", "row", "args", "device"}: what it opens, what fills its sentence, and by which device alone it is known.
QByteArray actionOf(const NotificationCause &cause, DeviceId device)
{
    QJsonObject action{{QStringLiteral("screen"), QLatin1String(screens[size_t(cause.opens.screen)])},
                       {QStringLiteral("args"), QJsonArray::fromStringList(cause.args)}};
    if (cause.opens.row)
        action.insert(QLatin1String("row"), cause.opens.row->toString());
    if (cause.kind == NotificationKind::BackupOld)
        action.insert(QLatin1String("device"), device.toString());
    return QJsonDocument(action).toJson(QJsonDocument::Compact);
}

QStringList argsIn(const QJsonObject &action)
{
    QStringList args;
    const QJsonArray all = action.value(QLatin1String("args")).toArray();
    for (const auto &arg : all)
        args.append(arg.toString());
    return args;
}

struct Row {
    Notification shown;
    QString table; //!< of what it is about
    std::optional<RowId> about;
};

Result<Row> mapRow(Statement &row)
{
    const QJsonObject action = QJsonDocument::fromJson(row.utf8(3)).object();
    NotificationTarget opens{screenNamed(action.value(QLatin1String("screen")).toString())};
    if (const auto id = RowId::parse(action.value(QLatin1String("row")).toString()))
        opens.row = *id;
    return Row{{row.id<RowId>(0), notificationKindFromCode(row.utf8(1)), opens, argsIn(action), row.text(2),
                row.instant(4), row.boolean(5)},
               row.text(6),
               row.optionalId<RowId>(7)};
}

//! Whose order it is, as far as one may read whose it is.
Result<void> addWho(ScopedConnection &reader, Notification &shown)
{
    const access::Principal &own = reader.principal();
    if (shown.opens.screen != NotificationScreen::Order || !shown.opens.row || !own.can(Capability::OrdersRead) ||
        !own.can(Capability::ClientsRead))
        return {};
    TRY_ASSIGN(auto query, reader.query("SELECT customer_name FROM orders WHERE id = ?"));
    query->bind(*shown.opens.row);
    TRY_ASSIGN(const bool found, query->step());
    if (found)
        shown.who = query->text(0);
    return {};
}

Result<void> addAmount(ScopedConnection &reader, const RowId &payment, Notification &shown)
{
    if (!reader.principal().can(Capability::PricesRead))
        return {};
    TRY_ASSIGN(auto query, reader.query("SELECT amount_minor, currency FROM transactions WHERE id = ?"));
    query->bind(payment);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return {};
    TRY_ASSIGN(const Currency currency, Currency::parse(query->text(1)));
    shown.amount = Money(query->int64(0), currency);
    return {};
}

Result<void> addWhat(ScopedConnection &reader, const RowId &event, Notification &shown)
{
    for (const char *view : {"events_personal", "events"}) {
        if (view == QByteArrayView("events") && !reader.principal().can(Capability::CalendarRead))
            continue;
        TRY_ASSIGN(auto query, reader.query(QByteArray("SELECT title FROM ") + view + " WHERE id = ?"));
        query->bind(event);
        TRY_ASSIGN(const bool found, query->step());
        if (found) {
            shown.what = query->text(0);
            return {};
        }
    }
    return {};
}

Result<void> addWhatIsReadNow(ScopedConnection &reader, Row &row)
{
    TRY(addWho(reader, row.shown));
    if (row.about && row.table == QLatin1String(storage::facts(Table::Transactions).name))
        TRY(addAmount(reader, *row.about, row.shown));
    if (row.about && row.table == QLatin1String(storage::facts(Table::Events).name))
        TRY(addWhat(reader, *row.about, row.shown));
    return {};
}

//! What stands in the file of one that is there.
struct Kept {
    std::optional<NotificationKind> kind;
    QByteArray action;
    bool ofThisDevice;
};

Result<std::map<RowId, Kept>> readKept(ScopedConnection &reader)
{
    TRY_ASSIGN(auto query, reader.query("SELECT id, notification_type, action, action ->> 'device' FROM notifications"
                                        " WHERE workspace_id IS NOT NULL"));
    std::map<RowId, Kept> kept;
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return kept;
        const QString device = query->text(3);
        kept.insert({query->id<RowId>(0),
                     {notificationKindFromCode(query->utf8(1)), query->utf8(2),
                      device.isEmpty() || device == reader.principal().device.toString()}});
    }
}

std::vector<access::Field> wordsOf(const NotificationCause &cause, DeviceId device)
{
    return {{"title", notificationTitle(cause.kind, cause.args)}, {"action", actionOf(cause, device)}};
}

} // namespace

Result<std::vector<Notification>> readPage(ScopedConnection &reader, bool unreadOnly,
                                           const std::optional<NotificationPlace> &after, int limit)
{
    TRY_ASSIGN(const auto moment, reader.snapshot());
    const QByteArray sql = QByteArray(R"(
        SELECT id, notification_type, title, action, created_at, is_read, reference_type, reference_id
          FROM notifications
         WHERE (created_at, id) < (?1, ?2))") +
                           (unreadOnly ? " AND read_at IS NULL" : "") + " ORDER BY created_at DESC, id DESC LIMIT ?3";
    TRY_ASSIGN(auto query, reader.query(sql));
    query->bind(after ? after->madeAt : Instant(std::numeric_limits<qint64>::max()));
    query->bindBlob(after ? after->id.view() : QByteArrayView("")).bind(limit);
    TRY_ASSIGN(std::vector<Row> rows, inventory::readRows<Row>(*query, mapRow));
    std::vector<Notification> page;
    for (Row &row : rows) {
        TRY(addWhatIsReadNow(reader, row));
        page.push_back(std::move(row.shown));
    }
    return page;
}

Result<int> countUnread(ScopedConnection &reader)
{
    TRY_ASSIGN(auto query, reader.query("SELECT count(*) FROM notifications WHERE read_at IS NULL"));
    TRY(query->step());
    return int(query->int64(0));
}

Result<std::vector<RowId>> unreadIds(ScopedConnection &reader)
{
    TRY_ASSIGN(auto query, reader.query("SELECT id FROM notifications WHERE read_at IS NULL"));
    return inventory::readRows<RowId>(*query, [](Statement &row) -> Result<RowId> { return row.id<RowId>(0); });
}

Result<Settling> whatToSettle(ScopedConnection &reader, const FoundCauses &found)
{
    TRY_ASSIGN(auto kept, readKept(reader));
    const access::Principal &own = reader.principal();
    Settling settling;
    const Date news = found.today.plusDays(-newsDays);
    std::set<RowId> met; // reminded twice of one appointment
    for (const NotificationCause &cause : found.causes) {
        const RowId id = notificationId(cause, own.person);
        if (!met.insert(id).second)
            continue;
        const auto there = kept.find(id);
        if (there == kept.end()) {
            if (cause.since >= news)
                settling.told.push_back(cause);
            continue;
        }
        if (there->second.action != actionOf(cause, own.device))
            settling.worded.push_back(cause);
        kept.erase(there);
    }
    for (const auto &[id, rest] : kept) { // its cause is gone
        if (rest.kind && found.asked.contains(*rest.kind) && rest.ofThisDevice)
            settling.over.push_back(id);
    }
    return settling;
}

//! One that was taken back and holds again is the same one, read or not as it was.
Result<void> tell(WriteContext &context, const NotificationCause &cause)
{
    const access::Principal &own = context.principal();
    const RowId id = notificationId(cause, own.person);
    const auto back = context.rows().restore(table, id.bytes());
    if (back)
        return reword(context, cause);
    if (back.error().kind != ErrorKind::NotFound)
        return back;
    std::vector<access::Field> fields = wordsOf(cause, own.device);
    fields.push_back({"notification_type", toCode(cause.kind)});
    fields.push_back({"reference_type", storage::facts(cause.table).name});
    fields.push_back({"reference_id", cause.about});
    return context.rows().insert(table, id, fields);
}

Result<void> reword(WriteContext &context, const NotificationCause &cause)
{
    const access::Principal &own = context.principal();
    return context.rows().update(table, notificationId(cause, own.person), wordsOf(cause, own.device));
}

Result<void> takeBack(WriteContext &context, RowId notification)
{
    return context.rows().remove(table, notification.bytes());
}

Result<void> markRead(WriteContext &context, RowId notification, bool read)
{
    TRY_ASSIGN(auto query, context.query("SELECT is_read FROM notifications WHERE id = ?"));
    query->bind(notification);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "notification.not_found", {}, {}};
    if (query->boolean(0) == read)
        return {};
    const auto at = read ? std::optional(context.clock().now()) : std::nullopt;
    return context.rows().update(table, notification, {{"is_read", read}, {"read_at", at}});
}

} // namespace thimblely::notifications
