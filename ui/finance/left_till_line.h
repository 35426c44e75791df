// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

class Button;
class Desk;
class Label;

/*!
 * The till of a computer that the shop's file went on without: that it waits to be closed, and with what for who may see
 * sums. It asks whether that computer is gone, and is not there where nothing waits. Of several, one after the other.
 */
class LeftTillLine : public Card {
    Q_OBJECT

public:
    explicit LeftTillLine(Desk &desk, QWidget *parent = nullptr);

    void refresh();
    const std::optional<finance::TillState> &state() const { return m_state; }
    //! Out of the way while something is typed, of a count that is blind above all.
    void setAside(bool aside);

Q_SIGNALS:
    void closeRequested();

private:
    QString words() const;

    Desk &m_desk;
    std::optional<finance::TillState> m_state;
    bool m_isAside = false;
    Label *m_words;
    Button *m_close;
};

} // namespace thimblely::ui
