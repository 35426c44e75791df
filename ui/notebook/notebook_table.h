// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/exchange/cell_table.h"

class QCompleter;

namespace thimblely::ui {

/*!
 * A ledger by keys alone: what is typed begins a cell, Enter and Tab keep it and go on to the next one, at the end of a
 * line to the line below. Delete empties a cell, Ctrl+Delete takes the line out. Up and Down walk, also out of a cell
 * that is being typed.
 */
class NotebookTable : public CellTable {
    Q_OBJECT

public:
    explicit NotebookTable(const QString &name, QWidget *parent = nullptr);

    //! Puts the keyboard into a cell, ready for typing.
    void begin(int row, int column);

Q_SIGNALS:
    void removeRequested(int row);
    //! Letters stand in a cell that it has not kept yet.
    void cellTyped(const QModelIndex &cell, const QString &text);
    //! A cell is typed in no more: kept, or given up.
    void cellLeft();
    //! A name is being typed into its cell: `completer` wants the names that go on so.
    void nameTyped(const QString &typed, QCompleter *completer);

protected:
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace thimblely::ui
