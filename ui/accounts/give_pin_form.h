// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/sign_in_service.h"
#include "core/accounts/team_service.h"
#include "ui/accounts/pin_rule.h"

#include <QWidget>

#include <optional>

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class Label;
class Segmented;

/*!
 * A new PIN for a colleague who has forgotten theirs: one is made, shown once and changed when they come in, or they
 * stand here and type one themselves. Whoever gives it types their own PIN or password.
 */
class GivePinForm : public QWidget {
    Q_OBJECT

public:
    explicit GivePinForm(Desk &desk, QWidget *parent = nullptr);

    void begin(const TeamMember &member);

Q_SIGNALS:
    void left();

private:
    bool isTyped() const;
    void showKind();
    void submit();
    void answer(const Result<QString> &pin);
    void setBusy(bool busy);

    Desk &m_desk;
    SignInService m_service;
    std::optional<TeamMember> m_member;
    PinRule m_rule = usualPinRule();
    Label *m_head;
    Segmented *m_kind;
    Label *m_words;
    FieldEdit *m_pin;
    FieldEdit *m_own;
    Label *m_problem;
    Label *m_given;
    Button *m_leave;
    Button *m_give;
};

} // namespace thimblely::ui
