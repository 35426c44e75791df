// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/order_draft_json.h"

#include "core/orders/style_catalogue.h"

#include <QJsonArray>

namespace thimblely::ui {

namespace {

void put(QJsonObject &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(key), text);
}

void put(QJsonObject &json, const char *key, const std::optional<Money> &money)
{
    if (money)
        json.insert(QLatin1String(key), money->minor());
}

void put(QJsonObject &json, const char *key, const std::optional<Quantity> &quantity)
{
    if (quantity)
        json.insert(QLatin1String(key), quantity->milli());
}

void put(QJsonObject &json, const char *key, const std::optional<Date> &date)
{
    if (date)
        json.insert(QLatin1String(key), date->toIso());
}

template <typename Tag>
void put(QJsonObject &json, const char *key, const std::optional<Id<Tag>> &id)
{
    if (id)
        json.insert(QLatin1String(key), id->toString());
}

QString text(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

std::optional<qint64> number(const QJsonObject &json, const char *key)
{
    const QJsonValue value = json.value(QLatin1String(key));
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<Money> money(const QJsonObject &json, const char *key, Currency currency)
{
    const auto minor = number(json, key);
    return minor ? std::optional(Money(*minor, currency)) : std::nullopt;
}

std::optional<Quantity> quantity(const QJsonObject &json, const char *key)
{
    const auto milli = number(json, key);
    return milli ? std::optional(Quantity(*milli)) : std::nullopt;
}

std::optional<Date> date(const QJsonObject &json, const char *key)
{
    const auto parsed = Date::parse(text(json, key));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

template <typename IdType>
std::optional<IdType> id(const QJsonObject &json, const char *key)
{
    const auto parsed = IdType::parse(text(json, key));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QJsonArray tasksToJson(const std::vector<orders::Task> &tasks)
{
    QJsonArray json;
    for (const orders::Task &task : tasks) {
        QJsonObject each{{QStringLiteral("name"), task.name}, {QStringLiteral("amount"), task.amount}};
        put(each, "zone", task.zone);
        if (task.side)
            each.insert(QStringLiteral("side"), QString::fromLatin1(orders::toCode(*task.side)));
        put(each, "service", task.service);
        put(each, "price", task.price);
        if (task.minutes > 0)
            each.insert(QStringLiteral("minutes"), task.minutes);
        json.append(each);
    }
    return json;
}

std::vector<orders::Task> tasksFromJson(const QJsonArray &json, Currency currency)
{
    std::vector<orders::Task> tasks;
    for (const auto &value : json) {
        const QJsonObject each = value.toObject();
        orders::Task task;
        task.name = text(each, "name");
        task.amount = text(each, "amount");
        task.zone = text(each, "zone");
        if (const auto side = orders::taskSideFromCode(text(each, "side")))
            task.side = *side;
        task.service = id<InventoryItemId>(each, "service");
        task.price = money(each, "price", currency);
        task.minutes = int(number(each, "minutes").value_or(0));
        tasks.push_back(std::move(task));
    }
    return tasks;
}

} // namespace

QJsonObject pieceToJson(const orders::PieceDraft &piece)
{
    QJsonObject json{{QStringLiteral("kind"), QString::fromLatin1(orders::toCode(piece.kind))},
                     {QStringLiteral("garment"), piece.garmentType},
                     {QStringLiteral("name"), piece.name},
                     {QStringLiteral("colour"), piece.colour},
                     {QStringLiteral("mark"), piece.mark},
                     {QStringLiteral("condition"), QJsonArray::fromStringList(piece.condition)},
                     {QStringLiteral("tasks"), tasksToJson(piece.tasks)},
                     {QStringLiteral("tax"), piece.taxRate.millionths()},
                     {QStringLiteral("quantity"), piece.quantity.milli()},
                     {QStringLiteral("unit"), piece.unit}};
    put(json, "price", piece.unitPrice);
    put(json, "discount", piece.discount);
    put(json, "priceBefore", piece.priceBefore);
    put(json, "discountReason", piece.discountReason);
    put(json, "description", piece.description);
    put(json, "taxCode", piece.taxCode);
    put(json, "pattern", piece.patternRef);
    put(json, "wearer", piece.wearer);
    put(json, "payer", piece.payer);
    put(json, "item", piece.inventoryItem);
    put(json, "measures", piece.measurementSet);
    put(json, "shopCloth", piece.shopCloth);
    put(json, "clientCloth", piece.clientCloth);
    put(json, "clientClothNote", piece.clientClothNote);
    QJsonObject style;
    for (const orders::StyleChoice &choice : piece.style)
        style.insert(choice.option, choice.choice);
    if (!style.isEmpty())
        json.insert(QStringLiteral("style"), style);
    put(json, "styleNote", piece.styleNote);
    if (piece.setNo > 0) {
        json.insert(QStringLiteral("set"), piece.setNo);
        json.insert(QStringLiteral("setName"), piece.setName);
    }
    QJsonArray photos;
    for (const changes::Media &photo : piece.photos)
        photos.append(QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(photo.sha256.toHex())},
                                  {QStringLiteral("size"), photo.size},
                                  {QStringLiteral("thumbnail"), QString::fromLatin1(photo.thumbnail.toBase64())}});
    if (!photos.isEmpty())
        json.insert(QStringLiteral("photos"), photos);
    if (piece.clothOrder) {
        QJsonObject order{{QStringLiteral("merchant"), piece.clothOrder->merchant},
                          {QStringLiteral("bunch"), piece.clothOrder->bunch}};
        put(order, "quantity", piece.clothOrder->quantity);
        put(order, "ordered", piece.clothOrder->ordered);
        put(order, "due", piece.clothOrder->due);
        put(order, "arrived", piece.clothOrder->arrived);
        json.insert(QStringLiteral("clothOrder"), order);
    }
    if (piece.fabricSource)
        json.insert(QStringLiteral("cloth"), QString::fromLatin1(orders::toCode(*piece.fabricSource)));
    return json;
}

orders::PieceDraft pieceFromJson(const QJsonObject &json, Currency currency)
{
    orders::PieceDraft piece;
    piece.kind = orders::pieceKindFromCode(text(json, "kind")).valueOr(orders::PieceKind::Make);
    piece.garmentType = text(json, "garment");
    piece.name = text(json, "name");
    piece.description = text(json, "description");
    piece.colour = text(json, "colour");
    piece.mark = text(json, "mark");
    for (const auto &each : json.value(QLatin1String("condition")).toArray())
        piece.condition.append(each.toString());
    piece.tasks = tasksFromJson(json.value(QLatin1String("tasks")).toArray(), currency);
    piece.taxRate = Rate(number(json, "tax").value_or(0));
    piece.taxCode = text(json, "taxCode");
    piece.patternRef = text(json, "pattern");
    piece.quantity = quantity(json, "quantity").value_or(piece.quantity);
    if (const QString unit = text(json, "unit"); !unit.isEmpty())
        piece.unit = unit;
    piece.unitPrice = money(json, "price", currency);
    piece.discount = money(json, "discount", currency);
    piece.priceBefore = money(json, "priceBefore", currency);
    piece.discountReason = text(json, "discountReason");
    piece.wearer = id<ClientId>(json, "wearer");
    piece.payer = id<ClientId>(json, "payer");
    piece.inventoryItem = id<InventoryItemId>(json, "item");
    piece.setNo = int(number(json, "set").value_or(0));
    piece.setName = piece.setNo > 0 ? text(json, "setName") : QString();
    piece.measurementSet = id<MeasurementSetId>(json, "measures");
    piece.shopCloth = quantity(json, "shopCloth");
    piece.clientCloth = quantity(json, "clientCloth");
    piece.clientClothNote = text(json, "clientClothNote");
    const QJsonObject style = json.value(QLatin1String("style")).toObject();
    for (const orders::StyleOption &option : orders::styleOptions(piece.garmentType)) {
        const QString code = QString::fromLatin1(option.code);
        if (const QString choice = style.value(code).toString(); !choice.isEmpty())
            piece.style.push_back({code, choice});
    }
    piece.styleNote = text(json, "styleNote");
    const QJsonArray photos = json.value(QLatin1String("photos")).toArray();
    for (const auto &each : photos) {
        const QJsonObject photo = each.toObject();
        piece.photos.push_back({QByteArray::fromHex(text(photo, "sha256").toLatin1()), "image/jpeg",
                                number(photo, "size").value_or(0),
                                QByteArray::fromBase64(text(photo, "thumbnail").toLatin1())});
    }
    if (const QJsonObject order = json.value(QLatin1String("clothOrder")).toObject(); !order.isEmpty())
        piece.clothOrder =
            orders::ClothOrder{text(order, "merchant"), text(order, "bunch"), quantity(order, "quantity"),
                               date(order, "ordered"),  date(order, "due"),   date(order, "arrived")};
    if (const auto source = orders::fabricSourceFromCode(text(json, "cloth")))
        piece.fabricSource = *source;
    return piece;
}

} // namespace thimblely::ui
