// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece.h"
#include "ui/orders/fact_chip.h"

#include <QLocale>

namespace thimblely::ui {

//! A task of a piece: its number or key, what is done, its price. A click takes it back into the field.
class TaskChip : public FactChip {
    Q_OBJECT

public:
    TaskChip(const QString &mark, orders::Task task, const QLocale &locale, QWidget *parent = nullptr);

    //! Done for nothing, as it stands: it says so.
    void setFree(bool free);

protected:
    std::vector<Part> parts() const override;

private:
    QString m_mark;
    orders::Task m_task;
    bool m_free = false;
    QLocale m_locale;
};

} // namespace thimblely::ui
