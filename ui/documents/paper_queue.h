// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "ui/documents/paper.h"

#include <QObject>

#include <optional>
#include <vector>

namespace thimblely::ui {

//! A paper that could not be printed, and why.
struct WaitingPaper {
    PaperOrder paper;
    QString name; //!< "Claim check 1042"
    QString why;
    Instant since;
    std::optional<WorkspaceId> workspace = {}; //!< none: kept by an earlier version, when a file had one
};

/*!
 * Papers that a printer did not take, of one shop's file: kept over a restart until they are printed or given up, in a file
 * beside the shop's own, so that the names on it lie within the encrypted folder where there is one. GUI thread only.
 */
class PaperQueue : public QObject {
    Q_OBJECT

public:
    //! Where those of a shop's file are kept.
    static QString fileOf(const QString &shopFile);
    //! Of all workspaces in this file.
    static PaperQueue &of(const QString &shopFile);

    const std::vector<WaitingPaper> &papers() const { return m_papers; }
    //! What one workspace has: nothing of another one is shown.
    std::vector<WaitingPaper> papersOf(WorkspaceId workspace) const;
    //! Once for each paper: another failure replaces the one before.
    void put(WaitingPaper paper);
    void drop(const PaperOrder &paper);
    //! What is about these rows.
    void dropAbout(const std::vector<IdBytes> &rows);

Q_SIGNALS:
    void changed();

private:
    PaperQueue(QString file, const QString &settingsGroup);
    void load();
    void loadFromSettings(const QString &group);
    void save();

    const QString m_file;
    std::vector<WaitingPaper> m_papers; // the first that failed first
};

} // namespace thimblely::ui
