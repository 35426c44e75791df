// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_settings.h"

#include "core/base/device_settings.h"
#include "core/base/practice_mode.h"

#include <QDir>
#include <QFileInfo>

namespace thimblely::ui {

PaperSettings PaperSettings::load()
{
    PaperSettings papers;
    papers.slipPrinter = deviceSetting(QStringLiteral("papers/slipPrinter")).toString();
    papers.sheetPrinter = deviceSetting(QStringLiteral("papers/sheetPrinter")).toString();
    papers.rollWidth = deviceSetting(QStringLiteral("papers/rollWidth"), 80).toInt() == 58 ? 58 : 80;
    papers.drawer = deviceSetting(QStringLiteral("papers/drawer"), false).toBool();
    papers.tags = deviceSetting(QStringLiteral("papers/tags"), true).toBool();
    papers.rackSlip = deviceSetting(QStringLiteral("papers/rackSlip"), true).toBool();
    return papers;
}

void PaperSettings::save() const
{
    setDeviceSetting(QStringLiteral("papers/slipPrinter"), slipPrinter);
    setDeviceSetting(QStringLiteral("papers/sheetPrinter"), sheetPrinter);
    setDeviceSetting(QStringLiteral("papers/rollWidth"), rollWidth);
    setDeviceSetting(QStringLiteral("papers/drawer"), drawer);
    setDeviceSetting(QStringLiteral("papers/tags"), tags);
    setDeviceSetting(QStringLiteral("papers/rackSlip"), rackSlip);
}

QString PaperSettings::folder(const QString &shopFile)
{
    const QString beside = QFileInfo(shopFile).absoluteDir().filePath(QStringLiteral("papers"));
    if (isPractising()) // they go with the copy
        return beside;
    if (QString chosen = qEnvironmentVariable("THIMBLELY_PAPERS"); !chosen.isEmpty())
        return chosen;
    return deviceSetting(QStringLiteral("papers/folder"), beside).toString();
}

} // namespace thimblely::ui
