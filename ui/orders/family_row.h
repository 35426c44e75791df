// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_family.h"

#include <QHash>
#include <QWidget>

class QMenu;

namespace thimblely::ui {

class Button;
class Desk;

/*!
 * The family of who stands at the counter: a press makes the next pieces theirs, while the payer pays. Takes no room
 * where there is nobody; adding somebody is always offered.
 */
class FamilyRow : public QWidget {
    Q_OBJECT
public:
    explicit FamilyRow(Desk &desk, QWidget *parent = nullptr);

    //! `body`: who is being measured and dressed now; `paysOwn`: whether they pay for it, where `payer` would; `party`:
    //! whom the order dresses besides, who are no family.
    void showFamily(std::optional<ClientId> payer, std::optional<ClientId> body, bool paysOwn,
                    const QHash<ClientId, QString> &party);
    bool hasOthers() const { return m_family.members.size() > 1; }
    //! The same choices where there is only a line.
    void addTo(QMenu *menu);

Q_SIGNALS:
    void chosen(thimblely::ClientId member);
    void addRequested();
    void paysOwnToggled();
    void partyRequested(); //!< several people, by a list of their names

private:
    void addParty(const QHash<ClientId, QString> &party);
    void addButtons();
    void addChoice();
    void addMembers(QMenu *menu);

    Desk &m_desk;
    Family m_family;
    std::optional<ClientId> m_body;
    std::optional<ClientId> m_payer;
    bool m_paysOwn = false;
    QWidget *m_people;
};

} // namespace thimblely::ui
