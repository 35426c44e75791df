// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/money_edit.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

namespace thimblely::ui {

MoneyEdit::MoneyEdit(Currency currency, QWidget *parent) : QLineEdit(parent), m_currency(currency)
{
    setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(this, &QLineEdit::textEdited, this, &MoneyEdit::textTyped);
    connect(this, &QLineEdit::editingFinished, this, &MoneyEdit::tidy);
    connect(&Theme::instance(), &Theme::changed, this, &MoneyEdit::restyle);
    restyle();
}

void MoneyEdit::setCurrency(Currency currency)
{
    m_currency = currency;
}

Result<Money> MoneyEdit::value() const
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() && m_emptyIsZero)
        return Money::zero(m_currency);
    TRY_ASSIGN(Money amount, Money::parse(typed, m_currency, locale()));
    if (amount.isNegative() && !m_negativeAllowed)
        return Error{ErrorKind::Invalid, QByteArrayLiteral("money.negative"), {typed}};
    return amount;
}

void MoneyEdit::setValue(const Money &amount)
{
    m_currency = amount.currency();
    setText(amount.toFigure(locale()));
    setInputError(this, false);
}

void MoneyEdit::textTyped()
{
    const Result<Money> now = value();
    setInputError(this, false);
    if (now)
        Q_EMIT valueEdited(*now);
}

void MoneyEdit::tidy()
{
    const Result<Money> now = value();
    setInputError(this, !now);
    if (now && !text().trimmed().isEmpty())
        setText(now->toFigure(locale()));
}

void MoneyEdit::restyle()
{
    setFont(Theme::instance().font(TextStyle::InputStrong));
    updateGeometry();
}

QSize MoneyEdit::sizeHint() const
{
    // Room for nine figures with their grouping.
    const int width = fontMetrics().horizontalAdvance(QStringLiteral("000,000,000")) + 28;
    return {width, QLineEdit::sizeHint().height()};
}

} // namespace thimblely::ui
