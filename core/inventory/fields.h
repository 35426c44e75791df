// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace thimblely::inventory {

// How values that may be empty stand in a column: as NULL, so that "not said" is one thing in the file.

inline access::FieldValue textOrNull(const QString &text)
{
    return text.isEmpty() ? access::FieldValue(std::nullopt) : access::FieldValue(text);
}

inline access::FieldValue listOrNull(const QStringList &list)
{
    if (list.isEmpty())
        return std::nullopt;
    return QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact);
}

inline access::FieldValue objectOrNull(const QJsonObject &object)
{
    if (object.isEmpty())
        return std::nullopt;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline QStringList listFromJson(const QByteArray &json)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        list.append(value.toString());
    return list;
}

} // namespace thimblely::inventory
