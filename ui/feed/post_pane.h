// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/result.h"
#include "core/feed/comment.h"
#include "ui/widgets/pane.h"

#include <optional>

class QLineEdit;
class QMenu;
class QStackedLayout;

namespace thimblely::ui {

class Button;
class CommentsModel;
class Desk;
class FormDraft;
class Label;
class PhotoStrip;
class TallList;

/*!
 * The post that is chosen: its photos, what may be done with it, what waits for other platforms, and what is said about it.
 * What the person may not do is not there.
 */
class PostPane : public Card {
    Q_OBJECT

public:
    explicit PostPane(Desk &desk, QWidget *parent = nullptr);

    void showPost(const std::optional<feed::Post> &post);
    const std::optional<feed::Post> &post() const { return m_post; }
    //! What is said of it may be more now.
    void reload();
    void like();
    //! The keyboard in the line for a comment.
    void focusComment();
    void focusFirst();
    //! One step back: out of an answer or a change. False: there was none.
    bool stepBack();

Q_SIGNALS:
    void editRequested(const thimblely::feed::Post &post);

private:
    QLayout *buildDeeds();
    QWidget *buildComments();
    void connectParts();
    void showDeeds();
    void fillMenu();
    void addPlatforms();
    void publish();
    void pass(feed::ShareTo to);
    void chooseComment();
    void startReply();
    void startEdit();
    void removeComment();
    void send();
    //! An empty line for the next one, what was typed about this post before laid over it.
    void beginLine();
    void dropLine();
    void sent(const Result<void> &result);
    std::optional<feed::Comment> chosen() const;
    bool mayWrite() const;
    bool mayPublish() const;
    bool mayRemove() const;

    Desk &m_desk;
    std::optional<feed::Post> m_post;
    QStackedLayout *m_stack = nullptr;
    Label *m_author = nullptr;
    Label *m_remark = nullptr;
    PhotoStrip *m_photos = nullptr;
    Button *m_publish = nullptr;
    Button *m_like = nullptr;
    Button *m_share = nullptr;
    Button *m_more = nullptr;
    QMenu *m_menu = nullptr;
    Label *m_queued = nullptr;
    Label *m_hint = nullptr;
    CommentsModel *m_comments;
    TallList *m_list = nullptr;
    Button *m_reply = nullptr;
    Button *m_edit = nullptr;
    Button *m_remove = nullptr;
    Label *m_to = nullptr;
    QLineEdit *m_line = nullptr;
    Button *m_send = nullptr;
    QWidget *m_say = nullptr;
    FormDraft *m_draft = nullptr;
    std::optional<feed::CommentId> m_replyTo;
    std::optional<feed::CommentId> m_editing;
};

} // namespace thimblely::ui
