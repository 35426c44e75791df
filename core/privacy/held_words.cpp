// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/privacy/held_words.h"

#include "core/base/quantity.h"
#include "core/measurements/measurement_catalogue.h"
#include "core/messages/column_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace thimblely::privacy {

namespace {

using T = storage::Table;

//! Of what a client is told otherwise than the shop is in its history.
struct Words {
    const char *code;
    const char *text;
};
constexpr auto fields = std::to_array<Words>({
    {"created_at", QT_TRANSLATE_NOOP("Privacy", "Kept since")},
    {"deleted_at", QT_TRANSLATE_NOOP("Privacy", "In the bin since")},
    {"marketing_consent_at", QT_TRANSLATE_NOOP("Privacy", "Offers may be sent since")},
    {"message_opt_out_at", QT_TRANSLATE_NOOP("Privacy", "No messages since")},
    {"photo_consent_at", QT_TRANSLATE_NOOP("Privacy", "Photos may be shown since")},
});

using Format = messages::ColumnFormat;

QString say(const char *text)
{
    return QCoreApplication::translate("Privacy", text);
}

bool isIdText(const QString &text)
{
    return (text.size() == 36 || text.size() == 32) && RowId::parse(text).ok();
}

//! Entries of a map by id: what is told is the entry.
bool isIdKey(const QString &key)
{
    static const QRegularExpression id(QStringLiteral("^([0-9a-f]{8}|[0-9a-f-]{36})$"));
    return id.match(key).hasMatch();
}

//! What the program keeps beside what was typed: the salt of a hash, a number read from what stands there too.
bool isOfTheProgram(const QString &key)
{
    return key == QLatin1String("salt") || key == QLatin1String("e164") || key == QLatin1String("place") ||
           key == QLatin1String("set");
}

QString joined(const QString &name, const QString &text)
{
    return name.isEmpty() ? text : name + QStringLiteral(": ") + text;
}

//! "82.3 cm", as it was measured.
QString measured(const QJsonObject &object)
{
    return (object.value(QStringLiteral("text")).toString() + u' ' + object.value(QStringLiteral("unit")).toString())
        .trimmed();
}

QString momentText(Instant instant, const ReadingTerms &terms)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(instant.msecs(), Qt::UTC);
    return terms.locale.toString(utc.toTimeZone(QTimeZone(terms.calendar.zone())), QLocale::ShortFormat);
}

//! How what stands inside JSON is written.
class Flat {
public:
    Flat(Currency currency, const ReadingTerms &terms) : m_currency(currency), m_terms(terms) {}

    QString of(const QJsonValue &value, const QString &key = {}) const
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            return value.toBool() ? say(QT_TRANSLATE_NOOP("Privacy", "yes")) : say(QT_TRANSLATE_NOOP("Privacy", "no"));
        case QJsonValue::Double:
            return number(value.toInteger(), key);
        case QJsonValue::String:
            return isIdText(value.toString()) ? QString() : value.toString();
        case QJsonValue::Object:
            return object(value.toObject());
        case QJsonValue::Array:
            return list(value.toArray());
        default:
            return {};
        }
    }

private:
    //! Amounts, quantities and instants by what they are called.
    QString number(qint64 value, const QString &key) const
    {
        static const QStringList amounts = {QStringLiteral("unit_price"), QStringLiteral("discount"),
                                            QStringLiteral("tax"),        QStringLiteral("total"),
                                            QStringLiteral("net"),        QStringLiteral("minor")};
        if (amounts.contains(key))
            return Money(value, m_currency).toText(m_terms.locale);
        if (key.endsWith(QLatin1String("milli")))
            return Quantity(value).toText(m_terms.locale);
        if (value > 1'000'000'000'000)
            return momentText(Instant(value), m_terms);
        return QString::number(value);
    }

    QString object(const QJsonObject &object) const
    {
        if (object.contains(QStringLiteral("text")) && object.contains(QStringLiteral("value")))
            return measured(object);
        QStringList parts;
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString text = of(*entry, entry.key());
            if (text.isEmpty() || isOfTheProgram(entry.key()))
                continue;
            const MeasurementField *measure = measurementField(entry.key());
            const QString name = measure                ? QCoreApplication::translate("Measurement", measure->name)
                                 : isIdKey(entry.key()) ? QString()
                                                        : fieldWords(entry.key().toUtf8());
            parts.append(joined(name, text));
        }
        return parts.join(QStringLiteral(", "));
    }

    QString list(const QJsonArray &array) const
    {
        QStringList parts;
        for (const auto &each : array)
            parts.append(of(each));
        parts.removeAll({});
        return parts.join(QStringLiteral("; "));
    }

    const Currency m_currency;
    const ReadingTerms &m_terms;
};

//! Text that holds JSON is read as such.
QJsonValue opened(const QJsonValue &value)
{
    const QString text = value.toString();
    if (!text.startsWith(u'{') && !text.startsWith(u'['))
        return value;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isObject())
        return document.object();
    return document.isArray() ? QJsonValue(document.array()) : value;
}

} // namespace

QString tableWords(T table)
{
    switch (table) {
    case T::Clients:
        return say(QT_TRANSLATE_NOOP("Privacy", "Card"));
    case T::ClientMeasurements:
        return say(QT_TRANSLATE_NOOP("Privacy", "Measures"));
    case T::ClientInteractions:
        return say(QT_TRANSLATE_NOOP("Privacy", "Calls and notes"));
    case T::Orders:
        return say(QT_TRANSLATE_NOOP("Privacy", "Orders"));
    case T::OrderItems:
        return say(QT_TRANSLATE_NOOP("Privacy", "Pieces"));
    case T::Transactions:
        return say(QT_TRANSLATE_NOOP("Privacy", "Payments"));
    case T::Invoices:
        return say(QT_TRANSLATE_NOOP("Privacy", "Invoices and receipts"));
    case T::Events:
        return say(QT_TRANSLATE_NOOP("Privacy", "Appointments"));
    case T::Messages:
        return say(QT_TRANSLATE_NOOP("Privacy", "Messages"));
    case T::SysActivity:
        return say(QT_TRANSLATE_NOOP("Privacy", "What was done"));
    case T::InventoryMovements:
        return say(QT_TRANSLATE_NOOP("Privacy", "Cloth used"));
    default:
        return say(QT_TRANSLATE_NOOP("Privacy", "Posts, notices and reminders"));
    }
}

QString fieldWords(const QByteArray &column)
{
    const auto known = std::ranges::find_if(fields, [&](const Words &words) { return column == words.code; });
    if (known != fields.end())
        return say(known->text);
    if (const messages::ColumnWord *word = messages::columnWord(column); word && *word->word)
        return word->text();
    QByteArray words = column;
    for (const char *unit : {"_minor", "_milli", "_at", "_date", "_media"}) {
        if (words.endsWith(unit) && qstrcmp(unit, "_media") != 0)
            words.chop(qsizetype(qstrlen(unit)));
    }
    return say(words.replace('_', ' ').constData());
}

HeldFact factOf(const QByteArray &column, const QJsonValue &raw, Currency currency, const ReadingTerms &terms)
{
    const messages::ColumnWord *known = messages::columnWord(column);
    const Format format = known ? known->format : Format::Plain;
    HeldFact fact{fieldWords(column), {}, opened(raw), {}, column, format != Format::Hidden};
    if (column.endsWith("_minor")) {
        fact.money = Money(raw.toInteger(), currency);
        fact.text = fact.money->toText(terms.locale);
    } else if (column.endsWith("_milli")) {
        fact.text = Quantity(raw.toInteger()).toText(terms.locale);
    } else if (column.endsWith("_at") && raw.isDouble()) {
        const Instant instant(raw.toInteger());
        fact.text = momentText(instant, terms);
        fact.value = QDateTime::fromMSecsSinceEpoch(instant.msecs(), Qt::UTC).toString(Qt::ISODate);
    } else if (const auto date = Date::parse(raw.toString()); date && raw.isString()) {
        fact.text = terms.locale.toString(date->toQDate(), QLocale::ShortFormat);
    } else if (raw.isDouble() && format == Format::YesNo) {
        fact.value = raw.toInteger() != 0;
        fact.text = Flat(currency, terms).of(fact.value);
    } else if (format == Format::Code) {
        fact.text = messages::plainWords(raw.toString());
    } else {
        fact.text = Flat(currency, terms).of(fact.value);
    }
    return fact;
}

} // namespace thimblely::privacy
