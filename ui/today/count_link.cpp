// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/count_link.h"

#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"
#include "ui/today/link_paint.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int gap = 8;

const Theme &theme()
{
    return Theme::instance();
}

} // namespace

CountLink::CountLink(std::optional<Status> shape, const QString &title, QWidget *parent)
    : QAbstractButton(parent), m_shape(shape), m_number(QStringLiteral("–"))
{
    setText(title);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    makeLink(this);
}

void CountLink::setCount(std::optional<int> count, const QLocale &locale)
{
    m_number = count ? locale.toString(*count) : QStringLiteral("–");
    //: what is counted and how many: "Late, 2"
    setAccessibleName(count ? tr("%1, %2").arg(text(), m_number) : tr("%1, not known").arg(text()));
    updateGeometry();
    update();
}

void CountLink::setHasList(bool hasList)
{
    m_hasList = hasList;
    setFocusPolicy(hasList ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !hasList);
    update();
}

QSize CountLink::sizeHint() const
{
    const QFontMetrics metrics(theme().font(TextStyle::Heading));
    const int shape = m_shape ? theme().px(metric::Shape) + gap : 0;
    return {shape + metrics.horizontalAdvance(text()) + gap + metrics.horizontalAdvance(m_number) + 1,
            theme().boxHeight(metric::Button, {TextStyle::Heading})};
}

void CountLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFontMetrics metrics(theme().font(TextStyle::Heading));
    int left = 0;
    const auto place = [&](int wide, int high) {
        const QRect rect(left, (height() - high) / 2, wide, high);
        left += wide + gap;
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    if (m_shape) {
        const int shape = theme().px(metric::Shape);
        paintStatusShape(&painter, *m_shape, place(shape, shape), theme().color(foreground(*m_shape)));
    }
    painter.setFont(theme().font(TextStyle::Heading));
    painter.setPen(theme().color(Role::Text));
    const auto write = [&](const QString &words) {
        const QRect rect = place(metrics.horizontalAdvance(words), height());
        painter.drawText(rect, textFlags(words, Qt::AlignLeft, layoutDirection()), words);
        return rect;
    };
    write(text());
    const QRect number = write(m_number);
    if (m_hasList)
        paintUnderline(&painter, number, metrics, underMouse());
}

} // namespace thimblely::ui
