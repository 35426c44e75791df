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

QString placesKey(const QString &id)
{
    return QStringLiteral("backup/") + id;
}

//! By folder, what was seen there last: [root of its volume, when the newest copy was made in ms].
QString seenKey(const QString &id)
{
    return QStringLiteral("backup-seen/") + id;
}

std::vector<Place> keptPlaces(const QString &id)
{
    std::vector<Place> places;
    const QVariantMap seen = deviceSetting(seenKey(id)).toMap();
    const QStringList folders = deviceSetting(placesKey(id)).toStringList();
    for (const QString &folder : folders) {
        Place place{folder};
        const QVariantList last = seen.value(folder).toList();
        place.root = last.value(0).toString();
        if (const qint64 made = last.value(1).toLongLong(); made > 0)
            place.lastMade = Instant(made);
        places.push_back(std::move(place));
    }
    return places;
}

//! As it is found now, of this file.
Place lookedAt(Place place, const QString &shopFile, const QByteArray &fileId)
{
    const BackupFolder folder(place.folder, place.root);
    place.newest.reset();
    place.problem.reset();
    if (const auto there = folder.check(); !there) {
        place.problem = there.error();
        return place;
    }
    place.root = folder.volumeRoot();
    place.onShopsDisk = folder.isOnVolumeOf(shopFile);
    if (auto backups = folder.backups(fileId); !backups.empty())
        place.newest = std::move(backups.front());
    place.lastMade = place.newest ? std::optional(place.newest->madeAt) : std::nullopt;
    return place;
}

//! It is made as soon as the folder is back, not after a while.
bool isAway(const Error &error)
{
    return error.code == "backup.no_folder" || error.code == "backup.stick_away";
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
    std::vector<Place> places;
    for (const QString &folder : folders.first(std::min<qsizetype>(folders.size(), mostPlaces))) {
        const Place *known = find(folder);
        places.push_back(known ? *known : Place{folder});
    }
    m_places = std::move(places);
    if (!m_id.isEmpty())
        setDeviceSetting(placesKey(m_id), folders);
    remember();
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
    m_thread.start([this, places = m_places, known = m_looked] {
        Seen seen;
        QByteArray fileId;
        if (!known)
            removeLeftCopy(m_shopFile);
        if (const auto keeper = access::FileKeeper::open(m_shopFile)) {
            fileId = (*keeper)->fileId().valueOr({});
            const auto key = (*keeper)->backupKey();
            seen.hasCode = key && key->has_value();
        }
        const QString id = QString::fromLatin1(fileId.toHex());
        for (const Place &place : known ? places : keptPlaces(id))
            seen.places.push_back(lookedAt(place, m_shopFile, fileId));
        QMetaObject::invokeMethod(this, [this, seen, id] {
            if (!id.isEmpty())
                m_id = id;
            take(seen);
        });
    });
}

//! Written only where it says something else: a look each minute must not wear out a disk.
void BackupKeeper::remember()
{
    if (m_id.isEmpty() || !m_looked)
        return;
    QVariantMap seen;
    for (const Place &place : m_places)
        seen.insert(place.folder, QVariantList{place.root, place.lastMade ? place.lastMade->msecs() : qint64(0)});
    if (deviceSetting(seenKey(m_id)).toMap() != seen)
        setDeviceSetting(seenKey(m_id), seen);
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
        mine->lastMade = place.lastMade;
        mine->root = place.root;
        mine->onShopsDisk = place.onShopsDisk;
        if (place.problem || back)
            mine->problem = place.problem;
        if (back)
            m_said.removeIf([&](const QString &said) { return said.startsWith(place.folder); });
    }
    remember();
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
    const Place *place = find(folder);
    m_thread.start([this, folder, root = place ? place->root : QString()] {
        const auto told = [this, before = -1](int permille) mutable {
            if (permille / 10 != before / 10) // a hundred steps are enough to be seen
                QMetaObject::invokeMethod(this, [this, permille] {
                    m_permille = permille;
                    Q_EMIT changed();
                });
            before = permille;
            return !m_stop;
        };
        const auto result = makeBackup(m_shopFile, BackupFolder(folder, root), m_clock, told);
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
        place->lastMade = result->madeAt;
        remember();
        m_said.removeIf([&](const QString &said) { return said.startsWith(folder); });
    } else if (place && result.error().kind != ErrorKind::Cancelled) {
        place->problem = result.error();
        if (!isAway(result.error()))
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
