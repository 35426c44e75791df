// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArrayView>
#include <QString>

namespace thimblely::messages {

//! How a value of a column is told. Hidden: only the program needs it.
enum class ColumnFormat { Plain, Code, YesNo, Hidden };

struct ColumnWord {
    const char *column;
    ColumnFormat format;
    const char *word; //!< before it is translated; empty: it has none

    QString text() const;
};

//! What a column of the 34 tables is called where its values are told: in the history, and on the paper that says what is
//! held on a client. Null: nothing is said of it here.
const ColumnWord *columnWord(QByteArrayView column);

//! A code of a column as words: "in-progress" as "In progress".
QString plainWords(const QString &code);

} // namespace thimblely::messages
