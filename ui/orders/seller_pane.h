// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "ui/widgets/pane.h"

#include <vector>

class QVBoxLayout;

namespace thimblely::ui {

class Button;
class Desk;

/*!
 * "Who is selling?" over the ticket, where the shop asks it at each sale: everybody of the team, each by a number key.
 * What is chosen stands on the order; who is signed in, and what they may do, stays as it is.
 */
class SellerPane : public Pane {
    Q_OBJECT

public:
    SellerPane(Desk &desk, QWidget *over);

    //! Whether the shop asks, and the team can be read; else nothing is asked.
    bool isAsked() const;
    //! False, having said why: nobody can be offered.
    bool ask();
    void leave();

Q_SIGNALS:
    void chosen(thimblely::PersonId seller);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(size_t index);

    Desk &m_desk;
    QVBoxLayout *m_list;
    std::vector<PersonId> m_people;
    std::vector<Button *> m_buttons;
};

} // namespace thimblely::ui
