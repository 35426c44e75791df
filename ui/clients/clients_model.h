// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/clients/client_service.h"

#include <QAbstractListModel>

#include <deque>

namespace thimblely::ui {

class Desk;

/*!
 * The clients of a filter in an order, read page by page by key as the list is scrolled. A change set patches the rows
 * it names, each at its place, so that selection and scroll survive; nothing is ever read by scanning. Where another
 * program wrote, the first 500 rows are read again and what lies below them when it is scrolled to. A read that
 * fails is told by failed() and leaves the rows as they were. GUI thread.
 */
class ClientsModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ClientsModel(Desk &desk, QObject *parent = nullptr);

    ClientFilter filter() const { return m_filter; }
    ClientSort sort() const { return m_sort; }
    //! Starts again at the first page of that filter and order.
    void show(ClientFilter filter, ClientSort sort);
    //! Takes up what a commit changed.
    void apply(const changes::ChangeSet &changes);

    const ClientSummary &client(int row) const { return m_rows[size_t(row)]; }
    //! The row of a client among those read so far; -1 where it is not.
    int rowOf(ClientId id) const;
    //! Whether the first page could be read: without it an empty list means nothing.
    bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);

private:
    void reread();
    void patch(ClientId id);
    void take(int row);
    void put(ClientSummary client);
    bool belongs(const ClientSummary &client) const;
    bool comesBefore(const ClientSummary &a, const ClientSummary &b) const;
    std::vector<ClientId> concerned(const changes::ChangeSet &changes) const;

    Desk &m_desk;
    ClientFilter m_filter = ClientFilter::All;
    ClientSort m_sort = ClientSort::Name;
    std::deque<ClientSummary> m_rows; // grows without moving what is there
    std::optional<ClientKey> m_next;
    bool m_loaded = false;
    bool m_patching = false; //!< rows are being put in or taken out
};

} // namespace thimblely::ui
