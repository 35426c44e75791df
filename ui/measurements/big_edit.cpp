// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/big_edit.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFrame>

#include <algorithm>

namespace thimblely::ui {
namespace {

constexpr int Room = 18; // between the unit and the border
constexpr int Gap = 10;  // and between the figures and the unit
constexpr int MostFigures = 16;
constexpr int MostLetters = 200;

} // namespace

BigEdit::BigEdit(QWidget *parent) : QLineEdit(parent)
{
    setFrame(false);
    setAlignment(Qt::AlignCenter);
    setLayoutDirection(Qt::LeftToRight);
    setProperty(property::NoRing, true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumWidth(60);
    setMaxLength(MostFigures);
    connect(this, &QLineEdit::textChanged, this, &BigEdit::fitFont);
    connect(&Theme::instance(), &Theme::changed, this, &BigEdit::fitFont);
    fitFont();
}

void BigEdit::setUnitText(const QString &unit)
{
    m_unit = unit;
    fitFont();
    update();
}

void BigEdit::setCaption(const QString &caption)
{
    m_caption = caption;
    const int top = caption.isEmpty() ? 0 : Theme::instance().lineHeight(TextStyle::Caption) - 4;
    setTextMargins(m_words ? 12 : 0, top, m_words ? 12 : 0, 0);
    fitFont();
    update();
}

void BigEdit::setWrong(bool wrong)
{
    if (m_wrong == wrong)
        return;
    m_wrong = wrong;
    update();
}

void BigEdit::setWords(bool words)
{
    m_words = words;
    setMaxLength(words ? MostLetters : MostFigures);
    setAlignment(words ? Qt::AlignLeading | Qt::AlignVCenter : Qt::AlignCenter);
    setLayoutDirection(words ? parentWidget()->parentWidget()->layoutDirection() : Qt::LeftToRight);
    setCaption(m_caption);
}

QSize BigEdit::minimumSizeHint() const
{
    return {60, fontMetrics().capHeight() + 16 + textMargins().top()};
}

void BigEdit::fitFont()
{
    const Theme &theme = Theme::instance();
    const QString widest = text().isEmpty() ? placeholderText() : text();
    const int unit =
        m_caption.isEmpty() ? QFontMetrics(theme.font(TextStyle::Input)).horizontalAdvance(m_unit) + Room + Gap : 6;
    const int textHeight = height() - textMargins().top();
    for (const TextStyle style : {TextStyle::Measured, TextStyle::Total, TextStyle::Heading}) {
        if (m_words && style != TextStyle::Heading)
            continue;
        setFont(theme.font(style));
        const QFontMetrics metrics(font());
        // Centred, so the unit's room is needed on both sides.
        const bool fits = metrics.horizontalAdvance(widest) + 4 <= width() - 2 * unit;
        if (fits && metrics.capHeight() + 16 <= textHeight)
            return;
    }
}

void BigEdit::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = hasFocus() || m_wrong;
    const double pen = strong ? 2 : 1;
    painter.setBrush(theme.color(Role::Surface));
    painter.setPen(QPen(theme.color(m_wrong ? Role::Late : hasFocus() ? Role::Accent : Role::Outline), pen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 6 - pen / 2, 6 - pen / 2);
    painter.setPen(theme.color(Role::Muted));
    if (m_caption.isEmpty()) {
        painter.setFont(theme.font(TextStyle::Input));
        painter.drawText(rect().adjusted(0, 0, -Room, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute,
                         m_unit);
    } else {
        painter.setFont(theme.font(TextStyle::Caption));
        painter.drawText(rect().adjusted(10, 6, -10, 0), Qt::AlignLeft | Qt::AlignTop | Qt::AlignAbsolute, m_caption);
        painter.drawText(rect().adjusted(10, 6, -10, 0), Qt::AlignRight | Qt::AlignTop | Qt::AlignAbsolute, m_unit);
    }
    painter.end();
    QLineEdit::paintEvent(event);
}

void BigEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
        if (event->key() == Qt::Key_Up) {
            Q_EMIT upPressed();
            return;
        }
        if (event->key() == Qt::Key_Down) {
            Q_EMIT downPressed();
            return;
        }
    }
    QLineEdit::keyPressEvent(event);
}

void BigEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    fitFont();
}

} // namespace thimblely::ui
