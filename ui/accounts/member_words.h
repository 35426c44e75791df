// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_card.h"

#include <QStringList>

namespace thimblely::ui {

class Desk;

//! "7.5", as a person types a share in per cent.
QString percentText(int basisPoints, const QLocale &locale);
//! Hundredths of a per cent; absent for empty text. Invalid: "team.bad_limit".
Result<std::optional<int>> percentFrom(const QString &text, const QLocale &locale);

//! What they may give off and give back by themselves; nothing where that says nothing of them.
QStringList limitLines(const MemberTerms &terms, const Desk &desk);
//! Hours, skills and, for who may see it, pay.
QStringList workLines(const MemberCard &card, const Desk &desk);
QString payKindWords(PayKind kind);

} // namespace thimblely::ui
