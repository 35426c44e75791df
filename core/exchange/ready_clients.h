// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_writer.h"
#include "core/exchange/import_file.h"

#include <future>
#include <optional>
#include <span>
#include <vector>

namespace thimblely::exchange {

//! What can be said of a client's entry without the shop's file.
struct ReadyEntry {
    Result<clients::ReadyClient> client; //!< or why it cannot be written
    QByteArray contentHash;              //!< of the entry as it was read, to see at the next import whether it changed
};

ReadyEntry readyEntry(const ClientEntry &entry, const clients::ReadyFor &shop);

/*!
 * The clients of a file, made ready a block ahead of the writer on a thread of their own: to understand a phone takes as
 * long as to write its row. `entries` must outlive it. On the writer's thread; internal to this folder.
 */
class ReadyClients {
public:
    ReadyClients(std::span<const ImportEntry> entries, clients::ReadyFor shop);

    //! Of the entry at `index`, which is a client; they are asked for in their order.
    const ReadyEntry &at(size_t index);

private:
    using Block = std::vector<std::optional<ReadyEntry>>; // none: no client
    std::future<Block> begin(size_t first, Block used) const;

    std::span<const ImportEntry> m_entries;
    clients::ReadyFor m_shop;
    Block m_block = {};
    size_t m_first = 0; // of m_block
    std::future<Block> m_next;
};

} // namespace thimblely::exchange
