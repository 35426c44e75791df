// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/privacy/client_file.h"
#include "core/storage/catalogue.h"

namespace thimblely::privacy {

//! "Calls and notes": what the rows of a table are to whom they are about. Translated.
QString tableWords(storage::Table table);

//! A column or a key of JSON in words: "client_fabric_note" is "client fabric note". Translated where it is listed.
QString fieldWords(const QByteArray &column);

//! A value as it is read; empty: it says nothing.
HeldFact factOf(const QByteArray &column, const QJsonValue &value, Currency currency, const ReadingTerms &terms);

} // namespace thimblely::privacy
