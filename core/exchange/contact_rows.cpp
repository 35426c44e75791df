// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/contact_rows.h"

#include "core/search/fold.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely::exchange {

namespace {

constexpr qsizetype longestNotes = 10'000;
constexpr qsizetype longestName = 200;

const QRegularExpression &threeNumbers()
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,4})[-./ ](\\d{1,2})[-./ ](\\d{2,4})(?:[ T].*)?$"));
    return pattern;
}

bool isPlausibleEmail(const QString &email)
{
    ClientDraft probe;
    probe.name = QStringLiteral("x");
    probe.email = email;
    return validate(probe, Date::fromQDate(QDate(9999, 12, 31)).value()).ok();
}

bool isDialled(const QString &number)
{
    return phoneDigits(number).remove(u'+').size() >= 3 && number.size() <= 100;
}

bool isDialled(const VCardEntry &entry)
{
    const bool fax = entry.types.contains(QLatin1String("fax")) || entry.types.contains(QLatin1String("pager"));
    return !fax && isDialled(entry.value);
}

void addPhones(ClientDraft &draft, QStringList &notes, QList<VCardEntry> entries)
{
    // What the card prefers comes first; else in the card's order.
    std::ranges::stable_sort(
        entries, [](const VCardEntry &a, const VCardEntry &b) { return a.isPreferred() && !b.isPreferred(); });
    for (const VCardEntry &entry : entries) {
        if (isDialled(entry))
            draft.phones.push_back({entry.value, PhoneUse::Call});
        else
            notes.append(QStringLiteral("TEL ") + entry.types.join(u',') + QStringLiteral(": ") + entry.value);
    }
}

void addEmails(ClientDraft &draft, QStringList &notes, const QStringList &emails)
{
    for (const QString &email : emails) {
        if (draft.email.isEmpty() && isPlausibleEmail(email))
            draft.email = email;
        else
            notes.append(QStringLiteral("EMAIL: ") + email);
    }
}

//! The lines of an address as on an envelope.
QString addressOf(const RowReader &reader, const QByteArray &prefix)
{
    QStringList lines = reader.cell(prefix + "address").split(u'\n', Qt::SkipEmptyParts);
    const QString town =
        QStringList{reader.cell(prefix + "city"), reader.cell(prefix + "region"), reader.cell(prefix + "postcode")}
            .join(u' ')
            .simplified();
    for (const QString &line :
         {reader.cell(prefix + "street"), reader.cell(prefix + "street_2"), town, reader.cell(prefix + "country")}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(u'\n');
}

void addAddresses(ClientDraft &draft, QStringList &notes, const RowReader &reader)
{
    draft.address = addressOf(reader, {});
    const QString work = addressOf(reader, "work_");
    if (draft.address.isEmpty())
        draft.address = work;
    else if (!work.isEmpty())
        notes.append(QStringLiteral("ADR: ") + QString(work).replace(u'\n', QLatin1String(", ")));
}

//! One day, or what is known of it as vCards write it: an exporter may leave out the year.
Result<void> addBirthday(ClientDraft &draft, QStringList &notes, const RowReader &reader)
{
    TRY_ASSIGN(draft.birthDate, reader.date("birth_date"));
    const int year = reader.cell("birth_year").toInt();
    const int month = reader.cell("birth_month").toInt();
    const int day = reader.cell("day_of_birth").toInt();
    if (draft.birthDate || (year == 0 && month == 0 && day == 0))
        return {};
    if (const auto whole = Date::fromQDate(QDate(year, month, day)))
        draft.birthDate = *whole;
    else
        notes.append(QStringLiteral("BDAY: %1-%2-%3")
                         .arg(reader.cell("birth_year"), reader.cell("birth_month"), reader.cell("day_of_birth")));
    return {};
}

//! What stands in columns without a field of their own, under their headings.
void addRemarks(QStringList &notes, const RowReader &reader)
{
    for (qsizetype i = 0; i < reader.table.mapping.size(); ++i) {
        const QString cell = reader.row.cells.value(i).trimmed();
        if (reader.table.mapping[i] == "note" && !cell.isEmpty())
            notes.append(reader.table.headings[i] + QStringLiteral(": ") + cell);
    }
}

//! The name; where there is none the firm, an address of mail or a number, as for cards.
QString calledBy(const ClientDraft &draft)
{
    if (!draft.company.isEmpty())
        return draft.company;
    if (!draft.email.isEmpty())
        return draft.email;
    return draft.phones.empty() ? QString() : draft.phones.front().number;
}

QString foreignIdOfRow(const ClientDraft &draft, const QByteArray &format, const QString &id)
{
    if (!id.isEmpty() && id.size() <= 200)
        return id;
    QStringList parts = {draft.name, draft.birthDate ? draft.birthDate->toIso() : QString(), draft.email};
    for (const Phone &phone : draft.phones)
        parts += phone.number;
    return foreignIdOf(format, parts);
}

} // namespace

ClientEntry clientOfCard(const VCardContact &contact)
{
    ClientEntry entry{"vcard", contact.foreignId(), {}, contact.uid, {}};
    ClientDraft &draft = entry.draft;
    QStringList notes;
    draft.name = contact.fullName.left(longestName);
    draft.company = QStringList(QStringList{contact.org} + contact.orgUnits).join(QStringLiteral(", "));
    if (contact.orgUnits.isEmpty())
        draft.company = contact.org;
    addPhones(draft, notes, contact.phones);
    QStringList emails;
    for (const VCardEntry &email : contact.emails)
        emails.append(email.value);
    addEmails(draft, notes, emails);
    for (const VCardAddress &address : contact.addresses) {
        if (draft.address.isEmpty())
            draft.address = address.lines().join(u'\n');
        else
            notes.append(QStringLiteral("ADR: ") + address.lines().join(QStringLiteral(", ")));
    }
    if (contact.birthday && contact.birthday->isFull()) {
        const auto day = Date::parse(contact.birthday->toIso());
        if (day)
            draft.birthDate = *day;
    } else if (contact.birthday) {
        notes.append(QStringLiteral("BDAY: ") + contact.birthday->toIso());
    }
    draft.tags = contact.categories;
    if (!contact.note.isEmpty())
        notes.prepend(contact.note);
    draft.notes = notes.join(u'\n').left(longestNotes);
    return entry;
}

Result<ClientEntry> clientOfRow(const CsvRow &row, const TableReading &table, const QByteArray &format)
{
    const RowReader reader{row, table};
    ClientEntry entry{format, {}, {}, {}, reader.cell("number")};
    ClientDraft &draft = entry.draft;
    QStringList notes = reader.cells("notes");
    QStringList noNumbers;
    draft.name = reader.name().left(longestName);
    draft.company = reader.cell("company");
    draft.phones = reader.phones(&noNumbers);
    for (const QString &other : noNumbers)
        notes.append(QStringLiteral("TEL: ") + other);
    addEmails(draft, notes, reader.cells("email"));
    addAddresses(draft, notes, reader);
    TRY(addBirthday(draft, notes, reader));
    TRY_ASSIGN(draft.gender, reader.gender());
    static const QRegularExpression between(QStringLiteral("\\s*(?:;|:::|,)\\s*"));
    draft.tags = reader.cell("tags").split(between, Qt::SkipEmptyParts);
    draft.fitNotes = reader.cell("fit_notes");
    draft.taxId = reader.cell("tax_id");
    addRemarks(notes, reader);
    draft.notes = notes.join(u'\n').left(longestNotes);
    if (draft.name.isEmpty())
        draft.name = calledBy(draft).left(longestName);
    if (draft.name.isEmpty())
        return Error{ErrorKind::Invalid, "table.nobody", {QString::number(row.line)}, {}};
    const QString id = reader.cell("id").isEmpty() ? entry.number : reader.cell("id");
    entry.foreignId = foreignIdOfRow(draft, format, id);
    return entry;
}

QString RowReader::cell(QByteArrayView key) const
{
    for (qsizetype i = 0; i < table.mapping.size(); ++i) {
        if (table.mapping[i] == key)
            return row.cells.value(i).trimmed();
    }
    return {};
}

QStringList RowReader::cells(QByteArrayView key) const
{
    QStringList found;
    for (qsizetype i = 0; i < table.mapping.size(); ++i) {
        const QString cell = table.mapping[i] == key ? row.cells.value(i).trimmed() : QString();
        if (!cell.isEmpty() && !found.contains(cell))
            found.append(cell);
    }
    return found;
}

QString RowReader::name() const
{
    const QString whole = cell("name").simplified();
    if (!whole.isEmpty())
        return whole;
    return QStringList{cell("given_name"), cell("middle_name"), cell("family_name")}.join(u' ').simplified();
}

std::vector<Phone> RowReader::phones(QStringList *others) const
{
    static const QRegularExpression between(QStringLiteral("\\s*(?:;|:::|\\n)\\s*"));
    // What is carried along is called and written to first.
    const QStringList cellsOfAll = cells("mobile") + cells("phone") + cells("other_phones");
    std::vector<Phone> result;
    for (const QString &of : cellsOfAll) {
        const QStringList numbers = of.split(between, Qt::SkipEmptyParts);
        for (const QString &number : numbers) {
            if (isDialled(number))
                result.push_back({number, PhoneUse::Call});
            else if (others)
                others->append(number);
        }
    }
    return result;
}

Result<std::optional<Date>> RowReader::date(QByteArrayView key) const
{
    const QString text = cell(key);
    // Exporters write 0000-00-00, 0/0/00 and the like for a day that nobody knows.
    const bool nothing = std::ranges::none_of(
        text, [](QChar c) { return c.isLetter() || (c.isDigit() && c.digitValue() != 0); });
    if (nothing)
        return std::optional<Date>();
    const auto day = dayWritten(text, table.monthFirst);
    if (!day)
        return Error{ErrorKind::Invalid, "table.day", {QString::number(row.line), text.left(40)}, {}};
    return day;
}

Result<GenderForFit> RowReader::gender() const
{
    const QString text = cell("gender");
    const QString word = search::fold(text).remove(u' ');
    static const QStringList women = {QStringLiteral("f"),        QStringLiteral("w"),        QStringLiteral("female"),
                                      QStringLiteral("woman"),    QStringLiteral("weiblich"), QStringLiteral("frau"),
                                      QStringLiteral("femme"),    QStringLiteral("feminin"),  QStringLiteral("mujer"),
                                      QStringLiteral("femenino"), QStringLiteral("donna"),    QStringLiteral("femmina"),
                                      QStringLiteral("mulher"),   QStringLiteral("feminino"), QStringLiteral("kobieta"),
                                      QStringLiteral("k"),        QStringLiteral("kadin"),    QStringLiteral("girl")};
    static const QStringList men = {QStringLiteral("m"),         QStringLiteral("male"),    QStringLiteral("man"),
                                    QStringLiteral("mannlich"),  QStringLiteral("mann"),    QStringLiteral("homme"),
                                    QStringLiteral("masculin"),  QStringLiteral("hombre"),  QStringLiteral("masculino"),
                                    QStringLiteral("uomo"),      QStringLiteral("maschio"), QStringLiteral("homem"),
                                    QStringLiteral("mezczyzna"), QStringLiteral("erkek"),   QStringLiteral("boy")};
    if (word.isEmpty() || word == QLatin1String("unknown") || word == QLatin1String("u"))
        return GenderForFit::Unknown;
    if (women.contains(word))
        return GenderForFit::Female;
    if (men.contains(word))
        return GenderForFit::Male;
    return Error{ErrorKind::Invalid, "table.sex", {QString::number(row.line), text.left(40)}, {}};
}

std::optional<Date> dayWritten(const QString &text, bool monthFirst)
{
    const QString plain = text.simplified();
    const auto day = [](int year, int month, int dayOfMonth) -> std::optional<Date> {
        const auto made = Date::fromQDate(QDate(year, month, dayOfMonth));
        return made ? std::optional(*made) : std::nullopt;
    };
    if (const auto partial = PartialDate::parse(plain); partial && partial->isFull())
        return day(*partial->year, *partial->month, *partial->day);
    if (const auto match = threeNumbers().match(plain); match.hasMatch()) {
        const int first = match.captured(1).toInt();
        const int second = match.captured(2).toInt();
        const int third = match.captured(3).toInt();
        if (match.captured(1).size() == 4)
            return day(first, second, third);
        if (match.captured(3).size() != 4)
            return {}; // whose century?
        return monthFirst ? day(third, first, second) : day(third, second, first);
    }
    for (const QString &format : {QStringLiteral("d MMM yyyy"), QStringLiteral("d MMMM yyyy"),
                                  QStringLiteral("MMM d, yyyy"), QStringLiteral("MMMM d, yyyy")}) {
        if (const auto made = Date::fromQDate(QLocale::c().toDate(plain, format)))
            return *made;
    }
    return {};
}

bool isMonthFirst(const QStringList &days)
{
    return std::ranges::any_of(days, [](const QString &day) {
        const auto match = threeNumbers().match(day.simplified());
        return match.hasMatch() && match.captured(1).toInt() <= 12 && match.captured(2).toInt() > 12;
    });
}

} // namespace thimblely::exchange
