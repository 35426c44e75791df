// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_json.h"

#include "core/orders/style_catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::orders {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray &json)
{
    return json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json).object();
}

void setUnlessEmpty(QJsonObject &object, const char *key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

void setDate(QJsonObject &object, const char *key, const std::optional<Date> &date)
{
    if (date)
        object.insert(QLatin1String(key), date->toIso());
}

std::optional<Date> dateOf(const QJsonObject &object, const char *key)
{
    const auto date = Date::parse(object.value(QLatin1String(key)).toString());
    return date ? std::optional(*date) : std::nullopt;
}

Task taskFrom(const QJsonObject &object)
{
    Task task;
    task.name = object.value(QLatin1String("name")).toString();
    task.amount = object.value(QLatin1String("amount")).toString();
    task.zone = object.value(QLatin1String("zone")).toString();
    if (const auto side = taskSideFromCode(object.value(QLatin1String("side")).toString()))
        task.side = *side;
    task.minutes = object.value(QLatin1String("minutes")).toInt();
    if (const auto service = InventoryItemId::parse(object.value(QLatin1String("code")).toString()))
        task.service = *service;
    return task;
}

QJsonObject toObject(const Task &task)
{
    QJsonObject object;
    setUnlessEmpty(object, "name", task.name);
    setUnlessEmpty(object, "amount", task.amount);
    setUnlessEmpty(object, "zone", task.zone);
    if (task.side)
        object.insert(QLatin1String("side"), QLatin1String(toCode(*task.side)));
    if (task.service)
        object.insert(QLatin1String("code"), task.service->toString());
    if (task.minutes > 0)
        object.insert(QLatin1String("minutes"), task.minutes);
    return object;
}

} // namespace

TaskColumns writeTasks(const std::vector<Task> &tasks, const Clock &clock)
{
    return withTasks({}, tasks, clock);
}

TaskColumns withTasks(const TaskColumns &there, const std::vector<Task> &more, const Clock &clock)
{
    QJsonObject all = objectOf(there.tasks);
    QJsonObject prices = objectOf(there.prices);
    for (const Task &task : more) {
        const QString id = RowId::make(clock).toString();
        all.insert(id, toObject(task));
        if (task.price)
            prices.insert(id, task.price->minor());
    }
    return {compact(all), compact(prices)};
}

std::vector<Task> readTasks(const QByteArray &tasks, const QByteArray &prices, Currency currency)
{
    const QJsonObject all = objectOf(tasks);
    const QJsonObject priced = objectOf(prices);
    std::vector<Task> result;
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        Task task = taskFrom(entry->toObject());
        if (const auto price = priced.constFind(entry.key()); price != priced.constEnd())
            task.price = Money(price->toInteger(), currency);
        result.push_back(std::move(task));
    }
    return result;
}

QByteArray writeTaxes(const QString &name, Rate rate, const Money &tax)
{
    if (rate.millionths() == 0)
        return {};
    const QJsonObject entry{{QStringLiteral("name"), name},
                            {QStringLiteral("rate"), rate.millionths()},
                            {QStringLiteral("minor"), tax.minor()}};
    return QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact);
}

QByteArray writeHold(const Hold &hold)
{
    QJsonObject object{{QStringLiteral("why"), QLatin1String(toCode(hold.why))},
                       {QStringLiteral("since"), hold.since.msecs()}};
    setUnlessEmpty(object, "question", hold.question);
    setUnlessEmpty(object, "answer", hold.answer);
    if (hold.answeredAt)
        object.insert(QLatin1String("answered_at"), hold.answeredAt->msecs());
    if (hold.answeredBy)
        object.insert(QLatin1String("answered_by"), hold.answeredBy->toString());
    return compact(object);
}

std::optional<Hold> readHold(const QByteArray &json)
{
    const QJsonObject object = objectOf(json);
    const QJsonValue since = object.value(QLatin1String("since"));
    if (!since.isDouble())
        return std::nullopt;
    Hold hold;
    hold.why = holdReasonFromCode(object.value(QLatin1String("why")).toString()).valueOr(HoldReason::Client);
    hold.question = object.value(QLatin1String("question")).toString();
    hold.since = Instant(since.toInteger());
    if (const QJsonValue answered = object.value(QLatin1String("answered_at")); answered.isDouble())
        hold.answeredAt = Instant(answered.toInteger());
    hold.answer = object.value(QLatin1String("answer")).toString();
    if (const auto by = PersonId::parse(object.value(QLatin1String("answered_by")).toString()))
        hold.answeredBy = *by;
    return hold;
}

QStringList photoNames(const std::vector<changes::Media> &photos)
{
    QStringList names;
    for (const changes::Media &photo : photos)
        names.append(QString::fromLatin1(photo.sha256.toHex()));
    return names;
}

std::vector<changes::Media> photosNamed(const QStringList &names)
{
    std::vector<changes::Media> photos;
    for (const QString &name : names)
        photos.push_back({QByteArray::fromHex(name.toLatin1())});
    return photos;
}

QByteArray writeStyle(const PieceDraft &piece)
{
    QJsonObject object;
    setUnlessEmpty(object, "mark", piece.mark);
    QJsonObject style;
    for (const StyleChoice &choice : piece.style)
        style.insert(choice.option, choice.choice);
    if (!style.isEmpty())
        object.insert(QLatin1String("style"), style);
    setUnlessEmpty(object, "note", piece.styleNote);
    return compact(object);
}

void readStyle(const QByteArray &styleOptions, PieceDraft &piece)
{
    const QJsonObject object = objectOf(styleOptions);
    piece.mark = object.value(QLatin1String("mark")).toString();
    piece.styleNote = object.value(QLatin1String("note")).toString();
    QJsonObject style = object.value(QLatin1String("style")).toObject();
    // A map has no order: that of the catalogue, and after it what is of another program or garment.
    for (const StyleOption &option : orders::styleOptions(piece.garmentType)) {
        const QString code = QString::fromLatin1(option.code);
        if (const QString choice = style.take(code).toString(); !choice.isEmpty())
            piece.style.push_back({code, choice});
    }
    for (auto other = style.begin(); other != style.end(); ++other)
        piece.style.push_back({other.key(), other->toString()});
}

QByteArray writeFabricOrder(const PieceDraft &piece)
{
    QJsonObject object;
    if (piece.clothOrder) {
        const ClothOrder &order = *piece.clothOrder;
        object.insert(QLatin1String("merchant"), order.merchant); // always there: it tells the two apart
        setUnlessEmpty(object, "bunch", order.bunch);
        if (order.quantity)
            object.insert(QLatin1String("milli"), order.quantity->milli());
        setDate(object, "ordered", order.ordered);
        setDate(object, "due", order.due);
        setDate(object, "arrived", order.arrived);
    } else if (piece.shopCloth) {
        object.insert(QLatin1String("milli"), piece.shopCloth->milli());
    }
    return compact(object);
}

void readFabricOrder(const QByteArray &fabricOrder, PieceDraft &piece)
{
    const QJsonObject object = objectOf(fabricOrder);
    const QJsonValue milli = object.value(QLatin1String("milli"));
    const auto quantity = milli.isDouble() ? std::optional(Quantity(milli.toInteger())) : std::nullopt;
    if (!object.contains(QLatin1String("merchant"))) {
        piece.shopCloth = quantity;
        return;
    }
    piece.clothOrder = ClothOrder{object.value(QLatin1String("merchant")).toString(),
                                  object.value(QLatin1String("bunch")).toString(),
                                  quantity,
                                  dateOf(object, "ordered"),
                                  dateOf(object, "due"),
                                  dateOf(object, "arrived")};
}

} // namespace thimblely::orders
