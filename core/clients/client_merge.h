// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/write_context.h"
#include "core/clients/client_merge_service.h"

#include <span>

namespace thimblely::clients {

// How two cards become one; internal to this folder, but for the list that a test holds against the schema.

//! A column by which a row hangs on a client.
struct ClientReference {
    storage::Table table;
    const char *column;
    access::Capability read; //!< without it a person does not see all of these rows
    int MergedRows::*count;  //!< null: nothing to tell (cards merged before)
};
std::span<const ClientReference> clientReferences();

//! The card that stays with what it takes over. Pure.
struct MergedCard {
    ClientDraft fields;
    std::vector<QString> phonesAdded;
    std::vector<MergedField> filled;
    std::vector<MergedField> kept;
};
MergedCard mergedCard(const Client &stays, const Client &goes);

Result<MergePreview> previewMerge(access::ScopedConnection &connection, ClientId stays, ClientId goes);
Result<void> merge(changes::WriteContext &context, ClientId stays, ClientId goes);

} // namespace thimblely::clients
