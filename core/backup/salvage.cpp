// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/salvage.h"

#include "core/access/privileged/principal_store.h"
#include "core/access/session.h"
#include "core/accounts/own_device.h"
#include "core/search/search_index.h"
#include "core/storage/location.h"
#include "core/storage/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QSysInfo>

#include <algorithm>

namespace thimblely::backup {

namespace {

constexpr int steps = 3;
constexpr qint64 megabyte = qint64(1) << 20;

Result<void> requireRoom(const QString &damaged, const QString &newFile)
{
    const QString folder = QFileInfo(newFile).absolutePath();
    const qint64 missing = QFileInfo(damaged).size() + megabyte - QStorageInfo(folder).bytesAvailable();
    if (missing <= 0)
        return {};
    return Error{ErrorKind::DiskFull, "backup.no_room", {folder, QString::number(missing / megabyte + 1)}, {}};
}

//! One person of each workspace who may see everything in it: its owner, else whoever is left.
Result<std::vector<access::Principal>> oneOfEach(const QString &path)
{
    TRY_ASSIGN(const auto store, access::PrincipalStore::open(storage::OpenOptions{path}));
    TRY_ASSIGN(std::vector<access::SignInFace> faces, store->faces());
    std::ranges::stable_sort(faces, {}, [](const access::SignInFace &face) { return !face.owner; });
    TRY_ASSIGN(const auto device, store->device());
    std::vector<access::Principal> found;
    for (const access::SignInFace &face : faces) {
        const bool known =
            std::ranges::any_of(found, [&face](const access::Principal &p) { return p.workspace == face.workspace; });
        if (known || !device)
            continue;
        auto principal = store->load(face.person, face.workspace, *device);
        if (principal)
            found.push_back(std::move(*principal));
    }
    return found;
}

Result<void> makeSearchable(const QString &path, const Clock &clock)
{
    TRY_ASSIGN(const auto people, oneOfEach(path));
    if (people.empty())
        return Error{ErrorKind::Corrupt, "salvage.nobody", {}, {}};
    for (const access::Principal &principal : people) {
        TRY_ASSIGN(const auto session, access::Session::open(path, principal));
        TRY_ASSIGN(const auto connection, session->openConnection());
        TRY(search::SearchIndex::addMissing(*connection, clock));
    }
    return {};
}

class Salvager {
public:
    Salvager(QString making, const Clock &clock, const SalvageProgress &progress)
        : m_making(std::move(making)), m_clock(clock), m_progress(progress)
    {
        clear();
    }
    ~Salvager() { clear(); }
    Salvager(const Salvager &) = delete;
    Salvager &operator=(const Salvager &) = delete;

    Result<Salvaged> run(const QString &damaged)
    {
        TRY(go(0));
        TRY_ASSIGN(m_salvaged.rows, storage::salvageRows(damaged, m_making, m_clock));
        TRY(goOn());
        TRY(go(1));
        TRY(makeSearchable(m_making, m_clock));
        TRY(go(2));
        TRY_ASSIGN(const storage::FileReport report, storage::verifyFile(m_making, false));
        TRY_ASSIGN(const auto keeper, access::FileKeeper::open(m_making));
        TRY(keeper->keepKnownProblems(report.problems, m_clock.now()));
        TRY_ASSIGN(const storage::FileReport rest, storage::verifyFile(m_making, false));
        m_salvaged.problems = rest.problems;
        m_salvaged.missingNumbers = qint64(rest.known.size());
        TRY_ASSIGN(m_salvaged.shops, keeper->shops());
        TRY_ASSIGN(m_salvaged.newestChange, keeper->newestChange());
        return m_salvaged;
    }

    Result<void> moveTo(const QString &path) const
    {
        if (QFileInfo(m_making + QStringLiteral("-wal")).size() > 0 || !QFile::rename(m_making, path))
            return Error{ErrorKind::Io, "storage.cannot_open", {path}, QStringLiteral("rename")};
        return {};
    }

private:
    Result<void> go(int step) const
    {
        if (!m_progress || m_progress(step, steps))
            return {};
        return Error{ErrorKind::Cancelled, "salvage.stopped", {}, {}};
    }

    Result<void> goOn() const
    {
        TRY_ASSIGN(const auto keeper, access::FileKeeper::open(m_making));
        TRY_ASSIGN(const QByteArray fileId, keeper->fileId());
        TRY(keeper->goOnAs(DeviceId::make(m_clock), machineMark(fileId), QSysInfo::machineHostName(), m_clock.now()));
        return keeper->closeLostSeries(m_clock.now());
    }

    //! Half a salvage leaves nothing behind.
    void clear() const
    {
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(m_making + QLatin1String(end));
    }

    const QString m_making;
    const Clock &m_clock;
    const SalvageProgress &m_progress;
    Salvaged m_salvaged;
};

} // namespace

Result<Salvaged> salvage(const QString &damaged, const QString &newFile, const Clock &clock,
                         const SalvageProgress &progress)
{
    TRY(storage::checkLocation(newFile));
    if (QFileInfo::exists(newFile))
        return Error{ErrorKind::Conflict, "storage.exists", {newFile}, {}};
    TRY(requireRoom(damaged, newFile));
    Salvager salvager(newFile + QStringLiteral(".salvaging"), clock, progress);
    TRY_ASSIGN(const Salvaged salvaged, salvager.run(damaged));
    TRY(salvager.moveTo(newFile));
    return salvaged;
}

QString salvageName(const QString &damaged)
{
    const QFileInfo there(damaged);
    QString free;
    for (int more = 1; free.isEmpty() || QFileInfo::exists(free); ++more)
        free = there.dir().filePath(
            QStringLiteral("%1-read-%2.%3").arg(there.completeBaseName()).arg(more).arg(there.suffix()));
    return free;
}

} // namespace thimblely::backup
