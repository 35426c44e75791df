// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QTableView>

namespace thimblely::ui {

class GroupModel;

/*!
 * The table of a group by keyboard: a figure begins a cell, Enter goes on to the next size and then to the next person,
 * and stays where something is wrong; + takes what is likely, = keeps what was typed.
 */
class GroupTable : public QTableView {
    Q_OBJECT
public:
    explicit GroupTable(GroupModel *model, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void answer(QChar with);
    void goOn();
    void restyle();

    GroupModel *m_group;
};

} // namespace thimblely::ui
