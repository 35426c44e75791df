// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/feed/post.h"
#include "ui/desk/page.h"

#include <optional>
#include <vector>

class QStackedWidget;

namespace thimblely::access {
class Principal;
}

namespace thimblely::ui {

class Button;
class Desk;
class EmptyState;
class Label;
class PictureCache;
class PostForm;
class PostPane;
class PostsModel;
class Segmented;
class TallList;

/*!
 * The feed: posts in a column, of the shop, one's own, drafts, what was put away and what everybody sees, beside the one
 * that is chosen with what is said about it. J and K go on and back, L likes, C says something, N begins a new one.
 */
class FeedPage : public Page {
    Q_OBJECT

public:
    explicit FeedPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);

    void showList(feed::PostList list);
    void startNew();

    QString title() const override { return tr("Feed"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId action) override;

Q_SIGNALS:
    //! What stands in the list was read.
    void loaded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *buildHead();
    QWidget *buildList();
    void connectParts();
    void place();
    void read();
    void showRows();
    void showCurrent();
    void showForm();
    void closeForm();
    //! The keyboard in the list, or on what stands in its place.
    void focusList();
    bool hasList() const;
    void follow(const changes::ChangeSet &changes);
    void wrote(feed::PostId post, bool published);
    QString emptyWords() const;

    Desk &m_desk;
    PostsModel *m_model;
    PictureCache *m_pictures;
    std::vector<feed::PostList> m_lists; // as the segments stand
    Segmented *m_which = nullptr;
    Label *m_heading = nullptr;
    Button *m_new = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_columns = nullptr;
    QStackedWidget *m_left = nullptr;
    TallList *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    Label *m_emptyWords = nullptr;
    PostPane *m_pane = nullptr;
    PostForm *m_form = nullptr;
    std::optional<feed::PostId> m_wanted; //!< chosen once its row was read
    bool m_started = false;
    bool m_stale = false;
};

} // namespace thimblely::ui
