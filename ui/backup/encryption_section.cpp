// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/backup/encryption_section.h"

#include "core/accounts/disk_words.h"
#include "core/messages/error_sentences.h"
#include "core/vault/vault.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

namespace thimblely::ui {

EncryptionSection::EncryptionSection(const QString &shopFile, bool mayChange, QWidget *parent) : QWidget(parent)
{
    auto *rows = column(this, 12);
    auto *head = new SectionHead(tr("Encryption"), this);
    rows->addWidget(head);
    const auto say = [&](Role role, const QString &text) {
        auto *label = new Label(TextStyle::Body, role, text, this);
        label->setWordWrap(true);
        rows->addWidget(label);
    };
    const DiskWords disk = diskWords(shopFile);
    say(Role::Text, (disk.warns ? QStringLiteral("\u25b2 ") : QStringLiteral("\u2714 ")) + disk.sentence);
    const auto tools = vault::requireTools();
    const bool encrypted = vault::vaultOf(shopFile).has_value();
    if (!tools && disk.warns)
        say(Role::Muted, messages::sentenceFor(tools.error()));
    if (!mayChange || !tools)
        return;
    auto *button = new FlatButton(encrypted ? tr("Key on paper…") : tr("Encrypt this shop’s files…"), this);
    head->addAction(button);
    connect(button, &QAbstractButton::clicked, this,
            encrypted ? &EncryptionSection::keyRequested : &EncryptionSection::encryptRequested);
}

} // namespace thimblely::ui
