// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/approval.h"
#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/length.h"
#include "core/base/money.h"
#include "core/base/quantity.h"
#include "core/base/result.h"
#include "core/storage/catalogue.h"
#include "core/storage/statement.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace thimblely::access {

class ScopedConnection;
struct WritePlan;
enum class FieldCheck : unsigned char;

//! Bytes that are no id, such as the hash by which media are named.
struct BlobValue {
    QByteArray bytes;
};

//! What a column is set to: absent, a whole number, UTF-8 text, the 16 bytes of an id or other bytes.
class FieldValue {
public:
    FieldValue(BlobValue value) : m_value(std::move(value)) {}           // NOLINT
    FieldValue(std::nullopt_t) {}                                        // NOLINT(google-explicit-constructor)
    FieldValue(qint64 value) : m_value(value) {}                         // NOLINT
    FieldValue(int value) : m_value(qint64(value)) {}                    // NOLINT
    FieldValue(bool value) : m_value(qint64(value)) {}                   // NOLINT
    FieldValue(const QString &text) : m_value(text.toUtf8()) {}          // NOLINT
    FieldValue(QByteArray utf8) : m_value(std::move(utf8)) {}            // NOLINT
    FieldValue(const char *literal) : m_value(QByteArray(literal)) {}    // NOLINT
    FieldValue(Instant value) : m_value(value.msecs()) {}                // NOLINT
    FieldValue(const Date &value) : m_value(value.toIso().toLatin1()) {} // NOLINT
    FieldValue(const Money &value) : m_value(value.minor()) {}           // NOLINT
    FieldValue(Quantity value) : m_value(value.milli()) {}               // NOLINT
    FieldValue(const IdBytes &bytes) : m_value(bytes) {}                 // NOLINT
    template <typename Tag>
    FieldValue(const Id<Tag> &id) : m_value(id.bytes()) // NOLINT
    {}
    template <typename T>
    FieldValue(const std::optional<T> &value) // NOLINT
    {
        if (value)
            *this = FieldValue(*value);
    }
    const auto &get() const { return m_value; }

private:
    std::variant<std::monostate, qint64, QByteArray, IdBytes, BlobValue> m_value;
};

struct Field {
    const char *column; //!< a literal; columns that no role may set here (id, workspace_id, derived ones) are refused
    FieldValue value;
};

/*!
 * The only way rows of the domain tables are written: it checks the role (policy.h), adds the workspace to every
 * INSERT and to the WHERE of every UPDATE, sets created_at and updated_at, and holds the gate open just while its own
 * statement is prepared and stepped. Used inside a write operation only (changes/write_door.h), on its thread.
 *
 * Errors: Forbidden with the capability's name in args[0]; NotFound where no live row of this workspace has the id;
 * Conflict for constraints.
 */
class RowWriter {
public:
    RowWriter(ScopedConnection &connection, const Clock &clock);

    /*!
     * The person's own right to it, or the approval of somebody who has it, which then covers the rows that this
     * operation writes; the approver, to be written as approved_by, or none where it was their own. Forbidden as
     * Principal::require, and with the codes of approval.h.
     */
    Result<std::optional<PersonId>> require(Capability capability, const std::optional<Approval> &approval);

    Result<void> insert(storage::Table table, const IdBytes &id, std::span<const Field> fields);
    Result<void> update(storage::Table table, const IdBytes &id, std::span<const Field> fields);
    //! To the bin: sets deleted_at. Needs the right to delete.
    Result<void> remove(storage::Table table, const IdBytes &id);
    //! Out of the bin. Needs the right to delete, or that to insert: it brings back no more than an insert would.
    Result<void> restore(storage::Table table, const IdBytes &id);
    //! For undo: takes a row back that the same person inserted in `operation` (its number in the journal), else
    //! Forbidden "undo.not_yours"; needs no more than the right to insert it.
    Result<void> takeBackInsert(storage::Table table, const IdBytes &id, qint64 operation);

    template <typename Tag>
    Result<void> insert(storage::Table table, const Id<Tag> &id, std::initializer_list<Field> fields)
    {
        return insert(table, id.bytes(), std::span(fields.begin(), fields.size()));
    }
    template <typename Tag>
    Result<void> update(storage::Table table, const Id<Tag> &id, std::initializer_list<Field> fields)
    {
        return update(table, id.bytes(), std::span(fields.begin(), fields.size()));
    }
    template <typename Tag>
    Result<void> insert(storage::Table table, const Id<Tag> &id, const std::vector<Field> &fields)
    {
        return insert(table, id.bytes(), std::span(fields));
    }
    template <typename Tag>
    Result<void> update(storage::Table table, const Id<Tag> &id, const std::vector<Field> &fields)
    {
        return update(table, id.bytes(), std::span(fields));
    }

private:
    template <typename Make>
    Result<WritePlan *> plan(char verb, storage::Table table, bool personal, std::span<const Field> fields,
                             const Make &make);
    //! Which row is written, as far as a check asks: a new one, of a workspace or personal, or one that is there.
    struct Written {
        bool personal = false;
        const IdBytes *there = nullptr;
    };
    Result<void> check(const WritePlan &plan, storage::Table table, std::span<const Field> fields, const Written &row);
    Result<void> checkField(storage::Table table, const Field &field, FieldCheck check, const Written &row);
    Result<void> checkGuards(storage::Table table, const Field &field, const Written &row);
    Result<bool> isPersonal(storage::Table table, const Written &row);
    Result<void> checkMoney(std::span<const Field> fields) const;
    Result<void> requireHere(Capability capability) const;
    Result<std::optional<WorkspaceId>> parentWorkspace(storage::Table child, std::span<const Field> fields,
                                                       bool personal);
    Result<void> requireAssignedPiece(std::span<const Field> fields);
    Result<void> requireNewcomer(const IdBytes &person);
    Result<void> requireOwnInsert(storage::Table table, const IdBytes &id, qint64 operation);
    Result<void> runOnOne(WritePlan &plan, storage::Table table, const IdBytes &id);
    Result<bool> isVisible(storage::Table table, const IdBytes &id);
    Result<void> setDeletedAt(storage::Table table, const IdBytes &id, char verb);

    ScopedConnection &m_connection;
    const Clock &m_clock;
    CapabilitySet m_approved; // in this operation
};

} // namespace thimblely::access
