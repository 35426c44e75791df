// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/invitation_service.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class SectionHead;

//! An invitation that nobody has taken up: what it promises, until when, and the way to withdraw it.
class InvitationCard : public QWidget {
    Q_OBJECT

public:
    InvitationCard(Desk &desk, QWidget *parent);

    void showInvitation(const OpenInvitation &invitation);

private:
    void withdraw();

    Desk &m_desk;
    std::optional<OpenInvitation> m_invitation;
    SectionHead *m_head;
    Label *m_words;
    Button *m_withdraw;
};

} // namespace thimblely::ui
