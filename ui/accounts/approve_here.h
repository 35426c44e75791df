// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/sign_in_service.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;

namespace thimblely::ui {

class Desk;
class FieldEdit;
class Label;

/*!
 * "Approve here": what a refusal by role offers in its place. Somebody who may chooses their name and types the PIN over
 * the shoulder; the approval that comes of it lets the next operation through, once. Hidden until setVisible(true).
 */
class ApproveHere : public QWidget {
    Q_OBJECT

public:
    ApproveHere(Desk &desk, access::Capability capability, QWidget *parent = nullptr);

    //! Shows it, with nothing typed; without anybody who may approve it says so. Once they are read the keyboard goes to
    //! the PIN.
    void ask();
    //! Checks what was typed; approved() follows, or the reason under the field.
    void submit();

Q_SIGNALS:
    void approved(const thimblely::access::Approval &approval);

private:
    void offer(std::vector<Face> faces);
    void showWho();

    Desk &m_desk;
    const access::Capability m_capability;
    std::unique_ptr<SignInService> m_service;
    std::vector<Face> m_faces;
    bool m_busy = false;

    Label *m_words;
    QComboBox *m_who;
    FieldEdit *m_secret;
};

} // namespace thimblely::ui
