// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/marks.h"

#include <QCryptographicHash>

#include <algorithm>

namespace thimblely::test {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

int digit(char c)
{
    const char low = lower(c);
    return low >= '0' && low <= '9' ? low - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

constexpr qsizetype length = 8;

//! The mark that begins there; `at` gives the characters one after another, or NUL behind the end.
template <typename At>
std::optional<Mark> markAt(const At &at)
{
    if (lower(at(0)) != 'q' || lower(at(1)) != 'z' || lower(at(2)) != 'x' || lower(at(5)) != 'x' ||
        lower(at(6)) != 'z' || lower(at(7)) != 'q')
        return std::nullopt;
    return Mark{lower(at(3)), lower(at(4))};
}

} // namespace

IdBytes markedId(const QByteArray &name)
{
    const QByteArray text = Mark{name.at(0), Mark::id}.text() +
                            QCryptographicHash::hash(name, QCryptographicHash::Sha256).left(16 - length);
    IdBytes bytes;
    std::copy_n(text.begin(), bytes.size(), bytes.begin());
    return bytes;
}

std::optional<Mark> foreignMark(QByteArrayView bytes, const Marks &allowed)
{
    const qsizetype size = bytes.size();
    const auto byte = [&](qsizetype index) { return index < size ? bytes[index] : '\0'; };
    for (qsizetype from = 0; from < size; ++from) {
        const char first = bytes[from];
        std::optional<Mark> found;
        if (first == 'q' || first == 'Q') {
            found = markAt([&](qsizetype i) { return byte(from + i); });
            if (!found && byte(from + 1) == '\0')
                found = markAt([&](qsizetype i) { return byte(from + 2 * i); });
        } else if (first == '7' || first == '5') { // the first digit of q and Q
            const auto hex = [&](qsizetype step) {
                return markAt([&](qsizetype i) {
                    const int high = digit(byte(from + 2 * i * step));
                    const int low = digit(byte(from + (2 * i + 1) * step));
                    return high < 0 || low < 0 ? '\0' : char(high * 16 + low);
                });
            };
            found = hex(1);
            if (!found && byte(from + 1) == '\0')
                found = hex(2);
        }
        if (found && !allowed.contains(*found))
            return found;
    }
    return std::nullopt;
}

} // namespace thimblely::test
