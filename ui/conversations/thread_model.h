// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/conversations/message.h"
#include "ui/desk/paged_model.h"

#include <QAbstractProxyModel>

namespace thimblely::ui {

//! What was written with one client, the latest first, page by page by key. GUI thread.
class ThreadModel : public PagedModel<conversations::Message, conversations::MessageKey> {
    Q_OBJECT

public:
    enum DataRole { DayRole = Qt::UserRole + 0x200 };

    explicit ThreadModel(Desk &desk, QObject *parent = nullptr);

    void showClient(ClientId client);
    const std::optional<ClientId> &client() const { return m_client; }
    int rowOf(MessageId message) const; //!< -1: not among those read so far
    //! The one that has waited longest to be sent, among those read so far; -1: none.
    int firstToSend() const;
    //! "Wednesday 25 November", of the shop.
    QString dayOf(int row) const;
    //! By what it went, when, and of which order.
    QString footOf(int row) const;

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    conversations::MessageKey placeOf(const conversations::Message &row) const override { return {row.at, row.id}; }

private:
    std::optional<ClientId> m_client;
};

/*!
 * The same rows the other way round, as they are read: the latest at the foot. It reads nothing on by itself; whoever shows
 * it asks the model behind it when its head is reached.
 */
class ReversedRows : public QAbstractProxyModel {
    Q_OBJECT

public:
    explicit ReversedRows(QAbstractItemModel *source, QObject *parent = nullptr);

    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &index) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &) const override { return {}; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &) const override { return false; }

private:
    int reversed(int row) const { return sourceModel()->rowCount() - 1 - row; }
};

} // namespace thimblely::ui
