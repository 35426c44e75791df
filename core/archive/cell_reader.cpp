// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/cell.h"

#include <charconv>
#include <limits>

namespace thimblely::archive {

namespace {

using Type = Cell::Type;

constexpr qsizetype idBytes = 16;
constexpr qsizetype hashBytes = 32;

Error broken()
{
    return {ErrorKind::Invalid, "archive.line_broken", {}, {}};
}

Error unfit()
{
    return {ErrorKind::Invalid, "archive.line_value", {}, {}};
}

Result<QByteArray> fromBase64(const QByteArray &text)
{
    auto bytes = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.toBase64() != text)
        return unfit();
    return std::move(bytes.decoded);
}

Result<unsigned> readHex(QByteArrayView json, qsizetype &at)
{
    unsigned code = 0;
    if (json.size() - at < 4)
        return broken();
    const auto end = std::from_chars(json.data() + at, json.data() + at + 4, code, 16).ptr;
    if (end != json.data() + at + 4)
        return broken();
    at += 4;
    return code;
}

//! After "\u": one code point, of two halves where it needs them.
Result<void> readCodePoint(QByteArrayView json, qsizetype &at, QByteArray &text)
{
    TRY_ASSIGN(const unsigned first, readHex(json, at));
    char32_t code = first;
    if (QChar::isHighSurrogate(first)) {
        if (json.size() - at < 2 || json[at] != '\\' || json[at + 1] != 'u')
            return broken();
        at += 2;
        TRY_ASSIGN(const unsigned second, readHex(json, at));
        if (!QChar::isLowSurrogate(second))
            return broken();
        code = QChar::surrogateToUcs4(char16_t(first), char16_t(second));
    } else if (QChar::isLowSurrogate(first)) {
        return broken();
    }
    text += QString::fromUcs4(&code, 1).toUtf8();
    return {};
}

Result<void> readEscape(QByteArrayView json, qsizetype &at, QByteArray &text)
{
    if (at >= json.size())
        return broken();
    static constexpr QByteArrayView written("\"\\/bfnrt");
    static constexpr QByteArrayView meant("\"\\/\b\f\n\r\t");
    const char c = json[at++];
    if (c == 'u')
        return readCodePoint(json, at, text);
    const qsizetype which = written.indexOf(c);
    if (which < 0)
        return broken();
    text += meant[which];
    return {};
}

//! The characters of a number from `at` on, as JSON's grammar has it; empty where there is none.
QByteArrayView numberAt(QByteArrayView json, qsizetype at)
{
    qsizetype end = at;
    const auto digitsFrom = [&] {
        const qsizetype from = end;
        while (end < json.size() && json[end] >= '0' && json[end] <= '9')
            ++end;
        return end - from;
    };
    if (end < json.size() && json[end] == '-')
        ++end;
    const bool zero = end < json.size() && json[end] == '0';
    const qsizetype whole = digitsFrom();
    if (whole == 0 || (zero && whole > 1))
        return {};
    if (end < json.size() && json[end] == '.') {
        ++end;
        if (digitsFrom() == 0)
            return {};
    }
    if (end < json.size() && (json[end] == 'e' || json[end] == 'E')) {
        ++end;
        if (end < json.size() && (json[end] == '+' || json[end] == '-'))
            ++end;
        if (digitsFrom() == 0)
            return {};
    }
    return json.sliced(at, end - at);
}

template <typename Number>
Result<Number> parsed(QByteArrayView text)
{
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size())
        return unfit();
    return number;
}

Result<Cell> readNumber(QByteArrayView json, qsizetype &at, CellKind kind)
{
    const QByteArrayView text = numberAt(json, at);
    if (text.isEmpty())
        return broken();
    at += text.size();
    Cell cell;
    if (kind == CellKind::Integer) {
        cell.type = Type::Integer;
        TRY_ASSIGN(cell.integer, parsed<qint64>(text));
        return cell;
    }
    if (kind != CellKind::Real)
        return unfit();
    cell.type = Type::Real;
    TRY_ASSIGN(cell.real, parsed<double>(text));
    return cell;
}

int valueOfDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Result<Cell> cellOfId(const QByteArray &text)
{
    constexpr qsizetype length = 36;
    if (text.size() != length)
        return unfit();
    Cell cell{Type::Blob};
    cell.bytes.reserve(idBytes);
    for (qsizetype at = 0; at < length;) {
        if (at == 8 || at == 13 || at == 18 || at == 23) {
            if (text[at++] != '-')
                return unfit();
            continue;
        }
        const int high = valueOfDigit(text[at]);
        const int low = valueOfDigit(text[at + 1]);
        if (high < 0 || low < 0)
            return unfit();
        cell.bytes += char(high << 4 | low);
        at += 2;
    }
    return cell;
}

Result<Cell> cellOfString(QByteArray text, CellKind kind)
{
    Cell cell{Type::Blob};
    switch (kind) {
    case CellKind::Text:
        cell.type = Type::Text;
        cell.bytes = std::move(text);
        return cell;
    case CellKind::Id:
        return cellOfId(text);
    case CellKind::Hash:
        cell.bytes = QByteArray::fromHex(text);
        if (cell.bytes.size() != hashBytes || cell.bytes.toHex() != text.toLower())
            return unfit();
        return cell;
    case CellKind::Bytes: {
        TRY_ASSIGN(cell.bytes, fromBase64(text));
        return cell;
    }
    case CellKind::Integer:
    case CellKind::Real:
        break;
    }
    return unfit();
}

Result<Cell> cellOfObject(const QByteArray &key, const QByteArray &value, CellKind kind)
{
    if (key == "real" && kind == CellKind::Real && (value == "inf" || value == "-inf" || value == "nan")) {
        Cell cell{Type::Real};
        cell.real = value == "nan"   ? std::numeric_limits<double>::quiet_NaN()
                    : value == "inf" ? std::numeric_limits<double>::infinity()
                                     : -std::numeric_limits<double>::infinity();
        return cell;
    }
    if (key != "base64" || kind == CellKind::Integer || kind == CellKind::Real)
        return unfit();
    Cell cell{kind == CellKind::Text ? Type::Text : Type::Blob};
    TRY_ASSIGN(cell.bytes, fromBase64(value));
    return cell;
}

//! {"base64": "…"} and its like.
Result<Cell> readObject(QByteArrayView json, qsizetype &at, CellKind kind)
{
    const auto take = [&](char c) {
        skipSpace(json, at);
        return at < json.size() && json[at++] == c;
    };
    ++at;
    skipSpace(json, at);
    TRY_ASSIGN(const QByteArray key, readString(json, at));
    if (!take(':'))
        return broken();
    skipSpace(json, at);
    if (at < json.size() && json[at] != '"')
        return unfit();
    TRY_ASSIGN(const QByteArray value, readString(json, at));
    if (!take('}'))
        return broken();
    return cellOfObject(key, value, kind);
}

} // namespace

void skipSpace(QByteArrayView json, qsizetype &at)
{
    while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\r' || json[at] == '\n'))
        ++at;
}

Result<QByteArray> readString(QByteArrayView json, qsizetype &at)
{
    if (at >= json.size() || json[at] != '"')
        return broken();
    QByteArray text;
    qsizetype from = ++at;
    for (;;) {
        if (at >= json.size() || uchar(json[at]) < 0x20)
            return broken();
        if (json[at] != '"' && json[at] != '\\') {
            ++at;
            continue;
        }
        text += json.sliced(from, at - from);
        if (json[at++] == '"')
            break;
        TRY(readEscape(json, at, text));
        from = at;
    }
    if (!QByteArrayView(text).isValidUtf8())
        return broken();
    return text;
}

Result<Cell> readCell(QByteArrayView json, qsizetype &at, CellKind kind)
{
    skipSpace(json, at);
    if (json.sliced(at).startsWith(QByteArrayView("null"))) {
        at += 4;
        return Cell{};
    }
    if (at >= json.size())
        return broken();
    if (json[at] == '"') {
        TRY_ASSIGN(QByteArray text, readString(json, at));
        return cellOfString(std::move(text), kind);
    }
    if (json[at] == '{')
        return readObject(json, at, kind);
    if (json[at] == '[' || json[at] == 't' || json[at] == 'f')
        return unfit();
    return readNumber(json, at, kind);
}

} // namespace thimblely::archive
