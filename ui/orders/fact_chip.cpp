// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/fact_chip.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int padding = 8;
constexpr int gap = 8;
constexpr int markSize = metric::IconSmall;

} // namespace

FactChip::FactChip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void FactChip::setFact(const QString &words, const QString &quiet)
{
    m_quiet = quiet;
    setText(words);
    updateGeometry();
    update();
}

void FactChip::setQuietRole(Role role)
{
    m_quietRole = role;
    update();
}

void FactChip::setIconName(const QByteArray &name)
{
    m_icon = name;
    updateGeometry();
}

void FactChip::setDashed(bool dashed)
{
    m_dashed = dashed;
    update();
}

FactChip::Part FactChip::part(TextStyle style, Role role, const QString &words, const QString &widest)
{
    return {style, role, words, QFontMetrics(Theme::instance().font(style)).horizontalAdvance(widest) + 1};
}

std::vector<FactChip::Part> FactChip::parts() const
{
    std::vector<Part> parts{part(TextStyle::Body, Role::Text, text(), text())};
    if (!m_quiet.isEmpty())
        parts.push_back(part(TextStyle::Body, m_quietRole, m_quiet, m_quiet));
    return parts;
}

int FactChip::iconWidth() const
{
    return m_icon.isEmpty() ? 0 : markSize + gap;
}

QSize FactChip::sizeHint() const
{
    int width = 2 * padding + 4 - gap + iconWidth();
    for (const Part &each : parts())
        width += gap + each.width;
    return {width, Theme::instance().boxHeight(metric::ButtonSmall, {TextStyle::Body})};
}

void FactChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::instance();
    const Role fill = isDown() || isChecked() ? Role::Selected : underMouse() ? Role::Sunk : Role::Window;
    if (m_dashed) {
        painter.setPen(QPen(theme.color(Role::Outline), 1, Qt::DashLine));
        painter.setBrush(underMouse() || isDown() ? QBrush(theme.color(fill)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);
    } else {
        paintPanel(&painter, rect(), theme.color(fill), theme.color(isChecked() ? Role::Accent : Role::Line));
    }
    const int lacking = std::max(0, sizeHint().width() - 4 - width());
    int x = padding;
    if (!m_icon.isEmpty()) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, markSize, height()));
        paintIcon(&painter, m_icon, place, theme.color(isEnabled() ? Role::Text : Role::Muted), markSize);
        x += iconWidth();
    }
    for (const Part &each : parts()) {
        const int wide = each.words == text() ? std::max(0, each.width - lacking) : each.width;
        painter.setFont(theme.font(each.style));
        painter.setPen(theme.color(isEnabled() ? each.role : Role::Muted));
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, wide, height()));
        const QString shown = painter.fontMetrics().elidedText(each.words, Qt::ElideRight, place.width() + 1);
        painter.drawText(place, textFlags(shown, Qt::AlignLeading, layoutDirection()), shown);
        x += wide + gap;
    }
}

void FactChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace thimblely::ui
