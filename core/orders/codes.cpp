// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/code_table.h"
#include "core/orders/order.h"

namespace thimblely::orders {

namespace {

using inventory::CodeTable;

constexpr CodeTable<PieceKind, 6> pieceKinds{"item_kind",
                                             {"make", "alteration", "redo", "ready_made", "fabric", "service"}};
constexpr CodeTable<Stage, 9> stages{
    "stage", {"booked", "measured", "cut", "stitched", "fitting", "altered", "finished", "ready", "collected"}};
constexpr CodeTable<FabricSource, 3> fabricSources{"fabric_source", {"shop", "client", "merchant"}};
constexpr CodeTable<HoldReason, 4> holdReasons{"hold", {"client", "cloth", "trim", "money"}};
constexpr CodeTable<Charge, 2> charges{"charge", {"rush", "cancellation"}};
constexpr CodeTable<PieceOutcome, 5> outcomes{"outcome", {"donated", "sold", "lost", "damaged", "returned_unworked"}};
constexpr CodeTable<TaskSide, 3> taskSides{"side", {"left", "right", "both"}};
constexpr CodeTable<OrderStatus, 5> orderStatuses{"status",
                                                  {"draft", "pending", "in-progress", "completed", "cancelled"}};
constexpr CodeTable<PaymentStatus, 3> paymentStatuses{"payment_status", {"unpaid", "partial", "paid"}};

} // namespace

QByteArray toCode(PieceKind kind)
{
    return pieceKinds.code(kind);
}

Result<PieceKind> pieceKindFromCode(QStringView code)
{
    return pieceKinds.value(code);
}

QByteArray toCode(Stage stage)
{
    return stages.code(stage);
}

Result<Stage> stageFromCode(QStringView code)
{
    return stages.value(code);
}

QByteArray toCode(PieceOutcome outcome)
{
    return outcomes.code(outcome);
}

Result<PieceOutcome> pieceOutcomeFromCode(QStringView code)
{
    return outcomes.value(code);
}

QByteArray toCode(FabricSource source)
{
    return fabricSources.code(source);
}

Result<FabricSource> fabricSourceFromCode(QStringView code)
{
    return fabricSources.value(code);
}

QByteArray toCode(Charge charge)
{
    return charges.code(charge);
}

Result<Charge> chargeFromCode(QStringView code)
{
    return charges.value(code);
}

QByteArray toCode(TaskSide side)
{
    return taskSides.code(side);
}

Result<TaskSide> taskSideFromCode(QStringView code)
{
    return taskSides.value(code);
}

QByteArray toCode(HoldReason why)
{
    return holdReasons.code(why);
}

Result<HoldReason> holdReasonFromCode(QStringView code)
{
    return holdReasons.value(code);
}

Result<OrderStatus> orderStatusFromCode(QStringView code)
{
    return orderStatuses.value(code);
}

Result<PaymentStatus> paymentStatusFromCode(QStringView code)
{
    return paymentStatuses.value(code);
}

} // namespace thimblely::orders
