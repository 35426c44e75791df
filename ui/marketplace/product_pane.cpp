// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/product_pane.h"

#include "core/marketplace/product_service.h"
#include "core/workspaces/shop_places.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/marketplace/market_words.h"
#include "ui/marketplace/reviews_model.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"
#include "ui/widgets/tall_list.h"

#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>

namespace thimblely::ui {

using access::Capability;
using marketplace::ListingStatus;
using marketplace::ProductService;

ProductPane::ProductPane(Desk &desk, QWidget *parent)
    : Card(parent), m_desk(desk), m_reviews(new ReviewsModel(desk, this))
{
    auto *nothing = new EmptyState("i-pickup", tr("Choose a product."), {}, this);
    auto *one = new QWidget(this);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(nothing);
    m_stack->addWidget(one);
    m_title = new Label(TextStyle::InputStrong, Role::Text, {}, one);
    m_title->setWordWrap(true);
    m_price = new Label(TextStyle::Heading, Role::Text, {}, one);
    m_facts = new Label(TextStyle::Caption, Role::Muted, {}, one);
    m_facts->setWordWrap(true);
    m_words = new Label(TextStyle::Body, Role::Text, {}, one);
    m_words->setWordWrap(true);
    m_photos = new PhotoStrip(desk, tr("this product"), {}, one);
    m_photos->setReadOnly(true);
    m_hint = new Label(TextStyle::Caption, Role::Muted, {}, one);
    m_hint->setWordWrap(true);
    auto *head = column(nullptr, 4, {16, 12, 16, 4});
    for (QWidget *each : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_price),
                          static_cast<QWidget *>(m_facts), static_cast<QWidget *>(m_words)})
        head->addWidget(each);
    head->addWidget(m_photos, 0, Qt::AlignLeading);
    head->addWidget(m_hint);
    auto *all = column(one, 0, {1, 1, 1, 1});
    all->addLayout(head);
    all->addLayout(buildDeeds());
    all->addWidget(new Separator(Qt::Horizontal, one));
    all->addWidget(buildReviews(), 1);
    connectParts();
    m_stack->setCurrentIndex(0);
}

QLayout *ProductPane::buildDeeds()
{
    m_order = new PrimaryButton(tr("Order it"), this);
    m_publish = new PrimaryButton(tr("Offer it"), this);
    m_like = new PlainButton(tr("Like"), this);
    m_more = new FlatButton(QString(), this);
    m_more->setIconName("i-more");
    m_more->setAccessibleName(tr("More for this product"));
    m_more->setToolTip(tr("More for this product"));
    m_menu = new QMenu(m_more);
    auto *deeds = row(nullptr, 8, {16, 4, 16, 12});
    for (Button *each : {m_order, m_publish, m_like})
        deeds->addWidget(each);
    deeds->addStretch(1);
    deeds->addWidget(m_more);
    return deeds;
}

QWidget *ProductPane::buildReviews()
{
    auto *part = new QWidget(this);
    m_list = new TallList(tr("Reviews"), Role::Surface, part);
    m_list->setModel(m_reviews);
    m_list->setItemDelegate(new ReviewDelegate(*m_reviews, m_list));
    m_say = new QWidget(part);
    m_stars = new Segmented(tr("Stars"), m_say);
    m_stars->setSmall(true);
    for (int stars = 1; stars <= 5; ++stars) {
        m_stars->addSegment(QString::number(stars));
        m_stars->button(stars - 1)->setAccessibleName(tr("%1 of 5 stars").arg(stars));
    }
    m_stars->clearChoice();
    m_line = new QLineEdit(m_say);
    m_line->setPlaceholderText(tr("What you think of it"));
    m_line->setAccessibleName(tr("Review"));
    m_send = new PlainButton(tr("Send"), m_say);
    m_send->setAccessibleName(tr("Send the review"));
    auto *line = row(nullptr, 8);
    line->addWidget(m_line, 1);
    line->addWidget(m_send);
    m_draft = new FormDraft(m_desk, m_say);
    auto *say = column(m_say, 8, {16, 8, 16, 12});
    say->addWidget(new DraftLine(*m_draft, m_say));
    say->addWidget(m_stars);
    say->addLayout(line);
    auto *all = column(part, 0);
    all->addWidget(m_list, 1);
    all->addWidget(m_say);
    return part;
}

void ProductPane::connectParts()
{
    connect(m_order, &QAbstractButton::clicked, this, &ProductPane::orderRequested);
    connect(m_publish, &QAbstractButton::clicked, this, [this] {
        m_desk.when(ProductService(m_desk.session(), m_desk.door()).publish(m_product->id), this, [] {});
    });
    connect(m_like, &QAbstractButton::clicked, this, [this] {
        m_desk.when(ProductService(m_desk.session(), m_desk.door()).like(m_product->id), this, [](bool) {});
    });
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(m_more->width() - m_menu->sizeHint().width(), m_more->height())));
    });
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { m_desk.notices().say(why); });
    connect(m_reviews, &ReviewsModel::failed, &m_desk.notices(), &Notices::fail);
    connect(m_reviews, &ReviewsModel::loaded, this, &ProductPane::showMine);
    connect(m_line, &QLineEdit::returnPressed, this, &ProductPane::sendReview);
    connect(m_send, &QAbstractButton::clicked, this, &ProductPane::sendReview);
    connect(&HideMoney::instance(), &HideMoney::changed, this, [this] {
        if (m_product)
            showFacts();
    });
}

bool ProductPane::mayWrite() const
{
    return m_product && m_product->isOurs && m_desk.principal().can(Capability::MarketplaceWrite);
}

//! An order is taken where its pieces are made: of the shop's own, by who writes orders and reads clients and prices.
bool ProductPane::mayOrder() const
{
    const access::Principal &principal = m_desk.principal();
    return m_product && m_product->isOurs && m_product->status == ListingStatus::Published && !m_product->isSoldOut() &&
           principal.can(Capability::OrdersWrite) && principal.can(Capability::ClientsRead) &&
           principal.can(Capability::PricesRead);
}

void ProductPane::showProduct(const std::optional<marketplace::Product> &product)
{
    const bool another = !product || !m_product || product->id != m_product->id;
    if (another)
        m_draft->leave();
    m_product = product;
    m_stack->setCurrentIndex(product ? 1 : 0);
    if (another) {
        m_line->clear();
        m_stars->clearChoice();
        m_reviews->show(product ? std::optional(product->id) : std::nullopt);
    }
    if (!product)
        return;
    if (another || m_photos->photos() != product->facts.photos)
        m_photos->setPhotos(product->facts.photos);
    m_photos->setVisible(!product->facts.photos.empty());
    showFacts();
    showDeeds();
}

void ProductPane::showFacts()
{
    const marketplace::ProductDraft &facts = m_product->facts;
    m_title->setText(facts.facts.title);
    m_price->setText(m_desk.amount(facts.facts.price));
    QStringList parts;
    if (!facts.facts.category.isEmpty())
        parts.append(facts.facts.category);
    if (const QString figures = figureWords(*m_product, m_desk); !figures.isEmpty())
        parts.append(figures);
    if (!m_product->itemName.isEmpty())
        parts.append(tr("from the shelf: %1").arg(m_product->itemName));
    if (m_product->isOurs) {
        QStringList regions;
        for (const QString &code : facts.regions)
            regions.append(regionName(code, m_desk.profile().locale));
        parts.append(regions.isEmpty() ? tr("offered nowhere yet")
                                       : tr("offered in %1").arg(regions.join(QStringLiteral(", "))));
    }
    m_facts->setText(parts.join(QStringLiteral(" \u00b7 ")));
    QStringList words;
    if (!facts.facts.description.isEmpty())
        words.append(facts.facts.description);
    for (const marketplace::ProductOption &option : facts.options)
        words.append(option.name + QStringLiteral(": ") + option.choices.join(QStringLiteral(", ")));
    m_words->setText(words.join(u'\n'));
    m_words->setVisible(!words.isEmpty());
}

void ProductPane::showDeeds()
{
    const bool out = m_product->status == ListingStatus::Published;
    m_order->setVisible(mayOrder());
    m_publish->setVisible(!out && mayWrite() && m_desk.principal().can(Capability::MarketplacePublish));
    m_like->setVisible(out);
    m_like->setText(m_product->liked ? tr("Liked") : tr("Like"));
    m_like->setAccessibleName(m_product->liked ? tr("Take my like back") : tr("Like this product"));
    m_more->setVisible(mayWrite() || (m_product->isOurs && m_desk.principal().can(Capability::MarketplaceDelete)) ||
                       m_reviews->mine());
    m_say->setVisible(out && !m_product->isOurs && !m_product->isMine);
    QString hint;
    if (!m_product->isOurs)
        hint = tr("Offered by another shop. Ordering there waits for the server; ask them.");
    else if (!m_product->facts.facts.images.isEmpty() && m_product->facts.photos.empty())
        hint = tr("Its pictures lie on the web and are not loaded from here. Add photos of your own.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void ProductPane::showMine()
{
    if (!m_product)
        return;
    showDeeds();
    if (!m_draft->isLive())
        beginReview();
}

//! As it stands, what was typed about this product before laid over it.
void ProductPane::beginReview()
{
    const marketplace::Review *mine = m_reviews->mine();
    m_line->setText(mine ? mine->text : QString());
    if (mine)
        m_stars->setCurrentIndex(mine->rating - 1);
    else
        m_stars->clearChoice();
    m_draft->begin(draftNameOf(*this), m_product->id.toString(), tr("Review of %1").arg(m_product->facts.facts.title));
}

void ProductPane::fillMenu()
{
    m_menu->clear();
    const marketplace::ListingId id = m_product->id;
    const auto products = [this] { return ProductService(m_desk.session(), m_desk.door()); };
    if (mayWrite()) {
        m_menu->addAction(tr("Change…"), this, &ProductPane::editRequested);
        if (m_product->status == ListingStatus::Published)
            m_menu->addAction(tr("Put away"), this,
                              [this, id, products] { m_desk.when(products().archive(id), this, [] {}); });
    }
    if (m_product->isOurs && m_desk.principal().can(Capability::MarketplaceDelete))
        m_menu->addAction(tr("Delete"), this,
                          [this, id, products] { m_desk.when(products().remove(id), this, [] {}); });
    if (m_reviews->mine())
        m_menu->addAction(tr("Take my review back"), this, [this, id, products] {
            m_draft->forget();
            m_desk.when(products().takeBackReview(id), this, [] {});
        });
}

void ProductPane::sendReview()
{
    if (!m_product || m_say->isHidden())
        return;
    m_draft->write(
        [this, product = m_product->id, stars = m_stars->currentIndex() + 1, text = m_line->text()] {
            return ProductService(m_desk.session(), m_desk.door()).review(product, stars, text);
        },
        [this](const Result<void> &result) {
            if (!result)
                m_desk.notices().fail(result.error());
        });
}

void ProductPane::reload()
{
    m_reviews->refresh();
}

void ProductPane::focusFirst()
{
    for (Button *each : {m_order, m_publish, m_like, m_more}) {
        if (m_product && each->isVisible())
            return each->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace thimblely::ui
