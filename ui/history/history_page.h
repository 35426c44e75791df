// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "core/changes/change_set.h"
#include "ui/desk/page.h"

class QStackedLayout;

namespace thimblely::ui {

class BinPane;
class Desk;
class HappenedPane;
class Segmented;

//! What was done in the shop, with what each of it changed, and beside it the bin. For who has history:read.
class HistoryPage : public Page {
    Q_OBJECT

public:
    explicit HistoryPage(Desk &desk, QWidget *parent = nullptr);

    QString title() const override;
    void arrive() override;
    bool stepBack() override;

    //! The history of one client or order.
    void showAbout(storage::Table table, RowId row, const QString &words);
    //! The whole of it.
    void showAll();
    void showBin();

private:
    Desk &m_desk;
    Segmented *m_tabs;
    HappenedPane *m_happened;
    BinPane *m_bin;
    QStackedLayout *m_stack = nullptr;
};

} // namespace thimblely::ui
