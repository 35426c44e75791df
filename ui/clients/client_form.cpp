// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/clients/client_form.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int longestText = 10'000; // as validate() has it; only tells which of the texts is meant

QString typingFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return format;
}

bool dayComesFirst(const QLocale &locale)
{
    const QString format = typingFormat(locale);
    return format.indexOf(u'd') < format.indexOf(u'M');
}

std::optional<ClientField> fieldOf(const Error &error, const ClientDraft &draft)
{
    if (error.code == "client.no_name" || error.code == "client.name_too_long")
        return ClientField::Name;
    if (error.code == "client.bad_email")
        return ClientField::Email;
    if (error.code == "client.bad_phone")
        return ClientField::Phone;
    if (error.code == "client.born_later")
        return ClientField::BirthDate;
    if (error.code == "money.negative")
        return ClientField::CreditLimit;
    if (error.code == "client.payer_is_paid_for" || error.code == "client.pays_for_itself" ||
        error.code == "client.pays_for_others")
        return ClientField::Payer;
    if (error.code != "client.text_too_long")
        return {};
    const std::pair<const QString &, ClientField> texts[] = {
        {draft.company, ClientField::Company},   {draft.address, ClientField::Address},
        {draft.fitNotes, ClientField::FitNotes}, {draft.notes, ClientField::Notes},
        {draft.relation, ClientField::Relation}, {draft.taxId, ClientField::TaxId}};
    const auto longest = std::ranges::find_if(texts, [](const auto &each) { return each.first.size() > longestText; });
    return longest == std::end(texts) ? ClientField::Tags : longest->second;
}

//! Takes what was found wrong out of `draft`, so that the next check finds the next.
void leaveOut(const FieldProblem &problem, ClientDraft &draft)
{
    switch (problem.field) {
    case ClientField::Name:
        draft.name = QStringLiteral("-");
        break;
    case ClientField::Phone:
        if (problem.phone >= 0)
            draft.phones[size_t(problem.phone)].number = QStringLiteral("000");
        break;
    case ClientField::Email:
        draft.email.clear();
        break;
    case ClientField::Company:
        draft.company.clear();
        break;
    case ClientField::Address:
        draft.address.clear();
        break;
    case ClientField::BirthDate:
        draft.birthDate.reset();
        break;
    case ClientField::FitNotes:
        draft.fitNotes.clear();
        break;
    case ClientField::Notes:
        draft.notes.clear();
        break;
    case ClientField::Tags:
        draft.tags.clear();
        break;
    case ClientField::Payer:
        draft.payer.reset();
        break;
    case ClientField::Relation:
        draft.relation.clear();
        break;
    case ClientField::TaxId:
        draft.taxId.clear();
        break;
    case ClientField::CreditLimit:
        draft.creditLimit.reset();
        break;
    }
}

int phoneMeant(const Error &error, const ClientDraft &draft)
{
    for (size_t i = 0; i < draft.phones.size(); ++i) {
        if (!error.args.isEmpty() && draft.phones[i].number.trimmed() == error.args.first().trimmed())
            return int(i);
    }
    return draft.phones.empty() ? -1 : 0;
}

QJsonValue instantToJson(const std::optional<Instant> &at)
{
    return at ? QJsonValue(at->msecs()) : QJsonValue();
}

std::optional<Instant> instantFromJson(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(Instant(value.toInteger())) : std::nullopt;
}

void termsFromJson(ClientForm &form, const QJsonObject &json)
{
    if (const auto payer = ClientId::parse(json.value(QLatin1String("payer")).toString()))
        form.payer = *payer;
    form.payerName = json.value(QLatin1String("payerName")).toString();
    form.relation = json.value(QLatin1String("relation")).toString();
    form.channel = Channel(std::clamp(json.value(QLatin1String("channel")).toInt(), 0, int(Channel::Email)));
    form.taxId = json.value(QLatin1String("taxId")).toString();
    form.creditAllowed = json.value(QLatin1String("creditAllowed")).toBool();
    form.creditLimit = json.value(QLatin1String("creditLimit")).toString();
    form.marketingConsentAt = instantFromJson(json.value(QLatin1String("marketingConsentAt")));
    form.photoConsentAt = instantFromJson(json.value(QLatin1String("photoConsentAt")));
    form.messageOptOutAt = instantFromJson(json.value(QLatin1String("messageOptOutAt")));
}

void readTerms(const ClientForm &form, const QLocale &locale, Currency currency, ReadForm &result)
{
    ClientDraft &draft = result.draft;
    draft.payer = form.payer;
    if (!form.payer && !form.payerName.trimmed().isEmpty())
        result.problems.push_back({ClientField::Payer, -1, {ErrorKind::NotFound, "client.unknown", {}, {}}});
    draft.relation = form.payer ? form.relation.trimmed() : QString();
    draft.channel = form.channel;
    draft.taxId = form.taxId.trimmed();
    draft.creditAllowed = form.creditAllowed;
    draft.marketingConsentAt = form.marketingConsentAt;
    draft.photoConsentAt = form.photoConsentAt;
    draft.messageOptOutAt = form.messageOptOutAt;
    if (!form.creditAllowed || form.creditLimit.trimmed().isEmpty())
        return;
    const auto limit = Money::parse(form.creditLimit, currency, locale);
    if (limit)
        draft.creditLimit = *limit;
    else
        result.problems.push_back({ClientField::CreditLimit, -1, limit.error()});
}

} // namespace

ClientForm ClientForm::of(const ClientDraft &draft, const QString &payerName, const QLocale &locale)
{
    ClientForm form;
    form.name = draft.name;
    form.phones = draft.phones;
    form.email = draft.email;
    form.company = draft.company;
    form.address = draft.address;
    form.birthDate = draft.birthDate ? dateToType(*draft.birthDate, locale) : QString();
    form.gender = draft.gender;
    form.fitNotes = draft.fitNotes;
    form.notes = draft.notes;
    form.tags = draft.tags.join(QStringLiteral(", "));
    form.locale = draft.locale;
    form.payer = draft.payer;
    form.payerName = payerName;
    form.relation = draft.relation;
    form.channel = draft.channel;
    form.taxId = draft.taxId;
    form.creditAllowed = draft.creditAllowed;
    form.creditLimit = draft.creditLimit ? draft.creditLimit->toFigure(locale) : QString();
    form.marketingConsentAt = draft.marketingConsentAt;
    form.photoConsentAt = draft.photoConsentAt;
    form.messageOptOutAt = draft.messageOptOutAt;
    return form;
}

QJsonObject ClientForm::toJson() const
{
    QJsonArray numbers;
    for (const Phone &phone : phones)
        numbers.append(QJsonObject{{QStringLiteral("number"), phone.number}, {QStringLiteral("use"), int(phone.use)}});
    return {{QStringLiteral("name"), name},
            {QStringLiteral("phones"), numbers},
            {QStringLiteral("email"), email},
            {QStringLiteral("company"), company},
            {QStringLiteral("address"), address},
            {QStringLiteral("birthDate"), birthDate},
            {QStringLiteral("gender"), int(gender)},
            {QStringLiteral("fitNotes"), fitNotes},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("tags"), tags},
            {QStringLiteral("locale"), locale},
            {QStringLiteral("payer"), payer ? payer->toString() : QString()},
            {QStringLiteral("payerName"), payerName},
            {QStringLiteral("relation"), relation},
            {QStringLiteral("channel"), int(channel)},
            {QStringLiteral("taxId"), taxId},
            {QStringLiteral("creditAllowed"), creditAllowed},
            {QStringLiteral("creditLimit"), creditLimit},
            {QStringLiteral("marketingConsentAt"), instantToJson(marketingConsentAt)},
            {QStringLiteral("photoConsentAt"), instantToJson(photoConsentAt)},
            {QStringLiteral("messageOptOutAt"), instantToJson(messageOptOutAt)}};
}

ClientForm ClientForm::fromJson(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    ClientForm form;
    form.name = text("name");
    const QJsonArray numbers = json.value(QLatin1String("phones")).toArray();
    for (const auto &each : numbers) {
        form.phones.push_back({each[QLatin1String("number")].toString(),
                               PhoneUse(std::clamp(each[QLatin1String("use")].toInt(), 0, int(PhoneUse::Both)))});
    }
    form.email = text("email");
    form.company = text("company");
    form.address = text("address");
    form.birthDate = text("birthDate");
    form.gender = GenderForFit(std::clamp(json.value(QLatin1String("gender")).toInt(), 0, int(GenderForFit::Male)));
    form.fitNotes = text("fitNotes");
    form.notes = text("notes");
    form.tags = text("tags");
    form.locale = text("locale");
    termsFromJson(form, json);
    return form;
}

ReadForm read(const ClientForm &form, Date today, const QLocale &locale, Currency currency)
{
    ReadForm result;
    ClientDraft &draft = result.draft;
    draft.name = form.name.simplified();
    draft.phones = form.phones;
    draft.email = form.email.trimmed();
    draft.company = form.company.trimmed();
    draft.address = form.address.trimmed();
    draft.gender = form.gender;
    draft.fitNotes = form.fitNotes.trimmed();
    draft.notes = form.notes.trimmed();
    draft.locale = form.locale;
    for (const QString &tag : form.tags.split(u',', Qt::SkipEmptyParts))
        draft.tags.append(tag.simplified());
    draft.tags.removeAll({});
    if (!form.birthDate.trimmed().isEmpty()) {
        const auto date = dateTyped(form.birthDate, today, locale);
        if (date)
            draft.birthDate = *date;
        else
            result.problems.push_back({ClientField::BirthDate, -1, date.error()});
    }
    readTerms(form, locale, currency, result);
    ClientDraft rest = draft;
    constexpr int mostProblems = 20;
    for (int i = 0; i < mostProblems; ++i) {
        const auto valid = validate(rest, today);
        if (valid)
            break;
        const auto field = fieldOf(valid.error(), rest);
        FieldProblem problem{field.value_or(ClientField::Name), -1, valid.error()};
        if (problem.field == ClientField::Phone)
            problem.phone = phoneMeant(valid.error(), rest);
        result.problems.push_back(problem);
        if (!field)
            break;
        leaveOut(problem, rest);
    }
    return result;
}

Result<Date> dateTyped(const QString &text, Date today, const QLocale &locale)
{
    static const QRegularExpression gaps(QStringLiteral("[^0-9]+"));
    const Error malformed{ErrorKind::Invalid, "date.malformed", {text.trimmed().left(40)}, {}};
    QString plain;
    for (const QChar c : text) // digits of any script
        plain.append(c.digitValue() >= 0 ? QChar(u'0' + c.digitValue()) : c);
    const QStringList parts = plain.split(gaps, Qt::SkipEmptyParts);
    if (parts.size() != 3)
        return malformed;
    const bool yearFirst = parts[0].size() == 4;
    const bool dayFirst = dayComesFirst(locale);
    int year = (yearFirst ? parts[0] : parts[2]).toInt();
    const int day = (yearFirst ? parts[2] : dayFirst ? parts[0] : parts[1]).toInt();
    const int month = (yearFirst || dayFirst ? parts[1] : parts[0]).toInt();
    if (!yearFirst && parts[2].size() <= 2) {
        // Two digits: the last year that ends so, for nobody is measured before being born.
        const int now = today.toQDate().year();
        year += now / 100 * 100;
        if (year > now)
            year -= 100;
    }
    const auto date = Date::fromQDate(QDate(year, month, day));
    return date ? date : Result<Date>(malformed);
}

QString dateToType(Date date, const QLocale &locale)
{
    return locale.toString(date.toQDate(), typingFormat(locale));
}

} // namespace thimblely::ui
