// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/cell.h"

#include <array>
#include <charconv>
#include <cmath>

namespace thimblely::archive {

namespace {

using Type = Cell::Type;

constexpr qsizetype idBytes = 16;
constexpr qsizetype hashBytes = 32;
constexpr char digits[] = "0123456789abcdef";

//! Bytes of the line separators that are no control characters: U+0085, U+2028, U+2029; 0 where none begins.
qsizetype separatorAt(QByteArrayView text, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < text.size() ? uchar(text[i]) : 0; };
    if (byte(at) == 0xc2 && byte(at + 1) == 0x85)
        return 2;
    if (byte(at) == 0xe2 && byte(at + 1) == 0x80 && (byte(at + 2) == 0xa8 || byte(at + 2) == 0xa9))
        return 3;
    return 0;
}

void appendEscaped(QByteArray &json, unsigned code)
{
    json += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        json += digits[(code >> shift) & 15];
}

void appendReal(QByteArray &json, double real)
{
    if (!std::isfinite(real)) {
        json += std::isnan(real) ? R"({"real":"nan"})" : real > 0 ? R"({"real":"inf"})" : R"({"real":"-inf"})";
        return;
    }
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), real).ptr;
    const QByteArrayView written(text.data(), end - text.data());
    json += written;
    if (!written.contains('.') && !written.contains('e'))
        json += ".0"; // a real number stays one
}

void appendBase64(QByteArray &json, const QByteArray &bytes)
{
    json += R"({"base64":")" + bytes.toBase64() + "\"}";
}

void appendBlob(QByteArray &json, CellKind kind, const QByteArray &bytes)
{
    if (kind == CellKind::Id && bytes.size() == idBytes) {
        json += '"';
        for (qsizetype i = 0; i < idBytes; ++i) {
            if (i == 4 || i == 6 || i == 8 || i == 10)
                json += '-';
            json += digits[uchar(bytes[i]) >> 4];
            json += digits[uchar(bytes[i]) & 15];
        }
        json += '"';
    } else if (kind == CellKind::Hash && bytes.size() == hashBytes) {
        json += '"' + bytes.toHex() + '"';
    } else if (kind == CellKind::Bytes) {
        json += '"' + bytes.toBase64() + '"';
    } else {
        appendBase64(json, bytes);
    }
}

} // namespace

const char *nameOf(CellKind kind)
{
    switch (kind) {
    case CellKind::Id:
        return "id";
    case CellKind::Hash:
        return "sha256";
    case CellKind::Bytes:
        return "bytes";
    case CellKind::Text:
        return "text";
    case CellKind::Integer:
        return "integer";
    case CellKind::Real:
        return "real";
    }
    Q_UNREACHABLE();
}

CellKind kindOfColumn(QByteArrayView type, QByteArrayView name)
{
    if (type == QByteArrayView("INTEGER"))
        return CellKind::Integer;
    if (type == QByteArrayView("REAL"))
        return CellKind::Real;
    if (type != QByteArrayView("BLOB"))
        return CellKind::Text;
    if (name.endsWith(QByteArrayView("sha256")) || name.endsWith(QByteArrayView("_media")))
        return CellKind::Hash;
    for (const char *end : {"_id", "_by", "_to", "uid"}) {
        if (name.endsWith(QByteArrayView(end)))
            return CellKind::Id;
    }
    return name == QByteArrayView("id") ? CellKind::Id : CellKind::Bytes;
}

void appendString(QByteArray &json, QByteArrayView utf8)
{
    json += '"';
    qsizetype from = 0;
    for (qsizetype at = 0; at < utf8.size(); ++at) {
        const uchar c = uchar(utf8[at]);
        const qsizetype separator = c < 0x80 ? 0 : separatorAt(utf8, at);
        if (c >= 0x20 && c != '"' && c != '\\' && separator == 0)
            continue;
        json += utf8.sliced(from, at - from);
        if (separator > 0) {
            appendEscaped(json, separator == 2 ? 0x85 : uchar(utf8[at + 2]) == 0xa8 ? 0x2028 : 0x2029);
            at += separator - 1;
        } else if (c == '"' || c == '\\') {
            json += '\\';
            json += char(c);
        } else if (c == '\n') {
            json += "\\n";
        } else {
            appendEscaped(json, c);
        }
        from = at + 1;
    }
    json += utf8.sliced(from);
    json += '"';
}

void appendCell(QByteArray &json, CellKind kind, const Cell &cell)
{
    switch (cell.type) {
    case Type::Null:
        json += "null";
        return;
    case Type::Integer: {
        std::array<char, 24> text{};
        const auto end = std::to_chars(text.data(), text.data() + text.size(), cell.integer).ptr;
        json.append(text.data(), end - text.data());
        return;
    }
    case Type::Real:
        return appendReal(json, cell.real);
    case Type::Text:
        if (QByteArrayView(cell.bytes).isValidUtf8())
            return appendString(json, cell.bytes);
        return appendBase64(json, cell.bytes);
    case Type::Blob:
        return appendBlob(json, kind, cell.bytes);
    }
}

} // namespace thimblely::archive
