// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client.h"
#include "core/conversations/message.h"
#include "core/conversations/message_template.h"
#include "core/conversations/message_words.h"
#include "ui/widgets/pane.h"

#include <vector>

class QComboBox;

namespace thimblely::ui {

class Button;
class Desk;
class DraftLine;
class FormDraft;
class Label;
class Segmented;
class TextArea;

/*!
 * Where a message is written: to the client in a template's words or one's own, with what its fields become under it; or
 * from the client, as it came in elsewhere. What is typed is safe within a second and comes back with the same client.
 */
class Composer : public Pane {
    Q_OBJECT

public:
    Composer(Desk &desk, QWidget *parent);

    //! About the order, where one is given.
    void begin(const Client &client, const std::optional<OrderId> &order = {});
    //! A message that has not gone is put right.
    void change(const conversations::Message &message);
    //! Read anew: channels and templates were changed.
    void reload();
    //! Ctrl+Enter and F9.
    void submit();
    void keepAsDraft();
    //! Given up for now: what was typed stays for the next time.
    void leave();
    void focusText();
    bool isBusy() const { return m_busy; }
    //! That it is about.
    std::optional<OrderId> order() const;
    //! Takes a step back: a message that was being put right stays as it was.
    bool stepBack();

Q_SIGNALS:
    //! Waits to be sent now; none: it was kept, or came in.
    void written(std::optional<thimblely::MessageId> toSend);

private:
    void build();
    QComboBox *addChoice(const QString &name, QLayout *into);
    void fillChannels();
    void fillTemplates();
    void fillOrders(const std::optional<OrderId> &wanted);
    void fillLanguages();
    void takeTemplate();
    void showWay();
    void showReading();
    void showProblem(const Error &error);
    void clearProblem();
    bool isInbound() const;
    const conversations::MessageTemplate *chosenTemplate() const;
    conversations::MessageAbout about() const;
    //! The words with their fields filled.
    Result<QString> reading() const;
    std::optional<conversations::MessageDraft> draft(const QString &text) const;
    QString recipient(ChannelId channel) const;
    template <typename Begin>
    void write(Begin begin, bool waits);
    void done(std::optional<MessageId> toSend);

    Desk &m_desk;
    std::optional<Client> m_client;
    std::optional<MessageId> m_changed;
    std::vector<conversations::MessageTemplate> m_all;
    std::vector<std::pair<ChannelId, conversations::ChannelType>> m_channels; // of the choice, in its order
    std::vector<OrderId> m_orders;                                            // after "no order"
    FormDraft *m_draft;
    QString m_filled; // by a template; what differs from it was typed
    bool m_busy = false;
    bool m_warned = false; // that they asked not to be written to
    Segmented *m_way = nullptr;
    DraftLine *m_cameBack = nullptr;
    QWidget *m_fields = nullptr;
    QWidget *m_wording = nullptr;
    QComboBox *m_channel = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_template = nullptr;
    QComboBox *m_language = nullptr;
    TextArea *m_text = nullptr;
    Label *m_reading = nullptr;
    Label *m_problem = nullptr;
    Button *m_keep = nullptr;
    Button *m_send = nullptr;
};

} // namespace thimblely::ui
