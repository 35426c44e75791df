// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdlib>

//! Ends the run with a stack trace where a promise of a parser does not hold; never compiled out.
inline void promise(bool holds)
{
    if (!holds)
        std::abort();
}

inline QByteArray inputOf(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}
