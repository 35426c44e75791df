// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// How a visit ends: what is still wanted, and what is written as a new version.
#include "core/measurements/measurement_service.h"
#include "ui/desk/desk.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/visit_fields.h"

#include <algorithm>

namespace thimblely::ui {

const MeasurementSet *MeasuringScreen::superseded(SetKind kind) const
{
    for (const MeasurementSet &set : m_sets) {
        if (set.kind == kind && set.status == SetStatus::Current && m_garment && set.templateId == m_garment->id)
            return &set;
    }
    return nullptr;
}

//! Said once for what is missing: whoever saves again saves without it.
bool MeasuringScreen::holdsForWhatIsNeeded()
{
    QStringList missing;
    QString first;
    for (const MeasureField &each : m_page->fields()) {
        if (!each.required || !each.today.isEmpty())
            continue;
        missing.append(each.name.toLower());
        if (first.isEmpty())
            first = each.code;
    }
    if (missing.isEmpty() || missing == m_saidMissing)
        return false;
    m_saidMissing = missing;
    m_page->setCurrent(first);
    m_page->focusValue();
    m_desk.notices().say(tr("Still needed: %1. Ctrl+S again saves without.").arg(missing.join(tr(", "))));
    return true;
}

std::optional<MeasurementDraft> MeasuringScreen::draftOf(MeasurementKind measured) const
{
    const SetKind kind = measured == MeasurementKind::Finished ? SetKind::FinishedGarment : SetKind::Body;
    MeasurementDraft draft{m_client->id, m_garment->id, kind, valuesOf(m_page->fields(), measured)};
    if (draft.values.empty())
        return {};
    if (const MeasurementSet *before = superseded(kind)) {
        for (MeasuredValue &value : carriedOver(*before, draft.values))
            draft.values.push_back(std::move(value));
    }
    if (kind == SetKind::Body) {
        draft.posture = m_posture;
        draft.warningsAccepted = m_doubts.kept(m_page->fields());
    }
    return draft;
}

void MeasuringScreen::save()
{
    if (!m_client || !m_garment || m_saving || holdsForADoubt() || holdsForWhatIsNeeded())
        return;
    std::vector<MeasurementDraft> drafts;
    for (const MeasurementKind kind : {MeasurementKind::Body, MeasurementKind::Finished}) {
        if (auto draft = draftOf(kind))
            drafts.push_back(std::move(*draft));
    }
    m_saving = true;
    m_desk.when(
        MeasurementService(m_desk.session(), m_desk.door()).saveVisit(drafts), this,
        [this, what = subject()] {
            m_saving = false;
            m_desk.drafts().discard(draftScreen, what);
            Q_EMIT m_desk.navigation().backRequested();
        },
        [this](const Error &) { m_saving = false; });
}

} // namespace thimblely::ui
