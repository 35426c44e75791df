// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "app/thimblectl/arguments.h"
#include "app/thimblectl/person.h"
#include "app/thimblectl/verbs.h"

#include "core/messages/error_sentences.h"
#include "core/privacy/client_file.h"
#include "core/privacy/erasure_service.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace thimblectl {

using namespace thimblely;

namespace {

QString papersOf(const Arguments &arguments)
{
    const QString beside = QFileInfo(arguments.file()).absoluteDir().filePath(QStringLiteral("papers"));
    return arguments.has(QStringLiteral("papers")) ? arguments.value(QStringLiteral("papers")) : beside;
}

void sayScope(const ErasureScope &scope)
{
    QJsonArray first;
    for (const Error &hindrance : scope.hindrances)
        first.append(messages::sentenceFor(hindrance));
    sayJson(
        QJsonDocument(QJsonObject{{QStringLiteral("number"), scope.number},
                                  {QStringLiteral("cards"), scope.cards},
                                  {QStringLiteral("orders"), scope.orders},
                                  {QStringLiteral("payments"), scope.payments},
                                  {QStringLiteral("invoices"), scope.invoices},
                                  {QStringLiteral("measurements"), scope.measurements},
                                  {QStringLiteral("pictures"), scope.pictures},
                                  {QStringLiteral("named_elsewhere"), QJsonArray::fromStringList(scope.namedElsewhere)},
                                  {QStringLiteral("first"), first}}));
}

} // namespace

int runErase(const QStringList &argumentList)
{
    Arguments arguments(QStringLiteral("erase"),
                        QStringLiteral("Erases a client for good; for the owner. What the law wants kept stays without "
                                       "the name. Backups hold it until they are let go, at most 12 months."),
                        Arguments::For::Person);
    arguments.positional(QStringLiteral("NUMBER"), QStringLiteral("The number on the client's card."))
        .option(QStringLiteral("papers"), QStringLiteral("The folder of papers; papers beside the file without it."),
                QStringLiteral("FOLDER"))
        .option(QStringLiteral("dry-run"), QStringLiteral("Says what it would reach and what comes first, as JSON."));
    if (const auto exitCode = arguments.parse(argumentList))
        return *exitCode;
    if (arguments.positionals().size() != 1)
        return arguments.misused(QStringLiteral("Say whom: the number on the card."));
    const SystemClock clock;
    const auto person = signIn(arguments, clock);
    if (!person)
        return refuse(person.error());
    const auto client = privacy::clientNumbered(arguments.file(), person->principal, arguments.positionals().first());
    if (!client)
        return refuse(client.error());
    ErasureService erasing(arguments.file(), person->principal, clock, papersOf(arguments));
    if (arguments.has(QStringLiteral("dry-run"))) {
        const auto scope = changes::await(erasing.look(*client));
        if (!scope)
            return refuse(scope.error());
        sayScope(*scope);
        return Done;
    }
    const auto erased = changes::await(erasing.erase(*client, person->password));
    if (!erased)
        return refuse(erased.error());
    if (erased->rest)
        return refuse(*erased->rest);
    if (arguments.json())
        sayJson(QJsonDocument(QJsonObject{{QStringLiteral("erased"), erased->number}}));
    else
        say(QStringLiteral("Client %1 is erased.").arg(erased->number));
    return Done;
}

} // namespace thimblectl
