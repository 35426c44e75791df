// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/join_page.h"

#include "core/base/namesakes.h"
#include "core/messages/error_sentences.h"
#include "ui/accounts/face_button.h"
#include "ui/accounts/rights_words.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/file_dialog.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/when_done.h"

#include <QComboBox>
#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <memory>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 520;
constexpr qint64 longestFile = 64 * 1024; // an invitation is far shorter; readInvitation() says so

} // namespace

JoinPage::JoinPage(const QString &path, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_service(path, clock), m_signIn(path, clock)
{
    build();
    whenPinRuleIsKnown(this, [this](const PinRule &rule) {
        m_rule = rule;
        m_pin->setHint(rule.hint);
        m_missing->setText(rule.missing);
        showWho();
    });
}

void JoinPage::build()
{
    auto *area = new FormArea(formWidth, tr("You were invited"), FormArea::Stands::InTheMiddle, this);
    QWidget *form = area->form();
    m_asking = new QWidget(form);
    m_offer = new QWidget(form);
    buildAsking();
    buildOffer();
    m_offer->hide();
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *leave = new FlatButton(tr("Back"), form);
    leave->setCaption(tr("Esc"));
    m_go = new PrimaryButton(tr("Go on"), form);
    m_go->setCaption(tr("Enter"));
    for (QWidget *each : {m_asking, m_offer, static_cast<QWidget *>(m_problem)})
        area->rows()->addWidget(each);
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    buttons->addWidget(m_go);
    area->rows()->addLayout(buttons);
    column(this, 0)->addWidget(area);
    connect(m_go, &QAbstractButton::clicked, this, &JoinPage::submit);
    connect(leave, &QAbstractButton::clicked, this, &JoinPage::leaveRequested);
    for (FieldEdit *field : {m_code, m_name, m_pin, m_secret}) {
        connect(field->edit(), &QLineEdit::returnPressed, this, &JoinPage::submit);
        connect(field, &FieldEdit::edited, m_problem, &QWidget::hide);
    }
}

void JoinPage::buildAsking()
{
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            tr("Type the code you were given, or open the file of the invitation. Both work without"
                               " a network, where the shop’s file is."),
                            m_asking);
    words->setWordWrap(true);
    m_code = new FieldEdit(tr("The code"), m_asking);
    m_code->setHint(tr("hyphens and case do not matter"));
    auto *file = new PlainButton(tr("Open its file…"), m_asking);
    auto *rows = column(m_asking, 12);
    rows->addWidget(words);
    rows->addWidget(m_code);
    auto *line = row(nullptr, 0);
    line->addWidget(file);
    line->addStretch(1);
    rows->addLayout(line);
    connect(file, &QAbstractButton::clicked, this, &JoinPage::openFile);
}

void JoinPage::buildOffer()
{
    m_promise = new Label(TextStyle::InputStrong, Role::Text, {}, m_offer);
    m_promise->setWordWrap(true);
    m_who = new Segmented(tr("Who you are"), m_offer);
    m_who->addSegment(tr("New here"));
    m_who->addSegment(tr("I sign in here already"));
    m_name = new FieldEdit(tr("Your name"), m_offer);
    m_pin = new FieldEdit(tr("A PIN that you choose"), m_offer);
    m_pin->setHint(m_rule.hint);
    m_missing = new Label(TextStyle::Body, Role::Text, {}, m_offer);
    m_missing->setWordWrap(true);
    m_person = new QComboBox(m_offer);
    m_person->setAccessibleName(tr("Your name"));
    m_person->setMinimumHeight(metric::Touch);
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_secret = new FieldEdit(tr("Your PIN or password"), m_offer);
    auto *rows = column(m_offer, 12);
    for (QWidget *each :
         {static_cast<QWidget *>(m_promise), static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_name),
          static_cast<QWidget *>(m_pin), static_cast<QWidget *>(m_missing), static_cast<QWidget *>(m_person),
          static_cast<QWidget *>(m_secret)})
        rows->addWidget(each);
    for (FieldEdit *field : {m_pin, m_secret})
        field->edit()->setEchoMode(QLineEdit::Password);
    m_pin->edit()->setInputMethodHints(Qt::ImhDigitsOnly);
    connect(m_who, &Segmented::currentIndexChanged, this, &JoinPage::showWho);
    connect(m_name->edit(), &QLineEdit::textChanged, this, &JoinPage::sayTaken);
}

void JoinPage::openFile()
{
    auto *dialog = new FileDialog(window(), tr("Open an invitation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Invitations (*.thimblely-invitation)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &JoinPage::readFile);
    dialog->open();
}

//! Beside the window: a stick may take its time.
void JoinPage::readFile(const QString &path)
{
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    whenDone(promise->future(), this, [this](const QByteArray &paper) { present(paper); });
    QThreadPool::globalInstance()->start([promise, path] {
        QFile file(path);
        promise->addResult(file.open(QIODevice::ReadOnly) ? file.read(longestFile) : QByteArray());
        promise->finish();
    });
}

void JoinPage::present(const QByteArray &paper)
{
    if (m_busy)
        return;
    m_problem->hide();
    setBusy(true);
    whenDone(m_service.look(paper), this, [this, paper](const Result<InvitationOffer> &offer) {
        setBusy(false);
        if (!offer) {
            m_code->edit()->selectAll(); // what is typed next takes its place
            return setProblem(offer.error());
        }
        m_paper = paper;
        showOffer(*offer);
    });
}

void JoinPage::look()
{
    if (m_code->text().trimmed().isEmpty())
        return m_code->edit()->setFocus(Qt::OtherFocusReason);
    present(m_code->text().toUtf8());
}

void JoinPage::showOffer(const InvitationOffer &offer)
{
    m_promise->setText(tr("%1 invites you to %2. There you will be: %3.")
                           .arg(isolated(offer.inviter), isolated(offer.shop), workWords(offer.role, offer.jobTitle)));
    m_shop = offer.workspace;
    m_asking->hide();
    m_offer->show();
    m_go->setText(tr("Join"));
    showWho();
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    whenDone(m_signIn.faces(), this, [this](const Result<std::vector<Face>> &faces) {
        if (faces)
            showPeople(*faces);
        else
            setProblem(faces.error());
    });
}

//! Each person once, in however many shops of the file they work.
void JoinPage::showPeople(const std::vector<Face> &faces)
{
    m_faces = faces;
    sayTaken();
    m_person->clear();
    m_people.clear();
    for (const Face &face : faces) {
        if (std::ranges::find(m_people, face.person) != m_people.end())
            continue;
        const bool alone = std::ranges::all_of(faces, [&face](const Face &other) {
            return other.person == face.person || !isSameName(other.name, face.name);
        });
        m_person->addItem(alone
                              ? isolated(face.name)
                              : tr("%1, %2", "a person, and their shop").arg(isolated(face.name), isolated(face.shop)));
        m_people.push_back(face.person);
    }
    m_who->setSegmentEnabled(1, !m_people.empty());
}

//! While it is typed: two of one name could not be told apart at the faces. It may also be themselves.
void JoinPage::sayTaken()
{
    const auto other = std::ranges::find_if(m_faces, [this](const Face &face) {
        return face.workspace == m_shop && isSameName(face.name, m_name->text());
    });
    m_name->setError(other == m_faces.end()
                         ? QString()
                         : tr("Somebody here is called %1 already: %2, %3. If that is you, choose “I sign in here"
                              " already”; else add what tells the two apart, such as a second name.")
                               .arg(isolated(other->name), jobText(other->role, other->job), sinceText(*other)));
}

void JoinPage::showWho()
{
    const bool isNew = m_who->currentIndex() != 1;
    for (QWidget *each : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_pin)})
        each->setVisible(isNew);
    m_missing->setVisible(isNew && !m_missing->text().isEmpty());
    m_person->setVisible(!isNew);
    m_secret->setVisible(!isNew);
}

void JoinPage::submit()
{
    if (m_busy)
        return;
    m_paper.isEmpty() ? look() : join();
}

void JoinPage::join()
{
    m_problem->hide();
    if (m_who->currentIndex() == 1) {
        const int line = m_person->currentIndex();
        if (line < 0 || m_secret->text().isEmpty())
            return m_secret->edit()->setFocus(Qt::OtherFocusReason);
        setBusy(true);
        return whenDone(m_service.joinAs(m_paper, m_people[size_t(line)], m_secret->text()), this,
                        [this](const Result<Joined> &result) { answer(result); });
    }
    if (m_name->text().simplified().isEmpty()) {
        m_name->setError(messages::sentenceFor({ErrorKind::Invalid, "team.no_name", {}, {}}));
        return m_name->edit()->setFocus(Qt::OtherFocusReason);
    }
    if (m_name->hasError())
        return m_name->edit()->setFocus(Qt::OtherFocusReason);
    if (m_pin->text().isEmpty() && !m_pin->edit()->hasFocus()) // Enter in the name goes on
        return m_pin->edit()->setFocus(Qt::OtherFocusReason);
    if (const auto valid = validatePin(m_pin->text(), m_rule.shortest); !valid) {
        m_pin->setError(messages::sentenceFor(valid.error()));
        m_pin->edit()->selectAll();
        return m_pin->edit()->setFocus(Qt::OtherFocusReason);
    }
    setBusy(true);
    whenDone(m_service.joinNew(m_paper, m_name->text(), m_pin->text()), this,
             [this](const Result<Joined> &result) { answer(result); });
}

void JoinPage::answer(const Result<Joined> &result)
{
    setBusy(false);
    m_secret->setText({});
    if (result)
        Q_EMIT joined(result->person, result->workspace);
    else
        setProblem(result.error());
}

void JoinPage::setProblem(const Error &error)
{
    m_problem->setText(QStringLiteral("▲ ") + messages::sentenceFor(error));
    m_problem->show();
}

//! A field that is switched off loses the keyboard: it has it again when it may be typed into.
void JoinPage::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        m_typedInto = focusWidget();
    for (QWidget *each : {m_asking, m_offer, static_cast<QWidget *>(m_go)})
        each->setEnabled(!busy);
    if (!busy && m_typedInto)
        m_typedInto->setFocus(Qt::OtherFocusReason);
    if (!busy)
        m_go->setText(m_paper.isEmpty() ? tr("Go on") : tr("Join"));
    else
        m_go->setText(tr("Checking…"));
}

void JoinPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_paper.isEmpty())
        m_code->edit()->setFocus(Qt::OtherFocusReason);
}

void JoinPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

void JoinPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
