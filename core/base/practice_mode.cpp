// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/practice_mode.h"

#include "core/base/device_settings.h"

#include <atomic>
#include <mutex>

namespace thimblely {

namespace {

std::atomic<bool> practising = false;
std::mutex mutex; // of the name

QString &ownFile()
{
    static QString file;
    return file;
}

} // namespace

bool isPractising()
{
    return practising;
}

void setPractising(bool on, const QString &shopFile)
{
    {
        const std::scoped_lock lock(mutex);
        ownFile() = on ? shopFile : QString();
    }
    practising = on;
    if (!on)
        forgetPracticeSettings();
}

QString practisedFile()
{
    const std::scoped_lock lock(mutex);
    return ownFile();
}

} // namespace thimblely
