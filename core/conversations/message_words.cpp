// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/conversations/message_words.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/clients/client_service.h"
#include "core/conversations/message_template_service.h"
#include "core/orders/order_service.h"
#include "core/workspaces/workspace_service.h"

#include <QTimeZone>

#include <algorithm>

namespace thimblely::conversations {

namespace {

using F = MessageField;

QString piecesOf(const orders::OrderDetail &order)
{
    QStringList names;
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.isCancelled())
            names.append(piece.facts.name);
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

QString questionsOf(const orders::OrderDetail &order)
{
    QStringList questions;
    for (const orders::Piece &piece : order.pieces) {
        if (piece.isWaiting())
            questions.append(piece.facts.name + QStringLiteral(": ") + piece.hold->question);
    }
    return questions.join(u'\n');
}

void addMoment(MessageFacts &facts, const Date &day, const std::optional<QTime> &time, const QLocale &locale)
{
    QString when = dayInMessage(day, locale);
    facts.values[F::Day] = when;
    if (time) {
        facts.values[F::Time] = locale.toString(*time, QLocale::ShortFormat);
        when += QStringLiteral(", ") + facts.values[F::Time];
    }
    facts.values[F::When] = when;
}

std::optional<Money> balanceOf(const Client &client, const std::optional<orders::OrderDetail> &order)
{
    if (!order)
        return client.balance;
    const orders::PayerShare *share = order->shareOf(client.id);
    return share && order->isShared() ? std::optional(share->toPay()) : order->toPay();
}

void addOrder(MessageFacts &facts, const orders::OrderDetail &order, const QLocale &locale)
{
    if (!order.number.isEmpty())
        facts.values[F::Order] = order.number;
    if (const QString pieces = piecesOf(order); !pieces.isEmpty())
        facts.values[F::Pieces] = pieces;
    if (const QString question = questionsOf(order); !question.isEmpty())
        facts.values[F::Question] = question;
    if (order.promisedDate)
        addMoment(facts, *order.promisedDate, order.promisedTime, locale);
}

QTime clockTime(Instant at, const ShopCalendar &calendar)
{
    return QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(calendar.zone())).time();
}

QLocale localeOf(const QString &language, const QStringList &known)
{
    for (const QString &locale : known) {
        if (!locale.isEmpty() && languageOf(locale) == language)
            return QLocale(locale);
    }
    return QLocale(language);
}

} // namespace

QString dayInMessage(const Date &day, const QLocale &locale)
{
    return locale.toString(day.toQDate(), QStringLiteral("dddd d MMMM"));
}

Result<MessageFacts> factsAbout(access::Session &session, changes::WriteDoor &door, const MessageAbout &about,
                                const QLocale &locale)
{
    TRY_ASSIGN(const WorkspaceProfile shop, WorkspaceService(session, door).load());
    TRY_ASSIGN(const ShopCalendar calendar, shop.calendar());
    TRY_ASSIGN(const Client client, ClientService(session, door).load(about.client));
    std::optional<orders::OrderDetail> order;
    if (about.order) {
        TRY_ASSIGN(order, orders::OrderService(session, door).load(*about.order));
    }
    MessageFacts facts;
    facts.hidesBalance = !session.principal().can(access::Capability::PricesRead);
    facts.values[F::Name] = client.fields.name;
    facts.values[F::Shop] = shop.name;
    if (order)
        addOrder(facts, *order, locale);
    if (about.appointment)
        addMoment(facts, calendar.dayOf(*about.appointment), clockTime(*about.appointment, calendar), locale);
    if (const auto balance = facts.hidesBalance ? std::nullopt : about.asked ? about.asked : balanceOf(client, order))
        facts.values[F::Balance] = balance->toText(locale);
    return facts;
}

Result<PreparedMessage> prepare(access::Session &session, changes::WriteDoor &door, const QString &templateKey,
                                const MessageAbout &about, const QString &language)
{
    TRY_ASSIGN(const std::vector<MessageTemplate> all, loadTemplates(session.reader()));
    const auto found = std::ranges::find(all, templateKey, &MessageTemplate::key);
    if (found == all.end())
        return Error{ErrorKind::NotFound, "message.unknown_template", {}, {}};
    TRY_ASSIGN(const WorkspaceProfile shop, WorkspaceService(session, door).load());
    TRY_ASSIGN(const Client client, ClientService(session, door).load(about.client));
    const QStringList wanted = QStringList{language, client.fields.locale, shop.locale}.filter(QStringLiteral("_")) +
                               QStringList{language, client.fields.locale, shop.locale};
    const auto chosen = found->in({language, client.fields.locale, shop.locale});
    PreparedMessage prepared{{},
                             chosen.language,
                             languageOf(client.fields.locale.isEmpty() ? shop.locale : client.fields.locale),
                             localeOf(chosen.language, wanted),
                             found->offer};
    TRY_ASSIGN(const MessageFacts facts, factsAbout(session, door, about, prepared.locale));
    prepared.text = fillKnown(chosen.text, facts);
    return prepared;
}

} // namespace thimblely::conversations
