// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/checklist.h"

#include "core/workroom/own_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::workroom {

namespace {

struct UsualCheck {
    const char *key;
    const char *name;
};

constexpr UsualCheck usualChecks[] = {
    {"tasks", QT_TRANSLATE_NOOP("Checks", "All that was ordered is done")},
    {"measures", QT_TRANSLATE_NOOP("Checks", "Measures as on the slip")},
    {"seams", QT_TRANSLATE_NOOP("Checks", "Seams and hem straight")},
    {"fastenings", QT_TRANSLATE_NOOP("Checks", "Buttons, zip and hooks hold")},
    {"lining", QT_TRANSLATE_NOOP("Checks", "Lining and pockets lie flat")},
    {"threads", QT_TRANSLATE_NOOP("Checks", "Threads cut, chalk and pins out")},
    {"clean", QT_TRANSLATE_NOOP("Checks", "Clean, no stain and no shine")},
    {"pressed", QT_TRANSLATE_NOOP("Checks", "Pressed, with its tag")},
};

QJsonObject objectOf(const QByteArray &json)
{
    return json.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(json).object();
}

} // namespace

Checklist Checklist::usual()
{
    Checklist list;
    for (const UsualCheck &check : usualChecks)
        list.checks.push_back({QString::fromLatin1(check.key), QCoreApplication::translate("Checks", check.name)});
    return list;
}

Checklist Checklist::fromJson(const std::optional<QJsonValue> &json)
{
    if (!json || !json->isArray())
        return usual();
    Checklist list;
    const QJsonArray all = json->toArray();
    for (const auto &each : all) {
        const Check check{each[QLatin1String("key")].toString(), each[QLatin1String("name")].toString().trimmed()};
        const bool known = std::ranges::find(list.checks, check.key, &Check::key) != list.checks.end();
        if (!check.key.isEmpty() && !check.name.isEmpty() && !known && int(list.checks.size()) < most)
            list.checks.push_back(check);
    }
    return list;
}

QJsonValue Checklist::toJson() const
{
    QJsonArray list;
    for (const Check &check : checks)
        list.append(QJsonObject{{QStringLiteral("key"), check.key}, {QStringLiteral("name"), check.name}});
    return list;
}

Result<Checklist> Checklist::called(const QStringList &names) const
{
    QStringList keys;
    QStringList before;
    for (const Check &check : checks) {
        keys.append(check.key);
        before.append(check.name);
    }
    TRY_ASSIGN(const QStringList whole, wholeKeys(keptKeys(keys, before, names), names, most));
    Checklist list;
    for (qsizetype i = 0; i < names.size(); ++i)
        list.checks.push_back({whole[i], names[i]});
    return list;
}

std::vector<CheckAnswer> readAnswers(const QByteArray &qc)
{
    std::vector<CheckAnswer> answers;
    const QJsonObject all = objectOf(qc).value(QLatin1String("checks")).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const QJsonObject said = each->toObject();
        CheckAnswer answer{each.key(), said.value(QLatin1String("ok")).toBool()};
        if (const auto by = PersonId::parse(said.value(QLatin1String("by")).toString()))
            answer.by = *by;
        if (const auto at = said.value(QLatin1String("at")); at.isDouble())
            answer.at = Instant(at.toInteger());
        answers.push_back(answer);
    }
    return answers;
}

QByteArray withAnswers(const QByteArray &qc, const std::vector<CheckAnswer> &answers)
{
    QJsonObject checks;
    for (const CheckAnswer &answer : answers) {
        QJsonObject said{{QStringLiteral("ok"), answer.passed}};
        if (answer.by)
            said.insert(QStringLiteral("by"), answer.by->toString());
        if (answer.at)
            said.insert(QStringLiteral("at"), answer.at->msecs());
        checks.insert(answer.key, said);
    }
    QJsonObject whole = objectOf(qc);
    whole.insert(QStringLiteral("checks"), checks);
    return QJsonDocument(whole).toJson(QJsonDocument::Compact);
}

int passedOf(const Checklist &list, const std::vector<CheckAnswer> &answers)
{
    return int(std::ranges::count_if(list.checks, [&](const Check &check) {
        const auto found = std::ranges::find(answers, check.key, &CheckAnswer::key);
        return found != answers.end() && found->passed;
    }));
}

} // namespace thimblely::workroom
