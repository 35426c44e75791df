// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/add_person_page.h"

#include "core/accounts/sign_in_service.h"
#include "core/messages/error_sentences.h"
#include "ui/accounts/namesake_words.h"
#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;

} // namespace

AddPersonPage::AddPersonPage(Desk &desk, QWidget *parent)
    : FormPage(desk, formWidth, tr("Add a person"), FormArea::Stands::InTheMiddle, parent)
{
    build();
    for (FieldEdit *field : {m_name, m_pin})
        connect(field->edit(), &QLineEdit::returnPressed, this, &AddPersonPage::add);
    connect(m_name->edit(), &QLineEdit::textChanged, this, &AddPersonPage::sayTaken);
    connect(primary(), &QAbstractButton::clicked, this, &AddPersonPage::add);
    connect(m_show, &QAbstractButton::toggled, this,
            [this](bool on) { m_pin->edit()->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password); });
}

void AddPersonPage::build()
{
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            tr("They are on the sign-in screen at once, and come in with the PIN."), form());
    words->setWordWrap(true);
    rows()->addWidget(words);
    m_name = new FieldEdit(tr("Name"), form());
    rows()->addWidget(m_name);

    m_job = new Segmented(tr("Job"), form());
    const std::pair<QString, Choice> jobs[] = {
        {tr("Counter"), {access::Role::Member, access::Job::Counter}},
        {tr("Cutter"), {access::Role::Member, access::Job::Cutter}},
        {tr("Stitcher"), {access::Role::Member, access::Job::Stitcher}},
        {tr("Finisher"), {access::Role::Member, access::Job::Finisher}},
        {tr("Manager"), {access::Role::Admin, access::Job::None}},
    };
    for (const auto &[word, choice] : jobs) {
        if (!access::mayAssignRole(desk().principal().role, choice.role))
            continue;
        m_job->addSegment(word);
        m_choices.push_back(choice);
    }
    auto *job = column(nullptr, 8);
    job->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Job"), form()));
    job->addWidget(m_job);
    rows()->addLayout(job);

    m_pin = new FieldEdit(tr("PIN"), form());
    m_pin->setHint(m_rule.hint);
    m_pin->edit()->setEchoMode(QLineEdit::Password);
    m_pin->edit()->setInputMethodHints(Qt::ImhDigitsOnly);
    rows()->addWidget(m_pin);
    m_missing = new Label(TextStyle::Body, Role::Text, {}, form());
    m_missing->setWordWrap(true);
    m_missing->hide();
    rows()->addWidget(m_missing);

    m_show = new FlatButton(tr("Show the PIN"), form());
    m_show->setCheckable(true);
    auto *people = new FlatButton(tr("People and PINs…"), form());
    connect(people, &QAbstractButton::clicked, this, &AddPersonPage::peopleRequested);
    auto *buttons = addFoot(tr("Add"), tr("Enter"));
    buttons->insertWidget(0, people);
    buttons->insertWidget(1, m_show);
}

NewPerson AddPersonPage::input() const
{
    const Choice &choice = m_choices.at(size_t(m_job->currentIndex()));
    return {m_name->text().simplified(), choice.role, choice.job, m_pin->text()};
}

//! While it is typed: two of one name could not be told apart at the faces.
void AddPersonPage::sayTaken()
{
    m_name->setError(takenNameSentence(m_name->text(), m_team, desk()));
}

bool AddPersonPage::showErrors(const NewPerson &person)
{
    m_name->clearError();
    m_pin->clearError();
    clearProblem();
    FieldEdit *first = nullptr;
    const auto pin = validatePin(person.pin, m_rule.shortest);
    if (!pin) {
        m_pin->setError(messages::sentenceFor(pin.error()));
        first = m_pin;
    }
    if (person.name.isEmpty()) {
        m_name->setError(messages::sentenceFor({ErrorKind::Invalid, "team.no_name", {}, {}}));
        first = m_name;
    } else if (sayTaken(); m_name->hasError()) {
        first = m_name;
    }
    if (first)
        first->edit()->setFocus(Qt::OtherFocusReason);
    return first != nullptr;
}

void AddPersonPage::add()
{
    if (isBusy() || m_choices.empty())
        return;
    const NewPerson person = input();
    if (showErrors(person))
        return;
    write([this, person] { return TeamService(desk().session(), desk().door()).add(person); },
          [this](const PersonId &id) {
              clear();
              Q_EMIT added(id);
              if (isVisible()) // the person may be elsewhere by now
                  Q_EMIT desk().navigation().backRequested();
          });
}

void AddPersonPage::setBusy(bool busy)
{
    FormPage::setBusy(busy);
    primary()->setText(busy ? tr("Adding…") : tr("Add"));
}

void AddPersonPage::clear()
{
    m_name->setText({});
    m_pin->setText({});
    m_job->setCurrentIndex(0);
    m_show->setChecked(false);
}

void AddPersonPage::arrive()
{
    whenPinRuleIsKnown(this, [this](const PinRule &rule) {
        m_rule = rule;
        m_pin->setHint(rule.hint);
        m_missing->setText(rule.missing);
        m_missing->setVisible(!rule.missing.isEmpty());
    });
    auto team = TeamService(desk().session(), desk().door()).members();
    if (team)
        m_team = std::move(*team); // else it is looked at when they are added
    if (!isTyping())
        beginTyping();
    sayTaken();
    m_show->setChecked(false); // whoever stands here now need not read it
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

bool AddPersonPage::handle(ActionId action)
{
    if (action != ActionId::Save)
        return false;
    add();
    return true;
}

} // namespace thimblely::ui
