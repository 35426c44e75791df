// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_chip.h"

#include "ui/orders/task_text.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int padding = 8;
constexpr int gap = 8;

} // namespace

TaskChip::TaskChip(int number, orders::Task task, const QLocale &locale, QWidget *parent)
    : QAbstractButton(parent), m_number(number), m_task(std::move(task)), m_locale(locale)
{
    setText(taskWords(m_task));
    setAccessibleName(tr("Task %1: %2").arg(number).arg(text()));
    setAccessibleDescription(tr("Press to change it, Delete to take it out"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&HideMoney::instance(), &HideMoney::changed, this, qOverload<>(&QWidget::update));
}

QString TaskChip::price() const
{
    return m_task.price ? figureText(*m_task.price, m_locale) : QString();
}

QSize TaskChip::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const QFontMetrics body(theme.font(TextStyle::Body));
    int width = QFontMetrics(theme.font(TextStyle::CaptionStrong)).horizontalAdvance(QString::number(m_number));
    width += gap + body.horizontalAdvance(text()) + 1;
    if (m_task.price)
        width += gap + body.horizontalAdvance(m_task.price->toFigure(m_locale)) + 1;
    return {width + 2 * padding + 4, theme.boxHeight(metric::ButtonSmall, {TextStyle::Body})};
}

void TaskChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    const Role fill = isDown() ? Role::Selected : underMouse() ? Role::Sunk : Role::Window;
    paintPanel(&painter, rect(), theme.color(fill), theme.color(Role::Line));
    int x = padding;
    const auto write = [&](TextStyle style, Role role, const QString &words) {
        painter.setFont(theme.font(style));
        painter.setPen(theme.color(role));
        const int wide = painter.fontMetrics().horizontalAdvance(words) + 1;
        const QRect place =
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, std::min(wide, width() - x), height()));
        const QString shown = painter.fontMetrics().elidedText(words, Qt::ElideRight, place.width() + 1);
        painter.drawText(place, textFlags(shown, Qt::AlignLeading, layoutDirection()), shown);
        x += wide + gap;
    };
    write(TextStyle::CaptionStrong, Role::Muted, QString::number(m_number));
    write(TextStyle::Body, Role::Text, text());
    if (m_task.price)
        write(TextStyle::Body, Role::Muted, price());
}

void TaskChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace thimblely::ui
