// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/social_account_form.h"

#include "ui/accounts/social_words.h"
#include "ui/desk/desk.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

namespace thimblely::ui {

namespace {

constexpr int shops = 1; // of whose

} // namespace

SocialAccountForm::SocialAccountForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Write down an account"), tr("Write it down"), parent)
{
    setWords(tr("Which accounts there are at Instagram and TikTok. Thimblely does not post there by itself: that comes "
                "with the server, and asks you then."));
    m_platform =
        choice(tr("Platform"), {platformName(SocialPlatform::Instagram), platformName(SocialPlatform::TikTok)});
    m_name = addText(tr("Name of the account"));
    m_name->setHint(tr("with or without @"));
    m_name->edit()->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_type = choice(tr("Kind of account"),
                    {accountTypeName(SocialAccountType::Personal), accountTypeName(SocialAccountType::Business),
                     accountTypeName(SocialAccountType::Creator)});
    m_whosePart = new QWidget(body());
    auto *part = column(m_whosePart, 4);
    part->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Whose"), m_whosePart));
    m_whose = new Segmented(tr("Whose"), m_whosePart);
    m_whose->addSegment(tr("Mine alone"));
    m_whose->addSegment(tr("The shop’s"));
    part->addWidget(m_whose);
    rows()->addWidget(m_whosePart);
    m_whosePart->setVisible(SocialAccountsService(desk.session(), desk.door()).mayWriteShops());
    rows()->addStretch(1);
    endWith(m_name);
}

Segmented *SocialAccountForm::choice(const QString &name, const QStringList &words)
{
    auto *choice = new Segmented(name, body());
    for (const QString &word : words)
        choice->addSegment(word);
    rows()->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, name, body()));
    rows()->addWidget(choice);
    return choice;
}

void SocialAccountForm::begin()
{
    clearProblem();
    m_name->clearError();
    m_name->setText({});
    m_platform->setCurrentIndex(0);
    m_type->setCurrentIndex(int(SocialAccountType::Business));
    m_whose->setCurrentIndex(m_whosePart->isHidden() ? 0 : shops);
    beginTyping({}, tr("Write down an account"));
}

void SocialAccountForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

void SocialAccountForm::submit()
{
    if (isBusy())
        return;
    SocialAccountDraft draft;
    draft.platform = SocialPlatform(m_platform->currentIndex());
    draft.username = m_name->text();
    draft.type = SocialAccountType(m_type->currentIndex());
    draft.isShops = !m_whosePart->isHidden() && m_whose->currentIndex() == shops;
    write([this, draft] { return SocialAccountsService(desk().session(), desk().door()).add(draft); },
          [this](RowId account) {
              finish();
              Q_EMIT added(account);
          });
}

} // namespace thimblely::ui
