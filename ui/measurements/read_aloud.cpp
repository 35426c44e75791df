// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/read_aloud.h"

#include <QLocale>
#include <QProcess>
#include <QStandardPaths>

namespace thimblely::ui {

namespace {

QString speaker()
{
    return QStandardPaths::findExecutable(QStringLiteral("spd-say"));
}

} // namespace

ReadAloud::ReadAloud(QObject *parent) : QObject(parent) {}

bool ReadAloud::isPossible()
{
    return !speaker().isEmpty();
}

void ReadAloud::setOn(bool on)
{
    if (m_on && !on)
        begin({QStringLiteral("--cancel")}, {});
    m_on = on && isPossible();
}

void ReadAloud::say(const QString &text, bool atOnce)
{
    if (!m_on || text.isEmpty())
        return;
    QStringList arguments{QStringLiteral("--pipe-mode"), QStringLiteral("--language"), QLocale().bcp47Name().left(2)};
    if (atOnce)
        arguments += QStringLiteral("--cancel");
    begin(arguments, text);
}

//! Each text has a process of its own, which the service puts in line; it is forgotten when it has handed it over.
void ReadAloud::begin(const QStringList &arguments, const QString &text)
{
    const QString program = speaker();
    if (program.isEmpty())
        return;
    auto *process = new QProcess(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, [process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            process->deleteLater();
    });
    process->setStandardOutputFile(QProcess::nullDevice()); // in pipe mode it repeats what it was given
    process->setStandardErrorFile(QProcess::nullDevice());
    process->start(program, arguments);
    process->write(text.toUtf8());
    process->closeWriteChannel();
}

} // namespace thimblely::ui
