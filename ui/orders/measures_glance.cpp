// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/measures_glance.h"

#include "core/measurements/measurement_catalogue.h"
#include "core/measurements/measurement_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

constexpr int mostMeasures = 6;

} // namespace

MeasuresGlance::MeasuresGlance(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_date(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_lines(column(nullptr, 4))
{
    auto *box = column(this, 4);
    box->addWidget(new Separator(Qt::Horizontal, this));
    box->addSpacing(8);
    auto *head = row(nullptr, 8);
    head->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Measures"), this), 1);
    head->addWidget(m_date);
    box->addLayout(head);
    box->addLayout(m_lines);
}

void MeasuresGlance::showOf(ClientId client)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto values = MeasurementService(m_desk.session(), m_desk.door()).currentValues(client);
    const bool readable = values.ok() && !values->empty();
    setVisible(readable);
    if (!readable)
        return;
    const Date taken = m_desk.calendar().dayOf(values->front().takenAt);
    //: day and age of the measures
    m_date->setText(tr("%1, %2").arg(dayText(taken, m_desk.today(), m_desk.locale()), ageText(taken, m_desk.today())));
    int shown = 0;
    for (const CurrentValue &current : *values) {
        if (++shown > mostMeasures)
            break;
        const MeasurementField *field = measurementField(current.value.code);
        auto *line = new QWidget(this);
        auto *columns = row(nullptr, 8);
        line->setLayout(columns);
        auto *name =
            new Label(TextStyle::Body, Role::Muted,
                      field ? QCoreApplication::translate("Measurement", field->name) : current.value.code, line);
        name->setElided(true);
        columns->addWidget(name, 1);
        columns->addWidget(new Label(TextStyle::BodyStrong, Role::Text, current.value.text, line));
        m_lines->addWidget(line);
    }
}

} // namespace thimblely::ui
