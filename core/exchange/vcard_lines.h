// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace thimblely {

//! One property of a card with its folding, quoted-printable and base64 undone, its characters not yet decoded.
struct VCardProperty {
    struct Parameter {
        QString name; //!< upper case
        QStringList values;
    };
    qint64 line = 0;
    QString name; //!< upper case, without its group
    QList<Parameter> parameters;
    QByteArray value;
    QByteArray charset; //!< empty where none is named, or where the file was UTF-16 and the value stands in it plainly

    QStringList types() const;                                //!< lower case, "pref" among them for PREF=1 too
    QString parameter(QLatin1StringView parameterName) const; //!< its first value
};

//! What stands between one BEGIN:VCARD and its END.
struct VCardBlock {
    qint64 line = 0;
    qint64 endLine = 0;  //!< 0: never closed
    bool nested = false; //!< within a card that is closed
    bool lineTooLong = false;
    bool tooManyProperties = false;
    QList<VCardProperty> properties;
    QList<qint64> ignoredLines;
};

struct VCardBlocks {
    QList<VCardBlock> blocks; //!< in the order of their BEGIN
    QList<qint64> strayLines;
};

/*!
 * Cuts a file into cards and these into properties; knows nothing of what the properties mean.
 *
 * An END closes the last open card, so a card whose END is missing does not swallow the ones behind it. Limits: a line
 * 16 MiB unfolded, 2,000 properties a card, 100,000 cards a file ("vcard.too_many_cards"). Pure, thread-safe.
 */
Result<VCardBlocks> splitVCards(const QByteArray &file);

} // namespace thimblely
