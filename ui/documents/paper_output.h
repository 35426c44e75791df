// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "ui/documents/paper.h"
#include "ui/documents/paper_settings.h"

#include <QFuture>
#include <QStringList>

#include <optional>
#include <vector>

namespace thimblely::ui {

//! What came of printing: files where there is no printer, and what is not out.
struct PaperOutput {
    QStringList files = {};
    std::vector<Paper> out = {};
    std::vector<Paper> stuck = {};
    std::optional<Error> error = {}; //!< of the first that is stuck
};

//! Sends them to the printers of `settings`, on another thread; without a printer as PDF into `folder`. After one that
//! fails the others are not tried: what one printer does not take it takes none of.
QFuture<PaperOutput> outputPapers(std::vector<Paper> papers, QString folder, PaperSettings settings);

//! Writes the paper as PDF into `folder`, which is made where there is none; returns the file. "papers.not_written". Any
//! thread.
Result<QString> writePdf(const Paper &paper, const QString &folder);

//! The paper of what is held on a client, and beside it the same for programs, on another thread; returns the paper's file.
QFuture<Result<QString>> writeHeldFiles(Paper paper, QString folder);

} // namespace thimblely::ui
