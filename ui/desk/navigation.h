// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/changes/change_set.h"
#include "core/orders/order.h"

#include <QObject>

#include <optional>

namespace thimblely::ui {

//! What is wanted of the till.
enum class TillTask { Look, Open, Count, Close, ConfirmTransfers };

//! What is wanted of an order that is booked.
enum class OrderTask { MovePromise, Cancel, Correct };

//! Where a screen asks to be taken; the shell, which alone knows all screens, goes there.
class Navigation : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void clientRequested(thimblely::ClientId client);
    //! Somebody not known yet, by the number or name that was typed.
    void newClientRequested(const QString &typed);
    void clientEditRequested(thimblely::ClientId client);
    //! The counter with an order for this client; none: nobody yet.
    void orderRequested(std::optional<thimblely::ClientId> client);
    //! The order as it is: pieces, payments, completing, invoice.
    void openOrderRequested(thimblely::OrderId order);
    //! The order, to do that with it.
    void orderTaskRequested(thimblely::OrderId order, thimblely::ui::OrderTask task);
    //! The open orders that a filter leaves.
    void openOrdersRequested(thimblely::orders::OpenOrderFilter filter);
    void tillRequested(thimblely::ui::TillTask task);
    //! What was paid by a receipt, order or client, of whatever day; what was typed finds it.
    void paymentsRequested(const QString &typed);
    //! The counter, to add pieces and tasks to a booked order.
    void addToOrderRequested(thimblely::OrderId order);
    //! Everybody an order dresses.
    void partyRequested(thimblely::OrderId order);
    //! The order with what one of those it dresses takes and pays; none: nobody in particular.
    void memberRequested(thimblely::OrderId order, std::optional<thimblely::ClientId> wearer);
    void measureRequested(thimblely::ClientId client, std::optional<thimblely::TemplateId> garment);
    //! What was written with them, to write to them; about the order, where one is given.
    void messagesRequested(thimblely::ClientId client, std::optional<thimblely::OrderId> order);
    //! Where copies of the shop go.
    void backupsRequested();
    //! What was done with a client or an order and all that hangs on it; `words` name it.
    void historyRequested(thimblely::storage::Table table, thimblely::RowId row, const QString &words);
    void backRequested();
};

} // namespace thimblely::ui
