// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/clients/client.h"
#include "ui/desk/page.h"

class QStackedWidget;

namespace thimblely::ui {

class ClientCard;
class ClientEditor;
class ClientMergePane;
class ClientTaskPane;
class ClientListPane;
class PayBackForm;
class Desk;

/*!
 * Everybody the shop works for: the list, and beside it the card of the current one or, in its place, the editor.
 * Up and Down show the next card, Enter edits it, Delete moves it to the bin (taken back from the toast).
 */
class ClientsPage : public Page {
    Q_OBJECT
public:
    explicit ClientsPage(Desk &desk, QWidget *parent = nullptr);

    void showClient(ClientId id);
    void editClient(ClientId id);
    //! `typed` is a phone number or a name that nobody was found by; may be empty.
    void addClient(const QString &typed);
    //! Pays out what is kept for them, in place of their card.
    void payBack(ClientId client, const QString &name);

    QString title() const override { return tr("Clients"); }
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

Q_SIGNALS:
    //! A book of another program is to be brought in.
    void importRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    ClientEditor &editor();
    ClientMergePane &merge();
    //! A pane in place of the card, made when first used.
    template <typename Task>
    void startTask(ClientId client, const QString &name);
    //! The pane that stands in place of the card; null: none does.
    ClientTaskPane *task() const;
    void layOut();
    bool isEditing() const;
    bool isMerging() const;
    bool isPayingBack() const;
    //! The editor for somebody new whom `payer` pays for.
    void addMember(ClientId payer);
    void startMerge(ClientId stays, std::optional<ClientId> goes);
    void showCard(ClientId id);
    void leaveEditor();
    void remove(ClientId id);
    void apply(const changes::ChangeSet &changes);
    void refreshUnsaved();

    Desk &m_desk;
    ClientListPane *m_list;
    QStackedWidget *m_stack;
    QWidget *m_nobody;
    ClientCard *m_card;
    ClientEditor *m_editor = nullptr;   // made when first used, as is
    ClientMergePane *m_merge = nullptr; // this
    PayBackForm *m_payBack = nullptr;   // and this
};

} // namespace thimblely::ui
