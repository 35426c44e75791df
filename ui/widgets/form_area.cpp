// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/form_area.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPainter>

namespace thimblely::ui {

FormArea::FormArea(int width, const QString &heading, Stands stands, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    auto *body = new QWidget(this);
    body->setAutoFillBackground(false);
    m_form = new QWidget(body);
    m_rows = column(m_form, 12, {24, 16, 24, 24});
    m_rows->addWidget(new Label(TextStyle::Heading, Role::Text, heading, m_form));
    auto *across = row(nullptr, 0);
    across->addStretch(1);
    across->addWidget(m_form, 100);
    across->addStretch(1);
    auto *down = column(body, 0);
    down->addStretch(stands == Stands::InTheMiddle ? 2 : 0);
    down->addLayout(across);
    down->addStretch(3);
    setWidget(body);
    const auto fit = [this, width] { m_form->setMaximumWidth(Theme::instance().px(width)); };
    connect(&Theme::instance(), &Theme::changed, this, fit);
    fit();
}

void FormArea::addPair(QWidget *left, QWidget *right)
{
    auto *pair = row(nullptr, 16);
    pair->addWidget(left, 1, Qt::AlignTop);
    pair->addWidget(right, 1, Qt::AlignTop);
    m_rows->addLayout(pair);
}

void FormArea::paintEvent(QPaintEvent *)
{
    QPainter(viewport()).fillRect(viewport()->rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
