// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/form_page.h"

#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

FormPage::FormPage(Desk &desk, int width, const QString &heading, FormArea::Stands stands, QWidget *parent)
    : Page(parent), m_desk(desk), m_area(new FormArea(width, heading, stands, this)),
      m_draft(new FormDraft(desk, m_area->form()))
{
    column(this, 0)->addWidget(m_area);
    rows()->addWidget(new DraftLine(*m_draft, form()));
}

QHBoxLayout *FormPage::addFoot(const QString &done, const QString &caption)
{
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form());
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows()->addWidget(m_problem);
    auto *buttons = row(nullptr, 12);
    buttons->addStretch(1);
    m_primary = new PrimaryButton(done, form());
    m_primary->setCaption(caption);
    buttons->addWidget(m_primary);
    rows()->addLayout(buttons);
    return buttons;
}

void FormPage::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->show();
}

void FormPage::clearProblem()
{
    m_problem->hide();
}

void FormPage::refuse(const Error &error)
{
    setProblem(m_desk.sentence(error));
}

void FormPage::setBusy(bool busy)
{
    m_busy = busy;
    m_primary->setEnabled(!busy);
}

void FormPage::beginTyping()
{
    m_draft->begin(draftNameOf(*this), {}, title());
}

} // namespace thimblely::ui
