// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_choices.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

constexpr auto legTasks = std::to_array<const char *>(
    {QT_TRANSLATE_NOOP("Tasks", "Hem"), QT_TRANSLATE_NOOP("Tasks", "Taper"), QT_TRANSLATE_NOOP("Tasks", "Waist in"),
     QT_TRANSLATE_NOOP("Tasks", "Waist out"), QT_TRANSLATE_NOOP("Tasks", "Zip"), QT_TRANSLATE_NOOP("Tasks", "Button"),
     QT_TRANSLATE_NOOP("Tasks", "Seat"), QT_TRANSLATE_NOOP("Tasks", "Patch"), QT_TRANSLATE_NOOP("Tasks", "Press")});
constexpr auto bodyTasks = std::to_array<const char *>(
    {QT_TRANSLATE_NOOP("Tasks", "Sleeves"), QT_TRANSLATE_NOOP("Tasks", "Take in"),
     QT_TRANSLATE_NOOP("Tasks", "Let out"), QT_TRANSLATE_NOOP("Tasks", "Shorten"), QT_TRANSLATE_NOOP("Tasks", "Lining"),
     QT_TRANSLATE_NOOP("Tasks", "Button"), QT_TRANSLATE_NOOP("Tasks", "Zip"), QT_TRANSLATE_NOOP("Tasks", "Patch"),
     QT_TRANSLATE_NOOP("Tasks", "Press")});

TaskChoice choiceOf(const inventory::Service &service)
{
    return {service.name, service.id, service.terms.zone, service.terms.needsAmount, service.terms.minutes.value_or(0),
            service.price};
}

} // namespace

std::vector<TaskChoice> taskChoices(const std::vector<inventory::Service> &priceList, const QString &garmentType)
{
    std::vector<TaskChoice> choices;
    const auto isThere = [&choices](const QString &name) {
        return std::ranges::any_of(
            choices, [&](const TaskChoice &choice) { return choice.name.compare(name, Qt::CaseInsensitive) == 0; });
    };
    for (const inventory::Service &service : priceList) {
        if (service.terms.quickRank)
            choices.push_back(choiceOf(service));
    }
    const bool legs = garmentType == QLatin1String("trousers") || garmentType == QLatin1String("skirt");
    for (const char *task : legs ? legTasks : bodyTasks) {
        const QString name = QCoreApplication::translate("Tasks", task);
        if (choices.size() < taskKeys && !isThere(name))
            choices.push_back({name});
    }
    for (const inventory::Service &service : priceList) {
        if (service.terms.quickRank)
            continue;
        // What was only usual is a line of the list after all: it keeps its key and gets its price.
        const auto usual = std::ranges::find_if(choices, [&](const TaskChoice &choice) {
            return !choice.service && choice.name.compare(service.name, Qt::CaseInsensitive) == 0;
        });
        if (usual != choices.end())
            *usual = choiceOf(service);
        else
            choices.push_back(choiceOf(service));
    }
    return choices;
}

} // namespace thimblely::ui
