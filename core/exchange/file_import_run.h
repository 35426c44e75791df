// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_door.h"
#include "core/exchange/import_report.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace thimblely::exchange {

/*!
 * What the importers share: which files, one operation for each, counting, progress and the way back of a dry run;
 * internal to this folder.
 */
class FileImportRun {
public:
    //! Fills `counts` from a file's bytes; an error means that the file as a whole is refused and nothing of it kept.
    using ReadFile = std::function<Result<void>(changes::WriteContext &, const QString &file, const QByteArray &bytes,
                                                ImportReport &counts)>;
    struct Kind {
        QByteArray operation; //!< "clients.import"
        QStringList endings;  //!< "vcf": what is taken of a folder
        qint64 largestFile;
    };

    FileImportRun(changes::WriteDoor &door, Kind kind, ReadFile readFile);
    Result<ImportReport> run(const QStringList &paths, bool dryRun, const ImportProgress &progress);

private:
    Result<ImportReport> importOne(const QString &path, bool dryRun);

    changes::WriteDoor &m_door;
    const Kind m_kind;
    const ReadFile m_readFile;
};

//! Of the entry as it was read, to see at the next import whether it changed.
QByteArray contentHash(const QByteArray &content);

//! True for what is wrong with one entry, so that the others go on; a full disk or a missing right ends the import.
bool isEntrysOwnFault(const Error &error);

} // namespace thimblely::exchange
