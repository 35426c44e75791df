// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_memory.h"

namespace thimblely::exchange {

namespace {

Result<QSet<QString>> textsOf(storage::Statement &query)
{
    QSet<QString> texts;
    for (;;) {
        TRY_ASSIGN(const bool row, query.step());
        if (!row)
            return texts;
        texts.insert(query.text(0));
    }
}

} // namespace

Result<QSet<QString> *> ImportMemory::foreignIds(const changes::ImportRegister::Entry &entry)
{
    const auto known = m_foreignIds.find(entry.format);
    if (known != m_foreignIds.end())
        return &known->second;
    TRY_ASSIGN(QSet<QString> ids, changes::ImportRegister::foreignIds(m_context, entry));
    return &m_foreignIds.emplace(entry.format, std::move(ids)).first->second;
}

Result<bool> ImportMemory::mayBeRegistered(const changes::ImportRegister::Entry &entry)
{
    TRY_ASSIGN(const QSet<QString> *const ids, foreignIds(entry));
    return ids->contains(entry.foreignId);
}

Result<bool> ImportMemory::mayBeSomebodys(const std::vector<Phone> &phones)
{
    if (!m_numbers) {
        TRY_ASSIGN(auto query, m_context.query("SELECT phone FROM clients WHERE phone IS NOT NULL"));
        TRY_ASSIGN(m_numbers, textsOf(*query));
    }
    return std::ranges::any_of(phones, [this](const Phone &phone) { return m_numbers->contains(phone.e164); });
}

void ImportMemory::registered(const changes::ImportRegister::Entry &entry)
{
    if (const auto known = m_foreignIds.find(entry.format); known != m_foreignIds.end())
        known->second.insert(entry.foreignId);
}

Result<void> ImportMemory::written(ClientId client)
{
    if (!m_numbers)
        return {};
    TRY_ASSIGN(auto query, m_context.query("SELECT phone FROM clients WHERE id = ? AND phone IS NOT NULL"));
    query->bind(client);
    TRY_ASSIGN(const QSet<QString> number, textsOf(*query));
    m_numbers->unite(number);
    return {};
}

void ImportMemory::made(const std::vector<Phone> &phones)
{
    if (m_numbers && !phones.empty() && !phones.front().e164.isEmpty())
        m_numbers->insert(phones.front().e164);
}

} // namespace thimblely::exchange
