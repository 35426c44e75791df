// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArrayView>

#include <bitset>
#include <initializer_list>
#include <optional>

namespace thimblely::access {

// One line per capability: its name in the program, and the stable dotted name in permissions, errors and the server.
#define THIMBLELY_CAPABILITIES(X)                                                                                      \
    X(OwnData, "own:data") /* notifications, own profile, sessions, settings */                                        \
    X(ClientsRead, "clients:read")                                                                                     \
    X(ClientsWrite, "clients:write")                                                                                   \
    X(ClientsDelete, "clients:delete")                                                                                 \
    X(MeasurementsRead, "measurements:read")                                                                           \
    X(MeasurementsWrite, "measurements:write")                                                                         \
    X(MeasurementsDelete, "measurements:delete")                                                                       \
    X(TemplatesRead, "templates:read")                                                                                 \
    X(TemplatesWrite, "templates:write")                                                                               \
    X(TemplatesDelete, "templates:delete")                                                                             \
    X(OrdersRead, "orders:read")                                                                                       \
    X(OrdersReadAssigned, "orders:read_assigned") /* only pieces assigned to oneself, and what hangs on them */        \
    X(OrdersWrite, "orders:write")                                                                                     \
    X(OrdersDelete, "orders:delete")                                                                                   \
    X(OrdersMoveStage, "orders:move_stage")                                                                            \
    X(OrdersQualityCheck, "orders:quality_check")                                                                      \
    X(OrdersTakePayment, "orders:take_payment")                                                                        \
    X(OrdersRefund, "orders:refund")                                                                                   \
    X(OrdersReleaseUnpaid, "orders:release_unpaid")                                                                    \
    X(OrdersDiscount, "orders:discount") /* beyond the member's limit */                                               \
    X(OrdersPriceOverride, "orders:price_override")                                                                    \
    X(RedoApprove, "redo:approve")                                                                                     \
    X(ProductionUnlock, "production:unlock")                                                                           \
    X(PriceListRead, "price_list:read")                                                                                \
    X(PriceListWrite, "price_list:write")                                                                              \
    X(PriceListDelete, "price_list:delete")                                                                            \
    X(PricesRead, "prices:read")                                                                                       \
    X(CalendarRead, "calendar:read")                                                                                   \
    X(CalendarWrite, "calendar:write")                                                                                 \
    X(CalendarDelete, "calendar:delete")                                                                               \
    X(MessagesRead, "messages:read")                                                                                   \
    X(MessagesWrite, "messages:write")                                                                                 \
    X(MessagesDelete, "messages:delete")                                                                               \
    X(InventoryRead, "inventory:read")                                                                                 \
    X(InventoryWrite, "inventory:write")                                                                               \
    X(InventoryDelete, "inventory:delete")                                                                             \
    X(StockCount, "stock:count")                                                                                       \
    X(FeedsRead, "feeds:read")                                                                                         \
    X(FeedsWrite, "feeds:write")                                                                                       \
    X(FeedsDelete, "feeds:delete")                                                                                     \
    X(FeedsPublish, "feeds:publish")                                                                                   \
    X(MarketplaceRead, "marketplace:read")                                                                             \
    X(MarketplaceWrite, "marketplace:write")                                                                           \
    X(MarketplaceDelete, "marketplace:delete")                                                                         \
    X(MarketplacePublish, "marketplace:publish")                                                                       \
    X(TillOperate, "till:operate")                                                                                     \
    X(TillPaidOut, "till:paid_out")                                                                                    \
    X(InvoicesRead, "invoices:read")                                                                                   \
    X(InvoicesIssue, "invoices:issue")                                                                                 \
    X(InvoicesCredit, "invoices:credit")                                                                               \
    X(FinanceRead, "finance:read")                                                                                     \
    X(FinanceWrite, "finance:write")                                                                                   \
    X(TeamRead, "team:read")                                                                                           \
    X(TeamManage, "team:manage")                                                                                       \
    X(WorkspaceManage, "workspace:manage")                                                                             \
    X(WorkspaceTransfer, "workspace:transfer")                                                                         \
    X(WorkspaceDelete, "workspace:delete")                                                                             \
    X(DataExport, "data:export")                                                                                       \
    X(DataImport, "data:import")                                                                                       \
    X(DataEraseClient, "data:erase_client")                                                                            \
    X(BackupMake, "backup:make")                                                                                       \
    X(HistoryRead, "history:read")

//! One thing a person may do in a workspace; who may is said by role.h and the member's permissions.
enum class Capability : unsigned char {
#define X(name, text) name,
    THIMBLELY_CAPABILITIES(X)
#undef X
};

#define X(name, text) +1
constexpr int capabilityCount = 0 THIMBLELY_CAPABILITIES(X);
#undef X

//! The stable name, such as "orders:refund"; ends with a NUL.
const char *nameOf(Capability capability);
std::optional<Capability> capabilityFromName(QByteArrayView name);

//! A set of capabilities; a value.
class CapabilitySet {
public:
    CapabilitySet() = default;
    CapabilitySet(std::initializer_list<Capability> list)
    {
        for (const Capability capability : list)
            add(capability);
    }
    static CapabilitySet all();

    bool has(Capability capability) const { return m_bits.test(size_t(capability)); }
    CapabilitySet &add(Capability capability)
    {
        m_bits.set(size_t(capability));
        return *this;
    }
    CapabilitySet &remove(Capability capability)
    {
        m_bits.reset(size_t(capability));
        return *this;
    }
    CapabilitySet operator|(const CapabilitySet &other) const { return CapabilitySet(m_bits | other.m_bits); }
    CapabilitySet operator-(const CapabilitySet &other) const { return CapabilitySet(m_bits & ~other.m_bits); }
    bool contains(const CapabilitySet &other) const { return (other.m_bits & ~m_bits).none(); }
    bool isEmpty() const { return m_bits.none(); }
    friend bool operator==(const CapabilitySet &, const CapabilitySet &) = default;

private:
    using Bits = std::bitset<size_t(capabilityCount)>;
    explicit CapabilitySet(const Bits &bits) : m_bits(bits) {}
    Bits m_bits;
};

} // namespace thimblely::access
