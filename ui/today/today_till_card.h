// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/today/today_card.h"

namespace thimblely::ui {

class AmountLabel;
class Chip;
class Desk;

//! The till at a glance: who opened it, what was taken and how, and the next thing to be done with it.
class TodayTillCard : public TodayCard {
    Q_OBJECT

public:
    explicit TodayTillCard(Desk &desk, QWidget *parent = nullptr);

    void reload();
    //! Whether it waits to be opened, which comes first in the morning.
    bool isClosed() const { return m_isClosed; }

private:
    void buildTaken();
    void showState(const finance::TillState &state);
    QString takenName(const finance::TillState &state) const;

    Desk &m_desk;
    Chip *m_chip;
    QWidget *m_takenRow;
    Label *m_takenName = nullptr;
    AmountLabel *m_taken;
    bool m_isClosed = false;
};

} // namespace thimblely::ui
