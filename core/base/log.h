// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QLoggingCategory>

namespace thimblely {

// All logging categories of the program; QT_LOGGING_RULES="thimblely.storage.debug=true" shows one.
// A log line never holds a name, a phone number, a measurement or a secret.
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcAccess)
Q_DECLARE_LOGGING_CATEGORY(lcChanges)
Q_DECLARE_LOGGING_CATEGORY(lcClients)
Q_DECLARE_LOGGING_CATEGORY(lcExchange)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

} // namespace thimblely
