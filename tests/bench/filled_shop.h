// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/base/clock.h"
#include "core/changes/write_door.h"
#include "tests/bench/bare.h"

#include <QTemporaryDir>

#include <memory>

namespace thimblely::bench {

/*!
 * The same rows twice, made once for a run: in a file of the migrator's, which the program works on, and in a copy of
 * it for the bare program, without checksums and triggers. Filling takes about a minute.
 */
class FilledShop {
public:
    static FilledShop &instance();
    //! Before the application ends: the door's thread needs its event loop.
    static void close();

    access::Principal principal(int workspace);
    std::unique_ptr<access::Session> openSession(int workspace);
    QString path() const { return m_folder.filePath(QStringLiteral("shop.thimblely")); }
    QString barePath() const { return m_folder.filePath(QStringLiteral("bare")); }

    SystemClock clock;
    Scale scale;
    std::unique_ptr<Bare> bare;
    std::unique_ptr<access::Session> session; //!< of the owner of the large workspace
    std::unique_ptr<changes::WriteDoor> door;

private:
    FilledShop();

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

template <typename IdType>
IdType idOf(const Id &id)
{
    IdBytes bytes{};
    std::copy(id.begin(), id.end(), bytes.begin());
    return IdType(bytes);
}

} // namespace thimblely::bench
