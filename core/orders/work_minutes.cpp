// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/work_minutes.h"

#include <algorithm>
#include <array>

namespace thimblely::orders {

namespace {

struct Usual {
    const char *garment;
    int hours;
};

// Of one tailor with a machine, seams and hand work together; what a shop knows better stands in its price list.
constexpr auto usual = std::to_array<Usual>({{"trousers", 6},
                                             {"jacket", 18},
                                             {"shirt", 5},
                                             {"dress", 8},
                                             {"skirt", 4},
                                             {"coat", 20},
                                             {"suit", 24},
                                             {"kaftan", 6},
                                             {"agbada", 12},
                                             {"waistcoat", 5},
                                             {"gown", 16},
                                             {"blouse", 4},
                                             {"shorts", 4},
                                             {"uniform", 8}});
constexpr int otherHours = 6;
constexpr int redoMinutes = 60;

// In hundredths, by stage: a garment that is cut has a fifth of its hours behind it, one that is stitched the most.
constexpr std::array<int, 9> shareLeft = {100, 100, 80, 40, 40, 20, 10, 0, 0};

} // namespace

int usualMinutes(QStringView garment)
{
    const auto found =
        std::ranges::find_if(usual, [garment](const Usual &each) { return garment == QLatin1String(each.garment); });
    return 60 * (found == usual.end() ? otherHours : found->hours);
}

int minutesOf(const WorkOf &work)
{
    const int tasks = work.timed + work.untimed * usualTaskMinutes;
    switch (work.kind) {
    case PieceKind::Make:
        return work.longest >= makingMinutes ? tasks : usualMinutes(work.garment) + tasks;
    case PieceKind::Alteration:
    case PieceKind::Service:
        return tasks > 0 ? tasks : usualTaskMinutes;
    case PieceKind::Redo:
        return tasks > 0 ? tasks : redoMinutes;
    case PieceKind::ReadyMade:
    case PieceKind::Fabric:
        return work.timed; // sold as it is, unless something is done to it
    }
    Q_UNREACHABLE();
}

int minutesOf(const PieceDraft &piece)
{
    if (piece.charge)
        return 0;
    WorkOf work{piece.kind, piece.garmentType};
    for (const Task &task : piece.tasks) {
        work.timed += task.minutes;
        work.longest = std::max(work.longest, task.minutes);
        work.untimed += task.minutes <= 0 ? 1 : 0;
    }
    return minutesOf(work);
}

int minutesLeft(int minutes, Stage stage)
{
    // Rounded up: what is begun and not ready always needs somebody's hand once more.
    return (minutes * shareLeft[size_t(stage)] + 99) / 100;
}

} // namespace thimblely::orders
