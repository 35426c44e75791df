// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/channel_service.h"

#include "core/access/session.h"
#include "core/accounts/secret_store.h"
#include "core/changes/write_door.h"
#include "core/clients/client.h"
#include "core/clients/phone_number.h"
#include "core/conversations/message_codes.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

namespace thimblely::conversations {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

constexpr qsizetype longestName = 60;

//! A draft as it is stored: its number as it is dialled.
struct Checked {
    ChannelType type;
    QString name;
    QString sender;
};

Result<QString> readSender(WriteContext &context, const ChannelDraft &draft)
{
    const QString typed = draft.sender.simplified();
    if (draft.type == ChannelType::Email) {
        ClientDraft asClient;
        asClient.name = QStringLiteral("-");
        asClient.email = typed;
        if (typed.isEmpty())
            return Error{ErrorKind::Invalid, "client.bad_email", {typed}, {}};
        TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
        TRY(validate(asClient, terms.calendar.dayOf(context.clock().now())));
        return typed;
    }
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    const PhoneReading phone = readPhone(typed, terms.country);
    TRY(asError(phone.doubt, typed));
    if (phone.e164.isEmpty())
        return Error{ErrorKind::Invalid, "phone.not_a_number", {typed}, {}};
    return phone.e164;
}

Result<Checked> check(WriteContext &context, const ChannelDraft &draft, std::optional<ChannelId> own)
{
    TRY(context.principal().require(Capability::WorkspaceManage));
    Checked checked{draft.type, draft.name.simplified(), {}};
    if (checked.name.isEmpty() || checked.name.size() > longestName)
        return Error{ErrorKind::Invalid, "channel.no_name", {QString::number(longestName)}, {}};
    TRY_ASSIGN(checked.sender, readSender(context, draft));
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT id, channel_name
          FROM communication_channels
         WHERE workspace_id = ?1 AND channel_type = ?2 AND ifnull(phone_number, email_address) = ?3)"));
    query->bind(context.principal().workspace).bindUtf8(toCode(checked.type));
    query->bind(checked.sender);
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            return checked;
        if (query->id<ChannelId>(0) != own)
            return Error{ErrorKind::Conflict, "channel.there_already", {query->text(1)}, {}};
    }
}

std::vector<access::Field> fieldsOf(const Checked &channel)
{
    const bool mail = channel.type == ChannelType::Email;
    const auto sender = [&](bool wanted) { return wanted ? std::optional(channel.sender) : std::nullopt; };
    return {{"channel_type", toCode(channel.type)},
            {"channel_name", channel.name},
            {"phone_number", sender(!mail)},
            {"email_address", sender(mail)}};
}

//! The name for the sentence that says what was done.
Result<QString> nameOf(WriteContext &context, ChannelId channel)
{
    TRY_ASSIGN(auto query, context.query("SELECT channel_name FROM communication_channels WHERE id = ?"));
    query->bind(channel);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::NotFound, "channel.unknown", {}, {}};
    return query->text(0);
}

Result<ShopChannel> mapChannel(storage::Statement &row)
{
    TRY_ASSIGN(const ChannelType type, channelTypes.value(row.text(1)));
    return ShopChannel{row.id<ChannelId>(0), type, row.text(2), row.text(3), row.boolean(4)};
}

Result<void> addCredentials(access::ScopedConnection &reader, std::vector<ShopChannel> &channels)
{
    if (!reader.principal().can(Capability::WorkspaceManage))
        return {};
    for (ShopChannel &channel : channels) {
        TRY_ASSIGN(auto query, reader.query("SELECT credentials_ref FROM communication_channels WHERE id = ?"));
        query->bind(channel.id);
        TRY_ASSIGN(const bool found, query->step());
        channel.credentials = found ? query->text(0) : QString();
    }
    return {};
}

QFuture<Result<void>> writeReference(changes::WriteDoor &door, ChannelId channel, std::optional<QString> entry)
{
    return door.write<void>(Operation{"channel.secret"}, [channel, entry](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const QString name, nameOf(context, channel));
        context.nameIt({name});
        return context.rows().update(Table::CommunicationChannels, channel, {{"credentials_ref", entry}});
    });
}

} // namespace

QString credentialsName(ChannelId channel)
{
    return QStringLiteral("channel-") + channel.toString();
}

Result<std::vector<ShopChannel>> ChannelService::all() const
{
    access::ScopedConnection &reader = m_session.reader();
    TRY(reader.principal().require(Capability::MessagesRead));
    TRY_ASSIGN(auto query, reader.query(R"(
        SELECT id, channel_type, channel_name, ifnull(phone_number, email_address), is_active
          FROM communication_channels
         WHERE workspace_id = ?
         ORDER BY is_active DESC, created_at, id)"));
    query->bind(reader.principal().workspace);
    TRY_ASSIGN(std::vector<ShopChannel> channels, inventory::readRows<ShopChannel>(*query, mapChannel));
    TRY(addCredentials(reader, channels));
    return channels;
}

QFuture<Result<ChannelId>> ChannelService::add(ChannelDraft draft)
{
    const Operation operation{"channel.add", {draft.name.simplified()}};
    return m_door.write<ChannelId>(operation, [draft = std::move(draft)](WriteContext &context) -> Result<ChannelId> {
        TRY_ASSIGN(const Checked channel, check(context, draft, std::nullopt));
        std::vector<access::Field> fields = fieldsOf(channel);
        fields.push_back({"is_active", true});
        fields.push_back({"connected_by", context.principal().person});
        const auto id = ChannelId::make(context.clock());
        TRY(context.rows().insert(Table::CommunicationChannels, id, fields));
        return id;
    });
}

QFuture<Result<void>> ChannelService::change(ChannelId channel, ChannelDraft to)
{
    const Operation operation{"channel.change", {to.name.simplified()}};
    return m_door.write<void>(operation, [channel, to = std::move(to)](WriteContext &context) -> Result<void> {
        TRY(nameOf(context, channel));
        TRY_ASSIGN(const Checked checked, check(context, to, channel));
        return context.rows().update(Table::CommunicationChannels, channel, fieldsOf(checked));
    });
}

QFuture<Result<void>> ChannelService::setActive(ChannelId channel, bool active)
{
    return m_door.write<void>(
        active ? Operation{"channel.use"} : Operation{"channel.rest"},
        [channel, active](WriteContext &context) -> Result<void> {
            TRY_ASSIGN(const QString name, nameOf(context, channel));
            context.nameIt({name});
            return context.rows().update(Table::CommunicationChannels, channel, {{"is_active", active}});
        });
}

QFuture<Result<void>> ChannelService::setSecret(ChannelId channel, SecretStore &store, const QByteArray &secret)
{
    if (const auto may = m_session.principal().require(Capability::WorkspaceManage); !may)
        return QtFuture::makeReadyFuture(may);
    if (secret.isEmpty())
        return writeReference(m_door, channel, std::nullopt);
    const QString entry = credentialsName(channel);
    return store.write(entry, secret)
        .then(&m_door, // not once it is gone: the keychain may take its time
              [&door = m_door, channel, entry](const Result<SecretStore::Kept> &where) -> QFuture<Result<void>> {
                  if (!where)
                      return QtFuture::makeReadyFuture(Result<void>(where.error()));
                  if (*where == SecretStore::Kept::ThisSitting)
                      return QtFuture::makeReadyFuture(Result<void>(noKeychainHere()));
                  return writeReference(door, channel, entry);
              })
        .unwrap();
}

} // namespace thimblely::conversations
