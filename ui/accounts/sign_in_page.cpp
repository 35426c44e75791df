// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/sign_in_page.h"

#include "core/messages/error_sentences.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 360;

} // namespace

SignInPage::SignInPage(const QString &path, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_service(std::make_unique<SignInService>(path, clock))
{
    build();
    m_countDown.setInterval(1000);
    connect(&m_countDown, &QTimer::timeout, this, &SignInPage::countDown);
}

void SignInPage::build()
{
    auto *rows = column(nullptr, 16);
    setLayout(rows);
    rows->addStretch(2);
    rows->addWidget(new Label(TextStyle::Total, Role::Text, tr("Who is it?"), this), 0, Qt::AlignHCenter);
    m_faceRow = row(nullptr, 12);
    rows->addLayout(m_faceRow);
    rows->addSpacing(8);

    auto *form = new QWidget(this);
    form->setFixedWidth(Theme::instance().px(formWidth));
    auto *fields = column(nullptr, 12);
    fields->setContentsMargins(0, 0, 0, 0);
    form->setLayout(fields);
    m_secret = new FieldEdit(tr("PIN"), form);
    m_secret->edit()->setEchoMode(QLineEdit::Password);
    m_enter = new PrimaryButton(tr("Sign in"), form);
    m_enter->setCaption(tr("Enter"));
    m_other = new FlatButton(tr("Use the password"), form);
    fields->addWidget(m_secret);
    fields->addWidget(m_enter);
    fields->addWidget(m_other);
    rows->addWidget(form, 0, Qt::AlignHCenter);
    rows->addStretch(3);

    connect(m_secret->edit(), &QLineEdit::returnPressed, this, &SignInPage::attempt);
    connect(m_enter, &QAbstractButton::clicked, this, &SignInPage::attempt);
    connect(m_other, &QAbstractButton::clicked, this, [this] { usePassword(!m_withPassword); });
}

Result<void> SignInPage::showFaces(const std::optional<PersonId> &chosen)
{
    TRY_ASSIGN(const std::vector<Face> faces, m_service->faces());
    for (FaceButton *face : m_faces)
        face->deleteLater();
    m_faces.clear();
    while (QLayoutItem *item = m_faceRow->takeAt(0))
        delete item;
    m_faceRow->addStretch(1);
    for (const Face &face : faces) {
        auto *button = new FaceButton(face, this);
        connect(button, &QAbstractButton::clicked, this, [this, face] { choose(face); });
        m_faceRow->addWidget(button);
        m_faces.push_back(button);
    }
    m_faceRow->addStretch(1);
    const auto wanted = std::find_if(m_faces.begin(), m_faces.end(), [&](const FaceButton *button) {
        return chosen && button->face().person == *chosen;
    });
    FaceButton *first = wanted != m_faces.end() ? *wanted : m_faces.empty() ? nullptr : m_faces.front();
    if (first) {
        first->setChecked(true);
        choose(first->face());
    }
    return {};
}

void SignInPage::choose(const Face &face)
{
    m_chosen = face;
    m_other->setVisible(face.hasPin && !face.login.isEmpty());
    usePassword(!face.hasPin);
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
    auto future = m_withPassword ? m_service->withPassword(m_chosen->login, secret)
                                 : m_service->withPin(m_chosen->person, m_chosen->workspace, secret);
    future.then(this, [this, name](const Result<access::Principal> &result) { answer(result, name); });
}

void SignInPage::answer(const Result<access::Principal> &result, const QString &name)
{
    m_enter->setText(tr("Sign in"));
    m_enter->setEnabled(true);
    m_secret->setText({});
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

void SignInPage::countDown()
{
    if (m_waitSeconds <= 0) {
        m_countDown.stop();
        m_enter->setEnabled(true);
        m_secret->clearError();
        return;
    }
    m_enter->setEnabled(false);
    m_secret->setError(tr("Too many wrong tries. Wait %n second(s).", nullptr, int(m_waitSeconds)));
    --m_waitSeconds;
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Role::Window));
    paintIcon(&painter, "i-logo", QRect(24, 16, 32, 32), Theme::instance().color(Role::Text), 24);
}

} // namespace thimblely::ui
