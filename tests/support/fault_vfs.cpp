// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/support/fault_vfs.h"

#include "core/storage/vfs_forwarding.h"

#include <sqlite3.h>

#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace thimblely::test {

namespace {

constexpr qsizetype sectorSize = 512;

//! One write, or a truncation to `offset`, that the disk has not promised to hold yet.
struct Change {
    qint64 sequence;
    qint64 offset;
    QByteArray bytes;
    bool truncates;
};

void apply(const Change &change, QByteArray &image)
{
    if (change.truncates) {
        if (change.offset < image.size())
            image.truncate(change.offset);
        return;
    }
    const qsizetype end = change.offset + change.bytes.size();
    if (end > image.size())
        image.append(end - image.size(), '\0');
    std::memcpy(image.data() + change.offset, change.bytes.constData(), size_t(change.bytes.size()));
}

//! Only some of the 512-byte sectors that a write touches; never all of them.
void applyTorn(const Change &change, QByteArray &image, std::mt19937 &random)
{
    if (change.truncates)
        return;
    std::vector<Change> sectors;
    for (qsizetype at = 0; at < change.bytes.size();) {
        const qsizetype length = qMin(sectorSize - (change.offset + at) % sectorSize, change.bytes.size() - at);
        sectors.push_back({change.sequence, change.offset + at, change.bytes.mid(at, length), false});
        at += length;
    }
    const size_t lost = random() % sectors.size();
    for (size_t i = 0; i < sectors.size(); ++i) {
        if (i != lost && random() % 2 == 0)
            apply(sectors[i], image);
    }
}

struct TrackedFile {
    QByteArray durable; //!< as of the last xSync
    std::vector<Change> pending;
    qint64 liveSize = 0;
};

struct OpenFile {
    sqlite3_file base;
    FaultVfs::State *state;
    const std::string *path; //!< null where not tracked; owned by the map of tracked files
    // the file of the VFS below follows
};

using Forwarding = storage::ForwardingFile<OpenFile>;

OpenFile *self(sqlite3_file *file)
{
    return reinterpret_cast<OpenFile *>(file);
}

} // namespace

struct FaultVfs::State {
    mutable std::mutex mutex;
    QByteArray name;
    sqlite3_vfs vfs{};
    sqlite3_vfs *parent = nullptr;
    std::map<std::string, TrackedFile> files;
    std::optional<qint64> writesLeft; //!< until the power goes
    bool cut = false;
    bool readOnly = false;
    qint64 room = -1;
    int syncDelay = 0;
    qint64 sequence = 0;
    qint64 writes = 0;
    qint64 syncs = 0;
    qint64 bytesWritten = 0;
    std::set<std::thread::id> syncingThreads;
    std::set<std::thread::id> writingThreads;
    std::function<void()> syncHook;

    //! Whether the power is gone; remembers that somebody noticed. The mutex is held.
    bool powerIsGone()
    {
        if (writesLeft && *writesLeft <= 0)
            cut = true;
        return cut;
    }

    //! Whether a change that lets a file grow by `growth` may happen; counts it. The mutex is held.
    int admit(qint64 growth, int errorOfCut)
    {
        if (powerIsGone())
            return errorOfCut;
        if (readOnly)
            return SQLITE_READONLY;
        if (room >= 0 && growth > room)
            return SQLITE_FULL;
        return SQLITE_OK;
    }

    void record(TrackedFile &file, Change change, qint64 newSize)
    {
        if (room >= 0)
            room -= newSize - file.liveSize;
        if (writesLeft)
            --*writesLeft;
        file.liveSize = newSize;
        ++writes;
        writingThreads.insert(std::this_thread::get_id());
        bytesWritten += change.bytes.size();
        change.sequence = ++sequence;
        file.pending.push_back(std::move(change));
    }
};

namespace {

FaultVfs::State *stateOf(sqlite3_vfs *vfs)
{
    return static_cast<FaultVfs::State *>(vfs->pAppData);
}

sqlite3_vfs *parentOf(sqlite3_vfs *vfs)
{
    return stateOf(vfs)->parent;
}

int fileRead(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    if (self(file)->path) {
        const std::scoped_lock lock(self(file)->state->mutex);
        if (self(file)->state->powerIsGone())
            return SQLITE_IOERR_READ;
    }
    return Forwarding::read(file, buffer, amount, offset);
}

int fileWrite(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    const auto write = [&] { return Forwarding::write(file, buffer, amount, offset); };
    if (!self(file)->path)
        return write();
    FaultVfs::State &state = *self(file)->state;
    const std::scoped_lock lock(state.mutex);
    TrackedFile &tracked = state.files[*self(file)->path];
    const qint64 newSize = qMax<qint64>(tracked.liveSize, offset + amount);
    if (const int refused = state.admit(newSize - tracked.liveSize, SQLITE_IOERR_WRITE); refused != SQLITE_OK)
        return refused;
    const int code = write();
    if (code == SQLITE_OK)
        state.record(tracked, {0, offset, QByteArray(static_cast<const char *>(buffer), amount), false}, newSize);
    return code;
}

int fileTruncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (!self(file)->path)
        return Forwarding::truncate(file, size);
    FaultVfs::State &state = *self(file)->state;
    const std::scoped_lock lock(state.mutex);
    if (const int refused = state.admit(0, SQLITE_IOERR_TRUNCATE); refused != SQLITE_OK)
        return refused;
    const int code = Forwarding::truncate(file, size);
    if (code == SQLITE_OK)
        state.record(state.files[*self(file)->path], {0, size, {}, true}, size);
    return code;
}

int fileSync(sqlite3_file *file, int flags)
{
    if (!self(file)->path)
        return Forwarding::sync(file, flags);
    FaultVfs::State &state = *self(file)->state;
    int delay = 0;
    qint64 upTo = 0;
    std::function<void()> hook;
    {
        const std::scoped_lock lock(state.mutex);
        if (state.powerIsGone())
            return SQLITE_IOERR_FSYNC;
        delay = state.syncDelay;
        hook = state.syncHook;
        state.syncingThreads.insert(std::this_thread::get_id());
        upTo = state.sequence;
    }
    if (delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
    if (hook)
        hook();
    const std::scoped_lock lock(state.mutex);
    if (state.powerIsGone()) // the power went while the disk was at work: nothing is promised
        return SQLITE_IOERR_FSYNC;
    // The real file is not synced: the tests' own machine keeps its power, and a sync costs it a millisecond.
    TrackedFile &tracked = state.files[*self(file)->path];
    auto next = tracked.pending.begin();
    for (; next != tracked.pending.end() && next->sequence <= upTo; ++next)
        apply(*next, tracked.durable);
    tracked.pending.erase(tracked.pending.begin(), next);
    ++state.syncs;
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    if (self(file)->path) {
        const std::scoped_lock lock(self(file)->state->mutex);
        if (self(file)->state->powerIsGone())
            return SQLITE_IOERR_FSTAT;
    }
    return Forwarding::size(file, size);
}

int fileControl(sqlite3_file *file, int op, void *argument)
{
    // A hint to grow the file beforehand would change it past the record of writes.
    if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE)
        return SQLITE_OK;
    return Forwarding::control(file, op, argument);
}

constexpr sqlite3_io_methods methods = [] {
    sqlite3_io_methods result = Forwarding::methods();
    result.xRead = fileRead;
    result.xWrite = fileWrite;
    result.xTruncate = fileTruncate;
    result.xSync = fileSync;
    result.xFileSize = fileSize;
    result.xFileControl = fileControl;
    return result;
}();

QByteArray contentsOf(const char *path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int vfsOpen(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    constexpr int trackedKinds = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
    FaultVfs::State *state = stateOf(vfs);
    std::memset(file, 0, sizeof(OpenFile));
    const bool isTracked = name && (flags & trackedKinds) != 0;
    const std::scoped_lock lock(state->mutex);
    if (isTracked && state->powerIsGone())
        return SQLITE_IOERR;
    if (isTracked && state->readOnly)
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    const int code = state->parent->xOpen(state->parent, name, Forwarding::below(file), flags, outFlags);
    file->pMethods =
        Forwarding::below(file)->pMethods ? &methods : nullptr; // SQLite closes what has methods, even after failure
    self(file)->state = state;
    if (code != SQLITE_OK || !isTracked)
        return code;
    const auto [entry, isNew] = state->files.try_emplace(name);
    if (isNew) {
        entry->second.durable = contentsOf(name);
        entry->second.liveSize = entry->second.durable.size();
    }
    self(file)->path = &entry->first;
    return SQLITE_OK;
}

int vfsDelete(sqlite3_vfs *vfs, const char *name, int /*syncFolder*/)
{
    FaultVfs::State *state = stateOf(vfs);
    const std::scoped_lock lock(state->mutex);
    if (state->powerIsGone())
        return SQLITE_IOERR_DELETE;
    if (state->readOnly)
        return SQLITE_READONLY;
    const int code = state->parent->xDelete(state->parent, name, 0);
    if (const auto found = state->files.find(name); code == SQLITE_OK && found != state->files.end()) {
        if (state->room >= 0)
            state->room += found->second.liveSize;
        found->second = {}; // the entry stays: a handle may still hold its name
    }
    return code;
}

int vfsAccess(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    FaultVfs::State *state = stateOf(vfs);
    const std::scoped_lock lock(state->mutex);
    if (state->powerIsGone())
        return SQLITE_IOERR_ACCESS;
    return state->parent->xAccess(state->parent, name, flags, result);
}

FaultVfs::State *registerState()
{
    static std::mutex mutex;
    static std::vector<std::unique_ptr<FaultVfs::State>> all; // for good: see the class
    const std::scoped_lock lock(mutex);
    FaultVfs::State *state = all.emplace_back(std::make_unique<FaultVfs::State>()).get();
    state->name = "fault-" + QByteArray::number(qsizetype(all.size()));
    state->parent = sqlite3_vfs_find("unix");
    state->vfs = storage::ForwardingVfs<parentOf>::on<OpenFile>(state->parent, state->name.constData(), state);
    state->vfs.xOpen = vfsOpen;
    state->vfs.xDelete = vfsDelete;
    state->vfs.xAccess = vfsAccess;
    sqlite3_vfs_register(&state->vfs, 0);
    return state;
}

//! What the disk holds of one file. `last` is the sequence of the last write to any file.
QByteArray survivorsOf(const TrackedFile &file, FaultVfs::Survival survival, qint64 last, std::mt19937 &random)
{
    QByteArray image = file.durable;
    if (survival == FaultVfs::Survival::None)
        return image;
    for (const Change &change : file.pending) {
        if (survival == FaultVfs::Survival::TornLast && change.sequence == last)
            applyTorn(change, image, random);
        else if (survival != FaultVfs::Survival::RandomWrites || random() % 2 == 0)
            apply(change, image);
    }
    return image;
}

} // namespace

FaultVfs::FaultVfs() : m_state(registerState()) {}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_register(m_state->parent, 1);
}

void FaultVfs::becomeDefault()
{
    sqlite3_vfs_register(&m_state->vfs, 1);
}

QByteArray FaultVfs::name() const
{
    return m_state->name;
}

void FaultVfs::cutAfterWrite(qint64 more)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->writesLeft = more;
}

bool FaultVfs::isCut() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->cut;
}

void FaultVfs::setSyncDelay(int milliseconds)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->syncDelay = milliseconds;
}

void FaultVfs::setSyncHook(std::function<void()> hook)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->syncHook = std::move(hook);
}

void FaultVfs::setRoom(qint64 bytes)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->room = bytes;
}

void FaultVfs::setReadOnly(bool readOnly)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->readOnly = readOnly;
}

void FaultVfs::restore()
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->files.clear();
    m_state->writesLeft.reset();
    m_state->cut = m_state->readOnly = false;
    m_state->room = -1;
    m_state->syncDelay = 0;
    m_state->syncingThreads.clear();
    m_state->writingThreads.clear();
    m_state->syncHook = {};
    m_state->writes = m_state->syncs = m_state->bytesWritten = 0;
}

Result<void> FaultVfs::writeSurvivors(const QString &path, const QString &target, Survival survival, quint32 seed) const
{
    const std::scoped_lock lock(m_state->mutex);
    std::mt19937 random(seed);
    const QString real = QFileInfo(path).canonicalFilePath(); // as SQLite names it
    QFile::remove(target + QStringLiteral("-shm"));
    for (const char *suffix : {"", "-wal", "-journal"}) {
        const QString copy = target + QLatin1String(suffix);
        QFile::remove(copy);
        const auto found = m_state->files.find((QFile::encodeName(real) + suffix).toStdString());
        if (found == m_state->files.end())
            continue;
        const QByteArray image = survivorsOf(found->second, survival, m_state->sequence, random);
        // An empty WAL or journal is none; an empty database is what creating one left behind.
        if (image.isEmpty() && *suffix != '\0')
            continue;
        QFile file(copy);
        if (!file.open(QIODevice::WriteOnly) || file.write(image) != image.size())
            return Error{ErrorKind::Io, "fault_vfs.write_survivors", {}, file.errorString()};
    }
    return {};
}

qint64 FaultVfs::writes() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->writes;
}

qint64 FaultVfs::syncs() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->syncs;
}

std::set<std::thread::id> FaultVfs::syncingThreads() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->syncingThreads;
}

std::set<std::thread::id> FaultVfs::writingThreads() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->writingThreads;
}

qint64 FaultVfs::bytesWritten() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->bytesWritten;
}

} // namespace thimblely::test
