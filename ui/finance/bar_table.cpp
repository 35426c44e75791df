// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/bar_table.h"

#include "ui/finance/share_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>

namespace thimblely::ui {

namespace {

constexpr int indent = 12; // of a flat button's words
constexpr int lineHeight = 30;
constexpr int leastName = 72;
constexpr int leastBar = 48;

enum Column { Name, Bar, Amount, Remark };

} // namespace

BarTable::BarTable(const QLocale &locale, QWidget *parent) : QWidget(parent), m_locale(locale)
{
    column(this, 0);
    clear();
}

//! A grid keeps the columns of what it once held; a new one begins with none.
void BarTable::clear()
{
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    m_rows = 0;
    m_body = new QWidget(this);
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(Name, 2);
    m_grid->setColumnStretch(Bar, 3);
    layout()->addWidget(m_body);
}

void BarTable::add(const BarLine &line)
{
    const Theme &theme = Theme::instance();
    const int row = m_rows++;
    if (line.open) {
        auto *link = new FlatButton(line.name, m_body);
        link->setButtonSize(Button::Size::Small);
        connect(link, &QAbstractButton::clicked, this, line.open);
        m_grid->addWidget(link, row, Name, Qt::AlignLeading | Qt::AlignVCenter);
    } else {
        auto *name = new Label(TextStyle::Body, Role::Text, line.name, m_body);
        name->setElided(true);
        auto *inset = ui::row(nullptr, 0, {indent, 0, 0, 0});
        inset->addWidget(name);
        m_grid->addLayout(inset, row, Name);
        m_grid->setRowMinimumHeight(row, theme.px(lineHeight));
    }
    if (line.share) {
        auto *bar = new ShareBar(m_body);
        bar->setHatched(line.hatched);
        bar->setShare(*line.share);
        m_grid->addWidget(bar, row, Bar);
        m_grid->setColumnMinimumWidth(Bar, theme.px(leastBar));
    }
    auto *amount = new AmountLabel(TextStyle::BodyStrong, Role::Text, m_body);
    amount->setLocale(m_locale);
    amount->setAmount(line.amount);
    m_grid->addWidget(amount, row, Amount);
    m_grid->setColumnMinimumWidth(Name, theme.px(leastName));
    if (line.remark.isEmpty())
        return;
    auto *remark = new Label(TextStyle::Caption, Role::Muted, line.remark, m_body);
    remark->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_grid->addWidget(remark, row, Remark);
}

void BarTable::say(const QString &sentence)
{
    auto *words = new Label(TextStyle::Body, Role::Muted, sentence, m_body);
    words->setWordWrap(true);
    auto *inset = row(nullptr, 0, {indent, 4, 0, 4});
    inset->addWidget(words);
    m_grid->addLayout(inset, m_rows++, Name, 1, Remark + 1);
}

} // namespace thimblely::ui
