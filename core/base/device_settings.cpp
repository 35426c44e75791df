// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/device_settings.h"

#include "core/base/practice_mode.h"

#include <QHash>
#include <QSettings>

#include <mutex>

namespace thimblely {

namespace {

std::mutex mutex;

QHash<QString, QVariant> &practised()
{
    static QHash<QString, QVariant> settings;
    return settings;
}

} // namespace

QVariant deviceSetting(const QString &key, const QVariant &otherwise)
{
    const std::scoped_lock lock(mutex);
    const auto found = practised().constFind(key);
    return found != practised().constEnd() ? *found : QSettings().value(key, otherwise);
}

void setDeviceSetting(const QString &key, const QVariant &value)
{
    const std::scoped_lock lock(mutex);
    if (isPractising())
        practised().insert(key, value);
    else
        QSettings().setValue(key, value);
}

void forgetPracticeSettings()
{
    const std::scoped_lock lock(mutex);
    practised().clear();
}

} // namespace thimblely
