// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/conversations_model.h"

#include "core/conversations/conversation_service.h"
#include "ui/conversations/conversation_words.h"
#include "ui/desk/isolated.h"
#include "ui/desk/message_opening.h"
#include "ui/desk/moment_text.h"
#include "ui/widgets/list_row_delegate.h"

namespace thimblely::ui {

using conversations::Conversation;
using conversations::ConversationFilter;
using conversations::ConversationService;
using conversations::Direction;
using conversations::MessageKey;

ConversationsModel::ConversationsModel(Desk &desk, QObject *parent) : PagedModel(desk, parent) {}

void ConversationsModel::showFilter(ConversationFilter filter)
{
    m_filter = filter;
    m_words.clear();
    show([&door = desk().door(), filter](access::Session &session, const std::optional<MessageKey> &after, int limit) {
        return ConversationService(session, door).list(filter, after, limit);
    });
}

void ConversationsModel::find(const QString &words)
{
    m_words = words.trimmed();
    if (m_words.isEmpty())
        return showFilter(m_filter);
    show([&door = desk().door(), typed = m_words](access::Session &session, const std::optional<MessageKey> &after,
                                                  int limit) -> Result<std::vector<Conversation>> {
        if (after) // who is found stands on one page
            return std::vector<Conversation>();
        return ConversationService(session, door).search(typed, limit);
    });
}

int ConversationsModel::rowOf(ClientId client) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).id == client)
            return i;
    }
    return -1;
}

MessageKey ConversationsModel::placeOf(const Conversation &row) const
{
    return {row.at, row.message.value_or(MessageId(IdBytes{}))};
}

QString ConversationsModel::secondLine(const Conversation &row) const
{
    if (!row.message)
        return tr("Nothing was written yet");
    const QString text = isolated(inOneLine(row.text));
    //: how a message that the shop wrote begins in the list
    return row.direction == Direction::Outbound ? tr("You: %1").arg(text) : text;
}

QVariant ConversationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Conversation &one = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.name;
    case ListRowDelegate::SecondLine:
        return secondLine(one);
    case ListRowDelegate::StatusRole:
        return one.message ? QVariant(int(statusOf(one.state))) : QVariant();
    case ListRowDelegate::StatusWord:
        return one.message ? stateWord(one.state) : QString();
    case ListRowDelegate::Amount:
        return one.message ? momentText(one.at, desk()) : QString();
    case Qt::AccessibleTextRole: {
        QStringList parts{one.name,
                          one.message ? stateWord(one.state) : QString(),
                          one.toSend > 0 ? tr("%n to be sent", nullptr, one.toSend) : QString(),
                          one.unanswered > 0 ? tr("%n to be answered", nullptr, one.unanswered) : QString(),
                          one.optedOut ? tr("asked not to be written to") : QString(),
                          secondLine(one),
                          one.message ? momentText(one.at, desk()) : QString()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

} // namespace thimblely::ui
