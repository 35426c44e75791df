// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/channel.h"
#include "ui/desk/entry_form.h"

#include <vector>

class QCheckBox;
class QComboBox;

namespace thimblely::ui {

class Segmented;

//! The numbers and addresses the shop writes from: a new one, or one that is there, with what its service asks for kept in
//! this computer's keychain.
class ChannelForm : public EntryForm {
    Q_OBJECT

public:
    ChannelForm(Desk &desk, QWidget *parent);

    void begin();
    void focusFirst() override;
    void submit() override;

private:
    void choose(int index);
    void showType();
    const conversations::ShopChannel *chosen() const;
    void keepSecret(ChannelId channel);

    std::vector<conversations::ShopChannel> m_channels; // after "a new one"
    QComboBox *m_which;
    Segmented *m_type;
    FieldEdit *m_name;
    FieldEdit *m_sender;
    FieldEdit *m_secret;
    QCheckBox *m_inUse;
};

} // namespace thimblely::ui
