// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/storage/journal_functions.h"

#include <sqlite3.h>

#include <new>
#include <string>
#include <string_view>

namespace thimblely::storage {

namespace {

constexpr const char *hexDigits = "0123456789ABCDEF";

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text ? text : "", text ? size_t(sqlite3_value_bytes(value)) : 0};
}

std::string_view bytesOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return {bytes ? bytes : "", bytes ? size_t(sqlite3_value_bytes(value)) : 0};
}

bool isSame(sqlite3_value *one, sqlite3_value *other)
{
    const int type = sqlite3_value_type(one);
    if (type != sqlite3_value_type(other))
        return false;
    switch (type) {
    case SQLITE_NULL:
        return true;
    case SQLITE_INTEGER:
        return sqlite3_value_int64(one) == sqlite3_value_int64(other);
    case SQLITE_BLOB:
        return bytesOf(one) == bytesOf(other);
    default:
        return textOf(one) == textOf(other);
    }
}

void addString(std::string &json, std::string_view text)
{
    json += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += "\\u00";
            json += hexDigits[c >> 4];
            json += hexDigits[c & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

void addHex(std::string &json, std::string_view bytes)
{
    json += '"';
    for (const char c : bytes) {
        json += hexDigits[static_cast<unsigned char>(c) >> 4];
        json += hexDigits[c & 15];
    }
    json += '"';
}

void addValue(std::string &json, sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        json += "null";
        break;
    case SQLITE_TEXT:
        addString(json, textOf(value));
        break;
    case SQLITE_BLOB:
        addHex(json, bytesOf(value));
        break;
    default:
        json += textOf(value);
    }
}

//! The names one by one, as they stand between the commas.
class Names {
public:
    explicit Names(std::string_view all) : m_rest(all) {}
    std::string_view next()
    {
        const size_t comma = m_rest.find(',');
        const std::string_view name = m_rest.substr(0, comma);
        m_rest.remove_prefix(comma == std::string_view::npos ? m_rest.size() : comma + 1);
        return name;
    }

private:
    std::string_view m_rest;
};

void add(std::string &json, std::string_view name, sqlite3_value *value)
{
    json += ",\"";
    json += name;
    json += "\":";
    addValue(json, value);
}

void give(sqlite3_context *context, const std::string &json)
{
    sqlite3_result_text64(context, json.data(), json.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

//! Nothing may be thrown through SQLite, which is C.
template <typename Make>
void orNoMemory(sqlite3_context *context, const Make &make)
{
    try {
        give(context, make());
    } catch (const std::bad_alloc &) {
        sqlite3_result_error_nomem(context);
    }
}

void currentOperation(sqlite3_context *context, int, sqlite3_value **)
{
    const auto *current = static_cast<const std::optional<qint64> *>(sqlite3_user_data(context));
    if (*current)
        sqlite3_result_int64(context, **current);
}

void changes(sqlite3_context *context, int count, sqlite3_value **values)
{
    orNoMemory(context, [&] {
        std::string json;
        Names names(textOf(values[0]));
        for (int i = 1; i + 1 < count; i += 2) {
            const std::string_view name = names.next();
            if (!isSame(values[i], values[i + 1]))
                add(json, name, values[i]);
        }
        return json;
    });
}

void rowValues(sqlite3_context *context, int count, sqlite3_value **values)
{
    orNoMemory(context, [&] {
        std::string json;
        Names names(textOf(values[0]));
        for (int i = 1; i < count; ++i)
            add(json, names.next(), values[i]);
        return json;
    });
}

} // namespace

void registerJournalFunctions(sqlite3 *handle, const std::optional<qint64> *operation)
{
    constexpr int harmless = SQLITE_UTF8 | SQLITE_INNOCUOUS;
    constexpr int pure = harmless | SQLITE_DETERMINISTIC;
    // SQLite gives it back as it was taken; nothing writes through it.
    auto *current = const_cast<std::optional<qint64> *>(operation);
    sqlite3_create_function_v2(handle, "journal_operation", 0, harmless, current, currentOperation, nullptr, nullptr,
                               nullptr);
    sqlite3_create_function_v2(handle, "journal_changes", -1, pure, nullptr, changes, nullptr, nullptr, nullptr);
    sqlite3_create_function_v2(handle, "journal_values", -1, pure, nullptr, rowValues, nullptr, nullptr, nullptr);
}

} // namespace thimblely::storage
