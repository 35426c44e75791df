// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client.h"
#include "ui/orders/order_editor.h"

// Who the order is for, chosen or half typed; the rest of the order is in order_editor.cpp.

namespace thimblely::ui {

namespace {

constexpr QLatin1String between(", ");

} // namespace

bool looksLikePhone(const QString &typed)
{
    return phoneDigits(typed).size() >= 4 &&
           std::none_of(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
}

void OrderEditor::setClient(std::optional<ClientId> client, const QString &name)
{
    m_choices.clear(); // measured elsewhere, perhaps, since they stood here last
    m_patterns.clear();
    if (client != m_draft.client) { // nobody of the family before wears it any more
        m_wearer.reset();
        m_wearerNames.clear();
        m_payOwn.clear();
        forgetPayers();
        bool worn = false;
        for (orders::PieceDraft &piece : m_draft.pieces) {
            worn = std::exchange(piece.wearer, std::nullopt).has_value() || worn;
            piece.payer.reset();
        }
        m_draft.client = client;
        attachMeasures();
        if (worn)
            Q_EMIT piecesReset();
        else
            Q_EMIT measuresChanged();
    }
    m_clientName = name;
    m_newText.clear();
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
    m_newText.clear();
    if (wearer)
        m_wearerNames.insert(*wearer, name);
    if (whole && !m_draft.pieces.empty()) {
        for (size_t i = size_t(keptCount()); i < m_draft.pieces.size(); ++i) {
            m_draft.pieces[i].wearer = wearer;
            m_draft.pieces[i].payer = paysOwn() ? wearer : std::nullopt;
        }
        attachMeasures();
        Q_EMIT piecesReset();
    }
    keep();
    Q_EMIT clientChanged();
}

void OrderEditor::setPieceWearer(int index, std::optional<ClientId> wearer, const QString &name)
{
    if (wearer == m_draft.client)
        wearer.reset();
    if (wearer)
        m_wearerNames.insert(*wearer, name);
    orders::PieceDraft &piece = m_draft.pieces.at(size_t(index));
    m_typed[size_t(index)].halfWearer.clear();
    piece.wearer = wearer;
    piece.payer = wearer && paysOwn(*wearer) ? wearer : std::nullopt;
    attachMeasures(); // of another body
    keep();
    Q_EMIT measuresChanged();
    Q_EMIT clientChanged();
    Q_EMIT sumsChanged(); // somebody else may pay for it
}

void OrderEditor::setHalfWearer(int piece, const QString &typed)
{
    m_typed[size_t(piece)].halfWearer = typed.trimmed().isEmpty() ? QString() : typed;
    keep();
}

QString OrderEditor::wearerName(const std::optional<ClientId> &wearer) const
{
    return wearer ? m_wearerNames.value(*wearer) : QString();
}

void OrderEditor::setWhoText(const QString &text)
{
    m_whoText = text;
    m_newText.clear();
    keep();
}

void OrderEditor::setNewText(const QString &text)
{
    m_newText = text;
    keep();
}

QString OrderEditor::typedWho(const QString &who, const QString &other)
{
    return other.isEmpty() ? who : QString(who + between + other);
}

//! What was parked as one line, in its halves again.
void OrderEditor::takeWho(const QString &typed)
{
    m_whoText = typed;
    m_newText.clear();
    for (const qsizetype at : {typed.indexOf(between), typed.lastIndexOf(between)}) {
        const QString before = typed.left(std::max<qsizetype>(at, 0));
        const QString after = typed.mid(at + between.size());
        if (at < 0 || looksLikePhone(before) == looksLikePhone(after))
            continue;
        m_whoText = before;
        m_newText = after;
        return;
    }
}

QString describeKept(const QJsonObject &kept)
{
    const QString name = kept.value(QLatin1String("clientName")).toString();
    return name.isEmpty() ? OrderEditor::typedWho(kept.value(QLatin1String("who")).toString(),
                                                  kept.value(QLatin1String("newWho")).toString())
                          : name;
}

} // namespace thimblely::ui
