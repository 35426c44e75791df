// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/privacy/client_file.h"
#include "ui/clients/client_task_pane.h"

#include <optional>

namespace thimblely::ui {

class Desk;

/*!
 * Everything that is held on a client, to be read here and written as files for them: a PDF and the same as JSON. For
 * data:export. Read on another thread.
 */
class ClientHeldPane : public ClientTaskPane {
    Q_OBJECT
public:
    explicit ClientHeldPane(Desk &desk, QWidget *parent = nullptr);

    void start(ClientId client, const QString &name);
    ClientId client() const { return *m_client; }
    void focusFirst();

private:
    void show(const privacy::ClientFile &file);

    Desk &m_desk;
    std::optional<ClientId> m_client;
    std::optional<privacy::ClientFile> m_file;
    Button *m_write;
};

} // namespace thimblely::ui
