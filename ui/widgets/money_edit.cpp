// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/money_edit.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QStyleOptionFrame>

namespace thimblely::ui {

MoneyEdit::MoneyEdit(Currency currency, QWidget *parent) : QLineEdit(parent), m_currency(currency)
{
    setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(this, &QLineEdit::textEdited, this, &MoneyEdit::textTyped);
    connect(this, &QLineEdit::editingFinished, this, &MoneyEdit::tidy);
    connect(&Theme::instance(), &Theme::changed, this, &MoneyEdit::restyle);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &MoneyEdit::hideFigures);
    connect(this, &QLineEdit::textChanged, this, [this] {
        if (!std::exchange(m_byHand, false))
            hideFigures();
        updateGeometry();
    });
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
    m_byHand = true;
    setEchoMode(Normal); // who types must see it
    const Result<Money> now = value();
    setInputError(this, false);
    if (now)
        Q_EMIT valueEdited(*now);
}

void MoneyEdit::tidy()
{
    const Result<Money> now = value();
    setInputError(this, !now);
    if (!now || text().trimmed().isEmpty())
        return;
    const QScopedValueRollback hand(m_byHand, true);
    setText(now->toFigure(locale()));
}

void MoneyEdit::hideFigures()
{
    setEchoMode(HideMoney::instance().isOn() && !text().isEmpty() ? NoEcho : Normal);
}

void MoneyEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (echoMode() != NoEcho)
        return;
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    const QRect inner = style()->subElementRect(QStyle::SE_LineEditContents, &frame, this) - textMargins();
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(inner.adjusted(2, 0, -2, 0), int(alignment()), hiddenAmount());
}

void MoneyEdit::setRoom(int width)
{
    m_room = width;
    setSizePolicy(QSizePolicy::Fixed, sizePolicy().verticalPolicy());
    updateGeometry();
}

//! With what the field has around its text, the margins that were set and the cursor.
int MoneyEdit::roomForText() const
{
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    const int around = width() - style()->subElementRect(QStyle::SE_LineEditContents, &frame, this).width();
    const QMargins margins = textMargins();
    constexpr int besides = 6; // QLineEdit's own margins left and right, and the cursor
    return fontMetrics().horizontalAdvance(text()) + around + margins.left() + margins.right() + besides;
}

void MoneyEdit::restyle()
{
    setFont(Theme::instance().font(TextStyle::InputStrong));
    updateGeometry();
}

QSize MoneyEdit::sizeHint() const
{
    const int usual = m_room > 0 ? m_room : fontMetrics().horizontalAdvance(QStringLiteral("000,000,000")) + 28;
    return {std::max(usual, roomForText()), QLineEdit::sizeHint().height()};
}

QSize MoneyEdit::minimumSizeHint() const
{
    const QSize least = QLineEdit::minimumSizeHint(); // in a low window it gives way as other fields do
    return {std::max(least.width(), roomForText()), least.height()};
}

} // namespace thimblely::ui
