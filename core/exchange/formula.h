// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

#include <optional>

namespace thimblely {

//! An exact fraction in lowest terms, denominator above zero; what does not fit is an error, never a wrong number.
class Rational {
public:
    static std::optional<Rational> make(qint64 numerator, qint64 denominator);
    //! "24", "82.3", ".5"; a decimal comma is read as a point.
    static std::optional<Rational> parse(QStringView decimal);

    qint64 numerator() const { return m_numerator; }
    qint64 denominator() const { return m_denominator; }
    std::optional<Rational> plus(Rational other) const;
    std::optional<Rational> minus(Rational other) const;
    std::optional<Rational> times(Rational other) const;
    std::optional<Rational> over(Rational other) const; //!< nothing too where `other` is zero
    //! times `scale`, to the nearest whole number, halves away from zero.
    std::optional<qint64> rounded(qint64 scale) const;

private:
    Rational(qint64 numerator, qint64 denominator) : m_numerator(numerator), m_denominator(denominator) {}
    qint64 m_numerator;
    qint64 m_denominator;
};

/*!
 * The values of a file whose entries may be formulas over one another: + - * / ( ), numbers, names.
 *
 * Every name is worked out once. A name whose number is 0 was not measured, and neither is what is made of it.
 * Failures: "formula.syntax" (args: the text), "formula.unknown_name" (the name), "formula.cycle" (a name on it),
 * "formula.too_deep", "formula.too_big" (does not fit, or a division by zero). Pure; not shared between threads.
 */
class FormulaSheet {
public:
    static constexpr int deepest = 64;
    static constexpr qsizetype longest = 1024;

    //! False where the name is there already; the first text stays.
    bool add(const QString &name, const QString &formula);
    //! The value, or nothing where it was not measured.
    Result<std::optional<Rational>> value(const QString &name);

private:
    class Parser;
    enum class State { New, Running, Done };
    struct Entry {
        QString formula;
        State state = State::New;
        Result<std::optional<Rational>> value = std::optional<Rational>();
    };
    Result<std::optional<Rational>> valueAt(const QString &name, int depth);

    QHash<QString, Entry> m_entries;
};

} // namespace thimblely
