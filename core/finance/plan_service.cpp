// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/plan_service.h"

#include "core/access/session.h"
#include "core/changes/write_door.h"
#include "core/finance/reports.h"
#include "core/inventory/fields.h"
#include "core/inventory/read_rows.h"
#include "core/inventory/shop_terms.h"

#include <algorithm>

namespace thimblely::finance {

using access::Capability;
using access::FieldValue;
using changes::Operation;
using changes::WriteContext;
using storage::Table;

namespace {

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

Error gone(const char *table)
{
    return {ErrorKind::NotFound, "row.not_found", {QString::fromLatin1(table)}, {}};
}

constexpr const char *goalColumns =
    "SELECT id, title, goal_type = 'yearly', target_minor, currency, category, starts_date, deadline_date"
    "  FROM financial_goals WHERE ";

Result<std::pair<GoalId, GoalDraft>> mapGoal(storage::Statement &row)
{
    TRY_ASSIGN(const Currency currency, Currency::parse(row.text(4)));
    return std::pair(row.id<GoalId>(0),
                     GoalDraft{row.text(1), row.boolean(2) ? GoalKind::Yearly : GoalKind::Monthly,
                               Money(row.int64(3), currency), row.text(5), row.date(6), row.date(7)});
}

//! What came in by the day totals, of one category or of all.
Result<Money> incomeOf(access::Session &session, const QString &category, Date from, Date until, Currency currency)
{
    TRY_ASSIGN(auto query, session.reader().query(R"(
        SELECT ifnull(sum(amount_minor), 0) FROM daily_totals
         WHERE day_date BETWEEN ?1 AND ?2 AND effect IN ('profit', 'owed') AND transaction_type = 'income'
           AND currency = ?3 AND (?4 = '' OR category = ?4))"));
    query->bind(from, until, currency.code(), category);
    TRY(query->step());
    return Money(query->int64(0), currency);
}

Result<std::vector<Split>> readSplits(access::ScopedConnection &connection)
{
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(connection));
    TRY_ASSIGN(auto query, connection.query("SELECT id, name, split_type = 'percentage', value FROM auto_splits"
                                            " WHERE is_active = 1 ORDER BY position, id"));
    return inventory::readRows<Split>(*query, [&](storage::Statement &row) -> Result<Split> {
        SplitRule rule{row.text(1)};
        if (row.boolean(2))
            rule.shareBp = int(row.int64(3));
        else
            rule.fixed = Money(row.int64(3), terms.currency);
        return Split{row.id<SplitId>(0), std::move(rule)};
    });
}

std::vector<SplitRule> rulesOf(const std::vector<Split> &splits)
{
    std::vector<SplitRule> rules;
    std::ranges::transform(splits, std::back_inserter(rules), &Split::rule);
    return rules;
}

Result<GoalId> writeGoal(WriteContext &context, const std::optional<GoalId> &goal, const GoalDraft &draft)
{
    TRY(context.principal().require(Capability::FinanceWrite));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    if (draft.title.trimmed().isEmpty())
        return invalid("goal.no_title");
    if (draft.target.currency() != terms.currency)
        return invalid("payment.other_currency");
    if (draft.target.minor() <= 0)
        return invalid("payment.not_positive");
    if (draft.deadline <= draft.starts)
        return invalid("goal.bad_span");
    std::vector<access::Field> fields{{"title", draft.title.trimmed()},
                                      {"goal_type", draft.kind == GoalKind::Yearly ? "yearly" : "monthly"},
                                      {"target_minor", draft.target},
                                      {"currency", draft.target.currency().code()},
                                      {"category", inventory::textOrNull(draft.category)},
                                      {"starts_date", draft.starts},
                                      {"deadline_date", draft.deadline}};
    if (goal) {
        TRY(context.rows().update(Table::FinancialGoals, *goal, fields));
        return *goal;
    }
    fields.push_back({"created_by", context.principal().person});
    const auto id = GoalId::make(context.clock());
    TRY(context.rows().insert(Table::FinancialGoals, id, fields));
    return id;
}

Result<void> putAway(WriteContext &context, GoalId goal)
{
    TRY_ASSIGN(auto query, context.query("SELECT title FROM financial_goals WHERE id = ?"));
    query->bind(goal);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone("financial_goals");
    context.nameIt({query->text(0)});
    return context.rows().update(Table::FinancialGoals, goal, {{"status", "archived"}});
}

//! All shares together are at most the whole, this one as it becomes.
Result<void> checkShares(WriteContext &context, const std::optional<SplitId> &split, const SplitRule &rule)
{
    TRY_ASSIGN(auto splits, readSplits(context.connection()));
    std::erase_if(splits, [&](const Split &one) { return one.id == split; });
    int sum = rule.shareBp.value_or(0);
    for (const Split &one : splits)
        sum += one.rule.shareBp.value_or(0);
    return sum <= wholeBp ? Result<void>() : Result<void>(invalid("split.too_much"));
}

Result<SplitId> writeSplit(WriteContext &context, const std::optional<SplitId> &split, const SplitRule &rule)
{
    TRY(context.principal().require(Capability::FinanceWrite));
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    if (rule.name.trimmed().isEmpty())
        return invalid("split.no_name");
    if (rule.fixed && rule.fixed->currency() != terms.currency)
        return invalid("payment.other_currency");
    if (rule.fixed && rule.fixed->minor() <= 0)
        return invalid("payment.not_positive");
    if (!rule.fixed && (!rule.shareBp || *rule.shareBp <= 0 || *rule.shareBp > wholeBp))
        return invalid("split.bad_share");
    TRY(checkShares(context, split, rule));
    std::vector<access::Field> fields{{"name", rule.name.trimmed()},
                                      {"split_type", rule.fixed ? "fixed_amount" : "percentage"},
                                      {"value", rule.fixed ? rule.fixed->minor() : qint64(*rule.shareBp)}};
    if (split) {
        TRY(context.rows().update(Table::AutoSplits, *split, fields));
        return *split;
    }
    TRY_ASSIGN(auto last, context.query("SELECT ifnull(max(position), 0) FROM auto_splits"));
    TRY(last->step());
    fields.push_back({"position", last->int64(0) + 1});
    fields.push_back({"created_by", context.principal().person});
    const auto id = SplitId::make(context.clock());
    TRY(context.rows().insert(Table::AutoSplits, id, fields));
    return id;
}

Result<void> dropSplit(WriteContext &context, SplitId split)
{
    TRY_ASSIGN(auto query, context.query("SELECT name FROM auto_splits WHERE id = ?"));
    query->bind(split);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone("auto_splits");
    context.nameIt({query->text(0)});
    return context.rows().remove(Table::AutoSplits, split.bytes());
}

} // namespace

Result<std::vector<Goal>> PlanService::goals(access::Session &session, Date today)
{
    TRY(session.principal().require(Capability::FinanceRead));
    TRY_ASSIGN(auto query,
               session.reader().query(QByteArray(goalColumns) + "status = 'active' ORDER BY deadline_date, id"));
    TRY_ASSIGN(const auto rows, (inventory::readRows<std::pair<GoalId, GoalDraft>>(*query, mapGoal)));
    std::vector<Goal> goals;
    for (const auto &[id, draft] : rows) {
        GoalProgress progress = periodOf(draft, today);
        TRY_ASSIGN(progress.reached,
                   incomeOf(session, draft.category, progress.from, progress.until, draft.target.currency()));
        goals.push_back({id, draft, progress});
    }
    return goals;
}

Result<GoalDraft> PlanService::goal(GoalId goal) const
{
    TRY(m_session.principal().require(Capability::FinanceRead));
    TRY_ASSIGN(auto query, m_session.reader().query(QByteArray(goalColumns) + "id = ?"));
    query->bind(goal);
    TRY_ASSIGN(const bool found, query->step());
    if (!found)
        return gone("financial_goals");
    TRY_ASSIGN(const auto read, mapGoal(*query));
    return read.second;
}

Result<std::vector<Split>> PlanService::splits() const
{
    TRY(m_session.principal().require(Capability::FinanceRead));
    return readSplits(m_session.reader());
}

Result<std::vector<SplitPart>> PlanService::partsOf(const Money &income) const
{
    TRY_ASSIGN(const auto all, splits());
    return splitIncome(income, rulesOf(all));
}

QFuture<Result<GoalId>> PlanService::keepGoal(std::optional<GoalId> goal, GoalDraft draft)
{
    return m_door.write<GoalId>(
        Operation{"goal.keep", {draft.title.trimmed()}},
        [goal, draft = std::move(draft)](WriteContext &context) { return writeGoal(context, goal, draft); });
}

QFuture<Result<void>> PlanService::endGoal(GoalId goal)
{
    return m_door.write<void>(Operation{"goal.end"}, [goal](WriteContext &context) { return putAway(context, goal); });
}

QFuture<Result<SplitId>> PlanService::keepSplit(std::optional<SplitId> split, SplitRule rule)
{
    return m_door.write<SplitId>(
        Operation{"split.keep", {rule.name.trimmed()}},
        [split, rule = std::move(rule)](WriteContext &context) { return writeSplit(context, split, rule); });
}

QFuture<Result<void>> PlanService::removeSplit(SplitId split)
{
    return m_door.write<void>(Operation{"split.remove"},
                              [split](WriteContext &context) { return dropSplit(context, split); });
}

} // namespace thimblely::finance
