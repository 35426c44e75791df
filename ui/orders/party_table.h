// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QTableView>

namespace thimblely::ui {

class PartyModel;

//! The party by keyboard: the arrows walk, Enter opens what the cell is about. Each step is drawn as shape and word.
class PartyTable : public QTableView {
    Q_OBJECT
public:
    explicit PartyTable(PartyModel *model, QWidget *parent = nullptr);

Q_SIGNALS:
    void openRequested(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void layColumns();
};

} // namespace thimblely::ui
