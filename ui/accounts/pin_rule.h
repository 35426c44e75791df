// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace thimblely::ui {

//! What a new PIN needs on this computer, and how that is said.
struct PinRule {
    int shortest;
    QString hint;    //!< "4 to 8 digits"
    QString missing; //!< why it is more than elsewhere; empty: the keychain is there
};

//! Until the keychain has answered; most computers have one, and the service looks again.
PinRule usualPinRule();
//! Asks for the keychain and tells `then` on the GUI thread, unless `context` is gone by then.
void whenPinRuleIsKnown(QObject *context, std::function<void(const PinRule &)> then);

} // namespace thimblely::ui
