// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workroom/steps.h"

#include "core/workroom/own_names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::workroom {

namespace {

using orders::PieceKind;
using orders::Stage;

struct UsualStep {
    const char *key;
    const char *name;
    Stage phase;
};

constexpr UsualStep usualSteps[] = {
    {"cut", QT_TRANSLATE_NOOP("Steps", "To cut"), Stage::Booked},
    {"stitch", QT_TRANSLATE_NOOP("Steps", "Stitching"), Stage::Cut},
    {"fitting", QT_TRANSLATE_NOOP("Steps", "Fitting"), Stage::Fitting},
    {"finish", QT_TRANSLATE_NOOP("Steps", "Finish, check"), Stage::Finished},
    {"ready", QT_TRANSLATE_NOOP("Steps", "Ready"), Stage::Ready},
};

bool areSteps(const std::vector<Step> &steps)
{
    if (steps.size() < 2 || int(steps.size()) > Steps::most)
        return false;
    if (steps.front().phase > Stage::Measured || steps.back().phase != Stage::Ready)
        return false;
    for (size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].key.isEmpty() || steps[i].name.isEmpty())
            return false;
        if (i > 0 && (steps[i].phase < steps[i - 1].phase || steps[i - 1].phase >= Stage::Ready))
            return false;
        if (std::ranges::count(steps, steps[i].key, &Step::key) > 1)
            return false;
    }
    return true;
}

constexpr Stage asked[] = {Stage::Booked, Stage::Cut, Stage::Fitting, Stage::Finished, Stage::Ready};

//! Under which of those that a shop is asked about a phase is found.
Stage askedPhase(Stage phase)
{
    switch (phase) {
    case Stage::Measured:
        return Stage::Booked;
    case Stage::Stitched:
        return Stage::Cut;
    case Stage::Altered:
        return Stage::Finished;
    default:
        return phase;
    }
}

} // namespace

Steps::Steps(std::vector<Step> steps) : m_steps(std::move(steps)), m_sewing(lastUpTo(Stage::Stitched)) {}

Steps Steps::usual()
{
    std::vector<Step> steps;
    for (const UsualStep &step : usualSteps)
        steps.push_back({QString::fromLatin1(step.key), QCoreApplication::translate("Steps", step.name), step.phase});
    return Steps(std::move(steps));
}

Steps Steps::fromJson(const QJsonValue &json)
{
    std::vector<Step> steps;
    const QJsonArray list = json.toArray();
    for (const auto &each : list) {
        const auto phase = orders::stageFromCode(each[QLatin1String("phase")].toString());
        if (!phase)
            return usual();
        steps.push_back(
            {each[QLatin1String("key")].toString(), each[QLatin1String("name")].toString().trimmed(), *phase});
    }
    return areSteps(steps) ? Steps(std::move(steps)) : usual();
}

QJsonValue Steps::toJson() const
{
    QJsonArray list;
    for (const Step &step : m_steps)
        list.append(QJsonObject{{QStringLiteral("key"), step.key},
                                {QStringLiteral("name"), step.name},
                                {QStringLiteral("phase"), QString::fromLatin1(orders::toCode(step.phase))}});
    return list;
}

std::vector<PhaseNames> Steps::names() const
{
    std::vector<PhaseNames> all;
    for (const Stage phase : asked) {
        PhaseNames &names = all.emplace_back(PhaseNames{phase, {}});
        for (const Step &step : m_steps) {
            if (askedPhase(step.phase) == phase)
                names.names.append(step.name);
        }
    }
    return all;
}

Result<Steps> Steps::called(const std::vector<PhaseNames> &names) const
{
    std::vector<Step> steps;
    QStringList kept;
    QStringList all;
    for (const PhaseNames &wanted : names) {
        if (wanted.phase == Stage::Booked && wanted.names.isEmpty())
            return Error{ErrorKind::Invalid, "work.no_first_step", {}, {}};
        if (wanted.phase == Stage::Ready && wanted.names.size() != 1)
            return Error{ErrorKind::Invalid, "work.one_ready_step", {}, {}};
        std::vector<Step> before;
        QStringList keys;
        QStringList called;
        for (const Step &step : m_steps) {
            if (askedPhase(step.phase) != wanted.phase)
                continue;
            before.push_back(step);
            keys.append(step.key);
            called.append(step.name);
        }
        Stage last =
            before.empty() ? wanted.phase : before.front().phase; // what is new lies where the one before it does
        const QStringList keptHere = keptKeys(keys, called, wanted.names);
        for (qsizetype i = 0; i < wanted.names.size(); ++i) {
            const auto was = std::ranges::find(before, keptHere[i], &Step::key);
            if (was != before.end())
                last = std::max(last, was->phase);
            steps.push_back({keptHere[i], wanted.names[i], last});
        }
        kept += keptHere;
        all += wanted.names;
    }
    TRY_ASSIGN(const QStringList keys, wholeKeys(kept, all, most));
    for (size_t i = 0; i < steps.size(); ++i)
        steps[i].key = keys[qsizetype(i)];
    return Steps(std::move(steps));
}

std::optional<int> Steps::find(QStringView key) const
{
    const auto found = std::ranges::find_if(m_steps, [key](const Step &step) { return step.key == key; });
    return found == m_steps.end() ? std::nullopt : std::optional(int(found - m_steps.begin()));
}

int Steps::lastUpTo(Stage phase) const
{
    const auto later = std::ranges::find_if(m_steps, [phase](const Step &step) { return step.phase > phase; });
    return std::max(0, int(later - m_steps.begin()) - 1);
}

//! What is made new is cut first; what is there is sewn, and what is only brought or pressed is finished.
int Steps::first(PieceKind kind) const
{
    if (kind == PieceKind::Make)
        return 0;
    return orders::isWork(kind) ? m_sewing : ready() - 1;
}

int Steps::of(PieceKind kind, Stage stage, QStringView key) const
{
    if (stage >= Stage::Ready)
        return ready();
    const auto put = find(key);
    if (put && at(*put).phase == stage)
        return *put;
    if (stage <= Stage::Measured)
        return first(kind);
    // "In work" of an alteration is this phase; of what is made new it is what comes after the fitting.
    if (stage == Stage::Altered)
        return kind == PieceKind::Make ? std::min(lastUpTo(Stage::Fitting) + 1, ready() - 1) : m_sewing;
    return std::max(std::min(lastUpTo(stage), ready() - 1), std::min(first(kind), ready() - 1));
}

std::optional<int> Steps::next(int step, PieceKind kind, bool tried) const
{
    if (step >= ready())
        return std::nullopt;
    if (!orders::isWork(kind))
        return ready();
    int to = step + 1;
    while (!tried && at(to).phase == Stage::Fitting)
        ++to;
    return to;
}

std::optional<int> Steps::previous(int step, PieceKind kind, bool tried) const
{
    int to = step - 1;
    while (to > 0 && !tried && at(to).phase == Stage::Fitting)
        --to;
    return to < std::min(first(kind), ready() - 1) ? std::nullopt : std::optional(to);
}

} // namespace thimblely::workroom
