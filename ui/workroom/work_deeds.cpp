// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_deeds.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

using access::Capability;
using orders::Stage;
using workroom::WorkCard;

constexpr std::array<DeedFacts, 11> facts = {{
    {Deed::Done, Qt::Key_Return, QT_TRANSLATE_NOOP("WorkDeeds", "Done"), QT_TRANSLATE_NOOP("WorkDeeds", "Enter")},
    {Deed::Work, Qt::Key_Space, QT_TRANSLATE_NOOP("WorkDeeds", "Start"), QT_TRANSLATE_NOOP("WorkDeeds", "Space")},
    {Deed::Give, Qt::Key_A, QT_TRANSLATE_NOOP("WorkDeeds", "Give to"), "A"},
    {Deed::Hold, Qt::Key_H, QT_TRANSLATE_NOOP("WorkDeeds", "Waits"), "H"},
    {Deed::Check, Qt::Key_C, QT_TRANSLATE_NOOP("WorkDeeds", "Check"), "C"},
    {Deed::Delay, Qt::Key_L, QT_TRANSLATE_NOOP("WorkDeeds", "Why late"), "L"},
    {Deed::Fitting, Qt::Key_F, QT_TRANSLATE_NOOP("WorkDeeds", "Fit again"), "F"},
    {Deed::Redo, Qt::Key_R, QT_TRANSLATE_NOOP("WorkDeeds", "Redo"), "R"},
    {Deed::Note, Qt::Key_N, QT_TRANSLATE_NOOP("WorkDeeds", "Note"), "N"},
    {Deed::Back, Qt::Key_B, QT_TRANSLATE_NOOP("WorkDeeds", "Back a step"), "B"},
    {Deed::Open, Qt::Key_O, QT_TRANSLATE_NOOP("WorkDeeds", "Order"), "O"},
}};

const DeedFacts &factsOf(Deed deed)
{
    return *std::ranges::find(facts, deed, &DeedFacts::deed);
}

} // namespace

std::span<const DeedFacts> deeds()
{
    return facts;
}

QString deedText(Deed deed, const WorkCard &card, PersonId me)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("WorkDeeds", text); };
    if (deed == Deed::Work && card.isAtWork(me))
        return say(QT_TRANSLATE_NOOP("WorkDeeds", "Pause"));
    if (deed == Deed::Hold && card.isWaiting())
        return say(QT_TRANSLATE_NOOP("WorkDeeds", "Answered"));
    return say(factsOf(deed).text);
}

std::optional<Deed> deedOf(const QKeyEvent &key)
{
    if ((key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return std::nullopt;
    const int pressed = key.key() == Qt::Key_Enter ? int(Qt::Key_Return) : key.key();
    const auto found =
        std::ranges::find_if(facts, [pressed](const DeedFacts &each) { return int(each.key) == pressed; });
    return found == facts.end() ? std::nullopt : std::optional(found->deed);
}

bool maySee(Deed deed, const WorkCard &card, const workroom::Steps &steps, const access::Principal &who)
{
    const bool writes = who.can(Capability::OrdersWrite);
    const bool quality = writes || who.can(Capability::OrdersQualityCheck);
    const bool works = quality || (who.can(Capability::OrdersMoveStage) && card.given == who.person);
    const bool ready = card.step >= steps.ready();
    switch (deed) {
    case Deed::Done: {
        const auto next = steps.next(card.step, card.facts.kind, card.tried);
        return works && !card.isWaiting() && next && (quality || *next < steps.ready());
    }
    case Deed::Work:
        return works && !ready && (!card.isWaiting() || card.isAtWork(who.person));
    case Deed::Give:
        return writes && !ready;
    case Deed::Hold:
        return works && (!ready || card.isWaiting());
    case Deed::Check:
        return quality && !ready && card.checks > 0;
    case Deed::Delay:
        return works && !ready;
    case Deed::Fitting:
        return writes && who.can(Capability::CalendarWrite) && !ready && orders::isWork(card.facts.kind);
    case Deed::Redo:
        return writes && orders::isWork(card.facts.kind) && card.stage >= Stage::Cut;
    case Deed::Note:
        return works;
    case Deed::Back:
        return works && !card.isWaiting() && steps.previous(card.step, card.facts.kind, card.tried).has_value();
    case Deed::Open:
        return who.can(Capability::OrdersRead);
    }
    return false;
}

} // namespace thimblely::ui
