// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/social_accounts_service.h"
#include "core/accounts/verification_log_service.h"
#include "ui/theme/roles.h"

namespace thimblely::ui {

QString platformName(SocialPlatform platform); //!< as it calls itself
QString accountTypeName(SocialAccountType type);
QString verificationWord(VerificationStatus status);
Status verificationShape(VerificationStatus status);

} // namespace thimblely::ui
