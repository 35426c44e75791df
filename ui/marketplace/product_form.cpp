// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/product_form.h"

#include "core/inventory/inventory_service.h"
#include "core/marketplace/product_service.h"
#include "core/workspaces/shop_places.h"
#include "ui/clients/text_area.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using marketplace::ProductOption;
using marketplace::ProductService;

namespace {

constexpr int mostOnTheShelf = 200;

} // namespace

ProductForm::ProductForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("New product"), tr("Offer it"), parent),
      m_photos(new PhotoStrip(desk, tr("this product"), {}, body()))
{
    build();
}

void ProductForm::build()
{
    m_title = addText(tr("What it is called"));
    m_price = addMoney(tr("Price"), m_priceEdit);
    m_category = addText(tr("Category"));
    rows()->addWidget(m_photos, 0, Qt::AlignLeading);
    m_photos->setMost(marketplace::mostProductPhotos);
    m_words = new TextArea(tr("About it"), 3, body());
    rows()->addWidget(m_words);
    m_made = new QCheckBox(tr("Made to order"), body());
    rows()->addWidget(m_made);
    m_shelfPart = new QWidget(body());
    m_shelf = new QComboBox(m_shelfPart);
    m_shelf->setAccessibleName(tr("What it is on the shelf"));
    auto *name = new Label(TextStyle::CaptionStrong, Role::Muted, tr("What it is on the shelf"), m_shelfPart);
    name->setBuddy(m_shelf);
    auto *shelf = column(m_shelfPart, 8);
    shelf->addWidget(name);
    shelf->addWidget(m_shelf);
    rows()->addWidget(m_shelfPart);
    m_stock = addText(tr("How many there are"));
    m_stock->setHint(tr("empty: not counted"));
    m_options = new TextArea(tr("What can be chosen"), 3, body());
    m_options->setHint(tr("a line for each: Size: S, M, L"));
    rows()->addWidget(m_options);
    m_regions = addText(tr("Where it is offered"));
    m_regions->setHint(tr("countries and regions: Nigeria, Ghana"));
    m_tags = addText(tr("Tags"));
    rows()->addStretch(1);
    m_draft = new PlainButton(tr("Keep as a draft"), this);
    buttons()->insertWidget(1, m_draft);
    connect(m_draft, &QAbstractButton::clicked, this, &ProductForm::keepDraft);
    connect(m_made, &QCheckBox::toggled, this, &ProductForm::showStock);
    connect(m_shelf, &QComboBox::currentIndexChanged, this, &ProductForm::showStock);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { desk().notices().say(why); });
}

//! The shelf's goods, and the one that was chosen before, whatever it is now.
void ProductForm::fillShelf(const std::optional<InventoryItemId> &chosen)
{
    m_shelf->clear();
    m_items = {std::nullopt};
    m_shelf->addItem(tr("Nothing: it is counted here"));
    const bool sees = desk().principal().can(Capability::InventoryRead);
    m_shelfPart->setVisible(sees);
    if (!sees)
        return;
    const inventory::InventoryService stock(desk().session(), desk().door());
    if (const auto page = stock.page(inventory::ItemKind::ReadyMade, {}, mostOnTheShelf)) {
        for (const inventory::ItemRow &item : page->rows) {
            m_items.push_back(item.id);
            m_shelf->addItem(item.name);
        }
    }
    const auto at = std::ranges::find(m_items, chosen);
    if (at != m_items.end()) {
        m_shelf->setCurrentIndex(int(at - m_items.begin()));
    } else if (const auto item = stock.load(*chosen)) {
        m_items.push_back(chosen);
        m_shelf->addItem(item->facts.name);
        m_shelf->setCurrentIndex(m_shelf->count() - 1);
    }
}

void ProductForm::showStock()
{
    const bool made = m_made->isChecked();
    m_shelfPart->setVisible(!made && desk().principal().can(Capability::InventoryRead));
    m_stock->setVisible(!made && m_shelf->currentIndex() <= 0);
}

void ProductForm::fill(const marketplace::ProductDraft &facts)
{
    m_facts = facts;
    clearProblem();
    for (const auto &[field, text] :
         {std::pair(m_title, facts.facts.title), std::pair(m_category, facts.facts.category),
          std::pair(m_stock, facts.facts.stock ? facts.facts.stock->toText(desk().locale()) : QString()),
          std::pair(m_tags, facts.facts.tags.join(QStringLiteral(", "))),
          std::pair(m_regions, facts.regions.join(QStringLiteral(", ")))}) {
        field->setText(text);
        field->clearError();
    }
    m_price->clearError();
    if (m_product)
        m_priceEdit->setValue(facts.facts.price);
    else
        m_priceEdit->clear();
    m_words->setText(facts.facts.description);
    m_options->setText(optionsText(facts.options));
    m_photos->setPhotos(facts.photos);
    m_made->setChecked(facts.madeToOrder);
    fillShelf(facts.item);
    showStock();
}

void ProductForm::beginNew()
{
    m_product.reset();
    marketplace::ProductDraft blank{.facts = {.title = {}, .price = Money::zero(desk().profile().currency)}};
    const auto places = ShopPlacesService(desk().session()).load();
    blank.regions = places && !places->regions.isEmpty() ? places->regions : QStringList{desk().profile().countryCode};
    fill(blank);
    setTitle(tr("New product"));
    const bool publishes = desk().principal().can(Capability::MarketplacePublish);
    primary()->setText(tr("Offer it"));
    primary()->setVisible(publishes);
    m_draft->show();
    beginTyping({}, tr("New product"));
    focusFirst();
}

void ProductForm::beginEdit(const marketplace::Product &product)
{
    m_product = product.id;
    fill(product.facts);
    setTitle(product.facts.facts.title);
    primary()->setText(tr("Save"));
    primary()->show();
    m_draft->hide();
    beginTyping(product.id.toString(), tr("Product (%1)").arg(product.facts.facts.title));
    focusFirst();
}

void ProductForm::focusFirst()
{
    m_title->edit()->setFocus(Qt::OtherFocusReason);
}

std::optional<std::vector<ProductOption>> ProductForm::optionsTyped(const QString &text)
{
    std::vector<ProductOption> options;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        ProductOption option{line.left(std::max<qsizetype>(0, colon)).simplified(), {}};
        for (const QString &choice : line.mid(colon + 1).split(u',', Qt::SkipEmptyParts)) {
            const QString tidy = choice.simplified();
            if (!tidy.isEmpty() && !option.choices.contains(tidy))
                option.choices.append(tidy);
        }
        if (colon < 0 || option.name.isEmpty() || option.choices.isEmpty())
            return std::nullopt;
        options.push_back(std::move(option));
    }
    return options;
}

QString ProductForm::optionsText(const std::vector<ProductOption> &options)
{
    QStringList lines;
    for (const ProductOption &option : options)
        lines.append(option.name + QStringLiteral(": ") + option.choices.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

bool ProductForm::readStock(marketplace::ProductDraft &draft)
{
    draft.madeToOrder = m_made->isChecked();
    const int shelf = std::clamp(m_shelf->currentIndex(), 0, int(m_items.size()) - 1);
    draft.item = draft.madeToOrder ? std::nullopt : m_items[size_t(shelf)];
    draft.facts.stock.reset();
    const QString text = m_stock->text().trimmed();
    if (draft.madeToOrder || draft.item || text.isEmpty())
        return true;
    const auto read = Quantity::parse(text, desk().locale());
    if (read && read->milli() >= 0) {
        draft.facts.stock = *read;
        return true;
    }
    m_stock->setError(read ? tr("Not less than nothing.") : desk().sentence(read.error()));
    return false;
}

bool ProductForm::readRegions(marketplace::ProductDraft &draft)
{
    const WorkspaceProfile &profile = desk().profile();
    const auto regions = regionsTyped(m_regions->text(), {profile.locale, profile.countryCode, m_facts->regions});
    if (regions) {
        draft.regions = *regions;
        return true;
    }
    m_regions->setError(desk().sentence(regions.error()));
    return false;
}

std::optional<marketplace::ProductDraft> ProductForm::typed()
{
    marketplace::ProductDraft draft = *m_facts; // what no field shows stays
    bool readable = readStock(draft);
    readable = readRegions(draft) && readable;
    draft.facts.title = m_title->text().simplified();
    draft.facts.category = m_category->text().simplified();
    draft.facts.description = m_words->text().trimmed();
    draft.photos = m_photos->photos();
    draft.facts.tags.clear();
    for (const QString &tag : m_tags->text().split(u',', Qt::SkipEmptyParts)) {
        if (!tag.simplified().isEmpty())
            draft.facts.tags.append(tag.simplified());
    }
    const auto price = m_priceEdit->value();
    if (price)
        draft.facts.price = *price;
    else
        m_price->setError(desk().sentence(price.error()));
    if (const auto options = optionsTyped(m_options->text()))
        draft.options = *options;
    else
        m_options->setError(tr("A line for each, with its choices: Size: S, M, L"));
    readable = readable && price && optionsTyped(m_options->text());
    if (draft.facts.title.isEmpty()) {
        m_title->setError(tr("What is it called?"));
        readable = false;
    }
    return readable ? std::optional(draft) : std::nullopt;
}

void ProductForm::submit()
{
    if (!isBusy())
        keep(!primary()->isHidden());
}

void ProductForm::keepDraft()
{
    if (!isBusy() && !m_product)
        keep(false);
}

void ProductForm::keep(bool published)
{
    clearProblem();
    if (!m_photos->isWhole())
        return desk().notices().say(tr("A photo is still being taken in. Try again in a moment."));
    const auto draft = typed();
    if (!draft)
        return;
    if (m_product)
        return write([this, draft = *draft, product = *m_product] {
            return ProductService(desk().session(), desk().door()).change(product, draft);
        });
    write(
        [this, draft = *draft, published] {
            ProductService products(desk().session(), desk().door());
            return published ? products.publish(draft) : products.draft(draft);
        },
        [this](marketplace::ListingId product) {
            finish();
            Q_EMIT written(product);
        });
}

} // namespace thimblely::ui
