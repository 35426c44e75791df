// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/feed/post.h"

#include <QStyledItemDelegate>

namespace thimblely::ui {

class Desk;
class PictureCache;
class PostsModel;

//! A post as a card: who and when, the picture in its shape, what is said of it, what became of it.
class PostDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PostDelegate(const PostsModel &model, Desk &desk, PictureCache &pictures, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    //! The parts of a card, from the top down; what is not there has no height.
    struct Parts {
        int head;
        int picture;
        int caption;
        int tags;
        int foot;
        int queued;
        int all() const { return head + picture + caption + tags + foot + queued; }
    };
    Parts partsOf(const feed::Post &post, int width) const;
    void paintHead(QPainter *painter, const QRect &rect, const feed::Post &post, Qt::LayoutDirection direction) const;
    void paintPicture(QPainter *painter, const QRect &rect, const feed::Post &post) const;

    const PostsModel &m_model;
    Desk &m_desk;
    PictureCache &m_pictures;
};

} // namespace thimblely::ui
