// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/order_editor.h"

#include "core/orders/promise_text.h"
#include "ui/desk/desk.h"

#include <QJsonArray>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

constexpr const char *screen = "counter";

QJsonObject toJson(const orders::PieceDraft &piece)
{
    QJsonObject json{{QStringLiteral("kind"), QString::fromLatin1(orders::toCode(piece.kind))},
                     {QStringLiteral("garment"), piece.garmentType},
                     {QStringLiteral("name"), piece.name},
                     {QStringLiteral("description"), piece.description},
                     {QStringLiteral("colour"), piece.colour}};
    if (piece.unitPrice)
        json.insert(QStringLiteral("price"), piece.unitPrice->minor());
    return json;
}

orders::PieceDraft pieceFromJson(const QJsonObject &json, Currency currency, const TaxSettings &tax)
{
    orders::PieceDraft piece;
    const auto kind = orders::pieceKindFromCode(json.value(QLatin1String("kind")).toString());
    piece.kind = kind.valueOr(orders::PieceKind::Make);
    piece.garmentType = json.value(QLatin1String("garment")).toString();
    piece.name = json.value(QLatin1String("name")).toString();
    piece.description = json.value(QLatin1String("description")).toString();
    piece.colour = json.value(QLatin1String("colour")).toString();
    piece.taxRate = tax.rate;
    if (json.contains(QLatin1String("price")))
        piece.unitPrice = Money(json.value(QLatin1String("price")).toInteger(), currency);
    return piece;
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

void OrderEditor::setClient(std::optional<ClientId> client, const QString &name)
{
    m_draft.client = client;
    m_clientName = name;
    keep();
    Q_EMIT clientChanged();
}

void OrderEditor::addPiece(const QString &garmentType, const QString &name)
{
    orders::PieceDraft piece;
    piece.garmentType = garmentType;
    piece.name = name;
    piece.taxRate = m_desk.profile().tax.rate;
    m_draft.pieces.push_back(std::move(piece));
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
    keep();
    Q_EMIT piecesReset();
    Q_EMIT sumsChanged();
}

void OrderEditor::setNotes(const QString &notes)
{
    m_draft.notes = notes;
    keep();
}

void OrderEditor::setPromiseText(const QString &text)
{
    m_promiseText = text;
    const auto understood = promise();
    m_draft.promisedDate = understood ? std::optional(understood->date) : std::nullopt;
    m_draft.promisedTime = understood ? understood->time : std::nullopt;
    keep();
    Q_EMIT promiseChanged();
}

Result<orders::Promise> OrderEditor::promise() const
{
    return orders::parsePromise(m_promiseText, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
}

void OrderEditor::setPayNow(std::optional<Money> amount)
{
    m_payNow = amount;
    keep();
    Q_EMIT sumsChanged();
}

Result<orders::OrderTotals> OrderEditor::totals() const
{
    return orders::totalsOf(m_draft, m_desk.profile().currency);
}

Result<Money> OrderEditor::payNow() const
{
    if (m_payNow)
        return *m_payNow;
    // What is made is paid in part now, what is altered or sold at once: the whole order follows its largest promise.
    const bool anythingMade = std::ranges::any_of(
        m_draft.pieces, [](const orders::PieceDraft &piece) { return piece.kind == orders::PieceKind::Make; });
    TRY_ASSIGN(const orders::OrderTotals sums, totals());
    return anythingMade ? sums.total.share(Rate::percent(m_desk.profile().depositPercent)) : sums.total;
}

void OrderEditor::clear()
{
    m_draft = blank();
    m_clientName.clear();
    m_promiseText.clear();
    m_payNow.reset();
    m_desk.drafts().discard(screen, {});
    Q_EMIT clientChanged();
    Q_EMIT piecesReset();
    Q_EMIT promiseChanged();
    Q_EMIT sumsChanged();
}

void OrderEditor::keep()
{
    m_desk.drafts().keep(screen, {}, toJson());
}

void OrderEditor::restore()
{
    if (const auto kept = m_desk.drafts().kept(screen, {}))
        fromJson(*kept);
}

QJsonObject OrderEditor::toJson() const
{
    QJsonArray pieces;
    for (const orders::PieceDraft &piece : m_draft.pieces)
        pieces.append(ui::toJson(piece));
    QJsonObject json{{QStringLiteral("clientName"), m_clientName},
                     {QStringLiteral("pieces"), pieces},
                     {QStringLiteral("notes"), m_draft.notes},
                     {QStringLiteral("when"), m_promiseText}};
    if (m_draft.client)
        json.insert(QStringLiteral("client"), m_draft.client->toString());
    if (m_payNow)
        json.insert(QStringLiteral("payNow"), m_payNow->minor());
    return json;
}

void OrderEditor::fromJson(const QJsonObject &json)
{
    const Currency currency = m_desk.profile().currency;
    m_draft = blank();
    m_clientName = json.value(QLatin1String("clientName")).toString();
    if (const auto client = ClientId::parse(json.value(QLatin1String("client")).toString()))
        m_draft.client = *client;
    const QJsonArray pieces = json.value(QLatin1String("pieces")).toArray();
    for (const QJsonValue &piece : pieces)
        m_draft.pieces.push_back(pieceFromJson(piece.toObject(), currency, m_desk.profile().tax));
    m_draft.notes = json.value(QLatin1String("notes")).toString();
    if (json.contains(QLatin1String("payNow")))
        m_payNow = Money(json.value(QLatin1String("payNow")).toInteger(), currency);
    m_promiseText = json.value(QLatin1String("when")).toString();
    if (const auto understood = promise()) {
        m_draft.promisedDate = understood->date;
        m_draft.promisedTime = understood->time;
    }
}

} // namespace thimblely::ui
