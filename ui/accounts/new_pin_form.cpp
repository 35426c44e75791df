// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/new_pin_form.h"

#include "core/accounts/secret_rules.h"
#include "core/messages/error_sentences.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

namespace {

Label *wrapped(Role role, QWidget *parent)
{
    auto *label = new Label(TextStyle::Body, role, {}, parent);
    label->setWordWrap(true);
    return label;
}

FieldEdit *hidden(const QString &label, QWidget *parent)
{
    auto *field = new FieldEdit(label, parent);
    field->edit()->setEchoMode(QLineEdit::Password);
    return field;
}

} // namespace

NewPinForm::NewPinForm(QWidget *parent)
    : QWidget(parent), m_words(wrapped(Role::Text, this)), m_missing(wrapped(Role::Text, this)),
      m_secret(hidden(tr("Your PIN or password until now"), this)), m_pin(hidden(tr("New PIN"), this)),
      m_again(hidden(tr("The new PIN once more"), this)), m_problem(wrapped(Role::Late, this)),
      m_leave(new FlatButton({}, this)), m_keep(new PrimaryButton(tr("Keep the new PIN"), this))
{
    auto *rows = column(this, 12);
    for (QWidget *each :
         {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_missing), static_cast<QWidget *>(m_secret),
          static_cast<QWidget *>(m_pin), static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_problem)})
        rows->addWidget(each);
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    rows->addLayout(buttons);
    for (FieldEdit *field : {m_pin, m_again})
        field->edit()->setInputMethodHints(Qt::ImhDigitsOnly);
    for (FieldEdit *field : {m_secret, m_pin, m_again})
        connect(field->edit(), &QLineEdit::returnPressed, this, &NewPinForm::submit);
    connect(m_keep, &QAbstractButton::clicked, this, &NewPinForm::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &NewPinForm::left);
}

void NewPinForm::begin(const QString &words, Secret secret, const QString &leave)
{
    for (FieldEdit *field : {m_secret, m_pin, m_again}) {
        field->setText({});
        field->clearError();
    }
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_missing->hide();
    m_problem->hide();
    m_secret->setVisible(secret == Secret::Asked);
    m_leave->setText(leave);
    m_leave->setVisible(!leave.isEmpty());
    setBusy(false);
    whenPinRuleIsKnown(this, [this](const PinRule &rule) {
        m_rule = rule;
        m_pin->setHint(rule.hint);
        m_missing->setText(rule.missing);
        m_missing->setVisible(!rule.missing.isEmpty());
    });
}

void NewPinForm::focusFirst()
{
    (m_secret->isVisibleTo(this) ? m_secret : m_pin)->edit()->setFocus(Qt::OtherFocusReason);
}

void NewPinForm::setProblem(const QString &sentence)
{
    setBusy(false);
    m_problem->setText(QStringLiteral("▲ ") + sentence);
    m_problem->show();
    focusFirst();
}

//! Enter goes on to what is still empty.
void NewPinForm::submit()
{
    if (!m_keep->isEnabled())
        return;
    m_problem->hide();
    m_pin->clearError();
    m_again->clearError();
    for (FieldEdit *field : {m_secret, m_pin, m_again}) {
        if (field->isVisibleTo(this) && field->text().isEmpty())
            return field->edit()->setFocus(Qt::OtherFocusReason);
        if (field != m_pin)
            continue;
        if (const auto valid = validatePin(m_pin->text(), m_rule.shortest); !valid) {
            m_pin->setError(messages::sentenceFor(valid.error()));
            return m_pin->edit()->setFocus(Qt::OtherFocusReason);
        }
    }
    if (m_again->text() != m_pin->text()) {
        m_again->setError(tr("These are two different PINs. Type it once more."));
        m_again->setText({});
        return m_again->edit()->setFocus(Qt::OtherFocusReason);
    }
    setBusy(true);
    Q_EMIT chosen(m_secret->text(), m_pin->text());
}

void NewPinForm::setBusy(bool busy)
{
    for (QWidget *each : {static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_pin),
                          static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_keep)})
        each->setEnabled(!busy);
}

} // namespace thimblely::ui
