// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/role.h"

#include "core/access/permissions.h"

#include <array>

namespace thimblely::access {

namespace {

using C = Capability;

constexpr std::array<const char *, 4> roleNames = {"viewer", "member", "admin", "owner"};

//! Narrower forms of a capability, given instead of it and never beside it.
const CapabilitySet &substitutes()
{
    static const CapabilitySet set = {C::OrdersReadAssigned};
    return set;
}

const CapabilitySet &viewer()
{
    static const CapabilitySet set = {C::OwnData,      C::ClientsRead,   C::MeasurementsRead, C::TemplatesRead,
                                      C::OrdersRead,   C::PriceListRead, C::PricesRead,       C::CalendarRead,
                                      C::MessagesRead, C::InventoryRead, C::FeedsRead,        C::MarketplaceRead,
                                      C::InvoicesRead, C::TeamRead};
    return set;
}

const CapabilitySet &member()
{
    static const CapabilitySet set =
        viewer() | CapabilitySet{C::ClientsWrite,       C::MeasurementsWrite,  C::TemplatesWrite,    C::OrdersWrite,
                                 C::OrdersMoveStage,    C::OrdersQualityCheck, C::OrdersTakePayment, C::PriceListWrite,
                                 C::CalendarWrite,      C::MessagesWrite,      C::InventoryWrite,    C::StockCount,
                                 C::FeedsWrite,         C::FeedsPublish,       C::MarketplaceWrite,  C::TillOperate,
                                 C::MarketplacePublish, C::TillPaidOut,        C::InvoicesIssue};
    return set;
}

//! Cutters and stitchers: their own pieces and what hangs on them, no client list and no money.
const CapabilitySet &workroom()
{
    static const CapabilitySet set = {C::OwnData,       C::OrdersReadAssigned, C::OrdersMoveStage,
                                      C::TemplatesRead, C::InventoryRead,      C::CalendarRead,
                                      C::FeedsRead,     C::MarketplaceRead,    C::TeamRead};
    return set;
}

//! Finishers see every piece, check it and call it ready; they sell nothing.
const CapabilitySet &finisher()
{
    static const CapabilitySet set =
        viewer() | CapabilitySet{C::OrdersMoveStage, C::OrdersQualityCheck, C::CalendarWrite, C::MessagesWrite};
    return set;
}

} // namespace

const char *nameOf(Role role)
{
    return roleNames[size_t(role)];
}

Result<Role> roleFromName(QByteArrayView name)
{
    for (size_t i = 0; i < roleNames.size(); ++i) {
        if (name == QByteArrayView(roleNames[i]))
            return Role(int(i));
    }
    return Error{ErrorKind::Invalid, "access.role", {QString::fromUtf8(name)}, {}};
}

Job jobFromTitle(const QString &title)
{
    if (title == QLatin1String("counter"))
        return Job::Counter;
    if (title == QLatin1String("cutter"))
        return Job::Cutter;
    if (title == QLatin1String("stitcher"))
        return Job::Stitcher;
    if (title == QLatin1String("finisher"))
        return Job::Finisher;
    return Job::None;
}

CapabilitySet capabilitiesOf(Role role, Job job)
{
    const CapabilitySet everything = CapabilitySet::all() - substitutes();
    switch (role) {
    case Role::Owner:
        return everything;
    case Role::Admin:
        return everything - ownersOnly();
    case Role::Viewer:
        return viewer();
    case Role::Member:
        break;
    }
    if (job == Job::Cutter || job == Job::Stitcher)
        return workroom();
    return job == Job::Finisher ? finisher() : member();
}

Result<CapabilitySet> applyPermissions(const CapabilitySet &base, QByteArrayView permissionsJson)
{
    TRY_ASSIGN(const Permissions over, Permissions::fromJson(permissionsJson));
    return (base | (over.grants - ownersOnly())) - over.refusals;
}

bool mayAssignRole(Role own, Role given)
{
    return given != Role::Owner && given <= own;
}

} // namespace thimblely::access
