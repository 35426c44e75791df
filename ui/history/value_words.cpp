// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/value_words.h"

#include "core/measurements/measured_value.h"
#include "core/messages/column_words.h"
#include "ui/clients/measure_rows.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"
#include "ui/desk/share_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::ValueWords)
};

QJsonValue parsed(const QJsonValue &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toString().toUtf8());
    if (document.isObject())
        return document.object();
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue();
}

//! Amounts that stand in lists of money under names that do not say so.
constexpr std::array amountKeys = {"net", "tax", "total", "unit_price", "discount"};
//! What only the program needs of a list: chains of hashes, places, another form of the same number.
constexpr std::array silentKeys = {"chain", "e164", "place", "position", "order", "id"};

bool isOneOf(const auto &keys, const QString &key)
{
    return std::ranges::any_of(keys, [&](const char *each) { return key == QLatin1String(each); });
}

//! "Card expected" of "card_expected_minor".
QString keyWords(const QString &key)
{
    QString words = key;
    for (const char *unit : {"_minor", "_milli", "_at"}) {
        if (words.endsWith(QLatin1String(unit)))
            words.chop(qsizetype(qstrlen(unit)));
    }
    return messages::plainWords(words);
}

bool isKeyOfAPerson(const QString &key)
{
    return !looksLikeId(key) && key.size() < 40 && !key.isEmpty() && !key.front().isDigit();
}

} // namespace

bool looksLikeId(const QJsonValue &value)
{
    static const QRegularExpression id(QStringLiteral(
        "^([0-9A-Fa-f]{32}|[0-9A-F]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$"));
    return value.isString() && id.match(value.toString()).hasMatch();
}

QString ValueWords::amount(qint64 minor) const
{
    const auto currency = Currency::parse(m_currency);
    return m_desk.amount(Money(minor, currency ? *currency : m_desk.profile().currency));
}

QString ValueWords::number(const QString &column, qint64 value) const
{
    if (column.endsWith(QLatin1String("minor")) || isOneOf(amountKeys, column))
        return amount(value);
    if (column.endsWith(QLatin1String("_at")) || column == QLatin1String("since"))
        return momentText(Instant(value), m_desk);
    if (column.endsWith(QLatin1String("milli")))
        return Quantity(value).toText(m_desk.locale());
    if (column.endsWith(QLatin1String("_mm")))
        return Texts::tr("%1 mm").arg(m_desk.locale().toString(value));
    if (column.endsWith(QLatin1String("_bp")))
        return shareText(Rate(value * 100), m_desk.locale());
    if (column.endsWith(QLatin1String("rate")))
        return shareText(Rate(value), m_desk.locale());
    return m_desk.locale().toString(value);
}

QString ValueWords::of(const QString &column, const QJsonValue &value) const
{
    if (value.isNull() || value.isUndefined() || looksLikeId(value))
        return {};
    if (value.isBool())
        return value.toBool() ? Texts::tr("yes") : Texts::tr("no");
    if (value.isDouble()) {
        const double number_ = value.toDouble();
        return number_ == double(value.toInteger()) ? number(column, value.toInteger())
                                                    : m_desk.locale().toString(number_);
    }
    if (value.isArray() || value.isObject())
        return joined(column, value);
    if (const auto day = Date::parse(value.toString()))
        return wholeDayText(*day, m_desk.locale());
    return value.toString();
}

//! The parts of a part, without their names: "40 cm, left".
QString ValueWords::joined(const QString &column, const QJsonValue &value) const
{
    QStringList texts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &each : array)
            texts.append(of(column, each));
    } else {
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each) {
            if (!isOneOf(silentKeys, each.key()))
                texts.append(of(each.key(), *each));
        }
    }
    texts.removeAll({});
    return texts.join(QStringLiteral(", "));
}

bool ValueWords::isList(const QJsonValue &value) const
{
    const QString text = value.toString();
    return (text.startsWith(u'{') || text.startsWith(u'[')) && !parsed(value).isNull();
}

std::vector<ListPart> ValueWords::measures(const QByteArray &json) const
{
    std::vector<ListPart> parts;
    const auto values = measuredValuesFromJson(json);
    if (!values)
        return parts;
    for (const MeasuredValue &value : *values) {
        const QString unit =
            value.unit == AmountUnit::Words || value.unit == AmountUnit::Number ? QString() : u' ' + toCode(value.unit);
        parts.push_back(
            {value.code + QString::number(int(value.side)), measureName(value.code, value.side), value.text + unit});
    }
    return parts;
}

//! Of a template: each measure by its name, with its section and whether it is needed.
std::vector<ListPart> ValueWords::templateFields(const QJsonArray &fields) const
{
    std::vector<ListPart> parts;
    for (const auto &each : fields) {
        QJsonObject field = each.toObject();
        const QString code = field.take(QLatin1String("code")).toString();
        const QString words = joined(QStringLiteral("fields"), field);
        parts.push_back({code, measureName(code, Side::Both), words.isEmpty() ? Texts::tr("yes") : words});
    }
    return parts;
}

std::vector<ListPart> ValueWords::parts(const QByteArray &column, const QJsonValue &value) const
{
    if (column == "measurements")
        return measures(value.toString().toUtf8());
    std::vector<ListPart> parts;
    const QJsonValue list = parsed(value);
    const QString name = QString::fromLatin1(column);
    if (column == "fields")
        return templateFields(list.toArray());
    if (list.isArray()) {
        if (const QString text = joined(name, list); !text.isEmpty())
            parts.push_back({{}, {}, text});
        return parts;
    }
    const QJsonObject object = list.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (isOneOf(silentKeys, each.key()))
            continue;
        const bool readable = isKeyOfAPerson(each.key());
        // Amounts of a column of amounts have no name that says so: {task: minor}.
        const bool isAmount = each->isDouble() && (column.endsWith("_prices") || column.endsWith("_rates"));
        const QString text = isAmount ? amount(each->toInteger()) : of(readable ? each.key() : name, *each);
        if (!text.isEmpty())
            parts.push_back({each.key(), readable ? keyWords(each.key()) : QString(), text});
    }
    return parts;
}

} // namespace thimblely::ui
