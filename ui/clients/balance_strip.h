// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/money.h"

#include <QLocale>
#include <QWidget>

#include <optional>

namespace thimblely::ui {

class AmountLabel;
class Label;

//! What is asked of a client, with what of theirs is on its way, was paid too much or is kept for them beside it.
struct Standing {
    Money owed;
    Money waiting;
    Money overpaid;
    Money kept;
};

//! How a client stands, how many orders there were and when the last was: three figures in one frame.
class BalanceStrip : public QWidget {
    Q_OBJECT
public:
    explicit BalanceStrip(QWidget *parent = nullptr);

    void setFigures(const Standing &standing, const QString &orders, const QString &lastOrder);
    void setLocale(const QLocale &locale);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showStanding();

    QLocale m_locale;
    std::optional<Standing> m_standing;
    Label *m_owesHead;
    AmountLabel *m_owes;
    Label *m_beside = nullptr; // what is on its way, or was paid too much
    Label *m_orders;
    Label *m_last;
    QList<QWidget *> m_cells;
};

} // namespace thimblely::ui
