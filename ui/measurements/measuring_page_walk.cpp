// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The way through the fields of the measuring page, and their order.
#include "ui/measurements/field_panel.h"
#include "ui/measurements/measure_list.h"
#include "ui/measurements/measuring_page.h"

#include <algorithm>

namespace thimblely::ui {

bool MeasuringPage::mayLeave()
{
    const MeasureField *here = find(m_current);
    if (!here || !here->flagged)
        return true;
    focusValue(); // a doubt is answered first: + or =
    return false;
}

void MeasuringPage::move(int by)
{
    if (by > 0 && !mayLeave())
        return;
    const int to = indexOf(m_current) + by;
    if (to >= 0 && to < int(m_fields.size())) {
        setCurrent(m_fields[size_t(to)].code);
        focusValue();
    } else if (by > 0) {
        (m_compact ? m_saveNarrow : m_saveWide)->setFocus(Qt::TabFocusReason);
    }
}

void MeasuringPage::next()
{
    if (!mayLeave())
        return;
    const auto begin = m_fields.begin() + indexOf(m_current) + 1;
    const auto stop = std::ranges::find(begin, m_fields.end(), FieldState::Empty, &MeasureField::state);
    move(int(stop - begin) + 1);
}

void MeasuringPage::setReorderable(bool on)
{
    m_reorderable = on;
    m_list->setReorderable(on);
}

void MeasuringPage::moveField(const QString &code, int to)
{
    const int from = indexOf(code);
    if (!m_reorderable || from < 0 || to < 0 || to >= int(m_fields.size()) || to == from)
        return;
    if (m_fields[size_t(to)].section != m_fields[size_t(from)].section)
        return; // a section stays together
    const auto at = m_fields.begin();
    if (to < from)
        std::rotate(at + to, at + from, at + from + 1);
    else
        std::rotate(at + from, at + from + 1, at + to + 1);
    refreshAllRows();
    refreshFieldPanel();
    QStringList codes;
    for (const MeasureField &field : m_fields)
        codes.append(field.code);
    Q_EMIT orderChanged(codes);
}

} // namespace thimblely::ui
