// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/orders/bag.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

class Desk;
class Label;
class PhotoStrip;

//! What is worth knowing before the pieces leave: what was noted at intake, the note to the workroom, what stays.
class BagFacts : public Pane {
    Q_OBJECT

public:
    BagFacts(Desk &desk, QWidget *parent);

    void setBag(const Bag &bag);

private:
    Desk &m_desk;
    Label *m_noted = nullptr;
    Label *m_notes = nullptr;
    Label *m_stays = nullptr;
    PhotoStrip *m_photos = nullptr; // as the pieces came in, and of what is left of their cloth
};

} // namespace thimblely::ui
