// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/vault/encrypt_page.h"

#include "core/messages/error_sentences.h"
#include "ui/vault/vault_key_view.h"
#include "ui/vault/vault_task.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QKeyEvent>
#include <QPointer>
#include <QProgressBar>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;

} // namespace

EncryptPage::EncryptPage(QString shopFile, For purpose, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_shopFile(std::move(shopFile)), m_purpose(purpose), m_clock(clock)
{
    build();
}

QString EncryptPage::words() const
{
    if (m_purpose == For::KeyOnceMore && !vault::isKeyOnPaper(vault::placesFor(m_shopFile)))
        return tr("▲ These files were encrypted, and nobody said that their key is on paper. It is shown to who has the"
                  " passphrase; without the passphrase and without the key the files are lost for good.");
    if (m_purpose == For::KeyOnceMore)
        return tr("The key for the day the passphrase is forgotten, once more on paper.");
    const QString reason =
        tr("Whoever takes this computer can then read nothing of the shop: not its file, nor pictures and papers. The"
           " passphrase is asked for at each start; saving takes a few thousandths of a second longer.");
    if (m_purpose == For::NewShop)
        return reason;
    return reason + QStringLiteral("\n\n") +
           tr("Everything is copied, read back and compared before the old files are overwritten and removed. A disk of"
              " flash memory (SSD) may keep parts of them until it needs the room. Backups are sealed anyway, and stay"
              " as they are. Close the shop’s other windows first.");
}

void EncryptPage::build()
{
    const bool chooses = m_purpose != For::KeyOnceMore;
    auto *area = new FormArea(formWidth, chooses ? tr("Encrypt this shop’s files") : tr("Key of the shop’s files"),
                              FormArea::Stands::InTheMiddle, this);
    m_asking = new QWidget(area->form());
    auto *rows = column(m_asking, 12);
    m_words = new Label(TextStyle::Body, Role::Muted, words(), m_asking);
    m_words->setWordWrap(true);
    rows->addWidget(m_words);
    if (chooses) {
        auto *warning = new Label(TextStyle::Body, Role::Text,
                                  tr("\u25b2 Without the passphrase, and without the key that comes next on paper, the"
                                     " files are lost for good. Only sealed backups are left then, opened by their own"
                                     " code."),
                                  m_asking);
        warning->setWordWrap(true);
        rows->addWidget(warning);
    }
    m_passphrases[0] = new FieldEdit(chooses ? tr("Passphrase, %n characters or more", nullptr, vault::leastPassphrase)
                                             : tr("Passphrase"),
                                     m_asking);
    m_passphrases[1] = new FieldEdit(tr("Once more"), m_asking);
    m_passphrases[1]->setVisible(chooses);
    if (chooses)
        m_passphrases[0]->setHint(tr("four or five words in a row are good"));
    for (FieldEdit *field : m_passphrases) {
        field->edit()->setEchoMode(QLineEdit::Password);
        rows->addWidget(field);
        connect(field->edit(), &QLineEdit::returnPressed, this, &EncryptPage::submit);
    }
    m_progress = new QProgressBar(m_asking);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    rows->addWidget(m_progress);
    m_stage = new Label(TextStyle::Body, Role::Text, {}, m_asking);
    m_stage->hide();
    rows->addWidget(m_stage);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, m_asking);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    m_leave = new FlatButton(tr("Back"), m_asking);
    m_leave->setCaption(tr("Esc"));
    m_begin = new PrimaryButton(chooses ? tr("Encrypt") : tr("Show the key"), m_asking);
    m_begin->setCaption(tr("Enter"));
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    buttons->addWidget(m_begin);
    rows->addLayout(buttons);
    area->rows()->addWidget(m_asking);
    m_key = new VaultKeyView(vault::placesFor(m_shopFile).plainFile, m_clock, area->form());
    m_key->hide();
    area->rows()->addWidget(m_key);
    column(this, 0)->addWidget(area);
    connect(m_begin, &QAbstractButton::clicked, this, &EncryptPage::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &EncryptPage::leaveRequested);
    connect(m_key, &VaultKeyView::onPaper, this, [this] {
        vault::setKeyOnPaper(vault::placesFor(m_shopFile));
        Q_EMIT finished();
    });
}

void EncryptPage::submit()
{
    if (m_busy)
        return;
    m_problem->hide();
    const QString passphrase = m_passphrases[0]->text();
    if (m_purpose != For::KeyOnceMore) {
        if (const auto valid = vault::validatePassphrase(passphrase); !valid) {
            m_passphrases[0]->setError(messages::sentenceFor(valid.error()));
            return m_passphrases[0]->edit()->setFocus(Qt::OtherFocusReason);
        }
        if (m_passphrases[1]->text() != passphrase) {
            if (!m_passphrases[1]->text().isEmpty())
                m_passphrases[1]->setError(tr("The two are not the same."));
            return m_passphrases[1]->edit()->setFocus(Qt::OtherFocusReason);
        }
    }
    setBusy(true);
    run(passphrase);
}

void EncryptPage::run(const QString &passphrase)
{
    const auto done = [this](const Result<QString> &key) { answer(key); };
    if (m_purpose == For::KeyOnceMore) {
        runVaultTask(
            this, [vault = vault::placesFor(m_shopFile), passphrase] { return vault::masterKey(vault, passphrase); },
            done);
        return;
    }
    Q_EMIT aboutToEncrypt();
    const auto tell = [page = QPointer(this)](vault::Stage stage) {
        QMetaObject::invokeMethod(qApp, [page, stage] {
            if (page)
                page->showStage(stage);
        });
    };
    runVaultTask(
        this, [file = m_shopFile, passphrase, tell] { return vault::encrypt(file, passphrase, tell); }, done);
}

void EncryptPage::answer(const Result<QString> &key)
{
    setBusy(false);
    if (key)
        return showKey(*key);
    const QString sentence = messages::sentenceFor(key.error());
    if (key.error().kind == ErrorKind::WrongSecret) {
        m_passphrases[0]->setError(sentence);
    } else {
        m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
        m_problem->show();
    }
    m_passphrases[0]->edit()->setFocus(Qt::OtherFocusReason);
}

void EncryptPage::showStage(vault::Stage stage)
{
    switch (stage) {
    case vault::Stage::Making:
        return m_stage->setText(tr("The encrypted folder is being made…"));
    case vault::Stage::Copying:
        return m_stage->setText(tr("The shop is being copied into it…"));
    case vault::Stage::Comparing:
        return m_stage->setText(tr("It is read back and compared…"));
    case vault::Stage::Switching:
        return m_stage->setText(tr("The encrypted folder becomes the shop’s place…"));
    case vault::Stage::Removing:
        return m_stage->setText(tr("The old files are overwritten and removed…"));
    }
}

void EncryptPage::showKey(const QString &key)
{
    for (FieldEdit *field : m_passphrases)
        field->setText({});
    m_asking->hide();
    m_key->show();
    m_key->showKey(key);
}

void EncryptPage::setBusy(bool busy)
{
    m_busy = busy;
    m_stage->setText(busy ? tr("A moment…") : QString());
    m_progress->setVisible(busy);
    m_stage->setVisible(busy);
    for (QWidget *each : {static_cast<QWidget *>(m_passphrases[0]), static_cast<QWidget *>(m_passphrases[1]),
                          static_cast<QWidget *>(m_leave), static_cast<QWidget *>(m_begin)})
        each->setEnabled(!busy);
}

void EncryptPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_passphrases[0]->edit()->setFocus(Qt::OtherFocusReason);
}

//! Once the key is shown there is no way back past the paper.
void EncryptPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_busy && !m_asking->isHidden())
        Q_EMIT leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace thimblely::ui
