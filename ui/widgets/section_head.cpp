// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/section_head.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

SectionHead::SectionHead(const QString &title, QWidget *parent, Level level)
    : QWidget(parent),
      m_title(new Label(level == Level::Pane ? TextStyle::Heading : TextStyle::InputStrong, Role::Text, title, this)),
      m_remark(new Label(TextStyle::Body, Role::Muted, {}, this)), m_row(row(this, 8))
{
    m_remark->setVisible(false);
    m_remark->setElided(true);
    m_row->addWidget(m_title);
    m_row->addWidget(m_remark, 0, Qt::AlignBaseline);
    m_row->addStretch(1);
    setMinimumHeight(level == Level::Pane ? metric::Top : 48);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHead::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void SectionHead::addAction(QWidget *control)
{
    control->setParent(this);
    m_row->addWidget(control);
}

} // namespace thimblely::ui
