// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/desk.h"
#include "ui/orders/fact_chip.h"
#include "ui/orders/measures_chip.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/task_field.h"
#include "ui/widgets/flow_layout.h"

// What is known of a piece beside its tasks, as chips after them; the rest of the row is in piece_row.cpp.

namespace thimblely::ui {

void PieceRow::buildFacts()
{
    m_measures = new MeasuresChip(m_desk, m_number, this);
    m_measure = new FactChip(this);
    m_measure->setDashed(true);
    m_measure->setIconName("i-tape");
    m_measure->setFact(tr("Measure"), QStringLiteral("F4"));
    m_measure->setAccessibleName(tr("Measure for piece %1").arg(m_number));
    for (QWidget *chip : {static_cast<QWidget *>(m_measures), static_cast<QWidget *>(m_measure)})
        m_tasks->insertWidget(m_tasks->count(), chip);
    connect(m_measures, &MeasuresChip::chosen, this, &PieceRow::measuresChosen);
    connect(m_measure, &QAbstractButton::clicked, this, &PieceRow::measureRequested);
}

void PieceRow::setMeasures(const std::optional<MeasurementSetId> &set, std::vector<orders::MeasuresChoice> choices,
                           bool chosen)
{
    m_piece.measurementSet = set;
    m_measuresChosen = chosen && set.has_value();
    m_measures->setMeasures(set, std::move(choices));
    showFacts();
}

void PieceRow::showFacts()
{
    if (!m_measures) // while the first line is built
        return;
    const access::Principal &principal = m_desk.principal();
    const bool make = m_piece.kind == orders::PieceKind::Make && !m_before;
    m_measures->setVisible(make && principal.can(access::Capability::MeasurementsRead));
    m_measure->setVisible(make && principal.can(access::Capability::MeasurementsWrite));
    updateGeometry();
}

} // namespace thimblely::ui
