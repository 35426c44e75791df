// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/bag_facts.h"

#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace thimblely::ui {

BagFacts::BagFacts(Desk &desk, QWidget *parent) : Pane(Role::Surface, Edge::Top, parent), m_desk(desk)
{
    auto *columns = row(this, 24, QMargins(16, 10, 16, 14));
    const auto fact = [&](const QString &name) {
        auto *box = column(nullptr, 4);
        box->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, name, this));
        auto *words = new Label(TextStyle::Body, Role::Text, {}, this);
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        box->addWidget(words, 1);
        columns->addLayout(box, 1);
        return words;
    };
    m_noted = fact(tr("Noted at intake"));
    m_notes = fact(tr("Note to the workroom"));
    m_stays = fact(tr("Stays here"));
}

void BagFacts::setBag(const Bag &bag)
{
    QStringList noted;
    QStringList notes;
    QStringList staying;
    for (const orders::OrderDetail &order : bag.orders) {
        int stays = 0;
        for (const orders::Piece &piece : order.pieces) {
            if (piece.isCancelled())
                continue;
            stays += piece.isHere() && !piece.mayLeave() ? 1 : 0;
            const QString tag = QStringLiteral("%1-%2").arg(order.number).arg(piece.position);
            if (!piece.facts.condition.isEmpty())
                noted.append(tr("%1: %2").arg(tag, piece.facts.condition.join(QStringLiteral(", "))));
            if (piece.isWaiting())
                noted.append(tr("%1 asks: %2").arg(tag, piece.hold->question));
        }
        if (!order.notes.isEmpty())
            notes.append(order.notes);
        if (!order.sellerName.isEmpty())
            notes.append(tr("Sold by %1").arg(isolated(order.sellerName)));
        if (stays > 0)
            staying.append(order.promisedDate ? tr("%1, %2").arg(pieceCount(stays),
                                                                 m_desk.locale().toString(order.promisedDate->toQDate(),
                                                                                          QStringLiteral("ddd d MMM")))
                                              : pieceCount(stays));
    }
    m_noted->setText(noted.isEmpty() ? tr("Nothing") : noted.join(u'\n'));
    m_notes->setText(notes.isEmpty() ? tr("None") : notes.join(u'\n'));
    m_stays->setText(staying.isEmpty() ? tr("Nothing") : staying.join(u'\n'));
}

} // namespace thimblely::ui
