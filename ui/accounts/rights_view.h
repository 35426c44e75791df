// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/member_card.h"

#include <QLocale>
#include <QWidget>

namespace thimblely::ui {

class Label;

//! What somebody may do, in words: what was added to their role and what was taken from it first, then all of it by kind.
class RightsView : public QWidget {
    Q_OBJECT

public:
    explicit RightsView(const QLocale &locale, QWidget *parent);

    void showTerms(const MemberTerms &terms);

private:
    void setLine(Label *line, const QString &head, const access::CapabilitySet &rights);

    const QLocale m_locale;
    Label *m_added;
    Label *m_taken;
    std::vector<Label *> m_groups; //!< as rightsGroups()
    Label *m_nothing;
};

} // namespace thimblely::ui
