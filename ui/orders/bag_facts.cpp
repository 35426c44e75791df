// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/bag_facts.h"

#include "core/orders/cloth_words.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/photos/photo_strip.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace thimblely::ui {

namespace {

constexpr size_t mostPhotos = 6; // that have room

} // namespace

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
    m_photos = new PhotoStrip(m_desk, tr("what is in the bag"), {}, this);
    m_photos->setReadOnly(true);
    static_cast<QBoxLayout *>(columns->itemAt(0)->layout())->addWidget(m_photos);
    connect(m_photos, &PhotoStrip::refused, this, [this](const QString &sentence) { m_desk.notices().say(sentence); });
    m_notes = fact(tr("Note to the workroom"));
    m_stays = fact(tr("Stays here"));
}

void BagFacts::setBag(const Bag &bag)
{
    QStringList noted;
    QStringList notes;
    QStringList staying;
    std::vector<changes::Media> photos;
    for (const orders::OrderDetail &order : bag.orders) {
        int stays = 0;
        for (const orders::Piece &piece : order.pieces) {
            if (piece.isCancelled())
                continue;
            if (piece.isHere() && photos.size() < mostPhotos) {
                photos.insert(photos.end(), piece.facts.photos.begin(), piece.facts.photos.end());
                if (piece.clothPhoto)
                    photos.push_back(*piece.clothPhoto);
            }
            stays += piece.isHere() && !piece.mayLeave() ? 1 : 0;
            const QString tag = QStringLiteral("%1-%2").arg(order.number).arg(piece.position);
            if (!piece.facts.condition.isEmpty())
                noted.append(tr("%1: %2").arg(tag, piece.facts.condition.join(QStringLiteral(", "))));
            const QString cloth = orders::clothAccountWords(
                piece, orders::clothUnit(m_desk.profile().units == UnitSystem::Imperial), m_desk.locale());
            if (!cloth.isEmpty())
                noted.append(tr("%1, own cloth: %2").arg(tag, cloth));
            else if (piece.facts.clientCloth && piece.isHere())
                noted.append(tr("%1, own cloth: %2 brought, nothing noted yet (K)")
                                 .arg(tag, piece.facts.clientCloth->toText(m_desk.locale())));
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
    m_photos->setHidden(photos.empty());
    m_photos->setPhotos(std::move(photos));
    m_noted->setText(noted.isEmpty() ? tr("Nothing") : noted.join(u'\n'));
    m_notes->setText(notes.isEmpty() ? tr("None") : notes.join(u'\n'));
    m_stays->setText(staying.isEmpty() ? tr("Nothing") : staying.join(u'\n'));
}

} // namespace thimblely::ui
