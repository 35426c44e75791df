// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/day_offer.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/orders/order_editor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace thimblely::ui {

using orders::DayLimit;

QString workHours(int minutes, const QLocale &locale)
{
    if (minutes >= 60)
        return QCoreApplication::translate("DayOffer", "%1 h").arg(locale.toString(minutes / 60));
    return QCoreApplication::translate("DayOffer", "%1 min").arg(locale.toString(minutes - minutes % 5));
}

QString freeWords(const orders::PlanDay &day, const QLocale &locale)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("DayOffer", text); };
    if (day.closed)
        return day.closed->isEmpty() ? say("closed") : *day.closed;
    if (day.isFull())
        return say("full");
    if (day.free >= day.capacity)
        return say("free");
    //: hours of work that can still be promised for a day
    return say("%1 free").arg(workHours(day.free, locale));
}

namespace {

QString asSentence(const QString &words)
{
    return words.isEmpty() ? words : words.front().toUpper() + words.sliced(1) + u'.';
}

} // namespace

DayOffer::DayOffer(Desk &desk, OrderEditor &editor, QWidget *parent) : QWidget(parent), m_desk(desk), m_editor(editor)
{
    auto *line = row(nullptr, 8);
    setLayout(line);
    m_against = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_against->setWordWrap(true);
    m_offer = new FlatButton(QString(), this);
    m_offer->setButtonSize(Button::Size::Small);
    m_offer->setCaption(QStringLiteral("\u2193"));
    m_offer->setFlush(true);
    line->addWidget(m_against, 1);
    line->addWidget(m_offer);
    hide();
    connect(m_offer, &QAbstractButton::clicked, this, [this] {
        if (m_offered)
            Q_EMIT dayChosen(*m_offered);
    });
    connect(&m_editor, &OrderEditor::changed, this, &DayOffer::follow);
    connect(&m_editor, &OrderEditor::planRead, this, &DayOffer::follow);
}

void DayOffer::attach(QLineEdit *when)
{
    m_when = when;
    when->installEventFilter(this);
}

bool DayOffer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_when && event->type() == QEvent::KeyPress && m_offered) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            Q_EMIT dayChosen(*m_offered);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

QString DayOffer::dayName(Date day) const
{
    const bool near = m_desk.today().daysTo(day) < 28;
    return m_desk.locale().toString(day.toQDate(), near ? QStringLiteral("ddd d") : QStringLiteral("ddd d MMM"));
}

//! Why it cannot be a day earlier, or not that day.
QString DayOffer::reason(DayLimit limit, Date day, const orders::PlannedWork &work) const
{
    const orders::PlanDay *on = m_editor.plan()->day(day);
    switch (limit) {
    case DayLimit::Closed:
        return on && on->closed && !on->closed->isEmpty()
                   ? tr("%1 is closed: %2").arg(dayName(day), isolated(*on->closed))
                   : tr("%1 is closed").arg(dayName(day));
    case DayLimit::Full:
        return on && on->free >= orders::PlanDay::leastFree
                   ? tr("only %2 are free up to %1").arg(dayName(day), workHours(on->free, m_desk.locale()))
                   : tr("%1 is full").arg(dayName(day));
    case DayLimit::Hand:
        return tr("the work takes %1").arg(workHours(work.minutes, m_desk.locale()));
    case DayLimit::Cloth:
        return work.clothWhose.isEmpty()
                   ? tr("the cloth for %1 comes %2").arg(isolated(work.clothPiece), dayName(*work.clothFrom))
                   : tr("the cloth from %1 comes %2").arg(isolated(work.clothWhose), dayName(*work.clothFrom));
    case DayLimit::Fittings:
        return work.fittings == 1 ? tr("%1 is tried on once before").arg(isolated(work.fittingPiece))
                                  : tr("%1 is tried on %2 times before")
                                        .arg(isolated(work.fittingPiece), m_desk.locale().toString(work.fittings));
    case DayLimit::Beyond:
        return tr("%1 is further off than is planned").arg(dayName(day));
    case DayLimit::None:
        return {};
    }
    Q_UNREACHABLE();
}

//! What speaks against the day that is typed; empty: nothing does.
QString DayOffer::againstTyped(const orders::PlannedWork &work) const
{
    const auto &date = m_editor.draft().promisedDate;
    if (!date)
        return {};
    if (const auto &event = m_editor.draft().eventDate; event && *event < *date)
        return tr("that is after the day it is for, %1").arg(dayName(*event));
    if (const auto &event = m_editor.draft().eventDate; event && *event == *date)
        return tr("it is needed on that very day");
    const DayLimit limit = m_editor.plan()->limitOf(*date, work);
    return limit == DayLimit::Beyond ? QString() : reason(limit, *date, work);
}

void DayOffer::follow()
{
    m_offered.reset();
    if (!m_editor.plan() || m_editor.plan()->days().empty() || m_editor.addedTo() || m_editor.draft().pieces.empty()) {
        say({}, {});
        return;
    }
    const orders::DayPlan &plan = *m_editor.plan();
    const orders::PlannedWork work = orders::plannedWork(m_editor.draft(), m_desk.today(), plan.fittingRules());
    const bool typed = !m_editor.promiseText().trimmed().isEmpty();
    const QString against = againstTyped(work);
    const auto earliest = plan.earliest(work);
    if (typed && against.isEmpty())
        say({}, {});
    else if (!earliest)
        say(tr("No day of the next four months can be kept."), {});
    else
        offer(plan, work, *earliest, against);
}

void DayOffer::offer(const orders::DayPlan &plan, const orders::PlannedWork &work, const orders::HonestDay &earliest,
                     const QString &against)
{
    const auto &event = m_editor.draft().eventDate;
    const auto before = event ? plan.latestBefore(*event, work) : std::nullopt;
    const QString why = reason(earliest.limit, earliest.date.plusDays(-1), work);
    m_offered = before.value_or(earliest.date);
    if (!against.isEmpty())
        say(QStringLiteral("\u25b2 ") + asSentence(against), dayName(*m_offered));
    else if (event && *event <= earliest.date)
        say(QStringLiteral("\u25b2 ") + (why.isEmpty()
                                             ? tr("It cannot be ready before %1.").arg(dayName(*event))
                                             : tr("It cannot be ready before %1: %2.").arg(dayName(*event), why)),
            dayName(*m_offered));
    else if (before)
        say(tr("In time for %1").arg(dayName(*event)), dayName(*m_offered));
    else
        say(why.isEmpty() ? tr("Earliest") : tr("Earliest: %1").arg(why), dayName(*m_offered));
}

void DayOffer::say(const QString &against, const QString &offer)
{
    const bool warns = against.startsWith(u'\u25b2');
    const bool changes = m_against->text() != against || m_offer->text() != offer;
    m_against->setRole(warns ? Role::Late : Role::Muted);
    m_against->setText(against);
    m_offer->setText(offer);
    m_offer->setAccessibleName(tr("Promise %1, the earliest day that can be kept; Down in the field above").arg(offer));
    m_offer->setVisible(!offer.isEmpty());
    setHidden(against.isEmpty() && offer.isEmpty());
    if (m_when)
        m_when->setAccessibleDescription(against.isEmpty() ? QString() : against + u' ' + offer);
    if (changes)
        Q_EMIT wordsChanged();
}

QString DayOffer::words() const
{
    return isHidden() ? QString() : m_against->text();
}

} // namespace thimblely::ui
