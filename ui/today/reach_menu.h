// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/outbox_service.h"
#include "core/inventory/item.h"
#include "ui/today/today_row.h"

#include <QMenu>

namespace thimblely::ui {

class Desk;

/*!
 * The ways to reach somebody about what stands on Today, the words ready: their number for the telephone, WhatsApp with
 * the words typed in, the words copied. Nothing is sent by itself;
 * that it went can be noted at once.
 */
class ReachMenu : public QMenu {
    Q_OBJECT

public:
    //! A client about an order of theirs.
    ReachMenu(Desk &desk, const ReachClient &who, QWidget *parent);
    //! Whoever sells what runs out.
    ReachMenu(Desk &desk, InventoryItemId item, QWidget *parent);

    //! As it is said in a message.
    const QString &words() const { return m_words; }

Q_SIGNALS:
    void cardRequested(thimblely::ClientId client);

private:
    void addLink(const QString &name, const QUrl &link);
    void addMessage(const conversations::SentElsewhere &message);
    void addCopy();

    Desk &m_desk;
    QString m_words;
};

} // namespace thimblely::ui
