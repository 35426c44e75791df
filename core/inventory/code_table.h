// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringView>

#include <array>
#include <cstddef>

namespace thimblely::inventory {

//! The words that stand in the file for an enumeration, in the order of its values.
template <typename Enum, size_t Count>
struct CodeTable {
    const char *what; //!< for the log, where the file holds another word
    std::array<const char *, Count> words;

    QByteArray code(Enum value) const { return words[size_t(value)]; }
    Result<Enum> value(QStringView code) const
    {
        for (size_t i = 0; i < Count; ++i) {
            if (code == QLatin1String(words[i]))
                return Enum(i);
        }
        return Error{ErrorKind::Internal, "file.unknown_word", {}, QLatin1String(what)};
    }
};

} // namespace thimblely::inventory
