// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/stock_move_form.h"

#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"
#include "ui/desk/isolated.h"
#include "ui/inventory/stock_words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using inventory::RemnantTo;
using inventory::StockService;
using inventory::WasteReason;

StockMoveForm::StockMoveForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, {}, tr("Note it"), parent), m_remnantTo(new Segmented(tr("Where it goes"), this)),
      m_returnTo(new Segmented(tr("Which way it goes"), this))
{
    build();
}

QWidget *StockMoveForm::labelled(const QString &label, QComboBox *choice)
{
    auto *place = new QWidget(body());
    auto *stack = column(place, 8);
    auto *words = new Label(TextStyle::CaptionStrong, Role::Muted, label, place);
    words->setBuddy(choice);
    choice->setAccessibleName(label);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    stack->addWidget(words);
    stack->addWidget(choice);
    rows()->addWidget(place);
    return place;
}

void StockMoveForm::build()
{
    m_remnantTo->addSegment(tr("On the roll"));
    m_remnantTo->addSegment(tr("By itself"));
    m_remnantTo->addSegment(tr("Cut off it"));
    m_returnTo->addSegment(tr("Back on the shelf"));
    m_returnTo->addSegment(tr("To the supplier"));
    rows()->addWidget(m_remnantTo);
    rows()->addWidget(m_returnTo);
    m_piece = new QComboBox(body());
    m_pieceRow = labelled(tr("For which piece"), m_piece);
    m_quantity = addText(tr("How much"));
    m_reason = new QComboBox(body());
    m_reasonRow = labelled(tr("Why"), m_reason);
    for (int i = 0; i < inventory::wasteReasonCount; ++i)
        m_reason->addItem(wasteReasonName(WasteReason(i)));
    m_cost = addMoney(tr("Cost of one"), m_costEdit);
    m_costEdit->setEmptyIsZero(false);
    m_supplier = addText(tr("Supplier"));
    m_name = addText(tr("What it is called"));
    m_shelf = addText(tr("Shelf"));
    m_note = addText(tr("Note"));
    rows()->addStretch(1);
    connect(m_piece, &QComboBox::activated, this, &StockMoveForm::offerLength);
    connect(m_remnantTo, &Segmented::currentIndexChanged, this, &StockMoveForm::showChoice);
    connect(m_returnTo, &Segmented::currentIndexChanged, this, &StockMoveForm::showChoice);
    for (FieldEdit *field : {m_quantity, m_cost, m_supplier, m_name, m_shelf, m_note})
        endWith(field);
}

void StockMoveForm::begin(StockMove move, const inventory::Item &item, const std::vector<orders::ClothPiece> &promised)
{
    m_move = move;
    m_item = item;
    m_promised = move == StockMove::Cut ? promised : std::vector<orders::ClothPiece>();
    clearProblem();
    for (FieldEdit *field : {m_quantity, m_cost, m_supplier, m_name, m_shelf, m_note}) {
        field->setText({});
        field->clearError();
    }
    m_remnantTo->setCurrentIndex(0);
    m_returnTo->setCurrentIndex(0);
    m_reason->setCurrentIndex(0);
    m_piece->clear();
    m_piece->addItem(tr("For no piece"));
    for (const orders::ClothPiece &piece : m_promised) {
        //: tag, what it is, and how much cloth is promised to it: 1042-1 Jacket, 3.2 m
        m_piece->addItem(
            tr("%1 %2, %3")
                .arg(piece.tag, isolated(piece.name), quantityText(piece.quantity, item.facts.unit, desk().locale())));
    }
    showMove();
    m_quantity->setHint(item.facts.unit);
    m_cost->setHint(tr("for each %1").arg(item.facts.unit));
    if (move == StockMove::Receive) {
        m_supplier->setText(item.facts.supplierName);
        m_shelf->setText(item.facts.location);
        if (item.ordered)
            m_quantity->setText(item.ordered->toText(desk().locale()));
    } else if (move == StockMove::Remnant) {
        m_name->setText(tr("%1, remnant").arg(item.facts.name));
        m_shelf->setText(item.facts.location);
    } else if (move == StockMove::Order && item.ordered) {
        m_quantity->setText(item.ordered->toText(desk().locale()));
    }
    if (!m_promised.empty()) {
        m_piece->setCurrentIndex(1);
        offerLength();
    }
    beginTyping(QString::number(int(move)) + u':' + item.id.toString(), tr("Stock (%1)").arg(item.facts.name));
}

void StockMoveForm::showMove()
{
    const inventory::ItemDraft &facts = m_item->facts;
    const bool cloth = facts.kind == inventory::ItemKind::FabricRoll;
    const bool receives = m_move == StockMove::Receive;
    m_pieceRow->setVisible(!m_promised.empty());
    m_remnantTo->setVisible(m_move == StockMove::Remnant);
    m_returnTo->setVisible(m_move == StockMove::Return);
    m_reasonRow->setVisible(m_move == StockMove::Waste);
    // What it costs is for those to see who see what it did cost.
    m_cost->setVisible(receives && desk().principal().can(Capability::FinanceRead) &&
                       desk().principal().can(Capability::FinanceWrite));
    m_supplier->setVisible(receives);
    m_note->setVisible(m_move != StockMove::Order);
    m_quantity->setLabel(m_move == StockMove::Adjust ? tr("How much more; with a minus, how much less")
                                                     : tr("How much"));
    struct Words {
        QString title;
        QString words;
        QString note;
        QString done;
    };
    const auto words = [&]() -> Words {
        switch (m_move) {
        case StockMove::Receive:
            return {tr("%1 comes in").arg(facts.name), {}, tr("Delivery note"), tr("Take in")};
        case StockMove::Cut:
            return cloth ? Words{tr("Cut %1").arg(facts.name), tr("What is promised to other pieces stays theirs."),
                                 tr("What for"), tr("Cut")}
                         : Words{tr("Take %1 off the shelf").arg(facts.name),
                                 tr("What is promised to pieces stays theirs."), tr("What for"), tr("Take off")};
        case StockMove::Remnant:
            return {tr("Remnant of %1").arg(facts.name), {}, tr("Note"), tr("Keep it")};
        case StockMove::Return:
            return {tr("%1 comes back").arg(facts.name), {}, tr("From whom, and why"), tr("Note it")};
        case StockMove::Waste:
            return {tr("Throw away %1").arg(facts.name), {}, tr("What happened"), tr("Throw away")};
        case StockMove::Adjust:
            return {tr("Correct %1").arg(facts.name),
                    tr("For what was written down wrong. What lies there is better counted."), tr("Reason"),
                    tr("Correct")};
        case StockMove::Reserve:
            return {tr("Put aside %1").arg(facts.name), tr("For a piece it is put aside when the piece is booked."),
                    tr("For whom"), tr("Put aside")};
        case StockMove::Release:
            return {tr("Let go of %1").arg(facts.name), tr("Of what was put aside by hand."), tr("Note"), tr("Let go")};
        case StockMove::Order:
            return {tr("%1 on order").arg(facts.name),
                    tr("How much is on its way. Empty: nothing is. What comes in is taken off it."), tr("Note"),
                    tr("Note it")};
        }
        Q_UNREACHABLE();
    }();
    setTitle(words.title);
    setWords(words.words);
    m_note->setLabel(words.note);
    primary()->setText(words.done);
    showChoice();
}

void StockMoveForm::showChoice()
{
    clearProblem();
    const bool own = m_move == StockMove::Remnant && m_remnantTo->currentIndex() > 0;
    m_name->setVisible(own);
    m_shelf->setVisible(own || m_move == StockMove::Receive);
    if (m_move == StockMove::Return)
        m_note->setLabel(m_returnTo->currentIndex() == 0 ? tr("From whom, and why") : tr("Why it goes back"));
}

//! What is promised to the piece is what is cut, unless somebody says otherwise.
void StockMoveForm::offerLength()
{
    const int chosen = m_piece->currentIndex() - 1;
    m_note->setVisible(chosen < 0);
    if (chosen >= 0 && size_t(chosen) < m_promised.size() && !m_quantity->edit()->isModified())
        m_quantity->setText(m_promised[size_t(chosen)].quantity.toText(desk().locale()));
    else if (chosen < 0 && !m_quantity->edit()->isModified())
        m_quantity->setText({});
}

void StockMoveForm::focusFirst()
{
    m_quantity->edit()->setFocus(Qt::OtherFocusReason);
    m_quantity->edit()->selectAll();
}

std::optional<Quantity> StockMoveForm::quantity(bool mayBeNone)
{
    const QString text = m_quantity->text().trimmed();
    if (text.isEmpty() && mayBeNone)
        return Quantity(0);
    const auto read = Quantity::parse(text, desk().locale());
    if (read)
        return *read;
    m_quantity->setError(text.isEmpty() ? tr("How much is it?") : desk().sentence(read.error()));
    focusFirst();
    return std::nullopt;
}

void StockMoveForm::submit()
{
    if (isBusy() || !m_item)
        return;
    clearProblem();
    if (const auto much = quantity(m_move == StockMove::Order))
        send(*much);
}

void StockMoveForm::sendReceipt(Quantity quantity)
{
    inventory::Receipt receipt{quantity};
    receipt.supplier = m_supplier->text();
    receipt.shelf = m_shelf->text();
    receipt.note = m_note->text();
    if (!m_cost->isHidden() && !m_costEdit->text().trimmed().isEmpty()) {
        const auto cost = m_costEdit->value();
        if (!cost) {
            m_cost->setError(desk().sentence(cost.error()));
            return m_costEdit->setFocus(Qt::OtherFocusReason);
        }
        receipt.unitCost = *cost;
    }
    write([this, receipt] { return StockService(desk().session(), desk().door()).receive(m_item->id, receipt); });
}

void StockMoveForm::sendCut(Quantity quantity)
{
    const int chosen = m_piece->currentIndex() - 1;
    if (chosen < 0 || size_t(chosen) >= m_promised.size())
        return write([this, quantity] {
            return StockService(desk().session(), desk().door()).use(m_item->id, quantity, m_note->text());
        });
    const orders::ClothPiece piece = m_promised[size_t(chosen)];
    write([this, piece, quantity] {
        return orders::ClothUseService(desk().session(), desk().door()).cut(piece.piece, quantity, piece.tag);
    });
}

inventory::RemnantDraft StockMoveForm::remnant(Quantity quantity) const
{
    return {quantity, RemnantTo(std::max(0, m_remnantTo->currentIndex())), m_name->text(), m_shelf->text(),
            m_note->text()};
}

void StockMoveForm::send(Quantity quantity)
{
    const auto stock = [this] { return StockService(desk().session(), desk().door()); };
    const InventoryItemId id = m_item->id;
    const QString note = m_note->text();
    switch (m_move) {
    case StockMove::Receive:
        return sendReceipt(quantity);
    case StockMove::Cut:
        return sendCut(quantity);
    case StockMove::Remnant:
        return write([=, this] { return stock().keepRemnant(id, remnant(quantity)); });
    case StockMove::Return:
        return write([=, this] { return stock().giveBack(id, quantity, m_returnTo->currentIndex() == 1, note); });
    case StockMove::Waste:
        return write([=, this] {
            return stock().waste(id, quantity, WasteReason(std::max(0, m_reason->currentIndex())), note);
        });
    case StockMove::Adjust:
        return write([=, this] {
            return inventory::InventoryService(desk().session(), desk().door()).adjust(id, quantity, note);
        });
    case StockMove::Reserve:
        return write([=] { return stock().reserve(id, quantity, note); });
    case StockMove::Release:
        return write([=] { return stock().release(id, quantity, note); });
    case StockMove::Order:
        return write([=] {
            return stock().order({{id, quantity.milli() == 0 ? std::nullopt : std::optional<Quantity>(quantity)}});
        });
    }
}

} // namespace thimblely::ui
