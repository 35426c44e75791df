// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/order_draft_json.h"
#include "ui/orders/order_editor.h"

#include <QJsonArray>

// The copy of the order on the disk, written and read; the rest of the editor is in order_editor.cpp.

namespace thimblely::ui {

namespace {

QJsonObject addedToJson(const AddedTo &added)
{
    QJsonArray pieces;
    for (const AddedTo::Kept &kept : added.pieces)
        pieces.append(QJsonObject{{QStringLiteral("id"), kept.piece.toString()},
                                  {QStringLiteral("tasks"), kept.tasks},
                                  {QStringLiteral("state"), kept.state}});
    QJsonObject json{{QStringLiteral("order"), added.order.toString()},
                     {QStringLiteral("number"), added.number},
                     {QStringLiteral("total"), added.total.minor()},
                     {QStringLiteral("paid"), added.paid.minor()},
                     {QStringLiteral("rush"), added.rush},
                     {QStringLiteral("pieces"), pieces}};
    if (added.promisedDate)
        json.insert(QStringLiteral("date"), added.promisedDate->toIso());
    if (added.promisedTime)
        json.insert(QStringLiteral("time"), added.promisedTime->toString(QStringLiteral("HH:mm")));
    return json;
}

std::optional<AddedTo> addedToFromJson(const QJsonObject &json, Currency currency)
{
    const auto order = OrderId::parse(json.value(QLatin1String("order")).toString());
    if (!order)
        return std::nullopt;
    AddedTo added{*order,
                  json.value(QLatin1String("number")).toString(),
                  Money(json.value(QLatin1String("total")).toInteger(), currency),
                  Money(json.value(QLatin1String("paid")).toInteger(), currency),
                  json.value(QLatin1String("rush")).toBool(),
                  std::nullopt,
                  std::nullopt,
                  {}};
    if (const auto date = Date::parse(json.value(QLatin1String("date")).toString()))
        added.promisedDate = *date;
    const QTime time = QTime::fromString(json.value(QLatin1String("time")).toString(), QStringLiteral("HH:mm"));
    if (time.isValid())
        added.promisedTime = time;
    const QJsonArray pieces = json.value(QLatin1String("pieces")).toArray();
    for (const auto &each : pieces) {
        const auto piece = OrderItemId::parse(each[QLatin1String("id")].toString());
        if (!piece)
            return std::nullopt;
        added.pieces.push_back({*piece, each[QLatin1String("tasks")].toInt(), each[QLatin1String("state")].toString()});
    }
    return added;
}

} // namespace

QJsonObject OrderEditor::toJson() const
{
    QJsonArray pieces;
    for (size_t i = 0; i < m_draft.pieces.size(); ++i) {
        QJsonObject piece = pieceToJson(m_draft.pieces[i]);
        if (const QString typed = unreadPrice(int(i)); !typed.isEmpty())
            piece.insert(QStringLiteral("unreadPrice"), typed);
        if (const QString typed = halfTask(int(i)); !typed.isEmpty())
            piece.insert(QStringLiteral("halfTask"), typed);
        if (const QString typed = halfWearer(int(i)); !typed.isEmpty())
            piece.insert(QStringLiteral("halfWearer"), typed);
        if (m_typed[i].measuresChosen)
            piece.insert(QStringLiteral("measuresChosen"), true);
        pieces.append(piece);
    }
    QJsonObject json{{QStringLiteral("clientName"), m_clientName}, {QStringLiteral("who"), m_whoText},
                     {QStringLiteral("newWho"), m_newText},        {QStringLiteral("pieces"), pieces},
                     {QStringLiteral("notes"), m_draft.notes},     {QStringLiteral("when"), m_promiseText},
                     {QStringLiteral("discount"), m_discountText}, {QStringLiteral("discountReason"), m_discountReason},
                     {QStringLiteral("rushText"), m_rushText},     {QStringLiteral("booking"), m_booking}};
    if (m_id)
        json.insert(QStringLiteral("id"), m_id->toString());
    if (m_draft.seller)
        json.insert(QStringLiteral("seller"), m_draft.seller->toString());
    if (m_draft.client)
        json.insert(QStringLiteral("client"), m_draft.client->toString());
    if (m_wearer)
        json.insert(QStringLiteral("wearer"), m_wearer->toString());
    QJsonObject names;
    for (auto name = m_wearerNames.cbegin(); name != m_wearerNames.cend(); ++name)
        names.insert(name.key().toString(), name.value());
    json.insert(QStringLiteral("wearerNames"), names);
    QJsonArray payOwn;
    for (const ClientId &wearer : m_payOwn)
        payOwn.append(wearer.toString());
    json.insert(QStringLiteral("payOwn"), payOwn);
    json.insert(QStringLiteral("payment"), payTyped());
    if (m_draft.continues)
        json.insert(QStringLiteral("continues"), m_draft.continues->toString());
    if (m_draft.promisedDate)
        json.insert(QStringLiteral("promised"), m_draft.promisedDate->toIso());
    putAside(json);
    return json;
}

void OrderEditor::fromJson(const QJsonObject &json)
{
    const Currency currency = m_desk.profile().currency;
    m_draft = blank();
    m_id.reset();
    if (const auto id = OrderId::parse(json.value(QLatin1String("id")).toString()))
        m_id = *id;
    m_clientName = json.value(QLatin1String("clientName")).toString();
    m_whoText = json.value(QLatin1String("who")).toString();
    m_newText = json.value(QLatin1String("newWho")).toString();
    if (const auto client = ClientId::parse(json.value(QLatin1String("client")).toString()))
        m_draft.client = *client;
    if (const auto seller = PersonId::parse(json.value(QLatin1String("seller")).toString()))
        m_draft.seller = *seller;
    m_wearer.reset();
    if (const auto wearer = ClientId::parse(json.value(QLatin1String("wearer")).toString()))
        m_wearer = *wearer;
    m_wearerNames.clear();
    const QJsonObject names = json.value(QLatin1String("wearerNames")).toObject();
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (const auto id = ClientId::parse(name.key()))
            m_wearerNames.insert(*id, name->toString());
    }
    m_payOwn.clear();
    const QJsonArray payOwn = json.value(QLatin1String("payOwn")).toArray();
    for (const auto &wearer : payOwn) {
        if (const auto id = ClientId::parse(wearer.toString()))
            m_payOwn.insert(*id);
    }
    takePayTyped(json.value(QLatin1String("payment")).toObject());
    if (const auto parked = OrderId::parse(json.value(QLatin1String("continues")).toString()))
        m_draft.continues = *parked;
    takeAside(json);
    const QJsonArray pieces = json.value(QLatin1String("pieces")).toArray();
    m_typed.clear();
    for (const auto &piece : pieces) {
        m_draft.pieces.push_back(pieceFromJson(piece.toObject(), currency));
        m_typed.push_back({piece[QLatin1String("unreadPrice")].toString(), piece[QLatin1String("halfTask")].toString(),
                           piece[QLatin1String("measuresChosen")].toBool(),
                           piece[QLatin1String("halfWearer")].toString()});
    }
    m_draft.notes = json.value(QLatin1String("notes")).toString();
    m_discountText = json.value(QLatin1String("discount")).toString();
    m_discountReason = json.value(QLatin1String("discountReason")).toString();
    m_rushText = json.value(QLatin1String("rushText")).toString();
    m_booking = json.value(QLatin1String("booking")).toBool();
    m_promiseText = json.value(QLatin1String("when")).toString();
    understandPromise();
    const auto meant = Date::parse(json.value(QLatin1String("promised")).toString());
    if (meant && m_draft.promisedDate && *meant != *m_draft.promisedDate) { // "+3", typed on another day
        const auto typed =
            orders::parsePromise(m_promiseText, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
        m_promiseText = typedPromise(*meant, typed ? typed->time : std::nullopt);
        understandPromise();
    }
}

//! What is said of the order as a whole, and what a parked order may have besides.
void OrderEditor::putAside(QJsonObject &json) const
{
    if (m_draft.eventDate)
        json.insert(QStringLiteral("event"), m_draft.eventDate->toIso());
    if (!m_eventText.isEmpty())
        json.insert(QStringLiteral("eventText"), m_eventText);
    if (m_visitsTyped) {
        QJsonArray visits;
        for (const Instant visit : m_visits)
            visits.append(visit.msecs());
        json.insert(QStringLiteral("visits"), visits);
    }
    if (m_draft.rush)
        json.insert(QStringLiteral("rush"), true);
    if (m_draft.rushCharge) {
        json.insert(QStringLiteral("rushCharge"), m_draft.rushCharge->minor());
        json.insert(QStringLiteral("chargeTax"), m_draft.chargeTaxRate.millionths());
    }
    if (!m_draft.title.isEmpty())
        json.insert(QStringLiteral("title"), m_draft.title);
    if (!m_draft.paperTicketNumber.isEmpty())
        json.insert(QStringLiteral("ticket"), m_draft.paperTicketNumber);
    if (m_draft.quote)
        json.insert(QStringLiteral("quote"), QJsonObject{{QStringLiteral("at"), m_draft.quote->at.msecs()},
                                                         {QStringLiteral("until"), m_draft.quote->until.toIso()}});
    json.insert(QStringLiteral("taxInclusive"), m_draft.taxInclusive);
    if (m_addedTo)
        json.insert(QStringLiteral("addedTo"), addedToJson(*m_addedTo));
}

void OrderEditor::takeAside(const QJsonObject &json)
{
    if (const auto event = Date::parse(json.value(QLatin1String("event")).toString()))
        m_draft.eventDate = *event;
    m_eventText = json.value(QLatin1String("eventText")).toString();
    if (const auto said = m_draft.eventDate; said && eventDay().valueOr(std::nullopt) != said)
        m_eventText = typedPromise(*said); // "+3", typed on another day
    m_visits.clear();
    m_visitsTyped = json.contains(QLatin1String("visits"));
    const QJsonArray visits = json.value(QLatin1String("visits")).toArray();
    for (const auto &visit : visits)
        m_visits.push_back(Instant(visit.toInteger()));
    m_draft.rush = json.value(QLatin1String("rush")).toBool();
    if (const QJsonValue charge = json.value(QLatin1String("rushCharge")); charge.isDouble()) {
        m_draft.rushCharge = Money(charge.toInteger(), m_desk.profile().currency);
        m_draft.chargeTaxRate = Rate(json.value(QLatin1String("chargeTax")).toInteger());
    }
    const QJsonObject quote = json.value(QLatin1String("quote")).toObject();
    if (const auto until = Date::parse(quote.value(QLatin1String("until")).toString()))
        m_draft.quote = orders::Quote{Instant(quote.value(QLatin1String("at")).toInteger()), *until};
    m_draft.title = json.value(QLatin1String("title")).toString();
    m_draft.paperTicketNumber = json.value(QLatin1String("ticket")).toString();
    m_draft.taxInclusive = json.value(QLatin1String("taxInclusive")).toBool(m_draft.taxInclusive);
    m_addedTo = addedToFromJson(json.value(QLatin1String("addedTo")).toObject(), m_desk.profile().currency);
}

} // namespace thimblely::ui
