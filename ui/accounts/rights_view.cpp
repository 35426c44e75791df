// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/rights_view.h"

#include "ui/accounts/rights_words.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using access::CapabilitySet;

namespace {

//! The narrower form of reading orders has no group of its own; it stands with the orders.
CapabilitySet inGroup(const CapabilitySet &rights, const RightsGroup &group)
{
    CapabilitySet found;
    for (const Capability right : group.rights) {
        if (rights.has(right))
            found.add(right);
        if (right == Capability::OrdersRead && rights.has(Capability::OrdersReadAssigned))
            found.add(Capability::OrdersReadAssigned);
    }
    return found;
}

} // namespace

RightsView::RightsView(const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_locale(locale), m_added(new Label(TextStyle::Body, Role::Ready, {}, this)),
      m_taken(new Label(TextStyle::Body, Role::Late, {}, this)),
      m_nothing(new Label(TextStyle::Body, Role::Muted, tr("Nothing but their own page."), this))
{
    auto *rows = column(this, 8);
    for (Label *line : {m_added, m_taken})
        rows->addWidget(line);
    for (size_t i = 0; i < rightsGroups().size(); ++i) {
        m_groups.push_back(new Label(TextStyle::Body, Role::Text, {}, this));
        rows->addWidget(m_groups.back());
    }
    rows->addWidget(m_nothing);
    const auto labels = findChildren<Label *>();
    for (Label *label : labels)
        label->setWordWrap(true);
}

void RightsView::setLine(Label *line, const QString &head, const CapabilitySet &rights)
{
    const QString words = rightsSentence(rights, m_locale);
    line->setText(words.isEmpty() ? QString() : tr("%1: %2", "kind of rights, and those").arg(head, words));
    line->setVisible(!words.isEmpty());
}

void RightsView::showTerms(const MemberTerms &terms)
{
    const CapabilitySet given = terms.given();
    const CapabilitySet may = terms.capabilities();
    setLine(m_added, tr("+ Added"), may - given);
    setLine(m_taken, tr("− Taken away"), given - may);
    bool any = false;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const RightsGroup &group = rightsGroups()[i];
        setLine(m_groups[i], group.name, inGroup(may, group));
        any = any || !m_groups[i]->text().isEmpty();
    }
    m_nothing->setVisible(!any);
}

} // namespace thimblely::ui
