// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message_template.h"

#include <QFuture>

namespace thimblely::access {
class Session;
class ScopedConnection;
} // namespace thimblely::access
namespace thimblely::changes {
class WriteDoor;
}

namespace thimblely::conversations {

/*!
 * The shop's one list of templates: the usual ones, changed where the shop changed them, and its own. Each text is a
 * setting of its own, so that two devices that change two of them both keep theirs. Reads answer at once, on the
 * Session's thread; to write takes workspace:manage.
 *
 * Errors: Invalid "message.unknown_field", "message.too_long", "message.no_template_name", "message.no_text"; NotFound
 * "message.unknown_template".
 */
class MessageTemplateService {
public:
    MessageTemplateService(access::Session &session, changes::WriteDoor &door) : m_session(session), m_door(door) {}

    //! The usual ones in their order, then the shop's own by name.
    Result<std::vector<MessageTemplate>> all() const;
    Result<MessageTemplate> load(const QString &key) const;
    //! An empty text: the usual one again, or none in that language.
    QFuture<Result<void>> setText(QString key, QString language, QString text);
    //! One of the shop's own; its key.
    QFuture<Result<QString>> add(QString name, bool offer, QString language, QString text);
    //! One of the shop's own is gone; what was written with it stays.
    QFuture<Result<void>> remove(QString key);

private:
    access::Session &m_session;
    changes::WriteDoor &m_door;
};

//! As MessageTemplateService::all(), of any connection; on its thread.
Result<std::vector<MessageTemplate>> loadTemplates(access::ScopedConnection &connection);

} // namespace thimblely::conversations
