// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_painter.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int framePadding = 6;
constexpr int frameHeight = 20;
constexpr int frameRadius = 4;

const Theme &theme()
{
    return Theme::instance();
}

} // namespace

QRect WorkPainter::place(const QRect &rect) const
{
    return QStyle::visualRect(m_direction, m_row, rect);
}

int WorkPainter::text(const QRect &rect, const QFont &font, Role role, const QString &text, Qt::Alignment side) const
{
    if (text.isEmpty() || rect.width() < theme().px(10))
        return 0;
    m_painter->setFont(font);
    m_painter->setPen(theme().color(role));
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    m_painter->drawText(place(rect), textFlags(text, side, m_direction), shown);
    return std::min(rect.width(), metrics.horizontalAdvance(shown) + 1);
}

int WorkPainter::text(const QRect &rect, TextStyle style, Role role, const QString &words, Qt::Alignment side) const
{
    return text(rect, theme().font(style), role, words, side);
}

int WorkPainter::chip(const QRect &rect, const StateWords &state, const QString &end) const
{
    QString word = state.word + end;
    if (chipWidth(word, true) > rect.width())
        word = QFontMetrics(theme().font(TextStyle::CaptionStrong))
                   .elidedText(state.word, Qt::ElideRight, std::max(0, rect.width() - chipWidth(end, true))) +
               end;
    const int wide = chipWidth(word, true);
    paintChip(m_painter, place(QRect(rect.left(), rect.top(), wide, rect.height())), state.status, word, true,
              m_direction);
    return wide;
}

int WorkPainter::frame(const QRect &rect, const QString &word) const
{
    const QFont font = theme().font(TextStyle::CaptionStrong);
    const int wide = QFontMetrics(font).horizontalAdvance(word) + 2 * framePadding;
    const int high = theme().boxHeight(frameHeight, {TextStyle::Caption});
    const QRect box(rect.right() + 1 - wide, rect.top() + (rect.height() - high) / 2, wide, high);
    paintPanel(m_painter, place(box), theme().color(Role::Surface), theme().color(Role::Text), frameRadius);
    text(box, font, Role::Text, word, Qt::AlignHCenter);
    return wide;
}

} // namespace thimblely::ui
