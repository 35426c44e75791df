// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_text.h"

#include <algorithm>
#include <map>

namespace thimblely::ui {

namespace {

//! Of those who come at one hour, who tries on the same.
struct Visit {
    QString what;
    QStringList who;
};

std::map<Instant, std::vector<Visit>> visitsOf(const invoices::ClaimCheck &claim)
{
    std::map<Instant, std::vector<Visit>> hours;
    for (const invoices::ClaimFitting &fitting : claim.fittings) {
        std::vector<Visit> &hour = hours[fitting.at];
        const auto same = std::ranges::find(hour, fitting.what, &Visit::what);
        Visit &visit = same == hour.end() ? hour.emplace_back(Visit{fitting.what, {}}) : *same;
        if (!fitting.who.isEmpty() && !visit.who.contains(fitting.who))
            visit.who.append(fitting.who);
    }
    return hours;
}

} // namespace

void writeFittings(Sheet &sheet, const PaperText &write, const invoices::ClaimCheck &claim)
{
    if (claim.fittings.empty())
        return;
    sheet.space(1);
    sheet.text(PaperText::tr("Please come to try on"), Face::Small, Side::Leading, Role::Muted);
    const bool named = std::ranges::any_of(claim.fittings, [&](const invoices::ClaimFitting &fitting) {
        return !fitting.who.isEmpty() && fitting.who != claim.clientName;
    });
    for (const auto &[at, visits] : visitsOf(claim)) {
        sheet.text(write.visit(at), Face::Strong);
        for (const Visit &visit : visits)
            sheet.text(named && !visit.who.isEmpty()
                           ? PaperText::tr("%1: %2").arg(visit.what, visit.who.join(QStringLiteral(", ")))
                           : visit.what,
                       Face::Small);
    }
}

} // namespace thimblely::ui
