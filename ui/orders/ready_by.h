// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/orders/day_plan.h"
#include "core/orders/promise_text.h"
#include "ui/widgets/field_edit.h"

#include <memory>
#include <optional>

namespace thimblely::ui {

class Desk;

/*!
 * When further work on a garment is ready, as the counter types a promise; empty: the day that is promised stands. Beside
 * it stands how much of that day is free; Down takes the next day that is.
 */
class ReadyBy : public FieldEdit {
    Q_OBJECT

public:
    ReadyBy(Desk &desk, QWidget *parent);

    //! Nothing typed; the day that stands beside it.
    void begin(OrderId order);
    Result<std::optional<orders::Promise>> promised() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void understand();
    void takeNext();

    Desk &m_desk;
    QString m_stands;
    std::shared_ptr<const orders::DayPlan> m_plan;
};

} // namespace thimblely::ui
