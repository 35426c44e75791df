// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/import_file.h"
#include "core/exchange/vcard.h"

namespace thimblely::exchange {

// From what a file says to clients; internal to this folder. Pure.

//! Nothing a card says is dropped: what has no field of its own goes to the notes.
ClientEntry clientOfCard(const VCardContact &contact);

/*!
 * A row by its mapping. Refused: "table.nobody" (no name, firm, mail or number), "table.day" and "table.sex" (args:
 * line, cell). Names are put together from their parts; what is no number to dial and further addresses go to the notes.
 */
Result<ClientEntry> clientOfRow(const CsvRow &row, const TableReading &table, const QByteArray &format);

//! Who a row is about, of what it says of them: name, phones, birthday, sex. Shared with rows of measures.
struct RowReader {
    const CsvRow &row;
    const TableReading &table;

    QString cell(QByteArrayView key) const;      //!< of the first column that is it
    QStringList cells(QByteArrayView key) const; //!< those of all of them that are not empty
    QString name() const;
    std::vector<Phone> phones(QStringList *others) const;
    Result<std::optional<Date>> date(QByteArrayView key) const;
    Result<GenderForFit> gender() const;
};

//! Days as people write them: 1980-03-22, 22.3.1980, 22/03/1980, 22 Mar 1980; 3/4/1980 as the file's other days say.
std::optional<Date> dayWritten(const QString &text, bool monthFirst);
//! Whether a column of days has one that only makes sense with the month first.
bool isMonthFirst(const QStringList &days);

} // namespace thimblely::exchange
