// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The one big field of the measuring page: what stands in it, beside it and under it.
#include "ui/measurements/field_panel.h"
#include "ui/measurements/fit_edit.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/scale_strip.h"
#include "ui/measurements/value_field.h"

namespace thimblely::ui {

namespace {

//! Nothing but what was read already: as it was typed, or in the form in which it is shown.
bool isStored(const std::optional<MeasuredValue> &value, const QString &text, LengthUnit unit)
{
    return value ? text == shown(*value, unit) || text.trimmed() == value->text : text.isEmpty();
}

} // namespace

void MeasuringPage::fillValue()
{
    const MeasureField *field = find(m_current);
    if (!field)
        return;
    ValueField *value = m_panel->value();
    value->setField(*field);
    m_side = field->paired ? BodySide::Left : BodySide::Both;
    const std::vector<BodySide> sides =
        field->paired ? std::vector{BodySide::Left, BodySide::Right} : std::vector{BodySide::Both};
    for (const BodySide side : sides) {
        const auto &now = field->today.side(side);
        const std::optional<MeasuredValue> last =
            field->earlier.empty() ? std::nullopt : field->earlier.front().value.side(side);
        value->setPlaceholder(side, last ? shown(*last, m_unit) : QString());
        value->setText(side, now ? shown(*now, m_unit) : QString());
    }
    if (!field->paired)
        value->setText(BodySide::Right, {});
}

void MeasuringPage::refreshFieldPanel()
{
    const int index = indexOf(m_current);
    if (index < 0)
        return;
    QStringList next; // where Enter will lead to
    for (size_t i = size_t(index) + 1; i < m_fields.size() && next.size() < 2; ++i) {
        if (m_fields[i].state == FieldState::Empty)
            next += m_fields[i].name;
    }
    m_panel->fit()->setUnit(m_unit, m_denominator);
    m_panel->setField(m_fields[size_t(index)], index + 1, int(m_fields.size()), next, m_unit);
    const MeasureField &field = m_fields[size_t(index)];
    m_panel->setHistory(field.name, historyOf(field, field.paired ? BodySide::Left : BodySide::Both, m_unit));
    refreshScale();
    refreshHint();
}

void MeasuringPage::takeFit(const QString &code, const FieldValue &fit)
{
    MeasureField *field = find(code);
    if (!field)
        return;
    field->fit = fit;
    refreshRow(code);
    Q_EMIT fitChanged(code);
}

void MeasuringPage::refreshScale()
{
    const MeasureField *field = find(m_current);
    if (!field)
        return;
    ScaleMarks marks;
    m_panel->setScaleWanted(field->dimension == MeasurementDimension::Length);
    if (field->dimension != MeasurementDimension::Length)
        return;
    if (const auto typed = m_panel->value()->read(m_side)) {
        marks.typed = typed->length();
        marks.typedText = typed->text;
    }
    marks.typedFlagged = field->flagged;
    if (!field->earlier.empty()) {
        const auto &last = field->earlier.front().value.side(m_side);
        if (last)
            marks.last = last->length();
    }
    marks.lastWhen = m_month;
    marks.likely = field->likely;
    marks.usual = field->usual ? field->usual : field->ask; // with neither value nor figures, where it may lie
    m_panel->scale()->setUnit(m_unit);
    m_panel->scale()->setMarks(marks);
}

void MeasuringPage::refreshHint()
{
    const MeasureField *field = find(m_current);
    if (!field)
        return;
    ValueField *value = m_panel->value();
    const auto typed = value->read(m_side);
    QString hint = typed ? rangeHintText(*field, *typed, m_unit) : QString();
    if (field->flagged) {
        hint = tr("Enter waits until you choose");
    } else if (hint.isEmpty()) {
        const bool canKeep = value->text(m_side).isEmpty() && field->today.isEmpty() && !field->earlier.empty();
        //: day and age of the last visit's value: "14 Mar, 8 months"
        hint =
            canKeep
                ? tr("%1, %2: Enter keeps it").arg(field->earlier.front().when, ageText(field->earlier.front().daysAgo))
                : tr("Enter = next");
    }
    value->setHint(hint);
}

void MeasuringPage::takeValue(const MeasuredValue &value)
{
    MeasureField *field = find(m_current);
    if (!field)
        return;
    field->today.side(value.side) = value;
    field->state = FieldState::Measured;
    refreshRow(m_current);
    refreshScale();
    refreshHint();
    Q_EMIT valueCommitted(value);
}

void MeasuringPage::clearValue(BodySide side)
{
    MeasureField *field = find(m_current);
    if (!field)
        return;
    field->today.side(side).reset();
    if (field->today.isEmpty())
        field->state = FieldState::Empty;
    refreshRow(m_current);
    refreshScale();
    refreshHint();
    Q_EMIT valueCleared(m_current, side);
}

void MeasuringPage::keepLast()
{
    MeasureField *field = find(m_current);
    if (!field || field->earlier.empty() || !field->today.isEmpty())
        return;
    field->today = field->earlier.front().value;
    field->state = FieldState::Kept;
    refreshRow(m_current);
    Q_EMIT valueKept(m_current);
}

void MeasuringPage::setUnit(LengthUnit unit)
{
    if (unit == m_unit)
        return;
    // What is stored is shown converted; what is being typed stays, to be read in the new unit.
    ValueField *value = m_panel->value();
    const MeasureField *field = find(m_current);
    const std::vector<BodySide> sides =
        value->isPaired() ? std::vector{BodySide::Left, BodySide::Right} : std::vector{BodySide::Both};
    std::vector<std::pair<BodySide, QString>> typed;
    for (const BodySide side : sides) {
        const QString text = value->text(side);
        if (field && !isStored(field->today.side(side), text, m_unit))
            typed.emplace_back(side, text);
    }
    m_unit = unit;
    m_header->setUnit(unit);
    m_list->setUnit(unit);
    value->setUnit(unit);
    fillValue();
    for (const auto &[side, text] : typed)
        setTypedText(side, text);
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_list->model()->setRow(rowOf(i));
    refreshFieldPanel();
}

void MeasuringPage::setTypedText(BodySide side, const QString &text)
{
    m_panel->value()->setTypedText(side, text);
    m_side = side;
    refreshRow(m_current);
    refreshScale();
    refreshHint();
}

} // namespace thimblely::ui
