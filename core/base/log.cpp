// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/log.h"

namespace thimblely {

Q_LOGGING_CATEGORY(lcStorage, "thimblely.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAccess, "thimblely.access", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChanges, "thimblely.changes", QtInfoMsg)
Q_LOGGING_CATEGORY(lcClients, "thimblely.clients", QtInfoMsg)
Q_LOGGING_CATEGORY(lcExchange, "thimblely.exchange", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "thimblely.ui", QtInfoMsg)

} // namespace thimblely
