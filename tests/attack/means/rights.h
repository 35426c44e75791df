// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/schema_columns.h"
#include "tests/core/access/shops.h"

namespace thimblely::test {

/*!
 * What each capability opens by itself, as lines that can be read beside access.md: views with their columns and rows,
 * and the columns that may be inserted and changed, of which rows. It is asked of the view builder and the write builder,
 * so that it says what they make of the policy and not what the policy says. A shop's own ids stand there as <here>, <me>
 * and <mine>.
 */
class Rights {
public:
    Rights(Shops &shops, const QByteArray &shop);

    /*!
     * Of somebody who has own:data and these; without own:data's lines where they have more. `written`: of what may be
     * written only this table, which is quicker.
     */
    QByteArrayList of(const access::CapabilitySet &capabilities, std::optional<Table> written = {}) const;
    //! Of the lines of all tables those that of() gives for one.
    static QByteArrayList about(const QByteArrayList &lines, std::optional<Table> written);
    //! Each capability by itself, then those that only open something together.
    static std::vector<access::CapabilitySet> sets();
    static QByteArray nameOf(const access::CapabilitySet &capabilities);

private:
    QByteArrayList linesOf(const access::CapabilitySet &capabilities, std::optional<Table> written) const;
    void addReads(QByteArrayList &lines, const access::Principal &who) const;
    void addWrites(QByteArrayList &lines, const access::Principal &who, Table table) const;
    QByteArray inWords(QByteArray sql) const;

    const access::Principal m_owner;
    std::unique_ptr<storage::Connection> m_connection; // to a copy without triggers: what is made is never run
    std::shared_ptr<const access::SchemaColumns> m_columns;
};

} // namespace thimblely::test
