// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/access/session.h"
#include "core/accounts/own_workspaces_service.h"
#include "core/accounts/shop_file.h"
#include "core/accounts/sign_in_sessions.h"
#include "core/accounts/standing.h"
#include "core/backup/backup_keeper.h"
#include "core/base/clock.h"
#include "core/changes/write_door.h"
#include "core/vault/vault.h"
#include "ui/desk/desk.h"

#include <QStackedWidget>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QTemporaryDir;

namespace thimblely {
class SecretStore;
namespace backup {
class PracticeShop;
}
} // namespace thimblely

namespace thimblely::ui {

class FileCare;
class FirstStartPage;
class MainWindow;
class SignInPage;

/*!
 * The program's one window and what it shows when: the first start, the faces, a file that cannot be opened or is locked
 * up, or the frame with the screens. It opens and closes the session of who is signed in, and locks when nobody has touched
 * anything for a while.
 */
class Program : public QStackedWidget {
    Q_OBJECT

public:
    Program(QString path, const Clock &clock, QWidget *parent = nullptr);
    ~Program() override;

    //! The file that was opened here last in the place of the usual one (from a backup, or by hand), where it is still
    //! there; else `usual`.
    static QString rememberedFile(const QString &usual);
    //! Opens the file, and shows what comes of it. Once the window is shown: a thread that opens the file meanwhile takes
    //! turns with the windowing system, which the window waits for.
    void start();
    //! How long nobody may touch anything before it locks; ten minutes unless told otherwise.
    void setIdleLimit(std::chrono::milliseconds limit) { m_idle.setInterval(limit); }
    //! The frame of who is signed in; none before.
    MainWindow *mainWindow() const { return m_window; }
    //! What looks after the file, for tests.
    FileCare &fileCare() const { return *m_care; }
    Desk *desk() const { return m_sitting ? m_sitting->desk.get() : nullptr; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    //! All that belongs to one signed-in person. They go in turn from the last to the first: the drafts and the door write
    //! what is still waiting, then the session closes.
    struct Sitting {
        access::Principal principal;
        QString name;
        std::unique_ptr<access::Session> session;
        std::unique_ptr<changes::WriteDoor> door;
        std::unique_ptr<DraftKeeper> drafts;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<OwnWorkspacesService> workspaces = {}; // while another one is gone to
        std::optional<OpenSignIn> signIn = {};                 // none while somebody practises
        Instant kept = Instant(0);                             // when the file was told last that it goes on
        std::optional<SignedOut> signedOut = {};               // without their doing
    };

    //! A vault that this window needs open, until it ends.
    struct HeldVault {
        vault::Vault vault;
        std::unique_ptr<vault::Hold> hold;
    };

    bool startVault();
    void showUnlock(const vault::Vault &vault);
    void openVaultFile(const vault::Vault &vault);
    void holdVault(const vault::Vault &vault);
    void showEncrypt();
    void showVaultKey();
    void encryptFirst(FirstStartPage *first);
    void closeFile();
    void lockVaults();
    bool isEncrypting() const;
    void openFile();
    void showFirstStart();
    void showFaces(const std::vector<Face> &faces);
    void showSignIn(const std::optional<PersonId> &chosen, const std::optional<WorkspaceId> &shop = {});
    SignInPage *showSignInPage();
    SignInPage *newSignInPage();
    void showProblem(const Error &error);
    void signedIn(const access::Principal &principal, const QString &name);
    access::SessionOpener &sessions();
    void prepareSession();
    //! `signIn`: who was signed in goes on so, without being asked who they are, as long as that holds.
    Result<void> beginSitting(const access::Principal &principal, const QString &name,
                              const std::optional<OpenSignIn> &signIn = {});
    void takeSignIn(const std::optional<OpenSignIn> &before, QFuture<Result<OpenSignIn>> begun);
    void comeBack();
    void endSignIn(Sitting &sitting);
    void followSignIn();
    void keepSignIn();
    void lookWhySignedOut();
    void signOut(SignedOut why);
    void sayWhySignedOut();
    SignInSessions &signIns();
    QFuture<Result<OpenSignIn>> newSignIn(const access::Principal &principal);
    std::optional<WindowSignIn> windowSignIn() const;
    Result<void> furnish(Sitting &sitting);
    backup::BackupKeeper &backups();
    void showRestore();
    void showArchive();
    void showRecover(const QString &login);
    void showJoin();
    void switchWorkspace(WorkspaceId workspace);
    void showBringBack();
    void showSalvage();
    void remember(const QString &path);
    void openRestored(const QString &path, int missingPictures);
    void giveUp(const Error &error);
    void reopen();
    void carryOver(Sitting &sitting);
    void sitDown();
    //! Somebody is on their way from one window to the next.
    bool isSittingDown() const;
    void enter();
    bool handOver(Sitting &from, Sitting &to) const;
    void leave(std::unique_ptr<Sitting> sitting, bool handedOver);
    void takeAwayHandedOver();
    void finishLeaving();
    void buildWindow();
    void followFile();
    void followStanding();
    void witness();
    void sayNewDevice();
    void closeWindow();
    void endSitting();
    void lock();
    void startDemo();
    enum class AfterPractice { Own, Faces };
    struct Practice;
    void startPractice(PersonId person, const QString &name);
    void practise(std::shared_ptr<backup::PracticeShop> shop, const access::Principal &as, const QString &name);
    void endPractice(AfterPractice after);
    std::optional<Practice> leaveCopy();
    void openOtherFile();
    void replacePage(QWidget *page);
    void restoreAppearance();
    void keepAppearance();

    QString m_path; // where it is read: within the vault, where it has one
    const Clock &m_clock;
    FileCare *m_care;                // of m_path
    std::vector<HeldVault> m_vaults; // of all files of this sitting
    QTimer m_idle;
    QTimer m_atWork;           // tells the file that somebody is
    bool m_touched = false;    // since it was told last
    QTimer m_witness;          // tells this computer how far the file has got, a moment after the last change
    qint64 m_newest = 0;       // of the operations here, that one knows
    bool m_firstStart = false; // the owner has no recovery sheet yet
    bool m_diskIsBack = false; // which is still to be said
    bool m_newDevice = false;  // the file came from elsewhere, which is still to be said
    std::unique_ptr<access::SessionOpener> m_sessions; // at m_path
    std::unique_ptr<WindowSeat> m_seat;                // at m_path; whoever signs in here has it
    std::unique_ptr<SignInSessions> m_signIns;         // at m_path; asks m_seat
    std::unique_ptr<backup::BackupKeeper> m_backups;   // of m_path
    std::shared_ptr<SecretStore> m_keychain;           // while the demo shop goes without
    std::unique_ptr<QTemporaryDir> m_demoFolder;       // of the demo shop, gone with the program
    //! What somebody who practises on a copy comes back to.
    struct Practice {
        std::shared_ptr<backup::PracticeShop> shop;
        QString realFile;
        access::Principal principal; //!< who was signed in
        QString name;
        std::optional<OpenSignIn> signIn;
        bool forThemself; //!< else somebody else is at the keyboard, who comes back to the faces
    };
    std::optional<Practice> m_practice;
    std::unique_ptr<Sitting> m_sitting;
    std::unique_ptr<Sitting> m_next;    // who signs in, until all is open
    std::unique_ptr<Sitting> m_leaving; // whose last words are still on their way to the disk
    //! What somebody was typing while the disk was away, until they are back in the file.
    struct Carried {
        access::Principal principal;
        std::vector<changes::DraftStore::Draft> drafts;
    };
    std::optional<Carried> m_carried;
    bool m_handedOver = false;      // their order is in the hands of m_sitting
    MainWindow *m_window = nullptr; // of m_sitting; goes before it
    QWidget *m_page = nullptr;      // what is shown instead of it
};

} // namespace thimblely::ui
