// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/clients/client.h"
#include "core/conversations/message.h"
#include "ui/widgets/pane.h"

class QScrollArea;
class QStackedLayout;

namespace thimblely::ui {

class Button;
class Chip;
class Composer;
class Desk;
class EmptyState;
class Label;
class ThreadModel;
class ThreadView;

/*!
 * A conversation: whom it is with, the thread, what can be done with the message that is chosen (opened in a program of
 * one's own, said that it went or did not), and where the next one is written.
 */
class ThreadPane : public Card {
    Q_OBJECT

public:
    ThreadPane(Desk &desk, QWidget *parent);

    //! About the order, where one is given.
    void showClient(ClientId client, const std::optional<OrderId> &order = {});
    void showNothing();
    std::optional<ClientId> client() const;
    void apply(const changes::ChangeSet &changes);
    //! Channels or templates were changed.
    void reload();
    Composer *composer() const { return m_composer; }

    //! The keyboard to what is to be sent next, else to where one writes.
    void focusNext();
    void focusText();
    //! Of the message that is chosen.
    void openChosen();
    void markSent();
    bool stepBack();

Q_SIGNALS:
    //! A message that waited went, was called off, or could not go.
    void seenTo();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void placeComposer();
    QLayout *buildHead(QWidget *parent);
    QWidget *buildActions(QWidget *parent);
    void readClient();
    void threadRead();
    void showActions();
    void markFailed();
    void changeChosen();
    const conversations::Message *chosen() const;
    void settle();
    template <typename T>
    void see(QFuture<Result<T>> written);

    Desk &m_desk;
    ThreadModel *m_model;
    std::optional<Client> m_client;
    std::optional<MessageId> m_wanted; // chosen once it is read
    bool m_focusNext = false;          // once it is read
    bool m_isReading = false;          // what stands there is of somebody else
    QStackedLayout *m_stack = nullptr;
    QWidget *m_nothing = nullptr;
    QWidget *m_one = nullptr;
    QStackedLayout *m_threads = nullptr;
    EmptyState *m_unwritten = nullptr;
    Label *m_name = nullptr;
    Label *m_reach = nullptr;
    QWidget *m_remarks = nullptr;
    Chip *m_optedOut = nullptr;
    Button *m_card = nullptr;
    Button *m_settle = nullptr;
    ThreadView *m_view = nullptr;
    QWidget *m_actions = nullptr;
    Button *m_open = nullptr;
    Button *m_sent = nullptr;
    Button *m_notSent = nullptr;
    Button *m_more = nullptr;
    QScrollArea *m_writing = nullptr;
    Composer *m_composer = nullptr;
};

} // namespace thimblely::ui
