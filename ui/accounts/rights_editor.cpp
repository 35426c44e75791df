// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/rights_editor.h"

#include "ui/accounts/rights_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QScopedValueRollback>

namespace thimblely::ui {

using access::Capability;
using access::CapabilitySet;
using access::Permissions;

RightsEditor::RightsEditor(const CapabilitySet &own, QWidget *parent) : QWidget(parent), m_own(own)
{
    column(this, 12);
    for (const RightsGroup &group : rightsGroups())
        addGroup(group.name, group.rights);
}

void RightsEditor::addGroup(const QString &name, const std::vector<Capability> &rights)
{
    auto *box = new QWidget(this);
    auto *rows = column(box, 0);
    rows->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, name, box));
    for (const Capability right : rights) {
        auto *line = row(nullptr, 8);
        auto *tick = new QCheckBox(rightWords(right), box);
        tick->setObjectName(QString::fromLatin1(access::nameOf(right))); // which the draft keeps it by
        tick->setMinimumHeight(metric::Touch);
        auto *remark = new Label(TextStyle::Caption, Role::Muted, {}, box);
        line->addWidget(tick, 1);
        line->addWidget(remark);
        rows->addLayout(line);
        connect(tick, &QCheckBox::toggled, this, [this] {
            if (!m_filling)
                tell();
        });
        m_lines.push_back({right, tick, remark});
    }
    layout()->addWidget(box);
}

void RightsEditor::setGiven(const CapabilitySet &given)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        for (const Line &line : m_lines) {
            const bool asGiven = line.tick->isChecked() == m_given.has(line.right);
            if (asGiven)
                line.tick->setChecked(given.has(line.right));
        }
        m_given = given;
    }
    tell();
}

void RightsEditor::setPermissions(const Permissions &permissions)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        const CapabilitySet may = (m_given | permissions.grants) - permissions.refusals;
        for (const Line &line : m_lines)
            line.tick->setChecked(may.has(line.right));
    }
    tell();
}

Permissions RightsEditor::permissions() const
{
    Permissions single;
    for (const Line &line : m_lines) {
        const bool may = line.tick->isChecked();
        if (may && !m_given.has(line.right))
            single.grants.add(line.right);
        if (!may && m_given.has(line.right))
            single.refusals.add(line.right);
    }
    return single;
}

void RightsEditor::tell()
{
    for (const Line &line : m_lines) {
        const bool may = line.tick->isChecked();
        const bool given = m_given.has(line.right);
        line.remark->setText(may == given ? QString() : may ? tr("+ added") : tr("− taken away"));
        line.remark->setRole(may == given ? Role::Muted : may ? Role::Ready : Role::Late);
        // Who may not do it themselves gives it to nobody; taking away is always theirs.
        line.tick->setEnabled(m_own.has(line.right) || may);
        line.tick->setToolTip(line.tick->isEnabled() ? QString() : tr("You may not do this yourself."));
    }
    Q_EMIT changed();
}

} // namespace thimblely::ui
