// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// A shop whose files are encrypted: opened before anybody signs in, locked when the program ends.
#include "core/base/log.h"
#include "core/vault/encrypting.h"
#include "core/vault/vault.h"
#include "ui/accounts/first_start_page.h"
#include "ui/shell/file_care.h"
#include "ui/shell/main_window.h"
#include "ui/shell/program.h"
#include "ui/vault/encrypt_page.h"
#include "ui/vault/unlock_page.h"
#include "ui/vault/vault_task.h"

namespace thimblely::ui {

namespace {

//! Why the vault cannot be opened here, if it cannot; the tools are only asked for where they are needed.
Result<vault::State> lookAt(const vault::Vault &vault)
{
    vault::tidy(vault);
    const vault::State state = vault::closeAbandoned(vault);
    if (state == vault::State::NoTool || state == vault::State::NoFuse)
        TRY(vault::requireTools());
    return state;
}

} // namespace

//! False where the file lies in no vault, and nothing was done.
bool Program::startVault()
{
    const auto vault = vault::vaultOf(m_path);
    if (!vault)
        return false;
    m_path = vault->shopFile;
    runVaultTask(
        this, [vault = *vault] { return lookAt(vault); },
        [this, vault = *vault](const Result<vault::State> &state) {
            if (!state)
                return showProblem(state.error());
            if (*state != vault::State::Open)
                return showUnlock(vault);
            holdVault(vault); // another window has it open, or this one
            openVaultFile(vault);
        });
    return true;
}

void Program::showUnlock(const vault::Vault &vault)
{
    auto *page = new UnlockPage(vault);
    connect(page, &UnlockPage::opened, this, [this, vault] {
        holdVault(vault);
        openVaultFile(vault);
    });
    connect(page, &UnlockPage::otherFileRequested, this, &Program::openOtherFile);
    replacePage(page);
}

//! A key that stood on the screen when the program was killed comes first; it can wait, and is asked for again.
void Program::openVaultFile(const vault::Vault &vault)
{
    if (vault::isKeyOnPaper(vault))
        return openFile();
    auto *page = new EncryptPage(vault.shopFile, EncryptPage::For::KeyOnceMore, m_clock);
    connect(page, &EncryptPage::leaveRequested, this, &Program::openFile);
    connect(page, &EncryptPage::finished, this, &Program::openFile);
    replacePage(page);
}

//! So that another window that ends does not lock it.
void Program::holdVault(const vault::Vault &vault)
{
    for (const HeldVault &held : m_vaults) {
        if (held.vault.cipher == vault.cipher)
            return;
    }
    m_vaults.push_back({vault, std::make_unique<vault::Hold>(vault)});
}

//! Whoever is signed in stays so behind it, until the work begins.
void Program::showEncrypt()
{
    auto *page = new EncryptPage(m_path, EncryptPage::For::Shop, m_clock);
    connect(page, &EncryptPage::leaveRequested, this, [this] { m_sitting ? enter() : start(); });
    connect(page, &EncryptPage::aboutToEncrypt, this, &Program::closeFile);
    connect(page, &EncryptPage::finished, this, [this] {
        if (const auto made = vault::vaultOf(m_path)) // opened with the passphrase that was just chosen
            holdVault(*made);
        start();
    });
    replacePage(page);
}

void Program::showVaultKey()
{
    auto *page = new EncryptPage(m_path, EncryptPage::For::KeyOnceMore, m_clock);
    connect(page, &EncryptPage::leaveRequested, this, &Program::enter);
    connect(page, &EncryptPage::finished, this, &Program::enter);
    replacePage(page);
}

//! What was typed on the first page is kept behind it: the file is made once there is a vault for it.
void Program::encryptFirst(FirstStartPage *first)
{
    auto *page = new EncryptPage(m_path, EncryptPage::For::NewShop, m_clock);
    const auto back = [this, first, page] {
        m_page = nullptr;
        removeWidget(first);
        replacePage(first);
        page->deleteLater();
    };
    connect(page, &EncryptPage::leaveRequested, this, back);
    connect(page, &EncryptPage::finished, this, [this, first, back] {
        const vault::Vault vault = vault::placesFor(m_path);
        holdVault(vault);
        m_path = vault.shopFile;
        back();
        first->createIn(m_path);
    });
    m_page = nullptr; // it stays
    replacePage(page);
}

//! Everything of this program that has the shop's file open.
void Program::closeFile()
{
    endSitting();
    m_care->leave();
    m_backups.reset();
    m_sessions.reset();
    m_signIns.reset();
    m_seat.reset();
}

void Program::lockVaults()
{
    if (const auto vault = vault::vaultOf(m_path)) // made just now, and not gone on with
        holdVault(*vault);
    for (HeldVault &held : m_vaults) {
        held.hold.reset();
        if (const auto locked = vault::lock(held.vault); !locked)
            qCWarning(lcUi, "the encrypted folder stays open, another program uses it: %s",
                      locked.error().code.constData());
    }
    m_vaults.clear();
}

bool Program::isEncrypting() const
{
    const auto *page = qobject_cast<EncryptPage *>(m_page);
    return page && page->isBusy();
}

} // namespace thimblely::ui
