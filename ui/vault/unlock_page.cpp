// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/vault/unlock_page.h"

#include "core/messages/error_sentences.h"
#include "ui/vault/vault_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QKeyEvent>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 560;

} // namespace

UnlockPage::UnlockPage(vault::Vault vault, QWidget *parent) : QWidget(parent), m_vault(std::move(vault))
{
    build();
    setForgotten(false);
}

void UnlockPage::build()
{
    auto *area = new FormArea(formWidth, tr("The shop’s files are locked"), FormArea::Stands::InTheMiddle, this);
    QWidget *form = area->form();
    QVBoxLayout *rows = area->rows();
    m_words = new Label(TextStyle::Body, Role::Muted, {}, form);
    m_words->setWordWrap(true);
    rows->addWidget(m_words);
    m_key = new FieldEdit(tr("The key of the sheet"), form);
    m_key->setHint(tr("hyphens and case do not matter"));
    m_passphrase = new FieldEdit(tr("Passphrase"), form);
    m_passphrase->edit()->setEchoMode(QLineEdit::Password);
    for (FieldEdit *field : {m_key, m_passphrase}) {
        rows->addWidget(field);
        connect(field->edit(), &QLineEdit::returnPressed, this, &UnlockPage::submit);
    }
    m_problem = new Label(TextStyle::Body, Role::Late, {}, form);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    m_open = new PrimaryButton({}, form);
    m_open->setCaption(tr("Enter"));
    m_forgot = new FlatButton({}, form);
    m_other = new FlatButton(tr("Open another file…"), form);
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_forgot);
    buttons->addWidget(m_other);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    rows->addLayout(buttons);
    column(this, 0)->addWidget(area);
    connect(m_open, &QAbstractButton::clicked, this, &UnlockPage::submit);
    connect(m_forgot, &QAbstractButton::clicked, this, [this] { setForgotten(!m_forgotten); });
    connect(m_other, &QAbstractButton::clicked, this, &UnlockPage::otherFileRequested);
}

void UnlockPage::setForgotten(bool forgotten)
{
    m_forgotten = forgotten;
    m_words->setText(
        forgotten ? tr("The key on the printed sheet gives you a new passphrase. Where both are gone, the files are "
                       "lost for good; a sealed backup is opened by its own code.")
                  : tr("They are encrypted on this disk. The passphrase opens them until the program is closed."));
    m_key->setVisible(forgotten);
    m_passphrase->setLabel(forgotten ? tr("New passphrase, %n characters or more", nullptr, vault::leastPassphrase)
                                     : tr("Passphrase"));
    m_open->setText(forgotten ? tr("Set it and open") : tr("Open"));
    m_forgot->setText(forgotten ? tr("Back") : tr("Passphrase forgotten?"));
    m_forgot->setCaption(forgotten ? tr("Esc") : QString());
    m_key->clearError();
    m_passphrase->clearError();
    m_problem->hide();
    (forgotten ? m_key : m_passphrase)->edit()->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::submit()
{
    if (m_busy)
        return;
    for (FieldEdit *field : {m_key, m_passphrase}) {
        if (field->isVisibleTo(this) && field->text().isEmpty())
            return field->edit()->setFocus(Qt::OtherFocusReason);
    }
    m_problem->hide();
    setBusy(true);
    const auto work = [vault = m_vault, passphrase = m_passphrase->text(), key = m_key->text(),
                       forgotten = m_forgotten]() -> Result<void> {
        if (forgotten)
            TRY(vault::resetPassphrase(vault, key, passphrase));
        return vault::open(vault, passphrase);
    };
    runVaultTask(this, work, [this](const Result<void> &result) { answer(result); });
}

void UnlockPage::answer(const Result<void> &result)
{
    setBusy(false);
    if (result)
        return Q_EMIT opened();
    const QByteArray &code = result.error().code;
    const QString sentence = messages::sentenceFor(result.error());
    FieldEdit *const wrong = code == "vault.bad_key" || code == "vault.wrong_key" ? m_key : m_passphrase;
    if (wrong == m_key || code == "vault.wrong_passphrase" || code == "vault.passphrase_short") {
        wrong->setError(sentence);
    } else {
        m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
        m_problem->show();
    }
    wrong->edit()->setFocus(Qt::OtherFocusReason);
    wrong->edit()->selectAll();
}

void UnlockPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *each :
         {static_cast<QWidget *>(m_key), static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(m_open),
          static_cast<QWidget *>(m_forgot), static_cast<QWidget *>(m_other)})
        each->setEnabled(!busy);
    if (busy)
        m_open->setText(tr("Opening…"));
    else
        m_open->setText(m_forgotten ? tr("Set it and open") : tr("Open"));
}

void UnlockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    (m_forgotten ? m_key : m_passphrase)->edit()->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_forgotten && !m_busy)
        setForgotten(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace thimblely::ui
