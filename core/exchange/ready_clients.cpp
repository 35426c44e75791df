// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/ready_clients.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

namespace thimblely::exchange {

namespace {

constexpr size_t blockSize = 512;

QByteArray hashOf(const ClientDraft &draft)
{
    QStringList parts = {draft.name,
                         draft.email,
                         draft.company,
                         draft.address,
                         draft.notes,
                         draft.birthDate ? draft.birthDate->toIso() : QString(),
                         draft.tags.join(u'\x1f')};
    for (const Phone &phone : draft.phones)
        parts.append(phone.number);
    return QCryptographicHash::hash(parts.join(u'\x1e').toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

ReadyEntry readyEntry(const ClientEntry &entry, const clients::ReadyFor &shop)
{
    return {clients::ReadyClient::make(entry.draft, shop), hashOf(entry.draft)};
}

ReadyClients::ReadyClients(std::span<const ImportEntry> entries, clients::ReadyFor shop)
    : m_entries(entries), m_shop(std::move(shop)), m_next(begin(0, {}))
{}

//! `used`: what was written meanwhile, taken apart where there is time for it.
std::future<ReadyClients::Block> ReadyClients::begin(size_t first, Block used) const
{
    const size_t count = std::min(blockSize, m_entries.size() - std::min(first, m_entries.size()));
    return std::async(std::launch::async,
                      [entries = m_entries.subspan(first, count), shop = m_shop, used = std::move(used)]() mutable {
                          used.clear();
                          Block block(entries.size());
                          for (size_t i = 0; i < entries.size(); ++i) {
                              if (const auto *client = std::get_if<ClientEntry>(&entries[i].content))
                                  block[i] = readyEntry(*client, shop);
                          }
                          return block;
                      });
}

const ReadyEntry &ReadyClients::at(size_t index)
{
    while (index >= m_first + m_block.size()) {
        m_first += m_block.size();
        Block used = std::exchange(m_block, m_next.get());
        m_next = begin(m_first + m_block.size(), std::move(used));
    }
    return *m_block[index - m_first];
}

} // namespace thimblely::exchange
