// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/comment_service.h"

#include <QAbstractListModel>

namespace thimblely {
struct Error;
}

namespace thimblely::ui {

class Desk;

//! What is said about one post, replies below what they answer. Read on the reader's thread.
class CommentsModel : public QAbstractListModel {
    Q_OBJECT

public:
    CommentsModel(Desk &desk, QObject *parent);

    void show(std::optional<feed::PostId> post);
    void refresh();
    const feed::ThreadRow &row(int index) const { return m_rows[size_t(index)]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loaded();
    void failed(const thimblely::Error &error);

private:
    void take(std::vector<feed::ThreadRow> rows);

    Desk &m_desk;
    std::optional<feed::PostId> m_post;
    std::vector<feed::ThreadRow> m_rows;
    int m_asked = 0;
};

} // namespace thimblely::ui
