// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/storage/verify.h"

#include <QObject>
#include <QString>
#include <QThread>

#include <memory>
#include <vector>

namespace thimblely::backup {

/*!
 * Looks through a whole shop's file while others work in it: every page, every figure, in slices, on a thread that only
 * runs where nobody else wants to. Opening a file looks at its header and its list of tables alone, so that a start
 * does not wait for it. Destroying it ends the check. GUI thread.
 */
class FileCheck : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~FileCheck() override;

    //! Ends the one before, if that is not done. `pause`: between two slices, in milliseconds.
    void start(const QString &shopFile, int pause = 50);
    //! Returns when it no longer has the file open.
    void stop();
    bool isRunning() const { return m_thread && m_thread->isRunning(); }

Q_SIGNALS:
    //! What is wrong; empty: nothing. Not emitted where the check itself could not be made.
    void done(const std::vector<thimblely::storage::Problem> &problems);

private:
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<storage::CheckStop> m_stop; // of the one that runs
};

} // namespace thimblely::backup
