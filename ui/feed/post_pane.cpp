// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/post_pane.h"

#include "core/feed/comment_service.h"
#include "core/feed/feed_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/isolated.h"
#include "ui/feed/comment_delegate.h"
#include "ui/feed/feed_words.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/stitch_line.h"
#include "ui/widgets/tall_list.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>

namespace thimblely::ui {

using access::Capability;
using feed::CommentService;
using feed::FeedService;
using feed::Platform;
using feed::PostStatus;
using feed::Visibility;

PostPane::PostPane(Desk &desk, QWidget *parent) : Card(parent), m_desk(desk), m_comments(new CommentsModel(desk, this))
{
    auto *nothing = new EmptyState("i-photo", tr("Choose a post from the list."), {}, this);
    auto *one = new QWidget(this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(nothing);
    m_stack->addWidget(one);
    auto *all = column(one, 0, {1, 1, 1, 1});
    m_author = new Label(TextStyle::InputStrong, Role::Text, {}, one);
    m_author->setElided(true);
    m_remark = new Label(TextStyle::Caption, Role::Muted, {}, one);
    m_remark->setElided(true);
    m_photos = new PhotoStrip(desk, tr("this post"), {}, one);
    m_photos->setReadOnly(true);
    auto *head = column(nullptr, 4, {16, 12, 16, 4});
    head->addWidget(m_author);
    head->addWidget(m_remark);
    head->addWidget(m_photos, 0, Qt::AlignLeading);
    all->addLayout(head);
    all->addLayout(buildDeeds());
    m_queued = new Label(TextStyle::CaptionStrong, Role::Waiting, {}, one);
    m_queued->setWordWrap(true);
    m_queued->setContentsMargins(16, 0, 16, 8);
    m_hint = new Label(TextStyle::Caption, Role::Muted, {}, one);
    m_hint->setWordWrap(true);
    m_hint->setContentsMargins(16, 0, 16, 8);
    all->addWidget(m_queued);
    all->addWidget(m_hint);
    all->addWidget(new Separator(Qt::Horizontal, one));
    all->addWidget(buildComments(), 1);
    connectParts();
    m_stack->setCurrentIndex(0);
}

QLayout *PostPane::buildDeeds()
{
    m_publish = new PrimaryButton(tr("Publish"), this);
    m_like = new PlainButton(tr("Like"), this);
    m_like->setCaption(QStringLiteral("L"));
    m_share = new PlainButton(tr("Pass on"), this);
    m_share->setTrailingIconName("i-down");
    m_more = new FlatButton(QString(), this);
    m_more->setIconName("i-more");
    m_more->setAccessibleName(tr("More for this post"));
    m_more->setToolTip(tr("More for this post"));
    m_menu = new QMenu(m_more);
    auto *deeds = row(nullptr, 8, {16, 4, 16, 8});
    deeds->addWidget(m_publish);
    deeds->addWidget(m_like);
    deeds->addWidget(m_share);
    deeds->addStretch(1);
    deeds->addWidget(m_more);
    return deeds;
}

QWidget *PostPane::buildComments()
{
    auto *part = new QWidget(this);
    m_list = new TallList(tr("Comments"), Role::Surface, part);
    m_list->setModel(m_comments);
    m_list->setItemDelegate(new CommentDelegate(*m_comments, m_desk, m_list));
    m_reply = new FlatButton(tr("Answer"), part);
    m_edit = new FlatButton(tr("Change"), part);
    m_remove = new FlatButton(tr("Remove"), part);
    m_edit->setAccessibleName(tr("Change my comment"));
    m_remove->setAccessibleName(tr("Remove this comment"));
    auto *deeds = row(nullptr, 4, {12, 0, 12, 0});
    for (Button *each : {m_reply, m_edit, m_remove}) {
        each->setButtonSize(Button::Size::Small);
        deeds->addWidget(each);
    }
    deeds->addStretch(1);
    m_to = new Label(TextStyle::Caption, Role::Muted, {}, part);
    m_to->setContentsMargins(16, 0, 16, 0);
    m_to->setElided(true);
    m_say = new QWidget(part);
    m_line = new QLineEdit(m_say);
    m_line->setMaxLength(feed::longestComment);
    m_line->setPlaceholderText(tr("Say something about it"));
    m_line->setAccessibleName(tr("Comment"));
    m_send = new PlainButton(tr("Send"), m_say);
    m_send->setAccessibleName(tr("Send the comment"));
    auto *line = row(m_say, 8, {16, 8, 16, 12});
    line->addWidget(m_line, 1);
    line->addWidget(m_send);
    m_draft = new FormDraft(m_desk, m_say);
    auto *back = new DraftLine(*m_draft, part);
    back->setContentsMargins(16, 0, 16, 0);
    auto *all = column(part, 0);
    all->addWidget(m_list, 1);
    all->addLayout(deeds);
    all->addWidget(back);
    all->addWidget(m_to);
    all->addWidget(m_say);
    return part;
}

void PostPane::connectParts()
{
    connect(m_publish, &QAbstractButton::clicked, this, &PostPane::publish);
    connect(m_like, &QAbstractButton::clicked, this, &PostPane::like);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { m_desk.notices().say(why); });
    auto *share = new QMenu(m_share);
    share->addAction(tr("Noted as passed on here"), this, [this] { pass(feed::ShareTo::Internal); });
    share->addAction(tr("Copy its words and post it on Instagram by hand"), this,
                     [this] { pass(feed::ShareTo::Instagram); });
    share->addAction(tr("Copy its words and post it on TikTok by hand"), this, [this] { pass(feed::ShareTo::TikTok); });
    connect(m_share, &QAbstractButton::clicked, this,
            [this, share] { share->popup(m_share->mapToGlobal(QPoint(0, m_share->height()))); });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - m_menu->sizeHint().width(), m_more->height())));
    });
    connect(m_comments, &CommentsModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_comments, &CommentsModel::loaded, this, &PostPane::chooseComment);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PostPane::chooseComment);
    connect(m_list, &QAbstractItemView::activated, this, &PostPane::startReply);
    connect(m_list, &TallList::letterPressed, this, [this](int key) {
        if (key == Qt::Key_L)
            like();
        else if (key == Qt::Key_C)
            focusComment();
    });
    connect(m_reply, &QAbstractButton::clicked, this, &PostPane::startReply);
    connect(m_edit, &QAbstractButton::clicked, this, &PostPane::startEdit);
    connect(m_remove, &QAbstractButton::clicked, this, &PostPane::removeComment);
    connect(m_line, &QLineEdit::returnPressed, this, &PostPane::send);
    connect(m_send, &QAbstractButton::clicked, this, &PostPane::send);
}

void PostPane::showPost(const std::optional<feed::Post> &post)
{
    const bool another = !post || !m_post || post->id != m_post->id;
    if (another)
        m_draft->leave();
    m_post = post;
    m_stack->setCurrentIndex(post ? 1 : 0);
    if (!post) {
        m_comments->show({});
        return;
    }
    m_author->setText(postAuthor(*post, m_desk));
    m_remark->setText(postRemark(*post, m_desk));
    if (another || m_photos->photos() != post->facts.photos)
        m_photos->setPhotos(post->facts.photos);
    m_photos->setVisible(!post->facts.photos.empty());
    showDeeds();
    if (another)
        beginLine();
    m_comments->show(post->id);
}

void PostPane::reload()
{
    m_comments->refresh();
}

bool PostPane::mayWrite() const
{
    return m_post->source == feed::Source::Own || (m_post->isShops() && m_desk.principal().can(Capability::FeedsWrite));
}

bool PostPane::mayPublish() const
{
    return m_post->source == feed::Source::Own ||
           (m_post->isShops() && m_desk.principal().can(Capability::FeedsPublish));
}

bool PostPane::mayRemove() const
{
    return m_post->source == feed::Source::Own ||
           (m_post->isShops() && m_desk.principal().can(Capability::FeedsDelete));
}

void PostPane::showDeeds()
{
    const bool out = m_post->status == PostStatus::Published;
    m_publish->setVisible(!out && mayWrite() && mayPublish());
    m_like->setVisible(out);
    m_like->setText(m_post->liked ? tr("Liked") : tr("Like"));
    m_like->setAccessibleName(m_post->liked ? tr("Take my like back") : tr("Like this post"));
    m_share->setVisible(out);
    m_say->setVisible(out);
    QStringList queued;
    for (const feed::CrossPost &one : m_post->crossPosts)
        queued.append(crossPostWords(one, m_post->isShops()));
    m_queued->setText(queued.join(u'\n'));
    m_queued->setVisible(!queued.isEmpty());
    const bool ofOrder = m_post->facts.order && m_post->isShops();
    m_hint->setText(
        out ? tr("Made for a client who agreed that it is shown.")
            : tr("Made for a client: it comes out while everybody it dresses agrees that photos are shown."));
    m_hint->setVisible(ofOrder);
    chooseComment();
}

void PostPane::fillMenu()
{
    m_menu->clear();
    FeedService posts(m_desk.session(), m_desk.door());
    const feed::PostId id = m_post->id;
    m_menu->addAction(tr("Copy its words"), this, [this] {
        QGuiApplication::clipboard()->setText(m_post->facts.caption);
        m_desk.notices().say(tr("The words of the post are in the clipboard."));
    });
    if (mayWrite()) {
        m_menu->addAction(tr("Change…"), this, [this] { Q_EMIT editRequested(*m_post); });
        auto *who = m_menu->addMenu(tr("Who sees it"));
        for (const Visibility each : {Visibility::Public, Visibility::Followers, Visibility::Private}) {
            QAction *one = who->addAction(visibilityName(each), this, [this, id, each] {
                m_desk.when(FeedService(m_desk.session(), m_desk.door()).show(id, each), this, [] {});
            });
            one->setCheckable(true);
            one->setChecked(m_post->facts.visibility == each);
        }
    }
    if (m_post->status == PostStatus::Published) {
        if (mayPublish() && m_post->isHere())
            addPlatforms();
        if (mayWrite())
            m_menu->addAction(tr("Put away"), this, [this, id] {
                m_desk.when(FeedService(m_desk.session(), m_desk.door()).archive(id), this, [] {});
            });
    }
    if (mayRemove())
        m_menu->addAction(tr("Delete"), this, [this, id] {
            m_desk.when(FeedService(m_desk.session(), m_desk.door()).remove(id), this, [] {});
        });
}

void PostPane::addPlatforms()
{
    const feed::PostId id = m_post->id;
    for (const Platform platform : {Platform::Instagram, Platform::TikTok}) {
        const auto found = std::ranges::find_if(m_post->crossPosts, [platform](const feed::CrossPost &one) {
            return one.platform == platform && one.state != feed::CrossPostState::Failed;
        });
        if (found == m_post->crossPosts.end())
            m_menu->addAction(tr("Queue for %1").arg(platformName(platform)), this, [this, id, platform] {
                m_desk.when(FeedService(m_desk.session(), m_desk.door()).crossPost(id, platform), this,
                            [](const auto &) {});
            });
        else if (found->state == feed::CrossPostState::Waiting && mayRemove())
            m_menu->addAction(
                tr("Take off the queue of %1").arg(platformName(platform)), this, [this, queued = found->id] {
                    m_desk.when(FeedService(m_desk.session(), m_desk.door()).withdraw(queued), this, [] {});
                });
    }
}

void PostPane::publish()
{
    if (m_post)
        m_desk.when(FeedService(m_desk.session(), m_desk.door()).publish(m_post->id), this, [] {});
}

void PostPane::like()
{
    if (m_post && m_post->status == PostStatus::Published)
        m_desk.when(FeedService(m_desk.session(), m_desk.door()).like(m_post->id), this, [](bool) {});
}

void PostPane::pass(feed::ShareTo to)
{
    if (!m_post)
        return;
    if (to != feed::ShareTo::Internal)
        QGuiApplication::clipboard()->setText(m_post->facts.caption);
    m_desk.when(FeedService(m_desk.session(), m_desk.door()).share(m_post->id, to), this, [] {});
}

std::optional<feed::Comment> PostPane::chosen() const
{
    const QModelIndex now = m_list->currentIndex();
    return now.isValid() ? std::optional(m_comments->row(now.row()).comment) : std::nullopt;
}

void PostPane::chooseComment()
{
    const auto comment = chosen();
    const bool there = comment && !comment->isRemoved && m_post;
    const bool out = m_post && m_post->status == PostStatus::Published;
    m_reply->setVisible(there && out);
    m_edit->setVisible(there && comment->isMine);
    m_remove->setVisible(there &&
                         (comment->isMine || (m_post->isShops() && m_desk.principal().can(Capability::FeedsDelete))));
}

void PostPane::startReply()
{
    const auto comment = chosen();
    if (!comment || comment->isRemoved || m_say->isHidden())
        return;
    m_editing.reset();
    m_replyTo = comment->id;
    m_to->setText(tr("Answer to %1").arg(isolated(commentAuthor(*comment))));
    m_to->show();
    m_line->clear();
    m_line->setFocus(Qt::OtherFocusReason);
}

void PostPane::startEdit()
{
    const auto comment = chosen();
    if (!comment || !comment->isMine || comment->isRemoved)
        return;
    m_replyTo.reset();
    m_editing = comment->id;
    m_to->setText(tr("Change of your comment"));
    m_to->show();
    m_say->show();
    m_line->setText(comment->text);
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
}

void PostPane::removeComment()
{
    if (const auto comment = chosen())
        m_desk.when(CommentService(m_desk.session(), m_desk.door()).remove(comment->id), this, [] {});
}

void PostPane::send()
{
    const QString text = m_line->text().trimmed();
    if (!m_post || text.isEmpty())
        return;
    if (m_editing)
        return m_draft->write(
            [this, text, comment = *m_editing] {
                return CommentService(m_desk.session(), m_desk.door()).edit(comment, text);
            },
            [this](const Result<void> &result) { sent(result); });
    m_draft->write([this, text, post = m_post->id,
                    to = m_replyTo] { return CommentService(m_desk.session(), m_desk.door()).add(post, to, text); },
                   [this](const Result<feed::CommentId> &result) {
                       sent(result ? Result<void>() : Result<void>(result.error()));
                   });
}

void PostPane::sent(const Result<void> &result)
{
    if (!result)
        return m_desk.notices().fail(result.error());
    beginLine();
}

void PostPane::beginLine()
{
    m_replyTo.reset();
    m_editing.reset();
    m_line->clear();
    m_to->clear();
    m_to->hide();
    if (!m_post)
        return;
    m_say->setVisible(m_post->status == PostStatus::Published);
    m_draft->begin(draftNameOf(*this), m_post->id.toString(), tr("Comment"));
}

void PostPane::dropLine()
{
    m_draft->forget();
    beginLine();
}

void PostPane::focusComment()
{
    if (!m_say->isHidden() && m_post)
        m_line->setFocus(Qt::OtherFocusReason);
}

void PostPane::focusFirst()
{
    for (Button *each : {m_publish, m_like, m_more}) {
        if (m_post && each->isVisible())
            return each->setFocus(Qt::OtherFocusReason);
    }
}

bool PostPane::stepBack()
{
    if (!m_replyTo && !m_editing)
        return false;
    dropLine();
    return true;
}

} // namespace thimblely::ui
