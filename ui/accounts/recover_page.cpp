// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/recover_page.h"

#include "core/messages/error_sentences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QKeyEvent>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 480;

} // namespace

RecoverPage::RecoverPage(const QString &path, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_service(path, clock)
{
    build();
}

void RecoverPage::build()
{
    auto *form = new QWidget(this);
    form->setFixedWidth(Theme::instance().px(formWidth));
    auto *rows = column(form, 12);
    rows->addWidget(new Label(TextStyle::Total, Role::Text, tr("Password lost"), form));
    m_words = new Label(TextStyle::Body, Role::Muted,
                        tr("A code of the recovery sheet gives you a new one. Each is good once. Without a sheet,"
                           " another owner or admin of the shop can help; the data is safe meanwhile."),
                        form);
    m_words->setWordWrap(true);
    rows->addWidget(m_words);
    m_login = new FieldEdit(tr("E-mail or sign-in name"), form);
    m_login->setHint(tr("empty: the shop’s owner"));
    m_code = new FieldEdit(tr("A code of the sheet"), form);
    m_code->setHint(tr("hyphens and case do not matter"));
    m_password = new FieldEdit(tr("New password, 8 characters or more"), form);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    for (FieldEdit *field : {m_login, m_code, m_password}) {
        rows->addWidget(field);
        connect(field->edit(), &QLineEdit::returnPressed, this, &RecoverPage::submit);
    }
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    auto *leave = new FlatButton(tr("Back"), form);
    leave->setCaption(tr("Esc"));
    m_set = new PrimaryButton(tr("Set the new password"), form);
    m_set->setCaption(tr("Enter"));
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    buttons->addWidget(m_set);
    rows->addLayout(buttons);
    auto *page = column(this, 0);
    auto *middle = row(nullptr, 0);
    middle->addStretch(1);
    middle->addWidget(form);
    middle->addStretch(1);
    page->addStretch(2);
    page->addLayout(middle);
    page->addStretch(3);
    connect(m_set, &QAbstractButton::clicked, this, &RecoverPage::submit);
    connect(leave, &QAbstractButton::clicked, this, &RecoverPage::leaveRequested);
    connect(&Theme::instance(), &Theme::changed, form,
            [form] { form->setFixedWidth(Theme::instance().px(formWidth)); });
}

void RecoverPage::setLogin(const QString &login)
{
    m_login->setText(login);
}

void RecoverPage::submit()
{
    if (m_busy)
        return;
    for (FieldEdit *field : {m_code, m_password}) {
        if (field->text().trimmed().isEmpty())
            return field->edit()->setFocus(Qt::OtherFocusReason);
    }
    m_problem->hide();
    setBusy(true);
    whenDone(m_service.resetPassword(m_login->text(), m_code->text(), m_password->text()), this,
             [this](const Result<void> &result) { answer(result); });
}

void RecoverPage::answer(const Result<void> &result)
{
    setBusy(false);
    if (result)
        return showDone();
    if (result.error().kind == ErrorKind::Invalid) {
        m_password->setError(messages::sentenceFor(result.error()));
        return m_password->edit()->setFocus(Qt::OtherFocusReason);
    }
    m_problem->setText(QStringLiteral("\u25b2 ") + messages::sentenceFor(result.error()));
    m_problem->show();
    m_code->edit()->setFocus(Qt::OtherFocusReason);
    m_code->edit()->selectAll();
}

//! It is said here, and the way on has the keyboard: the faces know nothing of it.
void RecoverPage::showDone()
{
    for (FieldEdit *field : {m_login, m_code, m_password})
        field->hide();
    m_problem->hide();
    m_words->setText(tr("\u2714 The new password is set, and the code is used up: strike it out on the sheet."));
    disconnect(m_set, nullptr, this, nullptr);
    connect(m_set, &QAbstractButton::clicked, this, [this] { Q_EMIT recovered(m_login->text()); });
    m_set->setText(tr("Sign in with it"));
    m_set->setAutoDefault(true);
    m_set->setFocus(Qt::OtherFocusReason);
}

void RecoverPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *each : {static_cast<QWidget *>(m_login), static_cast<QWidget *>(m_code),
                          static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_set)})
        each->setEnabled(!busy);
}

void RecoverPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_code->edit()->setFocus(Qt::OtherFocusReason);
}

void RecoverPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_busy)
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

void RecoverPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
