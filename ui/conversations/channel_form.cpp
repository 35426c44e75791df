// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/channel_form.h"

#include "core/accounts/device_key.h"
#include "core/conversations/channel_service.h"
#include "ui/desk/message_opening.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

namespace thimblely::ui {

using conversations::ChannelService;
using conversations::ChannelType;

ChannelForm::ChannelForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Channels"), tr("Keep"), parent), m_which(new QComboBox(body())),
      m_type(new Segmented(tr("What it is"), body()))
{
    setWords(
        tr("What the shop writes from. Nothing is sent by itself: a person opens each message in WhatsApp or mail "
           "and sends it there. A token is for the day when a server sends; it goes into this computer's keychain."));
    m_which->setAccessibleName(tr("Which channel"));
    rows()->addWidget(m_which);
    rows()->addWidget(m_type);
    for (int i = 0; i < conversations::channelTypeCount; ++i)
        m_type->addSegment(channelTypeName(ChannelType(i)));
    m_name = addText(tr("How you call it"));
    m_sender = addText(tr("Number"));
    m_secret = addText(tr("Token or password"));
    m_secret->edit()->setEchoMode(QLineEdit::Password);
    m_secret->setHint(tr("not needed yet"));
    m_inUse = new QCheckBox(tr("In use"), body());
    rows()->addWidget(m_inUse);
    rows()->addStretch(1);
    connect(m_which, &QComboBox::activated, this, &ChannelForm::choose);
    connect(m_type, &Segmented::currentIndexChanged, this, &ChannelForm::showType);
    endWith(m_secret);
    endWith(m_sender);
}

void ChannelForm::begin()
{
    const auto all = ChannelService(desk().session(), desk().door()).all();
    if (!all)
        return desk().notices().fail(all.error());
    m_channels = *all;
    m_which->clear();
    m_which->addItem(tr("A new one"));
    for (const conversations::ShopChannel &channel : m_channels)
        m_which->addItem(channel.active ? channel.name : tr("%1 (at rest)").arg(channel.name));
    m_which->setVisible(!m_channels.empty());
    m_which->setCurrentIndex(0);
    choose(0);
    beginTyping({}, tr("Channel"));
}

const conversations::ShopChannel *ChannelForm::chosen() const
{
    const int index = m_which->currentIndex() - 1;
    return index >= 0 && size_t(index) < m_channels.size() ? &m_channels[size_t(index)] : nullptr;
}

void ChannelForm::choose(int)
{
    clearProblem();
    const conversations::ShopChannel *one = chosen();
    m_type->setCurrentIndex(one ? int(one->type) : 0);
    m_name->setText(one ? one->name : QString());
    m_sender->setText(one ? one->sender : QString());
    m_secret->setText({});
    m_secret->edit()->setPlaceholderText(
        one && !one->credentials.isEmpty() ? tr("One is kept; type another to change it") : QString());
    m_inUse->setChecked(!one || one->active);
    m_inUse->setVisible(one != nullptr);
    showType();
}

void ChannelForm::showType()
{
    clearProblem();
    m_sender->setLabel(m_type->currentIndex() == int(ChannelType::Email) ? tr("Address") : tr("Number"));
}

void ChannelForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

void ChannelForm::submit()
{
    if (isBusy())
        return;
    clearProblem();
    const conversations::ChannelDraft draft{ChannelType(m_type->currentIndex()), m_name->text(), m_sender->text()};
    if (const conversations::ShopChannel *one = chosen()) {
        const ChannelId id = one->id;
        const bool changesUse = one->active != m_inUse->isChecked();
        write([this, id, draft] { return ChannelService(desk().session(), desk().door()).change(id, draft); },
              [this, id, changesUse] {
                  if (changesUse)
                      desk().when(ChannelService(desk().session(), desk().door()).setActive(id, m_inUse->isChecked()),
                                  this, [] {});
                  keepSecret(id);
              });
        return;
    }
    write([this, draft] { return ChannelService(desk().session(), desk().door()).add(draft); },
          [this](const ChannelId &id) { keepSecret(id); });
}

//! It is typed last and told of last: the channel stands already where the keychain says no.
void ChannelForm::keepSecret(ChannelId channel)
{
    const QByteArray secret = m_secret->text().toUtf8();
    m_secret->setText({});
    finish();
    if (secret.isEmpty())
        return;
    const auto store = DeviceKeys::ofThisComputer().keychain();
    if (!store)
        return desk().notices().fail(noKeychainHere());
    desk().when(ChannelService(desk().session(), desk().door()).setSecret(channel, *store, secret), &desk(),
                [store] {}); // kept until it has answered
}

} // namespace thimblely::ui
