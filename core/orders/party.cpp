// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/party.h"

#include "core/orders/order_totals.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely::orders {

namespace {

//! Takes from `left` what covers `due`; what is left of the due.
Money cover(const Money &due, qint64 &left)
{
    const qint64 covered = std::clamp<qint64>(left, 0, std::max<qint64>(0, due.minor()));
    left -= covered;
    return Money(due.minor() - covered, due.currency());
}

QString garmentOf(const Piece &piece)
{
    return QString(piece.facts.name + u' ' + piece.facts.colour + u' ' + piece.facts.mark).simplified();
}

bool isMeasured(const Piece &piece)
{
    return piece.facts.kind != PieceKind::Make || piece.facts.measurementSet || piece.measuresFrozen;
}

void add(PartyMember &member, const OrderDetail &order, const Piece &piece, bool fitted)
{
    const auto payer = order.payerOf(piece);
    member.payer = member.pieces.empty() || member.payer == payer ? payer : order.client;
    member.pieces.push_back(piece.id);
    member.garments.append(garmentOf(piece));
    member.measured += isMeasured(piece);
    member.cut += piece.stage >= Stage::Cut;
    member.fitted += fitted || piece.stage > Stage::Fitting;
    member.ready += piece.stage >= Stage::Ready;
    member.collected += piece.isCollected();
}

void addMoney(PartyMember &member, const PieceDue &due)
{
    member.toPay = member.toPay ? member.toPay->plus(due.toPay).valueOr(due.toPay) : due.toPay;
    member.waiting = member.waiting ? member.waiting->plus(due.waiting).valueOr(due.waiting) : due.waiting;
}

} // namespace

std::map<OrderItemId, PieceDue> duesOf(const OrderDetail &order)
{
    std::map<OrderItemId, PieceDue> dues;
    for (const PayerShare &share : order.payers) {
        qint64 paid = share.paid.minor();
        qint64 waiting = share.waiting.minor();
        const auto put = [&](const Piece &row) {
            const Money open = cover(worthOf(order, row), paid);
            const Money toPay = cover(open, waiting);
            return PieceDue{toPay, open.minus(toPay).valueOr(open)};
        };
        for (const Piece &charge : order.charges) { // first, so that the pieces' rest is what is due
            if (!charge.isCancelled() && order.payerOf(charge) == share.client)
                put(charge);
        }
        for (const Piece &piece : order.pieces) {
            if (!piece.isCancelled() && order.payerOf(piece) == share.client)
                dues.insert_or_assign(piece.id, put(piece));
        }
    }
    return dues;
}

std::vector<PartyMember> membersOf(const OrderDetail &order, const std::set<OrderItemId> &fitted)
{
    const auto dues = duesOf(order);
    std::vector<PartyMember> members;
    for (const Piece &piece : order.pieces) {
        if (piece.isCancelled())
            continue;
        const auto person = order.wearerOf(piece);
        auto member = std::ranges::find(members, person, &PartyMember::person);
        if (member == members.end()) {
            members.push_back({person, piece.facts.wearer ? piece.wearerName : order.clientName});
            member = members.end() - 1;
        }
        add(*member, order, piece, fitted.contains(piece.id));
        if (const auto due = dues.find(piece.id); due != dues.end())
            addMoney(*member, due->second);
    }
    for (PartyMember &member : members) {
        if (const PayerShare *share = order.shareOf(member.payer))
            member.payerName = share->name;
    }
    return members;
}

std::vector<PartyName> readPartyNames(const QString &pasted)
{
    static const QRegularExpression between(QStringLiteral("[\\n\\r;]+|,(?!\\s*[+(]?\\d)"));
    static const QRegularExpression before(QStringLiteral("^\\s*(?:\\d{1,2}\\s*[.)]|[-*\u2022\u2013])\\s*"));
    static const QRegularExpression phone(QStringLiteral("[\\s,:(\\t]*([+(]?\\d[\\d\\s().\u2011-]{4,})\\s*$"));
    std::vector<PartyName> names;
    const QStringList parts = pasted.split(between, Qt::SkipEmptyParts);
    for (QString part : parts) {
        part.remove(before);
        PartyName each;
        if (const auto found = phone.match(part); found.hasMatch()) {
            each.phone = found.captured(1).simplified();
            part.truncate(found.capturedStart());
        }
        each.name = part.simplified();
        if (each.name.isEmpty() && each.phone.isEmpty())
            continue;
        if (std::ranges::find(names, each) == names.end())
            names.push_back(each);
    }
    return names;
}

} // namespace thimblely::orders
