// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "ui/widgets/pane.h"

class QLineEdit;
class QStackedLayout;

namespace thimblely::ui {

class BinModel;
class Button;
class Desk;
class ListView;

//! What was deleted, found by its name, and the way back. It says that nothing leaves it by itself.
class BinPane : public Pane {
    Q_OBJECT

public:
    explicit BinPane(Desk &desk, QWidget *parent = nullptr);

    BinModel *model() { return m_model; }
    ListView *list() { return m_list; }
    void arrive();
    void apply(const changes::ChangeSet &changes);

private:
    void build();
    void refreshList();
    void restore();

    Desk &m_desk;
    BinModel *m_model;
    QLineEdit *m_find;
    ListView *m_list;
    Button *m_restore;
    QStackedLayout *m_stack = nullptr;
    bool m_started = false;
    bool m_stale = false; //!< something was written while another screen was shown
};

} // namespace thimblely::ui
