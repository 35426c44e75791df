// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/foot_links.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/today/link_paint.h"
#include "ui/widgets/press_by_enter.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int arrowRoom = 12; // from the words to the arrow's tip
constexpr int underlineOffset = 5;

const Theme &theme()
{
    return Theme::instance();
}

} // namespace

void paintUnderline(QPainter *painter, const QRect &words, const QFontMetrics &metrics, bool hovered)
{
    const int baseline = words.top() + (words.height() - metrics.height()) / 2 + metrics.ascent();
    painter->fillRect(QRect(words.left(), baseline + underlineOffset, words.width(), 1),
                      Theme::instance().color(hovered ? Role::Text : Role::Outline));
}

void makeLink(QAbstractButton *button)
{
    button->setAttribute(Qt::WA_Hover);
    button->setCursor(Qt::PointingHandCursor);
    pressByEnter(button);
    QObject::connect(&Theme::instance(), &Theme::changed, button, [button] {
        button->updateGeometry();
        button->update();
    });
}

ForwardLink::ForwardLink(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    makeLink(this);
}

QSize ForwardLink::sizeHint() const
{
    return {QFontMetrics(theme().font(TextStyle::Body)).horizontalAdvance(text()) + arrowRoom + 1,
            theme().boxHeight(metric::ButtonSmall, {TextStyle::Body})};
}

void ForwardLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
    const QRect words = place({0, 0, width() - arrowRoom, height()});
    painter.setFont(theme().font(TextStyle::Body));
    painter.setPen(theme().color(Role::Text));
    painter.drawText(words, textFlags(text(), Qt::AlignLeft, layoutDirection()), text());
    // The arrow is the middle third of its icon.
    const int icon = metric::IconSmall;
    const QRect arrow(width() - arrowRoom + 6 + 2 - icon / 2, (height() - icon) / 2, icon, icon);
    paintIcon(&painter, forwardIconName(layoutDirection()), place(arrow), theme().color(Role::Text), icon);
    if (underMouse())
        paintUnderline(&painter, words, painter.fontMetrics(), true);
}

SentenceLink::SentenceLink(QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    makeLink(this);
}

void SentenceLink::setSentence(const QString &sentence, const QString &link)
{
    const qsizetype at = sentence.indexOf(QLatin1String("%1"));
    m_before = sentence.left(std::max<qsizetype>(at, 0));
    m_link = link;
    m_after = sentence.mid(at + 2);
    setText(m_before + m_link + m_after);
    updateGeometry();
    update();
}

void SentenceLink::setStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
}

QSize SentenceLink::sizeHint() const
{
    return {QFontMetrics(theme().font(m_style)).horizontalAdvance(text()) + 2,
            theme().boxHeight(metric::ButtonSmall, {m_style})};
}

QSize SentenceLink::minimumSizeHint() const
{
    const QFontMetrics metrics(theme().font(m_style));
    return {metrics.horizontalAdvance(m_before + m_link) + metrics.averageCharWidth() * 4, sizeHint().height()};
}

void SentenceLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics(theme().font(m_style));
    painter.setFont(theme().font(m_style));
    // As the sentence reads, which in a mirrored window may still be from left to right.
    const Qt::LayoutDirection order = text().isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    int left = 0;
    const auto write = [&](const QString &words, Role role) {
        const QString shown = metrics.elidedText(words, Qt::ElideRight, width() - left);
        const QRect rect =
            QStyle::visualRect(order, this->rect(), QRect(left, 0, metrics.horizontalAdvance(shown), height()));
        painter.setPen(theme().color(role));
        painter.drawText(rect, textFlags(words, Qt::AlignLeft, order), shown);
        left += rect.width();
        return rect;
    };
    write(m_before, Role::Muted);
    paintUnderline(&painter, write(m_link, Role::Text), metrics, underMouse());
    write(m_after, Role::Muted);
    setToolTip(left + metrics.averageCharWidth() < metrics.horizontalAdvance(text()) ? text() : QString());
}

} // namespace thimblely::ui
