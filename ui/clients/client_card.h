// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/clients/client_service.h"
#include "ui/widgets/pane.h"

#include <optional>

class QGridLayout;
class QScrollArea;

namespace thimblely::ui {

class BalanceStrip;
class Button;
class ClientMeasures;
class ClientOrders;
class ClientFamily;
class ClientLogList;
class Desk;
class Label;
class PhotoStrip;
class SectionHead;

/*!
 * One client as the counter needs them: who, how to reach them, fit notes, measures beside the former ones, orders,
 * what is owed, the family, what was agreed, calls and notes. The parts that this person may not read are not there. It reads for itself and follows change sets.
 */
class ClientCard : public Pane {
    Q_OBJECT
public:
    explicit ClientCard(Desk &desk, QWidget *parent = nullptr);

    //! False where the client is gone or could not be read; what was shown stays then.
    bool showClient(ClientId id);
    std::optional<ClientId> client() const { return m_client; }
    //! The order chosen on the card, else the newest.
    std::optional<OrderId> order() const;
    void apply(const changes::ChangeSet &changes);
    //! A sentence over the card about what was typed and not saved; empty: there is none.
    void setUnsaved(const QString &sentence);
    Button *editButton() const { return m_edit; }

Q_SIGNALS:
    void editRequested(thimblely::ClientId client);
    void removeRequested(thimblely::ClientId client);
    void mergeRequested(thimblely::ClientId client);
    //! What is kept for them is to be paid out.
    void payBackRequested(thimblely::ClientId client, const QString &name);
    void heldRequested(thimblely::ClientId client, const QString &name);
    void eraseRequested(thimblely::ClientId client, const QString &name);
    void otherRequested(thimblely::ClientId client); //!< of the family
    void memberRequested(thimblely::ClientId payer); //!< somebody new in the family

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildFitNotes();
    QWidget *buildOrders();
    void layOut();
    void showFields(const Client &client);
    void showBalance(const Client &client);
    void showPhotos();
    void showFitNotes(const QString &notes);
    void showDetails(const Client &client);
    void showTerms(const Client &client);
    void showFormer(const Client &client);
    void addDetail(const QString &head, const QString &text);
    void openMenu();
    void connectButtons();

    Desk &m_desk;
    std::optional<ClientId> m_client;
    QScrollArea *m_scroll = nullptr;
    QGridLayout *m_grid = nullptr;
    Label *m_name = nullptr;
    Label *m_reach = nullptr;
    Label *m_unsaved = nullptr;
    Button *m_more = nullptr;
    Button *m_edit = nullptr;
    Button *m_measure = nullptr;
    Button *m_order = nullptr;
    QWidget *m_fitSection = nullptr;
    QWidget *m_fitTags = nullptr;
    ClientMeasures *m_measureSection = nullptr;
    QWidget *m_orderSection = nullptr;
    ClientOrders *m_orders = nullptr;
    SectionHead *m_balanceHead = nullptr;
    BalanceStrip *m_balance = nullptr;
    Button *m_payBack = nullptr;
    SectionHead *m_photosHead = nullptr;
    PhotoStrip *m_photos = nullptr;
    ClientFamily *m_family = nullptr;
    ClientLogList *m_log = nullptr;
    SectionHead *m_detailsHead = nullptr;
    QGridLayout *m_details = nullptr;
    bool m_wide = true;
};

} // namespace thimblely::ui
