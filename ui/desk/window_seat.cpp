// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/window_seat.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <cerrno>
#include <csignal>

namespace thimblely::ui {

namespace {

constexpr int mostWindows = 64;

} // namespace

WindowSeat::WindowSeat(const QString &shopFile) : m_shopFile(shopFile) {}

WindowSeat::~WindowSeat() = default;

int WindowSeat::number() const
{
    std::call_once(m_taken, [this] { take(); });
    return m_number;
}

void WindowSeat::take() const
{
    for (int number = 1; number <= mostWindows; ++number) {
        auto lock = lockOf(number);
        if (lock->tryLock(0)) {
            m_lock = std::move(lock);
            m_number = number;
            return;
        }
        if (lock->error() != QLockFile::LockFailedError) // not somebody else's, but none to be had
            return;
    }
}

bool WindowSeat::isFree(int other) const
{
    const int own = number();
    return m_lock && other != own && lockOf(other)->tryLock(0); // given back at once
}

bool WindowSeat::isHeld(const QString &shopFile, int number)
{
    qint64 process = 0;
    QString computer;
    QString program;
    return QLockFile(lockFile(shopFile, number)).getLockInfo(&process, &computer, &program) &&
           (kill(pid_t(process), 0) == 0 || errno == EPERM);
}

QString WindowSeat::lockFile(const QString &shopFile, int number)
{
    const QFileInfo shop(shopFile);
    return shop.absoluteDir().filePath(QStringLiteral(".%1.window%2").arg(shop.fileName()).arg(number));
}

std::unique_ptr<QLockFile> WindowSeat::lockOf(int number) const
{
    auto lock = std::make_unique<QLockFile>(lockFile(m_shopFile, number));
    lock->setStaleLockTime(0); // never by its age: a window may stand open for weeks
    return lock;
}

} // namespace thimblely::ui
