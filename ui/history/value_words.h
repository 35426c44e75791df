// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <vector>

namespace thimblely::ui {

class Desk;

//! A part of a list that stands in a column as JSON.
struct ListPart {
    QString key;
    QString name; //!< empty where the key is only the program's
    QString text;
};

//! Bytes or a UUID: nothing that people read.
bool looksLikeId(const QJsonValue &value);

//! A value of the file as the shop writes it, by the end of its column's name ("_minor", "_at", "_date", "_milli" …).
class ValueWords {
public:
    ValueWords(const Desk &desk, const QString &currency) : m_desk(desk), m_currency(currency) {}

    QString of(const QString &column, const QJsonValue &value) const;
    bool isList(const QJsonValue &value) const;
    std::vector<ListPart> parts(const QByteArray &column, const QJsonValue &value) const;

private:
    QString number(const QString &column, qint64 value) const;
    QString amount(qint64 minor) const;
    QString joined(const QString &column, const QJsonValue &value) const;
    std::vector<ListPart> measures(const QByteArray &json) const;
    std::vector<ListPart> templateFields(const QJsonArray &fields) const;

    const Desk &m_desk;
    QString m_currency;
};

} // namespace thimblely::ui
