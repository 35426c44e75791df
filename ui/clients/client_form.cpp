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
    if (error.code != "client.text_too_long")
        return {};
    const std::pair<const QString &, ClientField> texts[] = {{draft.company, ClientField::Company},
                                                             {draft.address, ClientField::Address},
                                                             {draft.fitNotes, ClientField::FitNotes},
                                                             {draft.notes, ClientField::Notes}};
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

} // namespace

ClientForm ClientForm::of(const ClientDraft &draft, const QLocale &locale)
{
    return {draft.name,    draft.phones,
            draft.email,   draft.company,
            draft.address, draft.birthDate ? dateToType(*draft.birthDate, locale) : QString(),
            draft.gender,  draft.fitNotes,
            draft.notes,   draft.tags.join(QStringLiteral(", ")),
            draft.locale};
}

QJsonObject ClientForm::toJson() const
{
    QJsonArray numbers;
    for (const Phone &phone : phones)
        numbers.append(QJsonObject{{QStringLiteral("number"), phone.number}, {QStringLiteral("use"), int(phone.use)}});
    return {{QStringLiteral("name"), name},          {QStringLiteral("phones"), numbers},
            {QStringLiteral("email"), email},        {QStringLiteral("company"), company},
            {QStringLiteral("address"), address},    {QStringLiteral("birthDate"), birthDate},
            {QStringLiteral("gender"), int(gender)}, {QStringLiteral("fitNotes"), fitNotes},
            {QStringLiteral("notes"), notes},        {QStringLiteral("tags"), tags},
            {QStringLiteral("locale"), locale}};
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
    return form;
}

ReadForm read(const ClientForm &form, Date today, const QLocale &locale)
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
