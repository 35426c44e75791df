// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/length.h"
#include "core/orders/piece.h"
#include "ui/orders/task_choices.h"

#include <QLocale>

namespace thimblely::ui {

/*!
 * Reads a task as it is said and typed at the counter, and writes it to be changed: what, which side, how much, its
 * price, "Shorten sleeve left 1/2 in 1500". Pure.
 *
 * The price is the last figure where a unit does not follow it and it does not say how much ("Taper 2500"; "Hem -3.5"
 * has none); of a choice that asks how much, a figure alone is the amount. A choice of the price list brings its own
 * price where none is typed, and its unit goes with a bare amount. A side is a whole word anywhere ("left", "both") or,
 * after a choice, its first letter.
 */
class TaskReader {
public:
    //! `inchParts`: of the tape's shorthand "1 4", which papers write out.
    TaskReader(Currency currency, QLocale locale, LengthUnit unit = LengthUnit::Centimetre,
               std::vector<TaskChoice> choices = {}, int inchParts = 8)
        : m_currency(currency), m_locale(std::move(locale)), m_unit(unit), m_choices(std::move(choices)),
          m_inchParts(inchParts)
    {}

    orders::Task read(const QString &text) const;
    QString write(const orders::Task &task) const;

    const QLocale &locale() const { return m_locale; }
    const std::vector<TaskChoice> &choices() const { return m_choices; }
    //! What the text begins with, the longest name first; nullptr: nothing of the choices.
    const TaskChoice *choiceIn(const QString &text) const;
    //! True where the choice asks how much and the text does not say it.
    bool lacksAmount(const QString &text) const;

private:
    QString amountOf(const QString &typed) const;
    bool endsInShorthand(const QStringList &words) const;

    Currency m_currency;
    QLocale m_locale;
    LengthUnit m_unit;
    std::vector<TaskChoice> m_choices;
    int m_inchParts;
};

//! The word that is typed for a side.
QString sideWord(orders::TaskSide side);
//! The letter that stands for it after a choice; empty where another side begins with it, too.
QString sideLetter(orders::TaskSide side);

} // namespace thimblely::ui
