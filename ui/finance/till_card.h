// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

class AmountLabel;
class Button;
class Chip;
class Desk;
class FigureRows;
class Label;
class SectionHead;

//! "Till today": what was taken and how, what should lie in the drawer, what is still to come in, and what is done next.
class TillCard : public Card {
    Q_OBJECT

public:
    explicit TillCard(Desk &desk, QWidget *parent = nullptr);

    void refresh();
    const std::optional<finance::TillState> &state() const { return m_state; }
    //! While the drawer is counted nothing is said of what should be in it.
    void setBlind(bool blind);
    //! Where the till is closed, its opening is what comes first; false where it is open.
    bool focusOpening();

Q_SIGNALS:
    void openRequested();
    void moveRequested();
    void countRequested();
    void closeRequested();

private:
    void build();
    void showSums();
    void showButtons();

    Desk &m_desk;
    std::optional<finance::TillState> m_state;
    bool m_blind = false;
    SectionHead *m_head;
    AmountLabel *m_taken;
    Label *m_sales;
    Label *m_hidden; //!< why no sum is shown
    FigureRows *m_rows;
    QWidget *m_waiting;
    Chip *m_waitingChip;
    AmountLabel *m_waitingSum;
    Button *m_open;
    Button *m_move;
    Button *m_count;
};

} // namespace thimblely::ui
