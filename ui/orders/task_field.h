// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/inventory/item.h"
#include "core/orders/piece.h"
#include "ui/orders/quiet_edit.h"
#include "ui/orders/task_text.h"

#include <QPointer>

namespace thimblely::ui {

class Desk;
class TaskMenu;

/*!
 * Where the next task of a piece is typed: a key 1 to 9 in the empty field stands for a task of the price list or of
 * what is usual, Enter makes it a task, and what stands there when the field is left is one too. Its menu lies over
 * the pane while it has the keyboard.
 */
class TaskField : public QuietEdit {
    Q_OBJECT

public:
    TaskField(Desk &desk, const orders::PieceDraft &piece, QWidget *parent = nullptr);
    ~TaskField() override;

    //! What stands there becomes a task, as it is.
    void finish();
    //! A task again as words, to be changed.
    void change(const orders::Task &task);
    //! What is being changed is said again as it was before, whatever is typed.
    void putBack();

Q_SIGNALS:
    void taskSaid(const thimblely::orders::Task &task);
    //! "*7": so many of the piece in all.
    void copiesSaid(int inAll);
    void passed(); //!< Enter with nothing typed: on to the next field

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void load();
    Result<std::vector<inventory::Service>> priceList() const;
    bool takeCopies();
    void accept();
    void follow();
    void closeMenu();
    void type(const QString &words);

    Desk &m_desk;
    const QString m_garmentType;
    const QString m_setType; // "suit", of its jacket and trousers; empty: it is of none
    LengthUnit m_unit;
    TaskReader m_reader;
    QPointer<TaskMenu> m_menu;
    QString m_asked;                      // the text that was asked about
    std::optional<orders::Task> m_before; // what is being changed, as it was
};

} // namespace thimblely::ui
