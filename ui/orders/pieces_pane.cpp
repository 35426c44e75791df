// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/pieces_pane.h"

#include "ui/desk/desk.h"
#include "ui/orders/garments.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/piece_row.h"
#include "ui/orders/tile_button.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>

namespace thimblely::ui {

PiecesPane::PiecesPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Surface, Edge::None, parent), m_desk(desk), m_editor(editor)
{
    build();
    connect(&m_editor, &OrderEditor::piecesReset, this, &PiecesPane::rebuildRows);
    connect(&m_editor, &OrderEditor::savedAt, this,
            [this](const QString &time) { m_saved->setText(tr("draft, saved %1").arg(time)); });
    rebuildRows();
}

void PiecesPane::build()
{
    auto *rows = column(nullptr, 0);
    setLayout(rows);
    auto *head = row(nullptr, 12, QMargins(16, 16, 16, 12));
    head->addWidget(new Label(TextStyle::Heading, Role::Text, tr("New order"), this));
    m_saved = new Label(TextStyle::Caption, Role::Muted, {}, this);
    head->addWidget(m_saved, 1);
    auto *clear = new FlatButton(tr("Start over"), this);
    clear->setIconName("i-x");
    head->addWidget(clear);
    rows->addLayout(head);
    rows->addWidget(buildTiles());

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(m_scroll);
    m_list = column(nullptr, 0);
    content->setLayout(m_list);
    m_scroll->setWidget(content);
    rows->addWidget(m_scroll, 1);

    auto *foot = row(nullptr, 8, QMargins(16, 12, 16, 16));
    m_notes = new QLineEdit(m_editor.draft().notes, this);
    m_notes->setPlaceholderText(tr("Note to the workroom"));
    m_notes->setAccessibleName(tr("Note to the workroom"));
    foot->addWidget(m_notes);
    rows->addLayout(foot);
    connect(m_notes, &QLineEdit::textEdited, &m_editor, &OrderEditor::setNotes);
    connect(clear, &QAbstractButton::clicked, &m_editor, &OrderEditor::clear);
}

QWidget *PiecesPane::buildTiles()
{
    auto *box = new QWidget(this);
    auto *tiles = row(nullptr, 4, QMargins(16, 0, 16, 12));
    box->setLayout(tiles);
    int number = 0;
    for (const Garment &garment : garments()) {
        auto *tile = new TileButton(++number, garment.icon, garmentName(garment), box);
        connect(tile, &QAbstractButton::clicked, this, [this, index = number - 1] { addGarment(index); });
        tiles->addWidget(tile);
        m_tiles.append(tile);
    }
    return box;
}

void PiecesPane::focusTiles()
{
    m_tiles.first()->setFocus(Qt::OtherFocusReason);
}

void PiecesPane::addGarment(int index)
{
    const Garment &garment = garments()[size_t(index)];
    m_editor.addPiece(QString::fromLatin1(garment.code), garmentName(garment));
    m_rows.last()->focusFirst();
    QTimer::singleShot(0, this, [this] { m_scroll->ensureWidgetVisible(m_rows.last()); });
}

void PiecesPane::rebuildRows()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_rows.clear();
    const auto &pieces = m_editor.draft().pieces;
    for (size_t i = 0; i < pieces.size(); ++i) {
        auto *pieceRow = new PieceRow(m_desk, int(i) + 1, pieces[i], this);
        connect(pieceRow, &PieceRow::edited, this,
                [this, i](const orders::PieceDraft &piece) { m_editor.changePiece(int(i), piece); });
        connect(pieceRow, &PieceRow::removeRequested, this, [this, i] { m_editor.removePiece(int(i)); });
        connect(pieceRow, &PieceRow::finished, this, &PiecesPane::focusTiles);
        m_list->addWidget(pieceRow);
        m_rows.append(pieceRow);
    }
    m_hint = new Label(TextStyle::Body, Role::Muted,
                       pieces.empty() ? tr("First piece: a tile above, or its number") : tr("Next piece: a tile above, or its number"),
                       this);
    m_hint->setContentsMargins(16, 16, 16, 16);
    m_list->addWidget(m_hint);
    m_list->addStretch(1);
    if (m_editor.isEmpty())
        m_saved->clear();
    m_notes->setText(m_editor.draft().notes);
}

void PiecesPane::showProblem(int piece, const QString &sentence)
{
    if (piece < 0 || piece >= m_rows.size())
        return;
    m_rows[piece]->setProblem(sentence);
    m_rows[piece]->focusFirst();
}

void PiecesPane::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
        if (number >= 0 && number < m_tiles.size()) {
            addGarment(number);
            return;
        }
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_rows.isEmpty()) {
            Q_EMIT doneRequested();
            return;
        }
    }
    Pane::keyPressEvent(event);
}

} // namespace thimblely::ui
