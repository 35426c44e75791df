// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/order_editor.h"

#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/orders/read_promise.h"

#include <QTimeZone>

namespace thimblely::ui {

namespace {

constexpr const char *screen = OrderEditor::draftScreen;

} // namespace

OrderEditor::OrderEditor(Desk &desk, QObject *parent) : QObject(parent), m_desk(desk), m_draft(blank())
{
    restore();
    connect(&m_desk.drafts(), &DraftKeeper::saved, this, [this](const QByteArray &saved, const QString &, Instant at) {
        if (saved == screen) {
            const QTime time = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone())).time();
            Q_EMIT savedAt(m_desk.locale().toString(time, QLocale::ShortFormat));
        }
    });
}

orders::OrderDraft OrderEditor::blank() const
{
    orders::OrderDraft draft;
    draft.taxInclusive = m_desk.profile().tax.pricesIncludeTax;
    return draft;
}

bool OrderEditor::isEmpty() const
{
    return !m_draft.client && holdsNothing();
}

bool OrderEditor::holdsNothing() const
{
    orders::OrderDraft nobodys = m_draft;
    nobodys.client.reset();
    nobodys.seller.reset();
    return nobodys == blank() && m_promiseText.isEmpty() && m_eventText.isEmpty() && m_payText.isEmpty() &&
           m_discountText.isEmpty() && m_rushText.isEmpty() && m_whoText.isEmpty() && m_newText.isEmpty();
}

Rate OrderEditor::taxOf(orders::PieceKind kind) const
{
    return m_desk.profile().tax.rateOf(orders::toCode(kind));
}

void OrderEditor::addPiece(const QString &garmentType, const QString &name)
{
    orders::PieceDraft piece;
    piece.garmentType = garmentType;
    piece.name = name;
    piece.taxRate = taxOf(piece.kind);
    piece.wearer = m_wearer;
    if (paysOwn())
        piece.payer = m_wearer;
    addPiece(std::move(piece));
}

void OrderEditor::addPiece(orders::PieceDraft piece)
{
    m_draft.pieces.push_back(std::move(piece));
    m_typed.emplace_back();
    attachMeasures();
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::repeat(const orders::RepeatedOrder &last)
{
    m_wearerNames.insert(last.wearerNames);
    std::vector<orders::PieceDraft> again = last.pieces;
    orders::renumberSets(again, orders::nextSetNo(m_draft.pieces));
    for (orders::PieceDraft &piece : again) {
        piece.taxRate = taxOf(piece.kind);
        m_typed.push_back({{}, {}, piece.measurementSet.has_value(), {}});
        m_draft.pieces.push_back(std::move(piece));
    }
    attachMeasures();
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::changePiece(int index, const orders::PieceDraft &piece)
{
    orders::PieceDraft &now = m_draft.pieces.at(size_t(index));
    const bool sums = now.unitPrice != piece.unitPrice || now.kind != piece.kind ||
                      now.priceBefore != piece.priceBefore || now.quantity != piece.quantity ||
                      now.shopCloth != piece.shopCloth; // what was lacking may be there now
    const bool measures = now.kind != piece.kind;
    const auto set = now.measurementSet; // a row shows them and does not keep them
    leadSet(index, piece);
    now = piece;
    now.measurementSet = set;
    now.taxRate = taxOf(now.kind); // alterations may be taxed otherwise than what is made
    if (measures) {
        attachMeasures();
        Q_EMIT measuresChanged();
    }
    reckon();
    keep();
    if (sums)
        Q_EMIT sumsChanged();
}

void OrderEditor::removePiece(int index)
{
    m_draft.pieces.erase(m_draft.pieces.begin() + index);
    m_typed.erase(m_typed.begin() + index);
    forgetSetsOfOne();
    reckon();
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::setUnreadPrice(int piece, const QString &typed)
{
    const bool changes = unreadPrice(piece).isEmpty() != typed.isEmpty();
    m_typed[size_t(piece)].unreadPrice = typed;
    keep();
    if (changes)
        Q_EMIT sumsChanged();
}

Result<void> OrderEditor::checkPrices() const
{
    for (size_t i = 0; i < m_typed.size(); ++i) {
        if (const QString &typed = m_typed[i].unreadPrice; !typed.isEmpty())
            return Error{ErrorKind::Invalid,
                         "order.price_unreadable",
                         {QString::number(i + 1), m_draft.pieces[i].name, typed},
                         {}};
    }
    return {};
}

void OrderEditor::setHalfTask(int piece, const QString &typed)
{
    m_typed[size_t(piece)].halfTask = typed.trimmed().isEmpty() ? QString() : typed;
    keep();
}

void OrderEditor::setSeller(std::optional<PersonId> seller)
{
    m_draft.seller = seller;
    keep();
}

void OrderEditor::setNotes(const QString &notes)
{
    m_draft.notes = notes;
    keep();
}

void OrderEditor::setPromiseText(const QString &text)
{
    m_promiseText = text;
    understandPromise();
    keep();
    Q_EMIT promiseChanged();
}

//! A promise as it would be typed: the field has no room for a whole date, and "+3" means another day tomorrow.
QString OrderEditor::typedPromise(Date date, const std::optional<QTime> &time) const
{
    const qint64 days = m_desk.today().daysTo(date);
    const QString day = days >= 0 ? u'+' + QString::number(days) : date.toQDate().toString(QStringLiteral("d.M"));
    const bool saysHour = time && time != m_desk.hours().closesAt(date); // it follows from the day else
    return saysHour ? day + time->toString(QStringLiteral(" HH:mm")) : day;
}

void OrderEditor::understandPromise()
{
    const auto understood = promise();
    m_draft.promisedDate = understood ? std::optional(understood->date) : std::nullopt;
    m_draft.promisedTime = understood ? understood->time : std::nullopt;
}

Result<orders::Promise> OrderEditor::promise() const
{
    return readPromise(m_desk, m_promiseText);
}

void OrderEditor::setBooking(bool booking)
{
    m_booking = booking;
    keep();
}

Result<orders::OrderTotals> OrderEditor::totals() const
{
    TRY(checkPrices());
    return orders::totalsOf(m_draft, m_desk.profile().currency);
}

void OrderEditor::clear()
{
    m_draft = blank();
    m_id.reset();
    m_typed.clear();
    m_clientName.clear();
    m_wearer.reset();
    m_wearerNames.clear();
    m_payOwn.clear();
    m_promiseText.clear();
    m_eventText.clear();
    m_visits.clear();
    m_visitsTyped = false;
    m_payText.clear();
    m_payFacts = {};
    forgetPayers();
    m_discountText.clear();
    m_discountReason.clear();
    m_rushText.clear();
    m_whoText.clear();
    m_newText.clear();
    m_addedTo.reset();
    m_booking = false;
    m_before.reset();
    m_desk.drafts().discard(screen, {});
    tellAll();
}

void OrderEditor::startOver()
{
    const QJsonObject before = toJson();
    clear();
    m_before = before;
    tellAll();
}

void OrderEditor::bringBack()
{
    if (!canBringBack())
        return;
    fromJson(*std::exchange(m_before, std::nullopt));
    keep();
    tellAll();
}

void OrderEditor::goOn(orders::OrderDraft parked, const QString &clientName, QHash<ClientId, QString> wearerNames)
{
    m_addedTo.reset();
    begin(std::move(parked), clientName, std::move(wearerNames));
}

void OrderEditor::begin(orders::OrderDraft draft, const QString &clientName, QHash<ClientId, QString> wearerNames)
{
    m_draft = std::move(draft);
    m_id.reset();
    m_discountText.clear();
    m_discountReason.clear();
    for (auto piece = m_draft.pieces.begin() + keptCount(); piece != m_draft.pieces.end(); ++piece) {
        if (m_discountReason.isEmpty())
            m_discountReason = piece->discountReason;
    }
    m_rushText = m_draft.rushCharge ? m_draft.rushCharge->toFigure(m_desk.locale()) : QString();
    m_wearer.reset();
    m_wearerNames = std::move(wearerNames);
    m_payOwn.clear();
    for (const orders::PieceDraft &piece : m_draft.pieces) {
        if (piece.wearer && piece.payer == piece.wearer)
            m_payOwn.insert(*piece.wearer);
    }
    m_clientName = m_draft.client ? clientName : QString();
    takeWho(std::exchange(m_draft.whoTyped, {}));
    const auto deposit = std::exchange(m_draft.depositAsked, std::nullopt);
    takePayTyped(std::exchange(m_draft.payTyped, {}));
    if (deposit && m_payText.isEmpty()) // it was parked before that was kept as typed
        m_payText = deposit->toFigure(m_desk.locale());
    m_typed.assign(m_draft.pieces.size(), {});
    for (size_t i = 0; i < m_typed.size(); ++i)
        m_typed[i].measuresChosen = m_draft.pieces[i].measurementSet.has_value();
    m_promiseText.clear();
    m_visits.clear();
    m_visitsTyped = false;
    m_eventText = m_draft.eventDate ? typedPromise(*m_draft.eventDate) : QString();
    if (m_draft.promisedDate) {
        m_promiseText = typedPromise(*m_draft.promisedDate, m_draft.promisedTime);
        understandPromise(); // a day that has passed meanwhile is none to promise
    }
    m_booking = false;
    keep();
    tellAll();
}

void OrderEditor::putBack(const QJsonObject &kept)
{
    fromJson(kept);
    m_id.reset(); // the other one was written, and taken back
    keep();
    tellAll();
}

void OrderEditor::bringIn(const QJsonObject &kept)
{
    fromJson(kept);
    m_maybeBooked = std::exchange(m_booking, false);
    m_restored = !isEmpty();
    followWritten();
    keep();
    tellAll();
    Q_EMIT broughtIn();
}

void OrderEditor::forgetParked()
{
    m_draft.continues.reset();
    m_draft.quote.reset();
    keep();
}

void OrderEditor::tellAll()
{
    Q_EMIT changed();
    Q_EMIT visitsChanged();
    Q_EMIT clientChanged();
    Q_EMIT piecesReset();
    Q_EMIT promiseChanged();
    Q_EMIT sumsChanged();
}

QString OrderEditor::restoredSentence() const
{
    if (m_written)
        return tr("Order %1 of %2 was saved as the program stopped. F8 prints its claim check.")
            .arg(m_written->number, m_writtenFor.isEmpty() ? tr("nobody in particular") : isolated(m_writtenFor));
    if (!m_restored)
        return {};
    const QString who = m_clientName.isEmpty() ? typedWho(m_whoText, m_newText) : m_clientName;
    const int pieces = int(m_draft.pieces.size());
    const QString what = pieces == 0 && !who.isEmpty()
                             ? who
                             : tr("%1, %2").arg(who.isEmpty() ? tr("nobody yet") : who, pieceCount(pieces));
    if (m_addedTo && m_maybeBooked)
        return tr("Brought back: what is added to order %1. It was on its way to the file when the program stopped: "
                  "see "
                  "the order (F6) before you add it again.")
            .arg(m_addedTo->number);
    if (m_addedTo)
        return tr("Brought back: what is added to order %1. Not added yet, no money taken.").arg(m_addedTo->number);
    if (m_maybeBooked)
        return tr("Brought back: %1. It was on its way to the file when the program stopped: see among the open "
                  "orders (F6) whether it is there before you book it again.")
            .arg(what);
    return tr("Brought back: %1. Not booked, no money taken.").arg(what);
}

void OrderEditor::keep()
{
    m_before.reset();
    if (!m_id)
        m_id = OrderId::make(m_desk.clock());
    followVisits();
    m_desk.drafts().keep(screen, {}, toJson());
    Q_EMIT changed();
}

void OrderEditor::restore()
{
    if (const auto kept = m_desk.drafts().kept(screen, {})) {
        fromJson(*kept);
        m_restored = !isEmpty();
        m_maybeBooked = std::exchange(m_booking, false);
        followWritten();
    }
}

} // namespace thimblely::ui
