// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_choices.h"

#include "core/inventory/usual_tasks.h"

#include <algorithm>

namespace thimblely::ui {

namespace {

TaskChoice choiceOf(const inventory::Service &service)
{
    return {service.name,
            service.id,
            service.terms.zone,
            service.terms.needsAmount,
            service.terms.minutes.value_or(0),
            service.price,
            service.terms.needsAmount};
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
    for (const QString &name : inventory::usualTasks(garmentType)) {
        if (choices.size() < taskKeys && !isThere(name))
            choices.push_back({name, {}, {}, false, 0, {}, inventory::isUsualByLength(name)});
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
