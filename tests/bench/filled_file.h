// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "tests/bench/bare.h"

#include <QTemporaryDir>

#include <algorithm>

namespace thimblely::bench {

//! A file of the migrator's with the rows of a `Scale`, search index included; gone with the object. Takes a minute.
class FilledFile {
public:
    FilledFile();

    QString path() const { return m_folder.filePath(QStringLiteral("shop.thimblely")); }
    QString folder() const { return m_folder.path(); }

    SystemClock clock;
    Scale scale;

private:
    QTemporaryDir m_folder;
};

//! The value, or the end of the process with the error's words: a figure from a failed run is worse than none.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
    return std::move(result).value();
}

inline void require(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(describe(result.error())));
}

template <typename IdType>
IdType idOf(const Id &id)
{
    IdBytes bytes{};
    std::copy(id.begin(), id.end(), bytes.begin());
    return IdType(bytes);
}

} // namespace thimblely::bench
