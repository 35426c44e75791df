// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/work_measures.h"

namespace thimblely::orders {

namespace {

Result<std::optional<WorkMeasures>> read(const storage::Statement &row, bool frozen)
{
    TRY_ASSIGN(std::vector<MeasuredValue> values, measuredValuesFromJson(row.utf8(0)));
    return std::optional(WorkMeasures{std::move(values), row.instant(1), row.text(2), frozen});
}

} // namespace

Result<std::optional<WorkMeasures>> workMeasures(access::ScopedConnection &connection, OrderItemId piece)
{
    TRY_ASSIGN(auto frozen, connection.query(R"(
        SELECT measurement_snapshot -> 'measurements', measurement_snapshot ->> 'taken_at',
               measurement_snapshot ->> 'posture', client_measurement_id
          FROM order_items
         WHERE id = ?)"));
    frozen->bind(piece);
    TRY_ASSIGN(const bool found, frozen->step());
    if (!found)
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    if (!frozen->isNull(0))
        return read(*frozen, true);
    const auto set = frozen->optionalId<MeasurementSetId>(3);
    const access::Principal &who = connection.principal();
    if (!set || !(who.can(access::Capability::MeasurementsRead) || who.can(access::Capability::OrdersReadAssigned)))
        return std::optional<WorkMeasures>();
    TRY_ASSIGN(auto query, connection.query("SELECT measurements, taken_at, posture ->> '$' FROM client_measurements"
                                            " WHERE id = ?"));
    query->bind(*set);
    TRY_ASSIGN(const bool there, query->step());
    return there ? read(*query, false) : Result<std::optional<WorkMeasures>>(std::optional<WorkMeasures>());
}

} // namespace thimblely::orders
