// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/subdivisions.h"

#include "core/search/fold.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace thimblely {

namespace {

constexpr QLatin1String table("iso-codes/json/iso_3166-2.json");

QString countryOf(const QString &code)
{
    return code.left(2);
}

} // namespace

const Subdivisions &Subdivisions::ofThisComputer()
{
    static const Subdivisions known(QStandardPaths::locate(QStandardPaths::GenericDataLocation, table));
    return known;
}

Subdivisions::Subdivisions(const QString &file)
{
    QFile source(file);
    if (file.isEmpty() || !source.open(QIODevice::ReadOnly))
        return;
    const QJsonArray list = QJsonDocument::fromJson(source.readAll())[QLatin1String("3166-2")].toArray();
    static const QRegularExpression between(QStringLiteral("[\\[\\]/]")); // "Illes Balears [Islas Baleares]"
    for (const auto &each : list) {
        const QJsonObject part = each.toObject();
        const QString code = part[QLatin1String("code")].toString();
        const QString name = part[QLatin1String("name")].toString();
        if (code.isEmpty() || name.isEmpty())
            continue;
        m_names.insert(code, name);
        m_isPartOfAnother.insert(code, part.contains(QLatin1String("parent")));
        const QString type = part[QLatin1String("type")].toString();
        QStringList names = name.split(between, Qt::SkipEmptyParts);
        if (!names.contains(name))
            names.append(name);
        for (const QString &called : names) {
            add(called, code);
            add(called + u' ' + type, code);
        }
    }
}

void Subdivisions::add(const QString &name, const QString &code)
{
    QStringList &codes = m_byName[search::fold(name)];
    if (!codes.contains(code))
        codes.append(code);
}

QStringList Subdivisions::named(const QString &name) const
{
    QStringList codes = m_byName.value(search::fold(name));
    const QStringList all = codes;
    codes.removeIf([&](const QString &code) { // a province that is called as its region
        return m_isPartOfAnother.value(code) && std::ranges::any_of(all, [&](const QString &other) {
                   return countryOf(other) == countryOf(code) && !m_isPartOfAnother.value(other);
               });
    });
    codes.sort();
    return codes;
}

} // namespace thimblely
