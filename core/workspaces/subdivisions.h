// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace thimblely {

/*!
 * The parts of countries of ISO 3166-2 with their names, read from the table of Debian's iso-codes where that is
 * installed. Without it nothing is known: no name is found, and no code refused. Immutable; any thread.
 */
class Subdivisions {
public:
    //! Read when it is first asked for, which takes about as long as a picture.
    static const Subdivisions &ofThisComputer();
    //! None are known of a file that is not there or no such table.
    explicit Subdivisions(const QString &file);

    bool isKnown() const { return !m_names.isEmpty(); }
    bool contains(const QString &code) const { return m_names.contains(code); }
    //! "Lagos"; empty: not known.
    QString nameOf(const QString &code) const { return m_names.value(code); }
    /*!
     * Those of that name, with what they are or without it ("Lagos", "lagos state"). Of one country those that lie in no
     * other part of it come alone. Sorted.
     */
    QStringList named(const QString &name) const;

private:
    void add(const QString &name, const QString &code);

    QHash<QString, QString> m_names;        // by code
    QHash<QString, QStringList> m_byName;   // folded (core/search/fold.h)
    QHash<QString, bool> m_isPartOfAnother; // by code
};

} // namespace thimblely
