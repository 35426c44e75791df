// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/secret_rules.h"

#include <QRandomGenerator>

#include <algorithm>

namespace thimblely {

namespace {

constexpr qsizetype shortestPassword = 8;
constexpr qsizetype longestPassword = 512; // a person may paste a sentence, not a file
constexpr qsizetype longestPin = 8;

bool isRun(QStringView pin, int step)
{
    for (qsizetype i = 1; i < pin.size(); ++i) {
        if (pin[i].digitValue() - pin[i - 1].digitValue() != step)
            return false;
    }
    return true;
}

} // namespace

Result<void> validatePassword(const QString &password)
{
    if (password.size() < shortestPassword || password.size() > longestPassword)
        return Error{ErrorKind::Invalid, "accounts.password_short", {QString::number(shortestPassword)}, {}};
    return {};
}

Result<void> validatePin(const QString &pin, int shortest)
{
    const bool digits = std::ranges::all_of(pin, [](QChar c) { return c.digitValue() >= 0; });
    if (!digits || pin.size() < shortest || pin.size() > longestPin)
        return Error{ErrorKind::Invalid, "accounts.pin_short", {QString::number(shortest)}, {}};
    if (isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1))
        return Error{ErrorKind::Invalid, "accounts.pin_simple", {}, {}};
    return {};
}

QString randomPin()
{
    QString pin;
    do {
        pin.clear();
        for (int i = 0; i < shortestPin(false); ++i)
            pin.append(QChar(u'0' + QRandomGenerator::system()->bounded(10)));
    } while (!validatePin(pin));
    return pin;
}

} // namespace thimblely
