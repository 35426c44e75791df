// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/base/id.h"
#include "ui/widgets/pane.h"

#include <vector>

class QLineEdit;

namespace thimblely::ui {

class Desk;
class FormDraft;
class Label;

/*!
 * Asks where what has just become ready hangs, with the last place offered: Enter or a scan keeps it, Escape leaves it
 * unsaid. It holds nothing up, and takes no room before it is asked.
 */
class RackStrip : public Pane {
    Q_OBJECT

public:
    RackStrip(Desk &desk, QWidget *parent);

    void ask(std::vector<OrderItemId> pieces);
    void leave();
    bool isAsking() const { return !m_pieces.empty(); }

Q_SIGNALS:
    void done(); //!< kept

private:
    void keep();

    Desk &m_desk;
    std::vector<OrderItemId> m_pieces;
    FormDraft *m_draft;
    Label *m_words;
    QLineEdit *m_place;
};

} // namespace thimblely::ui
