// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_chip.h"

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

TaskChip::TaskChip(const QString &mark, orders::Task task, const QLocale &locale, QWidget *parent)
    : QAbstractButton(parent), m_mark(mark), m_task(std::move(task)), m_locale(locale)
{
    setText(orders::taskWords(m_task));
    setAccessibleName(mark.isEmpty() ? text() : tr("Task %1: %2").arg(mark, text()));
    setAccessibleDescription(tr("Press to change it, Delete to take it out"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    connect(&HideMoney::instance(), &HideMoney::changed, this, qOverload<>(&QWidget::update));
}

QString TaskChip::price() const
{
    return m_task.price ? figureText(*m_task.price, m_locale) : QString();
}

//! The mark, the words and the price, each with its width; what is not there is left out.
std::vector<TaskChip::Part> TaskChip::parts() const
{
    const Theme &theme = Theme::instance();
    std::vector<Part> parts;
    const auto add = [&](TextStyle style, Role role, const QString &words, const QString &widest) {
        if (!words.isEmpty())
            parts.push_back({style, role, words, QFontMetrics(theme.font(style)).horizontalAdvance(widest) + 1});
    };
    add(TextStyle::CaptionStrong, Role::Muted, m_mark, m_mark);
    add(TextStyle::Body, Role::Text, text(), text());
    if (m_task.price) // as wide as the figure while it is hidden, so that nothing moves
        add(TextStyle::Body, Role::Muted, price(), m_task.price->toFigure(m_locale));
    return parts;
}

QSize TaskChip::sizeHint() const
{
    int width = 2 * padding + 4 - gap;
    for (const Part &part : parts())
        width += gap + part.width;
    return {width, Theme::instance().boxHeight(metric::ButtonSmall, {TextStyle::Body})};
}

void TaskChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    const Role fill = isDown() ? Role::Selected : underMouse() ? Role::Sunk : Role::Window;
    paintPanel(&painter, rect(), theme.color(fill), theme.color(Role::Line));
    const int lacking = std::max(0, sizeHint().width() - 4 - width());
    int x = padding;
    for (const Part &part : parts()) {
        const int wide = part.words == text() ? std::max(0, part.width - lacking) : part.width;
        painter.setFont(theme.font(part.style));
        painter.setPen(theme.color(isEnabled() ? part.role : Role::Muted));
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, wide, height()));
        const QString shown = painter.fontMetrics().elidedText(part.words, Qt::ElideRight, place.width() + 1);
        painter.drawText(place, textFlags(shown, Qt::AlignLeading, layoutDirection()), shown);
        x += wide + gap;
    }
}

void TaskChip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace thimblely::ui
