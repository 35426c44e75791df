// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/steady_functions.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace thimblely::access {

namespace {

using Characters = std::unordered_set<std::string_view>;

bool isNull(sqlite3_value *value)
{
    return sqlite3_value_type(value) == SQLITE_NULL;
}

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, size_t(sqlite3_value_bytes(value))) : std::string_view();
}

std::string_view blobOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return bytes ? std::string_view(bytes, size_t(sqlite3_value_bytes(value))) : std::string_view();
}

bool continues(char c)
{
    return (c & 0xc0) == 0x80;
}

//! Of a character that begins there.
size_t lengthAt(std::string_view text, size_t at)
{
    size_t end = at + 1;
    if (static_cast<unsigned char>(text[at]) >= 0xc0) {
        while (end < text.size() && continues(text[end]))
            ++end;
    }
    return end - at;
}

//! memmem() looks at each byte a bounded number of times; what std and SQLite have does not.
size_t placeOf(std::string_view text, std::string_view part, size_t from)
{
    if (from > text.size())
        return std::string_view::npos;
    const void *found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
    return found ? size_t(static_cast<const char *>(found) - text.data()) : std::string_view::npos;
}

void giveText(sqlite3_context *context, std::string_view text)
{
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

//! False, and the statement ends, where the time is over.
bool inTime(sqlite3_context *context);

void instr(sqlite3_context *context, int, sqlite3_value **values)
{
    if (!inTime(context) || isNull(values[0]) || isNull(values[1]))
        return;
    const bool bytes = sqlite3_value_type(values[0]) == SQLITE_BLOB && sqlite3_value_type(values[1]) == SQLITE_BLOB;
    const std::string_view text = bytes ? blobOf(values[0]) : textOf(values[0]);
    const std::string_view part = bytes ? blobOf(values[1]) : textOf(values[1]);
    const size_t at = part.empty() ? 0 : placeOf(text, part, 0);
    if (at == std::string_view::npos) {
        sqlite3_result_int(context, 0);
        return;
    }
    const auto before = text.substr(0, at);
    sqlite3_result_int64(
        context,
        1 + (bytes ? qint64(at) : qint64(at) - qint64(std::count_if(before.begin(), before.end(), continues))));
}

void replace(sqlite3_context *context, int, sqlite3_value **values)
{
    if (!inTime(context) || isNull(values[0]) || isNull(values[1]) || isNull(values[2]))
        return;
    const std::string_view text = textOf(values[0]);
    const std::string_view part = textOf(values[1]);
    const std::string_view by = textOf(values[2]);
    if (part.empty()) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    const int longest = sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1);
    QByteArray made;
    size_t from = 0;
    for (size_t at = placeOf(text, part, 0); at != std::string_view::npos; at = placeOf(text, part, from)) {
        made.append(text.data() + from, qsizetype(at - from)).append(by.data(), qsizetype(by.size()));
        from = at + part.size();
        if (made.size() > longest) {
            sqlite3_result_error_toobig(context);
            return;
        }
    }
    made.append(text.data() + from, qsizetype(text.size() - from));
    giveText(context, {made.constData(), size_t(made.size())});
}

template <bool left, bool right>
void trim(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (!inTime(context) || isNull(values[0]) || (count > 1 && isNull(values[1])))
        return;
    std::string_view text = textOf(values[0]);
    Characters characters;
    const std::string_view listed = count > 1 ? textOf(values[1]) : std::string_view(" ");
    for (size_t at = 0; at < listed.size(); at += lengthAt(listed, at))
        characters.insert(listed.substr(at, lengthAt(listed, at)));
    while (left && !text.empty() && characters.contains(text.substr(0, lengthAt(text, 0))))
        text.remove_prefix(lengthAt(text, 0));
    while (right && !text.empty()) {
        size_t at = text.size() - 1;
        while (at > 0 && continues(text[at]))
            --at;
        if (!characters.contains(text.substr(at)))
            break;
        text = text.substr(0, at);
    }
    giveText(context, text);
}

bool isTooLongPattern(sqlite3_context *context, sqlite3_value *pattern)
{
    const int longest = sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);
    if (sqlite3_value_bytes(pattern) <= longest)
        return false;
    sqlite3_result_error(context, "LIKE or GLOB pattern too complex", -1);
    return true;
}

void like(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (!inTime(context) || isNull(values[0]) || isNull(values[1]) || (count > 2 && isNull(values[2])))
        return;
    unsigned escape = 0;
    if (count > 2) {
        const std::string_view mark = textOf(values[2]);
        if (mark.empty() || lengthAt(mark, 0) != mark.size()) {
            sqlite3_result_error(context, "ESCAPE expression must be a single character", -1);
            return;
        }
        escape = QString::fromUtf8(mark.data(), qsizetype(mark.size())).toUcs4().value(0);
    }
    const std::string_view pattern = textOf(values[0]);
    const std::string_view text = textOf(values[1]);
    if (!isTooLongPattern(context, values[0]) && pattern.data() && text.data())
        sqlite3_result_int(context, sqlite3_strlike(pattern.data(), text.data(), escape) == 0);
}

void glob(sqlite3_context *context, int, sqlite3_value **values)
{
    if (!inTime(context) || isNull(values[0]) || isNull(values[1]))
        return;
    const std::string_view pattern = textOf(values[0]);
    const std::string_view text = textOf(values[1]);
    if (!isTooLongPattern(context, values[0]) && pattern.data() && text.data())
        sqlite3_result_int(context, sqlite3_strglob(pattern.data(), text.data()) == 0);
}

struct Steady {
    const char *name;
    int arguments;
    void (*call)(sqlite3_context *, int, sqlite3_value **);
};
constexpr std::array steady = {
    Steady{"instr", 2, instr},
    Steady{"replace", 3, replace},
    Steady{"trim", 1, trim<true, true>},
    Steady{"trim", 2, trim<true, true>},
    Steady{"ltrim", 1, trim<true, false>},
    Steady{"ltrim", 2, trim<true, false>},
    Steady{"rtrim", 1, trim<false, true>},
    Steady{"rtrim", 2, trim<false, true>},
    Steady{"like", 2, like},
    Steady{"like", 3, like},
    Steady{"glob", 2, glob},
};

constexpr qint64 widest = 100'000;

//! Whether a number in the format, or one that it takes from the arguments, asks for more room than anybody reads.
bool isTooWide(std::string_view format, int count, sqlite3_value **values)
{
    qint64 number = 0;
    for (const char c : format) {
        number = c >= '0' && c <= '9' ? std::min<qint64>(number * 10 + (c - '0'), widest + 1) : 0;
        if (number > widest)
            return true;
    }
    return format.find('*') != std::string_view::npos &&
           std::any_of(values + 1, values + count, [](sqlite3_value *each) {
               const qint64 asked = sqlite3_value_int64(each);
               return asked > widest || asked < -widest;
           });
}

//! SQLite's own printf, which goes by every character it pads with, asked in a database of its own where it is in bounds.
class Formatter {
public:
    Formatter() { sqlite3_open(":memory:", &m_empty); }
    ~Formatter()
    {
        for (const auto &[count, statement] : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_empty);
    }
    Formatter(const Formatter &) = delete;
    Formatter &operator=(const Formatter &) = delete;

    void format(sqlite3_context *context, int count, sqlite3_value **values)
    {
        if (count == 0 || isNull(values[0]))
            return;
        if (isTooWide(textOf(values[0]), count, values)) {
            sqlite3_result_error_toobig(context);
            return;
        }
        sqlite3_stmt *&statement = m_statements[count];
        if (!statement) {
            const QByteArray sql = "SELECT printf(?" + QByteArray(", ?").repeated(count - 1) + ")";
            if (sqlite3_prepare_v2(m_empty, sql.constData(), -1, &statement, nullptr) != SQLITE_OK) {
                sqlite3_result_error_nomem(context);
                return;
            }
        }
        sqlite3_limit(m_empty, SQLITE_LIMIT_LENGTH,
                      sqlite3_limit(sqlite3_context_db_handle(context), SQLITE_LIMIT_LENGTH, -1));
        for (int i = 0; i < count; ++i)
            sqlite3_bind_value(statement, i + 1, values[i]);
        if (const int code = sqlite3_step(statement); code == SQLITE_ROW)
            sqlite3_result_value(context, sqlite3_column_value(statement, 0));
        else
            sqlite3_result_error_code(context, code);
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }

private:
    sqlite3 *m_empty = nullptr;
    std::unordered_map<int, sqlite3_stmt *> m_statements;
};

} // namespace

struct SteadyFunctions::State {
    QDeadlineTimer until = QDeadlineTimer(QDeadlineTimer::Forever);
    Formatter formatter;
};

namespace {

using Shared = std::shared_ptr<SteadyFunctions::State>;

SteadyFunctions::State &stateOf(sqlite3_context *context)
{
    return **static_cast<Shared *>(sqlite3_user_data(context));
}

bool inTime(sqlite3_context *context)
{
    if (!stateOf(context).until.hasExpired())
        return true;
    sqlite3_result_error_code(context, SQLITE_INTERRUPT);
    return false;
}

void format(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (inTime(context))
        stateOf(context).formatter.format(context, count, values);
}

void define(sqlite3 *handle, const Steady &function, const Shared &state)
{
    sqlite3_create_function_v2(handle, function.name, function.arguments,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, new Shared(state), function.call,
                               nullptr, nullptr, [](void *shared) { delete static_cast<Shared *>(shared); });
}

} // namespace

SteadyFunctions::SteadyFunctions(sqlite3 *handle) : m_state(std::make_shared<State>())
{
    for (const Steady &function : steady)
        define(handle, function, m_state);
    for (const char *name : {"printf", "format"})
        define(handle, {name, -1, format}, m_state);
}

SteadyFunctions::~SteadyFunctions()
{
    m_state->until = QDeadlineTimer(QDeadlineTimer::Forever);
}

void SteadyFunctions::setUntil(QDeadlineTimer until)
{
    m_state->until = until;
}

} // namespace thimblely::access
