// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/changes/history.h"

#include <QWidget>

class QStackedLayout;

namespace thimblely::ui {

class ChangesView;
class Desk;
class EmptyState;
class HistoryFilterBar;
class HistoryModel;
class ListView;

//! The list of what was done beside what the chosen one changed.
class HappenedPane : public QWidget {
    Q_OBJECT

public:
    explicit HappenedPane(Desk &desk, QWidget *parent = nullptr);

    HistoryModel *model() { return m_model; }
    ListView *list() { return m_list; }
    void arrive();
    //! Only what has to do with this row; `words` name it.
    void showAbout(storage::Table table, RowId row, const QString &words);
    void showAll();
    void apply(const changes::ChangeSet &changes);

private:
    void build();
    void choose();
    void readAbout();
    void refresh();
    void refreshList();

    struct About {
        storage::Table table;
        RowId row;
    };

    Desk &m_desk;
    HistoryModel *m_model;
    HistoryFilterBar *m_filter;
    ListView *m_list;
    ChangesView *m_view;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    std::optional<About> m_about;
    std::optional<std::vector<qint64>> m_numbers; //!< of the operations of m_about
    bool m_started = false;
    bool m_stale = false; //!< something was written while another screen was shown
};

} // namespace thimblely::ui
