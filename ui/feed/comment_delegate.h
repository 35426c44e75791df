// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/feed/comments_model.h"

#include <QStyledItemDelegate>

namespace thimblely::ui {

//! A comment, as far in as it is deep: who and when, and below what was said.
class CommentDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    CommentDelegate(const CommentsModel &model, Desk &desk, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static int indentOf(const feed::ThreadRow &row);

    const CommentsModel &m_model;
    Desk &m_desk;
};

} // namespace thimblely::ui
