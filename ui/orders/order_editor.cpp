// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/order_editor.h"

#include "core/orders/promise_text.h"
#include "ui/desk/desk.h"
#include "ui/orders/garments.h"
#include "ui/orders/order_draft_json.h"

#include <QJsonArray>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

constexpr const char *screen = OrderEditor::draftScreen;

//! A promise as it would be typed: the field has no room for a whole date, and "+3" means another day tomorrow.
QString promiseTextOf(Date date, const std::optional<QTime> &time, Date today)
{
    const qint64 days = today.daysTo(date);
    const QString day = days >= 0 ? u'+' + QString::number(days) : date.toQDate().toString(QStringLiteral("d.M"));
    return time ? day + time->toString(QStringLiteral(" HH:mm")) : day;
}

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
    return m_draft == blank() && m_promiseText.isEmpty() && m_payText.isEmpty() && m_whoText.isEmpty();
}

void OrderEditor::setClient(std::optional<ClientId> client, const QString &name)
{
    if (client != m_draft.client) { // nobody of the family before wears it any more
        m_wearer.reset();
        m_wearerNames.clear();
        bool worn = false;
        for (orders::PieceDraft &piece : m_draft.pieces)
            worn = std::exchange(piece.wearer, std::nullopt).has_value() || worn;
        if (worn)
            Q_EMIT piecesReset();
    }
    m_draft.client = client;
    m_clientName = name;
    if (client)
        m_whoText.clear();
    keep();
    Q_EMIT clientChanged();
}

void OrderEditor::setWearer(std::optional<ClientId> wearer, const QString &name, bool whole)
{
    if (wearer == m_wearer && !whole)
        return;
    m_wearer = wearer;
    if (wearer)
        m_wearerNames.insert(*wearer, name);
    if (whole && !m_draft.pieces.empty()) {
        for (orders::PieceDraft &piece : m_draft.pieces)
            piece.wearer = wearer;
        Q_EMIT piecesReset();
    }
    keep();
    Q_EMIT clientChanged();
}

QString OrderEditor::wearerName(const std::optional<ClientId> &wearer) const
{
    return wearer ? m_wearerNames.value(*wearer) : QString();
}

void OrderEditor::setWhoText(const QString &text)
{
    m_whoText = text;
    keep();
}

void OrderEditor::addPiece(const QString &garmentType, const QString &name)
{
    orders::PieceDraft piece;
    piece.garmentType = garmentType;
    piece.name = name;
    piece.taxRate = m_desk.profile().tax.rate;
    piece.wearer = m_wearer;
    addPiece(std::move(piece));
}

void OrderEditor::addPiece(orders::PieceDraft piece)
{
    m_draft.pieces.push_back(std::move(piece));
    m_unreadPrices.append(QString());
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::copyPiece(int index, int count)
{
    const orders::PieceDraft piece = m_draft.pieces.at(size_t(index));
    m_draft.pieces.insert(m_draft.pieces.begin() + index + 1, size_t(count), piece);
    m_unreadPrices.insert(index + 1, count, m_unreadPrices.at(index));
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::changePiece(int index, const orders::PieceDraft &piece)
{
    orders::PieceDraft &now = m_draft.pieces.at(size_t(index));
    const bool sums = now.unitPrice != piece.unitPrice || now.kind != piece.kind;
    now = piece;
    keep();
    if (sums)
        Q_EMIT sumsChanged();
}

void OrderEditor::removePiece(int index)
{
    m_draft.pieces.erase(m_draft.pieces.begin() + index);
    m_unreadPrices.removeAt(index);
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::setUnreadPrice(int piece, const QString &typed)
{
    m_unreadPrices[piece] = typed;
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

void OrderEditor::understandPromise()
{
    const auto understood = promise();
    m_draft.promisedDate = understood ? std::optional(understood->date) : std::nullopt;
    m_draft.promisedTime = understood ? understood->time : std::nullopt;
}

Result<orders::Promise> OrderEditor::promise() const
{
    return orders::parsePromise(m_promiseText, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
}

void OrderEditor::setPayText(const QString &text)
{
    m_payText = text;
    keep();
    Q_EMIT sumsChanged();
}

void OrderEditor::setMethod(finance::PaymentMethod method)
{
    m_method = method;
    keep();
}

void OrderEditor::setBooking(bool booking)
{
    m_booking = booking;
    keep();
}

Result<orders::OrderTotals> OrderEditor::totals() const
{
    return orders::totalsOf(m_draft, m_desk.profile().currency);
}

bool OrderEditor::asksDeposit() const
{
    // What is made is paid in part now, what is altered or sold at once: the whole order follows its largest promise.
    return std::ranges::any_of(m_draft.pieces,
                               [](const orders::PieceDraft &piece) { return piece.kind == orders::PieceKind::Make; });
}

Result<Money> OrderEditor::payNow() const
{
    if (const QString typed = m_payText.trimmed(); !typed.isEmpty()) {
        TRY_ASSIGN(Money amount, Money::parse(typed, m_desk.profile().currency, m_desk.locale()));
        if (amount.isNegative())
            return Error{ErrorKind::Invalid, "money.negative", {typed}, {}};
        return amount;
    }
    TRY_ASSIGN(const orders::OrderTotals sums, totals());
    return asksDeposit() ? sums.total.share(Rate::percent(m_desk.profile().depositPercent)) : sums.total;
}

void OrderEditor::clear()
{
    m_draft = blank();
    m_unreadPrices.clear();
    m_clientName.clear();
    m_wearer.reset();
    m_wearerNames.clear();
    m_promiseText.clear();
    m_payText.clear();
    m_whoText.clear();
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

Result<orders::OrderDraft> OrderEditor::toPark() const
{
    orders::OrderDraft draft = m_draft;
    if (!m_draft.client)
        draft.whoTyped = m_whoText;
    if (!m_payText.trimmed().isEmpty()) {
        TRY_ASSIGN(draft.depositAsked, payNow());
    }
    return draft;
}

void OrderEditor::goOn(orders::OrderDraft parked, const QString &clientName, QHash<ClientId, QString> wearerNames)
{
    m_draft = std::move(parked);
    m_wearer.reset();
    m_wearerNames = std::move(wearerNames);
    m_clientName = m_draft.client ? clientName : QString();
    m_whoText = std::exchange(m_draft.whoTyped, {});
    const auto deposit = std::exchange(m_draft.depositAsked, std::nullopt);
    m_payText = deposit ? deposit->toFigure(m_desk.locale()) : QString();
    m_unreadPrices = QStringList(int(m_draft.pieces.size()), QString());
    m_promiseText.clear();
    if (m_draft.promisedDate) {
        m_promiseText = promiseTextOf(*m_draft.promisedDate, m_draft.promisedTime, m_desk.today());
        understandPromise(); // a day that has passed meanwhile is none to promise
    }
    m_booking = false;
    keep();
    tellAll();
}

void OrderEditor::putBack(const QJsonObject &kept)
{
    fromJson(kept);
    keep();
    tellAll();
}

void OrderEditor::bringIn(const QJsonObject &kept)
{
    fromJson(kept);
    m_maybeBooked = std::exchange(m_booking, false);
    m_restored = !isEmpty();
    keep();
    tellAll();
    Q_EMIT broughtIn();
}

void OrderEditor::forgetParked()
{
    m_draft.continues.reset();
    keep();
}

QString describeKept(const QJsonObject &kept)
{
    const QString name = kept.value(QLatin1String("clientName")).toString();
    return name.isEmpty() ? kept.value(QLatin1String("who")).toString() : name;
}

void OrderEditor::tellAll()
{
    Q_EMIT clientChanged();
    Q_EMIT piecesReset();
    Q_EMIT promiseChanged();
    Q_EMIT sumsChanged();
}

QString OrderEditor::restoredSentence() const
{
    if (!m_restored)
        return {};
    const QString who = m_clientName.isEmpty() ? tr("nobody yet") : m_clientName;
    const QString what = tr("%1, %2").arg(who, pieceCount(int(m_draft.pieces.size())));
    if (m_maybeBooked)
        return tr("Brought back: %1. It was being booked when the program stopped: see among the open orders (F6) "
                  "whether it is there before you book it again.")
            .arg(what);
    return tr("Brought back: %1. Not booked, no money taken.").arg(what);
}

void OrderEditor::keep()
{
    m_before.reset();
    m_desk.drafts().keep(screen, {}, toJson());
}

void OrderEditor::restore()
{
    if (const auto kept = m_desk.drafts().kept(screen, {})) {
        fromJson(*kept);
        m_restored = !isEmpty();
        m_maybeBooked = std::exchange(m_booking, false);
    }
}

QJsonObject OrderEditor::toJson() const
{
    QJsonArray pieces;
    for (size_t i = 0; i < m_draft.pieces.size(); ++i) {
        QJsonObject piece = pieceToJson(m_draft.pieces[i]);
        if (const QString typed = unreadPrice(int(i)); !typed.isEmpty())
            piece.insert(QStringLiteral("unreadPrice"), typed);
        pieces.append(piece);
    }
    QJsonObject json{{QStringLiteral("clientName"), m_clientName},
                     {QStringLiteral("who"), m_whoText},
                     {QStringLiteral("pieces"), pieces},
                     {QStringLiteral("notes"), m_draft.notes},
                     {QStringLiteral("when"), m_promiseText},
                     {QStringLiteral("payNow"), m_payText},
                     {QStringLiteral("method"), QString::fromLatin1(finance::toCode(m_method))},
                     {QStringLiteral("booking"), m_booking}};
    if (m_draft.client)
        json.insert(QStringLiteral("client"), m_draft.client->toString());
    if (m_wearer)
        json.insert(QStringLiteral("wearer"), m_wearer->toString());
    QJsonObject names;
    for (auto name = m_wearerNames.cbegin(); name != m_wearerNames.cend(); ++name)
        names.insert(name.key().toString(), name.value());
    json.insert(QStringLiteral("wearerNames"), names);
    if (m_draft.continues)
        json.insert(QStringLiteral("continues"), m_draft.continues->toString());
    if (m_draft.promisedDate)
        json.insert(QStringLiteral("promised"), m_draft.promisedDate->toIso());
    putAside(json);
    return json;
}

void OrderEditor::fromJson(const QJsonObject &json)
{
    const Currency currency = m_desk.profile().currency;
    m_draft = blank();
    m_clientName = json.value(QLatin1String("clientName")).toString();
    m_whoText = json.value(QLatin1String("who")).toString();
    if (const auto client = ClientId::parse(json.value(QLatin1String("client")).toString()))
        m_draft.client = *client;
    m_wearer.reset();
    if (const auto wearer = ClientId::parse(json.value(QLatin1String("wearer")).toString()))
        m_wearer = *wearer;
    m_wearerNames.clear();
    const QJsonObject names = json.value(QLatin1String("wearerNames")).toObject();
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (const auto id = ClientId::parse(name.key()))
            m_wearerNames.insert(*id, name->toString());
    }
    if (const auto parked = OrderId::parse(json.value(QLatin1String("continues")).toString()))
        m_draft.continues = *parked;
    takeAside(json);
    const QJsonArray pieces = json.value(QLatin1String("pieces")).toArray();
    m_unreadPrices.clear();
    for (const auto &piece : pieces) {
        m_draft.pieces.push_back(pieceFromJson(piece.toObject(), currency));
        m_unreadPrices.append(piece.toObject().value(QLatin1String("unreadPrice")).toString());
    }
    m_draft.notes = json.value(QLatin1String("notes")).toString();
    m_payText = json.value(QLatin1String("payNow")).toString();
    m_method = finance::paymentMethodFromCode(json.value(QLatin1String("method")).toString())
                   .valueOr(finance::PaymentMethod::Cash);
    m_booking = json.value(QLatin1String("booking")).toBool();
    m_promiseText = json.value(QLatin1String("when")).toString();
    understandPromise();
    const auto meant = Date::parse(json.value(QLatin1String("promised")).toString());
    if (meant && m_draft.promisedDate && *meant != *m_draft.promisedDate) { // "+3", typed on another day
        m_promiseText = promiseTextOf(*meant, m_draft.promisedTime, m_desk.today());
        understandPromise();
    }
}

//! What no pane of the counter shows, and a parked order may have all the same.
void OrderEditor::putAside(QJsonObject &json) const
{
    if (m_draft.eventDate)
        json.insert(QStringLiteral("event"), m_draft.eventDate->toIso());
    if (m_draft.rush)
        json.insert(QStringLiteral("rush"), true);
    if (!m_draft.title.isEmpty())
        json.insert(QStringLiteral("title"), m_draft.title);
    if (!m_draft.paperTicketNumber.isEmpty())
        json.insert(QStringLiteral("ticket"), m_draft.paperTicketNumber);
    json.insert(QStringLiteral("taxInclusive"), m_draft.taxInclusive);
}

void OrderEditor::takeAside(const QJsonObject &json)
{
    if (const auto event = Date::parse(json.value(QLatin1String("event")).toString()))
        m_draft.eventDate = *event;
    m_draft.rush = json.value(QLatin1String("rush")).toBool();
    m_draft.title = json.value(QLatin1String("title")).toString();
    m_draft.paperTicketNumber = json.value(QLatin1String("ticket")).toString();
    m_draft.taxInclusive = json.value(QLatin1String("taxInclusive")).toBool(m_draft.taxInclusive);
}

} // namespace thimblely::ui
