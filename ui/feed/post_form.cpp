// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/post_form.h"

#include "ui/clients/text_area.h"
#include "ui/desk/isolated.h"
#include "ui/feed/feed_words.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPlainTextEdit>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using feed::FeedService;
using feed::Visibility;
using feed::Whose;

PostForm::PostForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("New post"), tr("Publish"), parent), m_whose(new Segmented(tr("Whose post it is"), body())),
      m_photos(new PhotoStrip(desk, tr("this post"), {}, body())),
      m_visibility(new Segmented(tr("Who sees it"), body()))
{
    setAcceptDrops(true);
    build();
}

void PostForm::build()
{
    m_whose->addSegment(tr("The shop’s"));
    m_whose->addSegment(tr("My own"));
    rows()->addWidget(m_whose);
    m_photos->setMost(feed::mostPhotos);
    rows()->addWidget(m_photos, 0, Qt::AlignLeading);
    m_caption = new TextArea(tr("What is said of it"), 4, body());
    rows()->addWidget(m_caption);
    m_tags = addText(tr("Tags"));
    m_tags->setHint(tr("lace, agbada"));
    m_place = addText(tr("Place"));
    m_place->setHint(tr("only what you type; none is taken from a photo"));
    buildOrder();
    rows()->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Who sees it"), body()));
    for (const Visibility each : {Visibility::Public, Visibility::Followers, Visibility::Private})
        m_visibility->addSegment(visibilityName(each));
    rows()->addWidget(m_visibility);
    m_platforms = new QWidget(body());
    m_instagram = new QCheckBox(tr("Queue for Instagram"), m_platforms);
    m_tiktok = new QCheckBox(tr("Queue for TikTok"), m_platforms);
    auto *says = new Label(TextStyle::Caption, Role::Muted,
                           tr("Nothing is sent from here yet: it waits until the account is connected."), m_platforms);
    says->setWordWrap(true);
    auto *platforms = column(m_platforms, 4);
    platforms->addWidget(m_instagram);
    platforms->addWidget(m_tiktok);
    platforms->addWidget(says);
    rows()->addWidget(m_platforms);
    rows()->addStretch(1);
    m_draft = new PlainButton(tr("Keep as a draft"), this);
    buttons()->insertWidget(1, m_draft);
    connect(m_draft, &QAbstractButton::clicked, this, &PostForm::keepDraft);
    connect(m_whose, &Segmented::currentIndexChanged, this, &PostForm::showWhose);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { desk().notices().say(why); });
    connect(m_caption, &TextArea::edited, this, &PostForm::clearProblem);
}

//! Whoever cannot tell whose order it is, and whether they agreed, has no such field.
void PostForm::buildOrder()
{
    m_orderPart = new QWidget(body());
    m_order = new FieldEdit(tr("Of a finished order"), m_orderPart);
    m_order->setHint(tr("its number; the client must have agreed"));
    m_fromOrder = new PlainButton(tr("Look it up"), m_orderPart);
    m_fromOrder->setAccessibleName(tr("Look the order up"));
    m_orderSays = new Label(TextStyle::Caption, Role::Muted, {}, m_orderPart);
    m_orderSays->setWordWrap(true);
    auto *line = row(nullptr, 8);
    line->addWidget(m_order, 1);
    line->addWidget(m_fromOrder, 0, Qt::AlignBottom);
    auto *all = column(m_orderPart, 4);
    all->addLayout(line);
    all->addWidget(m_orderSays);
    rows()->addWidget(m_orderPart);
    connect(m_order->edit(), &QLineEdit::returnPressed, this, &PostForm::lookUpOrder);
    connect(m_fromOrder, &QAbstractButton::clicked, this, &PostForm::lookUpOrder);
    connect(m_order, &FieldEdit::edited, this, [this] {
        clearProblem();
        m_facts.order.reset();
        m_orderSays->clear();
    });
}

bool PostForm::maySpeakForTheShop() const
{
    return desk().principal().can(Capability::FeedsWrite);
}

void PostForm::showWhose()
{
    const bool shops = m_whose->currentIndex() == 0;
    const access::Principal &principal = desk().principal();
    m_orderPart->setVisible(shops && principal.can(Capability::OrdersRead) && principal.can(Capability::ClientsRead));
    const bool publishes = !shops || principal.can(Capability::FeedsPublish);
    m_platforms->setVisible(!m_post && publishes);
    primary()->setVisible(m_post || publishes);
}

void PostForm::fill(const feed::PostDraft &facts)
{
    m_facts = facts;
    clearProblem();
    m_whose->setCurrentIndex(facts.whose == Whose::Shop ? 0 : 1);
    m_whose->setVisible(!m_post && maySpeakForTheShop());
    m_photos->setPhotos(facts.photos);
    m_caption->setText(facts.caption);
    m_tags->setText(facts.tags.join(QStringLiteral(", ")));
    m_place->setText(facts.location);
    m_order->setText({});
    m_order->clearError();
    m_orderSays->setText(facts.order ? tr("It shows what a client ordered.") : QString());
    m_visibility->setCurrentIndex(int(facts.visibility));
    m_instagram->setChecked(false);
    m_tiktok->setChecked(false);
    showWhose();
}

void PostForm::beginNew(Whose whose)
{
    m_post.reset();
    m_isOut = false;
    feed::PostDraft blank;
    blank.whose = maySpeakForTheShop() ? whose : Whose::Own;
    fill(blank);
    setTitle(tr("New post"));
    primary()->setText(tr("Publish"));
    m_draft->show();
    beginTyping({}, tr("New post"));
    focusFirst();
}

void PostForm::beginEdit(const feed::Post &post)
{
    m_post = post.id;
    m_isOut = post.status == feed::PostStatus::Published;
    fill(post.facts);
    setTitle(tr("Change a post"));
    primary()->setText(tr("Save"));
    m_draft->hide();
    beginTyping(post.id.toString(), tr("Post"));
    focusFirst();
}

void PostForm::focusFirst()
{
    m_caption->edit()->setFocus(Qt::OtherFocusReason);
}

void PostForm::lookUpOrder()
{
    const QString number = m_order->text().simplified();
    if (number.isEmpty())
        return;
    const auto work = FeedService(desk().session(), desk().door()).finished(number);
    if (!work) {
        m_facts.order.reset();
        m_orderSays->clear();
        m_order->setError(desk().sentence(work.error()));
        return;
    }
    takeOrder(*work);
}

//! What was made is proposed as words, and its photos are there to be taken out again; who it was for is on no post.
void PostForm::takeOrder(const feed::FinishedWork &work)
{
    m_order->clearError();
    m_facts.order = work.order;
    if (m_caption->text().trimmed().isEmpty())
        m_caption->setText(work.words);
    std::vector<changes::Media> photos = m_photos->photos();
    for (const changes::Media &photo : work.photos) {
        const bool there = std::ranges::find(photos, photo.sha256, &changes::Media::sha256) != photos.end();
        if (!there && photos.size() < size_t(feed::mostPhotos))
            photos.push_back(photo);
    }
    m_photos->setPhotos(std::move(photos));
    if (work.consentAt)
        m_orderSays->setText(tr("Order %1. The client agreed that it is shown.").arg(work.number));
    else if (work.withoutConsent.isEmpty())
        m_orderSays->setText(
            tr("Order %1 was to nobody in particular: nobody can agree, so it stays a draft.").arg(work.number));
    else
        m_orderSays->setText(
            tr("Order %1. Not agreed yet: %2. Keep it as a draft, ask them, and tick it on their card.")
                .arg(work.number, isolated(work.withoutConsent.join(QStringLiteral(", ")))));
}

feed::PostDraft PostForm::typed() const
{
    feed::PostDraft draft = m_facts; // what no field shows stays
    draft.whose = m_whose->currentIndex() == 0 ? Whose::Shop : Whose::Own;
    if (draft.whose == Whose::Own)
        draft.order.reset();
    draft.photos = m_photos->photos();
    draft.caption = m_caption->text();
    draft.tags = QStringList{m_tags->text()};
    draft.location = m_place->text();
    draft.visibility = Visibility(m_visibility->currentIndex());
    draft.crossTo.clear();
    if (m_instagram->isChecked())
        draft.crossTo.append(feed::Platform::Instagram);
    if (m_tiktok->isChecked())
        draft.crossTo.append(feed::Platform::TikTok);
    return draft;
}

void PostForm::submit()
{
    if (isBusy())
        return;
    if (primary()->isHidden())
        return keepDraft();
    write(typed(), true);
}

void PostForm::keepDraft()
{
    if (!isBusy() && !m_post)
        write(typed(), false);
}

void PostForm::write(const feed::PostDraft &draft, bool published)
{
    clearProblem();
    if (!m_photos->isWhole())
        return desk().notices().say(tr("A photo is still being taken in. Try again in a moment."));
    if (!m_order->text().simplified().isEmpty() && !draft.order && draft.whose == Whose::Shop) {
        m_order->setError(tr("Look the order up first, or empty this."));
        return;
    }
    if (m_post)
        return EntryForm::write(
            [this, draft, post = *m_post] { return FeedService(desk().session(), desk().door()).change(post, draft); });
    EntryForm::write(
        [this, draft, published] {
            FeedService posts(desk().session(), desk().door());
            return published ? posts.publish(draft) : posts.draft(draft);
        },
        [this, published](feed::PostId post) {
            finish();
            Q_EMIT written(post, published);
        });
}

void PostForm::dragEnterEvent(QDragEnterEvent *event)
{
    if (PhotoStrip::holdsPhoto(event->mimeData()))
        event->acceptProposedAction();
}

void PostForm::dropEvent(QDropEvent *event)
{
    m_photos->takeIn(event->mimeData());
    event->acceptProposedAction();
}

} // namespace thimblely::ui
