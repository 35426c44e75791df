// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QColor>

namespace thimblely::ui {

//! What a colour is for; no screen names a colour otherwise.
enum class Role {
    Window,  //!< side panes, top bar, navigation
    Surface, //!< the working pane, inputs, cards
    Sunk,    //!< hovered buttons, disabled controls, quiet tags
    Text,
    Muted,   //!< labels, second lines, shortcut captions
    Outline, //!< border of a control
    Line,    //!< decoration that divides
    Accent,  //!< for acting only: focus ring, selection bar, action words
    Primary, //!< fill of the primary button and of a ticked check box
    OnPrimary,
    PrimaryHover,
    Selected, //!< fill of the selected row or segment
    Late,
    LateBg, //!< Late is also the colour of errors
    Today,
    TodayBg,
    Work,
    WorkBg,
    Fitting,
    FittingBg,
    Waiting,
    WaitingBg,
    Ready,
    ReadyBg,
    Done,
    DoneBg
};
inline constexpr int RoleCount = int(Role::DoneBg) + 1;

//! Size in px at 100 % and weight; two weights only, 400 and 600 ("Strong").
enum class TextStyle {
    Caption,       //!< 12
    CaptionStrong, //!< 12/600
    Body,          //!< 14
    BodyStrong,    //!< 14/600
    Input,         //!< 16
    InputStrong,   //!< 16/600
    Heading,       //!< 20/600
    Total,         //!< 28/600
    Measured       //!< 40/600
};

//! Where a piece, an order or a client stands; always shown as shape and word, never as a colour alone.
enum class Status { Late, Today, InWork, Fitting, Waiting, Ready, Collected };

enum class Scheme { System, Light, Dark };

//! The colour of a role, sRGB, for a scheme that need not be the present one (print, tests).
QColor colorOf(Role role, bool dark);

} // namespace thimblely::ui
