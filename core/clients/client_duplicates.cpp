// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_duplicates.h"

#include "core/clients/client_columns.h"
#include "core/clients/client_repository.h"
#include "core/clients/phone_number.h"
#include "core/search/fold.h"
#include "core/search/search_index.h"

#include <algorithm>
#include <numeric>

namespace thimblely::clients {

namespace {

constexpr size_t mostDuplicates = 5;
constexpr int mostCandidates = 50;
constexpr qsizetype lastDigits = 4; //!< what people remember of a number, and what a slip seldom touches
constexpr qsizetype fewestDigits = 6;

//! How many letters must be put in, taken out or changed to make one of the other.
qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype(0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype above = row[size_t(j)];
            row[size_t(j)] = std::min({above + 1, row[size_t(j) - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

QString sortedWords(const QString &name)
{
    QStringList words = search::foldedWords(name);
    words.sort();
    return words.join(u' ');
}

//! A number as it is compared: what is dialled, and the digits that every way of typing it has in common.
struct Compared {
    QString e164;
    QString digits;

    bool isSameAs(const Compared &other) const
    {
        if (!e164.isEmpty() && !other.e164.isEmpty())
            return e164 == other.e164;
        return digits.endsWith(other.digits) || other.digits.endsWith(digits);
    }
    bool endsAs(const Compared &other) const { return digits.right(lastDigits) == other.digits.right(lastDigits); }
};

void append(std::vector<Compared> &numbers, const QString &e164, QString digits)
{
    digits.remove(u'+');
    if (digits.size() >= fewestDigits)
        numbers.push_back({e164, digits});
}

std::vector<Compared> typedNumbers(const std::vector<Phone> &phones, const QString &country)
{
    std::vector<Compared> numbers;
    for (const Phone &phone : phones) {
        const PhoneReading reading = readPhone(phone.number, country);
        // Another country's number that nobody can dial there is not this country's without its code.
        const bool isWhole = reading.e164.isEmpty() && phone.number.trimmed().startsWith(u'+');
        append(numbers, reading.e164,
               isWhole || reading.national.isEmpty() ? phoneDigits(phone.number) : reading.national);
    }
    return numbers;
}

//! Those in the file were read when they were written.
std::vector<Compared> storedNumbers(const std::vector<Phone> &phones)
{
    std::vector<Compared> numbers;
    for (const Phone &phone : phones)
        append(numbers, phone.e164, phoneDigits(dialled(phone)));
    return numbers;
}

//! Collects ids, each once, in the order found.
class Candidates {
public:
    explicit Candidates(access::ScopedConnection &connection) : m_connection(connection) {}

    Result<void> search(const QString &text)
    {
        TRY_ASSIGN(const auto hits,
                   search::SearchIndex::find(m_connection, text, search::Kinds(search::Kind::Client), mostCandidates));
        for (const search::Hit &hit : hits) {
            TRY_ASSIGN(const ClientId id, resolved(m_connection, ClientId(hit.row)));
            if (std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        }
        return {};
    }
    std::vector<ClientId> ids;

private:
    access::ScopedConnection &m_connection;
};

class Likening {
public:
    Likening(const ClientDraft &draft, const QString &country)
        : m_draft(draft), m_numbers(typedNumbers(draft.phones, country)), m_name(sortedWords(draft.name))
    {}

    const std::vector<Compared> &numbers() const { return m_numbers; }
    std::optional<Likeness> with(const ClientDraft &other) const
    {
        const std::vector<Compared> numbers = storedNumbers(other.phones);
        const auto anyPair = [&](auto holds) {
            return std::ranges::any_of(m_numbers, [&](const Compared &mine) {
                return std::ranges::any_of(numbers, [&](const Compared &theirs) { return holds(mine, theirs); });
            });
        };
        if (anyPair([](const Compared &mine, const Compared &theirs) { return mine.isSameAs(theirs); }))
            return Likeness::SamePhone;
        if (m_name.isEmpty())
            return {};
        if (m_draft.birthDate && m_draft.birthDate == other.birthDate && m_name == sortedWords(other.name))
            return Likeness::SameNameAndBirth;
        const bool alike = anyPair([](const Compared &mine, const Compared &theirs) { return mine.endsAs(theirs); });
        if (alike && areNearNames(m_draft.name, other.name))
            return Likeness::NearNameAndDigits;
        return {};
    }

private:
    const ClientDraft &m_draft;
    std::vector<Compared> m_numbers;
    QString m_name;
};

//! The payer and who is paid for know each other.
bool areFamily(const Client &a, const ClientDraft &b, const std::optional<ClientId> &self)
{
    if (self && a.fields.payer == self)
        return true;
    return b.payer && (b.payer == a.id || b.payer == a.fields.payer);
}

} // namespace

bool areNearNames(const QString &a, const QString &b)
{
    const QString one = sortedWords(a);
    const QString other = sortedWords(b);
    if (one.isEmpty() || other.isEmpty())
        return false;
    // One slip in a short name makes another name ("Ada", "Ade").
    const qsizetype slips = std::min(one.size(), other.size()) < 5    ? 0
                            : std::max(one.size(), other.size()) < 10 ? 1
                                                                      : 2;
    return std::abs(one.size() - other.size()) <= slips && distance(one, other) <= slips;
}

Result<std::vector<Duplicate>> duplicatesOf(access::ScopedConnection &connection, const ClientDraft &draft,
                                            std::optional<ClientId> self)
{
    TRY(connection.principal().require(access::Capability::ClientsRead));
    TRY_ASSIGN(const QString country, countryOf(connection));
    const Likening likening(draft, country);
    Candidates candidates(connection);
    for (const Compared &number : likening.numbers()) {
        TRY(candidates.search(number.digits));
        TRY(candidates.search(number.digits.right(lastDigits)));
    }
    if (draft.birthDate && !draft.name.trimmed().isEmpty())
        TRY(candidates.search(draft.name));
    std::vector<Duplicate> found;
    for (const ClientId &id : candidates.ids) {
        if (id == self)
            continue;
        TRY_ASSIGN(const std::optional<Client> client, loadRow(connection, id));
        if (!client || areFamily(*client, draft, self))
            continue;
        const auto likeness = likening.with(client->fields);
        if (!likeness)
            continue;
        TRY_ASSIGN(const std::optional<ClientSummary> row, summary(connection, id));
        if (row)
            found.push_back({*row, *likeness});
    }
    std::ranges::stable_sort(found, {}, &Duplicate::likeness);
    if (found.size() > mostDuplicates)
        found.erase(found.begin() + mostDuplicates, found.end());
    return found;
}

} // namespace thimblely::clients
