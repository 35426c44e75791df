// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "ui/desk/page.h"

#include <QStackedLayout>

namespace thimblely::access {
class Principal;
}

namespace thimblely::ui {

class Button;
class Desk;
class EmptyState;
class ListView;
class Pane;
class PriceLineForm;
class PriceListModel;
class SectionHead;

/*!
 * What the shop does and what it asks for it: the list the counter takes its tasks from, and the line that is shown.
 * Up and Down go through it, Enter goes into the line, Ctrl+S keeps it; so does going on to another one.
 */
class PriceListPage : public Page {
    Q_OBJECT

public:
    explicit PriceListPage(Desk &desk, QWidget *parent = nullptr);

    static bool isFor(const access::Principal &principal);

    QString title() const override { return tr("Price list"); }
    void prepare() override;
    void arrive() override;
    bool stepBack() override;
    bool handle(ActionId id) override;

Q_SIGNALS:
    //! Prices of another program are to be brought in.
    void importRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildList();
    void layOut();
    void reload();
    void goTo(const QModelIndex &line);
    void startNew();
    void showNothing();
    void addUsual();

    Desk &m_desk;
    Pane *m_side;
    PriceListModel *m_model;
    SectionHead *m_head = nullptr;
    Button *m_new = nullptr;
    ListView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_lists = nullptr;
    QStackedLayout *m_stack = nullptr;
    PriceLineForm *m_form = nullptr;
    QWidget *m_nothing = nullptr;
    bool m_quiet = false; // the list moves by itself
};

} // namespace thimblely::ui
