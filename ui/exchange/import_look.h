// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/importer.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace thimblely::ui {

class Desk;

/*!
 * Files that somebody looks into before they are taken in: read off the GUI thread, tried out by a dry run, looked at
 * again with other columns, units or cells, and then carried out as one operation. GUI thread.
 */
class ImportLook : public QObject {
    Q_OBJECT
public:
    explicit ImportLook(Desk &desk, QObject *parent = nullptr);
    ~ImportLook() override;

    //! Begins anew with these files, everything guessed.
    void open(const QStringList &paths);
    //! The same files, read otherwise. `kind`: what they hold.
    void lookAgain(ImportKind kind, const ImportOptions &options);
    void carryOut();
    //! Nothing is kept of what is being done; what was seen before is shown again.
    void stop();
    //! As if nothing had been opened.
    void forget();

    bool isBusy() const { return m_run != nullptr; }
    bool isWriting() const { return m_writing; }
    //! What was seen; null before.
    const ImportPlan *plan() const { return m_plan.get(); }
    const ImportReport &report() const { return m_report; }
    const ImportOptions &options() const { return m_options; }

Q_SIGNALS:
    //! Something was begun, ended or seen.
    void changed();
    void progressed(int permille);
    void failed(const thimblely::Error &error);
    //! It was taken in.
    void done(const thimblely::ImportReport &report);

private:
    //! Shared with the thread that works: how far it is, and whether it is to stop.
    struct Run {
        std::atomic<int> permille = 0;
        std::atomic<bool> stop = false;
    };
    using Plan = std::shared_ptr<const ImportPlan>;

    void begin();
    void read();
    void tryOut(const Plan &plan);
    //! True where the run was stopped or something else is wanted by now.
    bool endRun(const Error *error);
    static ImportProgress progressOf(const std::shared_ptr<Run> &run);

    Desk &m_desk;
    QStringList m_paths;
    std::optional<ImportKind> m_kind;
    ImportOptions m_options;
    Plan m_plan;
    ImportReport m_report;
    std::shared_ptr<Run> m_run;
    bool m_again = false; // what is being read is not wanted any more, something else is
    bool m_writing = false;
    QTimer m_poll;
};

} // namespace thimblely::ui
