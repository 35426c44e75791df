// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/pane.h"
#include "ui/workroom/work_deeds.h"

#include <vector>

class QMenu;

namespace thimblely::ui {

class Button;
class Desk;

/*!
 * What can be done with the piece that is chosen, each with its key: for the finger, and to be learned from. One row;
 * what has no room in it stands in the menu at its end.
 */
class DeedBar : public Pane {
    Q_OBJECT

public:
    DeedBar(Desk &desk, QWidget *parent);

    //! Null: none is chosen.
    void setCard(const workroom::WorkCard *card, const workroom::Steps &steps);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void asked(thimblely::ui::Deed deed);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();
    void openMenu();

    struct Entry {
        Deed deed;
        Button *button;
        QString key;       //!< as it is shown
        bool seen = false; //!< it can be done with this piece
    };
    Desk &m_desk;
    std::vector<Entry> m_entries;
    Button *m_more;
    QMenu *m_menu;
};

} // namespace thimblely::ui
