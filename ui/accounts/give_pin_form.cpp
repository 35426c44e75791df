// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/give_pin_form.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

namespace thimblely::ui {

GivePinForm::GivePinForm(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_service(desk.session().path(), desk.clock()),
      m_head(new Label(TextStyle::InputStrong, Role::Text, {}, this)),
      m_kind(new Segmented(tr("Who chooses it"), this)), m_words(new Label(TextStyle::Body, Role::Muted, {}, this)),
      m_pin(new FieldEdit(tr("Their new PIN"), this)), m_own(new FieldEdit(tr("Your own PIN or password"), this)),
      m_problem(new Label(TextStyle::Body, Role::Late, {}, this)),
      m_given(new Label(TextStyle::Total, Role::Text, {}, this)), m_leave(new FlatButton(tr("Cancel"), this)),
      m_give(new PrimaryButton(tr("Give the PIN"), this))
{
    m_kind->addSegment(tr("Make one for them"));
    m_kind->addSegment(tr("They type it here"));
    m_given->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_leave->setCaption(tr("Esc"));
    auto *rows = column(this, 12);
    for (Label *each : {m_head, m_words, m_problem})
        each->setWordWrap(true);
    rows->addWidget(m_head);
    rows->addWidget(m_kind);
    rows->addWidget(m_words);
    rows->addWidget(m_given);
    for (FieldEdit *field : {m_pin, m_own}) {
        field->edit()->setEchoMode(QLineEdit::Password);
        rows->addWidget(field);
        connect(field->edit(), &QLineEdit::returnPressed, this, &GivePinForm::submit);
    }
    rows->addWidget(m_problem);
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_give);
    rows->addLayout(buttons);
    connect(m_kind, &Segmented::currentIndexChanged, this, &GivePinForm::showKind);
    connect(m_give, &QAbstractButton::clicked, this, &GivePinForm::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &GivePinForm::left);
}

bool GivePinForm::isTyped() const
{
    return m_kind->currentIndex() == 1;
}

void GivePinForm::begin(const TeamMember &member)
{
    m_member = member;
    m_head->setText(tr("A new PIN for %1").arg(isolated(member.name)));
    for (FieldEdit *field : {m_pin, m_own}) {
        field->setText({});
        field->clearError();
    }
    m_problem->hide();
    m_given->hide();
    m_kind->show();
    m_own->show();
    m_give->show();
    m_leave->setText(tr("Cancel"));
    m_kind->setCurrentIndex(0);
    setBusy(false);
    showKind();
    whenPinRuleIsKnown(this, [this](const PinRule &rule) {
        m_rule = rule;
        m_pin->setHint(rule.hint);
        if (m_kind->isVisibleTo(this))
            showKind();
    });
    m_own->edit()->setFocus(Qt::OtherFocusReason);
}

void GivePinForm::showKind()
{
    m_pin->setVisible(isTyped());
    m_words->setText(isTyped() ? m_rule.missing
                               : tr("It is shown here once. When they sign in with it they choose their own."));
    m_words->setVisible(!m_words->text().isEmpty());
}

void GivePinForm::submit()
{
    if (!m_give->isEnabled() || !m_give->isVisibleTo(this))
        return;
    m_problem->hide();
    m_pin->clearError();
    if (isTyped()) {
        if (const auto valid = validatePin(m_pin->text(), m_rule.shortest); !valid) {
            m_pin->setError(m_desk.sentence(valid.error()));
            return m_pin->edit()->setFocus(Qt::OtherFocusReason);
        }
    }
    if (m_own->text().isEmpty())
        return m_own->edit()->setFocus(Qt::OtherFocusReason);
    setBusy(true);
    whenDone(
        m_service.resetPin(m_desk.principal(), m_own->text(), m_member->person, isTyped() ? m_pin->text() : QString()),
        this, [this](const Result<QString> &pin) { answer(pin); });
}

void GivePinForm::answer(const Result<QString> &pin)
{
    setBusy(false);
    m_own->setText({});
    if (!pin) {
        m_problem->setText(QStringLiteral("▲ ") + m_desk.sentence(pin.error()));
        m_problem->show();
        return m_own->edit()->setFocus(Qt::OtherFocusReason);
    }
    const QString name = isolated(m_member->name);
    if (isTyped()) {
        m_desk.notices().say(tr("%1 signs in with the new PIN now.").arg(name));
        Q_EMIT left();
        return;
    }
    m_kind->hide();
    m_own->hide();
    m_give->hide();
    m_words->setText(tr("✔ This is the PIN of %1 until they choose their own. Tell it to nobody else.").arg(name));
    m_given->setText(*pin);
    m_given->setAccessibleName(tr("The new PIN: %1").arg(*pin));
    m_given->show();
    m_leave->setText(tr("Done"));
    m_leave->setFocus(Qt::OtherFocusReason);
}

void GivePinForm::setBusy(bool busy)
{
    for (QWidget *each : {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_pin), static_cast<QWidget *>(m_own),
                          static_cast<QWidget *>(m_give)})
        each->setEnabled(!busy);
    m_give->setText(busy ? tr("Checking…") : tr("Give the PIN"));
}

} // namespace thimblely::ui
