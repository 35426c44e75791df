// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_card.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace thimblely::ui {

//! Rights that belong together, as a person would look for them, in the order of capability.h.
struct RightsGroup {
    QString name;
    std::vector<access::Capability> rights;
};

//! All that may be given or taken by themselves.
const std::vector<RightsGroup> &rightsGroups();

//! "looking at clients", as capability_words.inc says it.
QString rightWords(access::Capability right);
//! Those of the set, in words, as one list of the locale; empty where there are none.
QString rightsSentence(const access::CapabilitySet &rights, const QLocale &locale);

//! "Manager", "Member" or "Only looks".
QString roleWords(access::Role role);
//! What somebody does in the shop: a preset's word, a title of its own, or the role.
QString workWords(access::Role role, const QString &jobTitle);

} // namespace thimblely::ui
