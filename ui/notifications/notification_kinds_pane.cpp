// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notifications/notification_kinds_pane.h"

#include "ui/desk/desk.h"
#include "ui/notifications/notification_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/form_area.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QSignalBlocker>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int formWidth = 620;

} // namespace

NotificationKindsPane::NotificationKindsPane(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *area = new FormArea(formWidth, tr("Tell me when"), FormArea::Stands::AtTheTop, this);
    column(this, 0)->addWidget(area);
    auto *note = new Label(TextStyle::Body, Role::Muted,
                           tr("For you alone, on every computer of this shop. What you are not told of stands on Today "
                              "all the same."),
                           area->form());
    note->setWordWrap(true);
    area->rows()->addWidget(note);
    for (int i = 0; i < notificationKindCount; ++i) {
        const auto kind = NotificationKind(i);
        if (!isFor(kind, desk.principal()))
            continue;
        auto *box = new QCheckBox(notificationKindName(kind), area->form());
        box->setMinimumHeight(metric::Touch);
        area->rows()->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this, kind](bool on) { choose(kind, on); });
        m_boxes.emplace_back(kind, box);
    }
    area->rows()->addStretch(1);
}

void NotificationKindsPane::reload()
{
    const auto switches = NotificationService(m_desk.session(), m_desk.door()).switches();
    if (!switches)
        return m_desk.notices().fail(switches.error());
    for (const auto &[kind, box] : m_boxes) {
        const auto found = std::ranges::find(*switches, kind, &NotificationSwitch::kind);
        const QSignalBlocker quiet(box);
        box->setChecked(found == switches->end() || found->isOn);
    }
}

void NotificationKindsPane::focusFirst()
{
    if (!m_boxes.empty())
        m_boxes.front().second->setFocus(Qt::TabFocusReason);
}

void NotificationKindsPane::choose(NotificationKind kind, bool on)
{
    m_desk.when(
        NotificationService(m_desk.session(), m_desk.door()).setOn(kind, on), this, [] {},
        [this](const Error &) { reload(); });
}

} // namespace thimblely::ui
