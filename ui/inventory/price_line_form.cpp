// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/price_line_form.h"

#include "core/inventory/inventory_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/garments.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QCheckBox>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int longestTask = 24 * 60; // minutes
constexpr int lastPlace = 99;
constexpr int longestTaxCode = 8; // digits of an HSN

inventory::ItemDraft blank()
{
    inventory::ItemDraft line;
    line.kind = inventory::ItemKind::Service;
    return line;
}

} // namespace

PriceLineForm::PriceLineForm(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_draft(new FormDraft(desk, this)), m_facts(blank())
{
    build();
}

void PriceLineForm::build()
{
    m_head = new SectionHead({}, this, SectionHead::Level::Pane);
    m_name = new FieldEdit(tr("Task, as it is said at the counter"), this);
    m_needsAmount = new QCheckBox(tr("The counter asks how much (“take in by …”)"), this);
    m_remove = new PlainButton(tr("Remove from the list"), this);
    m_save = new PrimaryButton(tr("Save"), this);
    m_save->setCaption(tr("Ctrl+S"));
    auto *rows = column(this, 12, {24, 8, 24, 24});
    rows->addWidget(m_head);
    rows->addWidget(new DraftLine(*m_draft, this));
    rows->addWidget(m_name);
    rows->addLayout(buildFigures());
    rows->addWidget(m_needsAmount);
    rows->addWidget(buildGarments());
    auto *buttons = row(nullptr, 12);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    rows->addLayout(buttons);
    rows->addStretch(1);
    QList<QWidget *> order{m_name->edit(),  m_price->edit(),   m_minutes->edit(),
                           m_place->edit(), m_taxCode->edit(), m_needsAmount};
    for (const auto &[code, tick] : m_garments)
        order.append(tick);
    order << m_save << m_remove;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    for (FieldEdit *field : {m_name, m_price, m_minutes, m_place, m_taxCode})
        connect(field->edit(), &QLineEdit::returnPressed, this, &PriceLineForm::save);
    connect(m_save, &QAbstractButton::clicked, this, &PriceLineForm::save);
    connect(m_remove, &QAbstractButton::clicked, this, &PriceLineForm::remove);
}

QLayout *PriceLineForm::buildFigures()
{
    m_priceEdit = new MoneyEdit(m_desk.profile().currency, this);
    m_priceEdit->setLocale(m_desk.locale());
    m_price = new FieldEdit(tr("Price"), m_priceEdit, this);
    m_price->setHint(m_desk.profile().currency.code());
    m_priceEdit->setPlaceholderText(tr("asked each time"));
    m_priceEdit->setEnabled(m_desk.principal().can(access::Capability::PriceListWrite));
    m_minutes = new FieldEdit(tr("Minutes it takes"), this);
    m_place = new FieldEdit(tr("Place at the counter"), this);
    m_place->setHint(tr("1 comes first"));
    m_taxCode = new FieldEdit(tr("HSN or SAC"), this);
    m_taxCode->setHint(tr("empty: of the kind of work"));
    m_taxCode->edit()->setMaxLength(longestTaxCode);
    m_taxCode->setVisible(m_desk.profile().countryCode == QLatin1String("IN"));
    auto *figures = row(nullptr, 16);
    for (FieldEdit *field : {m_price, m_minutes, m_place, m_taxCode})
        figures->addWidget(field, 1, Qt::AlignTop);
    return figures;
}

QWidget *PriceLineForm::buildGarments()
{
    auto *box = new QWidget(this);
    auto *rows = column(box, 4);
    rows->addWidget(
        new Label(TextStyle::CaptionStrong, Role::Muted, tr("Garments it is done to; none ticked: any"), box));
    auto *ticks = new QWidget(box);
    auto *flow = new FlowLayout(16, 4, ticks);
    for (const std::span<const Garment> part : {garments(), furtherGarments()}) {
        for (const Garment &garment : part) {
            if (*garment.code == '\0')
                continue;
            auto *tick = new QCheckBox(garmentName(garment), ticks);
            tick->setMinimumHeight(metric::Touch);
            flow->addWidget(tick);
            m_garments.emplace_back(QString::fromLatin1(garment.code), tick);
        }
    }
    rows->addWidget(ticks);
    return box;
}

bool PriceLineForm::showLine(InventoryItemId line)
{
    const auto item = inventory::InventoryService(m_desk.session(), m_desk.door()).load(line);
    if (!item) {
        m_desk.notices().fail(item.error());
        return false;
    }
    m_line = line;
    fill(item->facts);
    return true;
}

void PriceLineForm::startNew()
{
    m_line.reset();
    fill(blank());
}

void PriceLineForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->selectAll();
}

void PriceLineForm::fill(const inventory::ItemDraft &facts)
{
    m_facts = facts;
    m_head->setTitle(m_line ? facts.name : tr("A new task"));
    m_name->setText(facts.name);
    if (facts.sellingPrice)
        m_priceEdit->setValue(*facts.sellingPrice);
    else
        m_priceEdit->clear();
    const auto number = [this](const std::optional<int> &figure) {
        return figure ? m_desk.locale().toString(*figure) : QString();
    };
    m_minutes->setText(number(facts.service.minutes));
    m_place->setText(number(facts.service.quickRank));
    m_taxCode->setText(facts.taxCode);
    m_needsAmount->setChecked(facts.service.needsAmount);
    for (const auto &[code, tick] : m_garments)
        tick->setChecked(facts.service.garmentTypes.contains(code));
    for (FieldEdit *field : {m_name, m_price, m_minutes, m_place})
        field->clearError();
    m_remove->setVisible(m_line && m_desk.principal().can(access::Capability::InventoryDelete));
    beginTyping();
}

void PriceLineForm::beginTyping()
{
    m_draft->begin(draftNameOf(*this), m_line ? m_line->toString() : QString(),
                   m_line ? tr("Price list (%1)").arg(m_facts.name) : tr("A new task"));
}

std::optional<int> PriceLineForm::numberIn(FieldEdit *field, int least, int most, const QString &problem)
{
    const QString text = field->text().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    bool ok = false;
    const int number = m_desk.locale().toInt(text, &ok);
    if (ok && number >= least && number <= most)
        return number;
    field->setError(problem);
    m_readable = false;
    return std::nullopt;
}

inventory::ItemDraft PriceLineForm::asTyped() const
{
    inventory::ItemDraft draft = m_facts; // what no field shows stays
    draft.name = m_name->text().trimmed();
    draft.taxCode = m_taxCode->text().simplified();
    draft.service.needsAmount = m_needsAmount->isChecked();
    const QString price = m_priceEdit->text().trimmed();
    draft.sellingPrice = price.isEmpty()
                             ? std::nullopt
                             : std::optional(m_priceEdit->value().valueOr(Money::zero(m_desk.profile().currency)));
    // The order of the list says nothing: that of the file stays, so that nothing seems changed.
    for (const auto &[code, tick] : m_garments) {
        if (tick->isChecked() == draft.service.garmentTypes.contains(code))
            continue;
        if (tick->isChecked())
            draft.service.garmentTypes.append(code);
        else
            draft.service.garmentTypes.removeAll(code);
    }
    return draft;
}

std::optional<inventory::ItemDraft> PriceLineForm::typed()
{
    m_readable = true;
    for (FieldEdit *field : {m_name, m_price, m_minutes, m_place})
        field->clearError();
    inventory::ItemDraft draft = asTyped();
    if (draft.name.isEmpty()) {
        m_name->setError(tr("What is the task called? It is what the counter reads."));
        m_readable = false;
    }
    if (const auto price = m_priceEdit->value(); !price) {
        m_price->setError(m_desk.sentence(price.error()));
        m_readable = false;
    }
    draft.service.minutes = numberIn(m_minutes, 0, longestTask, tr("Whole minutes, at most a day."));
    draft.service.quickRank = numberIn(m_place, 1, lastPlace, tr("A number from 1 to %1.").arg(lastPlace));
    if (m_readable)
        return draft;
    for (FieldEdit *field : {m_name, m_price, m_minutes, m_place}) {
        if (field->hasError()) {
            field->edit()->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    return std::nullopt;
}

bool PriceLineForm::isChanged() const
{
    const auto says = [this](const FieldEdit *field, const std::optional<int> &figure) {
        return field->text().trimmed() != (figure ? m_desk.locale().toString(*figure) : QString());
    };
    return asTyped() != m_facts || !m_priceEdit->value() || says(m_minutes, m_facts.service.minutes) ||
           says(m_place, m_facts.service.quickRank);
}

bool PriceLineForm::save()
{
    if (m_busy)
        return false;
    if (m_line && !isChanged())
        return true;
    const auto draft = typed();
    if (!draft)
        return false;
    keep(*draft);
    return true;
}

void PriceLineForm::keep(inventory::ItemDraft draft)
{
    m_busy = true;
    if (m_line)
        m_draft->write(
            [this, draft, line = *m_line] {
                return inventory::InventoryService(m_desk.session(), m_desk.door()).edit(line, draft);
            },
            [this, draft, line = *m_line](const Result<void> &edited) {
                edited ? kept(line, draft) : refused(edited.error());
            });
    else
        m_draft->write(
            [this, draft] { return inventory::InventoryService(m_desk.session(), m_desk.door()).add(draft); },
            [this, draft](const Result<InventoryItemId> &added) {
                added ? kept(*added, draft) : refused(added.error());
            });
}

void PriceLineForm::refused(const Error &error)
{
    m_busy = false;
    m_desk.notices().fail(error);
}

void PriceLineForm::kept(InventoryItemId line, const inventory::ItemDraft &draft)
{
    m_busy = false;
    if (!m_line || *m_line == line) { // else another one is shown already
        m_line = line;
        m_facts = draft;
        m_head->setTitle(draft.name);
        beginTyping();
    }
    Q_EMIT saved(line);
}

void PriceLineForm::remove()
{
    if (m_line)
        m_desk.when(inventory::InventoryService(m_desk.session(), m_desk.door()).remove(*m_line), this, [] {});
}

} // namespace thimblely::ui
