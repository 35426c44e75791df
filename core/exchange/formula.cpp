// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/formula.h"

#include <limits>
#include <numeric>

namespace thimblely {

namespace {

using Value = Result<std::optional<Rational>>;
__extension__ using Wide = __int128; // holds the product of two qint64, and twice that

std::optional<Rational> fraction(Wide numerator, Wide denominator)
{
    if (denominator == 0)
        return {};
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    Wide a = numerator < 0 ? -numerator : numerator;
    Wide b = denominator;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    if (a > 1) {
        numerator /= a;
        denominator /= a;
    }
    constexpr Wide most = std::numeric_limits<qint64>::max();
    if (numerator > most || numerator < -most || denominator > most)
        return {};
    return Rational::make(qint64(numerator), qint64(denominator));
}

Error failure(const char *code, const QString &what = {})
{
    return Error{ErrorKind::Invalid, code, {what.left(80)}, {}};
}

} // namespace

std::optional<Rational> Rational::make(qint64 numerator, qint64 denominator)
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    if (denominator == 0 || numerator == least || denominator == least)
        return {};
    const qint64 divisor = std::gcd(numerator, denominator) * (denominator < 0 ? -1 : 1);
    return Rational(numerator / divisor, denominator / divisor);
}

std::optional<Rational> Rational::parse(QStringView decimal)
{
    Wide numerator = 0;
    Wide denominator = 1;
    bool point = false;
    bool digits = false;
    if (decimal.size() > 18) // 18 digits fit
        return {};
    for (const QChar c : decimal) {
        if ((c == u'.' || c == u',') && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9')
            return {};
        digits = true;
        numerator = numerator * 10 + (c.unicode() - u'0');
        denominator *= point ? 10 : 1;
    }
    if (!digits)
        return {};
    return fraction(numerator, denominator);
}

std::optional<Rational> Rational::plus(Rational other) const
{
    return fraction(Wide(m_numerator) * other.m_denominator + Wide(other.m_numerator) * m_denominator,
                    Wide(m_denominator) * other.m_denominator);
}

std::optional<Rational> Rational::minus(Rational other) const
{
    return plus(Rational(-other.m_numerator, other.m_denominator));
}

std::optional<Rational> Rational::times(Rational other) const
{
    return fraction(Wide(m_numerator) * other.m_numerator, Wide(m_denominator) * other.m_denominator);
}

std::optional<Rational> Rational::over(Rational other) const
{
    return fraction(Wide(m_numerator) * other.m_denominator, Wide(m_denominator) * other.m_numerator);
}

std::optional<qint64> Rational::rounded(qint64 scale) const
{
    const Wide twice = Wide(m_numerator) * scale * 2;
    const Wide bottom = Wide(m_denominator) * 2;
    const Wide result = (twice < 0 ? twice - m_denominator : twice + m_denominator) / bottom;
    if (result > std::numeric_limits<qint64>::max() || result < -std::numeric_limits<qint64>::max())
        return {};
    return qint64(result);
}

//! Recursive descent over one formula. An operand that was not measured makes the whole not measured.
class FormulaSheet::Parser {
public:
    Parser(FormulaSheet &sheet, QStringView text, int depth) : m_sheet(sheet), m_text(text), m_depth(depth) {}

    Value parse()
    {
        Value value = sum();
        if (value && peek() != QChar())
            return syntax();
        return value;
    }

private:
    Error syntax() const { return failure("formula.syntax", m_text.toString()); }

    QChar peek()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : QChar();
    }

    template <typename Apply>
    Value combined(const Value &left, const Value &right, Apply apply) const
    {
        if (!right)
            return right;
        if (!left.value() || !right.value())
            return std::optional<Rational>();
        const std::optional<Rational> result = apply(*left.value(), *right.value());
        if (!result)
            return failure("formula.too_big", m_text.toString());
        return result;
    }

    Value sum()
    {
        Value value = product();
        while (value && (peek() == u'+' || peek() == u'-')) {
            const bool plus = m_text[m_at++] == u'+';
            value =
                combined(value, product(), [plus](Rational a, Rational b) { return plus ? a.plus(b) : a.minus(b); });
        }
        return value;
    }

    Value product()
    {
        Value value = factor();
        while (value && (peek() == u'*' || peek() == u'/')) {
            const bool times = m_text[m_at++] == u'*';
            value =
                combined(value, factor(), [times](Rational a, Rational b) { return times ? a.times(b) : a.over(b); });
        }
        return value;
    }

    Value factor()
    {
        if (++m_depth > deepest)
            return failure("formula.too_deep");
        Value value = atom();
        --m_depth;
        return value;
    }

    Value atom()
    {
        const QChar c = peek();
        if (c == u'-' || c == u'+') {
            ++m_at;
            Value value = factor();
            if (!value || !value.value() || c == u'+')
                return value;
            return Rational::make(-value.value()->numerator(), value.value()->denominator());
        }
        if (c == u'(') {
            ++m_at;
            Value value = sum();
            if (value && peek() != u')')
                return syntax();
            ++m_at;
            return value;
        }
        const qsizetype start = m_at;
        if ((c >= u'0' && c <= u'9') || c == u'.') {
            while (m_at < m_text.size() && (m_text[m_at].isDigit() || m_text[m_at] == u'.' || m_text[m_at] == u','))
                ++m_at;
            const std::optional<Rational> number = Rational::parse(m_text.sliced(start, m_at - start));
            return number ? Value(number) : Value(syntax());
        }
        while (m_at < m_text.size() && isNamePart(m_text[m_at]))
            ++m_at;
        if (m_at == start)
            return syntax();
        return m_sheet.valueAt(m_text.sliced(start, m_at - start).toString(), m_depth);
    }

    static bool isNamePart(QChar c)
    {
        return c.isLetterOrNumber() || c == u'_' || c == u'@' || c == u'#' || c == u'.' || c.isMark() ||
               c.isSurrogate();
    }

    FormulaSheet &m_sheet;
    QStringView m_text;
    qsizetype m_at = 0;
    int m_depth;
};

bool FormulaSheet::add(const QString &name, const QString &formula)
{
    if (m_entries.contains(name))
        return false;
    m_entries.insert(name, Entry{formula.trimmed()});
    return true;
}

Value FormulaSheet::value(const QString &name)
{
    return valueAt(name, 0);
}

Value FormulaSheet::valueAt(const QString &name, int depth)
{
    const auto found = m_entries.find(name);
    if (found == m_entries.end())
        return failure("formula.unknown_name", name);
    if (found->state == State::Done)
        return found->value;
    if (found->state == State::Running)
        return failure("formula.cycle", name);
    if (found->formula.size() > longest)
        return failure("formula.syntax", found->formula);
    found->state = State::Running;
    const QString formula = found->formula;
    Value value = formula.isEmpty() ? Value(std::optional<Rational>()) : Parser(*this, formula, depth).parse();
    Entry &entry = m_entries[name];
    const bool isZeroNumber =
        value && value.value() && value.value()->numerator() == 0 && Rational::parse(formula).has_value();
    if (isZeroNumber)
        value = std::optional<Rational>();
    // Too deep is a matter of where one began to read, so that answer is not kept for those who begin nearer.
    const bool keep = value || value.error().code != "formula.too_deep";
    entry.state = keep ? State::Done : State::New;
    entry.value = value;
    return value;
}

} // namespace thimblely
