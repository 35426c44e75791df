// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/cloth_panel.h"

#include "core/inventory/inventory_service.h"
#include "core/orders/cloth_words.h"
#include "core/orders/promise_text.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/orders/fact_chip.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QLineEdit>
#include <QShortcut>

namespace thimblely::ui {

namespace {

using orders::FabricSource;

constexpr int mostRolls = 4;
constexpr int longestWords = 120;
constexpr int shortField = 88;
constexpr int longField = 176;

} // namespace

ClothPanel::ClothPanel(Desk &desk, int piece, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_piece(piece), m_source(new Segmented(tr("Cloth of piece %1").arg(piece), this))
{
    m_source->setSmall(true);
    for (const QString &name : {tr("Shop\u2019s"), tr("Client\u2019s own"), tr("Merchant\u2019s")}) {
        const int index = m_source->addSegment(name);
        connect(m_source->button(index), &QAbstractButton::clicked, this, &ClothPanel::focusFirst);
    }
    auto *rows = column(nullptr, 4, QMargins(0, 4, 0, 4));
    setLayout(rows);
    auto *head = row(nullptr, 8);
    head->addWidget(m_source);
    head->addStretch(1);
    rows->addLayout(head);
    rows->addLayout(buildFields());
    auto *states = row(nullptr, 8);
    buildStates(states);
    rows->addLayout(states);
    m_found = new QWidget(this);
    auto *found = new FlowLayout(8, 4);
    m_found->setLayout(found);
    for (int i = 0; i < mostRolls; ++i) {
        auto *chip = new FactChip(m_found);
        found->insertWidget(i, chip);
        m_chips.push_back(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { takeRoll(m_rolls[size_t(i)]); });
    }
    rows->addWidget(m_found);
    m_remark = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_remark->setWordWrap(true);
    rows->addWidget(m_remark);
    connect(m_source, &Segmented::currentIndexChanged, this, [this] {
        m_facts.fabricSource = source();
        m_facts.inventoryItem = source() == FabricSource::Shop ? m_taken : std::nullopt;
        showSource();
        readFields();
    });
}

QLineEdit *ClothPanel::field(const QString &name, const QString &placeholder, int width)
{
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(tr("%1, piece %2").arg(name).arg(m_piece));
    edit->setPlaceholderText(placeholder);
    edit->setMaxLength(longestWords);
    edit->setMinimumWidth(Theme::instance().px(width) / 2);
    edit->setMaximumWidth(Theme::instance().px(width));
    connect(edit, &QLineEdit::textEdited, this, &ClothPanel::readFields);
    connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
        QLineEdit *next = nullptr;
        bool after = false;
        for (QLineEdit *each : {m_roll, m_merchant, m_bunch, m_length, m_due, m_note}) {
            if (after && !next && !each->isHidden())
                next = each;
            after = after || each == edit;
        }
        if (edit == m_roll && !m_facts.inventoryItem && !m_rolls.empty())
            takeRoll(m_rolls.front());
        else if (next)
            next->setFocus(Qt::TabFocusReason);
        else
            Q_EMIT finished();
    });
    return edit;
}

QLayout *ClothPanel::buildFields()
{
    auto *line = row(nullptr, 8);
    m_roll = field(tr("Roll"), tr("Roll: name or number"), longField);
    m_merchant = field(tr("Merchant"), tr("Merchant"), longField);
    m_bunch = field(tr("Number in the bunch"), tr("Bunch no."), longField);
    m_length = field(tr("Length"), tr("length"), shortField);
    m_unit = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_due = field(tr("When the cloth is due"), tr("due: fri, +7"), shortField + 24);
    m_note = field(tr("What cloth it is"), tr("What it is: grey worsted"), 2 * longField);
    for (QWidget *each : std::initializer_list<QWidget *>{m_roll, m_merchant, m_bunch, m_length, m_unit, m_due})
        line->addWidget(each, each == m_unit ? 0 : 1);
    line->addWidget(m_note, 2);
    line->addStretch(1);
    connect(m_roll, &QLineEdit::textEdited, this, [this] {
        m_facts.inventoryItem.reset();
        m_taken.reset();
        findRolls();
        readFields();
    });
    return line;
}

//! Where a merchant's cloth stands, by a key from anywhere in the panel.
void ClothPanel::buildStates(QBoxLayout *line)
{
    const auto chip = [&](Qt::Key key, std::optional<Date> orders::ClothOrder::*when) {
        auto *state = new FactChip(this);
        state->setCheckable(true);
        line->addWidget(state);
        const auto toggle = [this, state, when] {
            m_ordered.*when = m_ordered.*when ? std::nullopt : std::optional(m_desk.today());
            if (when == &orders::ClothOrder::arrived && m_ordered.arrived && !m_ordered.ordered)
                m_ordered.ordered = m_desk.today(); // it cannot have come otherwise
            showStates();
            readFields();
        };
        connect(state, &QAbstractButton::clicked, this, toggle);
        auto *shortcut = new QShortcut(QKeySequence(Qt::ALT | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, toggle] {
            if (source() == FabricSource::Merchant)
                toggle();
        });
        return state;
    };
    m_orderedChip = chip(Qt::Key_O, &orders::ClothOrder::ordered);
    m_arrivedChip = chip(Qt::Key_A, &orders::ClothOrder::arrived);
    line->addStretch(1);
}

void ClothPanel::showStates()
{
    const auto say = [this](FactChip *chip, const std::optional<Date> &day, const QString &invite, const QString &done,
                            const QString &key) {
        chip->setChecked(day.has_value());
        chip->setDashed(!day);
        chip->setFact(day ? done.arg(dayText(*day, m_desk.today(), m_desk.locale())) : invite, key);
        chip->setAccessibleName(tr("Piece %1: %2").arg(m_piece).arg(chip->text()));
        chip->setVisible(source() == FabricSource::Merchant);
    };
    say(m_orderedChip, m_ordered.ordered, tr("Ordered today"), tr("Ordered %1"), tr("Alt+O"));
    say(m_arrivedChip, m_ordered.arrived, tr("Arrived"), tr("Arrived %1"), tr("Alt+A"));
}

FabricSource ClothPanel::source() const
{
    return FabricSource(std::max(0, m_source->currentIndex()));
}

void ClothPanel::setPiece(const orders::PieceDraft &piece)
{
    m_facts = piece;
    m_taken = piece.shopCloth || piece.fabricSource == FabricSource::Shop ? piece.inventoryItem : std::nullopt;
    m_ordered = piece.clothOrder.value_or(orders::ClothOrder());
    const QSignalBlocker blocker(m_source);
    m_source->setCurrentIndex(int(piece.fabricSource.value_or(FabricSource::Client)));
    const auto length = [&](const std::optional<Quantity> &quantity) {
        return quantity ? quantity->toText(m_desk.locale()) : QString();
    };
    const orders::ClothOrder order = piece.clothOrder.value_or(orders::ClothOrder());
    m_merchant->setText(order.merchant);
    m_bunch->setText(order.bunch);
    m_due->setText(order.due ? u'+' + QString::number(m_desk.today().daysTo(*order.due)) : QString());
    m_note->setText(piece.clientClothNote);
    m_length->setText(piece.clothOrder  ? length(order.quantity)
                      : piece.shopCloth ? length(piece.shopCloth)
                                        : length(piece.clientCloth));
    showSource();
    showRoll();
}

void ClothPanel::showSource()
{
    const FabricSource from = source();
    m_roll->setVisible(from == FabricSource::Shop);
    m_merchant->setVisible(from == FabricSource::Merchant);
    m_bunch->setVisible(from == FabricSource::Merchant);
    m_due->setVisible(from == FabricSource::Merchant);
    m_note->setVisible(from == FabricSource::Client);
    m_found->setVisible(from == FabricSource::Shop && !m_facts.inventoryItem);
    m_unit->setText(orders::clothUnit(m_desk.profile().units == UnitSystem::Imperial));
    if (from == FabricSource::Shop && !m_facts.inventoryItem)
        findRolls();
    m_remark->hide();
    showStates();
}

bool ClothPanel::isLengthWrong() const
{
    const QString typed = m_length->text().trimmed();
    const auto read = Quantity::parse(typed, m_desk.locale());
    return !typed.isEmpty() && (!read || read->milli() <= 0);
}

bool ClothPanel::isDueWrong() const
{
    const QString typed = m_due->text().trimmed();
    return source() == FabricSource::Merchant && !typed.isEmpty() &&
           !orders::parsePromise(typed, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
}

Result<void> ClothPanel::check() const
{
    if (isLengthWrong())
        return Error{ErrorKind::Invalid, "cloth.unread", {m_length->text().trimmed()}, {}};
    if (isDueWrong())
        return Error{ErrorKind::Invalid, "cloth.unread", {m_due->text().trimmed()}, {}};
    const QString roll = m_roll->text().trimmed();
    if (source() == FabricSource::Shop && !m_taken && !roll.isEmpty())
        return Error{ErrorKind::Invalid, "cloth.no_roll", {roll}, {}};
    return {};
}

void ClothPanel::focusUnread()
{
    QLineEdit *wrong = isLengthWrong() ? m_length : isDueWrong() ? m_due : m_roll;
    wrong->setFocus(Qt::OtherFocusReason);
    wrong->selectAll();
}

void ClothPanel::readLength(QLineEdit *edit, std::optional<Quantity> &quantity)
{
    const QString typed = edit->text().trimmed();
    const auto read = Quantity::parse(typed, m_desk.locale());
    const bool wrong = isLengthWrong();
    setInputError(edit, wrong);
    quantity = typed.isEmpty() || wrong ? std::nullopt : std::optional(*read);
}

void ClothPanel::readDue()
{
    const QString typed = m_due->text().trimmed();
    const auto read = orders::parsePromise(typed, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
    setInputError(m_due, !typed.isEmpty() && !read);
    m_facts.clothOrder->due = typed.isEmpty() || !read ? std::nullopt : std::optional(read->date);
}

//! Cloth comes from one place; what another source said stays in its fields, for who comes back to it.
void ClothPanel::readFields()
{
    const FabricSource from = source();
    const auto roll = m_taken;
    m_facts.clothOrder.reset();
    m_facts.shopCloth.reset();
    m_facts.clientCloth.reset();
    m_facts.clientClothNote.clear();
    m_facts.inventoryItem.reset();
    std::optional<Quantity> length;
    readLength(m_length, length);
    if (from == FabricSource::Shop) {
        m_facts.inventoryItem = roll;
        m_facts.shopCloth = roll ? length : std::nullopt;
    } else if (from == FabricSource::Client) {
        m_facts.clientCloth = length;
        m_facts.clientClothNote = m_note->text().trimmed();
    } else if (!m_merchant->text().trimmed().isEmpty() || !m_bunch->text().trimmed().isEmpty()) {
        m_facts.clothOrder = orders::ClothOrder{
            m_merchant->text().trimmed(), m_bunch->text().trimmed(), length, m_ordered.ordered, {}, m_ordered.arrived};
        readDue();
    }
    m_facts.fabricSource = isSaid(m_facts) || m_facts.inventoryItem ? std::optional(from) : std::nullopt;
    showRoll();
    Q_EMIT edited(m_facts);
}

void ClothPanel::findRolls()
{
    inventory::InventoryService stock(m_desk.session(), m_desk.door());
    m_rolls.clear();
    if (m_desk.principal().can(access::Capability::InventoryRead)) {
        const QString typed = m_roll->text().trimmed();
        auto found = stock.search(typed, typed.isEmpty() ? 20 : 10);
        if (!found)
            m_desk.notices().fail(found.error());
        m_rolls = found.valueOr({});
    }
    std::erase_if(m_rolls, [](const auto &item) { return item.kind != inventory::ItemKind::FabricRoll; });
    for (size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(i < m_rolls.size());
        if (i >= m_rolls.size())
            continue;
        const inventory::ItemRow &roll = m_rolls[i];
        //: how much of a roll nobody has reserved
        m_chips[i]->setFact(rollName(roll.name, roll.colour, roll.sku),
                            tr("%1 %2 free").arg(roll.free().toText(m_desk.locale()), roll.unit));
        m_chips[i]->setAccessibleName(m_chips[i]->text());
    }
    m_remark->setText(m_rolls.empty() ? tr("No roll of the stock is called so.") : QString());
    m_remark->setRole(Role::Muted);
    m_remark->setVisible(m_rolls.empty());
}

void ClothPanel::takeRoll(const inventory::ItemRow &roll)
{
    m_facts.inventoryItem = m_taken = roll.id;
    m_length->setFocus(Qt::TabFocusReason);
    readFields();
}

//! The roll's name, and how much of it is free; what is lacking stands there before anything is promised.
void ClothPanel::showRoll()
{
    if (source() != FabricSource::Shop || !m_facts.inventoryItem)
        return;
    const auto item = inventory::InventoryService(m_desk.session(), m_desk.door()).load(*m_facts.inventoryItem);
    if (!item) {
        m_desk.notices().fail(item.error());
        return;
    }
    m_found->hide();
    m_roll->setText(rollName(item->facts.name, item->facts.colour, item->facts.sku));
    m_unit->setText(item->facts.unit);
    const Quantity free = item->stock - item->reserved;
    const bool lacks = m_facts.shopCloth && *m_facts.shopCloth > free;
    const QString words = free.toText(m_desk.locale()) + u' ' + item->facts.unit;
    m_remark->setText(lacks ? QStringLiteral("\u25b2 ") + tr("Only %1 are free.").arg(words)
                            : tr("%1 are free.").arg(words));
    m_remark->setRole(lacks ? Role::Late : Role::Muted);
    m_remark->show();
}

void ClothPanel::focusFirst()
{
    QLineEdit *first = source() == FabricSource::Shop && !m_facts.inventoryItem ? m_roll
                       : source() == FabricSource::Merchant                     ? m_merchant
                                                                                : m_length;
    first->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> ClothPanel::tabChain() const
{
    QList<QWidget *> chain;
    for (int i = 0; i < m_source->count(); ++i)
        chain.append(m_source->button(i));
    chain << m_roll << m_merchant << m_bunch << m_length << m_due << m_note << m_orderedChip << m_arrivedChip;
    for (FactChip *chip : m_chips)
        chain.append(chip);
    return chain;
}

} // namespace thimblely::ui
