// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/conversations/batch_service.h"
#include "ui/desk/page.h"

#include <optional>

class QLineEdit;
class QStackedWidget;

namespace thimblely::access {
class Principal;
}

namespace thimblely::ui {

class Button;
class ChannelForm;
class ConversationsModel;
class Desk;
class EmptyState;
class EntryForm;
class Label;
class ListView;
class Segmented;
class TemplateForm;
class ThreadPane;

/*!
 * Messages: the conversations of the shop, beside them the one that is chosen. What the shop writes waits here until a
 * person has opened and sent it; many are made ready at once and seen to one after the other by keys. The shop's channels
 * and templates are typed in the conversation's place.
 */
class ConversationsPage : public Page {
    Q_OBJECT

public:
    explicit ConversationsPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);

    //! To write to them; about the order, where one is given.
    void showClient(ClientId client, const std::optional<OrderId> &order = {});
    void showChannels();
    void showTemplates();

    QString title() const override { return tr("Messages"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *buildHead();
    QWidget *buildList();
    void connectParts();
    void follow(const changes::ChangeSet &changes);
    void showCounts();
    void showRows();
    void choose(int filter);
    void find(const QString &words);
    void showConversation(int row);
    void goOn();
    void prepareBatch(conversations::Batch batch);
    void queueBatch(const conversations::PreparedBatch &batch);
    void sayLeftOut(const conversations::PreparedBatch &batch);
    void showForm(EntryForm *form);
    void showThread();
    EntryForm *form() const;
    bool writes() const;
    bool manages() const;
    bool hasChannel() const;
    void place();

    Desk &m_desk;
    ConversationsModel *m_model;
    Label *m_heading = nullptr;
    Segmented *m_which = nullptr;
    QLineEdit *m_find = nullptr;
    Button *m_several = nullptr;
    Button *m_more = nullptr;
    QWidget *m_listPart = nullptr;
    QStackedWidget *m_lists = nullptr;
    ListView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noChannel = nullptr;
    QWidget *m_nothing = nullptr;
    QStackedWidget *m_stack = nullptr;
    ThreadPane *m_thread = nullptr;
    ChannelForm *m_channels = nullptr;
    TemplateForm *m_templates = nullptr;
    bool m_quiet = false;  // the list moves by itself
    bool m_goesOn = false; // to the next that waits, once the list is read
    bool m_sawTo = false;  // a message of the list, which may have been the last
    bool m_isPreparing = false;
};

} // namespace thimblely::ui
