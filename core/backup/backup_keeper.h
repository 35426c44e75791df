// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/backup/backup_writer.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <optional>
#include <vector>

namespace thimblely::backup {

//! One of the places where backups of this file go, as it was looked at last.
struct Place {
    QString folder;
    std::optional<BackupFile> newest = {}; //!< none: there is none of this file, or the folder is not there
    std::optional<Error> problem = {};     //!< why it cannot be used, or why the last backup there was none
    std::optional<Instant> failedAt = {};  //!< when that was, where one was tried
    std::optional<Instant> lastMade = {};  //!< of the newest that was ever seen there, also while it is away
    QString root = {};                     //!< BackupFolder::volumeRoot() when it was there last
    bool onShopsDisk = false;              //!< what takes the shop's disk takes it along
};

/*!
 * Makes the backups of a shop's file by itself: once on each day that the program runs, and when the till is closed; a
 * place that was not there then (a stick left at home) is caught up with as soon as it is. What it finds and does on
 * sticks and disks it does on a thread of its own, one after another. Where they go, and what was seen there last, is
 * kept on this computer, under the file's id; that a code was chosen stands in the file. GUI thread.
 */
class BackupKeeper : public QObject {
    Q_OBJECT

public:
    static constexpr int mostPlaces = 2;

    BackupKeeper(QString shopFile, const Clock &clock, QObject *parent = nullptr);
    ~BackupKeeper() override;

    //! Looks now and every minute, and makes what is due; before it, only what is asked for.
    void start();
    const QString &shopFile() const { return m_shopFile; }
    const std::vector<Place> &places() const { return m_places; }
    bool hasCode() const { return m_hasCode; }
    //! Before it has looked for the first time nothing is known, and "no code" means nothing.
    bool isLoaded() const { return m_looked; }
    //! Looks once more, now.
    void look();
    //! The newest backup in any place.
    std::optional<Instant> newest() const;
    //! Something is wrong that a person has to see to: no place, no code, or a place that lacks today's.
    bool isLacking() const;

    void setPlaces(const QStringList &folders);
    //! Slow (argon2id), so on the thread; codeChosen() or failed() tells.
    void chooseCode(const QString &code);
    //! Everywhere, whether it is due or not.
    void backUpNow();
    void stop();
    bool isRunning() const { return m_running; }
    int permille() const { return m_permille; }

Q_SIGNALS:
    void changed(); //!< places, code or progress
    void codeChosen();
    void made(const thimblely::backup::BackupMade &backup);
    //! Said once for each place and reason until it is mended.
    void failed(const thimblely::Error &error);

private:
    struct Seen {
        std::vector<Place> places;
        bool hasCode = false;
    };

    void take(const Seen &seen);
    void remember();
    void makeDue();
    bool isDue(const Place &place) const;
    void make(const QString &folder);
    void finish(const QString &folder, const Result<BackupMade> &result);
    void complain(const QString &folder, const Error &error);
    Place *find(const QString &folder);

    QString m_shopFile;
    const Clock &m_clock;
    QString m_id; // of the file; empty before it was looked at
    std::vector<Place> m_places;
    QStringList m_wanted; // now, in turn
    QStringList m_said;   // folder and reason
    QTimer m_timer;
    QThreadPool m_thread;
    std::atomic<bool> m_stop = false;
    bool m_started = false;
    bool m_hasCode = false;
    bool m_looked = false;
    bool m_running = false;
    int m_permille = 0;
};

} // namespace thimblely::backup
