// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/import_register.h"
#include "core/clients/client_writer.h"

#include <QSet>

#include <map>

namespace thimblely::exchange {

/*!
 * What an import of clients would otherwise ask the shop's file at each entry: it is read once, and says of most entries
 * that they are surely new. Whatever may be known is asked for as ever. `context` must outlive it. On the writer's thread;
 * internal to this folder.
 */
class ImportMemory {
public:
    explicit ImportMemory(changes::WriteContext &context) : m_context(context) {}

    //! False where nothing of the register is this entry.
    Result<bool> mayBeRegistered(const changes::ImportRegister::Entry &entry);
    //! False where no client that is read here has one of the numbers as their first.
    Result<bool> mayBeSomebodys(const std::vector<Phone> &phones);

    void registered(const changes::ImportRegister::Entry &entry);
    //! A client that was made or brought back, or whose card was changed.
    Result<void> written(ClientId client);
    void made(const std::vector<Phone> &phones);

private:
    Result<QSet<QString> *> foreignIds(const changes::ImportRegister::Entry &entry);

    changes::WriteContext &m_context;
    std::map<QByteArray, QSet<QString>> m_foreignIds = {}; // by format
    std::optional<QSet<QString>> m_numbers = {};           // E.164
};

} // namespace thimblely::exchange
