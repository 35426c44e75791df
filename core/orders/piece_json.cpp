// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/piece_json.h"

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

qint64 sumOfTaxes(const QByteArray &taxes)
{
    qint64 sum = 0;
    const QJsonArray entries = QJsonDocument::fromJson(taxes).array();
    for (const auto &entry : entries)
        sum += entry[QLatin1String("minor")].toInteger();
    return sum;
}

QByteArray writeHold(const Hold &hold)
{
    QJsonObject object{{QStringLiteral("why"), QLatin1String(toCode(hold.why))},
                       {QStringLiteral("since"), hold.since.msecs()}};
    setUnlessEmpty(object, "question", hold.question);
    setUnlessEmpty(object, "answer", hold.answer);
    if (hold.answeredAt)
        object.insert(QLatin1String("answered_at"), hold.answeredAt->msecs());
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
    return hold;
}

QByteArray writeMark(const QString &mark)
{
    QJsonObject object;
    setUnlessEmpty(object, "mark", mark);
    return compact(object);
}

QString readMark(const QByteArray &styleOptions)
{
    return objectOf(styleOptions).value(QLatin1String("mark")).toString();
}

QByteArray writeShopCloth(const std::optional<Quantity> &cloth)
{
    QJsonObject object;
    if (cloth)
        object.insert(QLatin1String("milli"), cloth->milli());
    return compact(object);
}

std::optional<Quantity> readShopCloth(const QByteArray &fabricOrder)
{
    const QJsonValue milli = objectOf(fabricOrder).value(QLatin1String("milli"));
    return milli.isDouble() ? std::optional(Quantity(milli.toInteger())) : std::nullopt;
}

} // namespace thimblely::orders
