// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/shell/practice_banner.h"

#include "core/changes/change_set.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace thimblely::ui {

PracticeBanner::PracticeBanner(Desk &desk, QWidget *parent)
    : QFrame(parent), m_next(new Label(TextStyle::Body, Role::Text, {}, this)),
      m_list(new FlatButton(tr("What to try"), this)), m_menu(new QMenu(this)),
      m_leave(new PlainButton(tr("End practice"), this))
{
    using access::Capability;
    const access::Principal &who = desk.principal();
    const auto add = [this](bool may, const QString &words, std::vector<QByteArray> kinds) {
        if (may)
            m_steps.push_back({words, std::move(kinds)});
    };
    const bool takes = who.can(Capability::OrdersWrite);
    add(takes, tr("Take an order: F2, a garment, a task, a name, a day, F9"), {"order.book"});
    add(who.can(Capability::MeasurementsWrite), tr("Measure somebody: F4, and save with Ctrl+S"),
        {"measurement.save", "measurement.group"});
    add(who.can(Capability::OrdersMoveStage) || takes, tr("Say that a piece is ready, and where it hangs"),
        {"order.piece_ready", "order.complete", "order.move_stage", "order.hang"});
    add(who.can(Capability::OrdersTakePayment), tr("Take money for an order, or hand it over: F6"),
        {"payment.take", "order.hand_over"});
    add(true, tr("Take the last thing back: Ctrl+Z"), {"undo"});
    add(who.can(Capability::TillOperate), tr("Count the drawer and close the till, under Money"),
        {"till.count", "till.close", "till.open"});

    auto *title = new Label(TextStyle::BodyStrong, Role::Text, tr("◆ PRACTICE – a copy, nothing here is real"), this);
    m_next->setElided(true);
    m_list->setTrailingIconName("i-down");
    m_list->setButtonSize(Button::Size::Small);
    m_list->setMenu(m_menu);
    m_leave->setButtonSize(Button::Size::Small);
    auto *line = row(this, 12, {16, 0, 16, 0});
    line->addWidget(title);
    line->addWidget(m_next, 1);
    line->addWidget(m_list);
    line->addWidget(m_leave);
    setAccessibleName(tr("Practice: nothing here is real"));
    connect(m_leave, &QAbstractButton::clicked, this, &PracticeBanner::leaveRequested);
    connect(&desk.door(), &changes::WriteDoor::changed, this, &PracticeBanner::note);
    refresh();
}

int PracticeBanner::done() const
{
    return int(std::ranges::count_if(m_steps, &Step::done));
}

void PracticeBanner::note(const changes::ChangeSet &changes)
{
    for (Step &step : m_steps) {
        const bool undone = changes.kind.startsWith("undo:");
        step.done = step.done || std::ranges::any_of(step.kinds, [&](const QByteArray &kind) {
                        return undone ? kind == "undo" : kind == changes.kind;
                    });
    }
    refresh();
}

void PracticeBanner::refresh()
{
    m_menu->clear();
    for (const Step &step : m_steps) {
        QAction *line = m_menu->addAction(step.words);
        line->setCheckable(true);
        line->setChecked(step.done);
        line->setEnabled(false); // to be read: it is done where the work is
    }
    const auto next = std::ranges::find_if(m_steps, [](const Step &step) { return !step.done; });
    m_next->setText(next == m_steps.end() ? tr("✔ All of it was tried. Go on as long as you like.")
                                          : tr("%1 of %2: %3").arg(done() + 1).arg(steps()).arg(next->words));
}

void PracticeBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.fillRect(rect(), theme.color(Role::Selected));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Role::Line));
}

} // namespace thimblely::ui
