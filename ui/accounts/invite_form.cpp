// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/invite_form.h"

#include "core/access/member_rules.h"
#include "core/accounts/member_service.h"
#include "ui/accounts/rights_words.h"
#include "ui/accounts/square_code_view.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <array>
#include <memory>

namespace thimblely::ui {

namespace {

constexpr std::array lifetimes = {1, 7, 30}; // days
constexpr int usualLifetime = 1;             // of them

} // namespace

InviteForm::InviteForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Invite somebody"), tr("Make the invitation"), parent), m_asking(new QWidget(body())),
      m_job(new Segmented(tr("Job"), m_asking)), m_whom(new FieldEdit(tr("Whom it is for"), m_asking)),
      m_days(new Segmented(tr("How long it holds"), m_asking)), m_shown(new QWidget(body())),
      m_code(new Label(TextStyle::Total, Role::Text, {}, m_shown)), m_square(new SquareCodeView(m_shown)),
      m_until(new Label(TextStyle::Body, Role::Muted, {}, m_shown)),
      m_kept(new Label(TextStyle::Body, Role::Ready, {}, m_shown))
{
    buildChoice();
    buildMade();
    rows()->addWidget(m_asking);
    rows()->addWidget(m_shown);
    rows()->addStretch(1);
}

void InviteForm::buildChoice()
{
    const Choice choices[] = {{access::Role::Member, QStringLiteral("counter")},
                              {access::Role::Member, QStringLiteral("cutter")},
                              {access::Role::Member, QStringLiteral("stitcher")},
                              {access::Role::Member, QStringLiteral("finisher")},
                              {access::Role::Admin, {}},
                              {access::Role::Viewer, {}}};
    const access::Principal &own = desk().principal();
    for (const Choice &choice : choices) {
        const auto given = access::capabilitiesOf(choice.role, access::jobFromTitle(choice.jobTitle));
        if (!access::mayAssignRole(own.role, choice.role) || access::beyond(own.capabilities, given))
            continue;
        m_job->addSegment(workWords(choice.role, choice.jobTitle));
        m_choices.push_back(choice);
    }
    for (const int days : lifetimes)
        m_days->addSegment(days == 1 ? tr("1 day") : tr("%n days", nullptr, days));
    m_whom->setHint(tr("a note for you; nothing is sent"));
    auto *asking = column(m_asking, 12);
    asking->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Job"), m_asking));
    asking->addWidget(m_job);
    asking->addWidget(m_whom);
    asking->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("How long it holds"), m_asking));
    asking->addWidget(m_days);
    endWith(m_whom);
}

void InviteForm::buildMade()
{
    auto *words = new Label(TextStyle::Body, Role::Text,
                            tr("They choose “I have an invitation” where one signs in to this shop, and type this code"
                               " or open the file. It lets one person in, once. It is shown only now."),
                            m_shown);
    auto *buttons = new QWidget(m_shown);
    auto *flow = new FlowLayout(8, 8, buttons);
    Button *copy = m_copy = new PlainButton(tr("Copy the code"), buttons);
    Button *print = new PlainButton(tr("Print"), buttons);
    print->setIconName("i-print");
    Button *file = new PlainButton(tr("Save as a file…"), buttons);
    for (Button *button : {copy, print, file})
        flow->addWidget(button);
    auto *shown = column(m_shown, 12);
    for (Label *label : {words, m_code, m_until, m_kept}) {
        label->setWordWrap(true);
        shown->addWidget(label);
    }
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    shown->insertWidget(2, m_square);
    shown->insertWidget(4, buttons);
    connect(copy, &QAbstractButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_made->code);
        m_kept->setText(tr("✔ Copied."));
        m_kept->show();
    });
    connect(print, &QAbstractButton::clicked, this, &InviteForm::print);
    connect(file, &QAbstractButton::clicked, this, &InviteForm::saveFile);
}

void InviteForm::begin()
{
    clearProblem();
    m_made.reset();
    m_shown->hide();
    m_asking->show();
    primary()->show();
    setWords(tr("For somebody who chooses their name and PIN themselves, when you are not there."));
    m_job->setCurrentIndex(0);
    m_days->setCurrentIndex(usualLifetime);
    m_whom->setText({});
    beginTyping({}, tr("Invite somebody"));
}

void InviteForm::focusFirst()
{
    m_whom->edit()->setFocus(Qt::OtherFocusReason);
}

void InviteForm::submit()
{
    if (isBusy() || m_made || m_choices.empty())
        return;
    const Choice &choice = m_choices.at(size_t(m_job->currentIndex()));
    const NewInvitation invitation{choice.role, choice.jobTitle, m_whom->text().trimmed(),
                                   lifetimes[size_t(m_days->currentIndex())]};
    m_madeFor = invitation.email;
    m_madeWork = workWords(choice.role, choice.jobTitle);
    write([this, invitation] { return InvitationService(desk().session(), desk().door()).make(invitation); },
          [this](const MadeInvitation &made) { showMade(made); });
}

void InviteForm::showMade(const MadeInvitation &made)
{
    m_made = made;
    m_asking->hide();
    primary()->hide();
    setWords({});
    m_code->setText(made.code);
    m_code->setAccessibleName(tr("The code of the invitation: %1").arg(made.code));
    m_square->showCode(made.code, tr("The same code, to be scanned"));
    m_until->setText(
        tr("It holds until %1.").arg(wholeDayText(desk().calendar().dayOf(made.expiresAt), desk().locale())));
    m_kept->hide();
    m_shown->show();
    m_copy->setFocus(Qt::OtherFocusReason);
}

void InviteForm::print()
{
    if (!m_made)
        return;
    const auto own = MemberService(desk().session(), desk().door()).own();
    if (!own)
        return setProblem(own.error());
    const Date until = desk().calendar().dayOf(m_made->expiresAt);
    if (OrderPapers(desk()).printInvitation({{}, m_made->code, m_madeFor, m_madeWork, own->terms.name, until})) {
        m_kept->setRole(Role::Ready);
        m_kept->setText(tr("✔ Sent to the printer."));
        m_kept->show();
    }
}

void InviteForm::saveFile()
{
    auto *dialog = new FileDialog(window(), tr("Save the invitation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("thimblely-invitation"));
    dialog->selectFile(tr("Invitation") + QStringLiteral(".thimblely-invitation"));
    connect(dialog, &QFileDialog::fileSelected, this, &InviteForm::writeFile);
    dialog->open();
}

//! Beside the window: a stick may take its time.
void InviteForm::writeFile(const QString &path)
{
    if (!m_made)
        return;
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    whenDone(promise->future(), this, [this](bool kept) {
        m_kept->setRole(kept ? Role::Ready : Role::Late);
        m_kept->setText(kept ? tr("✔ Kept as a file. Whoever has it can come in: give it to nobody else.")
                             : tr("▲ The file could not be written there. Choose another place."));
        m_kept->show();
    });
    QThreadPool::globalInstance()->start([promise, path, paper = m_made->file] {
        QSaveFile file(path);
        promise->addResult(file.open(QIODevice::WriteOnly) && file.write(paper) == paper.size() && file.commit());
        promise->finish();
    });
}

} // namespace thimblely::ui
