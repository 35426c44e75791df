// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What the module gives to who loads it.
#include "core/accounts/oauth/threaded_login.h"

using namespace thimblely;

extern "C" Q_DECL_EXPORT BeginBrowserLogin thimblelyBeginBrowserLogin()
{
    return [](BrowserLoginRequest request) -> std::unique_ptr<BrowserLogin> {
        return std::make_unique<oauth::ThreadedLogin>(std::move(request));
    };
}
