// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/item_form.h"

#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"
#include "ui/inventory/stock_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <algorithm>
#include <array>

namespace thimblely::ui {

using access::Capability;
using inventory::ItemKind;

namespace {

constexpr std::array kinds = {ItemKind::FabricRoll, ItemKind::Trim, ItemKind::ReadyMade};
constexpr int widestCloth = 1000; // cm

} // namespace

ItemForm::ItemForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, {}, parent), m_kind(new Segmented(tr("What kind of thing"), this))
{
    build();
}

void ItemForm::addPair(FieldEdit *&left, const QString &leftName, FieldEdit *&right, const QString &rightName)
{
    auto *pair = row(nullptr, 16);
    for (const auto &[field, name] : {std::pair(&left, leftName), std::pair(&right, rightName)}) {
        if (!*field)
            *field = new FieldEdit(name, body());
        pair->addWidget(*field, 1, Qt::AlignTop);
        connect(*field, &FieldEdit::edited, this, &ItemForm::clearProblem);
        endWith(*field);
    }
    rows()->addLayout(pair);
}

void ItemForm::build()
{
    for (const ItemKind kind : kinds)
        m_kind->addSegment(kindName(kind));
    rows()->addWidget(m_kind);
    const auto money = [this](const QString &name, MoneyEdit *&edit) {
        edit = new MoneyEdit(desk().profile().currency, body());
        edit->setLocale(desk().locale());
        edit->setEmptyIsZero(false);
        return new FieldEdit(name, edit, body());
    };
    m_name = addText(tr("Name"));
    endWith(m_name);
    addPair(m_number, tr("Number"), m_barcode, tr("Bar code, if it has one"));
    addPair(m_colour, tr("Colour"), m_composition, tr("What it is made of"));
    addPair(m_unit, tr("Counted in"), m_width, tr("Width in cm"));
    m_came = new FieldEdit(tr("How much came in"), body());
    m_cost = money(tr("Cost of one"), m_costEdit);
    addPair(m_came, {}, m_cost, {});
    addPair(m_shelf, tr("Shelf"), m_supplier, tr("Supplier"));
    addPair(m_minimum, tr("Order more at"), m_maximum, tr("And fill up to"));
    m_price = money(tr("Price of one"), m_priceEdit);
    addPair(m_price, {}, m_contact, tr("How the supplier is reached"));
    rows()->addStretch(1);
    m_unit->setHint(tr("m, yd, pcs"));
    m_number->setHint(tr("as on its label"));
    const access::Principal &principal = desk().principal();
    m_cost->setVisible(principal.can(Capability::FinanceRead) && principal.can(Capability::FinanceWrite));
    m_price->setVisible(principal.can(Capability::PricesRead));
    m_priceEdit->setEnabled(principal.can(Capability::PriceListWrite));
    connect(m_kind, &Segmented::currentIndexChanged, this, &ItemForm::showKind);
}

ItemKind ItemForm::kind() const
{
    return kinds[size_t(std::clamp(m_kind->currentIndex(), 0, int(kinds.size()) - 1))];
}

void ItemForm::showKind()
{
    clearProblem();
    m_width->setVisible(kind() == ItemKind::FabricRoll);
    if (!m_item && !m_unit->edit()->isModified()) {
        const QString cloth =
            desk().profile().units == UnitSystem::Imperial ? QStringLiteral("yd") : QStringLiteral("m");
        m_unit->setText(kind() == ItemKind::FabricRoll ? cloth : QStringLiteral("pcs"));
    }
}

void ItemForm::fill(const inventory::ItemDraft &facts)
{
    m_facts = facts;
    clearProblem();
    const QLocale &locale = desk().locale();
    const auto quantity = [&](const std::optional<Quantity> &value) {
        return value ? value->toText(locale) : QString();
    };
    for (const auto &[field, text] :
         {std::pair(m_name, facts.name), std::pair(m_number, facts.sku), std::pair(m_barcode, facts.barcode),
          std::pair(m_colour, facts.colour), std::pair(m_composition, facts.composition), std::pair(m_unit, facts.unit),
          std::pair(m_width, facts.widthMm ? Quantity(qint64(*facts.widthMm) * 100).toText(locale) : QString()),
          std::pair(m_shelf, facts.location), std::pair(m_supplier, facts.supplierName),
          std::pair(m_contact, facts.supplierContact), std::pair(m_minimum, quantity(facts.minimumStock)),
          std::pair(m_maximum, quantity(facts.maximumStock)), std::pair(m_came, QString())}) {
        field->setText(text);
        field->clearError();
    }
    for (const auto &[edit, amount] : {std::pair(m_priceEdit, facts.sellingPrice), std::pair(m_costEdit, facts.cost)}) {
        if (amount)
            edit->setValue(*amount);
        else
            edit->clear();
    }
    const auto at = std::ranges::find(kinds, facts.kind);
    m_kind->setCurrentIndex(at == kinds.end() ? 0 : int(at - kinds.begin()));
    m_came->setVisible(!m_item);
    m_kind->setVisible(!m_item);
    showKind();
}

void ItemForm::beginNew(ItemKind kind)
{
    m_item.reset();
    inventory::ItemDraft blank;
    blank.kind = kind;
    fill(blank);
    setTitle(tr("Something new in stock"));
    primary()->setText(tr("Take in"));
    beginTyping({}, tr("Something new in stock"));
    focusFirst();
}

void ItemForm::beginEdit(const inventory::Item &item)
{
    m_item = item.id;
    fill(item.facts);
    setTitle(item.facts.name);
    primary()->setText(tr("Save"));
    beginTyping(item.id.toString(), tr("Stock (%1)").arg(item.facts.name));
    focusFirst();
}

void ItemForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->selectAll();
}

std::optional<Quantity> ItemForm::quantityIn(FieldEdit *field)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    const auto read = Quantity::parse(text, desk().locale());
    if (read && read->milli() >= 0)
        return *read;
    field->setError(read ? tr("Not less than nothing.") : desk().sentence(read.error()));
    m_readable = false;
    return std::nullopt;
}

std::optional<Money> ItemForm::moneyIn(FieldEdit *field, const MoneyEdit *edit)
{
    if (field->isHidden() || edit->text().trimmed().isEmpty())
        return std::nullopt;
    const auto read = edit->value();
    if (read)
        return *read;
    field->setError(desk().sentence(read.error()));
    m_readable = false;
    return std::nullopt;
}

std::optional<inventory::ItemDraft> ItemForm::typed()
{
    m_readable = true;
    inventory::ItemDraft facts = m_facts; // what no field shows stays
    facts.kind = kind();
    facts.name = m_name->text().simplified();
    facts.sku = m_number->text().simplified();
    facts.barcode = m_barcode->text().simplified();
    facts.colour = m_colour->text().simplified();
    facts.composition = m_composition->text().simplified();
    facts.unit = m_unit->text().simplified();
    facts.location = m_shelf->text().simplified();
    facts.supplierName = m_supplier->text().simplified();
    facts.supplierContact = m_contact->text().simplified();
    facts.minimumStock = quantityIn(m_minimum);
    facts.maximumStock = quantityIn(m_maximum);
    if (facts.kind == ItemKind::FabricRoll) {
        const auto width = quantityIn(m_width);
        if (width && (width->milli() < 1000 || *width > Quantity::whole(widestCloth))) {
            m_width->setError(tr("From 1 to %1 cm.").arg(desk().locale().toString(widestCloth)));
            m_readable = false;
        }
        facts.widthMm = width ? std::optional(int(width->milli() / 100)) : std::nullopt;
    }
    if (!m_price->isHidden())
        facts.sellingPrice = moneyIn(m_price, m_priceEdit);
    if (!m_cost->isHidden())
        facts.cost = moneyIn(m_cost, m_costEdit);
    if (facts.name.isEmpty()) {
        m_name->setError(tr("What is it called?"));
        m_readable = false;
    }
    return m_readable ? std::optional(facts) : std::nullopt;
}

void ItemForm::submit()
{
    if (isBusy())
        return;
    clearProblem();
    if (const auto facts = typed())
        keep(*facts);
}

void ItemForm::keep(const inventory::ItemDraft &facts)
{
    using inventory::InventoryService;
    using inventory::StockService;
    if (m_item)
        return write([this, facts, item = *m_item] {
            return InventoryService(desk().session(), desk().door()).edit(item, facts);
        });
    const auto came = quantityIn(m_came);
    if (!m_readable)
        return;
    const auto then = [this](InventoryItemId item) {
        finish();
        Q_EMIT added(item);
    };
    if (!came || came->milli() == 0) // written down before any of it is there
        return write([this, facts] { return InventoryService(desk().session(), desk().door()).add(facts); }, then);
    write(
        [this, facts, came] {
            return StockService(desk().session(), desk().door())
                .receiveNew(facts, {.quantity = *came, .unitCost = facts.cost, .supplier = facts.supplierName});
        },
        then);
}

} // namespace thimblely::ui
