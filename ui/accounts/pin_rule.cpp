// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/pin_rule.h"

#include "core/accounts/device_key.h"
#include "core/accounts/secret_rules.h"
#include "ui/widgets/when_done.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

QString say(const char *words)
{
    return QCoreApplication::translate("PinRule", words);
}

PinRule ruleFor(bool withKeychain)
{
    const int shortest = shortestPin(withKeychain);
    return {shortest, say(QT_TRANSLATE_NOOP("PinRule", "%1 to 8 digits")).arg(shortest), {}};
}

} // namespace

PinRule usualPinRule()
{
    return ruleFor(true);
}

void whenPinRuleIsKnown(QObject *context, std::function<void(const PinRule &)> then)
{
    whenDone(DeviceKeys::ofThisComputer().available(), context, [then = std::move(then)](const Result<void> &keychain) {
        PinRule rule = ruleFor(keychain.ok());
        if (!keychain && keychain.error().code == noKeychainHere().code)
            rule.missing = say(QT_TRANSLATE_NOOP(
                "PinRule", "▲ This computer has no keychain that protects a short PIN: it needs 6 digits. Passwords of"
                           " other services are forgotten when the program is closed."));
        else if (!keychain)
            rule.missing = say(QT_TRANSLATE_NOOP(
                "PinRule",
                "▲ The computer’s keychain is locked, so a PIN needs 6 digits. Unlock it for a shorter one."));
        then(rule);
    });
}

} // namespace thimblely::ui
