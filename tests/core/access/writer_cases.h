// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/core/access/two_shops.h"

// What the tests of the RowWriter share: who is who, what a result says, and one call for one row.

#define VERIFY_SAYING(condition, text) QVERIFY2(condition, QByteArray(text).constData())

namespace thimblely::test {

using access::Field;
using access::RowWriter;
using Who = QByteArrayList;

inline const Who managers = {"owner", "admin"};
//! Those who take orders, measure, sell and keep the stock.
inline const Who office = {"owner", "admin", "member", "counter"};

inline bool isForbidden(const Result<void> &result)
{
    return !result && result.error().kind == ErrorKind::Forbidden;
}

inline bool isNotFound(const Result<void> &result)
{
    return !result && result.error().kind == ErrorKind::NotFound;
}

inline QByteArray said(const Result<void> &result)
{
    return result ? QByteArray("done") : describe(result.error()).toUtf8();
}

inline bool hasRow(TwoShops &shops, Table table, const IdBytes &id)
{
    return shops.number(QByteArray("SELECT count(*) FROM ") + storage::facts(table).name + " WHERE id = x'" +
                        hexOf(id).toLatin1() + "'") == 1;
}

inline Result<void> insert(RowWriter &writer, Table table, const IdBytes &id, const std::vector<Field> &fields)
{
    return writer.insert(table, id, std::span(fields));
}

inline Result<void> update(RowWriter &writer, Table table, const IdBytes &id, const Field &field)
{
    return writer.update(table, id, std::span(&field, 1));
}

} // namespace thimblely::test
