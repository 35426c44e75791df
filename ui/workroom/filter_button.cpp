// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/filter_button.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/press_by_enter.h"
#include "ui/workroom/work_painter.h"

#include <QMenu>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int padding = 12;
constexpr int gap = 8;
constexpr int mostChoice = 140; // px of a long name
constexpr int switchWidth = 36;
constexpr int switchHeight = 20;

const Theme &theme()
{
    return Theme::instance();
}

int widthOf(TextStyle style, const QString &text)
{
    return QFontMetrics(theme().font(style)).horizontalAdvance(text) + 1;
}

} // namespace

FilterButton::FilterButton(const QString &name, QWidget *parent)
    : QPushButton(parent), m_name(name), m_menu(new QMenu(this))
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    pressByEnter(this);
    connect(this, &QAbstractButton::clicked, this, [this] { m_menu->popup(mapToGlobal(QPoint(0, height()))); });
}

void FilterButton::setChoices(const QStringList &choices)
{
    m_choices = choices;
    setCurrent(std::min(m_current, int(choices.size()) - 1));
    fillMenu();
}

void FilterButton::fillMenu()
{
    m_menu->clear();
    for (int i = 0; i < m_choices.size(); ++i) {
        QAction *action = m_menu->addAction(m_choices[i]);
        connect(action, &QAction::triggered, this, [this, i] {
            setCurrent(i);
            Q_EMIT chosen(i);
        });
    }
}

void FilterButton::setCurrent(int choice)
{
    m_current = std::max(0, choice);
    setAccessibleName(m_name + QStringLiteral(": ") + m_choices.value(m_current));
    updateGeometry();
    update();
}

QSize FilterButton::sizeHint() const
{
    const int choice = std::min(theme().px(mostChoice), widthOf(TextStyle::Body, m_choices.value(m_current)));
    return {2 * padding + widthOf(TextStyle::Caption, m_name) + gap + choice + gap + metric::IconSmall,
            theme().boxHeight(metric::ButtonSmall, {TextStyle::Body})};
}

void FilterButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(&painter, rect(), theme().color(underMouse() ? Role::Sunk : Role::Surface),
               theme().color(Role::Outline));
    const WorkPainter on(&painter, rect(), layoutDirection());
    QRect line = rect().adjusted(padding, 0, -padding, 0);
    const int name = on.text(line, TextStyle::Caption, Role::Muted, m_name);
    on.text(line.adjusted(name + gap, 0, -metric::IconSmall - gap, 0), TextStyle::Body, Role::Text,
            m_choices.value(m_current));
    const QRect icon(line.right() + 1 - metric::IconSmall, line.top(), metric::IconSmall, line.height());
    paintIcon(&painter, "i-down", on.place(icon), theme().color(Role::Text), metric::IconSmall);
}

SwitchButton::SwitchButton(const QString &name, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    pressByEnter(this);
}

QSize SwitchButton::sizeHint() const
{
    return {switchWidth, metric::ButtonSmall};
}

void SwitchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF track((width() - switchWidth) / 2.0, (height() - switchHeight) / 2.0, switchWidth, switchHeight);
    const bool on = isChecked();
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(theme().color(Role::Outline), 1));
    painter.setBrush(theme().color(on ? Role::Primary : Role::Surface));
    painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), switchHeight / 2.0, switchHeight / 2.0);
    const bool atRight = on == (layoutDirection() == Qt::LeftToRight);
    const QRectF knob(atRight ? track.right() - switchHeight + 3 : track.left() + 3, track.top() + 3, switchHeight - 6,
                      switchHeight - 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().color(on ? Role::OnPrimary : Role::Outline));
    painter.drawEllipse(knob);
}

} // namespace thimblely::ui
