// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/person.h"

#include "core/accounts/sign_in_service.h"
#include "core/changes/erasure_rest.h"
#include "core/storage/migrator.h"

#include <QFile>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace thimblectl {

using namespace thimblely;

namespace {

//! The terminal shows nothing of what is typed while this lives.
class HiddenTyping {
public:
    HiddenTyping()
    {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = m_changed && tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
    }
    ~HiddenTyping()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;

private:
    termios m_before{};
    bool m_changed;
};

Error noPassword()
{
    return {ErrorKind::Invalid, "cli.no_password", {}, {}};
}

Result<QString> firstLine(QFile &file)
{
    const QByteArray line = file.readLine(4096);
    if (line.isEmpty())
        return noPassword();
    return QString::fromUtf8(line.endsWith('\n') ? line.chopped(1) : line);
}

} // namespace

Result<QString> readSecret(const Arguments &arguments, const QString &option, const QString &question)
{
    QFile file;
    if (arguments.has(option)) {
        const auto number = arguments.number(option, -1);
        if (!number || *number < 0 || !file.open(int(*number), QIODevice::ReadOnly))
            return noPassword();
        return firstLine(file);
    }
    if (isatty(STDIN_FILENO) == 0)
        return noPassword();
    std::fputs(qPrintable(question), stderr);
    const HiddenTyping hidden;
    file.open(stdin, QIODevice::ReadOnly);
    auto line = firstLine(file);
    std::fputs("\n", stderr);
    return line;
}

Result<SignedIn> signIn(const Arguments &arguments, const Clock &clock)
{
    TRY(storage::Migrator(clock).upgrade(arguments.file()));
    TRY(changes::finishErasures(arguments.file()));
    TRY_ASSIGN(QString password, readSecret(arguments, QStringLiteral("password-fd"), QStringLiteral("Password: ")));
    SignInService service(arguments.file(), clock);
    TRY_ASSIGN(access::Principal principal,
               changes::await(service.withPassword(arguments.value(QStringLiteral("as")), password,
                                                   arguments.value(QStringLiteral("workspace")))));
    return SignedIn{principal, std::move(password)};
}

Result<Desk> openDesk(const Arguments &arguments, const Clock &clock, storage::OpenOptions::Durability durability)
{
    TRY_ASSIGN(const SignedIn person, signIn(arguments, clock));
    Desk desk;
    TRY_ASSIGN(desk.session, access::Session::open(arguments.file(), person.principal));
    TRY_ASSIGN(desk.door, changes::WriteDoor::open(*desk.session, clock, durability));
    return desk;
}

} // namespace thimblectl
