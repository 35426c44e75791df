// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/smis.h"

#include "core/base/error_args.h"
#include "core/exchange/formula.h"
#include "core/exchange/text_encoding.h"

#include <QCryptographicHash>
#include <QVersionNumber>
#include <QXmlStreamReader>

#include <limits>

namespace thimblely {

namespace {

constexpr int deepestElement = 16;
constexpr int mostMeasurements = 10'000;
constexpr qsizetype longestText = 64 * 1024;
constexpr qint64 longestTenths = 40'000; // 400 cm, which no tape reads

constexpr QLatin1StringView operator""_L1(const char *text, size_t size)
{
    return QLatin1StringView(text, qsizetype(size));
}

//! An <m> before its formula is worked out.
struct RawMeasurement {
    qint64 line;
    QString name;
    QString formula;
    QString fullName;
    QString description;
};

MeasurementDimension dimensionOf(const QString &name)
{
    if (const MeasurementField *field = measurementField(name))
        return field->dimension;
    return name.endsWith("_angle"_L1) ? MeasurementDimension::Angle : MeasurementDimension::Length;
}

//! How many of the dimension's own units one of the file's is.
qint64 scaleOf(MeasurementDimension dimension, LengthUnit unit)
{
    if (dimension == MeasurementDimension::Weight)
        return 1000;
    if (dimension == MeasurementDimension::Angle)
        return 10;
    return unit == LengthUnit::Centimetre ? 100 : unit == LengthUnit::Millimetre ? 10 : 254;
}

qint64 mostOf(MeasurementDimension dimension)
{
    switch (dimension) {
    case MeasurementDimension::Length:
        return longestTenths;
    case MeasurementDimension::Weight:
        return 500'000;
    case MeasurementDimension::Angle:
        return 3600;
    case MeasurementDimension::Number:
    case MeasurementDimension::Words:
        break; // no measure of a body
    }
    Q_UNREACHABLE();
}

class Reader {
public:
    explicit Reader(const QByteArray &bytes) : m_xml(bytes) {}

    Result<SeamlyFile> read()
    {
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD)
                return error("smis.dtd");
            if (token == QXmlStreamReader::StartElement)
                TRY(start());
            else if (token == QXmlStreamReader::EndElement)
                TRY(end());
            else if (token == QXmlStreamReader::Characters && m_text.size() <= longestText)
                m_text += m_xml.text();
            if (m_text.size() > longestText)
                return error("smis.text_too_long");
        }
        if (m_xml.hasError()) {
            Error broken = error("smis.broken_xml");
            broken.detail = m_xml.errorString().left(200);
            return broken;
        }
        if (m_file.version.isEmpty())
            return error("smis.version");
        evaluate();
        return std::move(m_file);
    }

private:
    Error error(const char *code, const QString &what = {}) const
    {
        QStringList args = {QString::number(m_xml.lineNumber())};
        if (!what.isEmpty())
            args += what.left(80);
        return Error{ErrorKind::Invalid, code, args, {}};
    }

    Result<void> start()
    {
        const QString name = m_xml.name().toString();
        if (m_path.size() >= deepestElement)
            return error("smis.too_deep");
        if (m_path.isEmpty()) {
            if (name == "smms"_L1 || name == "vst"_L1)
                return error("smis.multisize");
            if (name != "smis"_L1 && name != "vit"_L1)
                return error("smis.not_seamly", name);
        }
        m_path += name;
        m_text.clear();
        if (m_path.size() == 3 && m_path[1] == "body-measurements"_L1 && name == "m"_L1)
            return addMeasurement();
        return {};
    }

    Result<void> addMeasurement()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        for (const QXmlStreamAttribute &attribute : attributes) {
            if (attribute.value().size() > longestText)
                return error("smis.text_too_long");
        }
        if (m_raw.size() >= mostMeasurements)
            return error("smis.too_many");
        const QString name = attributes.value("name"_L1).trimmed().toString();
        const QString formula = attributes.value("value"_L1).trimmed().toString();
        if (name.isEmpty())
            return {}; // an entry without a name says nothing of anybody
        if (!m_sheet.add(name, formula))
            return error("smis.duplicate_name", name);
        m_raw += RawMeasurement{m_xml.lineNumber(), name, formula, cleaned(attributes.value("full_name"_L1).toString()),
                                cleaned(attributes.value("description"_L1).toString())};
        return {};
    }

    Result<void> end()
    {
        const QString name = m_path.takeLast();
        const QString text = cleaned(m_text);
        m_text.clear();
        if (m_path.size() == 1) {
            if (name == "version"_L1) {
                m_file.version = text;
                return checkVersion(); // at once: a newer file may go on in ways that look broken here
            }
            if (name == "notes"_L1)
                m_file.notes = text;
            else if (name == "read-only"_L1)
                m_file.readOnly = text == "true"_L1;
            else if (name == "unit"_L1)
                return setUnit(text);
        } else if (m_path.size() == 2 && m_path[1] == "personal"_L1) {
            setPersonal(name, text);
        }
        return {};
    }

    Result<void> setUnit(const QString &text)
    {
        const Result<LengthUnit> unit = lengthUnitFromCode(text);
        if (!unit)
            return error("smis.unit", text);
        m_file.unit = *unit;
        return {};
    }

    void setPersonal(const QString &name, const QString &text)
    {
        if (name == "family-name"_L1) {
            m_file.familyName = text;
        } else if (name == "given-name"_L1) {
            m_file.givenName = text;
        } else if (name == "email"_L1) {
            m_file.email = text == "username@example.com"_L1 ? QString() : text;
        } else if (name == "gender"_L1 || name == "sex"_L1) {
            m_file.sex = text == "female"_L1 ? BodySex::Female : text == "male"_L1 ? BodySex::Male : BodySex::Unknown;
        } else if (name == "birth-date"_L1 && text != "1800-01-01"_L1 && text != "1900-01-01"_L1) {
            const Result<Date> date = Date::parse(text);
            if (date)
                m_file.birthDate = *date;
        }
    }

    Result<void> checkVersion()
    {
        const QVersionNumber version = QVersionNumber::fromString(m_file.version);
        if (version >= QVersionNumber(0, 2, 0) && version < QVersionNumber(0, 5, 1))
            return {};
        Error refused = error("smis.version", m_file.version);
        if (version > QVersionNumber(0, 5, 0))
            refused.kind = ErrorKind::TooNew;
        return refused;
    }

    void evaluate()
    {
        for (const RawMeasurement &raw : std::as_const(m_raw)) {
            const Result<std::optional<Rational>> value = m_sheet.value(raw.name);
            if (!value) {
                m_file.refused += Refusal{raw.line, value.error()};
                continue;
            }
            if (!value.value()) {
                ++m_file.notMeasured;
                continue;
            }
            const MeasurementDimension dimension = dimensionOf(raw.name);
            const auto amount = (*value)->rounded(scaleOf(dimension, m_file.unit));
            if (!amount || *amount < 0 || *amount > mostOf(dimension)) {
                m_file.refused += Refusal{
                    raw.line,
                    Error{ErrorKind::Invalid, "smis.out_of_range", {raw.name.left(80), raw.formula.left(80)}, {}}};
                continue;
            }
            if (*amount == 0) {
                ++m_file.notMeasured;
                continue;
            }
            m_file.values +=
                SeamlyValue{raw.line, {raw.name, dimension, *amount, raw.formula}, raw.fullName, raw.description};
        }
    }

    QXmlStreamReader m_xml;
    QStringList m_path;
    QString m_text;
    QList<RawMeasurement> m_raw;
    FormulaSheet m_sheet;
    SeamlyFile m_file;
};

//! Exact enough to read back the same amount: 0.1 mm is 0.01 cm, 0.1 mm and 0.0039 inch.
QString numberText(const ImportedValue &value, LengthUnit unit)
{
    const qint64 scale = scaleOf(value.dimension, unit);
    const int decimals = scale == 10 ? 1 : scale == 100 ? 2 : scale == 1000 ? 3 : 4;
    qint64 power = 1;
    for (int i = 0; i < decimals; ++i)
        power *= 10;
    const qint64 fixed = (value.amount * power + scale / 2) / scale;
    QString text = QString::number(fixed / power);
    QString rest = QString::number(fixed % power).rightJustified(decimals, u'0');
    while (rest.endsWith(u'0'))
        rest.chop(1);
    return rest.isEmpty() ? text : QString(text + u'.' + rest);
}

void writePersonal(QXmlStreamWriter &xml, const SeamlyFile &file)
{
    const QString sex = file.sex == BodySex::Female ? QStringLiteral("female")
                        : file.sex == BodySex::Male ? QStringLiteral("male")
                                                    : QStringLiteral("unknown");
    xml.writeStartElement(QStringLiteral("personal"));
    xml.writeTextElement(QStringLiteral("family-name"), cleaned(file.familyName));
    xml.writeTextElement(QStringLiteral("given-name"), cleaned(file.givenName));
    xml.writeTextElement(QStringLiteral("birth-date"),
                         file.birthDate ? file.birthDate->toIso() : QStringLiteral("1800-01-01"));
    xml.writeTextElement(QStringLiteral("gender"), sex);
    xml.writeTextElement(QStringLiteral("email"), cleaned(file.email));
    xml.writeEndElement();
}

} // namespace

QString SeamlyFile::fullName() const
{
    return QString(givenName + u' ' + familyName).trimmed();
}

Result<SeamlyFile> readSmis(const QByteArray &file)
{
    if (file.size() > import_limits::smisBytes)
        return Error{ErrorKind::Invalid, "smis.too_large", {errorArg(qint64(import_limits::smisBytes))}, {}};
    TRY_ASSIGN(SeamlyFile result, Reader(file).read());
    if (result.fullName().isEmpty()) {
        const QByteArray hash = QCryptographicHash::hash(file, QCryptographicHash::Sha256);
        result.foreignId = foreignIdOf("smis", {QString::fromLatin1(hash.toHex())});
    } else {
        const QString birth = result.birthDate ? result.birthDate->toIso() : QString();
        result.foreignId = foreignIdOf("smis", {result.familyName, result.givenName, birth});
    }
    return result;
}

QByteArray writeSmis(const SeamlyFile &file)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("smis"));
    xml.writeTextElement(QStringLiteral("version"), QStringLiteral("0.3.4"));
    xml.writeTextElement(QStringLiteral("read-only"), file.readOnly ? QStringLiteral("true") : QStringLiteral("false"));
    xml.writeTextElement(QStringLiteral("notes"), cleaned(file.notes));
    xml.writeTextElement(QStringLiteral("unit"),
                         file.unit == LengthUnit::Inch ? QStringLiteral("inch") : toCode(file.unit));
    xml.writeTextElement(QStringLiteral("pm_system"), QStringLiteral("998"));
    writePersonal(xml, file);
    xml.writeStartElement(QStringLiteral("body-measurements"));
    for (const SeamlyValue &measured : file.values) {
        xml.writeEmptyElement(QStringLiteral("m"));
        xml.writeAttribute(QStringLiteral("name"), measured.value.code);
        xml.writeAttribute(QStringLiteral("value"), numberText(measured.value, file.unit));
        if (!measured.fullName.isEmpty())
            xml.writeAttribute(QStringLiteral("full_name"), cleaned(measured.fullName));
        if (!measured.description.isEmpty())
            xml.writeAttribute(QStringLiteral("description"), cleaned(measured.description));
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace thimblely
