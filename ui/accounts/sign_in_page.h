// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/sign_in_service.h"
#include "core/accounts/standing.h"
#include "ui/accounts/face_button.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QGridLayout;

namespace thimblely::ui {

class Button;
class FieldEdit;
class NewPinForm;
class ProviderPanel;
class Label;

/*!
 * Who is it: faces, then the PIN, which is tried when it is long enough and Enter pressed, or the password where there
 * is no PIN. After too many wrong tries it counts the seconds down. Also the lock screen: the person who locked is
 * chosen already. The hash is worked out on another thread; the screen says so and stays alive. Whoever was given a PIN,
 * or has one too short for a computer without a keychain, chooses their own before they are in. Where somebody has linked an
 * account at a provider, that is a way in too.
 */
class SignInPage : public QWidget {
    Q_OBJECT

public:
    SignInPage(const QString &path, const Clock &clock, QWidget *parent = nullptr);

    //! Who stands there; `chosen` is who was here last, in which shop.
    void showFaces(const std::vector<Face> &faces, const std::optional<PersonId> &chosen = {},
                   const std::optional<WorkspaceId> &shop = {});
    //! Asks the keychain for what PINs here need; once there is time for it.
    void prepareKeys() { m_service->prepare(); }
    //! Reads them anew, and shows them when they are read; failed() where they cannot be.
    void readFaces(const std::optional<PersonId> &chosen = {}, const std::optional<WorkspaceId> &shop = {});
    //! The same; whoever signs in by that name is chosen, and is asked for the password that was just set.
    void readFacesFor(const QString &login);
    //! Who was signed in here is told why they are not any more, as long as nobody else is chosen.
    void saySignedOut(PersonId person, const QString &name, SignedOut why);

Q_SIGNALS:
    void signedIn(const thimblely::access::Principal &principal, const QString &name);
    void failed(const thimblely::Error &error);
    //! A password is lost; `login` is whose, where somebody is chosen.
    void recoverRequested(const QString &login);
    //! There is nobody who could sign in.
    void nobodyLeft();
    //! Somebody holds an invitation.
    void joinRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void placeFaces();
    void choose(const Face &face);
    void showWhySignedOut();
    void usePassword(bool password);
    void attempt();
    void answer(const Result<SignedIn> &result, const QString &name, const QString &secret);
    void askNewPin(const SignedIn &person, const QString &name, const QString &secret);
    void countDown();
    void buildProvider(QWidget *content);
    void offerProvider();
    void askProvider();
    void takeIdentity(const VerifiedIdentity &identity);
    void leaveProvider(const QString &problem);

    const Clock &m_clock;
    std::unique_ptr<SignInService> m_service;
    std::vector<FaceButton *> m_faces;
    std::optional<PersonId> m_signedOut; // of whom m_why is said
    std::optional<Face> m_chosen;
    bool m_withPassword = false;
    qint64 m_waitSeconds = 0;
    QTimer m_countDown;

    QGridLayout *m_faceGrid = nullptr;
    Label *m_why = nullptr;
    QWidget *m_form = nullptr;
    NewPinForm *m_newPin = nullptr; // in its place, for whose PIN cannot stay
    FieldEdit *m_secret = nullptr;
    Button *m_enter = nullptr;
    Button *m_other = nullptr;
    Button *m_lost = nullptr;
    Button *m_provider = nullptr;
    ProviderPanel *m_panel = nullptr; // in the form's place, while somebody is at their browser
};

} // namespace thimblely::ui
