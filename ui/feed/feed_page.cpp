// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/feed_page.h"

#include "ui/desk/desk.h"
#include "ui/feed/post_delegate.h"
#include "ui/feed/post_form.h"
#include "ui/feed/post_pane.h"
#include "ui/feed/posts_model.h"
#include "ui/photos/picture_cache.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/tall_list.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using access::Capability;
using feed::PostList;

namespace {

constexpr int columnWidth = 640;
constexpr int paneWidth = 400;
constexpr int paneNarrow = 340;
constexpr int narrowBelow = 1080; // of the page at 100 %
constexpr int pictureMegabytes = 48;

} // namespace

bool FeedPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::FeedsRead);
}

FeedPage::FeedPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_model(new PostsModel(desk, this)),
      m_pictures(new PictureCache(desk.session().path(), pictureMegabytes, this))
{
    auto *all = column(this, 8, {16, 10, 16, 16});
    all->addLayout(buildHead());
    m_stack = new QStackedWidget(this);
    m_columns = new QWidget(m_stack);
    m_form = new PostForm(desk, m_stack);
    m_stack->addWidget(m_columns);
    m_stack->addWidget(m_form);
    m_pane = new PostPane(desk, m_columns);
    auto *columns = row(m_columns, 12);
    columns->addStretch(1);
    columns->addWidget(buildList(), 100);
    columns->addWidget(m_pane);
    columns->addStretch(1);
    all->addWidget(m_stack, 1);
    connectParts();
    place();
}

QLayout *FeedPage::buildHead()
{
    m_which = new Segmented(tr("Which posts"), this);
    m_which->setSmall(true);
    const auto add = [this](PostList list, const QString &name) {
        m_lists.push_back(list);
        m_which->addSegment(name);
    };
    add(PostList::Shop, tr("Shop"));
    add(PostList::Mine, tr("Mine"));
    add(PostList::Drafts, tr("Drafts"));
    add(PostList::Archive, tr("Put away"));
    add(PostList::Everyone, tr("Everybody’s"));
    m_new = new PlainButton(tr("New post"), this);
    m_new->setIconName("i-plus");
    m_new->setCaption(QStringLiteral("N"));
    m_heading = new Label(TextStyle::Heading, Role::Text, tr("Feed"), this);
    auto *head = row(nullptr, 12);
    head->addWidget(m_heading);
    head->addWidget(m_which);
    head->addStretch(1);
    head->addWidget(m_new);
    return head;
}

QWidget *FeedPage::buildList()
{
    m_left = new QStackedWidget(m_columns);
    m_view = new TallList(tr("Posts"), Role::Window, m_left);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PostDelegate(*m_model, m_desk, *m_pictures, m_view));
    auto *nothing = new QWidget(m_left);
    m_empty =
        new EmptyState("i-photo", tr("What left the shop well is shown here: photos, a line of words, who may see it."),
                       tr("New post"), nothing);
    m_emptyWords = new Label(TextStyle::Body, Role::Muted, {}, nothing);
    m_emptyWords->setWordWrap(true);
    m_emptyWords->setAlignment(Qt::AlignCenter);
    auto *rows = column(nothing, 8, {16, 16, 16, 16});
    rows->addStretch(1);
    rows->addWidget(m_emptyWords);
    rows->addWidget(m_empty);
    rows->addStretch(2);
    m_left->addWidget(m_view);
    m_left->addWidget(nothing);
    return m_left;
}

void FeedPage::connectParts()
{
    connect(m_model, &PagedModelBase::failed, &m_desk.notices(), &Notices::fail);
    connect(m_model, &PagedModelBase::loaded, this, &FeedPage::showRows);
    connect(m_which, &Segmented::currentIndexChanged, this, &FeedPage::read);
    connect(m_new, &QAbstractButton::clicked, this, &FeedPage::startNew);
    connect(m_empty, &EmptyState::actionTriggered, this, &FeedPage::startNew);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FeedPage::showCurrent);
    connect(m_view, &QAbstractItemView::activated, m_pane, &PostPane::focusFirst);
    connect(m_view, &TallList::letterPressed, this, [this](int key) {
        key == Qt::Key_L ? m_pane->like() : key == Qt::Key_C ? m_pane->focusComment() : startNew();
    });
    connect(m_pictures, &PictureCache::arrived, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_pane, &PostPane::editRequested, this, [this](const feed::Post &post) {
        const feed::Post chosen = post;
        showForm();
        m_form->beginEdit(chosen);
    });
    connect(m_form, &EntryForm::left, this, &FeedPage::closeForm);
    connect(m_form, &PostForm::written, this, &FeedPage::wrote);
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &FeedPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &FeedPage::place);
}

void FeedPage::place()
{
    const Theme &theme = Theme::instance();
    m_pane->setFixedWidth(theme.px(width() < theme.px(narrowBelow) ? paneNarrow : paneWidth));
    m_left->setMaximumWidth(theme.px(columnWidth));
}

void FeedPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void FeedPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

void FeedPage::prepare()
{
    m_started = true;
    read();
}

void FeedPage::read()
{
    if (m_stack->currentWidget() == m_form)
        m_form->leave();
    m_model->show(m_lists[size_t(std::max(0, m_which->currentIndex()))]);
}

void FeedPage::showList(PostList list)
{
    const auto at = std::ranges::find(m_lists, list);
    if (at == m_lists.end())
        return;
    m_started = true;
    const int segment = int(at - m_lists.begin());
    if (m_which->currentIndex() == segment)
        return read();
    m_which->setCurrentIndex(segment);
}

QString FeedPage::emptyWords() const
{
    switch (m_model->list()) {
    case PostList::Shop:
        return tr("The shop has published nothing yet.");
    case PostList::Mine:
        return tr("You have published nothing of your own yet; it belongs to no shop.");
    case PostList::Drafts:
        return tr("No drafts. What is begun and not published waits here.");
    case PostList::Archive:
        return tr("Nothing was put away.");
    case PostList::Everyone:
        return tr("Nobody in this file shows anything yet.");
    }
    Q_UNREACHABLE();
}

void FeedPage::showRows()
{
    const bool any = m_model->rowCount() > 0;
    m_emptyWords->setText(emptyWords());
    const bool here = hasList();
    m_left->setCurrentIndex(any ? 0 : 1);
    if (here)
        focusList();
    const auto wanted = std::exchange(m_wanted, {});
    const int row = wanted ? m_model->rowOf(*wanted) : -1;
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row));
    else if (any && !m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0));
    showCurrent();
    Q_EMIT loaded();
}

void FeedPage::showCurrent()
{
    const QModelIndex now = m_view->currentIndex();
    m_pane->showPost(now.isValid() ? std::optional(m_model->row(now.row())) : std::nullopt);
}

void FeedPage::startNew()
{
    showForm();
    m_form->beginNew(m_model->list() == PostList::Mine ? feed::Whose::Own : feed::Whose::Shop);
}

void FeedPage::showForm()
{
    m_stack->setCurrentWidget(m_form);
}

void FeedPage::closeForm()
{
    m_stack->setCurrentWidget(m_columns);
    if (isVisible())
        focusList();
}

//! Whether what is done goes to the list now, which may be about to make place for another.
bool FeedPage::hasList() const
{
    const QWidget *now = QApplication::focusWidget();
    return isVisible() && m_stack->currentWidget() == m_columns && (!now || m_left->isAncestorOf(now));
}

void FeedPage::focusList()
{
    if (m_left->currentIndex() == 0)
        m_view->setFocus(Qt::OtherFocusReason);
    else
        m_empty->actionButton()->setFocus(Qt::OtherFocusReason);
}

//! Where it stands now is shown, with the post chosen.
void FeedPage::wrote(feed::PostId post, bool published)
{
    m_wanted = post;
    const auto written = feed::FeedService(m_desk.session(), m_desk.door()).one(post);
    const bool own = written && *written && (*written)->facts.whose == feed::Whose::Own;
    showList(!published ? PostList::Drafts : own ? PostList::Mine : PostList::Shop);
}

void FeedPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    const bool ours = std::ranges::any_of(
        std::to_array({Table::Feeds, Table::FeedLikes, Table::FeedComments, Table::FeedShares, Table::FeedCrossPosts}),
        [&](Table table) { return changes.touches(table); });
    if (!ours || !m_started)
        return;
    m_stale = !isVisible();
    if (m_stale)
        return;
    m_model->refresh();
    m_pane->reload();
}

void FeedPage::arrive()
{
    if (!m_started)
        prepare();
    else if (std::exchange(m_stale, false))
        m_model->refresh();
    if (m_stack->currentWidget() == m_form)
        return m_form->focusFirst();
    focusList();
}

bool FeedPage::stepBack()
{
    if (m_stack->currentWidget() == m_form) {
        m_form->leave();
        return true;
    }
    if (m_pane->stepBack())
        return true;
    if (m_pane->isAncestorOf(focusWidget())) {
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

bool FeedPage::handle(ActionId action)
{
    if (m_stack->currentWidget() != m_form)
        return false;
    if (action == ActionId::Pay)
        m_form->submit();
    else if (action == ActionId::Save)
        m_form->keepDraft();
    else
        return false;
    return true;
}

void FeedPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier && m_stack->currentWidget() == m_columns)
        return startNew();
    Page::keyPressEvent(event);
}

} // namespace thimblely::ui
