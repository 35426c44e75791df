// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/sign_in_page.h"

#include "core/base/namesakes.h"
#include "core/base/practice_mode.h"
#include "core/messages/error_sentences.h"
#include "ui/accounts/new_pin_form.h"
#include "ui/accounts/provider_names.h"
#include "ui/accounts/provider_panel.h"
#include "ui/desk/isolated.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 360;
constexpr int faceGap = 12;
constexpr int faceMargin = 24;
const QByteArray google = "google"; // Apple brings its answer to a server only

} // namespace

SignInPage::SignInPage(const QString &path, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_service(std::make_unique<SignInService>(path, clock))
{
    build();
    m_countDown.setInterval(1000);
    connect(&m_countDown, &QTimer::timeout, this, &SignInPage::countDown);
}

void SignInPage::build()
{
    auto *scroll = new QScrollArea(this); // many people in a low window
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    column(this, 0)->addWidget(scroll);
    auto *content = new QWidget;
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    auto *rows = column(content, 16);
    rows->addStretch(2);
    rows->addWidget(new Label(TextStyle::Total, Role::Text, tr("Who is it?"), content), 0, Qt::AlignHCenter);
    m_faceGrid = new QGridLayout;
    m_faceGrid->setSpacing(faceGap);
    auto *faces = row(nullptr, 0);
    faces->addStretch(1);
    faces->addLayout(m_faceGrid);
    faces->addStretch(1);
    rows->addLayout(faces);
    m_why = new Label(TextStyle::Body, Role::Text, {}, content);
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignCenter);
    m_why->hide();
    rows->addWidget(m_why);
    rows->addSpacing(8);

    auto *form = m_form = new QWidget(content);
    form->setFixedWidth(Theme::instance().px(formWidth));
    auto *fields = column(nullptr, 12);
    fields->setContentsMargins(0, 0, 0, 0);
    form->setLayout(fields);
    m_secret = new FieldEdit(tr("PIN"), form);
    m_secret->edit()->setEchoMode(QLineEdit::Password);
    m_enter = new PrimaryButton(tr("Sign in"), form);
    m_enter->setCaption(tr("Enter"));
    m_other = new FlatButton(tr("Use the password"), form);
    m_other->hide(); // until somebody is chosen who has both
    fields->addWidget(m_secret);
    fields->addWidget(m_enter);
    fields->addWidget(m_other);
    m_lost = new FlatButton(tr("Password lost?"), form);
    fields->addWidget(m_lost);
    auto *invited = new FlatButton(tr("I have an invitation"), form);
    invited->setHidden(isPractising()); // in a copy it would be used up for nothing
    fields->addWidget(invited);
    connect(invited, &QAbstractButton::clicked, this, &SignInPage::joinRequested);
    m_provider = new FlatButton(tr("Sign in with %1").arg(providerName(google)), form);
    m_provider->hide(); // until it is known that somebody can
    fields->addWidget(m_provider);
    auto *middle = row(nullptr, 0); // not aligned in the column: that asks for the height its whole width would need
    middle->addStretch(1);
    middle->addWidget(form);
    m_newPin = new NewPinForm(content);
    m_newPin->setFixedWidth(Theme::instance().px(formWidth));
    m_newPin->hide();
    middle->addWidget(m_newPin);
    buildProvider(content);
    middle->addWidget(m_panel);
    middle->addStretch(1);
    rows->addLayout(middle);
    rows->addStretch(3);

    connect(m_secret->edit(), &QLineEdit::returnPressed, this, &SignInPage::attempt);
    connect(m_enter, &QAbstractButton::clicked, this, &SignInPage::attempt);
    connect(m_lost, &QAbstractButton::clicked, this,
            [this] { Q_EMIT recoverRequested(m_chosen ? m_chosen->login : QString()); });
    connect(m_other, &QAbstractButton::clicked, this, [this] { usePassword(!m_withPassword); });
}

void SignInPage::buildProvider(QWidget *content)
{
    m_panel = new ProviderPanel(m_clock, content);
    m_panel->setFixedWidth(Theme::instance().px(formWidth));
    m_panel->hide();
    connect(m_provider, &QAbstractButton::clicked, this, &SignInPage::askProvider);
    connect(m_panel, &ProviderPanel::identified, this, &SignInPage::takeIdentity);
    connect(m_panel, &ProviderPanel::left, this, [this] { leaveProvider({}); });
    connect(m_panel, &ProviderPanel::failed, this,
            [this](const Error &error) { leaveProvider(messages::sentenceFor(error)); });
}

//! Only where this build can ask, and somebody here has linked an account: nobody else is shown it.
void SignInPage::offerProvider()
{
    if (isPractising() || !providerFor(google))
        return;
    whenDone(m_service->linkedProviders(), this, [this](const Result<std::vector<QByteArray>> &linked) {
        m_provider->setVisible(linked && std::ranges::find(*linked, google) != linked->end());
    });
}

void SignInPage::askProvider()
{
    const auto provider = providerFor(google);
    if (!provider)
        return;
    for (FaceButton *face : m_faces)
        face->setEnabled(false);
    m_form->hide();
    m_panel->show();
    m_panel->begin(*provider);
    m_panel->focusFirst();
}

void SignInPage::takeIdentity(const VerifiedIdentity &identity)
{
    window()->activateWindow(); // the browser is in front
    const auto shop = m_chosen ? std::optional(m_chosen->workspace) : std::nullopt;
    whenDone(m_service->withIdentity(identity, shop), this, [this](const Result<ByIdentity> &in) {
        if (in)
            Q_EMIT signedIn(in->principal, in->name);
        else
            leaveProvider(messages::sentenceFor(in.error()));
    });
}

void SignInPage::leaveProvider(const QString &problem)
{
    m_panel->stop();
    m_panel->hide();
    for (FaceButton *face : m_faces)
        face->setEnabled(true);
    m_form->show();
    m_secret->setError(problem);
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_panel->isVisibleTo(this))
        leaveProvider({});
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::readFaces(const std::optional<PersonId> &chosen, const std::optional<WorkspaceId> &shop)
{
    whenDone(m_service->faces(), this, [this, chosen, shop](const Result<std::vector<Face>> &faces) {
        if (faces)
            showFaces(*faces, chosen, shop);
        else
            Q_EMIT failed(faces.error());
    });
}

void SignInPage::readFacesFor(const QString &login)
{
    whenDone(m_service->faces(), this, [this, login](const Result<std::vector<Face>> &faces) {
        if (!faces) {
            Q_EMIT failed(faces.error());
            return;
        }
        const auto whose = std::ranges::find_if(
            *faces, [&](const Face &face) { return face.login.compare(login.trimmed(), Qt::CaseInsensitive) == 0; });
        if (whose == faces->end())
            return showFaces(*faces);
        showFaces(*faces, whose->person, whose->workspace);
        usePassword(true);
    });
}

void SignInPage::showFaces(const std::vector<Face> &faces, const std::optional<PersonId> &chosen,
                           const std::optional<WorkspaceId> &shop)
{
    for (FaceButton *face : m_faces)
        face->deleteLater();
    m_faces.clear();
    if (faces.empty())
        Q_EMIT nobodyLeft();
    for (const Face &face : faces) {
        // Whoever works in several shops of the file stands there once for each, and somebody of that name in another
        // shop too: the shop's name tells them apart.
        const bool inSeveral = std::ranges::any_of(faces, [&face](const Face &other) {
            return other.workspace != face.workspace &&
                   (other.person == face.person || isSameName(other.name, face.name));
        });
        auto *button = new FaceButton(face, inSeveral, this);
        connect(button, &QAbstractButton::clicked, this, [this, face] { choose(face); });
        setTabOrder(m_faces.empty() ? m_lost : static_cast<QWidget *>(m_faces.back()), button);
        m_faces.push_back(button);
    }
    offerProvider();
    placeFaces();
    for (FaceButton *face : m_faces)
        face->show(); // the page may stand there already, and the next key is for them
    const auto wanted = std::find_if(m_faces.begin(), m_faces.end(), [&](const FaceButton *button) {
        return chosen && button->face().person == *chosen && (!shop || button->face().workspace == *shop);
    });
    FaceButton *first = wanted != m_faces.end() ? *wanted : m_faces.empty() ? nullptr : m_faces.front();
    if (first) {
        first->setChecked(true);
        choose(first->face());
    }
}

//! As many beside each other as there is room for.
void SignInPage::placeFaces()
{
    if (m_faces.empty())
        return;
    const int wide = m_faces.front()->sizeHint().width() + faceGap;
    const int columns = std::max(1, (width() - 2 * faceMargin + faceGap) / wide);
    for (size_t i = 0; i < m_faces.size(); ++i)
        m_faceGrid->addWidget(m_faces[i], int(i) / columns, int(i) % columns);
}

void SignInPage::choose(const Face &face)
{
    const QString typed = m_chosen ? QString() : m_secret->text(); // before anybody stood there: for who does first
    m_chosen = face;
    m_countDown.stop(); // whoever else stands there did not try too often
    m_enter->setEnabled(true);
    showWhySignedOut();
    m_other->setVisible(face.hasPin && !face.login.isEmpty());
    usePassword(!face.hasPin);
    m_secret->setText(typed);
}

void SignInPage::saySignedOut(PersonId person, const QString &name, SignedOut why)
{
    m_signedOut = person;
    const QString who = isolated(name);
    const auto words = [&]() -> QString {
        switch (why) {
        case SignedOut::Elsewhere:
            return tr("%1 was signed out here from another window. What was being typed is kept for them.").arg(who);
        case SignedOut::RanOut:
            return tr("%1 was signed out here, as nobody used this window for long. What was being typed is kept for"
                      " them.")
                .arg(who);
        case SignedOut::RightsChanged:
            return tr("What %1 may do was changed; it holds once they sign in again. What was being typed is kept for"
                      " them.")
                .arg(who);
        case SignedOut::ShopDeleted:
            return tr("The shop that %1 was in was deleted by its owner.").arg(who);
        case SignedOut::NoMember:
            return tr("%1 does not come in here now: suspended, or not in the team any more.").arg(who);
        }
        Q_UNREACHABLE();
    };
    m_why->setText(QStringLiteral("◆ ") + words());
    showWhySignedOut();
}

//! Nobody else's business; whose face is not there any more cannot be chosen, and finds it all the same.
void SignInPage::showWhySignedOut()
{
    const bool isThere =
        std::ranges::any_of(m_faces, [this](const FaceButton *face) { return face->face().person == m_signedOut; });
    m_why->setVisible(m_signedOut && (!isThere || (m_chosen && m_chosen->person == m_signedOut)));
}

void SignInPage::usePassword(bool password)
{
    m_withPassword = password;
    m_secret->setText({});
    m_secret->clearError();
    m_secret->setLabel(password ? tr("Password") : tr("PIN"));
    m_secret->edit()->setInputMethodHints(password ? Qt::ImhNone : Qt::ImhDigitsOnly);
    m_other->setText(password ? tr("Use the PIN") : tr("Use the password"));
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

void SignInPage::attempt()
{
    if (!m_chosen || !m_enter->isEnabled() || m_secret->text().isEmpty())
        return;
    m_secret->clearError();
    m_enter->setEnabled(false);
    m_enter->setText(tr("Checking…"));
    const QString name = m_chosen->name;
    const QString secret = m_secret->text();
    if (m_withPassword)
        whenDone(m_service->withPassword(m_chosen->login, secret, m_chosen->slug), this,
                 [this, name](const Result<access::Principal> &result) {
                     answer(result ? Result<SignedIn>(SignedIn{*result}) : result.error(), name, {});
                 });
    else
        whenDone(m_service->withPin(m_chosen->person, m_chosen->workspace, secret), this,
                 [this, name, secret](const Result<SignedIn> &result) { answer(result, name, secret); });
}

void SignInPage::answer(const Result<SignedIn> &result, const QString &name, const QString &secret)
{
    m_enter->setText(tr("Sign in"));
    m_enter->setEnabled(true);
    m_secret->setText({});
    if (result && result->pinNeed != PinNeed::None)
        return askNewPin(*result, name, secret);
    if (result) {
        Q_EMIT signedIn(*result, name);
        return;
    }
    m_secret->setError(messages::sentenceFor(result.error()));
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
    if (result.error().kind == ErrorKind::TryLater && !result.error().args.isEmpty()) {
        m_waitSeconds = result.error().args.first().toLongLong();
        m_countDown.start();
        countDown();
    }
}

//! The right PIN, and one that cannot stay: nobody else is chosen meanwhile.
void SignInPage::askNewPin(const SignedIn &person, const QString &name, const QString &secret)
{
    const bool given = person.pinNeed == PinNeed::Given;
    for (FaceButton *face : m_faces)
        face->setEnabled(false);
    m_form->hide();
    m_newPin->disconnect(this);
    connect(m_newPin, &NewPinForm::left, this, [this, person, name] { Q_EMIT signedIn(person, name); });
    connect(m_newPin, &NewPinForm::chosen, this, [this, person, name, secret](const QString &, const QString &pin) {
        whenDone(m_service->setPin(person.person, secret, pin), this, [this, person, name](const Result<void> &set) {
            if (set)
                Q_EMIT signedIn(person, name);
            else
                m_newPin->setProblem(messages::sentenceFor(set.error()));
        });
    });
    m_newPin->begin(given ? tr("This PIN was given to you, so somebody else knows it. Choose your own.")
                          : tr("Your PIN is too short for this computer. Choose a longer one."),
                    NewPinForm::Secret::KnownAlready, given ? QString() : tr("Not now"));
    m_newPin->show();
    m_newPin->focusFirst();
}

void SignInPage::countDown()
{
    if (m_waitSeconds <= 0) {
        m_countDown.stop();
        m_enter->setEnabled(true);
        m_secret->clearError();
        return;
    }
    m_enter->setEnabled(false);
    m_secret->setError(m_waitSeconds == 1 ? tr("Too many wrong tries. Wait 1 second.")
                                          : tr("Too many wrong tries. Wait %n seconds.", nullptr, int(m_waitSeconds)));
    --m_waitSeconds;
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

void SignInPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFaces();
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Role::Window));
    paintIcon(&painter, "i-logo", QRect(24, 16, 32, 32), Theme::instance().color(Role::Text), 24);
}

} // namespace thimblely::ui
