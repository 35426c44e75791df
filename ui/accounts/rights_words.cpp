// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/rights_words.h"

#include "core/messages/capability_words.h"
#include "ui/accounts/face_button.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <string_view>

namespace thimblely::ui {

namespace {

using access::Capability;
using access::CapabilitySet;

constexpr const char *context = "RightsWords";

struct GroupOfPrefixes {
    const char *name;
    std::array<std::string_view, 5> prefixes; // of the stable names, before their colon
};

constexpr std::array groupTable = {
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Clients and measures"), {"clients", "measurements", "templates"}},
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Orders and work"), {"orders", "redo", "production"}},
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Prices and stock"),
                    {"price_list", "prices", "inventory", "stock"}},
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Money"), {"till", "invoices", "finance"}},
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Calendar and messages"), {"calendar", "messages"}},
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Posts and market place"), {"feeds", "marketplace"}},
    GroupOfPrefixes{QT_TRANSLATE_NOOP("RightsWords", "Team and shop"),
                    {"team", "workspace", "data", "backup", "history"}},
};

bool belongs(const GroupOfPrefixes &group, Capability right)
{
    const std::string_view name = access::nameOf(right);
    const std::string_view prefix = name.substr(0, name.find(':'));
    return std::ranges::find(group.prefixes, prefix) != group.prefixes.end();
}

} // namespace

const std::vector<RightsGroup> &rightsGroups()
{
    static const std::vector<RightsGroup> groups = [] {
        std::vector<RightsGroup> all;
        for (const GroupOfPrefixes &row : groupTable) {
            RightsGroup group{QCoreApplication::translate(context, row.name), {}};
            for (int each = 0; each < access::capabilityCount; ++each) {
                const auto right = Capability(each);
                if (!access::neverSingle().has(right) && belongs(row, right))
                    group.rights.push_back(right);
            }
            all.push_back(std::move(group));
        }
        return all;
    }();
    return groups;
}

QString rightWords(Capability right)
{
    return messages::capabilityWords(QString::fromLatin1(access::nameOf(right)));
}

QString rightsSentence(const CapabilitySet &rights, const QLocale &locale)
{
    QStringList words;
    for (int each = 0; each < access::capabilityCount; ++each) {
        // Everybody's own rows are nobody's right over another.
        if (rights.has(Capability(each)) && Capability(each) != Capability::OwnData)
            words.append(rightWords(Capability(each)));
    }
    return words.isEmpty() ? QString() : locale.createSeparatedList(words);
}

QString roleWords(access::Role role)
{
    switch (role) {
    case access::Role::Owner:
        return QCoreApplication::translate(context, "Owner");
    case access::Role::Admin:
        return QCoreApplication::translate(context, "Manager");
    case access::Role::Member:
        return QCoreApplication::translate(context, "Works here");
    case access::Role::Viewer:
        return QCoreApplication::translate(context, "Only looks");
    }
    Q_UNREACHABLE();
}

QString workWords(access::Role role, const QString &jobTitle)
{
    const access::Job job = access::jobFromTitle(jobTitle);
    if (role == access::Role::Owner || job != access::Job::None)
        return jobText(role, job);
    if (!jobTitle.trimmed().isEmpty())
        return jobTitle;
    return role == access::Role::Member ? jobText(role, job) : roleWords(role);
}

} // namespace thimblely::ui
