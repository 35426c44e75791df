// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/bring_back_page.h"

#include "core/accounts/own_workspaces_service.h"
#include "core/messages/error_sentences.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 480;

} // namespace

BringBackPage::BringBackPage(QString path, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_path(std::move(path)), m_clock(clock)
{
    build();
}

void BringBackPage::build()
{
    auto *form = new QWidget(this);
    form->setFixedWidth(Theme::instance().px(formWidth));
    auto *rows = column(form, 12);
    rows->addWidget(new Label(TextStyle::Total, Role::Text, tr("This shop was deleted"), form));
    auto *words = new Label(TextStyle::Body, Role::Muted,
                            tr("Nobody can sign in here. Its owner brings it back, as it was, with their name and"
                               " password; where there were several, the one they deleted last."),
                            form);
    words->setWordWrap(true);
    rows->addWidget(words);
    m_login = new FieldEdit(tr("E-mail or sign-in name"), form);
    m_password = new FieldEdit(tr("Password"), form);
    m_password->edit()->setEchoMode(QLineEdit::Password);
    for (FieldEdit *field : {m_login, m_password}) {
        rows->addWidget(field);
        connect(field->edit(), &QLineEdit::returnPressed, this, &BringBackPage::submit);
    }
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    auto *lost = new FlatButton(tr("Password lost?"), form);
    m_bringBack = new PrimaryButton(tr("Bring it back"), form);
    m_bringBack->setCaption(tr("Enter"));
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(lost);
    buttons->addStretch(1);
    buttons->addWidget(m_bringBack);
    rows->addLayout(buttons);
    auto *page = column(this, 0);
    auto *middle = row(nullptr, 0);
    middle->addStretch(1);
    middle->addWidget(form);
    middle->addStretch(1);
    page->addStretch(2);
    page->addLayout(middle);
    page->addStretch(3);
    connect(lost, &QAbstractButton::clicked, this, [this] { Q_EMIT recoverRequested(m_login->text()); });
    connect(m_bringBack, &QAbstractButton::clicked, this, &BringBackPage::submit);
    connect(&Theme::instance(), &Theme::changed, form,
            [form] { form->setFixedWidth(Theme::instance().px(formWidth)); });
}

void BringBackPage::submit()
{
    if (!m_bringBack->isEnabled())
        return;
    for (FieldEdit *field : {m_login, m_password}) {
        if (field->text().trimmed().isEmpty())
            return field->edit()->setFocus(Qt::OtherFocusReason);
    }
    m_problem->hide();
    m_bringBack->setEnabled(false);
    whenDone(OwnWorkspacesService::bringBackLast(m_path, m_clock, m_login->text(), m_password->text()), this,
             [this](const Result<QString> &name) { answer(name); });
}

void BringBackPage::answer(const Result<QString> &name)
{
    m_bringBack->setEnabled(true);
    if (name)
        return Q_EMIT broughtBack();
    m_password->setText({});
    m_problem->setText(QStringLiteral("\u25b2 ") + messages::sentenceFor(name.error()));
    m_problem->show();
    m_password->edit()->setFocus(Qt::OtherFocusReason);
}

void BringBackPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_login->edit()->setFocus(Qt::OtherFocusReason);
}

void BringBackPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
