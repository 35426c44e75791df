// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/privacy/erasure_service.h"
#include "ui/clients/client_task_pane.h"

#include <optional>

namespace thimblely::ui {

class Desk;
class FieldEdit;

/*!
 * Erasing a client: what goes, what stays and why, what has to be done first, how long backups hold it; then the owner's
 * PIN or password, and it is done. For data:erase_client. Nothing takes it back.
 */
class ClientErasePane : public ClientTaskPane {
    Q_OBJECT
public:
    explicit ClientErasePane(Desk &desk, QWidget *parent = nullptr);

    void start(ClientId client, const QString &name);
    ClientId client() const { return *m_client; }
    void focusFirst();

Q_SIGNALS:
    void erased();

private:
    ErasureService service() const;
    void show(const ErasureScope &scope);
    QString goes(const ErasureScope &scope) const;
    QString stays(const ErasureScope &scope) const;
    void askForSecret();
    void erase();
    void done(const ErasedClient &client);

    Desk &m_desk;
    std::optional<ClientId> m_client;
    FieldEdit *m_secret = nullptr;
    Button *m_erase;
};

} // namespace thimblely::ui
