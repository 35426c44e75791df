// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/file_check.h"
#include "core/backup/file_runs.h"
#include "core/base/clock.h"
#include "core/base/error.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace thimblely::ui {

class NoticeBar;

/*!
 * What looks after the shop's file while people work in it, and says along the window's top what it finds: that the
 * program ended badly last time, with the report it left, and that a part of the file is damaged, with the way on. The
 * file is checked as a whole once a day, and after a run that did not come to its end, a while after sign-in.
 */
class FileCare : public QObject {
    Q_OBJECT

public:
    static constexpr int checkAfter = 30'000; // ms; not while the first client is served

    FileCare(QWidget *window, const Clock &clock);
    ~FileCare() override;

    //! A file is ready; another one that was is left.
    void open(const QString &shopFile);
    //! The file is closed: nothing here holds it open any more.
    void leave();
    //! Somebody has signed in: what is due begins after `after` milliseconds.
    void work(int after = checkAfter);
    /*!
     * Something failed. A damaged page is said along the top, and stays said. So is a disk that is gone, full or may not
     * be written to; it is looked for every few seconds, and once it works again backAgain() says so.
     */
    void hear(const Error &error);
    //! The file is open anew on a disk that works.
    void noteBack();
    //! Why the file cannot be worked in just now; none: it can. Instead of looking at the disk, for tests.
    using Probe = std::function<std::optional<Error>(const QString &shopFile)>;
    void setProbe(Probe probe) { m_probe = std::move(probe); }
    //! That of the last run that ended badly, once.
    void sayCrash();
    void noteBackup(std::optional<Instant> newest);
    std::optional<Instant> newestBackup() const;

    //! What it says along the window's top; none before it has said anything.
    NoticeBar *bar() const { return m_bar; }

Q_SIGNALS:
    //! The disk works again, that was gone: what has the file open opens it anew.
    void backAgain();
    //! What to do about a damaged file is asked for.
    void wayOnRequested(const thimblely::Error &error);

private:
    void check();
    void sayDamaged(const Error &error);
    void sayAway(const Error &error);
    void lookForDisk(bool asked);
    void say(const QString &sentence);

    const Clock &m_clock;
    QWidget *m_window;
    NoticeBar *m_bar = nullptr; // of the window; made when it has something to say, as a start has no time for it
    std::unique_ptr<backup::FileRuns> m_runs;
    backup::FileCheck m_check;
    QTimer m_due;
    QString m_shopFile;
    bool m_endedBadly = false;
    bool m_saidDamaged = false;
    Probe m_probe;
    QTimer m_lookAgain; // while the disk is away
    bool m_isAway = false;
    bool m_looking = false;
};

} // namespace thimblely::ui
