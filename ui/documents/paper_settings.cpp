// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_settings.h"

#include "core/base/practice_mode.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace thimblely::ui {

PaperSettings PaperSettings::load()
{
    const QSettings settings;
    PaperSettings papers;
    papers.slipPrinter = settings.value(QStringLiteral("papers/slipPrinter")).toString();
    papers.sheetPrinter = settings.value(QStringLiteral("papers/sheetPrinter")).toString();
    papers.rollWidth = settings.value(QStringLiteral("papers/rollWidth"), 80).toInt() == 58 ? 58 : 80;
    papers.drawer = settings.value(QStringLiteral("papers/drawer"), false).toBool();
    papers.tags = settings.value(QStringLiteral("papers/tags"), true).toBool();
    papers.rackSlip = settings.value(QStringLiteral("papers/rackSlip"), true).toBool();
    return papers;
}

void PaperSettings::save() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("papers/slipPrinter"), slipPrinter);
    settings.setValue(QStringLiteral("papers/sheetPrinter"), sheetPrinter);
    settings.setValue(QStringLiteral("papers/rollWidth"), rollWidth);
    settings.setValue(QStringLiteral("papers/drawer"), drawer);
    settings.setValue(QStringLiteral("papers/tags"), tags);
    settings.setValue(QStringLiteral("papers/rackSlip"), rackSlip);
}

QString PaperSettings::folder(const QString &shopFile)
{
    const QString beside = QFileInfo(shopFile).absoluteDir().filePath(QStringLiteral("papers"));
    if (isPractising()) // they go with the copy
        return beside;
    if (QString chosen = qEnvironmentVariable("THIMBLELY_PAPERS"); !chosen.isEmpty())
        return chosen;
    return QSettings().value(QStringLiteral("papers/folder"), beside).toString();
}

} // namespace thimblely::ui
