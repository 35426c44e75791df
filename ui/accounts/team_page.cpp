// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/team_page.h"

#include "core/base/practice_mode.h"
#include "ui/accounts/give_pin_form.h"
#include "ui/accounts/invitation_card.h"
#include "ui/accounts/invite_form.h"
#include "ui/accounts/member_form.h"
#include "ui/accounts/member_view.h"
#include "ui/accounts/namesake_words.h"
#include "ui/accounts/new_pin_form.h"
#include "ui/accounts/remove_form.h"
#include "ui/accounts/residency_form.h"
#include "ui/accounts/team_model.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int listWidth = 320;
constexpr int listNarrow = 220;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int formWidth = 620;
constexpr int cardWidth = 820;

} // namespace

TeamPage::TeamPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_service(desk.session().path(), desk.clock()), m_model(new TeamModel(desk, this)),
      m_side(new Pane(Role::Window, Pane::Edge::Trailing, this))
{
    buildList();
    auto *right = new Pane(Role::Surface, Pane::Edge::None, this);
    m_stack = new QStackedLayout(right);
    buildForms(right);
    auto *sides = row(this, 0);
    sides->addWidget(m_side);
    sides->addWidget(right, 1);
    m_side->setVisible(manages());
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &TeamPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &TeamPage::layOut);
    layOut();
}

bool TeamPage::manages() const
{
    return m_desk.principal().can(access::Capability::TeamManage);
}

QString TeamPage::title() const
{
    return manages() ? tr("Team") : tr("What you may do");
}

void TeamPage::buildList()
{
    m_head = new SectionHead(tr("Team"), m_side, SectionHead::Level::Pane);
    Button *add = new FlatButton(tr("Add a person…"), m_side);
    add->setIconName("i-plus");
    Button *invite = new FlatButton(tr("Invite…"), m_side);
    invite->setIconName("i-msg");
    invite->setHidden(isPractising()); // what is made in a copy lets nobody in
    Button *left = new FlatButton(tr("Who left"), m_side);
    left->setCheckable(true);
    m_view = new ListView(tr("Team"), Role::Window, m_side);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ListRowDelegate(m_view));
    auto *rows = column(m_side, 0);
    auto *head = column(nullptr, 0, {16, 0, 12, 0});
    head->addWidget(m_head);
    auto *buttons = new QWidget(m_side);
    auto *flow = new FlowLayout(4, 0, buttons);
    for (Button *button : {add, invite, left}) {
        button->setParent(buttons);
        flow->addWidget(button);
    }
    head->addWidget(buttons);
    rows->addLayout(head);
    rows->addWidget(m_view, 1);
    connect(add, &QAbstractButton::clicked, this, &TeamPage::addRequested);
    connect(left, &QAbstractButton::toggled, this, &TeamPage::showLeft);
    connect(invite, &QAbstractButton::clicked, this, [this] {
        m_invite->begin();
        showForm(m_invite);
        m_invite->focusFirst();
    });
    connect(m_view, &ListView::activated, this, [this] { m_card->focusFirst(); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (now.isValid())
            goTo(now.row());
    });
}

QWidget *TeamPage::scrolled(QWidget *content, QWidget *parent) const
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *body = new QWidget;
    content->setParent(body);
    content->setMaximumWidth(Theme::instance().px(cardWidth));
    auto *start = row(body, 0);
    start->addWidget(content, 100);
    start->addStretch(1);
    scroll->setWidget(body);
    body->setAutoFillBackground(false); // which the scroll area has just turned on
    return scroll;
}

void TeamPage::buildForms(QWidget *right)
{
    m_card = new MemberView(m_desk, right);
    m_invitation = new InvitationCard(m_desk, right);
    m_cardPlace = scrolled(m_card, right);
    m_invitationPlace = scrolled(m_invitation, right);
    m_form = new MemberForm(m_desk, right);
    m_remove = new RemoveForm(m_desk, right);
    m_residency = new ResidencyForm(m_desk, right);
    m_invite = new InviteForm(m_desk, right);
    auto *own = new FormArea(formWidth, tr("Your PIN"), FormArea::Stands::AtTheTop, right);
    m_own = new NewPinForm(own->form());
    own->rows()->addWidget(m_own);
    auto *give = new FormArea(formWidth, tr("A forgotten PIN"), FormArea::Stands::AtTheTop, right);
    m_give = new GivePinForm(m_desk, give->form());
    give->rows()->addWidget(m_give);
    m_ownPlace = own;
    m_givePlace = give;
    for (QWidget *each :
         {m_cardPlace, m_invitationPlace, static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_remove),
          static_cast<QWidget *>(m_invite), static_cast<QWidget *>(m_residency), m_ownPlace, m_givePlace})
        m_stack->addWidget(each);
    for (EntryForm *form : {static_cast<EntryForm *>(m_form), static_cast<EntryForm *>(m_remove),
                            static_cast<EntryForm *>(m_invite), static_cast<EntryForm *>(m_residency)})
        connect(form, &EntryForm::left, this, &TeamPage::closeForm);
    connect(m_own, &NewPinForm::left, this, &TeamPage::closeForm);
    connect(m_own, &NewPinForm::chosen, this, &TeamPage::keepOwnPin);
    connect(m_give, &GivePinForm::left, this, &TeamPage::closeForm);
    connect(m_card, &MemberView::changeRequested, this, &TeamPage::change);
    connect(m_card, &MemberView::pinRequested, this, &TeamPage::askPin);
    connect(m_card, &MemberView::removeRequested, this, &TeamPage::remove);
    connect(m_card, &MemberView::residencyRequested, this, [this] {
        m_residency->begin();
        showForm(m_residency);
        m_residency->focusFirst();
    });
    connect(m_card, &MemberView::practiceRequested, this,
            [this] { Q_EMIT practiceRequested(m_card->card()->person, m_card->card()->terms.name); });
    connect(m_card, &MemberView::accessRequested, this, [this] {
        m_desk.when(MemberService(m_desk.session(), m_desk.door()).giveWorkspaceAccess(m_card->card()->id), this,
                    [] {});
    });
    connect(m_card, &MemberView::suspendRequested, this, [this] {
        m_desk.when(MemberService(m_desk.session(), m_desk.door()).suspend(m_card->card()->id), this, [] {});
    });
    connect(m_card, &MemberView::bringBackRequested, this, [this] {
        m_desk.when(MemberService(m_desk.session(), m_desk.door()).bringBack(m_card->card()->id), this, [] {});
    });
}

void TeamPage::layOut()
{
    const Theme &theme = Theme::instance();
    m_side->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? listNarrow : listWidth));
    for (QWidget *card : {static_cast<QWidget *>(m_card), static_cast<QWidget *>(m_invitation)})
        card->setMaximumWidth(theme.px(cardWidth));
}

void TeamPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOut();
}

void TeamPage::prepare()
{
    reload();
}

void TeamPage::reload()
{
    if (!manages())
        return showCard(m_desk.principal().member);
    m_model->reload();
    m_head->setRemark(m_desk.locale().toString(qlonglong(m_model->members().size())));
    if (!m_view->currentIndex().isValid()) {
        const int own = m_model->rowOf(RowId(m_desk.principal().member.bytes()));
        m_view->setCurrentIndex(m_model->index(std::max(0, own)));
    }
}

void TeamPage::follow(const changes::ChangeSet &changes)
{
    if (!changes.touches(storage::Table::WorkspaceMembers) && !changes.touches(storage::Table::WorkspaceInvitations) &&
        !changes.touches(storage::Table::Profiles))
        return;
    reload();
    // What is typed into a form stays; the card behind it is read anew when it comes back.
    if (m_stack->currentWidget() == m_cardPlace || m_stack->currentWidget() == m_invitationPlace)
        closeForm();
}

void TeamPage::arrive()
{
    reload();
    if (m_stack->currentWidget() != m_cardPlace && m_stack->currentWidget() != m_invitationPlace)
        return; // a form that was left half-done stands there
    if (manages())
        m_view->setFocus(Qt::OtherFocusReason);
    else
        m_card->focusFirst();
}

void TeamPage::showMember(MemberId member)
{
    reload();
    const int row = m_model->rowOf(RowId(member.bytes()));
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row));
}

//! A form that stood there keeps what was typed for the next time.
void TeamPage::goTo(int row)
{
    if (EntryForm *form = openForm())
        form->leave();
    if (const TeamMember *member = m_model->member(row)) {
        showCard(member->id);
    } else if (const OpenInvitation *invitation = m_model->invitation(row)) {
        m_invitation->showInvitation(*invitation);
        showForm(m_invitationPlace);
    }
}

void TeamPage::showCard(MemberId member)
{
    const auto card = MemberService(m_desk.session(), m_desk.door()).card(member);
    if (!card)
        return m_desk.notices().fail(card.error()); // what is shown stays
    m_card->showCard(*card, namesakeSentence(*card, m_model->members(), m_desk));
    showForm(m_cardPlace);
}

void TeamPage::showForm(QWidget *form)
{
    m_stack->setCurrentWidget(form);
}

EntryForm *TeamPage::openForm() const
{
    return qobject_cast<EntryForm *>(m_stack->currentWidget());
}

void TeamPage::closeForm()
{
    const QModelIndex now = m_view->currentIndex();
    if (manages() && now.isValid()) {
        m_stack->setCurrentWidget(m_cardPlace); // first: a form that is left is left once
        goTo(now.row());
    } else {
        showCard(m_desk.principal().member);
    }
    if (isVisible())
        manages() ? m_view->setFocus(Qt::OtherFocusReason) : m_card->focusFirst();
}

void TeamPage::change()
{
    m_form->begin(*m_card->card());
    showForm(m_form);
    m_form->focusFirst();
}

void TeamPage::remove()
{
    m_remove->begin(*m_card->card(), m_model->members());
    showForm(m_remove);
    m_remove->focusFirst();
}

//! Those who left stand in the list only while somebody looks for them; of who goes from it the next one is shown.
void TeamPage::showLeft(bool shows)
{
    m_model->setShowsLeft(shows);
    if (!m_view->currentIndex().isValid())
        reload();
}

void TeamPage::askPin()
{
    const MemberCard &card = *m_card->card();
    if (card.person == m_desk.principal().person) {
        m_own->begin({}, NewPinForm::Secret::Asked, tr("Cancel"));
        showForm(m_ownPlace);
        return m_own->focusFirst();
    }
    const auto member = std::ranges::find(m_model->members(), card.id, &TeamMember::id);
    if (member == m_model->members().end())
        return;
    showForm(m_givePlace);
    m_give->begin(*member);
}

void TeamPage::keepOwnPin(const QString &secret, const QString &pin)
{
    whenDone(m_service.setPin(m_desk.principal().person, secret, pin), this, [this](const Result<void> &set) {
        if (!set)
            return m_own->setProblem(m_desk.sentence(set.error()));
        m_desk.notices().say(tr("You sign in with the new PIN now."));
        closeForm();
    });
}

bool TeamPage::stepBack()
{
    if (EntryForm *form = openForm()) {
        form->leave();
        return true;
    }
    if (m_stack->currentWidget() == m_ownPlace || m_stack->currentWidget() == m_givePlace) {
        closeForm();
        return true;
    }
    if (manages() && m_card->isAncestorOf(focusWidget())) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool TeamPage::handle(ActionId id)
{
    EntryForm *form = openForm();
    if (!form || (id != ActionId::Save && id != ActionId::Pay))
        return false;
    form->submit();
    return true;
}

} // namespace thimblely::ui
