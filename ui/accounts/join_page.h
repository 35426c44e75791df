// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/join_service.h"
#include "core/accounts/sign_in_service.h"
#include "ui/accounts/pin_rule.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QComboBox;

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;
class Segmented;

/*!
 * Somebody holds an invitation: its code is typed, or its file opened; what it promises is shown, and they come in with a
 * name and a PIN of their own, or as who they are in this file already. Nobody is signed in by it.
 */
class JoinPage : public QWidget {
    Q_OBJECT

public:
    JoinPage(const QString &path, const Clock &clock, QWidget *parent = nullptr);

    //! As if the file had been opened by the button: what is dropped, or what a test has.
    void present(const QByteArray &paper);

Q_SIGNALS:
    void joined(const thimblely::PersonId &person, const thimblely::WorkspaceId &workspace);
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildAsking();
    void buildOffer();
    void openFile();
    void readFile(const QString &path);
    void look();
    void showOffer(const InvitationOffer &offer);
    void showPeople(const std::vector<Face> &faces);
    void showWho();
    void sayTaken();
    void submit();
    void join();
    void answer(const Result<Joined> &result);
    void setProblem(const Error &error);
    void setBusy(bool busy);

    JoinService m_service;
    SignInService m_signIn;
    PinRule m_rule = usualPinRule();
    QByteArray m_paper;                //!< that was looked at; empty: none yet
    std::optional<WorkspaceId> m_shop; //!< that it lets into
    std::vector<Face> m_faces;         //!< of those who are there
    std::vector<PersonId> m_people;
    QWidget *m_asking = nullptr;
    FieldEdit *m_code = nullptr;
    QWidget *m_offer = nullptr;
    Label *m_promise = nullptr;
    Segmented *m_who = nullptr;
    FieldEdit *m_name = nullptr;
    FieldEdit *m_pin = nullptr;
    Label *m_missing = nullptr;
    QComboBox *m_person = nullptr;
    FieldEdit *m_secret = nullptr;
    Label *m_problem = nullptr;
    Button *m_go = nullptr;
    bool m_busy = false;
    QPointer<QWidget> m_typedInto = {}; // before it was busy
};

} // namespace thimblely::ui
