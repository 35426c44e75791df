// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// How a visit ends: what is still wanted, and what is written as a new version.
#include "core/measurements/measurement_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/measuring_screen.h"
#include "ui/measurements/reason_box.h"
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

//! Said once for what is missing and was never measured: whoever saves again saves without it.
bool MeasuringScreen::holdsForWhatIsNeeded()
{
    QStringList missing;
    QString first;
    for (const MeasureField &each : m_page->fields()) {
        if (!each.required || !each.today.isEmpty() || !each.earlier.empty())
            continue; // what was measured before stays in the new version
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
    const SetKind kind = setKindOf(measured);
    MeasurementDraft draft{m_client->id, m_garment->id, kind, valuesOf(m_page->fields(), measured)};
    if (draft.values.empty())
        return {};
    for (const MeasureField &each : m_page->fields()) {
        if (each.kind == measured && each.state == FieldState::Kept && each.earlier.front().set)
            draft.carried.insert_or_assign(each.code, *each.earlier.front().set);
    }
    if (const MeasurementSet *before = superseded(kind)) {
        for (MeasuredValue &value : carriedOver(*before, draft.values)) {
            const auto from = before->carried.find(value.code);
            draft.carried.insert_or_assign(value.code, from == before->carried.end() ? before->id : from->second);
            draft.values.push_back(std::move(value));
        }
    }
    if (kind == SetKind::Body) {
        draft.posture = m_posture;
        draft.warningsAccepted = m_doubts.kept(m_page->fields());
    }
    return draft;
}

std::vector<MeasurementDraft> MeasuringScreen::drafts() const
{
    std::vector<MeasurementDraft> drafts;
    for (const MeasurementKind kind : {MeasurementKind::Body, MeasurementKind::Finished}) {
        if (auto draft = draftOf(kind))
            drafts.push_back(std::move(*draft));
    }
    if (auto fit = fitDraft())
        drafts.push_back(std::move(*fit));
    return drafts;
}

//! How this garment is cut, where it is cut otherwise than it was.
std::optional<MeasurementDraft> MeasuringScreen::fitDraft() const
{
    MeasurementDraft draft{m_client->id, m_garment->id, SetKind::FitAdjustment, fitsOf(m_page->fields())};
    const MeasurementSet *before = superseded(SetKind::FitAdjustment);
    const std::vector<MeasuredValue> then = before ? before->values : std::vector<MeasuredValue>();
    const bool same = std::ranges::is_permutation(draft.values, then, [](const auto &a, const auto &b) {
        return a.code == b.code && a.side == b.side && a.amount == b.amount;
    });
    return same ? std::nullopt : std::optional(std::move(draft));
}

//! What differs from the set that a draft takes the place of, by code.
QStringList MeasuringScreen::changedCodes(const MeasurementDraft &draft) const
{
    QStringList codes;
    if (draft.kind == SetKind::FitAdjustment)
        return codes; // a cut is no body: it needs no reason
    if (const MeasurementSet *before = superseded(draft.kind)) {
        for (const auto &[code, side] : differencesOf(before->values, draft.values))
            codes.append(code);
    }
    codes.removeDuplicates();
    return codes;
}

//! "2 pieces were made by it, 1 already cut: 1042-2 Jacket, 1044-1 Trousers".
QString MeasuringScreen::touchedWords(const std::vector<orders::MeasuredPiece> &pieces) const
{
    constexpr size_t most = 4;
    QStringList named;
    for (const orders::MeasuredPiece &piece : pieces) {
        if (named.size() < qsizetype(most))
            named.append(piece.tag + QLatin1Char(' ') + piece.name);
    }
    const QString list = named.join(QStringLiteral(", "));
    const QString count = tr("%n pieces", nullptr, int(pieces.size()));
    const auto cut = std::ranges::count_if(pieces, &orders::MeasuredPiece::isCut);
    const QString what = cut > 0 ? tr("%1, %n already cut", nullptr, int(cut)).arg(count) : count;
    const int more = int(pieces.size()) - int(named.size());
    //: "2 pieces, 1 already cut: 1042-2 Jacket, 1044-1 Trousers"
    return more > 0 ? tr("%1: %2 and %n more", nullptr, more).arg(what, list) : tr("%1: %2").arg(what, list);
}

Result<std::vector<orders::MeasuredPiece>> MeasuringScreen::piecesTouched() const
{
    std::vector<orders::MeasuredPiece> pieces;
    for (const MeasurementDraft &draft : drafts()) {
        const QStringList codes = changedCodes(draft);
        if (codes.isEmpty())
            continue;
        TRY_ASSIGN(auto found,
                   orders::piecesMeasuredFrom(m_desk.session(), restingOn(*superseded(draft.kind), codes, m_sets)));
        pieces.insert(pieces.end(), found.begin(), found.end());
    }
    return pieces;
}

//! A slip and a body that changed are not the same: what was cut by a slip has to be looked at.
bool MeasuringScreen::asksForTheReason()
{
    QStringList names;
    const MeasurementSet *before = nullptr;
    for (const MeasurementDraft &draft : drafts()) {
        const QStringList codes = changedCodes(draft);
        for (const QString &code : codes)
            names.append(field(code) ? field(code)->name.toLower() : code);
        if (!codes.isEmpty() && !before)
            before = superseded(draft.kind);
    }
    if (!before)
        return false;
    const auto pieces = piecesTouched();
    if (!pieces) {
        m_desk.notices().fail(pieces.error());
        return true;
    }
    constexpr qsizetype most = 3;
    const QString day = dayText(m_desk.calendar().dayOf(before->takenAt), m_desk.today(), m_desk.locale());
    const QString what = names.mid(0, most).join(QStringLiteral(", "));
    const QString question = names.size() > most
                                 ? tr("Not as on %1: %2 and %n more", nullptr, int(names.size() - most)).arg(day, what)
                                 : tr("Not as on %1: %2").arg(day, what);
    const QString touched = pieces->empty() ? QString() : tr("Made by them: %1").arg(touchedWords(*pieces));
    m_reason = new ReasonBox(question, touched);
    // Queued: answering takes the box away, and with it the button that was pressed.
    connect(m_reason, &ReasonBox::answered, this, &MeasuringScreen::write, Qt::QueuedConnection);
    m_page->setNotice(m_reason);
    m_reason->start();
    return true;
}

void MeasuringScreen::dropReason()
{
    if (!m_reason)
        return;
    m_reason = nullptr;
    m_page->setNotice(nullptr);
}

void MeasuringScreen::save()
{
    if (!m_client || !m_garment || m_saving || holdsForADoubt() || holdsForWhatIsNeeded())
        return;
    if (m_reason) // saved again: as Enter says
        write(ChangeReason::BodyChanged);
    else if (!asksForTheReason())
        write({});
}

void MeasuringScreen::write(std::optional<ChangeReason> reason)
{
    std::vector<MeasurementDraft> all = drafts();
    for (MeasurementDraft &draft : all) {
        if (!changedCodes(draft).isEmpty())
            draft.changeReason = reason;
    }
    QString toLookAt;
    if (reason == ChangeReason::Error) {
        if (const auto pieces = piecesTouched(); pieces && !pieces->empty())
            toLookAt = tr("To look at: %1").arg(touchedWords(*pieces));
    }
    m_saving = true;
    m_desk.when(
        MeasurementService(m_desk.session(), m_desk.door()).saveVisit(all), this,
        [this, what = subject(), toLookAt] {
            m_saving = false;
            dropReason();
            m_desk.drafts().discard(draftScreen, what);
            if (!toLookAt.isEmpty())
                m_desk.notices().say(toLookAt);
            Q_EMIT m_desk.navigation().backRequested();
        },
        [this](const Error &) { m_saving = false; });
}

} // namespace thimblely::ui
