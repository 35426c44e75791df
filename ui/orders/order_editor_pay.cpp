// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_totals.h"
#include "ui/desk/desk.h"
#include "ui/desk/share_text.h"
#include "ui/orders/order_editor.h"

#include <algorithm>

// What is paid with the order, by its client and by each who pays for their own; the rest is in order_editor.cpp.

namespace thimblely::ui {

QList<ClientId> OrderEditor::ownPayers() const
{
    QList<ClientId> payers;
    for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
        const auto &payer = m_draft.pieces[i].payer;
        if (payer && payer != m_draft.client && !payers.contains(*payer))
            payers.append(*payer);
    }
    return payers;
}

std::optional<ClientId> OrderEditor::paying() const
{
    return m_paying && ownPayers().contains(*m_paying) ? m_paying : std::nullopt;
}

void OrderEditor::setPaying(std::optional<ClientId> payer)
{
    if (payer == paying())
        return;
    m_paying = payer;
    Q_EMIT sumsChanged();
}

const QString &OrderEditor::payText() const
{
    return payTextOf(paying());
}

const QString &OrderEditor::payTextOf(const std::optional<ClientId> &payer) const
{
    static const QString none;
    if (!payer)
        return m_payText;
    const auto own = m_ownPay.find(*payer);
    return own == m_ownPay.end() ? none : own->second.text;
}

void OrderEditor::setPayText(const QString &text)
{
    if (const auto payer = paying())
        m_ownPay[*payer].text = text;
    else
        m_payText = text;
    keep();
    Q_EMIT sumsChanged();
}

const PayFacts &OrderEditor::payFactsOf(const std::optional<ClientId> &payer) const
{
    static const PayFacts none;
    if (!payer)
        return m_payFacts;
    const auto own = m_ownPay.find(*payer);
    return own == m_ownPay.end() ? none : own->second.facts;
}

void OrderEditor::setPayFacts(const PayFacts &facts)
{
    if (facts == payFacts())
        return;
    if (const auto payer = paying())
        m_ownPay[*payer].facts = facts;
    else
        m_payFacts = facts;
    keep();
}

void OrderEditor::forgetPayers()
{
    m_ownPay.clear();
    m_paying.reset();
}

//! What was typed about the payment, of the client and of each who pays their own; empty where nothing was.
QJsonObject OrderEditor::payTyped() const
{
    const auto toJson = [](const OwnPay &pay) {
        QJsonObject json;
        if (!pay.text.isEmpty())
            json.insert(QStringLiteral("now"), pay.text);
        if (const QJsonObject facts = ui::toJson(pay.facts); !facts.isEmpty())
            json.insert(QStringLiteral("facts"), facts);
        return json;
    };
    QJsonObject json = toJson({m_payText, m_payFacts});
    QJsonObject others;
    for (const auto &[payer, pay] : m_ownPay) {
        if (const QJsonObject own = toJson(pay); !own.isEmpty())
            others.insert(payer.toString(), own);
    }
    if (!others.isEmpty())
        json.insert(QStringLiteral("others"), others);
    return json;
}

void OrderEditor::takePayTyped(const QJsonObject &json)
{
    const auto fromJson = [](const QJsonObject &pay) {
        return OwnPay{pay.value(QLatin1String("now")).toString(),
                      payFactsFromJson(pay.value(QLatin1String("facts")).toObject())};
    };
    const OwnPay client = fromJson(json);
    m_payText = client.text;
    m_payFacts = client.facts;
    forgetPayers();
    const QJsonObject others = json.value(QLatin1String("others")).toObject();
    for (auto other = others.begin(); other != others.end(); ++other) {
        if (const auto who = ClientId::parse(other.key()))
            m_ownPay[*who] = fromJson(other->toObject());
    }
}

bool OrderEditor::asksDeposit() const
{
    // What is made is paid in part now, what is altered or sold at once: the whole order follows its largest promise.
    return std::any_of(m_draft.pieces.begin() + keptCount(), m_draft.pieces.end(),
                       [](const orders::PieceDraft &piece) { return piece.kind == orders::PieceKind::Make; });
}

//! What others than the order's client pay, or one of them, of the pieces from `first` on.
Result<Money> OrderEditor::othersPay(int first, const std::optional<ClientId> &only) const
{
    Money sum = Money::zero(m_desk.profile().currency);
    for (size_t i = size_t(first); i < m_draft.pieces.size(); ++i) {
        const orders::PieceDraft &piece = m_draft.pieces[i];
        if (!piece.payer || piece.payer == m_draft.client || (only && piece.payer != only))
            continue;
        TRY_ASSIGN(const orders::PieceTotals totals, orders::totalsOf(piece, sum.currency(), m_draft.taxInclusive));
        TRY_ASSIGN(sum, sum.plus(totals.total));
        if (!m_draft.taxInclusive) {
            TRY_ASSIGN(sum, sum.plus(totals.tax));
        }
    }
    return sum;
}

//! Of what is new; who pays for their own pays it themselves.
Result<Money> OrderEditor::partOf(const std::optional<ClientId> &payer) const
{
    TRY_ASSIGN(const orders::OrderTotals sums, totals()); // refuses a price that cannot be read
    if (payer)
        return othersPay(keptCount(), payer);
    TRY_ASSIGN(const Money fresh, m_addedTo ? sums.total.minus(m_addedTo->total) : Result<Money>(sums.total));
    TRY_ASSIGN(const Money others, othersPay(keptCount(), {}));
    return fresh.minus(others);
}

Result<Money> OrderEditor::payNow(const std::optional<ClientId> &payer) const
{
    const QString typed = payTextOf(payer).trimmed();
    if (const auto share = shareOf(typed, m_desk.locale())) {
        TRY_ASSIGN(const Rate rate, *share);
        TRY_ASSIGN(const Money part, partOf(payer));
        return part.share(rate);
    }
    if (!typed.isEmpty()) {
        TRY_ASSIGN(Money amount, Money::parse(typed, m_desk.profile().currency, m_desk.locale()));
        if (amount.isNegative())
            return Error{ErrorKind::Invalid, "money.negative", {typed}, {}};
        return amount;
    }
    if (payer) // who is perhaps not here is asked for nothing by itself
        return Money::zero(m_desk.profile().currency);
    TRY_ASSIGN(const Money own, partOf({}));
    return asksDeposit() ? own.share(Rate::percent(m_desk.profile().depositPercent)) : own;
}

} // namespace thimblely::ui
