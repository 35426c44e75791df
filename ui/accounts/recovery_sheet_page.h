// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/recovery_service.h"
#include "ui/desk/page.h"

#include <QStringList>

class QGridLayout;

namespace thimblely::ui {

class Button;
class Desk;
class FieldEdit;
class Label;

/*!
 * The codes against which a lost password is given anew: how many are left, and a new sheet, printed or written down from
 * the screen. They stand there until somebody says that they are on paper, or signs out, and nowhere else; a sheet of which
 * nobody said so is told of at each visit.
 */
class RecoverySheetPage : public Page {
    Q_OBJECT

public:
    //! `name`: whose sheet it is.
    RecoverySheetPage(Desk &desk, QString name, QWidget *parent = nullptr);

    QString title() const override { return tr("Recovery sheet"); }
    void arrive() override;
    bool handle(ActionId id) override;

Q_SIGNALS:
    //! The first sheet is on paper, and the shop begins: with what hangs in it already, or with the day.
    void notebookRequested();
    void todayRequested();

private:
    void build();
    QWidget *buildNext(QWidget *form);
    void make();
    void showCodes(const QStringList &codes);
    void showSheet(const thimblely::RecoverySheet &sheet);
    void confirm();
    void print();
    void setBusy(bool busy);

    Desk &m_desk;
    QString m_name;
    RecoveryService m_service;
    Label *m_state = nullptr;
    FieldEdit *m_password = nullptr;
    QWidget *m_sheet = nullptr;
    QGridLayout *m_codes = nullptr;
    Button *m_make = nullptr;
    Button *m_done = nullptr;
    QWidget *m_next = nullptr; // where a new shop goes on
    Button *m_notebook = nullptr;
    Button *m_print = nullptr;
    QStringList m_shown;
    bool m_has = false;   // codes that were made before
    bool m_first = false; // none was made before this one
    bool m_busy = false;
};

} // namespace thimblely::ui
