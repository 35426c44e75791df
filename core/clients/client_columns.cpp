// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_columns.h"

#include "core/base/id.h"
#include "core/clients/phone_number.h"

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

constexpr std::pair<Channel, const char *> channels[] = {
    {Channel::Call, "call"}, {Channel::WhatsApp, "whatsapp"}, {Channel::Sms, "sms"}, {Channel::Email, "email"}};

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
        const auto id = Id<struct PhoneTag>::fromName("phone:" + dialled(phone).toLatin1());
        QJsonObject entry{{QStringLiteral("number"), phone.number},
                          {QStringLiteral("use"), QString(nameOf(phone.use))},
                          {QStringLiteral("place"), place++}};
        if (!phone.e164.isEmpty())
            entry.insert(QStringLiteral("e164"), phone.e164);
        object.insert(id.toString().left(8), entry);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::vector<Phone> phonesFromJson(const QByteArray &json)
{
    std::vector<std::pair<int, Phone>> placed;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (const auto &value : object) {
        const QString number = value[QLatin1String("number")].toString();
        if (!number.isEmpty())
            placed.push_back({value[QLatin1String("place")].toInt(),
                              {number, useFromName(value[QLatin1String("use")].toString()),
                               value[QLatin1String("e164")].toString()}});
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
    for (const auto &tag : array)
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

access::FieldValue toColumn(Channel channel)
{
    const auto found = std::ranges::find(channels, channel, &std::pair<Channel, const char *>::first);
    return found == std::end(channels) ? access::FieldValue(std::nullopt) : access::FieldValue(found->second);
}

Channel channelFromColumn(const QByteArray &column)
{
    const auto found = std::ranges::find_if(channels, [&](const auto &channel) { return column == channel.second; });
    return found == std::end(channels) ? Channel::None : found->first;
}

QString dialled(const Phone &phone)
{
    return phone.e164.isEmpty() ? phoneDigits(phone.number) : phone.e164;
}

std::vector<Phone> readPhones(const std::vector<Phone> &typed, const QString &country)
{
    std::vector<Phone> phones;
    for (Phone phone : typed) {
        phone.number = phone.number.simplified();
        phone.e164 = readPhone(phone.number, country).e164;
        const QString number = dialled(phone);
        const auto known = std::ranges::find(phones, number, dialled);
        if (known != phones.end() && known->use != phone.use)
            known->use = PhoneUse::Both; // one number, once for calls and once for messages
        else if (known == phones.end() && !number.isEmpty())
            phones.push_back(std::move(phone));
    }
    return phones;
}

ClientDraft tidied(ClientDraft draft, const QString &country)
{
    for (QString *text : {&draft.email, &draft.company, &draft.address, &draft.notes, &draft.fitNotes, &draft.locale,
                          &draft.relation, &draft.taxId})
        *text = text->trimmed();
    draft.name = draft.name.simplified();
    draft.phones = readPhones(draft.phones, country);
    if (!draft.payer)
        draft.relation.clear();
    if (!draft.creditAllowed)
        draft.creditLimit.reset();
    QStringList tags;
    for (const QString &tag : std::as_const(draft.tags)) {
        if (const QString plain = tag.simplified(); !plain.isEmpty() && !tags.contains(plain))
            tags.append(plain);
    }
    draft.tags = tags;
    return draft;
}

} // namespace thimblely::clients
