// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/reminder_strip.h"

#include "ui/calendar/calendar_cell.h"
#include "ui/desk/desk.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

namespace thimblely::ui {

using calendar::ReminderService;

namespace {

constexpr int laterMinutes = 10;

} // namespace

ReminderStrip::ReminderStrip(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_words(new Label(TextStyle::BodyStrong, Role::Today, {}, this)),
      m_later(new PlainButton(tr("In 10 minutes"), this)), m_seen(new PlainButton(tr("Seen to"), this))
{
    auto *line = row(this, 8, {16, 0, 16, 8});
    m_words->setElided(true);
    line->addWidget(m_words, 1);
    for (Button *each : {m_later, m_seen}) {
        each->setButtonSize(Button::Size::Small);
        line->addWidget(each);
    }
    connect(m_later, &QAbstractButton::clicked, this, [this] {
        if (m_first)
            m_desk.when(ReminderService(m_desk.session(), m_desk.door()).snooze(*m_first, laterMinutes), this, [] {});
    });
    connect(m_seen, &QAbstractButton::clicked, this, [this] {
        if (m_first)
            m_desk.when(ReminderService(m_desk.session(), m_desk.door()).dismiss(*m_first), this, [] {});
    });
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, [this](const changes::ChangeSet &changes) {
        if (changes.touches(storage::Table::EventReminders) || changes.touches(storage::Table::Events))
            look();
    });
    hide();
    look();
}

void ReminderStrip::look()
{
    const auto open = ReminderService(m_desk.session(), m_desk.door()).open();
    m_first.reset();
    if (!open || open->empty()) {
        hide();
        return;
    }
    const calendar::Reminder &first = open->front();
    m_first = first.id;
    QString words =
        tr("%1: %2", "what one is reminded of, and when").arg(whenText(m_desk, first.what), first.what.title);
    if (!first.what.who.isEmpty() && !first.what.title.contains(first.what.who))
        words += QStringLiteral(", ") + first.what.who;
    if (open->size() > 1)
        words += tr(", and %n more", nullptr, int(open->size()) - 1);
    m_words->setText(QStringLiteral("\u25c6 ") + words);
    show();
}

QString ReminderStrip::sentence() const
{
    return isHidden() ? QString() : m_words->text();
}

} // namespace thimblely::ui
