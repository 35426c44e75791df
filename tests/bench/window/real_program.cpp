// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/bench/window/real_program.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

namespace thimblely::bench {

namespace {

constexpr int patience = 30'000; // ms

void runXdotool(const QStringList &arguments)
{
    QProcess xdotool;
    xdotool.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    xdotool.start(QStringLiteral("xdotool"), arguments);
    if (!xdotool.waitForFinished(patience) || xdotool.exitStatus() != QProcess::NormalExit || xdotool.exitCode() != 0)
        qFatal("xdotool could not do: %s", qPrintable(arguments.join(u' ')));
}

} // namespace

RealProgram::RealProgram(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("thimblely.ui.debug=true"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder + QStringLiteral("/settings"));
    environment.insert(QStringLiteral("THIMBLELY_PAPERS"), folder + QStringLiteral("/papers"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setReadChannel(QProcess::StandardError); // which is waited for
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(patience))
        qFatal("%s does not start", qPrintable(program));
}

RealProgram::~RealProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
}

void RealProgram::waitFor(const QByteArray &words)
{
    for (;;) {
        m_said += m_process.readAllStandardError();
        if (const auto at = m_said.indexOf(words); at >= 0) {
            m_said.remove(0, at + words.size());
            return;
        }
        if (!m_process.waitForReadyRead(patience))
            qFatal("%s never said: %s", qPrintable(m_process.program()), words.constData());
    }
}

void RealProgram::focus() const
{
    runXdotool({QStringLiteral("search"), QStringLiteral("--sync"), QStringLiteral("--onlyvisible"),
                QStringLiteral("--all"), QStringLiteral("--pid"), QString::number(m_process.processId()),
                QStringLiteral("--name"), QStringLiteral("Thimblely"), QStringLiteral("windowfocus"),
                QStringLiteral("--sync")});
}

void RealProgram::press(const QStringList &keys)
{
    runXdotool(QStringList{QStringLiteral("key"), QStringLiteral("--delay"), QStringLiteral("50")} + keys);
}

void RealProgram::type(const QString &text)
{
    runXdotool({QStringLiteral("type"), text});
}

bool RealProgram::canPress()
{
    return !QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty();
}

double RealProgram::residentMiB() const
{
    QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("the program is gone");
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    qFatal("the system does not say how much memory a program has");
}

QString built(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

} // namespace thimblely::bench
