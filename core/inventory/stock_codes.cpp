// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/stock_codes.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace thimblely::inventory {

namespace {

const QString shelfMark = QStringLiteral("SHELF");
constexpr int idDigits = 20; // of a half of 64 bits
constexpr int longestCode = 24;
constexpr int hashDigits = 9;

bool isTypedAlike(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
}

bool isPayload(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestCode && std::ranges::all_of(text, isTypedAlike);
}

//! Not taken for an order's number, a piece's tag or another item's id.
bool canBeScanned(const QString &code)
{
    return isPayload(code) && !isShelfCode(code) && idEndOf(code).isEmpty();
}

} // namespace

QString labelCode(InventoryItemId item, const QString &barcode, const QString &sku)
{
    for (const QString &own : {barcode.trimmed(), sku.trimmed().toUpper()}) {
        // Few digits are an order's number, and are searched for among these first.
        const bool hasLetter = std::ranges::any_of(own, [](QChar c) { return c.isLetter(); });
        if (canBeScanned(own) && (hasLetter || own.size() >= 8))
            return own;
    }
    const quint64 end = qFromBigEndian<quint64>(item.bytes().data() + 8);
    return QString::number(end).rightJustified(idDigits, u'0');
}

QByteArray idEndOf(const QString &code)
{
    if (code.size() != idDigits || !std::ranges::all_of(code, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return {};
    bool ok = false;
    const quint64 end = code.toULongLong(&ok);
    if (!ok)
        return {};
    QByteArray bytes(8, '\0');
    qToBigEndian(end, bytes.data());
    return bytes;
}

QString shelfCode(const QString &shelf)
{
    QString plain;
    bool whole = true;
    for (const QChar c : shelf.toUpper()) {
        if (isTypedAlike(c))
            plain += c;
        else
            whole = whole && !c.isLetterOrNumber(); // spaces and hyphens are not missed
    }
    if (!whole || plain.isEmpty() || shelfMark.size() + plain.size() > longestCode) {
        const QByteArray hash = QCryptographicHash::hash(shelf.toUtf8(), QCryptographicHash::Sha256);
        plain =
            QString::number(qFromBigEndian<quint32>(hash.constData()) % 1'000'000'000).rightJustified(hashDigits, u'0');
    }
    return shelfMark + plain;
}

bool isShelfCode(const QString &code)
{
    return code.startsWith(shelfMark) && code.size() > shelfMark.size();
}

} // namespace thimblely::inventory
