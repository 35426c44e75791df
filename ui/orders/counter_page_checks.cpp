// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/orders/approve_pane.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/quote_pane.h"
#include "ui/orders/ticket_pane.h"

#include <algorithm>

// What is asked and refused before an order is written; what the page does is in counter_page.cpp.

namespace thimblely::ui {

bool CounterPage::isReadable()
{
    if (const auto read = m_pieces->checkTyped(); !read) {
        say(m_desk.sentence(read.error()));
        return false;
    }
    if (const auto event = m_editor->eventDay(); !event) {
        refuse(event.error());
        m_pieces->focusEvent();
        return false;
    }
    if (m_editor->promiseText().trimmed().isEmpty())
        return true;
    if (const auto promise = m_editor->promise(); !promise) {
        refuse(promise.error());
        m_ticket->focusWhen();
        return false;
    }
    return true;
}

//! Cloth that nobody has reserved is less than what would be taken: whoever promises it should know.
QStringList CounterPage::lackingCloth()
{
    QStringList lacking;
    const int kept = m_editor->addedTo() ? int(m_editor->addedTo()->pieces.size()) : 0;
    const auto rolls = orders::OrderService(m_desk.session(), m_desk.door()).shortCloth(m_editor->draft(), kept);
    if (!rolls) {
        m_desk.notices().fail(rolls.error());
        return lacking;
    }
    for (const orders::ShortCloth &roll : *rolls)
        lacking.append(
            tr("Of %1 only %2 %3 are free, %4 are needed.")
                .arg(roll.name, roll.free.toText(m_desk.locale()), roll.unit, roll.wanted.toText(m_desk.locale())));
    return lacking;
}

//! Of what is new: what stands in the order already was asked about then.
QStringList CounterPage::unpricedTasks() const
{
    QStringList sentences;
    for (size_t i = 0; i < m_editor->draft().pieces.size(); ++i) {
        const orders::PieceDraft &piece = m_editor->draft().pieces[i];
        const AddedTo::Kept *kept = m_editor->kept(int(i));
        if (!piece.unitPrice)
            continue; // it is said of the whole piece
        for (const size_t task : orders::freeTasks(piece)) {
            if (!kept || int(task) >= kept->tasks)
                sentences.append(tr("%1: “%2” has no price.").arg(piece.name, orders::taskWords(piece.tasks[task])));
        }
    }
    return sentences;
}

bool CounterPage::isWhole()
{
    orders::OrderDraft draft = m_editor->draft();
    draft.fittings.clear(); // they follow from what is asked about here
    const auto unpriced =
        std::ranges::find_if(draft.pieces, [](const orders::PieceDraft &piece) { return !piece.unitPrice; });
    const bool added = m_editor->addedTo().has_value();
    QStringList missing;
    if (unpriced != draft.pieces.end())
        missing.append(tr("%1 has no price.").arg(unpriced->name));
    missing += unpricedTasks();
    if (!draft.promisedDate && !added && !isOnlyGoods()) // what goes home now is promised for no day
        missing.append(tr("No day is promised."));
    if (draft.eventDate && draft.promisedDate && !added && *draft.eventDate <= *draft.promisedDate)
        missing.append(*draft.eventDate == *draft.promisedDate
                           ? tr("It is promised for the very day it is for.")
                           : tr("It is promised after the day it is for, %1.")
                                 .arg(dayText(*draft.eventDate, m_desk.today(), m_desk.locale())));
    for (const QString &lacking : lackingCloth())
        missing.append(lacking);
    if (draft.quote && draft.quote->until < m_desk.today())
        missing.append(tr("The offer stood until %1; these are its prices.")
                           .arg(dayText(draft.quote->until, m_desk.today(), m_desk.locale())));
    if (missing.isEmpty() || m_asked == draft)
        return true;
    m_asked = draft;
    say((added ? tr("%1 Press F9 again to add it so.") : tr("%1 Press F9 again to book it so."))
            .arg(missing.join(u' ')));
    return false;
}

bool CounterPage::askApproval(const Error &error)
{
    const auto &added = m_editor->addedTo();
    const QString whose = m_editor->draft().client ? m_editor->clientName() : m_editor->whoText();
    return m_approve->ask(error, m_editor->draft(), added ? int(added->pieces.size()) : 0, whose);
}

bool CounterPage::isReasonSaid()
{
    if (!m_editor->asksLess() || !m_editor->discountReason().trimmed().isEmpty())
        return true;
    refuse({ErrorKind::Invalid, "order.less_no_reason", {}, {}});
    m_ticket->focusReason();
    return false;
}

bool CounterPage::mayPark()
{
    const auto &added = m_editor->addedTo();
    if (added)
        say(tr("What is added to order %1 is not parked: add it (F9) or start over.").arg(added->number));
    return !added;
}

void CounterPage::say(const QString &sentence)
{
    m_ticket->setProblem(sentence);
    m_saidOf = m_editor->draft();
    m_saidOf->fittings.clear(); // they follow from the rest
}

void CounterPage::followOrder()
{
    if (!m_saidOf)
        return;
    orders::OrderDraft now = m_editor->draft();
    now.fittings.clear();
    if (now == *m_saidOf)
        return;
    m_saidOf.reset();
    m_ticket->forgetProblem();
}

QString CounterPage::settle(const Error &error)
{
    QString sentence = m_desk.sentence(error);
    if (error.code == "order.parked_gone") {
        m_editor->forgetParked();
        sentence += u' ' + tr("Press again to go on with it as an order of its own.");
    }
    if (error.code == "order.parked_already") {
        m_editor->followParked();
        sentence += u' ' + tr("Press again and this takes its place.");
    }
    if (error.code == "order.written_already")
        openWritten(sentence);
    return sentence;
}

void CounterPage::openWritten(const QString &sentence)
{
    const auto written = m_editor->id();
    m_quote->hide();
    m_quoteUntil.reset();
    m_editor->startOver(); // what was typed since comes back by undo
    m_desk.notices().say(sentence);
    if (written)
        Q_EMIT m_desk.navigation().openOrderRequested(*written);
}

void CounterPage::refuse(const Error &error)
{
    if (askApproval(error))
        return;
    if (error.kind == ErrorKind::Forbidden)
        m_approve->forget(); // what was approved is spent
    const QString sentence = settle(error);
    say(sentence);
    if (error.code == "order.no_pieces")
        m_pieces->focusTiles();
    if (error.code == "order.waiver_no_reason") {
        m_ticket->focusReason();
        return;
    }
    bool isPosition = false;
    const int position = error.args.isEmpty() ? 0 : error.args.first().toInt(&isPosition);
    if (isPosition && error.code.startsWith("order."))
        m_pieces->showProblem(position - 1, sentence);
}

} // namespace thimblely::ui
