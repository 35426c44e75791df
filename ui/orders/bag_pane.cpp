// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/bag_pane.h"

#include "core/orders/rack_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/bag_facts.h"
#include "ui/orders/bag_head.h"
#include "ui/orders/page_photo.h"
#include "ui/orders/piece_delegate.h"
#include "ui/orders/piece_list_model.h"
#include "ui/orders/piece_offers.h"
#include "ui/orders/rack_strip.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace thimblely::ui {

BagPane::BagPane(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_pieces(new PieceListModel(desk, this)), m_head(new BagHead(this)),
      m_list(new ListView(tr("Pieces in the bag"), Role::Surface, this)), m_rack(new RackStrip(desk, this)),
      m_strip(new PieceStrip(desk, this)), m_facts(new BagFacts(desk, this))
{
    auto *rows = column(this, 0);
    m_list->setModel(m_pieces);
    m_list->setItemDelegate(new PieceDelegate(m_list));
    rows->addWidget(m_head);
    rows->addWidget(m_list, 1);
    rows->addWidget(m_rack);
    rows->addWidget(m_strip);
    rows->addWidget(m_facts);
    connect(m_pieces, &PieceListModel::tickedChanged, this, &BagPane::tickedChanged);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, &BagPane::showLine);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showChosen();
        Q_EMIT chosenChanged();
    });
    connect(m_rack, &RackStrip::done, this, &BagPane::placeKept);
    connect(m_strip, &PieceStrip::placed, this, &BagPane::hang);
    connect(m_strip, &PieceStrip::stepRequested, this, &BagPane::request);
    connect(m_strip, &PieceStrip::menuRequested, this, &BagPane::offer);
    m_list->installEventFilter(this);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex under = m_list->indexAt(at);
        m_list->setCurrentIndex(under.isValid() ? under : m_list->currentIndex());
        offer(m_list->viewport()->mapToGlobal(at));
    });
    connect(m_strip, &PieceStrip::takenByTyped, this, [this](const QString &name) {
        if (const orders::Piece *piece = m_pieces->piece(chosenRow()))
            m_takenBy[piece->id] = name.trimmed();
        Q_EMIT takenByTyped();
    });
    connect(&HideMoney::instance(), &HideMoney::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void BagPane::setBag(Bag bag)
{
    const orders::Piece *const chosen = m_pieces->piece(chosenRow());
    const auto id = chosen ? std::optional(chosen->id) : std::nullopt;
    m_facts->setBag(bag);
    m_head->setPriced(bag.isPriced());
    m_pieces->setBag(std::move(bag));
    if (id)
        choose(*id);
    else
        showChosen();
    showLine();
}

//! A row that has the keyboard and no more is not chosen: a list takes the first one by itself when it gets it.
int BagPane::chosenRow() const
{
    const QModelIndex current = m_list->currentIndex();
    return m_list->selectionModel()->isSelected(current) ? current.row() : -1;
}

//! Over the rows stands the order that the topmost of them belongs to.
void BagPane::showLine()
{
    const int top = m_list->indexAt({1, 1}).row();
    m_head->setOrder(m_pieces->line(std::max(top, 0)));
}

const orders::OrderDetail *BagPane::chosenOrder() const
{
    const orders::OrderDetail *const chosen = m_pieces->order(chosenRow());
    return chosen || m_pieces->bag().isEmpty() ? chosen : &m_pieces->bag().first();
}

void BagPane::tickOnly(const std::set<OrderItemId> &pieces)
{
    m_pieces->tickOnly(pieces);
}

void BagPane::choose(OrderItemId piece)
{
    const int row = m_pieces->rowOf(piece);
    if (row >= 0)
        m_list->setCurrentIndex(m_pieces->index(row));
    showChosen();
}

void BagPane::scanned(OrderItemId piece, bool also)
{
    m_pieces->tick(piece, also);
    choose(piece);
}

void BagPane::setTakenBy(std::map<OrderItemId, QString> names)
{
    m_takenBy = std::move(names);
    showChosen();
}

void BagPane::showChosen()
{
    const int row = chosenRow();
    const orders::Piece *const piece = m_pieces->piece(row);
    if (piece) {
        const auto places = orders::RackService(m_desk.session(), m_desk.door()).places();
        m_strip->setPlaces(places.valueOr(QStringList()));
        const auto other = m_takenBy.find(piece->id);
        m_strip->setTakenBy(other == m_takenBy.end() ? QString() : other->second, m_collector);
    }
    m_strip->setPiece(piece ? std::optional(*piece) : std::nullopt, piece ? m_pieces->what(row) : QString());
}

void BagPane::request(PieceStep step)
{
    const int row = chosenRow();
    if (const orders::Piece *piece = m_pieces->piece(row))
        Q_EMIT stepRequested(step, *piece, m_pieces->what(row));
}

//! A letter says what the menu says, where the piece has the keyboard.
bool BagPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && pressed(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool BagPane::pressed(const QKeyEvent &key)
{
    const QModelIndex current = m_list->currentIndex();
    const orders::Piece *const piece = m_pieces->piece(current.row());
    if (!piece)
        return false;
    const QKeySequence typed(key.keyCombination());
    for (const PieceOffer &each : offersFor(m_desk, *m_pieces->order(current.row()), *piece)) {
        if (each.key != typed)
            continue;
        m_list->setCurrentIndex(current);
        m_list->selectionModel()->select(current, QItemSelectionModel::ClearAndSelect);
        request(each.step);
        return true;
    }
    return false;
}

void BagPane::offer(const QPoint &at)
{
    const int row = chosenRow();
    const orders::Piece *const piece = m_pieces->piece(row);
    if (!piece)
        return;
    QMenu menu(this);
    for (const PieceOffer &each : offersFor(m_desk, *m_pieces->order(row), *piece)) {
        if (each.begins && !menu.isEmpty())
            menu.addSeparator();
        QAction *action = menu.addAction(each.words);
        action->setShortcut(each.key);
        action->setShortcutVisibleInContextMenu(true);
        action->setShortcutContext(Qt::WidgetShortcut); // it is shown here, and heard by the list
        connect(action, &QAction::triggered, this, [this, step = each.step] { request(step); });
    }
    offerOldPage(menu, m_desk, m_pieces->order(row)->id, *this);
    menu.exec(at);
}

void BagPane::setLow(bool low)
{
    m_facts->setHidden(low);
}

void BagPane::setCollector(const QString &name)
{
    m_collector = name;
    showChosen();
}

void BagPane::hang(const QString &place)
{
    if (const orders::Piece *piece = m_pieces->piece(chosenRow()))
        m_desk.when(orders::RackService(m_desk.session(), m_desk.door()).hang({piece->id}, place), this,
                    [this] { m_list->setFocus(Qt::OtherFocusReason); });
}

void BagPane::focusPieces()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void BagPane::askPlace(std::vector<OrderItemId> pieces)
{
    m_rack->ask(std::move(pieces));
}

bool BagPane::leavePlace()
{
    if (!m_rack->isAsking())
        return false;
    m_rack->leave();
    return true;
}

} // namespace thimblely::ui
