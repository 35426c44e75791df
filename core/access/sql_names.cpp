// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/sql_names.h"

#include "core/access/wall.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace thimblely::access {

namespace {

using namespace std::string_view_literals;

struct Token {
    enum Kind { Word, Quoted, Literal, Sign } kind;
    std::string text; // lower case for a word, without its quotes for a quoted name
};

bool isWordPart(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || (c & 0x80) != 0;
}

class Lexer {
public:
    explicit Lexer(std::string_view sql) : m_sql(sql) {}

    std::vector<Token> tokens()
    {
        std::vector<Token> found;
        while (skipBlanks(), m_at < m_sql.size())
            found.push_back(next());
        return found;
    }

private:
    char at(size_t index) const { return index < m_sql.size() ? m_sql[index] : '\0'; }

    void skipBlanks()
    {
        for (;;) {
            while (m_at < m_sql.size() && std::isspace(static_cast<unsigned char>(m_sql[m_at])) != 0)
                ++m_at;
            if (at(m_at) == '-' && at(m_at + 1) == '-')
                m_at = std::min(m_sql.find('\n', m_at), m_sql.size());
            else if (at(m_at) == '/' && at(m_at + 1) == '*')
                m_at = std::min(m_sql.find("*/", m_at + 2), m_sql.size() - 2) + 2;
            else
                return;
        }
    }

    Token next()
    {
        const char c = m_sql[m_at];
        if (c == '\'')
            return {Token::Literal, quoted('\'')};
        if ((c == 'x' || c == 'X') && at(m_at + 1) == '\'') {
            ++m_at;
            return {Token::Literal, quoted('\'')};
        }
        if (c == '"' || c == '`')
            return {Token::Quoted, foldName(quoted(c))};
        if (c == '[')
            return {Token::Quoted, foldName(quoted(']'))};
        if (std::isdigit(static_cast<unsigned char>(c)) != 0)
            return {Token::Literal, word()};
        if (isWordPart(c))
            return {Token::Word, foldName(word())};
        ++m_at;
        return {Token::Sign, std::string(1, c)};
    }

    std::string word()
    {
        const size_t from = m_at;
        while (m_at < m_sql.size() && isWordPart(m_sql[m_at]))
            ++m_at;
        return std::string(m_sql.substr(from, m_at - from));
    }

    std::string quoted(char end)
    {
        std::string text;
        for (++m_at; m_at < m_sql.size(); ++m_at) {
            if (m_sql[m_at] == end) {
                if (end == ']' || at(m_at + 1) != end)
                    break;
                ++m_at;
            }
            text += m_sql[m_at];
        }
        ++m_at;
        m_at = std::min(m_at, m_sql.size());
        return text;
    }

    std::string_view m_sql;
    size_t m_at = 0;
};

// After one of these comes an expression or a table, never an alias.
constexpr std::array before = {
    "all"sv,    "and"sv,       "any"sv,       "between"sv, "by"sv,     "case"sv,   "collate"sv, "cross"sv, "distinct"sv,
    "else"sv,   "escape"sv,    "except"sv,    "exists"sv,  "filter"sv, "from"sv,   "full"sv,    "glob"sv,  "having"sv,
    "in"sv,     "inner"sv,     "intersect"sv, "into"sv,    "is"sv,     "isnull"sv, "join"sv,    "left"sv,  "like"sv,
    "limit"sv,  "match"sv,     "natural"sv,   "not"sv,     "offset"sv, "on"sv,     "or"sv,      "order"sv, "outer"sv,
    "over"sv,   "partition"sv, "recursive"sv, "regexp"sv,  "right"sv,  "select"sv, "then"sv,    "union"sv, "using"sv,
    "values"sv, "when"sv,      "where"sv,     "window"sv,  "with"sv,
};

bool isSign(const std::vector<Token> &tokens, size_t index, char sign)
{
    return index < tokens.size() && tokens[index].kind == Token::Sign && tokens[index].text[0] == sign;
}

bool isWord(const std::vector<Token> &tokens, size_t index, std::string_view word)
{
    return index < tokens.size() && tokens[index].kind == Token::Word && tokens[index].text == word;
}

//! name AS ( …, name AS MATERIALIZED ( …, name (a, b) AS ( …
bool definesCte(const std::vector<Token> &tokens, size_t name)
{
    size_t at = name + 1;
    if (isSign(tokens, at, '(')) {
        int depth = 0;
        for (; at < tokens.size(); ++at) {
            if (isSign(tokens, at, '('))
                ++depth;
            else if (isSign(tokens, at, ')') && --depth == 0)
                break;
        }
        ++at;
    }
    return isWord(tokens, at, "as") &&
           (isSign(tokens, at + 1, '(') || isWord(tokens, at + 1, "not") || isWord(tokens, at + 1, "materialized"));
}

bool isAlias(const std::vector<Token> &tokens, size_t name)
{
    if (name == 0 || isSign(tokens, name + 1, '.'))
        return false;
    const Token &previous = tokens[name - 1];
    switch (previous.kind) {
    case Token::Word:
        return std::ranges::find(before, previous.text) == before.end();
    case Token::Quoted:
    case Token::Literal:
        return true;
    case Token::Sign:
        return previous.text == ")" || previous.text == "]";
    }
    return true;
}

} // namespace

std::vector<std::string> givenNames(std::string_view sql)
{
    const std::vector<Token> tokens = Lexer(sql).tokens();
    std::vector<std::string> names;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const bool isName = tokens[i].kind == Token::Word || tokens[i].kind == Token::Quoted;
        // SQLite also takes 'a string' for an alias.
        const bool stringAlias = tokens[i].kind == Token::Literal && i > 0 && isWord(tokens, i - 1, "as");
        if (stringAlias)
            names.push_back(foldName(tokens[i].text));
        else if (isName && (definesCte(tokens, i) || isAlias(tokens, i)))
            names.push_back(tokens[i].text);
    }
    return names;
}

} // namespace thimblely::access
