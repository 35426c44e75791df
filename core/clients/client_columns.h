// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/row_writer.h"
#include "core/clients/client.h"

#include <QByteArray>

namespace thimblely::clients {

// How the fields of a client stand in the columns of the table; internal to this folder.

//! {id: {number, use, place, e164}}; the id is made of what is dialled, so that one number is one entry.
QByteArray phonesToJson(const std::vector<Phone> &phones);
std::vector<Phone> phonesFromJson(const QByteArray &json);
QByteArray tagsToJson(const QStringList &tags);
QStringList tagsFromJson(const QByteArray &json);
const char *toColumn(GenderForFit gender);
GenderForFit genderFromColumn(const QByteArray &column);
access::FieldValue toColumn(Channel channel);
Channel channelFromColumn(const QByteArray &column);

//! What is dialled of a number, or its digits where that is not known: how two ways of typing one number are the same.
QString dialled(const Phone &phone);

//! Each number once and understood as one of `country`; what cannot be understood stays as typed.
std::vector<Phone> readPhones(const std::vector<Phone> &typed, const QString &country);

/*!
 * Texts trimmed, phones read as numbers of `country`, those without a digit and empty tags taken out: as it is stored
 * and read again.
 */
ClientDraft tidied(ClientDraft draft, const QString &country);

} // namespace thimblely::clients
