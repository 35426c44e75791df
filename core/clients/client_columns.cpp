// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_columns.h"

#include "core/base/id.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace thimblely::clients {

namespace {

constexpr std::pair<PhoneUse, QLatin1StringView> uses[] = {
    {PhoneUse::Call, QLatin1StringView("call")},
    {PhoneUse::WhatsApp, QLatin1StringView("whatsapp")},
    {PhoneUse::Both, QLatin1StringView("both")},
};

QLatin1StringView nameOf(PhoneUse use)
{
    return std::ranges::find(uses, use, &std::pair<PhoneUse, QLatin1StringView>::first)->second;
}

PhoneUse useFromName(const QString &name)
{
    const auto found = std::ranges::find_if(uses, [&](const auto &use) { return name == use.second; });
    return found == std::end(uses) ? PhoneUse::Call : found->first;
}

} // namespace

QByteArray phonesToJson(const std::vector<Phone> &phones)
{
    QJsonObject object;
    int place = 1;
    for (const Phone &phone : phones) {
        // Two devices that add the same number make the same entry.
        const auto id = Id<struct PhoneTag>::fromName("phone:" + phoneDigits(phone.number).toLatin1());
        object.insert(id.toString().left(8), QJsonObject{{QStringLiteral("number"), phone.number},
                                                         {QStringLiteral("use"), QString(nameOf(phone.use))},
                                                         {QStringLiteral("place"), place++}});
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::vector<Phone> phonesFromJson(const QByteArray &json)
{
    std::vector<std::pair<int, Phone>> placed;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (const QJsonValue &value : object) {
        const QString number = value[QLatin1String("number")].toString();
        if (!number.isEmpty())
            placed.push_back(
                {value[QLatin1String("place")].toInt(), {number, useFromName(value[QLatin1String("use")].toString())}});
    }
    std::ranges::stable_sort(placed, {}, &std::pair<int, Phone>::first);
    std::vector<Phone> phones;
    phones.reserve(placed.size());
    for (auto &[place, phone] : placed)
        phones.push_back(std::move(phone));
    return phones;
}

QByteArray tagsToJson(const QStringList &tags)
{
    return QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact);
}

QStringList tagsFromJson(const QByteArray &json)
{
    QStringList tags;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &tag : array)
        tags.append(tag.toString());
    return tags;
}

const char *toColumn(GenderForFit gender)
{
    switch (gender) {
    case GenderForFit::Female:
        return "female";
    case GenderForFit::Male:
        return "male";
    case GenderForFit::Unknown:
        break;
    }
    return "unspecified";
}

GenderForFit genderFromColumn(const QByteArray &column)
{
    if (column == "female")
        return GenderForFit::Female;
    return column == "male" ? GenderForFit::Male : GenderForFit::Unknown;
}

ClientDraft tidied(ClientDraft draft)
{
    for (QString *text :
         {&draft.name, &draft.email, &draft.company, &draft.address, &draft.notes, &draft.fitNotes, &draft.locale})
        *text = text->trimmed();
    draft.name = draft.name.simplified();
    std::vector<Phone> phones;
    for (Phone phone : draft.phones) {
        phone.number = phone.number.simplified();
        const QString digits = phoneDigits(phone.number);
        const bool known =
            std::ranges::any_of(phones, [&](const Phone &other) { return phoneDigits(other.number) == digits; });
        if (!digits.isEmpty() && !known)
            phones.push_back(std::move(phone));
    }
    draft.phones = std::move(phones);
    QStringList tags;
    for (const QString &tag : std::as_const(draft.tags)) {
        if (const QString plain = tag.simplified(); !plain.isEmpty() && !tags.contains(plain))
            tags.append(plain);
    }
    draft.tags = tags;
    return draft;
}

} // namespace thimblely::clients
