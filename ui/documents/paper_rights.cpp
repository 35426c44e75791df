// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/paper_rights.h"

namespace thimblely::ui {

using access::Capability;

std::optional<Capability> neededForPaper(PaperKind kind)
{
    switch (kind) {
    case PaperKind::WorkOrder: // what the workroom reads of its own pieces
    case PaperKind::Tags:
        return std::nullopt;
    case PaperKind::ClaimCheck: // with the client's name, and the sums where these are read too
    case PaperKind::RackSlip:
        return Capability::OrdersRead;
    case PaperKind::Receipt:
    case PaperKind::Statement:
        return Capability::PricesRead;
    case PaperKind::Invoice:
        return Capability::InvoicesRead;
    case PaperKind::Notice:
    case PaperKind::UncollectedAll:
    case PaperKind::UncollectedLong:
        return Capability::ClientsRead;
    }
    Q_UNREACHABLE();
}

bool mayPrint(PaperKind kind, const access::Principal &who)
{
    const auto needed = neededForPaper(kind);
    return !needed || who.can(*needed);
}

} // namespace thimblely::ui
