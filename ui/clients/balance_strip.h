// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class AmountLabel;
class Label;

//! What a client owes, how many orders there were and when the last was: three figures in one frame.
class BalanceStrip : public QWidget {
    Q_OBJECT
public:
    explicit BalanceStrip(QWidget *parent = nullptr);

    void setFigures(const Money &balance, const QString &orders, const QString &lastOrder);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_owesHead;
    AmountLabel *m_owes;
    Label *m_orders;
    Label *m_last;
    QList<QWidget *> m_cells;
};

} // namespace thimblely::ui
