// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/marketplace/product_json.h"

#include "core/orders/piece_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::marketplace {

namespace {

constexpr qsizetype hashDigits = 64;

bool isHash(const QString &name)
{
    return name.size() == hashDigits && std::ranges::all_of(name, [](QChar each) {
               return (each >= u'0' && each <= u'9') || (each >= u'a' && each <= u'f');
           });
}

} // namespace

QStringList imageNames(const ProductDraft &draft)
{
    return orders::photoNames(draft.photos) + draft.facts.images;
}

void readImages(const QStringList &names, ProductDraft &draft)
{
    QStringList hashes;
    draft.facts.images.clear();
    for (const QString &name : names)
        (isHash(name) ? hashes : draft.facts.images).append(name);
    draft.photos = orders::photosNamed(hashes);
}

access::FieldValue optionsOrNull(const std::vector<ProductOption> &options)
{
    if (options.empty())
        return std::nullopt;
    QJsonArray all;
    for (const ProductOption &option : options)
        all.append(QJsonObject{{QStringLiteral("name"), option.name},
                               {QStringLiteral("choices"), QJsonArray::fromStringList(option.choices)}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::vector<ProductOption> optionsFromJson(const QByteArray &json)
{
    std::vector<ProductOption> options;
    const QJsonArray all = QJsonDocument::fromJson(json).array();
    for (const auto &each : all) {
        const QJsonObject one = each.toObject();
        ProductOption option{one.value(QLatin1String("name")).toString(), {}};
        const QJsonArray choices = one.value(QLatin1String("choices")).toArray();
        for (const auto &choice : choices)
            option.choices.append(choice.toString());
        if (!option.name.isEmpty())
            options.push_back(std::move(option));
    }
    return options;
}

} // namespace thimblely::marketplace
