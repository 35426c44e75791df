// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/people_page.h"

#include "core/base/practice_mode.h"
#include "ui/accounts/face_button.h"
#include "ui/accounts/give_pin_form.h"
#include "ui/accounts/new_pin_form.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;

} // namespace

PeoplePage::PeoplePage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_service(desk.session().path(), desk.clock())
{
    build();
}

bool PeoplePage::manages() const
{
    return m_desk.principal().can(access::Capability::TeamManage);
}

QString PeoplePage::title() const
{
    return manages() ? tr("People and PINs") : tr("Your PIN");
}

void PeoplePage::build()
{
    auto *area = new FormArea(formWidth, title(), FormArea::Stands::AtTheTop, this);
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            manages() ? tr("Whoever has forgotten their PIN gets a new one here. You type your own"
                                           " first; the history says that you gave it, and never what it is.")
                                      : tr("Whoever has forgotten theirs gets a new one from the owner or a manager."),
                            area->form());
    words->setWordWrap(true);
    area->rows()->addWidget(words);
    m_list = new QWidget(area->form());
    column(m_list, 8);
    area->rows()->addWidget(m_list);
    m_own = new NewPinForm(area->form());
    m_give = new GivePinForm(m_desk, area->form());
    area->rows()->addWidget(m_own);
    area->rows()->addWidget(m_give);
    m_add = new FlatButton(tr("Add a person…"), area->form());
    m_add->setIconName("i-plus");
    m_add->setVisible(manages());
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    area->rows()->addLayout(buttons);
    column(this, 0)->addWidget(area);
    m_own->hide();
    m_give->hide();
    connect(m_add, &QAbstractButton::clicked, this, &PeoplePage::addRequested);
    connect(m_own, &NewPinForm::left, this, &PeoplePage::arrive);
    connect(m_give, &GivePinForm::left, this, &PeoplePage::arrive);
    connect(m_own, &NewPinForm::chosen, this, [this](const QString &secret, const QString &pin) {
        whenDone(m_service.setPin(m_desk.principal().person, secret, pin), this, [this](const Result<void> &set) {
            if (!set)
                return m_own->setProblem(m_desk.sentence(set.error()));
            m_desk.notices().say(tr("You sign in with the new PIN now."));
            arrive();
        });
    });
}

void PeoplePage::clearRows()
{
    for (const Row &each : m_rows) {
        each.box->hide();
        each.box->deleteLater();
    }
    m_rows.clear();
}

void PeoplePage::closeForms()
{
    m_own->hide();
    m_give->hide();
}

void PeoplePage::arrive()
{
    closeForms();
    const auto members = TeamService(m_desk.session(), m_desk.door()).members();
    if (!members)
        return m_desk.notices().fail(members.error()); // what is shown stays
    clearRows();
    for (const TeamMember &member : *members) {
        if (member.active && (manages() || member.person == m_desk.principal().person))
            addRow(member);
    }
    if (!m_rows.empty())
        m_rows.front().button->setFocus(Qt::OtherFocusReason);
}

void PeoplePage::addRow(const TeamMember &member)
{
    const bool own = member.person == m_desk.principal().person;
    const access::Role role = member.role;
    auto *box = new QWidget(m_list);
    auto *line = row(box, 12);
    auto *words = column(nullptr, 0);
    auto *name = new Label(TextStyle::BodyStrong, Role::Text, isolated(member.name), box);
    name->setElided(true);
    words->addWidget(name);
    words->addWidget(new Label(TextStyle::Caption, Role::Muted, jobText(role, member.job), box));
    line->addLayout(words, 1);
    auto *button = new PlainButton(own ? tr("Change your PIN…") : tr("New PIN…"), box);
    button->setAccessibleName(own ? tr("Change your PIN") : tr("New PIN for %1").arg(isolated(member.name)));
    button->setEnabled(own || access::mayAssignRole(m_desk.principal().role, role));
    auto *practise = new FlatButton(tr("Practise"), box);
    practise->setAccessibleName(tr("%1 practises on a copy of the shop").arg(isolated(member.name)));
    practise->setToolTip(tr("On a copy: nothing of it is kept, no number is used up, nobody is written to"));
    practise->setHidden(isPractising());
    line->addWidget(practise);
    line->addWidget(button);
    connect(practise, &QAbstractButton::clicked, this,
            [this, member] { Q_EMIT practiceRequested(member.person, member.name); });
    connect(button, &QAbstractButton::clicked, this, [this, own, member] { own ? changeOwn() : give(member); });
    m_list->layout()->addWidget(box);
    box->show(); // the page stands there already, and the next key is for it
    if (!m_rows.empty())
        setTabOrder(m_rows.back().button, practise);
    setTabOrder(practise, button);
    m_rows.push_back({box, button, practise});
}

void PeoplePage::changeOwn()
{
    closeForms();
    m_own->begin({}, NewPinForm::Secret::Asked, tr("Cancel"));
    m_own->show();
    m_own->focusFirst();
}

void PeoplePage::give(const TeamMember &member)
{
    closeForms();
    m_give->show();
    m_give->begin(member);
}

bool PeoplePage::stepBack()
{
    if (m_own->isHidden() && m_give->isHidden())
        return false;
    arrive();
    return true;
}

} // namespace thimblely::ui
