// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/held_file.h"

#include "core/base/clock.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/verify.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace thimblely::storage {

namespace {

//! A file by its number, closed when this goes: SQLite's locks of this process fall with the first close of the file.
class RawFile {
public:
    explicit RawFile(const QString &path)
        : m_number(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW))
    {}
    ~RawFile()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    RawFile(const RawFile &) = delete;
    RawFile &operator=(const RawFile &) = delete;

    bool overwrite() const
    {
        const off_t size = m_number < 0 ? -1 : ::lseek(m_number, 0, SEEK_END);
        const QByteArray zeros(1 << 20, '\0');
        for (off_t at = 0; at < size;) {
            const auto written =
                ::pwrite(m_number, zeros.constData(), size_t(qMin<off_t>(zeros.size(), size - at)), at);
            if (written <= 0)
                return false;
            at += written;
        }
        return size >= 0 && ::fsync(m_number) == 0;
    }

private:
    const int m_number;
};

Error notRemoved(const QString &path)
{
    return {ErrorKind::ReadOnly, "storage.read_only", {path}, QStringLiteral("not removed")};
}

} // namespace

Result<HeldFile> HeldFile::hold(const QString &path)
{
    const SystemClock clock;
    TRY_ASSIGN(Migrator::Opened opened, Migrator(clock).openUpgraded(path));
    Connection &connection = *opened.connection;
    const auto asBusy = [&path](const Error &error) {
        return error.kind == ErrorKind::Busy ? Error{ErrorKind::Busy, "storage.in_use", {path}, error.detail} : error;
    };
    // SQLite gives up a log only for who is alone with the file; the lock of the mode then stays until it is closed.
    TRY(connection.executeScript("PRAGMA locking_mode = EXCLUSIVE"));
    for (const char *script : {"PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE; COMMIT"}) {
        if (const auto held = connection.executeScript(script); !held)
            return asBusy(held.error());
    }
    TRY_ASSIGN(auto mode, connection.query("PRAGMA journal_mode"));
    TRY_ASSIGN(const bool row, mode->step());
    if (!row || mode->text(0) != QLatin1String("delete"))
        return Error{ErrorKind::Busy, "storage.in_use", {path}, {}};
    return HeldFile(std::move(opened.connection));
}

HeldFile::HeldFile(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
HeldFile::HeldFile(HeldFile &&other) noexcept = default;
HeldFile::~HeldFile() = default;

Result<void> HeldFile::copyTo(const QString &path, const CopyProgress &progress)
{
    return copyFile(*m_connection, path, {}, progress);
}

Result<QByteArray> HeldFile::digest()
{
    return storage::digest(*m_connection);
}

Result<void> HeldFile::destroy()
{
    const QString path = m_connection->path();
    const RawFile file(path);
    const bool overwritten = file.overwrite();
    m_connection.reset(); // before the file is closed here, which would open it to others
    return overwritten && QFile::remove(path) ? Result<void>() : notRemoved(path);
}

Result<void> wipe(const QString &path)
{
    return RawFile(path).overwrite() && QFile::remove(path) ? Result<void>() : notRemoved(path);
}

} // namespace thimblely::storage
