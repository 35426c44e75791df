// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_door.h"
#include "core/exchange/import_file.h"
#include "core/exchange/import_report.h"

#include <QStringList>

#include <memory>

namespace thimblely {

//! Files that were read and what would be taken of them: nothing is written yet, and all of it is written as one.
struct ImportPlan {
    ImportKind kind = ImportKind::Clients;
    std::vector<ImportedFile> files = {};
    std::vector<RefusedEntry> refusedFiles = {}; //!< those that cannot be read at all
    qint64 bytes = 0;                            //!< of all files
};

/*!
 * Reads files, or folders of which every fitting file is taken in the order of their names. A file that cannot be read
 * is one refusal of the plan; NotFound "import.no_file" where there is none at all, Cancelled where the progress said
 * stop. Without `kind` the first file says what they hold. Writes nothing; takes seconds: off the GUI thread.
 */
Result<ImportPlan> readImport(const QStringList &paths, std::optional<ImportKind> kind,
                              const ImportOptions &options = {}, const ImportProgress &progress = {});

/*!
 * Carries a plan out: everything that was understood, in one operation ("clients.import" and its kin), which is undone as
 * one. What was read before is known again, so a file read twice doubles nothing. Forbidden without data:import.
 */
class Importer {
public:
    explicit Importer(changes::WriteDoor &door) : m_door(door) {}

    //! `dryRun`: everything is done and nothing kept, so that the report says what would be. The progress is called on the
    //! writer thread.
    QFuture<Result<ImportReport>> carryOut(std::shared_ptr<const ImportPlan> plan, bool dryRun = false,
                                           ImportProgress progress = {});

    //! Both at once and waiting for it, for the command line: over a door of Durability::Import.
    Result<ImportReport> importFiles(ImportKind kind, const QStringList &paths, bool dryRun = false,
                                     const ImportOptions &options = {}, const ImportProgress &progress = {});

private:
    changes::WriteDoor &m_door;
};

} // namespace thimblely
