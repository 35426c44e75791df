// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/spare_connection.h"

#include <QFile>

#include <sys/stat.h>

namespace thimblely::storage {

namespace {

//! Which file a path leads to: one that was put in its place (restored, copied) is another one.
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0;

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return FileIdentity{found.st_dev, found.st_ino};
}

} // namespace

struct SpareConnection::Spare {
    OpenOptions options;
    FileIdentity file;
    std::unique_ptr<Connection> connection;
};

SpareConnection::SpareConnection()
{
    m_thread.setMaxThreadCount(1);
}

SpareConnection::~SpareConnection()
{
    m_thread.waitForDone();
}

void SpareConnection::make(const OpenOptions &options)
{
    const std::lock_guard lock(m_mutex);
    if (m_spare || m_onItsWay)
        return;
    m_onItsWay = true;
    m_thread.start([this, options] { open(options); });
}

void SpareConnection::open(const OpenOptions &options)
{
    std::unique_ptr<Spare> spare;
    // Looked at before it is opened: a file put there in between makes them differ, and the spare is not used.
    if (const auto file = identityOf(options.path)) {
        auto connection = Connection::open(options);
        if (connection && connection.value()->executeScript("SELECT 1 FROM sqlite_schema LIMIT 1"))
            spare = std::make_unique<Spare>(Spare{options, *file, std::move(connection).value()});
    }
    const std::lock_guard lock(m_mutex);
    m_spare = std::move(spare);
    m_onItsWay = false;
}

std::unique_ptr<Connection> SpareConnection::take(const OpenOptions &options)
{
    const std::lock_guard lock(m_mutex);
    const std::unique_ptr<Spare> spare = std::move(m_spare);
    if (!spare || spare->options != options || identityOf(options.path) != spare->file)
        return nullptr;
    return std::move(spare->connection);
}

bool SpareConnection::isReady() const
{
    const std::lock_guard lock(m_mutex);
    return m_spare != nullptr;
}

} // namespace thimblely::storage
