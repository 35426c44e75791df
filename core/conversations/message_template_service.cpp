// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/message_template_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/conversations/message.h"
#include "core/workspaces/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::conversations {

namespace {

using changes::Operation;
using changes::WriteContext;

constexpr qsizetype longestName = 60;

//! A template of the shop's own is described under this key.
QString headKey(const QString &key)
{
    return QStringLiteral("message:") + key;
}

QString textKey(const QString &key, const QString &language)
{
    return headKey(key) + u':' + language;
}

//! "message:ready:fr" into its parts; the language is empty where it is a head.
std::pair<QString, QString> partsOf(const QString &settingKey)
{
    return {settingKey.section(u':', 1, 1), settingKey.section(u':', 2, 2)};
}

void take(std::vector<MessageTemplate> &all, const QString &settingKey, const QJsonValue &value)
{
    const auto [key, language] = partsOf(settingKey);
    auto found = std::ranges::find(all, key, &MessageTemplate::key);
    if (found == all.end())
        found = all.insert(all.end(), MessageTemplate{key, {}, false, true});
    if (!language.isEmpty() && value.isString())
        found->texts.insert_or_assign(language, value.toString());
    else if (language.isEmpty() && value.isObject() && found->own) {
        found->name = value[QLatin1String("name")].toString();
        found->offer = value[QLatin1String("offer")].toBool();
    }
}

Result<MessageTemplate> found(access::ScopedConnection &connection, const QString &key)
{
    TRY_ASSIGN(const std::vector<MessageTemplate> all, loadTemplates(connection));
    const auto one = std::ranges::find(all, key, &MessageTemplate::key);
    if (one == all.end())
        return Error{ErrorKind::NotFound, "message.unknown_template", {}, {}};
    return *one;
}

Result<void> checkText(const QString &text)
{
    if (text.size() > longestMessage)
        return Error{ErrorKind::Invalid, "message.too_long", {QString::number(longestMessage)}, {}};
    return checkFields(text);
}

Result<QString> write(WriteContext &context, const MessageTemplate &made, const QString &language, const QString &text)
{
    if (made.name.isEmpty() || made.name.size() > longestName)
        return Error{ErrorKind::Invalid, "message.no_template_name", {QString::number(longestName)}, {}};
    if (text.isEmpty())
        return Error{ErrorKind::Invalid, "message.no_text", {}, {}};
    TRY(checkText(text));
    const QString key = QStringLiteral("own-") + RowId::make(context.clock()).toString().right(12);
    TRY(workspaces::setSetting(
        context, headKey(key),
        QJsonObject{{QStringLiteral("name"), made.name}, {QStringLiteral("offer"), made.offer}}));
    TRY(workspaces::setSetting(context, textKey(key, language), text));
    return key;
}

} // namespace

Result<std::vector<MessageTemplate>> loadTemplates(access::ScopedConnection &connection)
{
    std::vector<MessageTemplate> all = usualTemplates();
    const auto usual = std::ptrdiff_t(all.size());
    TRY_ASSIGN(auto query, connection.query(R"(
        SELECT key, value
          FROM sys_settings
         WHERE key >= 'message:' AND key < 'message;' AND person_id IS NULL AND device_id IS NULL
         ORDER BY key)"));
    for (;;) {
        TRY_ASSIGN(const bool more, query->step());
        if (!more)
            break;
        take(all, query->text(0), QJsonDocument::fromJson('[' + query->utf8(1) + ']').array().at(0));
    }
    std::erase_if(all, [](const MessageTemplate &each) { return each.own && each.name.isEmpty(); }); // removed
    std::ranges::stable_sort(all.begin() + usual, all.end(), [](const MessageTemplate &a, const MessageTemplate &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    return all;
}

Result<std::vector<MessageTemplate>> MessageTemplateService::all() const
{
    TRY(m_session.principal().require(access::Capability::MessagesRead));
    return loadTemplates(m_session.reader());
}

Result<MessageTemplate> MessageTemplateService::load(const QString &key) const
{
    TRY(m_session.principal().require(access::Capability::MessagesRead));
    return found(m_session.reader(), key);
}

QFuture<Result<void>> MessageTemplateService::setText(QString key, QString language, QString text)
{
    return m_door.write<void>(
        Operation{"message.template"},
        [key, language = languageOf(language), text = text.trimmed()](WriteContext &context) -> Result<void> {
            TRY_ASSIGN(const MessageTemplate of, found(context.connection(), key));
            context.nameIt({of.name});
            TRY(checkText(text));
            return workspaces::setSetting(context, textKey(key, language),
                                          text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text));
        });
}

QFuture<Result<QString>> MessageTemplateService::add(QString name, bool offer, QString language, QString text)
{
    MessageTemplate made{{}, name.simplified(), offer, true};
    const Operation operation{"message.template", {made.name}};
    return m_door.write<QString>(operation,
                                 [made = std::move(made), language = languageOf(language), text = text.trimmed()](
                                     WriteContext &context) { return write(context, made, language, text); });
}

QFuture<Result<void>> MessageTemplateService::remove(QString key)
{
    return m_door.write<void>(Operation{"message.template_gone"}, [key](WriteContext &context) -> Result<void> {
        TRY_ASSIGN(const MessageTemplate of, found(context.connection(), key));
        if (!of.own)
            return Error{ErrorKind::NotFound, "message.unknown_template", {}, {}};
        context.nameIt({of.name});
        return workspaces::setSetting(context, headKey(key), QJsonValue(QJsonValue::Null));
    });
}

} // namespace thimblely::conversations
