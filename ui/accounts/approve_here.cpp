// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/approve_here.h"

#include "core/messages/error_sentences.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/isolated.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/when_done.h"

#include <QComboBox>

namespace thimblely::ui {

ApproveHere::ApproveHere(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_service(std::make_unique<SignInService>(desk.session().path(), desk.clock())),
      m_what(new Label(TextStyle::BodyStrong, Role::Text, {}, this)),
      m_words(new Label(TextStyle::Body, Role::Text, {}, this)), m_who(new QComboBox(this)),
      m_secret(new FieldEdit(tr("PIN"), this))
{
    auto *rows = column(this, 8);
    rows->addWidget(new Label(TextStyle::InputStrong, Role::Text, tr("Approve here"), this));
    for (Label *each : {m_what, m_words}) {
        each->setWordWrap(true);
        rows->addWidget(each);
    }
    FormDraft::leaveOut(this); // a PIN is typed into it
    m_who->setAccessibleName(tr("Who approves"));
    rows->addWidget(m_who);
    m_secret->edit()->setEchoMode(QLineEdit::Password);
    rows->addWidget(m_secret);
    connect(m_secret->edit(), &QLineEdit::returnPressed, this, &ApproveHere::submit);
    connect(m_who, &QComboBox::currentIndexChanged, this, &ApproveHere::showWho);
    hide();
}

void ApproveHere::ask(std::vector<access::Capability> needs, const QStringList &what)
{
    m_needs = std::move(needs);
    m_what->setText(what.join(u'\n'));
    m_what->setVisible(!what.isEmpty());
    m_secret->setText({});
    m_secret->clearError();
    m_words->setText(tr("Looking who may approve this…"));
    offer({});
    show();
    setFocus(Qt::OtherFocusReason); // not on a button below: what is typed meanwhile presses nothing
    whenDone(m_service->approvers(m_desk.principal().workspace, m_needs), this,
             [this, asked = ++m_asked](const Result<std::vector<Face>> &faces) {
                 if (asked != m_asked)
                     return; // it was asked for something else meanwhile
                 offer(faces.valueOr({}));
                 m_words->setText(!faces ? messages::sentenceFor(faces.error())
                                  : m_faces.empty()
                                      ? tr("Nobody who signs in at this computer may approve this.")
                                      : tr("Somebody who may do this types their PIN. It is kept with the order "
                                           "that they approved it."));
             });
}

void ApproveHere::offer(std::vector<Face> faces)
{
    m_faces = std::move(faces);
    m_who->clear();
    for (const Face &face : m_faces)
        m_who->addItem(face.name);
    const bool anybody = !m_faces.empty();
    m_who->setVisible(anybody);
    m_secret->setVisible(anybody);
    showWho();
    if (anybody)
        m_secret->edit()->setFocus(Qt::OtherFocusReason);
}

//! Who has no PIN yet types the password.
void ApproveHere::showWho()
{
    const int chosen = m_who->currentIndex();
    if (chosen < 0 || chosen >= int(m_faces.size()))
        return;
    const Face &face = m_faces[size_t(chosen)];
    m_secret->setLabel(face.hasPin ? tr("PIN of %1").arg(isolated(face.name))
                                   : tr("Password of %1").arg(isolated(face.name)));
    m_secret->edit()->setInputMethodHints(face.hasPin ? Qt::ImhDigitsOnly : Qt::ImhNone);
}

void ApproveHere::submit()
{
    const int chosen = m_who->currentIndex();
    if (m_busy || chosen < 0 || m_secret->text().isEmpty())
        return;
    m_busy = true;
    m_secret->setHint(tr("Checking…"));
    const Face &face = m_faces[size_t(chosen)];
    whenDone(m_service->approve(face.person, face.workspace, m_secret->text(), m_needs), this,
             [this](const Result<access::Approvals> &approvals) {
                 m_busy = false;
                 m_secret->setHint({});
                 m_secret->setText({});
                 if (approvals) {
                     Q_EMIT approved(*approvals);
                     return;
                 }
                 m_secret->setError(messages::sentenceFor(approvals.error()));
                 m_secret->edit()->setFocus(Qt::OtherFocusReason);
             });
}

} // namespace thimblely::ui
