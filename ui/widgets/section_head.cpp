// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/section_head.h"

#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

SectionHead::SectionHead(const QString &title, QWidget *parent, Level level)
    : QWidget(parent),
      m_title(new Label(level == Level::Pane ? TextStyle::Heading : TextStyle::InputStrong, Role::Text, title, this)),
      m_remark(new Label(TextStyle::Body, Role::Muted, {}, this)), m_row(row(this, 8))
{
    m_remark->setVisible(false);
    m_title->setElided(true);
    m_remark->setElided(true);
    m_row->addWidget(m_title);
    m_row->addWidget(m_remark);
    m_row->addStretch(1);
    connect(&Theme::instance(), &Theme::changed, this, &SectionHead::alignRemark);
    alignRemark();
    setMinimumHeight(level == Level::Pane ? metric::Top : 48);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHead::alignRemark()
{
    // Both are centred in the row; the smaller words go down until they stand on the same line.
    const QFontMetrics title = m_title->fontMetrics();
    const QFontMetrics remark = m_remark->fontMetrics();
    m_remark->setContentsMargins(0, title.ascent() - title.descent() - remark.ascent() + remark.descent(), 0, 0);
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
    if (auto *flat = qobject_cast<FlatButton *>(control)) {
        flat->setButtonSize(Button::Size::Small);
        flat->setFlush(true);
    }
    m_row->addWidget(control);
}

} // namespace thimblely::ui
