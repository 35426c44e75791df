// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QString>

#include <memory>
#include <mutex>

class QLockFile;

namespace thimblely::ui {

/*!
 * Which of the windows open on a shop's file this one is: the first free number from 1 on, held by a lock file beside
 * the shop's as long as this lives. It is taken by the first thread that asks for the number, and the lock goes to the
 * disk then: no window waits for it. A window that was killed holds its seat no more: the lock names its process. Where
 * no lock can be written every window has seat 1, and takes nobody else to be gone.
 */
class WindowSeat {
public:
    explicit WindowSeat(const QString &shopFile);
    ~WindowSeat();
    WindowSeat(const WindowSeat &) = delete;
    WindowSeat &operator=(const WindowSeat &) = delete;

    int number() const;
    const QString &shopFile() const { return m_shopFile; }
    //! Whether no window has this seat now. Any thread.
    bool isFree(int other) const;
    //! Whether a window of this computer that runs still has that seat; looks at the lock and takes none. Any thread.
    static bool isHeld(const QString &shopFile, int number);
    //! The lock of a seat: hidden, beside the shop's file.
    static QString lockFile(const QString &shopFile, int number);

private:
    void take() const;
    std::unique_ptr<QLockFile> lockOf(int number) const;

    const QString m_shopFile;
    mutable std::once_flag m_taken;
    mutable std::unique_ptr<QLockFile> m_lock;
    mutable int m_number = 1;
};

} // namespace thimblely::ui
