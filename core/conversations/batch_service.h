// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/outbox_service.h"

namespace thimblely::conversations {

//! Whom a shop writes to one after the other.
enum class Batch {
    ReadyUncollected, //!< all is ready and nobody came for it: told so, or reminded where they were told before
    FittingTomorrow   //!< comes to be fitted on the next day
};

//! Why somebody is left out of a batch.
enum class LeftOut { AskedNot, NoChannel, WaitsAlready, AskedToday };

struct BatchEntry {
    AddressedDraft message;
    QString name;
};
struct LeftOutEntry {
    ClientId client;
    QString name;
    LeftOut why;
};
struct PreparedBatch {
    std::vector<BatchEntry> entries = {}; //!< with their words, in their own languages
    std::vector<LeftOutEntry> leftOut = {};

    std::vector<AddressedDraft> messages() const;
};

/*!
 * Makes the messages of a batch ready, each in the client's language and by what reaches them. Reads only, and longer than a
 * frame: off the GUI thread. At most mostOfBatch.
 */
class BatchService {
public:
    static constexpr int mostOfBatch = 300;

    BatchService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! Forbidden without messages:write, clients:read, and orders:read or calendar:read.
    Result<PreparedBatch> prepare(Batch batch) const;

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

} // namespace thimblely::conversations
