// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/clock.h"
#include "core/vault/encrypting.h"

#include <QWidget>

#include <array>

class QProgressBar;

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;
class VaultKeyView;

/*!
 * Encrypts a shop's files: what it is good for and what it costs, the passphrase twice, the work, and at the end the key
 * for the paper. Or shows that key once more, for who has the passphrase and lost the paper.
 */
class EncryptPage : public QWidget {
    Q_OBJECT

public:
    enum class For {
        NewShop,    //!< there is no file yet
        Shop,       //!< everything of it moves in
        KeyOnceMore //!< it is encrypted
    };

    EncryptPage(QString shopFile, For purpose, const Clock &clock, QWidget *parent = nullptr);

    //! Something is being moved, and the program must not be closed.
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    //! Sent before the work begins: whoever has the shop's file open closes it now.
    void aboutToEncrypt();
    //! The key is on paper and, unless it was shown once more, the vault is there and open.
    void finished();
    void leaveRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QString words() const;
    void submit();
    void run(const QString &passphrase);
    void answer(const Result<QString> &key);
    void showStage(vault::Stage stage);
    void showKey(const QString &key);
    void setBusy(bool busy);

    const QString m_shopFile;
    const For m_purpose;
    const Clock &m_clock;
    bool m_busy = false;
    QWidget *m_asking = nullptr;
    Label *m_words = nullptr;
    std::array<FieldEdit *, 2> m_passphrases{}; // the second only where one is chosen
    QProgressBar *m_progress = nullptr;
    Label *m_stage = nullptr;
    Label *m_problem = nullptr;
    Button *m_leave = nullptr;
    Button *m_begin = nullptr;
    VaultKeyView *m_key = nullptr;
};

} // namespace thimblely::ui
