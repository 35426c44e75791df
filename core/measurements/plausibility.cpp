// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/plausibility.h"

#include "core/measurements/body_rules.h"
#include "core/measurements/slip_finder.h"

#include <algorithm>
#include <cmath>

namespace thimblely {

namespace {

constexpr qint64 leastJump = 200;     // 2 cm
constexpr double jumpOfGrown = 0.1;   // of the last value
constexpr double jumpOfBones = 0.03;  // of a grown person's height, which does not change
constexpr double growthInAYear = 0.1; // what a child may gain besides
constexpr qint64 handsWithinADay = 1; // days in which a body stays as it is, and only the hand differs:
constexpr qint64 leastOfHands = 100;  // 1 cm
constexpr double errorOfHands = 0.02; // of the last value; surveys allow their measurers about this
constexpr double daysInAYear = 365.25;
constexpr double sameAsLast = 0.02; // a guess this near to the last value is what was meant

/*!
 * How much surer a slip has to be while other measures are still to come. Each value of a visit is looked at beside
 * those before it, sixteen times where a whole set is once, and every look may be the one that is wrong: without this
 * 0.6 % of the survey's people were asked about while they were measured, where 0.5 % is promised. What is let pass here
 * is looked at again once all is known.
 */
constexpr double cautionWhileMissing = 2;

//! By how much another value has to explain a body better before it is the one that is doubted.
constexpr double blame = 1.5;

std::vector<MeasuredValue> without(const std::vector<MeasuredValue> &values, const QString &code)
{
    std::vector<MeasuredValue> rest;
    std::ranges::copy_if(values, std::back_inserter(rest),
                         [&](const MeasuredValue &each) { return each.code != code; });
    return rest;
}

Doubt doubtOf(DoubtKind kind, const MeasuredValue &value)
{
    return {kind, value.code, value.side, value.amount};
}

std::optional<MeasurementRange> askedOutside(const MeasurementField &field, const MeasuredPerson &person)
{
    if (person.child && field.kind == MeasurementKind::Body)
        return childRange(field, person.years);
    return field.ask;
}

//! The first of the well-known slips that brings the value to where it may be.
std::optional<SlipGuess> mending(const MeasuredValue &value, const std::function<bool(qint64)> &fine)
{
    const std::vector<SlipGuess> guesses = slipGuesses(value);
    const auto found = std::ranges::find_if(
        guesses, [&](const SlipGuess &guess) { return guess.kind != DoubtKind::TensMisread && fine(guess.amount); });
    return found == guesses.end() ? std::nullopt : std::optional(*found);
}

AmountOf amountsOf(const std::vector<MeasuredValue> &values)
{
    return [&values](QStringView code) -> std::optional<qint64> {
        const auto found =
            std::ranges::find_if(values, [code](const MeasuredValue &each) { return each.code == code; });
        return found == values.end() ? std::nullopt : std::optional(found->amount);
    };
}

std::optional<Doubt> doubtByRules(const MeasuredValue &value, const MeasuredPerson &person,
                                  const std::vector<MeasuredValue> &others)
{
    const AmountOf known = amountsOf(others);
    const auto broken = brokenRule(value.code, value.amount, known, person.child);
    if (!broken)
        return {};
    const MeasurementField *field = measurementField(value.code);
    const auto range = field ? askedOutside(*field, person) : std::nullopt;
    const auto guess = mending(value, [&](qint64 amount) {
        return (!range || range->contains(amount)) && !brokenRule(value.code, amount, known, person.child);
    });
    Doubt doubt = doubtOf(guess ? guess->kind : DoubtKind::OutOfOrder, value);
    if (guess)
        doubt.likely = guess->amount;
    doubt.other = broken->other;
    doubt.tooLittle = broken->tooLittle;
    return doubt;
}

std::optional<Doubt> doubtByRange(const MeasuredValue &value, const MeasuredPerson &person)
{
    const MeasurementField *field = measurementField(value.code);
    const auto range = field ? askedOutside(*field, person) : std::nullopt;
    if (!range || range->contains(value.amount))
        return {};
    const auto guess = mending(value, [&](qint64 amount) { return range->contains(amount); });
    Doubt doubt = doubtOf(guess ? guess->kind : DoubtKind::OutsideUsual, value);
    if (guess)
        doubt.likely = guess->amount;
    return doubt;
}

//! How far a value is from the last one, where bodies do not change as much in the time between.
std::optional<qint64> jumpSince(const MeasuredValue &value, const MeasuredPerson &person,
                                const std::optional<LastMeasured> &last)
{
    if (!last || last->amount <= 0 || dimensionOf(value.code) != MeasurementDimension::Length)
        return {};
    const qint64 change = value.amount - last->amount;
    const bool sameDay = last->daysAgo <= handsWithinADay;
    const bool bones = !person.child && value.code.startsWith(QLatin1String("height"));
    double allowed = sameDay ? errorOfHands : bones ? jumpOfBones : jumpOfGrown;
    if (person.child && change > 0 && !sameDay)
        allowed += growthInAYear * double(last->daysAgo) / daysInAYear;
    const qint64 least = sameDay ? leastOfHands : leastJump;
    const bool far = std::abs(change) >= least && double(std::abs(change)) > allowed * double(last->amount);
    return far ? std::optional(change) : std::nullopt;
}

bool hasFigures(const std::vector<MeasuredValue> &values)
{
    return std::ranges::any_of(values, [](const MeasuredValue &each) { return bodyFieldOf(each.code).has_value(); });
}

//! Says that something is odd and not how it came about.
bool isVague(DoubtKind kind)
{
    return kind == DoubtKind::TensMisread || kind == DoubtKind::UnlikeOthers || kind == DoubtKind::OutsideUsual ||
           kind == DoubtKind::OutOfOrder || kind == DoubtKind::FarFromLast;
}

//! With no other value there is nothing it could not go with, and nothing that says what it should be.
void speakForItself(Doubt &doubt)
{
    doubt.alone = true;
    if (doubt.kind != DoubtKind::TensMisread && doubt.kind != DoubtKind::UnlikeOthers)
        return;
    doubt.kind = DoubtKind::OutsideUsual;
    doubt.likely.reset();
}

//! What the body was at the last visit says more than the figures of others: a slip that leads there, or that value.
void proposeFromLast(Doubt &doubt, const MeasuredValue &value, const LastMeasured &last)
{
    doubt.likely = last.amount;
    for (const SlipGuess &guess : slipGuesses(value)) {
        if (double(std::abs(guess.amount - last.amount)) > sameAsLast * double(last.amount))
            continue;
        doubt.likely = guess.amount;
        if (guess.kind != DoubtKind::TensMisread)
            doubt.kind = guess.kind;
        return;
    }
}

//! One sex's view of a body.
struct View {
    SlipFinder finder;
    double limit;
};

std::vector<View> viewsOf(const BodyModel &women, const BodyModel &men, const AlarmLimits &limits, GenderForFit sex,
                          const BodyCase &body)
{
    std::vector<View> views;
    if (sex != GenderForFit::Male)
        views.push_back({SlipFinder(women, body), limits.women});
    if (sex != GenderForFit::Female)
        views.push_back({SlipFinder(men, body), limits.men});
    return views;
}

struct Alarm {
    FoundSlip slip;
    const View *view;
    double excess() const { return slip.sureness - view->limit; }
};

//! Of the views of a body the one that alarms less; `find` asks one view.
std::optional<Alarm> calmest(const std::vector<View> &views,
                             const std::function<std::optional<FoundSlip>(const SlipFinder &)> &find)
{
    std::optional<Alarm> calm;
    for (const View &view : views) {
        const auto slip = find(view.finder);
        if (!slip)
            return {};
        const Alarm alarm{*slip, &view};
        if (!calm || alarm.excess() < calm->excess())
            calm = alarm;
    }
    return calm;
}

Doubt doubtOf(const FoundSlip &slip, const SlipFinder &finder, const BodyCase &body)
{
    Doubt doubt = doubtOf(slip.kind, body.value(slip.field));
    if (slip.likely > 0) // beside absurd values the mean may round to nothing
        doubt.likely = slip.likely;
    doubt.usual = finder.usual(slip.field);
    if (slip.kind == DoubtKind::FieldsSwapped)
        doubt.other = bodyFieldCodes()[slip.other];
    return doubt;
}

//! Where another value would explain the body better, neither is taken for the wrong one.
void blameAnother(Doubt &doubt, const FoundSlip &slip, const SlipFinder &finder, const BodyCase &body)
{
    for (size_t field = 0; field < bodyFieldCount; ++field) {
        const auto other = field == slip.field ? std::nullopt : finder.bestFor(field);
        if (!other || other->fit < slip.fit + blame)
            continue;
        doubt = doubtOf(DoubtKind::UnlikeAnother, body.value(slip.field));
        doubt.other = bodyFieldCodes()[field];
        return;
    }
}

std::optional<Doubt> doubtByFigures(const std::vector<View> &views, const BodyCase &body, const QString &code)
{
    const auto field = bodyFieldOf(code);
    if (!field)
        return {};
    const auto alarm = calmest(views, [&](const SlipFinder &finder) { return finder.bestFor(*field); });
    if (!alarm || alarm->excess() <= (body.known().all() ? 0 : cautionWhileMissing))
        return {};
    Doubt doubt = doubtOf(alarm->slip, alarm->view->finder, body);
    blameAnother(doubt, alarm->slip, alarm->view->finder, body);
    return doubt;
}

} // namespace

AlarmLimits Plausibility::shippedLimits()
{
    return {5.81, 6.19};
}

Plausibility::Plausibility() : Plausibility(womensFigures(), mensFigures(), shippedLimits()) {}

Plausibility::Plausibility(const BodyFigures &women, const BodyFigures &men, AlarmLimits limits)
    : m_women(std::make_unique<BodyModel>(women)), m_men(std::make_unique<BodyModel>(men)), m_limits(limits)
{}

Plausibility::~Plausibility() = default;

std::optional<Doubt> Plausibility::doubtAbout(const MeasuredValue &value, const MeasuredPerson &person,
                                              const std::vector<MeasuredValue> &others,
                                              const std::optional<LastMeasured> &last) const
{
    std::optional<Doubt> doubt;
    const std::vector<MeasuredValue> beside = without(others, value.code);
    if (!person.child) {
        std::vector<MeasuredValue> all = beside;
        all.push_back(value);
        const BodyCase body(all);
        doubt = doubtByFigures(viewsOf(*m_women, *m_men, m_limits, person.sex, body), body, value.code);
    }
    if (!doubt)
        doubt = doubtByRange(value, person);
    if (!doubt)
        doubt = doubtByRules(value, person, beside);
    const auto jump = jumpSince(value, person, last);
    if (!doubt && jump) {
        doubt = doubtOf(DoubtKind::FarFromLast, value);
        doubt->usual = usualFor(value.code, person, beside);
    }
    if (!doubt)
        return {};
    if (!hasFigures(beside))
        speakForItself(*doubt);
    if (doubt->kind == DoubtKind::OutsideUsual && !doubt->usual)
        doubt->usual = usualFor(value.code, person, beside);
    doubt->sinceLast = jump;
    if (jump && isVague(doubt->kind))
        proposeFromLast(*doubt, value, *last);
    const auto order = unusualOrder(value.code, value.amount, amountsOf(beside));
    if (order && doubt->other.isEmpty()) {
        doubt->other = order->other;
        doubt->tooLittle = order->tooLittle;
    }
    return doubt;
}

std::vector<Doubt> Plausibility::doubtsIn(const std::vector<MeasuredValue> &set, const MeasuredPerson &person) const
{
    std::vector<Doubt> doubts;
    BodyCase body(person.child ? std::vector<MeasuredValue>() : set);
    const bool alone = body.known().count() == 1;
    while (body.known().any()) {
        const std::vector<View> views = viewsOf(*m_women, *m_men, m_limits, person.sex, body);
        const auto alarm = calmest(views, [](const SlipFinder &finder) { return finder.best(); });
        if (!alarm || alarm->excess() <= 0)
            break;
        doubts.push_back(doubtOf(alarm->slip, alarm->view->finder, body));
        if (alone)
            speakForItself(doubts.back());
        if (alarm->slip.kind == DoubtKind::FieldsSwapped) {
            FoundSlip back = alarm->slip;
            std::swap(back.field, back.other);
            back.likely = body.amount(back.other);
            doubts.push_back(doubtOf(back, alarm->view->finder, body));
            body.forget(back.field);
        }
        body.forget(alarm->slip.field);
    }
    const auto doubted = [&doubts](const MeasuredValue &value) {
        return std::ranges::find(doubts, value.code, &Doubt::code) != doubts.end();
    };
    for (const MeasuredValue &value : set) {
        if (doubted(value))
            continue;
        if (const auto doubt = doubtByRange(value, person))
            doubts.push_back(*doubt);
    }
    std::vector<MeasuredValue> calm;
    std::ranges::copy_if(set, std::back_inserter(calm), [&](const MeasuredValue &value) { return !doubted(value); });
    for (const MeasuredValue &value : calm) {
        if (const auto doubt = doubtByRules(value, person, without(calm, value.code))) {
            doubts.push_back(*doubt);
            break; // the other value of the rule is not to be doubted for the same reason
        }
    }
    return doubts;
}

std::optional<MeasurementRange> Plausibility::usualFor(const QString &code, const MeasuredPerson &person,
                                                       const std::vector<MeasuredValue> &others) const
{
    const auto field = bodyFieldOf(code);
    if (!field || person.child || person.sex == GenderForFit::Unknown)
        return {};
    std::vector<MeasuredValue> all = without(others, code);
    // Any value of the field itself will do: the others alone say what it should be.
    all.push_back({code, Side::Both, 1000, AmountUnit::Centimetre, {}});
    const BodyCase body(all);
    return SlipFinder(person.sex == GenderForFit::Female ? *m_women : *m_men, body).usual(*field);
}

double Plausibility::surenessOfSlip(const std::vector<MeasuredValue> &set, const MeasuredPerson &person) const
{
    const BodyCase body(set);
    const auto alarm = calmest(viewsOf(*m_women, *m_men, {0, 0}, person.sex, body),
                               [](const SlipFinder &finder) { return finder.best(); });
    return alarm ? alarm->slip.sureness : 0;
}

} // namespace thimblely
