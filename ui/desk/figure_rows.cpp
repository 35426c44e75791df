// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/figure_rows.h"

#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

namespace thimblely::ui {

FigureRows::FigureRows(const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_locale(locale), m_rows(column(this, 0))
{}

void FigureRows::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void FigureRows::addRow(const QString &name, const QString &remark, QWidget *figure, TextStyle nameStyle)
{
    if (m_rows->count() > 0)
        m_rows->addWidget(new Separator(Qt::Horizontal, this));
    auto *line = new QWidget(this);
    line->setMinimumHeight(Theme::instance().boxHeight(metric::Row, {nameStyle}) - 1);
    auto *cells = row(line, 8);
    cells->addWidget(new Label(nameStyle, Role::Text, name, line));
    auto *words = new Label(TextStyle::Body, Role::Muted, remark, line);
    words->setElided(true);
    cells->addWidget(words, 1);
    figure->setParent(line);
    cells->addWidget(figure);
    m_rows->addWidget(line);
}

void FigureRows::add(const QString &name, const Money &amount, const QString &remark, bool strong)
{
    auto *figure = new AmountLabel(strong ? TextStyle::InputStrong : TextStyle::BodyStrong, Role::Text, this);
    figure->setLocale(m_locale);
    figure->setAmount(amount);
    addRow(name, remark, figure, strong ? TextStyle::BodyStrong : TextStyle::Body);
}

void FigureRows::addText(const QString &name, const QString &text)
{
    addRow(name, {}, new Label(TextStyle::BodyStrong, Role::Text, text, this), TextStyle::Body);
}

} // namespace thimblely::ui
