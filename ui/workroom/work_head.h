// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"

#include "ui/widgets/yielding_row.h"

#include <vector>

namespace thimblely::ui {

class Desk;
class FilterButton;
class Segmented;
class SwitchButton;

//! The row over the board: which view, whose pieces, of what kind, and whether a scan moves them.
class WorkHead : public YieldingRow {
    Q_OBJECT

public:
    //! `ownOnly`: there is one view, and nobody else's pieces.
    WorkHead(Desk &desk, const QString &title, bool ownOnly, QWidget *parent);

    void setView(int view);
    bool isScanning() const;
    //! What the person chose; of "My work" their own pieces.
    workroom::WorkFilter filter(bool mine) const;
    //! The same where nothing was chosen.
    workroom::WorkFilter everything(bool mine) const;
    //! Who there is to choose from, read anew.
    void offerPeople();

Q_SIGNALS:
    void viewChosen(int view);
    void filterChanged();
    //! The shop's steps and checks are to be changed.
    void setupAsked();

private:
    Desk &m_desk;
    Segmented *m_views = nullptr;
    FilterButton *m_who = nullptr;
    FilterButton *m_kind = nullptr;
    SwitchButton *m_scan = nullptr;
    std::vector<PersonId> m_people; // of m_who, after "All" and "Nobody"
};

} // namespace thimblely::ui
