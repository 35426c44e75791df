// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/money_lines.h"

#include "ui/widgets/amount_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QScrollBar>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int between = 8;

} // namespace

MoneyLines::MoneyLines(const QLocale &locale, const QString &name, QWidget *parent)
    : QScrollArea(parent), m_locale(locale), m_rows(nullptr)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(name);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new Pane(Role::Window, Pane::Edge::None, this);
    m_rows = column(nullptr, between);
    content->setLayout(m_rows);
    setWidget(content);
    // The keyboard comes here only where it has something to scroll.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int most) { setFocusPolicy(most > 0 ? Qt::TabFocus : Qt::NoFocus); });
}

void MoneyLines::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    updateGeometry();
}

void MoneyLines::add(const QString &words, const Money &amount)
{
    auto *line = new QWidget(widget());
    auto *columns = row(nullptr, 8);
    line->setLayout(columns);
    auto *name = new Label(TextStyle::Body, Role::Muted, words, line);
    name->setElided(true);
    columns->addWidget(name, 1);
    auto *figure = new AmountLabel(TextStyle::Body, Role::Text, line);
    figure->setLocale(m_locale);
    figure->setAmount(amount);
    columns->addWidget(figure);
    m_rows->addWidget(line);
    line->show(); // now, not after the next turn of the event loop: whoever fits it in asks at once
    updateGeometry();
}

int MoneyLines::count() const
{
    return m_rows->count();
}

void MoneyLines::setLeast(int lines)
{
    m_least = lines;
    updateGeometry();
}

int MoneyLines::heightOf(int lines) const
{
    const int shown = std::min(lines, count());
    int height = std::max(0, shown - 1) * between;
    for (int i = 0; i < shown; ++i)
        height += m_rows->itemAt(i)->sizeHint().height();
    return height;
}

QSize MoneyLines::sizeHint() const
{
    return {200, heightOf(count())};
}

QSize MoneyLines::minimumSizeHint() const
{
    return {100, heightOf(m_least)};
}

} // namespace thimblely::ui
