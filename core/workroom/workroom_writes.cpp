// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/calendar/fitting_outcome.h"
#include "core/changes/write_door.h"
#include "core/inventory/fields.h"
#include "core/inventory/shop_terms.h"
#include "core/orders/piece_notes.h"
#include "core/orders/piece_steps.h"
#include "core/orders/piece_writer.h"
#include "core/orders/rack_service.h"
#include "core/workroom/card_reader.h"
#include "core/workroom/work_log.h"
#include "core/workroom/workroom_service.h"
#include "core/workspaces/settings.h"

#include <algorithm>

// What is written of the workroom: each a part of one operation, on the writer thread.

namespace thimblely::workroom {

namespace {

using access::Capability;
using changes::Operation;
using changes::WriteContext;
using inventory::ShopTerms;
using orders::Stage;
using storage::Table;

//! A piece that is about to be worked on, with all that says where it may go.
struct Bench {
    WorkCard card;
    WorkTerms terms;
    Checklist checks;
    ShopTerms shop;
    QByteArray work;
    QByteArray qc;
};

Error conflict(const char *code, const WorkCard &card)
{
    return {ErrorKind::Conflict, code, {card.tag}, {}};
}

//! Forbidden or NotFound where it is not theirs; Conflict where it has left the shop.
Result<Bench> benchOf(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(const orders::Piece piece, orders::pieceOf(context, id));
    const QStringList position{QString::number(piece.position)};
    if (piece.isCancelled())
        return Error{ErrorKind::Conflict, "order.piece_cancelled", position, {}};
    if (piece.isCollected())
        return Error{ErrorKind::Conflict, "order.piece_collected", position, {}};
    TRY_ASSIGN(ShopTerms shop, ShopTerms::load(context.connection()));
    TRY_ASSIGN(WorkTerms terms, WorkTerms::load(context.connection()));
    TRY_ASSIGN(const auto said, workspaces::setting(context.connection(), QLatin1String(checksKey)));
    Checklist checks = Checklist::fromJson(said);
    const Date today = shop.calendar.dayOf(context.clock().now());
    TRY_ASSIGN(auto cards, CardReader(context.connection(), terms, checks, today, shop.calendar).cards({id}));
    if (cards.empty())
        return Error{ErrorKind::NotFound, "order.piece_not_found", {}, {}};
    TRY_ASSIGN(auto query, context.query("SELECT work, qc FROM order_items WHERE id = ?"));
    query->bind(id);
    TRY(query->step());
    return Bench{std::move(cards.front()), std::move(terms), std::move(checks),
                 std::move(shop),          query->utf8(0),   query->utf8(1)};
}

// Time ----------------------------------------------------------------------------------------------------------------

Result<WorkingHours> hoursOf(WriteContext &context, const ShopTerms &shop)
{
    TRY_ASSIGN(const auto said, workspaces::setting(context.connection(), QLatin1String(workingHoursKey)));
    return WorkingHours::fromJson(said.value_or(QJsonValue()), shop.locale);
}

Result<void> writeWork(WriteContext &context, OrderItemId piece, const std::vector<Spell> &spells)
{
    return context.rows().update(Table::OrderItems, piece,
                                 {{"work", writeSpells(spells)}, {"minutes_spent", qint64(minutesOf(spells))}});
}

//! Stops the running spells of `who`, or of everybody. How many minutes the last of them took; none: none was running.
Result<std::optional<int>> stopWork(WriteContext &context, OrderItemId piece, const QByteArray &work,
                                    const std::optional<PersonId> &who, const ShopTerms &shop)
{
    std::vector<Spell> spells = readSpells(work);
    std::optional<int> minutes;
    TRY_ASSIGN(const WorkingHours hours, hoursOf(context, shop));
    for (Spell &spell : spells) {
        if (!spell.isRunning() || (who && spell.who != *who))
            continue;
        spell.stop = context.clock().now();
        spell.minutes = spellMinutes(spell.start, *spell.stop, shop.calendar, hours);
        minutes = spell.minutes;
    }
    if (minutes)
        TRY(writeWork(context, piece, spells));
    return minutes;
}

//! Nobody has four hands: what they were at besides is paused.
Result<void> pauseOthers(WriteContext &context, OrderItemId piece, const ShopTerms &shop)
{
    const PersonId me = context.principal().person;
    std::vector<std::pair<OrderItemId, QByteArray>> running;
    {
        TRY_ASSIGN(auto query, context.query(R"(
            SELECT id, work
              FROM order_items
             WHERE work IS NOT NULL AND collected_at IS NULL AND cancelled_at IS NULL AND id <> ?1
               AND EXISTS (SELECT 1 FROM json_each(work) WHERE value ->> 'user' = ?2 AND value ->> 'stop' IS NULL))"));
        query->bind(piece, me.toString());
        for (;;) {
            TRY_ASSIGN(const bool more, query->step());
            if (!more)
                break;
            running.emplace_back(query->id<OrderItemId>(0), query->utf8(1));
        }
    }
    for (const auto &[other, work] : running)
        TRY(stopWork(context, other, work, me, shop));
    return {};
}

Result<void> startWork(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    const PersonId me = context.principal().person;
    if (bench.card.stage == Stage::Ready)
        return conflict("work.is_ready", bench.card);
    if (bench.card.isWaiting())
        return conflict("work.waits", bench.card);
    if (bench.card.isAtWork(me))
        return conflict("work.runs_already", bench.card);
    TRY(pauseOthers(context, id, bench.shop));
    std::vector<Spell> spells = readSpells(bench.work);
    spells.push_back({RowId::make(context.clock()).toString(), bench.terms.steps.at(bench.card.step).key, me,
                      context.clock().now()});
    TRY(writeWork(context, id, spells));
    context.nameIt({bench.card.tag});
    return {};
}

Result<void> pauseWork(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    TRY_ASSIGN(const auto minutes, stopWork(context, id, bench.work, context.principal().person, bench.shop));
    if (!minutes)
        return conflict("work.runs_not", bench.card);
    context.nameIt({bench.card.tag, QString::number(*minutes)});
    return {};
}

// Steps ---------------------------------------------------------------------------------------------------------------

//! An appointment that was for today is over with it, where the person keeps the calendar.
Result<void> leaveFitting(WriteContext &context, const Bench &bench, int to)
{
    const bool leaves = bench.terms.steps.at(bench.card.step).phase == Stage::Fitting && to > bench.card.step;
    if (!leaves || !context.principal().can(Capability::CalendarWrite))
        return {};
    return calendar::itFits(context, {bench.card.id});
}

Result<void> requireChecked(WriteContext &context, const Bench &bench)
{
    if (!context.principal().can(Capability::OrdersWrite))
        TRY(context.principal().require(Capability::OrdersQualityCheck));
    if (bench.card.checked < bench.card.checks)
        return Error{ErrorKind::Conflict,
                     "work.unchecked",
                     {bench.card.tag, QString::number(bench.card.checked), QString::number(bench.card.checks)},
                     {}};
    return {};
}

Result<void> moveTo(WriteContext &context, const Bench &bench, int to, const QString &place)
{
    if (bench.card.isWaiting())
        return conflict("work.waits", bench.card);
    const Step &step = bench.terms.steps.at(to);
    if (step.phase == Stage::Ready)
        TRY(requireChecked(context, bench));
    TRY(stopWork(context, bench.card.id, bench.work, std::nullopt, bench.shop));
    TRY(leaveFitting(context, bench, to));
    TRY(orders::movePieceTo(context, bench.card.id, step.phase, step.key));
    if (step.phase == Stage::Ready && !place.trimmed().isEmpty())
        TRY(orders::hangPieces(context, {bench.card.id}, place));
    context.nameIt({bench.card.tag, step.name});
    return {};
}

Result<void> moveOn(WriteContext &context, OrderItemId id, const QString &place)
{
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    const auto to = bench.terms.steps.next(bench.card.step, bench.card.facts.kind, bench.card.tried);
    if (!to)
        return conflict("work.last_step", bench.card);
    return moveTo(context, bench, *to, place);
}

Result<void> moveBack(WriteContext &context, OrderItemId id)
{
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    const auto to = bench.terms.steps.previous(bench.card.step, bench.card.facts.kind, bench.card.tried);
    if (!to)
        return conflict("work.first_step", bench.card);
    return moveTo(context, bench, *to, {});
}

Result<void> moveToStep(WriteContext &context, OrderItemId id, const QString &key, const QString &place)
{
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    const auto to = bench.terms.steps.find(key);
    if (!to)
        return Error{ErrorKind::Invalid, "work.no_step", {}, {}};
    return *to == bench.card.step ? Result<void>() : moveTo(context, bench, *to, place);
}

// Who has it ----------------------------------------------------------------------------------------------------------

Result<QString> colleague(WriteContext &context, PersonId person)
{
    TRY_ASSIGN(auto query, context.query(R"(
        SELECT ifnull(profiles.full_name, member.display_name)
          FROM workspace_members AS member LEFT JOIN profiles ON profiles.id = member.user_id
         WHERE member.user_id = ? AND member.status = 'active')"));
    query->bind(person);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return Error{ErrorKind::Invalid, "work.not_in_team", {}, {}};
    return query->text(0);
}

Result<void> givePiece(WriteContext &context, OrderItemId id, const std::optional<PersonId> &to)
{
    TRY(context.principal().require(Capability::OrdersWrite));
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    if (bench.card.given == to)
        return {};
    QString name;
    QJsonObject data;
    if (to) {
        TRY_ASSIGN(name, colleague(context, *to));
        data = {{QStringLiteral("to"), to->toString()}, {QStringLiteral("name"), name}};
    }
    if (bench.card.given)
        data.insert(QStringLiteral("from"), bench.card.given->toString());
    TRY(context.rows().update(Table::OrderItems, id, {{"assigned_to", to}}));
    TRY(orders::logPiece(context, id, {{"kind", "assignment"}, {"data", inventory::objectOrNull(data)}}));
    context.nameIt({bench.card.tag, name});
    return {};
}

// Whether it is well --------------------------------------------------------------------------------------------------

//! What is in the list only; who found it, and when.
Result<void> keepAnswers(WriteContext &context, Bench &bench, const std::vector<CheckAnswer> &found)
{
    std::vector<CheckAnswer> all = readAnswers(bench.qc);
    for (CheckAnswer answer : found) {
        if (std::ranges::find(bench.checks.checks, answer.key, &Check::key) == bench.checks.checks.end())
            continue;
        const auto before = std::ranges::find(all, answer.key, &CheckAnswer::key);
        if (before != all.end() && before->passed == answer.passed)
            continue;
        answer.by = context.principal().person;
        answer.at = context.clock().now();
        if (before == all.end())
            all.push_back(answer);
        else
            *before = answer;
    }
    if (!found.empty())
        TRY(context.rows().update(Table::OrderItems, bench.card.id, {{"qc", withAnswers(bench.qc, all)}}));
    bench.card.checked = passedOf(bench.checks, all);
    const QJsonObject data{{QStringLiteral("passed"), bench.card.checked}, {QStringLiteral("of"), bench.card.checks}};
    return orders::logPiece(context, bench.card.id, {{"kind", "checklist"}, {"data", inventory::objectOrNull(data)}});
}

Result<void> checkPiece(WriteContext &context, OrderItemId id, const std::vector<CheckAnswer> &answers)
{
    TRY_ASSIGN(Bench bench, benchOf(context, id));
    TRY(keepAnswers(context, bench, answers));
    context.nameIt({bench.card.tag, QString::number(bench.card.checked), QString::number(bench.card.checks)});
    return {};
}

Result<void> passPiece(WriteContext &context, OrderItemId id, const std::vector<CheckAnswer> &answers,
                       const QString &place)
{
    TRY_ASSIGN(Bench bench, benchOf(context, id));
    if (bench.card.stage == Stage::Ready)
        return conflict("work.is_ready", bench.card);
    TRY(keepAnswers(context, bench, answers));
    return moveTo(context, bench, bench.terms.steps.ready(), place);
}

Result<void> sendBack(WriteContext &context, OrderItemId id, const std::vector<CheckAnswer> &answers,
                      const QString &why)
{
    if (why.isEmpty())
        return Error{ErrorKind::Invalid, "work.no_reason", {}, {}};
    TRY_ASSIGN(Bench bench, benchOf(context, id));
    TRY(keepAnswers(context, bench, answers));
    TRY(orders::notePiece(context, id, why));
    return moveTo(context, bench, bench.terms.steps.sewing(), {});
}

// Words ---------------------------------------------------------------------------------------------------------------

Result<void> delayPiece(WriteContext &context, OrderItemId id, const QString &reason)
{
    if (reason.size() > WorkroomService::longestText)
        return Error{ErrorKind::Invalid, "work.text_too_long", {QString::number(WorkroomService::longestText)}, {}};
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    context.nameIt({bench.card.tag});
    return context.rows().update(Table::OrderItems, id, {{"delay_reason", inventory::textOrNull(reason)}});
}

Result<void> keepNote(WriteContext &context, OrderItemId id, const QString &text)
{
    if (text.isEmpty())
        return Error{ErrorKind::Invalid, "work.no_note", {}, {}};
    TRY_ASSIGN(const Bench bench, benchOf(context, id));
    context.nameIt({bench.card.tag});
    return orders::notePiece(context, id, text);
}

} // namespace

QFuture<Result<void>> WorkroomService::moveOn(OrderItemId piece, QString place)
{
    return m_door.write<void>(Operation{"work.move"}, [piece, place = std::move(place)](WriteContext &context) {
        return workroom::moveOn(context, piece, place);
    });
}

QFuture<Result<void>> WorkroomService::moveBack(OrderItemId piece)
{
    return m_door.write<void>(Operation{"work.move"},
                              [piece](WriteContext &context) { return workroom::moveBack(context, piece); });
}

QFuture<Result<void>> WorkroomService::moveTo(OrderItemId piece, QString step, QString place)
{
    return m_door.write<void>(Operation{"work.move"},
                              [piece, step = std::move(step), place = std::move(place)](WriteContext &context) {
                                  return moveToStep(context, piece, step, place);
                              });
}

QFuture<Result<void>> WorkroomService::give(OrderItemId piece, std::optional<PersonId> to)
{
    return m_door.write<void>(to ? Operation{"work.give"} : Operation{"work.take"},
                              [piece, to](WriteContext &context) { return givePiece(context, piece, to); });
}

QFuture<Result<void>> WorkroomService::start(OrderItemId piece)
{
    return m_door.write<void>(Operation{"work.start"},
                              [piece](WriteContext &context) { return startWork(context, piece); });
}

QFuture<Result<void>> WorkroomService::pause(OrderItemId piece)
{
    return m_door.write<void>(Operation{"work.pause"},
                              [piece](WriteContext &context) { return pauseWork(context, piece); });
}

QFuture<Result<void>> WorkroomService::check(OrderItemId piece, std::vector<CheckAnswer> answers)
{
    return m_door.write<void>(Operation{"work.check"}, [piece, answers = std::move(answers)](WriteContext &context) {
        return checkPiece(context, piece, answers);
    });
}

QFuture<Result<void>> WorkroomService::pass(OrderItemId piece, std::vector<CheckAnswer> answers, QString place)
{
    return m_door.write<void>(Operation{"work.pass"},
                              [piece, answers = std::move(answers), place = std::move(place)](WriteContext &context) {
                                  return passPiece(context, piece, answers, place);
                              });
}

QFuture<Result<void>> WorkroomService::sendBack(OrderItemId piece, std::vector<CheckAnswer> answers, QString why)
{
    return m_door.write<void>(Operation{"work.send_back"},
                              [piece, answers = std::move(answers), why = why.trimmed()](WriteContext &context) {
                                  return workroom::sendBack(context, piece, answers, why);
                              });
}

QFuture<Result<void>> WorkroomService::delay(OrderItemId piece, QString reason)
{
    return m_door.write<void>(Operation{"work.delay"}, [piece, reason = reason.trimmed()](WriteContext &context) {
        return delayPiece(context, piece, reason);
    });
}

QFuture<Result<void>> WorkroomService::note(OrderItemId piece, QString text)
{
    return m_door.write<void>(Operation{"work.note"}, [piece, text = text.trimmed()](WriteContext &context) {
        return keepNote(context, piece, text);
    });
}

QFuture<Result<void>> WorkroomService::setSteps(Steps steps)
{
    return m_door.write<void>(Operation{"work.steps"}, [steps = std::move(steps)](WriteContext &context) {
        return workspaces::setSetting(context, QLatin1String(stepsKey), steps.toJson());
    });
}

QFuture<Result<void>> WorkroomService::setChecklist(Checklist checks)
{
    return m_door.write<void>(Operation{"work.checks"}, [checks = std::move(checks)](WriteContext &context) {
        return workspaces::setSetting(context, QLatin1String(checksKey), checks.toJson());
    });
}

} // namespace thimblely::workroom
