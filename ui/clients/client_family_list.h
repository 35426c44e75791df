// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/clients/client_family.h"

#include <QAbstractListModel>
#include <QWidget>

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class ListView;
class SectionHead;

//! The others of a client's family, the payer first.
class FamilyModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit FamilyModel(Desk &desk, QObject *parent = nullptr);

    void show(const Family &family, ClientId without);
    const FamilyMember &member(int row) const { return m_rows[size_t(row)]; }
    QString relationOf(const FamilyMember &member) const; //!< "son, 9 years", "pays"
    QString measuredText(const FamilyMember &member) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Desk &m_desk;
    std::vector<FamilyMember> m_rows;
};

//! One payer, several bodies: who they are, when each was measured, what they owe together. Reads for itself.
class ClientFamily : public QWidget {
    Q_OBJECT
public:
    explicit ClientFamily(Desk &desk, QWidget *parent = nullptr);

    void showClient(ClientId client);
    FamilyModel *model() { return m_model; }

Q_SIGNALS:
    void openRequested(thimblely::ClientId client);
    void addRequested(thimblely::ClientId payer);

private:
    void restyle();

    Desk &m_desk;
    FamilyModel *m_model;
    SectionHead *m_head;
    Button *m_add;
    ListView *m_view;
    Label *m_none;
    std::optional<ClientId> m_payer;
};

} // namespace thimblely::ui
