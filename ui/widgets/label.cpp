// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/label.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

Label::Label(TextStyle style, Role role, const QString &text, QWidget *parent)
    : QLabel(text, parent), m_style(style), m_role(role)
{
    setTextFormat(Qt::PlainText);
    connect(&Theme::instance(), &Theme::changed, this, &Label::restyle);
    restyle();
}

void Label::setRole(Role role)
{
    m_role = role;
    restyle();
}

void Label::setTextStyle(TextStyle style)
{
    m_style = style;
    restyle();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

void Label::restyle()
{
    const Theme &theme = Theme::instance();
    setFont(theme.font(m_style));
    QPalette colors = theme.palette();
    colors.setColor(QPalette::WindowText, theme.color(m_role));
    setPalette(colors);
}

QSize Label::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return m_elided ? QSize(qMin(whole.width(), fontMetrics().averageCharWidth() * 6), whole.height()) : whole;
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided || wordWrap())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    if (const QString tip = shown == text() ? QString() : text(); tip != toolTip())
        setToolTip(tip);
    // In the order of its own words: an Arabic name in an English window is cut where it ends, not before it begins.
    style()->drawItemText(&painter, contentsRect(),
                          textFlags(shown, alignment() & Qt::AlignHorizontal_Mask, layoutDirection()), palette(),
                          isEnabled(), shown, foregroundRole());
}

} // namespace thimblely::ui
