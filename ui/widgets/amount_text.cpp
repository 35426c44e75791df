// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/amount_text.h"

namespace thimblely::ui {

HideMoney &HideMoney::instance()
{
    static HideMoney hide;
    return hide;
}

void HideMoney::setOn(bool on)
{
    if (m_on == on)
        return;
    m_on = on;
    Q_EMIT changed(on);
}

QString hiddenAmount()
{
    return QStringLiteral("••••");
}

QString amountText(const Money &amount, const QLocale &locale)
{
    return HideMoney::instance().isOn() ? hiddenAmount() : amount.toText(locale);
}

QString figureText(const Money &amount, const QLocale &locale)
{
    return HideMoney::instance().isOn() ? hiddenAmount() : amount.toFigure(locale);
}

AmountLabel::AmountLabel(TextStyle style, Role role, QWidget *parent) : Label(style, role, {}, parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &AmountLabel::refresh);
    m_ready = true;
    refresh();
}

void AmountLabel::setAmount(const Money &amount)
{
    m_amount = amount;
    refresh();
}

void AmountLabel::setUnknown()
{
    m_amount.reset();
    refresh();
}

void AmountLabel::setSymbolShown(bool shown)
{
    m_symbol = shown;
    refresh();
}

void AmountLabel::refresh()
{
    if (!m_amount)
        setText(QStringLiteral("–"));
    else
        setText(m_symbol ? amountText(*m_amount, locale()) : figureText(*m_amount, locale()));
    setAccessibleName(HideMoney::instance().isOn() && m_amount ? tr("Amount hidden") : QString());
}

QSize AmountLabel::sizeHint() const
{
    QSize hint = Label::sizeHint();
    if (m_ready && m_amount && HideMoney::instance().isOn()) {
        const QString shown = m_symbol ? m_amount->toText(locale()) : m_amount->toFigure(locale());
        hint.setWidth(std::max(hint.width(), fontMetrics().horizontalAdvance(shown)));
    }
    return hint;
}

} // namespace thimblely::ui
