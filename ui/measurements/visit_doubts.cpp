// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/visit_doubts.h"

#include "core/measurements/body_rules.h"
#include "core/messages/error_sentences.h"
#include "ui/measurements/visit_fields.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::VisitDoubts)
};

constexpr double daysInAYear = 365.25;

QString withUnit(const QString &number, LengthUnit unit)
{
    return number + QLatin1Char(' ') + unitSymbol(unit);
}

QString lengthText(qint64 amount, LengthUnit unit)
{
    return withUnit(shown(Length(amount), unit), unit);
}

const MeasureField *fieldOf(const std::vector<MeasureField> &fields, const QString &code)
{
    const auto found = std::ranges::find(fields, code, &MeasureField::code);
    return found == fields.end() ? nullptr : &*found;
}

QString nameOf(const std::vector<MeasureField> &fields, const QString &code)
{
    if (const MeasureField *field = fieldOf(fields, code))
        return field->name.toLower();
    const MeasurementField *known = measurementField(code);
    return known ? QCoreApplication::translate("Measurement", known->name).toLower() : code;
}

QString valueText(const std::vector<MeasureField> &fields, const QString &code, LengthUnit unit)
{
    const MeasureField *field = fieldOf(fields, code);
    return field ? shown(field->today, field->paired, unit) : QString();
}

QByteArray sentenceCode(const Doubt &doubt)
{
    if (doubt.kind != DoubtKind::OutOfOrder)
        return codeOf(doubt.kind);
    return doubt.tooLittle ? "measure.too_little_beside" : "measure.too_much_beside";
}

//! These name what happened; of the others the facts say more.
bool namesItsSlip(const Doubt &doubt)
{
    switch (doubt.kind) {
    case DoubtKind::TensMisread:
    case DoubtKind::UnlikeOthers:
    case DoubtKind::FarFromLast:
    case DoubtKind::OutsideUsual:
        return false;
    default:
        return true;
    }
}

} // namespace

void VisitDoubts::begin(const ClientDraft &client, const std::optional<MeasurementTemplate> &garment, Date today)
{
    m_kept.clear();
    m_person = {client.gender, false, {}};
    if (client.birthDate) {
        const int years = int(double(client.birthDate->daysTo(today)) / daysInAYear);
        m_person.child = years < grownFrom;
        m_person.years = m_person.child ? std::optional(years) : std::nullopt;
    }
    m_person.child = m_person.child || (garment && isForChildren(garment->garmentType));
}

bool VisitDoubts::isKept(const MeasuredValue &value) const
{
    return std::ranges::any_of(m_kept, [&](const Kept &kept) {
        return kept.code == value.code && kept.side == value.side && kept.amount == value.amount;
    });
}

std::vector<MeasuredValue> VisitDoubts::judged(const std::vector<MeasureField> &fields) const
{
    std::vector<MeasuredValue> values = valuesOf(fields);
    std::erase_if(values, [this](const MeasuredValue &value) {
        return isKept(value) || dimensionOf(value.code) == MeasurementDimension::Words;
    });
    return values;
}

std::optional<Doubt> VisitDoubts::about(const MeasureField &field, const MeasuredValue &value,
                                        const std::vector<MeasureField> &fields) const
{
    if (isKept(value) || field.dimension == MeasurementDimension::Words)
        return {};
    std::optional<LastMeasured> last;
    if (!field.earlier.empty()) {
        if (const auto &before = field.earlier.front().value.side(value.side))
            last = LastMeasured{before->amount, field.earlier.front().daysAgo};
    }
    return m_plausibility->doubtAbout(value, m_person, judged(fields), last);
}

std::optional<Doubt> VisitDoubts::firstIn(const std::vector<MeasureField> &fields) const
{
    const std::vector<MeasuredValue> values = judged(fields);
    const auto measuredToday = [&](const Doubt &doubt) {
        const MeasureField *field = fieldOf(fields, doubt.code);
        return field && field->state == FieldState::Measured;
    };
    for (const Doubt &doubt : m_plausibility->doubtsIn(values, m_person)) {
        if (measuredToday(doubt))
            return doubt;
    }
    for (const MeasureField &field : fields) {
        for (const BodySide side : {BodySide::Both, BodySide::Left, BodySide::Right}) {
            const auto &value = field.today.side(side);
            if (!value || field.state != FieldState::Measured)
                continue;
            if (const auto doubt = about(field, *value, fields))
                return doubt;
        }
    }
    return {};
}

std::optional<LengthRange> VisitDoubts::usual(const MeasureField &field, const std::vector<MeasureField> &fields) const
{
    const auto range = m_plausibility->usualFor(field.code, m_person, judged(fields));
    return range ? LengthRange{Length(range->least), Length(range->most)} : field.usual;
}

bool VisitDoubts::mayGoOn(const MeasureField &field, const MeasuredValue &typed)
{
    if (field.dimension != MeasurementDimension::Length)
        return false;
    const bool whole = std::ranges::all_of(typed.text, [](QChar c) { return c.isDigit(); });
    const Length most = field.ask ? field.ask->to : Length(40'000);
    return whole && typed.amount * 10 <= most.tenthsOfMm();
}

QString VisitDoubts::facts(const Doubt &doubt, const std::vector<MeasureField> &fields, LengthUnit unit) const
{
    QStringList said;
    const MeasureField *field = fieldOf(fields, doubt.code);
    if (doubt.sinceLast && field && !field->earlier.empty()) {
        const QString by = shown(Length(std::abs(*doubt.sinceLast)), unit);
        const QString when =
            field->earlier.front().daysAgo == 0 ? Texts::tr("earlier today") : field->earlier.front().when;
        //: a length and the day of the last visit: "9.5 less than 14 Mar"
        said.append((*doubt.sinceLast < 0 ? Texts::tr("%1 less than %2") : Texts::tr("%1 more than %2")).arg(by, when));
    }
    if (!doubt.other.isEmpty()) {
        const QString name = nameOf(fields, doubt.other);
        said.append((doubt.tooLittle ? Texts::tr("less than %1", "another measure")
                                     : Texts::tr("more than %1", "another measure"))
                        .arg(name));
    }
    //: two facts about a value: "9.5 less than 14 Mar, and less than waist"
    const QString all = said.size() == 2 ? Texts::tr("%1, and %2").arg(said[0], said[1]) : said.join(QString());
    return all.left(1).toUpper() + all.mid(1);
}

QString VisitDoubts::usualWords(const MeasurementRange &usual, bool alone, LengthUnit unit) const
{
    // In whole centimetres: nobody is as sure as a millimetre.
    const auto rough = [unit](qint64 amount) {
        return shown(Length(unit == LengthUnit::Inch ? amount : (amount + 50) / 100 * 100), unit);
    };
    const QString from = rough(usual.least);
    const QString to = withUnit(rough(usual.most), unit);
    switch (m_person.sex) {
    case GenderForFit::Female:
        return (alone ? Texts::tr("Most women are %1 to %2.")
                      : Texts::tr("With the other measures most women are %1 to %2."))
            .arg(from, to);
    case GenderForFit::Male:
        return (alone ? Texts::tr("Most men are %1 to %2.")
                      : Texts::tr("With the other measures most men are %1 to %2."))
            .arg(from, to);
    case GenderForFit::Unknown:
        break;
    }
    return (alone ? Texts::tr("Most people are %1 to %2.")
                  : Texts::tr("With the other measures most people are %1 to %2."))
        .arg(from, to);
}

DoubtWords VisitDoubts::words(const Doubt &doubt, const QString &typed, const std::vector<MeasureField> &fields,
                              LengthUnit unit) const
{
    DoubtWords words;
    if (!namesItsSlip(doubt))
        words.headline = facts(doubt, fields, unit);
    const bool plain = words.headline.isEmpty();
    if (plain) {
        QStringList args{(typed + QLatin1Char(' ') + unitSymbol(dimensionOf(doubt.code), unit)).trimmed()};
        const bool pointsAtAnother = doubt.kind == DoubtKind::OutOfOrder || doubt.kind == DoubtKind::UnlikeAnother;
        if (pointsAtAnother)
            args += {nameOf(fields, doubt.other), withUnit(valueText(fields, doubt.other, unit), unit)};
        else if (doubt.likely)
            args.append(lengthText(*doubt.likely, unit));
        if (doubt.kind == DoubtKind::FieldsSwapped)
            args.append(nameOf(fields, doubt.other));
        words.headline = messages::sentenceFor({ErrorKind::Invalid, sentenceCode(doubt), args, {}});
    }
    QStringList detail;
    if (doubt.usual && !namesItsSlip(doubt) && (!doubt.likely || doubt.usual->contains(*doubt.likely)))
        detail.append(usualWords(*doubt.usual, doubt.alone, unit));
    if (doubt.likely && !namesItsSlip(doubt) && !(plain && doubt.kind == DoubtKind::TensMisread))
        detail.append(Texts::tr("Did you mean %1?").arg(shown(Length(*doubt.likely), unit)));
    words.detail = detail.join(QLatin1Char(' '));
    return words;
}

void VisitDoubts::keep(const Doubt &doubt)
{
    std::erase_if(m_kept, [&](const Kept &kept) { return kept.code == doubt.code && kept.side == doubt.side; });
    m_kept.push_back({doubt.code, doubt.side, doubt.amount, QLatin1String(codeOf(doubt.kind))});
}

QStringList VisitDoubts::kept(const std::vector<MeasureField> &fields) const
{
    QStringList list;
    const std::vector<MeasuredValue> values = valuesOf(fields);
    for (const Kept &kept : m_kept) {
        const bool stands = std::ranges::any_of(values, [&](const MeasuredValue &value) {
            return value.code == kept.code && value.side == kept.side && value.amount == kept.amount;
        });
        if (stands)
            list.append(kept.code + QLatin1Char(':') + kept.warning);
    }
    list.removeDuplicates();
    return list;
}

QJsonArray VisitDoubts::toJson() const
{
    QJsonArray array;
    for (const Kept &kept : m_kept) {
        array.append(QJsonObject{{QStringLiteral("code"), kept.code},
                                 {QStringLiteral("side"), int(kept.side)},
                                 {QStringLiteral("amount"), kept.amount},
                                 {QStringLiteral("warning"), kept.warning}});
    }
    return array;
}

void VisitDoubts::fromJson(const QJsonArray &json)
{
    m_kept.clear();
    for (const QJsonValue &each : json) {
        m_kept.push_back({each[QLatin1String("code")].toString(), Side(each[QLatin1String("side")].toInt()),
                          each[QLatin1String("amount")].toInteger(), each[QLatin1String("warning")].toString()});
    }
}

} // namespace thimblely::ui
