// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"

#include <QByteArray>

namespace thimblely::clients {

// How the fields of a client stand in the columns of the table; internal to this folder.

QByteArray phonesToJson(const std::vector<Phone> &phones); //!< {id: {number, use, place}}, the id made of the digits
std::vector<Phone> phonesFromJson(const QByteArray &json);
QByteArray tagsToJson(const QStringList &tags);
QStringList tagsFromJson(const QByteArray &json);
const char *toColumn(GenderForFit gender);
GenderForFit genderFromColumn(const QByteArray &column);

//! Texts trimmed, phones without a digit and empty tags taken out: as it is stored and read again.
ClientDraft tidied(ClientDraft draft);

} // namespace thimblely::clients
