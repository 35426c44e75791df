// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/orders/party_service.h"
#include "ui/desk/page.h"

class QLineEdit;

namespace thimblely::ui {

class Button;
class Chip;
class Desk;
class FormDraft;
class Label;
class PartyForm;
class PartyModel;
class PartyTable;

/*!
 * Everybody an order dresses on one screen, and how far each is: who has not come to be measured, what is cut, ready,
 * collected and paid. Enter opens what the cell is about: the tape, the piece, the money. The day of the event stands
 * above. Read in the background and again after each change.
 */
class PartyPage : public Page {
    Q_OBJECT

public:
    explicit PartyPage(Desk &desk, QWidget *parent = nullptr);

    void showOrder(OrderId order);

    QString title() const override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void follow(const changes::ChangeSet &changes);
    void reload();
    void showParty(const orders::Party &party);
    void showHead();
    void showFoot();
    void takeMeasures(const orders::Party &party);
    const orders::PartyMember *chosen() const;
    bool isAboutMeasures(const QModelIndex &index) const;
    void open(const QModelIndex &index);
    void measure();
    void openPiece();
    void togglePayer();
    void askPeople();
    void add(const std::vector<orders::PartyGuest> &guests, int alike);
    void keepEventDate();
    void place();

    Desk &m_desk;
    std::optional<OrderId> m_order;
    std::optional<orders::Party> m_party;
    bool m_measuresTaken = false; // asked for once per visit
    PartyModel *m_model;
    PartyTable *m_table = nullptr;
    PartyForm *m_form = nullptr;
    QWidget *m_side = nullptr; // what the form lies over
    Label *m_title = nullptr;
    QLineEdit *m_event = nullptr;
    FormDraft *m_eventDraft = nullptr;
    Label *m_eventDay = nullptr;
    Chip *m_unmeasured = nullptr;
    Button *m_people = nullptr;
    Button *m_measure = nullptr;
    Button *m_piece = nullptr;
    Button *m_payer = nullptr;
};

} // namespace thimblely::ui
