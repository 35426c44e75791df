// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/permissions.h"

#include <QWidget>

#include <vector>

class QCheckBox;

namespace thimblely::ui {

class Label;

/*!
 * Single rights over a role: one tick each, in words. It stands as the role gives it until somebody changes it, and then
 * says that it was added or taken away. What the person who sets it does not have stays as it is.
 */
class RightsEditor : public QWidget {
    Q_OBJECT

public:
    //! `own`: those of the person who sets them.
    RightsEditor(const access::CapabilitySet &own, QWidget *parent);

    //! What the role and the job give; single rights that were changed stay as they are.
    void setGiven(const access::CapabilitySet &given);
    void setPermissions(const access::Permissions &permissions);
    access::Permissions permissions() const;

Q_SIGNALS:
    void changed();

private:
    struct Line {
        access::Capability right;
        QCheckBox *tick;
        Label *remark;
    };
    void addGroup(const QString &name, const std::vector<access::Capability> &rights);
    void tell();

    const access::CapabilitySet m_own;
    access::CapabilitySet m_given;
    std::vector<Line> m_lines;
    bool m_filling = false;
};

} // namespace thimblely::ui
