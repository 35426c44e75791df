// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"

#include "core/messages/error_sentences.h"

#include <QTextStream>

namespace thimblectl {

namespace {

QTextStream &errors()
{
    static QTextStream stream(stderr);
    return stream;
}

} // namespace

Arguments::Arguments(const QString &verb, const QString &summary, For whom) : m_verb(verb), m_for(whom)
{
    m_parser.setApplicationDescription(summary);
    if (whom != For::NoFile) {
        option(QStringLiteral("db"), QStringLiteral("The shop's file."), QStringLiteral("FILE"));
        option(
            QStringLiteral("vault-passphrase-fd"),
            QStringLiteral("Where the shop's files are encrypted and locked: read the passphrase's line from this open "
                           "file; without it, it is asked for."),
            QStringLiteral("N"));
    }
    option(QStringLiteral("json"), QStringLiteral("Print one JSON value on stdout."));
    option(QStringLiteral("help"), QStringLiteral("Show this help."));
    if (whom != For::Person)
        return;
    option(QStringLiteral("as"), QStringLiteral("Who acts: e-mail or login name."), QStringLiteral("EMAIL"));
    option(QStringLiteral("workspace"), QStringLiteral("In which workspace, where there are several."),
           QStringLiteral("SLUG"));
    option(QStringLiteral("password-fd"),
           QStringLiteral("Read the password's line from this open file; without it, it is asked for."),
           QStringLiteral("N"));
}

Arguments &Arguments::option(const QString &name, const QString &description, const QString &valueName)
{
    m_parser.addOption(QCommandLineOption(name, description, valueName));
    return *this;
}

Arguments &Arguments::positional(const QString &name, const QString &description)
{
    m_parser.addPositionalArgument(name, description, name);
    m_positionals.append(name);
    return *this;
}

std::optional<int> Arguments::parse(const QStringList &arguments)
{
    // QCommandLineParser takes the first word for the program's name; the verb stands there.
    const bool fine = m_parser.parse(arguments);
    if (has(QStringLiteral("help"))) {
        say(help());
        return Done;
    }
    if (!fine) {
        const QString sentence = m_parser.errorText(); // some of Qt's end with a point
        return misused(sentence.endsWith(u'.') ? sentence : sentence + u'.');
    }
    if (m_positionals.isEmpty() && !positionals().isEmpty())
        return misused(QStringLiteral("“%1” is not understood here.").arg(positionals().front()));
    m_file = value(QStringLiteral("db"));
    if (m_for != For::NoFile && m_file.isEmpty())
        return misused(QStringLiteral("Say which file: --db FILE."));
    if (m_for == For::Person && value(QStringLiteral("as")).isEmpty())
        return misused(QStringLiteral("Say who acts: --as EMAIL."));
    if (m_for == For::NoFile)
        return {};
    const auto there = m_vault.open(*this, m_file);
    if (!there)
        return refuse(there.error());
    m_file = *there;
    return {};
}

//! The parser's text under the one shape that every verb has; it knows the program by its path and no verbs.
QString Arguments::help() const
{
    const QString theirs = m_parser.helpText();
    QString usage = QStringLiteral("Usage: thimblectl ") + m_verb;
    for (const QString &name : m_positionals)
        usage += u' ' + name;
    if (m_for != For::NoFile)
        usage += QStringLiteral(" --db FILE");
    if (m_for == For::Person)
        usage += QStringLiteral(" --as EMAIL");
    return usage + QStringLiteral(" [options]\n") + theirs.mid(theirs.indexOf(u'\n') + 1) +
           QStringLiteral("\nExit codes: 0 done; 1 refused or failed, the reason is on stderr; 2 misused.");
}

int Arguments::misused(const QString &sentence) const
{
    errors() << sentence << "\nthimblectl " << m_verb << " --help says more." << Qt::endl;
    return Usage;
}

std::optional<qint64> Arguments::number(const QString &name, qint64 otherwise) const
{
    if (!has(name))
        return otherwise;
    bool ok = false;
    const qint64 number = value(name).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

void say(const QString &line)
{
    static QTextStream stream(stdout);
    stream << line << Qt::endl;
}

void sayJson(const QJsonDocument &document)
{
    say(QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

int refuse(const thimblely::Error &error)
{
    errors() << thimblely::messages::sentenceFor(error) << "\n(" << thimblely::describe(error) << ')' << Qt::endl;
    return Refused;
}

} // namespace thimblectl
