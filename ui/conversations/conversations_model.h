// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message.h"
#include "ui/desk/paged_model.h"

namespace thimblely::ui {

/*!
 * The conversations of the shop, a row for each client: those of a filter, page by page by key, or those found by some
 * words, also of clients with whom nothing was written yet. GUI thread.
 */
class ConversationsModel : public PagedModel<conversations::Conversation, conversations::MessageKey> {
    Q_OBJECT

public:
    explicit ConversationsModel(Desk &desk, QObject *parent = nullptr);

    void showFilter(conversations::ConversationFilter filter);
    void find(const QString &words);
    conversations::ConversationFilter filter() const { return m_filter; }
    const QString &words() const { return m_words; }
    int rowOf(ClientId client) const; //!< -1: not among those read so far

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    conversations::MessageKey placeOf(const conversations::Conversation &row) const override;

private:
    QString secondLine(const conversations::Conversation &row) const;

    conversations::ConversationFilter m_filter = conversations::ConversationFilter::All;
    QString m_words;
};

} // namespace thimblely::ui
