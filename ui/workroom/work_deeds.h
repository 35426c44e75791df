// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/principal.h"
#include "core/workroom/steps.h"
#include "core/workroom/work_card.h"

#include <QKeyEvent>

#include <optional>
#include <span>

namespace thimblely::ui {

//! What can be done with the piece that is chosen, each by a key and a button.
enum class Deed { Done, Work, Give, Hold, Check, Delay, Fitting, Redo, Note, Back, Open };

struct DeedFacts {
    Deed deed;
    Qt::Key key;
    const char *text;    //!< translated by deedText()
    const char *caption; //!< the key as it is shown
};

//! In the order of their buttons.
std::span<const DeedFacts> deeds();
QString deedText(Deed deed, const workroom::WorkCard &card, PersonId me);
//! The deed of a key, without modifiers but that of the numeric pad.
std::optional<Deed> deedOf(const QKeyEvent &key);

//! Whether there is such a deed for this person with this piece at all; what cannot be done is not shown.
bool maySee(Deed deed, const workroom::WorkCard &card, const workroom::Steps &steps, const access::Principal &who);

} // namespace thimblely::ui
