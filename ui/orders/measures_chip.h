// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/orders/piece_measures.h"
#include "ui/orders/fact_chip.h"

#include <optional>

namespace thimblely::ui {

class Desk;

//! By which measures a piece is made, and how old they are. A click lists what else there is.
class MeasuresChip : public FactChip {
    Q_OBJECT

public:
    MeasuresChip(Desk &desk, int piece, QWidget *parent = nullptr);

    void setMeasures(const std::optional<MeasurementSetId> &set, std::vector<orders::MeasuresChoice> choices);

Q_SIGNALS:
    void chosen(std::optional<thimblely::MeasurementSetId> set);

private:
    void showChoices();
    QString dayWords(const orders::MeasuresChoice &choice) const;

    Desk &m_desk;
    const int m_piece;
    std::optional<MeasurementSetId> m_set;
    std::vector<orders::MeasuresChoice> m_choices;
};

} // namespace thimblely::ui
