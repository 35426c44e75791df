// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QTableView>

#include <vector>

namespace thimblely::ui {

/*!
 * A plain table in the program's styles: arrows walk, Enter or a key begins a cell that can be changed, Tab leaves. A cell
 * whose model says so opens a choice instead of taking letters.
 */
class CellTable : public QTableView {
    Q_OBJECT
public:
    enum Role {
        MutedRole = Qt::UserRole + 1, //!< bool: said quietly
        OpensRole,                    //!< bool: a choice, drawn with its arrow and opened by a click
        LongRole                      //!< bool: may go on in a second line, where the table has two
    };
    //! Before the words of the first column and of the others, px.
    static int padding(int column) { return column == 0 ? 16 : 8; }

    explicit CellTable(const QString &name, QWidget *parent = nullptr);

    //! Widths in px at 100 %, by column, that a column keeps at least; what is left goes to them by `shares`.
    void setColumns(std::vector<int> least, std::vector<int> shares);
    //! What further columns are wide.
    void setOtherColumns(int width) { m_other = width; }
    //! What is long stands on two lines.
    void setTwoLines(bool on);
    void layColumns();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();

    std::vector<int> m_least;
    std::vector<int> m_shares;
    int m_other = 120;
    bool m_twoLines = false;
};

} // namespace thimblely::ui
