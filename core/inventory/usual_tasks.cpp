// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/usual_tasks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::inventory {

namespace {

struct Usual {
    const char *name;
    bool needsAmount;
};

#define TASK(text) QT_TRANSLATE_NOOP("Tasks", text)

constexpr auto legTasks = std::to_array<Usual>({{TASK("Hem"), true},
                                                {TASK("Taper"), true},
                                                {TASK("Take in waist"), true},
                                                {TASK("Let out waist"), true},
                                                {TASK("Zip"), false},
                                                {TASK("Button"), false},
                                                {TASK("Seat"), true},
                                                {TASK("Patch"), false},
                                                {TASK("Press"), false}});
constexpr auto bodyTasks = std::to_array<Usual>({{TASK("Sleeves"), true},
                                                 {TASK("Take in"), true},
                                                 {TASK("Let out"), true},
                                                 {TASK("Shorten"), true},
                                                 {TASK("Lining"), false},
                                                 {TASK("Button"), false},
                                                 {TASK("Zip"), false},
                                                 {TASK("Patch"), false},
                                                 {TASK("Press"), false}});

#undef TASK

constexpr std::array legGarments = {"trousers", "skirt", "shorts"};
constexpr std::array bodyGarments = {"jacket", "shirt",  "dress",     "coat", "suit",
                                     "kaftan", "agbada", "waistcoat", "gown", "blouse"};

QString nameOf(const Usual &task)
{
    return QCoreApplication::translate("Tasks", task.name);
}

template <typename Tasks>
bool holds(const Tasks &tasks, const Usual &task)
{
    return std::ranges::any_of(tasks, [&](const Usual &each) { return qstrcmp(each.name, task.name) == 0; });
}

template <typename Garments>
ItemDraft lineOf(const Usual &task, const Garments &garments)
{
    ItemDraft line;
    line.kind = ItemKind::Service;
    line.name = nameOf(task);
    line.service.needsAmount = task.needsAmount;
    for (const char *garment : garments)
        line.service.garmentTypes.append(QString::fromLatin1(garment));
    return line;
}

} // namespace

QStringList usualTasks(QStringView garmentType)
{
    const bool legs = std::ranges::any_of(
        legGarments, [garmentType](const char *garment) { return garmentType == QLatin1String(garment); });
    QStringList names;
    for (const Usual &task : legs ? legTasks : bodyTasks)
        names.append(nameOf(task));
    return names;
}

bool isUsualByLength(const QString &task)
{
    const auto isIt = [&](const Usual &each) { return each.needsAmount && nameOf(each) == task; };
    return std::ranges::any_of(legTasks, isIt) || std::ranges::any_of(bodyTasks, isIt);
}

std::vector<ItemDraft> usualServices()
{
    constexpr std::array<const char *, 0> any = {};
    std::vector<ItemDraft> lines;
    for (const Usual &task : legTasks)
        lines.push_back(holds(bodyTasks, task) ? lineOf(task, any) : lineOf(task, legGarments));
    for (const Usual &task : bodyTasks) {
        if (!holds(legTasks, task))
            lines.push_back(lineOf(task, bodyGarments));
    }
    return lines;
}

} // namespace thimblely::inventory
