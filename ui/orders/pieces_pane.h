// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/pane.h"

#include <QList>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;
class Label;
class OrderEditor;
class PieceRow;
class TileButton;

/*!
 * The working pane of the counter: tiles of garments (keys 1 to 9 outside an editor), a row for each piece, a note to
 * the workroom.
 */
class PiecesPane : public Pane {
    Q_OBJECT

public:
    PiecesPane(Desk &desk, OrderEditor &editor, QWidget *parent = nullptr);

    //! The keyboard on the tiles, ready for a number.
    void focusTiles();
    void showProblem(int piece, const QString &sentence);

Q_SIGNALS:
    void doneRequested(); //!< Enter on the tiles with a piece there: on to the promise

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildTiles();
    void rebuildRows();
    void addGarment(int index);

    Desk &m_desk;
    OrderEditor &m_editor;
    QList<TileButton *> m_tiles;
    QList<PieceRow *> m_rows;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_list = nullptr;
    Label *m_saved = nullptr;
    Label *m_hint = nullptr;
    QLineEdit *m_notes = nullptr;
};

} // namespace thimblely::ui
