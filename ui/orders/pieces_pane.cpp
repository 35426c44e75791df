// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pieces_pane.h"

#include "core/inventory/garment_names.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/orders/garment_tiles.h"
#include "ui/orders/ghost_button.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/order_facts.h"
#include "ui/orders/parked_list.h"
#include "ui/orders/piece_row.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>

namespace thimblely::ui {

namespace {

constexpr int mostCopies = 12;
constexpr int longestNote = 2000;

} // namespace

PiecesPane::PiecesPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Surface, Edge::None, parent), m_desk(desk), m_editor(editor)
{
    auto *rows = column(nullptr, 0);
    setLayout(rows);
    m_head = buildHead();
    rows->addWidget(m_head);
    m_tiles = new GarmentTiles(this);
    rows->addWidget(m_tiles);
    connect(m_tiles, &GarmentTiles::chosen, this, &PiecesPane::addGarment);
    connect(m_tiles, &GarmentTiles::goodsRequested, this, &PiecesPane::goodsRequested);
    m_restored = new Label(TextStyle::Body, Role::Today, m_editor.restoredSentence(), this);
    m_restored->setWordWrap(true);
    m_restored->setContentsMargins(16, 8, 16, 8);
    m_restored->setVisible(!m_restored->text().isEmpty());
    rows->addWidget(m_restored);
    m_repeated = new Label(TextStyle::Body, Role::Today, {}, this);
    m_repeated->setWordWrap(true);
    m_repeated->setContentsMargins(16, 8, 16, 8);
    m_repeated->hide();
    rows->addWidget(m_repeated);
    rows->addWidget(buildList(), 1);
    rows->addWidget(buildFoot());
    connect(&m_editor, &OrderEditor::piecesReset, this, &PiecesPane::rebuildRows);
    connect(&m_editor, &OrderEditor::measuresChanged, this, [this] {
        showMeasures();
        chainTabs();
    });
    connect(&m_editor, &OrderEditor::clientChanged, this, [this] {
        showWearers();
        refresh();
    });
    connect(&m_editor, &OrderEditor::savedAt, this, [this](const QString &time) {
        m_restored->hide(); // it goes on from here
        if (!m_editor.isEmpty())
            m_saved->setText(tr("draft, saved %1").arg(time));
        refresh();
    });
    connect(&m_editor, &OrderEditor::broughtIn, this, [this] {
        m_restored->setText(m_editor.restoredSentence());
        m_restored->show();
    });
    connect(m_parked, &ParkedList::changed, this, [this] {
        chainTabs();
        refresh();
    });
    connect(&m_desk.drafts(), &DraftKeeper::abandonedChanged, this, &PiecesPane::reloadParked);
    connect(qApp, &QApplication::focusChanged, this, &PiecesPane::refresh);
    rebuildRows();
    reloadParked();
}

QWidget *PiecesPane::buildHead()
{
    auto *box = new QWidget(this);
    auto *head = row(nullptr, 8, QMargins(16, 8, 4, 4));
    box->setLayout(head);
    m_title = new Label(TextStyle::Heading, Role::Text, {}, box);
    head->addWidget(m_title);
    m_saved = new Label(TextStyle::Caption, Role::Muted, {}, box);
    m_saved->setElided(true);
    head->addWidget(m_saved, 1);
    auto *over = new FlatButton(tr("Start over"), box);
    over->setIconName("i-x");
    auto *again = new FlatButton(tr("Repeat last"), box);
    again->setIconName("i-repeat");
    again->setCaption(QStringLiteral("F5"));
    auto *park = new FlatButton(tr("Park"), box);
    park->setIconName("i-park");
    park->setCaption(QStringLiteral("F3"));
    head->addWidget(park);
    head->addWidget(over);
    head->addWidget(again);
    m_park.append(park);
    connect(park, &QAbstractButton::clicked, this, &PiecesPane::parkRequested);
    m_over.append(over);
    m_again.append(again);
    connect(over, &QAbstractButton::clicked, this, &PiecesPane::startOverOrBack);
    connect(again, &QAbstractButton::clicked, this, &PiecesPane::repeatLast);
    return box;
}

QWidget *PiecesPane::buildList()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Pieces of the order"));
    auto *content = new Pane(Role::Surface, Edge::None, m_scroll);
    m_list = column(nullptr, 0);
    content->setLayout(m_list);
    m_ghost = new GhostButton(content);
    auto *ghost = row(nullptr, 0, QMargins(16, 12, 16, 12));
    ghost->addWidget(m_ghost);
    m_list->addLayout(ghost);
    m_facts = new OrderFacts(m_desk, m_editor, content);
    m_list->addWidget(m_facts);
    connect(m_facts, &OrderFacts::finished, this, &PiecesPane::doneRequested);
    connect(m_facts, &OrderFacts::chainChanged, this, &PiecesPane::chainTabs);
    m_parked = new ParkedList(m_desk, content);
    m_list->addWidget(m_parked);
    m_list->addStretch(1);
    connect(m_ghost, &QAbstractButton::clicked, this, &PiecesPane::focusTiles);
    m_scroll->setWidget(content);
    return m_scroll;
}

QWidget *PiecesPane::buildFoot()
{
    auto *box = new Pane(Role::Surface, Edge::Top, this);
    auto *foot = row(nullptr, 8, QMargins(16, 12, 16, 14));
    box->setLayout(foot);
    m_notes = new QLineEdit(m_editor.draft().notes, box);
    m_notes->setMaxLength(longestNote);
    m_notes->setPlaceholderText(tr("Note to the workroom"));
    m_notes->setAccessibleName(tr("Note to the workroom"));
    m_copies = new PlainButton(tr("Copies"), box);
    m_copies->setCaption(QStringLiteral("\u00d7"));
    m_copies->setAccessibleDescription(tr("More of the last piece, a row and a tag each"));
    m_piece = new PlainButton(tr("Piece"), box);
    m_piece->setIconName("i-plus");
    m_piece->setAccessibleName(tr("Add a piece"));
    auto *again = new PlainButton(tr("Repeat"), box);
    auto *over = new PlainButton(tr("Start over"), box);
    auto *park = new PlainButton(tr("Park"), box);
    park->setCaption(QStringLiteral("F3"));
    foot->addWidget(m_notes, 1);
    m_party = new PlainButton(QString(), box);
    m_party->setIconName("i-clients");
    m_party->setAccessibleName(tr("Several people, by a list of names, F11"));
    m_party->setToolTip(m_party->accessibleName());
    connect(m_party, &QAbstractButton::clicked, this, &PiecesPane::partyRequested);
    const QList<Button *> low{m_piece, m_party, again, park, over};
    foot->addWidget(m_copies);
    m_quote = new PlainButton(tr("Offer"), box);
    m_quote->setCaption(QStringLiteral("\u21e7F3"));
    m_quote->setToolTip(tr("Keep it as an offer until the client accepts, and print it"));
    foot->addWidget(m_quote);
    connect(m_quote, &QAbstractButton::clicked, this, &PiecesPane::quoteRequested);
    for (Button *button : low) {
        foot->addWidget(button);
        button->hide();
    }
    m_park.append(park);
    connect(park, &QAbstractButton::clicked, this, &PiecesPane::parkRequested);
    m_again.append(again);
    m_over.append(over);
    connect(m_notes, &QLineEdit::textEdited, &m_editor, &OrderEditor::setNotes);
    connect(m_copies, &QAbstractButton::clicked, this, &PiecesPane::showCopies);
    connect(m_piece, &QAbstractButton::clicked, this, &PiecesPane::focusTiles);
    connect(again, &QAbstractButton::clicked, this, &PiecesPane::repeatLast);
    connect(over, &QAbstractButton::clicked, this, &PiecesPane::startOverOrBack);
    // The head's buttons come after what is said: who, tiles, pieces, note.
    setTabOrder(over, m_park.first());
    setTabOrder(m_park.first(), m_over.first());
    setTabOrder(m_over.first(), m_again.first());
    return box;
}

void PiecesPane::setLow(bool low)
{
    m_low = low;
    m_head->setHidden(low);
    m_tiles->setLow(low);
    m_piece->setVisible(low);
    m_party->setVisible(low);
    refresh();
}

void PiecesPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_tiles->place(width());
}

void PiecesPane::focusTiles()
{
    m_tiles->focusFirst();
}

void PiecesPane::focusEvent()
{
    QWidget *event = m_facts->tabChain().first();
    m_scroll->ensureWidgetVisible(event);
    event->setFocus(Qt::OtherFocusReason);
}

void PiecesPane::addGarment(const QString &garmentType, const QString &name)
{
    const int first = int(m_rows.size());
    std::vector<std::pair<QString, QString>> set; // one price, two pieces with a tag each
    for (const char *code : inventory::garmentsOfSet(garmentType))
        set.emplace_back(QString::fromLatin1(code), garmentName(QString::fromLatin1(code)));
    if (set.empty())
        m_editor.addPiece(garmentType, name);
    else
        m_editor.addSet(name, set);
    showRow(first);
}

void PiecesPane::showRow(int index)
{
    if (index < 0 || index >= m_rows.size())
        return;
    m_rows[index]->focusFirst();
    QTimer::singleShot(0, this, [this] {
        if (!m_rows.isEmpty())
            m_scroll->ensureWidgetVisible(m_rows.last());
        // Of a set in a low window what is typed into comes first: its last piece may leave no room for it.
        if (QWidget *field = QApplication::focusWidget(); field && m_scroll->isAncestorOf(field))
            m_scroll->ensureWidgetVisible(field);
    });
}

void PiecesPane::showCopies()
{
    if (m_rows.isEmpty())
        return;
    int index = int(m_rows.size()) - 1;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i]->isAncestorOf(QApplication::focusWidget()))
            index = i;
    }
    if (m_editor.kept(index)) // what hangs here already is not taken in again
        return;
    const QString &name = m_editor.draft().pieces[size_t(index)].name;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int count = 2; count <= mostCopies; ++count)
        menu->addAction(tr("%1 × %2 in all").arg(m_desk.locale().toString(count), isolated(name)), this,
                        [this, index, count] { m_editor.copyPiece(index, count - 1); });
    menu->popup(m_copies->mapToGlobal(QPoint(0, 0)) - QPoint(0, menu->sizeHint().height()));
}

void PiecesPane::rebuildRows()
{
    for (PieceRow *old : std::as_const(m_rows)) {
        old->disconnect(this); // leaving a field on the way out must not change another piece
        m_list->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_rows.clear();
    const auto &pieces = m_editor.draft().pieces;
    for (size_t i = 0; i < pieces.size(); ++i) {
        auto *pieceRow = new PieceRow(m_desk, int(i) + 1, pieces[i], m_editor.unreadPrice(int(i)), m_scroll->widget());
        pieceRow->setHalfTask(m_editor.halfTask(int(i)));
        connect(pieceRow, &PieceRow::taskTyped, this,
                [this, i](const QString &half) { m_editor.setHalfTask(int(i), half); });
        if (const AddedTo::Kept *kept = m_editor.kept(int(i))) {
            pieceRow->setKept(kept->tasks, kept->state);
            offerCustody(*pieceRow, *kept);
        }
        connect(pieceRow, &PieceRow::edited, this, [this, i](const orders::PieceDraft &piece) {
            m_editor.changePiece(int(i), piece);
            showSetColours();
        });
        connect(pieceRow, &PieceRow::priceRead, this,
                [this, i](const QString &unread) { m_editor.setUnreadPrice(int(i), unread); });
        connect(pieceRow, &PieceRow::measuresChosen, this,
                [this, i](const std::optional<MeasurementSetId> &set) { m_editor.chooseMeasures(int(i), set); });
        connect(pieceRow, &PieceRow::measureRequested, this, [this, i] { measure(int(i)); });
        connect(pieceRow, &PieceRow::removeRequested, this, [this, i] {
            m_editor.removePiece(int(i));
            focusTiles();
        });
        connect(pieceRow, &PieceRow::finished, this, &PiecesPane::focusTiles);
        connect(pieceRow, &PieceRow::copiesRequested, this, [this, i](int inAll) { makeCopies(int(i), inAll); });
        offerWearers(int(i), *pieceRow);
        m_list->insertWidget(int(i), pieceRow);
        pieceRow->show();
        m_rows.append(pieceRow);
    }
    showMeasures();
    showWearers();
    chainTabs();
    m_ghost->setText(pieces.empty() ? tr("First piece: a tile above, or its number")
                                    : tr("Next piece: a tile above, or its number"));
    m_ghost->setAccessibleName(m_ghost->text());
    refresh();
}

//! After the tiles the pieces, or the orders that wait.
void PiecesPane::chainTabs()
{
    QWidget *before = m_tiles->last();
    QList<QWidget *> chain;
    for (const PieceRow *pieceRow : std::as_const(m_rows))
        chain += pieceRow->tabChain();
    chain += m_facts->tabChain();
    chain += m_parked->tabChain();
    for (QWidget *field : std::as_const(chain)) {
        setTabOrder(before, field);
        before = field;
    }
}

void PiecesPane::reloadParked()
{
    m_parked->reload(m_editor.draft().continues);
}

void PiecesPane::refreshParked()
{
    const bool empty = m_editor.isEmpty();
    const int waiting = m_parked->count();
    m_parked->setVisible(waiting > 0 && m_rows.isEmpty());
    for (Button *park : std::as_const(m_park)) {
        park->setText(!empty || waiting == 0 ? tr("Park")
                      : m_parked->hasMore()  ? tr("Parked")
                                             : tr("Parked, %1").arg(m_desk.locale().toString(waiting)));
        park->setEnabled(!m_editor.addedTo() && (!empty || waiting > 0));
    }
    m_park.first()->setHidden(m_editor.addedTo().has_value()); // a long head has room for what can be done
    m_park.last()->setVisible(m_low && !m_editor.addedTo());
    const bool offers = !m_editor.draft().pieces.empty() && !m_editor.addedTo();
    m_quote->setVisible(offers);
    // A low foot with large letters has room for one of the two; the tiles are just above.
    const bool room = Theme::instance().textSizePercent() <= 100;
    m_piece->setVisible(m_low && (room || !offers));
    m_quote->setCaption(m_low ? QString() : QStringLiteral("\u21e7F3"));
}

void PiecesPane::refresh()
{
    const bool adds = m_editor.addedTo().has_value();
    m_title->setText(adds                     ? tr("Add to order %1").arg(m_editor.addedTo()->number)
                     : m_editor.draft().quote ? tr("Offer")
                                              : tr("New order"));
    if (m_editor.isEmpty()) {
        m_saved->clear();
        m_restored->hide();
        m_repeated->hide();
    }
    if (!m_notes->hasFocus() && m_notes->text() != m_editor.draft().notes)
        m_notes->setText(m_editor.draft().notes);
    m_notes->setReadOnly(adds); // it was said with the order
    const bool back = m_editor.canBringBack();
    const bool any = !m_editor.isEmpty();
    for (Button *over : std::as_const(m_over)) {
        over->setText(back ? tr("Bring back") : tr("Start over"));
        over->setEnabled(back || any);
    }
    for (Button *again : std::as_const(m_again))
        again->setEnabled(m_editor.draft().client.has_value());
    m_over.first()->setIconName(back ? QByteArray()
                                     : QByteArray("i-x")); // a cross takes nothing away that is brought back
    m_over.last()->setVisible(m_low && (back || any));     // a low foot has room for what can be done now
    m_again.first()->setHidden(adds);
    m_again.last()->setVisible(m_low && m_editor.draft().pieces.empty());
    refreshParked();
    m_copies->setEnabled(!m_rows.isEmpty() && !m_editor.kept(int(m_rows.size()) - 1));
    m_copies->setHidden(m_low && m_rows.isEmpty());
    m_ghost->setHidden(m_low && !m_rows.isEmpty());
}

void PiecesPane::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(event))
        Pane::keyPressEvent(event);
}

} // namespace thimblely::ui
