// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QStringList>

namespace thimblectl {

// One function per verb, each in a file of its own; `arguments` begins with the verb. They return the exit code.

int runInit(const QStringList &arguments);
int runDemo(const QStringList &arguments);
int runImport(const QStringList &arguments);
int runImportAll(const QStringList &arguments);
int runExport(const QStringList &arguments);
int runExportAll(const QStringList &arguments);
int runErase(const QStringList &arguments);
int runCheckMeasurements(const QStringList &arguments);
int runSql(const QStringList &arguments);
int runVerify(const QStringList &arguments);
int runBackup(const QStringList &arguments);
int runRestore(const QStringList &arguments);
int runSalvage(const QStringList &arguments);
int runResetOwner(const QStringList &arguments);
int runEncrypt(const QStringList &arguments);

} // namespace thimblectl
