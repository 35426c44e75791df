// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace thimblely::test {

inline const QByteArray password = "chalk and thread";

struct Run {
    int exitCode;
    QByteArray out;
    QByteArray errors;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
};

//! Runs the real program; the password goes in by file 0.
inline Run run(const QStringList &arguments, const QByteArray &typed = password)
{
    QProcess process;
    process.start(QStringLiteral(THIMBLECTL), arguments);
    process.write(typed + '\n');
    process.closeWriteChannel();
    if (!process.waitForFinished(300'000))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace thimblely::test
