// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/correct_form.h"

#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "core/orders/piece_measures.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/isolated.h"
#include "ui/documents/order_papers.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using orders::PieceKind;

CorrectForm::CorrectForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Keep it so"), over), m_name(addText(tr("What it is"))),
      m_kind(new Segmented(tr("What is done"), body())), m_tasks(new QWidget(body())), m_priceField(nullptr),
      m_colour(nullptr), m_mark(nullptr), m_condition(nullptr), m_wearer(nullptr), m_measures(nullptr),
      m_photoPlace(new QWidget(body()))
{
    buildPiece();
    buildOrder();
    m_figures = new FigureRows(desk.locale(), body());
    rows()->addWidget(m_figures);
    addApprover();
    rows()->addStretch(1);
}

void CorrectForm::buildPiece()
{
    m_kind->addSegment(tr("Made")); // as PieceKind
    m_kind->addSegment(tr("Altered"));
    m_kind->setSmall(true);
    rows()->addWidget(m_kind);
    column(m_tasks, 4);
    rows()->addWidget(m_tasks);
    m_priceField = addMoney(tr("Price"), m_price);
    m_price->setEmptyIsZero(false);
    m_colour = addText(tr("Colour"));
    m_mark = addText(tr("Mark"));
    m_condition = addText(tr("Condition, with commas"));
    m_wearer = addChoice(tr("Who wears it"));
    m_measures = addChoice(tr("Made by the measures of"));
    column(m_photoPlace, 0);
    rows()->addWidget(m_photoPlace);
    for (FieldEdit *field : {m_name, m_priceField, m_colour, m_mark, m_condition})
        endWith(field);
    connect(m_priceField, &FieldEdit::edited, this, &CorrectForm::showFigures);
    connect(m_wearer, &QComboBox::activated, this, [this] {
        offerMeasures();
        showFigures();
    });
    connect(m_measures, &QComboBox::activated, this, &CorrectForm::showFigures);
}

void CorrectForm::buildOrder()
{
    rows()->addWidget(new Separator(Qt::Horizontal, body()));
    m_notes = addText(tr("Note to the workroom"));
    m_ticket = addText(tr("Paper ticket"));
    m_event = addText(tr("Day it is worn"));
    m_event->edit()->setPlaceholderText(tr("4 dec"));
    m_rush = new QCheckBox(tr("Rush"), body());
    rows()->addWidget(m_rush);
    m_why = addText(tr("Why it changes"));
    for (FieldEdit *field : {m_notes, m_ticket, m_event, m_why})
        endWith(field);
    connect(m_rush, &QCheckBox::toggled, this, &CorrectForm::showFigures);
}

void CorrectForm::begin(const orders::OrderDetail &order, const orders::Piece &piece, const QString &what)
{
    m_order = order;
    m_piece = piece;
    m_what = what;
    showPiece();
    showOrder();
    come(piece.id.toString(), what, tr("Change what was booked"), what, m_name->edit());
    showFigures();
}

void CorrectForm::showPiece()
{
    const orders::PieceDraft &facts = m_piece->facts;
    m_name->setText(facts.name);
    const bool work = facts.kind == PieceKind::Make || facts.kind == PieceKind::Alteration;
    m_kind->setVisible(work);
    m_kind->setCurrentIndex(facts.kind == PieceKind::Alteration ? 1 : 0);
    m_price->setValue(facts.unitPrice.value_or(Money::zero(m_order->currency)));
    m_colour->setText(facts.colour);
    m_mark->setText(facts.mark);
    m_condition->setText(facts.condition.join(QStringLiteral(", ")));
    showTasks();
    showPhotos();
    offerWearers();
    offerMeasures();
}

//! One that was booked by mistake is taken out; its price goes with it.
void CorrectForm::showTasks()
{
    for (QCheckBox *box : m_taskBoxes)
        box->deleteLater();
    m_taskBoxes.clear();
    for (const orders::Task &task : m_piece->facts.tasks) {
        auto *box = new QCheckBox(orders::taskWords(task), m_tasks);
        box->setChecked(true);
        m_tasks->layout()->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &CorrectForm::priceOfTasks);
        m_taskBoxes.push_back(box);
    }
    m_tasks->setVisible(!m_taskBoxes.empty());
}

void CorrectForm::priceOfTasks()
{
    Money price = m_piece->facts.unitPrice.value_or(Money::zero(m_order->currency));
    for (size_t i = 0; i < m_taskBoxes.size(); ++i) {
        const auto &cost = m_piece->facts.tasks[i].price;
        if (!m_taskBoxes[i]->isChecked() && cost)
            price = price.minus(*cost).valueOr(price);
    }
    m_price->setValue(price);
    showFigures();
}

void CorrectForm::showPhotos()
{
    delete m_photos;
    m_taken = m_piece->facts.photos;
    m_photos = new PhotoStrip(desk(), tr("piece %1").arg(m_piece->position), m_taken, m_photoPlace);
    m_photoPlace->layout()->addWidget(m_photos);
    connect(m_photos, &PhotoStrip::changed, this,
            [this](const std::vector<changes::Media> &photos) { m_taken = photos; });
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &why) { desk().notices().say(why); });
}

void CorrectForm::showOrder()
{
    m_notes->setText(m_order->notes);
    m_ticket->setText(m_order->paperTicketNumber);
    m_eventTyped =
        m_order->eventDate ? desk().locale().toString(m_order->eventDate->toQDate(), QLocale::ShortFormat) : QString();
    m_event->setText(m_eventTyped);
    m_rush->setVisible(m_order->rush);
    m_rush->setChecked(m_order->rush);
    m_why->setText({});
}

//! Who pays and the bodies they dress.
void CorrectForm::offerWearers()
{
    m_wearers = {std::nullopt};
    m_wearer->clear();
    m_wearer->addItem(m_order->clientName);
    const auto add = [this](const ClientId &person, const QString &name) {
        if (person == m_order->client || std::ranges::find(m_wearers, std::optional(person)) != m_wearers.end())
            return;
        m_wearers.emplace_back(person);
        m_wearer->addItem(name);
    };
    if (m_piece->facts.wearer)
        add(*m_piece->facts.wearer, m_piece->wearerName);
    for (const orders::Piece &other : m_order->pieces) {
        if (other.facts.wearer)
            add(*other.facts.wearer, other.wearerName);
    }
    if (m_order->client) {
        const auto family = ClientService(desk().session(), desk().door()).family(*m_order->client);
        for (const FamilyMember &member : family ? family->members : std::vector<FamilyMember>())
            add(member.id, member.name);
    }
    const auto now = std::ranges::find(m_wearers, m_piece->facts.wearer);
    m_wearer->setCurrentIndex(now == m_wearers.end() ? 0 : int(now - m_wearers.begin()));
    m_wearer->parentWidget()->setVisible(m_wearers.size() > 1);
}

std::optional<ClientId> CorrectForm::wearer() const
{
    return m_wearers[size_t(std::max(0, m_wearer->currentIndex()))];
}

//! Of who wears it; those that it is made by now stay chosen, a newer set is offered and never taken by itself.
void CorrectForm::offerMeasures()
{
    m_sets = {std::nullopt};
    m_measures->clear();
    m_measures->addItem(tr("None"));
    const auto body = wearer() ? wearer() : m_order->client;
    const auto choices = body ? orders::measuresFor(desk().session(), desk().door(), *body, m_piece->facts.garmentType)
                              : Result<std::vector<orders::MeasuresChoice>>(std::vector<orders::MeasuresChoice>());
    for (const orders::MeasuresChoice &choice : choices ? *choices : std::vector<orders::MeasuresChoice>()) {
        const QString day =
            desk().locale().toString(desk().calendar().dayOf(choice.takenAt).toQDate(), QLocale::ShortFormat);
        m_sets.emplace_back(choice.set);
        const QString garment = QCoreApplication::translate("Measurement", choice.garment.toUtf8().constData());
        m_measures->addItem(choice.garment.isEmpty() ? day : tr("%1, %2").arg(garment, day));
    }
    const bool same = wearer() == m_piece->facts.wearer;
    auto now = std::ranges::find(m_sets, same ? m_piece->facts.measurementSet : std::nullopt);
    if (same && now == m_sets.end()) { // superseded meanwhile
        m_sets.push_back(m_piece->facts.measurementSet);
        m_measures->addItem(tr("As they were when it was booked"));
        now = m_sets.end() - 1;
    }
    m_measures->setCurrentIndex(int(now - m_sets.begin()));
    m_measures->parentWidget()->setVisible(m_sets.size() > 1);
}

Result<orders::PieceDraft> CorrectForm::facts() const
{
    orders::PieceDraft facts = m_piece->facts;
    facts.name = m_name->text().trimmed();
    if (m_kind->isVisibleTo(body()))
        facts.kind = m_kind->currentIndex() == 1 ? PieceKind::Alteration : PieceKind::Make;
    TRY_ASSIGN(const Money price, m_price->value());
    if (facts.unitPrice || !price.isZero())
        facts.unitPrice = price;
    facts.colour = m_colour->text().trimmed();
    facts.mark = m_mark->text().trimmed();
    facts.condition.clear();
    const QStringList typed = m_condition->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &word : typed) {
        if (!word.trimmed().isEmpty())
            facts.condition.append(word.trimmed());
    }
    facts.tasks.clear();
    for (size_t i = 0; i < m_taskBoxes.size(); ++i) {
        if (m_taskBoxes[i]->isChecked())
            facts.tasks.push_back(m_piece->facts.tasks[i]);
    }
    facts.wearer = wearer();
    facts.measurementSet = m_sets[size_t(std::max(0, m_measures->currentIndex()))];
    facts.photos = m_taken;
    return facts;
}

Result<std::optional<Date>> CorrectForm::eventDate() const
{
    const QString text = m_event->text().trimmed();
    if (text == m_eventTyped)
        return m_order->eventDate;
    if (text.isEmpty())
        return std::optional<Date>();
    TRY_ASSIGN(const orders::Promise read,
               orders::parsePromise(text, desk().calendar(), desk().clock().now(), desk().locale()));
    return std::optional(read.date);
}

Result<orders::Correction> CorrectForm::typed() const
{
    orders::Correction correction{m_order->id};
    TRY_ASSIGN(orders::PieceDraft facts, this->facts());
    correction.pieces.push_back({m_piece->id, std::move(facts)});
    orders::OrderFacts order = orders::OrderFacts::of(*m_order);
    order.notes = m_notes->text().trimmed();
    order.paperTicketNumber = m_ticket->text().trimmed();
    TRY_ASSIGN(order.eventDate, eventDate());
    order.rush = m_order->rush && m_rush->isChecked();
    correction.facts = order;
    correction.why = m_why->text().trimmed();
    return correction;
}

void CorrectForm::showFigures()
{
    clearProblem();
    forgetApprovals();
    m_figures->clear();
    if (!m_order)
        return;
    const auto correction = typed();
    const auto figures = correction ? invoices::CorrectionService(desk().session(), desk().door()).figures(*correction)
                                    : Result<invoices::CorrectionFigures>(correction.error());
    if (!figures)
        return; // said once it is to be kept
    setWords(words(*figures));
    if (figures->before != figures->after) {
        m_figures->add(tr("The order came to"), figures->before);
        m_figures->add(tr("It comes to"), figures->after, {}, true);
    }
}

QString CorrectForm::words(const invoices::CorrectionFigures &figures) const
{
    QStringList words{m_what};
    if (figures.unlocks)
        words.append(tr("It is cut by what changes: say why."));
    if (!figures.credited.isEmpty())
        words.append(tr("A credit note corrects invoice %1; this cannot be undone.")
                         .arg(desk().locale().createSeparatedList(figures.credited)));
    if (figures.isBilledMore)
        words.append(tr("What it costs more is billed by a further invoice."));
    return words.join(u'\n');
}

//! Its own needs, and those of the price list where the price is lower than it asks.
std::vector<Capability> CorrectForm::needs(const invoices::CorrectionFigures &figures,
                                           const orders::Correction &correction) const
{
    std::vector<Capability> needs = figures.needs;
    const orders::PieceDraft &facts = correction.pieces.front().facts;
    if (facts.unitPrice == m_piece->facts.unitPrice && facts.tasks == m_piece->facts.tasks)
        return needs;
    orders::OrderDraft draft;
    draft.client = m_order->client;
    draft.taxInclusive = m_order->taxInclusive;
    draft.pieces.push_back(facts);
    const auto breaches = orders::OrderService(desk().session(), desk().door()).priceBreaches(draft);
    for (const orders::PriceBreach &breach : breaches ? *breaches : std::vector<orders::PriceBreach>()) {
        if (std::ranges::find(needs, breach.needs) == needs.end())
            needs.push_back(breach.needs);
    }
    return needs;
}

QStringList CorrectForm::asked(const invoices::CorrectionFigures &figures) const
{
    QStringList lines{tr("Change %1, %2").arg(m_what, isolated(m_order->clientName))};
    if (figures.unlocks)
        lines.append(tr("It is cut already"));
    if (figures.before != figures.after)
        lines.append(tr("%1 instead of %2").arg(desk().amount(figures.after), desk().amount(figures.before)));
    for (const QString &invoice : figures.credited)
        lines.append(tr("Credit note on invoice %1").arg(invoice));
    return lines;
}

void CorrectForm::submit()
{
    if (isBusy() || !m_order)
        return;
    auto correction = typed();
    if (!correction) {
        setProblem(correction.error());
        return;
    }
    const auto figures = invoices::CorrectionService(desk().session(), desk().door()).figures(*correction);
    if (!figures) {
        setProblem(figures.error());
        return;
    }
    if (figures->unlocks && correction->why.isEmpty()) {
        setProblem({ErrorKind::Invalid, "order.correct_no_reason", {}, {}});
        m_why->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (isAllowed(needs(*figures, *correction), asked(*figures)))
        correct(std::move(*correction));
}

void CorrectForm::correct(orders::Correction correction)
{
    write(
        [this, correction = std::move(correction), approvals = takeApprovals()] {
            return invoices::CorrectionService(desk().session(), desk().door()).correct(correction, approvals);
        },
        [this](const invoices::Corrected &corrected) {
            for (const InvoiceId &note : corrected.creditNotes)
                OrderPapers(desk()).printInvoice(note);
            finish();
        });
}

} // namespace thimblely::ui
