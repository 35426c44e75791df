// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "app/thimblectl/shop_vault.h"

#include "core/base/result.h"

#include <QCommandLineParser>
#include <QJsonDocument>
#include <QStringList>

namespace thimblectl {

//! What a program run from a script tells by its number.
enum ExitCode { Done = 0, Refused = 1, Usage = 2 };

/*!
 * The options of one verb: its own, those every verb has (--json, --help), --db and --vault-passphrase-fd where it needs a
 * shop's file, and where it acts for a person --as, --workspace and --password-fd. A file in an encrypted folder is there
 * to be read for as long as this lives. Wrong ones end the verb with exit code 2 and a sentence on stderr.
 */
class Arguments {
public:
    enum class For { NoFile, File, Person };
    Arguments(const QString &verb, const QString &summary, For whom);

    Arguments &option(const QString &name, const QString &description, const QString &valueName = {});
    //! What stands without a dash: "clients|measurements", "PATH…".
    Arguments &positional(const QString &name, const QString &description);

    //! Nothing: go on. Else the exit code the program ends with (help was printed, or what was typed is no use).
    std::optional<int> parse(const QStringList &arguments);
    //! Prints the sentence and the way to the help; exit code 2.
    int misused(const QString &sentence) const;

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    //! Of an option that may be said several times.
    QStringList values(const QString &name) const { return m_parser.values(name); }
    QStringList positionals() const { return m_parser.positionalArguments(); }
    bool json() const { return has(QStringLiteral("json")); }
    //! Where it lies: another path than the one that was given, where that one's encrypted folder is open.
    QString file() const { return m_file; }
    //! A whole number of an option, or its default; misused() where it is none.
    std::optional<qint64> number(const QString &name, qint64 otherwise) const;

private:
    QString help() const;

    const QString m_verb;
    const For m_for;
    QStringList m_positionals; // their names
    QString m_file;
    ShopVault m_vault;
    QCommandLineParser m_parser;
};

//! One line on stdout.
void say(const QString &line);
void sayJson(const QJsonDocument &document);
//! The sentence of an error on stderr; exit code 1.
int refuse(const thimblely::Error &error);

} // namespace thimblectl
