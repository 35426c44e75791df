// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/rack_strip.h"

#include "core/orders/rack_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/form_draft.h"
#include "ui/desk/garments.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringListModel>

namespace thimblely::ui {

namespace {

constexpr int placeWidth = 136;

} // namespace

RackStrip::RackStrip(Desk &desk, QWidget *parent)
    : Pane(Role::Window, Edge::Top, parent), m_desk(desk), m_draft(new FormDraft(desk, this)),
      m_words(new Label(TextStyle::Body, Role::Text, {}, this)), m_place(new QLineEdit(this))
{
    auto *columns = row(this, 12, QMargins(16, 8, 16, 8));
    m_words->setElided(true);
    m_place->setAccessibleName(tr("Where it hangs"));
    auto *keep = new PlainButton(tr("Keep"), this);
    keep->setCaption(tr("Enter"));
    columns->addWidget(m_words, 1);
    columns->addWidget(m_place);
    columns->addWidget(keep);
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_place->setCompleter(completer);
    const auto fit = [this] { m_place->setFixedWidth(Theme::instance().px(placeWidth)); };
    fit();
    connect(&Theme::instance(), &Theme::changed, this, fit);
    connect(m_place, &QLineEdit::returnPressed, this, &RackStrip::keep);
    connect(keep, &QAbstractButton::clicked, this, &RackStrip::keep);
    hide();
}

void RackStrip::ask(std::vector<OrderItemId> pieces)
{
    const access::Principal &who = m_desk.principal();
    const bool may = who.can(access::Capability::OrdersWrite) || who.can(access::Capability::OrdersQualityCheck);
    if (pieces.empty() || !may)
        return;
    m_pieces = std::move(pieces);
    const orders::RackService racks(m_desk.session(), m_desk.door());
    const auto last = racks.lastPlace();
    const auto places = racks.places();
    if (!last || !places)
        m_desk.notices().fail(last ? places.error() : last.error());
    m_place->setText(last.valueOr(QString()));
    static_cast<QStringListModel *>(m_place->completer()->model())->setStringList(places.valueOr(QStringList()));
    //: %1 "2 pieces"
    m_words->setText(tr("%1 ready. Where do they hang?").arg(pieceCount(int(m_pieces.size()))));
    m_draft->begin(draftNameOf(*this), m_pieces.front().toString(), tr("Where what is ready hangs"));
    show();
    m_place->setFocus(Qt::OtherFocusReason);
    m_place->selectAll();
}

void RackStrip::leave()
{
    m_pieces.clear();
    m_draft->leave();
    hide();
}

void RackStrip::keep()
{
    const QString place = m_place->text().simplified();
    if (place.isEmpty() || m_pieces.empty()) {
        leave();
        Q_EMIT done();
        return;
    }
    m_desk.when(orders::RackService(m_desk.session(), m_desk.door()).hang(m_pieces, place), this, [this] {
        m_draft->forget();
        leave();
        Q_EMIT done();
    });
}

} // namespace thimblely::ui
