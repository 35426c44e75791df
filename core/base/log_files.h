// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>
#include <QtGlobal>

#include <array>
#include <atomic>

namespace thimblely {

/*!
 * Writes what is logged to files, one for each category ("storage.log" for thimblely.storage, "other.log" for what is not
 * ours), readable by nobody else. A file that is full becomes NAME.1, that NAME.2, and the oldest goes.
 *
 * Our own lines hold no personal data by rule (log.h). Of others' lines, whose authors know no such rule, only the words
 * before the first digit, quotation mark or bracket are kept. Each line goes to stderr as well, as without this.
 */
class LogFiles {
public:
    struct Limits {
        qint64 bytes = 256 * 1024; //!< of one file
        int files = 3;             //!< of a category
    };

    //! From now on; for the whole process, once.
    static void install(const QString &folder, Limits limits);
    static void install(const QString &folder) { install(folder, Limits()); }

    //! What of a foreign line is kept. Pure.
    static QString harmless(const QString &message);
};

/*!
 * The newest lines as they went to the files, in memory that a signal handler may read: never freed, never locked, and
 * whole but for one that is being written just then.
 */
class NewestLines {
public:
    static constexpr int count = 40;
    static constexpr int bytes = 240;

    static void add(const QByteArray &line);
    //! Oldest first; `index` below count. Empty where there is none. Async-signal-safe.
    static const char *at(int index);

private:
    static std::array<std::array<char, bytes>, count> s_lines;
    static std::atomic<unsigned> s_next;
};

} // namespace thimblely
