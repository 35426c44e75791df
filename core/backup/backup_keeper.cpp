// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/backup_keeper.h"

#include "core/access/privileged/file_keeper.h"
#include "core/base/device_settings.h"

#include <QDateTime>

#include <algorithm>

namespace thimblely::backup {

namespace {

constexpr int everyMinute = 60'000;           // ms
constexpr qint64 tryAgainAfter = 60 * 60'000; // ms; a full disk is not asked every minute

QStringList keptPlaces(const QString &key)
{
    return key.isEmpty() ? QStringList() : deviceSetting(key).toStringList();
}

QDate dayOf(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.msecs()).date();
}

} // namespace

BackupKeeper::BackupKeeper(QString shopFile, const Clock &clock, QObject *parent)
    : QObject(parent), m_shopFile(std::move(shopFile)), m_clock(clock)
{
    m_thread.setMaxThreadCount(1);
    m_timer.setInterval(everyMinute);
    connect(&m_timer, &QTimer::timeout, this, &BackupKeeper::look);
}

BackupKeeper::~BackupKeeper()
{
    m_stop = true;
    m_thread.waitForDone();
}

void BackupKeeper::start()
{
    m_started = true;
    m_timer.start();
    look();
}

std::optional<Instant> BackupKeeper::newest() const
{
    std::optional<Instant> newest;
    for (const Place &place : m_places) {
        if (place.newest && (!newest || *newest < place.newest->madeAt))
            newest = place.newest->madeAt;
    }
    return newest;
}

bool BackupKeeper::isLacking() const
{
    return m_looked && (!m_hasCode || m_places.empty() ||
                        std::ranges::any_of(m_places, [this](const Place &place) { return isDue(place); }));
}

void BackupKeeper::setPlaces(const QStringList &folders)
{
    m_places.clear();
    for (const QString &folder : folders.first(std::min<qsizetype>(folders.size(), mostPlaces)))
        m_places.push_back({folder});
    if (!m_settingsKey.isEmpty())
        setDeviceSetting(m_settingsKey, folders);
    m_said.clear();
    Q_EMIT changed();
    look();
}

void BackupKeeper::chooseCode(const QString &code)
{
    m_thread.start([this, code] {
        const auto chosen = setBackupCode(m_shopFile, code);
        QMetaObject::invokeMethod(this, [this, chosen] {
            if (!chosen)
                return Q_EMIT failed(chosen.error());
            m_hasCode = true;
            Q_EMIT codeChosen();
            Q_EMIT changed();
            makeDue();
        });
    });
}

// Looking -------------------------------------------------------------------------------------------------------------

void BackupKeeper::look()
{
    if (m_running)
        return; // it is looked at when that is done
    QStringList folders;
    for (const Place &place : m_places)
        folders.append(place.folder);
    m_thread.start([this, folders, known = m_looked] {
        Seen seen;
        QByteArray fileId;
        if (!known)
            removeLeftCopy(m_shopFile);
        if (const auto keeper = access::FileKeeper::open(m_shopFile)) {
            fileId = (*keeper)->fileId().valueOr({});
            const auto key = (*keeper)->backupKey();
            seen.hasCode = key && key->has_value();
        }
        const QString settingsKey = QStringLiteral("backup/") + QString::fromLatin1(fileId.toHex());
        for (const QString &path : known ? folders : keptPlaces(settingsKey)) {
            const BackupFolder folder(path);
            Place place{path};
            if (const auto there = folder.check(); !there) {
                place.problem = there.error();
            } else if (auto backups = folder.backups(fileId); !backups.empty()) {
                place.newest = std::move(backups.front());
            }
            seen.places.push_back(std::move(place));
        }
        QMetaObject::invokeMethod(this, [this, seen, settingsKey, fileId] {
            if (!fileId.isEmpty())
                m_settingsKey = settingsKey;
            take(seen);
        });
    });
}

void BackupKeeper::take(const Seen &seen)
{
    m_hasCode = seen.hasCode;
    if (!m_looked)
        m_places = seen.places;
    m_looked = true;
    for (const Place &place : seen.places) {
        Place *mine = find(place.folder);
        if (!mine)
            continue; // it is no place any more
        const bool back = !place.problem && mine->problem && !mine->failedAt;
        mine->newest = place.newest;
        if (place.problem || back)
            mine->problem = place.problem;
        if (back)
            m_said.removeIf([&](const QString &said) { return said.startsWith(place.folder); });
    }
    Q_EMIT changed();
    if (m_started)
        makeDue();
}

Place *BackupKeeper::find(const QString &folder)
{
    const auto found = std::ranges::find(m_places, folder, &Place::folder);
    return found == m_places.end() ? nullptr : &*found;
}

//! Today's is not there yet.
bool BackupKeeper::isDue(const Place &place) const
{
    return !place.newest || dayOf(place.newest->madeAt) < dayOf(m_clock.now());
}

// Making --------------------------------------------------------------------------------------------------------------

void BackupKeeper::makeDue()
{
    if (!m_hasCode || m_running) // what is seen is from before the one that is being made
        return;
    for (const Place &place : m_places) {
        if (!isDue(place))
            continue;
        const bool justFailed = place.failedAt && m_clock.now() < place.failedAt->plusMsecs(tryAgainAfter);
        if (place.problem && (!place.failedAt || justFailed))
            complain(place.folder, *place.problem); // made when the folder is back, after a while, or by hand
        else
            make(place.folder);
    }
}

void BackupKeeper::backUpNow()
{
    if (!m_hasCode)
        return Q_EMIT failed({ErrorKind::NotFound, "backup.no_code", {}, {}});
    m_said.clear();
    for (const Place &place : m_places)
        make(place.folder);
}

void BackupKeeper::stop()
{
    m_stop = true;
    m_wanted.clear();
}

void BackupKeeper::make(const QString &folder)
{
    if (m_running) {
        if (!m_wanted.contains(folder))
            m_wanted.append(folder);
        return;
    }
    m_running = true;
    m_stop = false;
    m_permille = 0;
    Q_EMIT changed();
    m_thread.start([this, folder] {
        const auto told = [this, before = -1](int permille) mutable {
            if (permille / 10 != before / 10) // a hundred steps are enough to be seen
                QMetaObject::invokeMethod(this, [this, permille] {
                    m_permille = permille;
                    Q_EMIT changed();
                });
            before = permille;
            return !m_stop;
        };
        const auto result = makeBackup(m_shopFile, BackupFolder(folder), m_clock, told);
        QMetaObject::invokeMethod(this, [this, folder, result] { finish(folder, result); });
    });
}

void BackupKeeper::finish(const QString &folder, const Result<BackupMade> &result)
{
    m_running = false;
    Place *place = find(folder);
    if (result)
        Q_EMIT made(*result);
    if (place && result) {
        place->problem.reset();
        place->failedAt.reset();
        place->newest = BackupFile{result->path, {}, {}, result->madeAt, result->size};
        m_said.removeIf([&](const QString &said) { return said.startsWith(folder); });
    } else if (place && result.error().kind != ErrorKind::Cancelled) {
        place->problem = result.error();
        place->failedAt = m_clock.now();
        complain(folder, result.error());
    }
    Q_EMIT changed();
    if (!m_wanted.isEmpty())
        make(m_wanted.takeFirst());
}

void BackupKeeper::complain(const QString &folder, const Error &error)
{
    const QString said = folder + u'\n' + QString::fromLatin1(error.code);
    if (m_said.contains(said))
        return;
    m_said.append(said);
    Q_EMIT failed(error);
}

} // namespace thimblely::backup
