// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "core/orders/repeat_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/orders/garment_tiles.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/pieces_pane.h"
#include "ui/orders/wearer_choice.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

// What is done with the pieces as a whole and by one of them; what the pane is made of is in pieces_pane.cpp.

namespace thimblely::ui {

namespace {

constexpr int mostInAll = 60; // of one piece, at once

} // namespace

//! What this client had made last, at today's prices, to be changed where it differs.
void PiecesPane::repeatLast()
{
    if (m_editor.addedTo())
        return;
    if (!m_editor.draft().client) {
        m_desk.notices().say(tr("Say first who it is for: the last order of a client is repeated."));
        return;
    }
    auto last = orders::RepeatService(m_desk.session(), m_desk.door()).lastOf(*m_editor.draft().client);
    if (!last) {
        m_desk.notices().fail(last.error());
        return;
    }
    if (!*last) {
        m_desk.notices().say(tr("%1 has had nothing made here yet.").arg(isolated(m_editor.clientName())));
        return;
    }
    if (m_repeated->isVisibleTo(this) && m_repeatedOrder == (*last)->number && !m_editor.draft().pieces.empty()) {
        m_desk.notices().say(
            tr("Order %1 is repeated here already. ×2 at a piece makes one more of it.").arg((*last)->number));
        return;
    }
    m_repeatedOrder = (*last)->number;
    m_editor.repeat(**last);
    sayChanges(**last);
    focusTiles(); // on to what differs, or straight to the day
}

void PiecesPane::sayChanges(const orders::RepeatedOrder &last)
{
    QStringList changes;
    for (const orders::PriceChange &change : last.changes)
        changes.append(
            tr("%1 %2, was %3")
                .arg(change.what, figureText(change.now, m_desk.locale()), figureText(change.before, m_desk.locale())));
    m_repeated->setText(
        changes.isEmpty()
            ? tr("As order %1, at the same prices.").arg(last.number)
            : tr("As order %1. Other prices today: %2.").arg(last.number, changes.join(QStringLiteral("; "))));
    m_repeated->show();
}

void PiecesPane::startOverOrBack()
{
    if (m_editor.canBringBack())
        m_editor.bringBack();
    else
        m_editor.startOver();
    refresh();
    if (m_editor.canBringBack())
        Q_EMIT startedOver();
}

//! What became of the cloth of a booked piece is noted at once: it is no part of what is added.
void PiecesPane::offerCustody(PieceRow &pieceRow, const AddedTo::Kept &kept)
{
    const orders::PieceDraft &facts = m_editor.draft().pieces[size_t(&kept - m_editor.addedTo()->pieces.data())];
    if (!facts.clientCloth && !facts.clothOrder)
        return;
    auto order = orders::OrderService(m_desk.session(), m_desk.door()).load(m_editor.addedTo()->order);
    const orders::Piece *piece = order ? order->row(kept.piece) : nullptr;
    if (!piece)
        return;
    pieceRow.setCustody(*piece);
    connect(&pieceRow, &PieceRow::clothNoted, this, [this, id = kept.piece](const orders::ClothNews &news) {
        m_desk.when(orders::OrderService(m_desk.session(), m_desk.door()).recordCloth(id, news), this,
                    [this] { m_desk.notices().say(tr("What became of the cloth is noted.")); });
    });
}

void PiecesPane::showMeasures()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setMeasures(m_editor.draft().pieces[size_t(i)].measurementSet, m_editor.measuresOf(i),
                               m_editor.areMeasuresChosen(i));
        m_rows[i]->setPatternOffer(m_editor.patternOf(i));
    }
}

void PiecesPane::showWearers()
{
    const auto &draft = m_editor.draft();
    for (int i = 0; i < m_rows.size() && i < int(draft.pieces.size()); ++i) {
        const orders::PieceDraft &piece = draft.pieces[size_t(i)];
        m_rows[i]->setWearer(piece.wearer ? m_editor.wearerName(piece.wearer) : m_editor.clientName(),
                             piece.payer.has_value());
        if (const QString half = m_editor.halfWearer(i); !half.isEmpty())
            m_rows[i]->wearer().goOn(half);
    }
}

void PiecesPane::offerWearers(int piece, PieceRow &pieceRow)
{
    WearerChoice &choice = pieceRow.wearer();
    connect(&choice, &WearerChoice::aboutToOpen, this, [this, &choice] {
        std::vector<Wearer> choices{{std::nullopt, m_editor.clientName()}};
        const auto &client = m_editor.draft().client;
        const auto add = [&](ClientId id, const QString &name) {
            const bool known =
                id == client || std::ranges::any_of(choices, [&](const Wearer &each) { return each.id == id; });
            if (!known)
                choices.push_back({id, name});
        };
        if (client) {
            const auto family = ClientService(m_desk.session(), m_desk.door()).family(*client);
            if (!family)
                m_desk.notices().fail(family.error());
            else
                for (const FamilyMember &member : family->members)
                    add(member.id, member.name);
        }
        const auto &names = m_editor.wearerNames();
        for (auto name = names.cbegin(); name != names.cend(); ++name)
            add(name.key(), name.value());
        choice.setChoices(std::move(choices), m_desk.principal().can(access::Capability::ClientsWrite));
    });
    connect(&choice, &WearerChoice::chosen, this,
            [this, piece](const auto &wearer, const QString &name) { m_editor.setPieceWearer(piece, wearer, name); });
    connect(&choice, &WearerChoice::typing, this,
            [this, piece](const QString &name) { m_editor.setHalfWearer(piece, name); });
    connect(&choice, &WearerChoice::nameTyped, this, [this, piece](const QString &name) { addWearer(piece, name); });
}

//! Somebody new, whom the order's client pays for.
void PiecesPane::addWearer(int piece, const QString &name)
{
    ClientDraft draft;
    draft.name = name;
    draft.payer = m_editor.draft().client;
    if (const auto valid = validate(draft, m_desk.today()); !valid) {
        m_rows[piece]->setProblem(m_desk.sentence(valid.error()));
        return;
    }
    m_rows[piece]->wearer().setEnabled(false); // a second Enter on a slow disk adds nobody twice
    const auto again = [this, piece] {
        if (piece < m_rows.size())
            m_rows[piece]->wearer().setEnabled(true);
    };
    m_desk.when(
        ClientService(m_desk.session(), m_desk.door()).add(draft), this,
        [this, piece, name, again](ClientId client) {
            again();
            if (piece < int(m_editor.draft().pieces.size()))
                m_editor.setPieceWearer(piece, client, name);
        },
        [again](const Error &) { again(); });
}

void PiecesPane::makeCopies(int piece, int inAll)
{
    if (m_editor.kept(piece)) // what hangs here already is not taken in again
        return;
    if (inAll < 2 || inAll > mostInAll) {
        m_rows[piece]->setProblem(tr("Type *2 to *%1 for so many of it.").arg(mostInAll));
        return;
    }
    m_editor.copyPiece(piece, inAll - 1);
    m_rows[piece + 1]->focusColour(); // each has its own
}

//! Whoever wears the piece that the keyboard is in, for its garment; else whose order it is.
bool PiecesPane::measure()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->isAncestorOf(QApplication::focusWidget()))
            return measure(i);
    }
    const auto body = m_editor.body();
    if (body)
        Q_EMIT m_desk.navigation().measureRequested(*body, std::nullopt);
    return body.has_value();
}

bool PiecesPane::measure(int piece)
{
    const auto body = m_editor.bodyOf(piece);
    if (!body) {
        m_desk.notices().say(tr("Say first who it is for: whoever wears it is measured."));
        return false;
    }
    const QString &garment = m_editor.draft().pieces[size_t(piece)].garmentType;
    const auto taken = orders::templateFor(m_desk.session(), m_desk.door(), garment, body);
    if (!taken)
        m_desk.notices().fail(taken.error());
    else
        Q_EMIT m_desk.navigation().measureRequested(*body, *taken);
    return true;
}

//! A number is a tile, also where another button of the pane has the keyboard.
bool PiecesPane::takeKey(QKeyEvent *event)
{
    QWidget *focus = QApplication::focusWidget();
    const bool told = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (told || qobject_cast<QLineEdit *>(focus))
        return false;
    // Shift or not: a French keyboard has its figures there.
    if (event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9 && m_tiles->press(event->key() - Qt::Key_0))
        return true;
    if (m_rows.isEmpty())
        return false;
    const bool shifted = event->modifiers() & Qt::ShiftModifier;
    if (!shifted && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT doneRequested();
        return true;
    }
    const QString typed = event->text();
    if (typed == QLatin1String("*")) { // with Shift, on most keyboards
        if (!m_editor.kept(int(m_rows.size()) - 1))
            m_rows.last()->beginCopies();
        return true;
    }
    // A tile is a number: a letter on the tiles, after the last piece, begins the day ("fr").
    if (typed.isEmpty() || !typed.front().isLetter() || !m_tiles->isAncestorOf(focus))
        return false;
    Q_EMIT doneRequested();
    if (auto *day = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        QCoreApplication::sendEvent(day, event);
    return true;
}

bool PiecesPane::stepBack()
{
    return std::ranges::any_of(m_rows, [](PieceRow *pieceRow) { return pieceRow->stepBack(); });
}

//! The editor gives the pieces of a set the colour of its first one.
void PiecesPane::showSetColours()
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const orders::PieceDraft &piece = m_editor.draft().pieces[size_t(i)];
        if (piece.setNo > 0)
            m_rows[i]->setColour(piece.colour, piece.mark);
    }
}

void PiecesPane::finishTasks()
{
    for (PieceRow *pieceRow : std::as_const(m_rows))
        pieceRow->finishTask();
}

Result<void> PiecesPane::checkTyped()
{
    for (PieceRow *pieceRow : std::as_const(m_rows)) {
        if (auto read = pieceRow->checkPrice(); !read) {
            pieceRow->setProblem(m_desk.sentence(read.error()));
            pieceRow->focusPrice();
            return read;
        }
        if (auto read = pieceRow->checkQuantity(); !read) {
            pieceRow->setProblem(m_desk.sentence(read.error()));
            pieceRow->focusQuantity();
            return read;
        }
        if (auto read = pieceRow->checkCloth(); !read) {
            pieceRow->setProblem(m_desk.sentence(read.error()));
            pieceRow->focusCloth();
            return read;
        }
    }
    return {};
}

void PiecesPane::showProblem(int piece, const QString &sentence)
{
    if (piece < 0 || piece >= m_rows.size())
        return;
    m_rows[piece]->setProblem(sentence);
    m_rows[piece]->focusFirst();
}

} // namespace thimblely::ui
