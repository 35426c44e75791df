// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <mutex>
#include <vector>

struct sqlite3;

namespace thimblely::storage {

class Connection;

//! One thing that is wrong in a file; for a report, so nothing in it is personal.
struct Problem {
    enum class Kind {
        Page,      //!< a damaged page, index or full-text index
        Reference, //!< a row refers to one that is not there
        Figure,    //!< a derived figure is not what its definition gives
        Movement,  //!< new stock is not previous stock plus quantity
        Number,    //!< a gap in the numbers of issued papers
        Journal,   //!< the history cannot be what happened
        Till       //!< the first row of a till's chain that is not as it was written
    };
    Kind kind;
    QByteArray table;
    QByteArray row; //!< the id in hexadecimal digits, where one row is meant
    QString detail;
};

const char *nameOf(Problem::Kind kind);

//! Told the share of the checks that are done, in thousandths, a few times a second; false stops them.
using VerifyProgress = std::function<bool(int permille)>;

/*!
 * Reads every page and compares everything that can be compared: pages and indexes, foreign keys, each derived figure
 * with its definition (schema/sqlite/figures.sql), movements, invoice numbers, the journal, the chains of the tills. Empty: nothing is wrong.
 * Names at most a hundred problems of a kind; not those that are known of a salvaged file (known_problems.h). On a
 * connection without the wall, outside a transaction; takes seconds for a large file. An Error only where the checks
 * themselves could not be run; Cancelled "storage.verify_stopped".
 */
Result<std::vector<Problem>> verify(Connection &connection, const VerifyProgress &progress = {});

//! Ends a check in slices from another thread, within a page's time. Thread-safe.
class CheckStop {
public:
    void stop();
    bool isStopped() const;

private:
    friend class SlicedCheck;
    mutable std::mutex m_mutex;
    sqlite3 *m_handle = nullptr; // while a check runs on it
    bool m_stopped = false;
};

//! The same in slices, table by table, with `pause` milliseconds before each, for who has time; it writes nothing and
//! holds up nobody who does, so the full-text index is left to verify(). Stopped: Cancelled "storage.interrupted".
Result<std::vector<Problem>> verifyInSlices(Connection &connection, int pause, CheckStop &stop);

/*!
 * A SHA-256 over every row of the catalogue's tables, in the order of their ids: equal for equal content, wherever the
 * rows lie in the file. Salted hashes (passwords, PINs, tokens) are left out, being different for the same secret.
 */
Result<QByteArray> digest(Connection &connection);

//! Both for a file that no one else is asked about, brought up to date first; on connections of its own. Any thread.
struct FileReport {
    std::vector<Problem> problems;
    std::vector<Problem> known; //!< that a salvaged file has for good
    QByteArray digest;          //!< empty where it was not asked for
};
Result<FileReport> verifyFile(const QString &path, bool withDigest, const VerifyProgress &progress = {});

} // namespace thimblely::storage
