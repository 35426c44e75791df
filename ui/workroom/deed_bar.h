// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/widgets/pane.h"
#include "ui/workroom/work_deeds.h"

#include <vector>

namespace thimblely::ui {

class Button;
class Desk;

//! What can be done with the piece that is chosen, each with its key: for the finger, and to be learned from.
class DeedBar : public Pane {
    Q_OBJECT

public:
    DeedBar(Desk &desk, QWidget *parent);

    //! Null: none is chosen.
    void setCard(const workroom::WorkCard *card, const workroom::Steps &steps);

Q_SIGNALS:
    void asked(thimblely::ui::Deed deed);

private:
    struct Entry {
        Deed deed;
        Button *button;
    };
    Desk &m_desk;
    std::vector<Entry> m_entries;
};

} // namespace thimblely::ui
