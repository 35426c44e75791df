// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/vault/vault.h"

#include <QWidget>

namespace thimblely::ui {

class Button;
class FieldEdit;
class Label;

/*!
 * Before the faces, where the shop's files are encrypted and locked: asks for the passphrase and opens them. Who has
 * forgotten it types the key of the printed sheet and a new passphrase instead.
 */
class UnlockPage : public QWidget {
    Q_OBJECT

public:
    explicit UnlockPage(vault::Vault vault, QWidget *parent = nullptr);

Q_SIGNALS:
    void opened();
    void otherFileRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void setForgotten(bool forgotten);
    void submit();
    void answer(const Result<void> &result);
    void setBusy(bool busy);

    const vault::Vault m_vault;
    bool m_forgotten = false;
    bool m_busy = false;
    Label *m_words = nullptr;
    FieldEdit *m_key = nullptr;
    FieldEdit *m_passphrase = nullptr;
    Label *m_problem = nullptr;
    Button *m_forgot = nullptr;
    Button *m_other = nullptr;
    Button *m_open = nullptr;
};

} // namespace thimblely::ui
