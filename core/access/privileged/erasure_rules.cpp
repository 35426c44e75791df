// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/erasure_rules.h"

#include "core/storage/connection.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace thimblely::access {

namespace {

using T = storage::Table;

constexpr const char *name = "(SELECT name FROM temp.said)";
constexpr const char *now = "(SELECT at FROM temp.said)";
constexpr const char *nothing = "NULL";

const std::vector<ErasureRule> &rules()
{
    static const std::vector<ErasureRule> all = {
        {T::ClientInteractions, Fate::Removed},
        {T::Messages, Fate::Removed},
        {T::EventReminders, Fate::Removed},
        {T::Events, Fate::Removed},
        {T::Notifications, Fate::Removed},
        // The number stays: papers that were handed out name it, and the card leads nowhere else any more.
        {T::Clients,
         Fate::Emptied,
         "client_number origin",
         {{"name", name},
          {"priority", "'medium'"},
          {"status", "'inactive'"},
          {"payer_client_id", nothing},
          {"credit_allowed", "0"},
          {"credit_limit_minor", nothing},
          {"marketing_consent_at", nothing},
          {"message_opt_out_at", nothing},
          {"photo_consent_at", nothing},
          {"deleted_at", now},
          {"erased_at", now}}},
        {T::Orders,
         Fate::Emptied,
         "order_number order_date promised_date promised_time first_promised_date quote_until_date priority currency"
         " printed origin",
         {{"customer_name", name}}},
        // What was cut, sewn and charged is the shop's; how the body was, and what was said of it, was theirs. What
        // somebody else wears keeps the measures of that body.
        {T::OrderItems,
         Fate::Emptied,
         "item_kind garment_type unit tax_code taxes task_prices stage_key outcome fabric_source work work_pay due_date"
         " charge set_name tag_code origin",
         {{"item_name", "ifnull(garment_type, item_kind)"},
          {"client_measurement_id", "iif(id IN (SELECT id FROM temp.worn), NULL, client_measurement_id)"},
          {"measurement_snapshot", "iif(id IN (SELECT id FROM temp.worn), NULL, measurement_snapshot)"},
          {"pattern_ref", "iif(id IN (SELECT id FROM temp.worn), NULL, pattern_ref)"}}},
        {T::ClientMeasurements, Fate::Removed}, // after the pieces that name them
        {T::InventoryMovements, Fate::Emptied, "movement_type reason_code origin"},
        {T::Invoices,
         Fate::Emptied,
         // The lines are what was sold and are hashed as issued; the law wants them for years.
         "order_ids kind series invoice_number bills_from lines currency tax_breakdown issued_date supply_date due_date"
         " place_of_supply status fiscal origin",
         {{"bills_to", QByteArray("iif(bills_to IS NULL, NULL, json_object('name', ") + name + "))"}}},
        // Without its salt the hash that the till's chain holds of these texts is of nobody.
        {T::Transactions,
         Fate::Emptied,
         "transaction_type effect category currency payment_method date receipt_no tax_breakdown fiscal origin",
         {{"reason", "iif(reverses_transaction_id IS NULL, NULL, '')"},
          {"metadata", "iif(metadata ->> 'correction', '{\"correction\":true}', NULL)"},
          {"fiscal", "json_remove(fiscal, '$.salt')"}}},
        {T::SysActivity, Fate::Emptied, "kind stage stage_key origin"},
        {T::Feeds,
         Fate::Emptied,
         "feed_type origin",
         {{"visibility", "'private'"}, {"status", "iif(consent_at IS NULL, status, 'deleted')"}, {"deleted_at", now}}},
        {T::FeedCrossPosts, Fate::Emptied, "platform status origin"},
        {T::FeedComments, Fate::Emptied, "origin", {{"content", "''"}, {"is_deleted", "1"}}},
    };
    return all;
}

bool isNamed(const char *list, const QByteArray &column)
{
    return (' ' + QByteArray(list) + ' ').contains(' ' + column + ' ');
}

} // namespace

std::span<const ErasureRule> erasureRules()
{
    return rules();
}

const ErasureRule *erasureRule(T table)
{
    const auto found = std::ranges::find(rules(), table, &ErasureRule::table);
    return found == rules().end() ? nullptr : &*found;
}

Result<std::vector<ErasedColumn>> erasedColumns(storage::Connection &connection, const ErasureRule &rule)
{
    std::vector<ErasedColumn> columns = rule.instead;
    const storage::TableFacts &facts = storage::facts(rule.table);
    TRY_ASSIGN(auto query, connection.query("SELECT name, type, \"notnull\" FROM pragma_table_info(?) ORDER BY cid"));
    query->bind(facts.name);
    for (;;) {
        TRY_ASSIGN(const bool row, query->step());
        if (!row)
            return columns;
        const QByteArray column = query->utf8(0);
        const bool tells = query->utf8(1) == "TEXT" || column.endsWith("_media");
        const bool required = query->boolean(2);
        if (!tells || required || isNamed(rule.kept, column) ||
            storage::isDerived(facts, std::string_view(column.constData())) ||
            std::ranges::find(columns, column, &ErasedColumn::name) != columns.end())
            continue;
        columns.push_back({column, nothing});
    }
}

} // namespace thimblely::access
