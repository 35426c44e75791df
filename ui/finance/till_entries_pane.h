// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QWidget>

class QLineEdit;
class QStackedWidget;

namespace thimblely::ui {

class Button;
class Desk;
class EmptyState;
class ListView;
class SectionHead;
class TillEntriesModel;

//! The open day of the till as a list, or the payments of whatever day that are looked for; what stands in the chosen
//! row can be confirmed or taken back.
class TillEntriesPane : public QWidget {
    Q_OBJECT

public:
    explicit TillEntriesPane(Desk &desk, QWidget *parent = nullptr);

    void reload();
    void focusList();
    //! As if it had been typed; empty: the open day.
    void find(const QString &typed);
    bool isSearch() const;
    //! While who counts the drawer blind has not counted it.
    void setBlind(bool blind);
    //! Goes to the newest one that has not come in yet, ready to be confirmed.
    void chooseWaiting();
    //! The receipt of the chosen payment, or what the client is given for money that went back; false: it has none.
    bool printPaper();

Q_SIGNALS:
    void takeBackRequested(const thimblely::finance::TillEntry &entry, const QString &what);
    void pagesRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const finance::TillEntry *current() const;
    void showRows();
    void showActions();
    void confirm();
    void takeBack();

    Desk &m_desk;
    TillEntriesModel *m_model;
    SectionHead *m_head;
    bool m_blind = false;
    QLineEdit *m_find;
    QStackedWidget *m_stack;
    ListView *m_list;
    EmptyState *m_empty;
    EmptyState *m_nothing;
    Button *m_paper;
    Button *m_confirm;
    Button *m_takeBack;
};

} // namespace thimblely::ui
