// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/social_words.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::SocialWords)
};

} // namespace

QString platformName(SocialPlatform platform)
{
    return platform == SocialPlatform::Instagram ? QStringLiteral("Instagram") : QStringLiteral("TikTok");
}

QString accountTypeName(SocialAccountType type)
{
    switch (type) {
    case SocialAccountType::Personal:
        return Texts::tr("Personal", "an account");
    case SocialAccountType::Business:
        return Texts::tr("Business", "an account");
    case SocialAccountType::Creator:
        return Texts::tr("Creator", "an account");
    }
    return {};
}

QString verificationWord(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Sent:
        return Texts::tr("Sent");
    case VerificationStatus::Delivered:
        return Texts::tr("Delivered");
    case VerificationStatus::Failed:
        return Texts::tr("Of no use any more");
    case VerificationStatus::Verified:
        return Texts::tr("Confirmed");
    }
    return {};
}

Status verificationShape(VerificationStatus status)
{
    switch (status) {
    case VerificationStatus::Sent:
    case VerificationStatus::Delivered:
        return Status::Waiting;
    case VerificationStatus::Failed:
        return Status::Collected;
    case VerificationStatus::Verified:
        return Status::Ready;
    }
    return Status::Waiting;
}

} // namespace thimblely::ui
