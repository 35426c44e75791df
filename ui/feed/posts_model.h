// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/feed_service.h"
#include "ui/desk/paged_model.h"

#include <QCoreApplication>

namespace thimblely::ui {

//! The posts of one list, the newest first.
class PostsModel final : public PagedModel<feed::Post, feed::PostPlace> {
    Q_DECLARE_TR_FUNCTIONS(PostsModel)

public:
    using PagedModel::PagedModel;

    void show(feed::PostList list);
    feed::PostList list() const { return m_list; }
    int rowOf(feed::PostId post) const;

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    feed::PostPlace placeOf(const feed::Post &row) const override { return row.place(); }

private:
    QString readOut(const feed::Post &post) const;

    feed::PostList m_list = feed::PostList::Shop;
};

} // namespace thimblely::ui
