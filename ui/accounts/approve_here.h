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
 * "Approve here": what a refusal by role offers in its place. It lists what is to be approved; somebody who may do all
 * of it chooses their name and types the PIN over the shoulder, once. The approvals that come of it let the next
 * operation through, once. Hidden until ask().
 */
class ApproveHere : public QWidget {
    Q_OBJECT

public:
    explicit ApproveHere(Desk &desk, QWidget *parent = nullptr);

    //! Shows it, with nothing typed; without anybody who may approve it says so. Once they are read the keyboard goes to
    //! the PIN. `what`: a line for each thing, with its amount and whose it is; empty where it stands beside already.
    void ask(std::vector<access::Capability> needs, const QStringList &what = {});
    //! Checks what was typed; approved() follows, or the reason under the field.
    void submit();

Q_SIGNALS:
    void approved(const thimblely::access::Approvals &approvals);

private:
    void offer(std::vector<Face> faces);
    void showWho();

    Desk &m_desk;
    std::vector<access::Capability> m_needs;
    std::unique_ptr<SignInService> m_service;
    std::vector<Face> m_faces;
    bool m_busy = false;
    int m_asked = 0; //!< how often; only the last answer counts

    Label *m_what;
    Label *m_words;
    QComboBox *m_who;
    FieldEdit *m_secret;
};

} // namespace thimblely::ui
