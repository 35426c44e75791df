// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/event_form.h"

#include "core/accounts/team_service.h"
#include "core/calendar/event_service.h"
#include "core/calendar/recurrence.h"
#include "core/orders/promise_text.h"
#include "ui/calendar/calendar_cell.h"
#include "ui/clients/client_picker.h"
#include "ui/desk/day_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRegularExpression>

#include <array>

namespace thimblely::ui {

using access::Capability;
using calendar::EventDraft;
using calendar::EventKind;
using calendar::Scope;

namespace {

constexpr qint64 aMinute = 60'000;
constexpr qint64 aDay = 86'400'000;
constexpr int usualMinutes = 30;
constexpr int lookAfterMs = 250; // once the typing pauses
constexpr std::array leadMinutes{0, 10, 30, 60, 120, 24 * 60, 2 * 24 * 60};

QWidget *labelled(const QString &label, QComboBox *&combo, QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *rows = column(part, 8); // as the fields beside it
    auto *name = new Label(TextStyle::CaptionStrong, Role::Muted, label, part);
    combo = new QComboBox(part);
    combo->setAccessibleName(label);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    name->setBuddy(combo);
    rows->addWidget(name);
    rows->addWidget(combo);
    return part;
}

QString leadText(int minutes)
{
    return minutes == 0          ? EventForm::tr("When it begins")
           : minutes == 60       ? EventForm::tr("An hour before")
           : minutes == 1440     ? EventForm::tr("A day before")
           : minutes % 1440 == 0 ? EventForm::tr("%1 days before").arg(minutes / 1440)
           : minutes % 60 == 0   ? EventForm::tr("%1 hours before").arg(minutes / 60)
                                 : EventForm::tr("%1 minutes before").arg(minutes);
}

void addSideBySide(QVBoxLayout *rows, QWidget *left, QWidget *right)
{
    auto *pair = row(nullptr, 12);
    pair->addWidget(left, 1);
    pair->addWidget(right, 1);
    rows->addLayout(pair);
}

} // namespace

EventForm::EventForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Appointment"), tr("Keep it"), parent)
{
    build();
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &EventForm::look);
    connect(m_when, &FieldEdit::edited, this, &EventForm::understand);
    for (FieldEdit *each : {m_length, m_until})
        connect(each, &FieldEdit::edited, this, &EventForm::understand);
    connect(m_client, &ClientPicker::picked, this, &EventForm::follow);
    connect(m_personal, &QCheckBox::toggled, this, &EventForm::follow);
    connect(m_staff, &QComboBox::currentIndexChanged, this, &EventForm::follow);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EventForm::follow);
    connect(m_repeats, &QComboBox::currentIndexChanged, this, &EventForm::follow);
}

void EventForm::build()
{
    m_scopeRow = labelled(tr("Of the series"), m_scope, body());
    m_scope->addItems({tr("This one"), tr("This one and those after it"), tr("All of them")});
    rows()->addWidget(m_scopeRow);
    m_what = addText(tr("What"));
    m_when = new FieldEdit(tr("When"), body());
    m_when->edit()->setPlaceholderText(tr("fri 15:00, or fri for the whole day"));
    m_length = new FieldEdit(tr("How long"), body());
    m_length->edit()->setPlaceholderText(tr("30, 2 h, 3 days"));
    addSideBySide(rows(), m_when, m_length);
    m_personal = new QCheckBox(tr("Only for me: nobody else sees it"), body());
    rows()->addWidget(m_personal);
    m_client = new ClientPicker(tr("Client"), desk(), body());
    QWidget *staff = labelled(tr("Who sees to it"), m_staff, body());
    addSideBySide(rows(), m_client, staff);
    QWidget *kind = labelled(tr("Kind"), m_kind, body());
    for (const EventKind each :
         {EventKind::Appointment, EventKind::Fitting, EventKind::Meeting, EventKind::Deadline, EventKind::Reminder})
        m_kind->addItem(kindName(each), int(each));
    QWidget *lead = labelled(tr("Tell me"), m_lead, body());
    addSideBySide(rows(), kind, lead);
    QWidget *repeats = labelled(tr("Again"), m_repeats, body());
    m_until = new FieldEdit(tr("Until"), body());
    m_until->edit()->setPlaceholderText(tr("for ever"));
    addSideBySide(rows(), repeats, m_until);
    m_place = new FieldEdit(tr("Where"), body());
    m_notes = new FieldEdit(tr("Notes"), body());
    addSideBySide(rows(), m_place, m_notes);
    rows()->addStretch(1);
    m_client->setVisible(desk().principal().can(Capability::ClientsRead));
    endWith(m_notes);
    m_against = new Label(TextStyle::Body, Role::Late, {}, this);
    m_against->setWordWrap(true);
    m_against->hide();
    auto *all = static_cast<QVBoxLayout *>(layout());
    all->insertWidget(all->count() - 1, m_against); // no row goes from under the pointer when it comes
    m_callOff = new PlainButton(tr("Call it off"), this);
    m_order = new PlainButton(tr("Open its order"), body());
    rows()->insertWidget(rows()->count() - 1, m_order, 0, Qt::AlignLeading);
    buttons()->insertWidget(1, m_callOff);
    connect(m_callOff, &QAbstractButton::clicked, this, [this] {
        if (m_changed)
            Q_EMIT cancelRequested(m_changed->key, m_changed->series ? Scope(m_scope->currentIndex()) : Scope::This);
    });
    connect(m_order, &QAbstractButton::clicked, this, [this] {
        if (m_changed && m_changed->order)
            Q_EMIT desk().navigation().openOrderRequested(*m_changed->order);
    });
}

void EventForm::fillPeople(std::optional<PersonId> chosen)
{
    m_staff->clear();
    m_staff->addItem(tr("Anybody"), QString());
    if (const auto members = TeamService(desk().session(), desk().door()).members()) {
        for (const TeamMember &member : *members) {
            if (!member.active)
                continue;
            m_staff->addItem(member.name, member.person.toString());
            if (chosen == member.person)
                m_staff->setCurrentIndex(m_staff->count() - 1);
        }
    }
}

void EventForm::fillRepeats(const QString &rule)
{
    m_repeats->clear();
    m_repeats->addItem(tr("Never"), QString());
    m_repeats->addItem(tr("Every day"), QStringLiteral("FREQ=DAILY"));
    m_repeats->addItem(tr("Every week"), QStringLiteral("FREQ=WEEKLY"));
    m_repeats->addItem(tr("Every two weeks"), QStringLiteral("FREQ=WEEKLY;INTERVAL=2"));
    m_repeats->addItem(tr("Every month"), QStringLiteral("FREQ=MONTHLY"));
    m_repeats->addItem(tr("Every year"), QStringLiteral("FREQ=YEARLY"));
    if (m_repeats->findData(rule) < 0) // with an end, or by days of its own
        m_repeats->addItem(ruleText(desk(), rule), rule);
    m_repeats->setCurrentIndex(m_repeats->findData(rule));
}

//! What each choice stands for is the minutes, "10,60".
void EventForm::fillLead(const QList<int> &leads)
{
    m_lead->clear();
    m_lead->addItem(tr("Not"), QString());
    for (const int minutes : leadMinutes)
        m_lead->addItem(leadText(minutes), QString::number(minutes));
    QStringList figures;
    QStringList words;
    for (const int minutes : leads) {
        figures.append(QString::number(minutes));
        words.append(leadText(minutes));
    }
    if (m_lead->findData(figures.join(u',')) < 0) // another program's
        m_lead->addItem(words.join(QStringLiteral(", ")), figures.join(u','));
    m_lead->setCurrentIndex(m_lead->findData(figures.join(u',')));
}

/*!
 * A day as the shop writes it, so that it is read as that day again: "14 Nov"; with its year where that would be another
 * one's.
 */
QString EventForm::dayWords(Date date) const
{
    const QLocale &locale = desk().locale();
    const Instant now = std::min(desk().calendar().startOf(date), desk().calendar().startOf(desk().today()));
    //: a day of this year, as in QLocale::toString
    for (const QString &words : {locale.toString(date.toQDate(), tr("d MMM")), wholeDayText(date, locale)}) {
        const auto read = orders::parsePromise(words, desk().calendar(), now, locale);
        if (read && read->date == date && !read->time)
            return words;
    }
    return date.toIso();
}

void EventForm::fill(const EventDraft &draft, bool timed)
{
    clearProblem();
    for (FieldEdit *field : {m_what, m_when, m_length, m_until, m_place, m_notes})
        field->clearError();
    m_what->setText(draft.title);
    m_kind->setCurrentIndex(m_kind->findData(int(draft.kind)));
    const auto wall = calendar::WallTime::of(draft.startsAt, desk().calendar().zone());
    m_day = desk().calendar().dayOf(draft.startsAt);
    m_dayWords = dayWords(*m_day);
    m_whenWas = m_dayWords;
    if (timed && !draft.allDay)
        m_whenWas += wall.time().toString(QStringLiteral(" HH:mm"));
    m_when->setText(m_whenWas);
    const qint64 length = draft.endsAt.msecs() - draft.startsAt.msecs();
    const qint64 days = std::max<qint64>(1, (length + aDay / 2) / aDay);
    m_lengthWas = draft.allDay ? (days > 1 ? tr("%1 days").arg(days) : QString()) : tr("%1 min").arg(length / aMinute);
    m_allDayWas = draft.allDay;
    m_length->setText(m_lengthWas);
    m_place->setText(draft.location);
    m_notes->setText(draft.notes);
    m_personal->setChecked(draft.personal);
    m_until->setText({});
    fillPeople(draft.staff);
    fillRepeats(draft.rule);
}

void EventForm::show(const QString &subject, const QString &title)
{
    setTitle(title);
    sayAgainst({});
    beginTyping(subject, title);
    understand();
    focusFirst();
}

void EventForm::begin(Date date, std::optional<PersonId> person, bool fitting)
{
    m_changed.reset();
    EventDraft draft;
    draft.kind = fitting ? EventKind::Fitting : EventKind::Appointment;
    draft.startsAt = desk().calendar().at(date, QTime(9, 0));
    draft.endsAt = draft.startsAt.plusMsecs(usualMinutes * aMinute);
    draft.staff = person;
    const bool forShop = desk().principal().can(Capability::CalendarWrite);
    draft.personal = !forShop;
    m_scopeRow->hide();
    m_callOff->hide();
    m_order->hide();
    m_client->setClient({}, {});
    fill(draft, false);
    fillLead({});
    m_when->setText(m_dayWords + QLatin1Char(' ')); // the hour is what is missing
    m_whenWas.clear();
    m_personal->setEnabled(forShop);
    show({}, fitting ? tr("New fitting") : tr("New appointment"));
}

void EventForm::change(const calendar::Occurrence &one)
{
    m_changed = one;
    EventDraft draft;
    draft.kind = one.kind;
    draft.title = one.title;
    draft.startsAt = one.startsAt;
    draft.endsAt = one.endsAt;
    draft.allDay = one.allDay;
    draft.rule = one.rule;
    draft.staff = one.staff;
    draft.client = one.client;
    draft.order = one.order;
    draft.location = one.location;
    draft.notes = one.notes;
    draft.personal = one.personal;
    m_scopeRow->setVisible(one.series);
    m_scope->setCurrentIndex(0);
    m_callOff->show();
    m_order->setVisible(one.order && desk().principal().can(Capability::OrdersRead));
    m_client->setClient(one.client, one.who);
    fill(draft, true);
    fillLead(one.leads);
    m_personal->setEnabled(false); // whose it is stays
    show(one.key.event.toString() + (one.key.at ? one.key.at->toText() : QString()), tr("Change: %1").arg(one.title));
}

void EventForm::focusFirst()
{
    m_what->edit()->setFocus(Qt::OtherFocusReason);
    m_what->edit()->selectAll();
}

//! "90", "2 h", "3 days"; milliseconds.
Result<qint64> EventForm::length(const EventDraft &draft) const
{
    const Error unreadable{ErrorKind::Invalid, "event.length", {m_length->text()}, {}};
    const QString text = m_length->text().simplified().toLower();
    // What stood there of an hour says nothing of a whole day, and the other way round.
    const bool ofTheOther = m_length->text() == m_lengthWas && draft.allDay != m_allDayWas;
    if (text.isEmpty() || ofTheOther)
        return draft.allDay ? aDay : usualMinutes * aMinute;
    static const QRegularExpression shape(QStringLiteral("^(\\d+(?:[.,]\\d+)?)\\s*(\\p{L}*)\\.?$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return unreadable;
    const double figure = match.captured(1).replace(u',', u'.').toDouble();
    const QString unit = match.captured(2);
    const bool days =
        unit.startsWith(u'd') || unit == tr("%1 days").arg(QString()).simplified() || (unit.isEmpty() && draft.allDay);
    if (days)
        return qint64(figure) * aDay;
    if (draft.allDay)
        return unreadable;
    if (unit.isEmpty() || unit.startsWith(u'm') || unit == tr("%1 min").arg(QString()).simplified().toLower())
        return qint64(figure * aMinute);
    return unit.startsWith(u'h') ? qint64(figure * 60 * aMinute) : Result<qint64>(unreadable);
}

//! An hour alone is one of the day that stood there, and one that is past today is none too late to be written down.
Result<orders::Promise> EventForm::read(const QString &text) const
{
    static const QRegularExpression hour(QStringLiteral("^\\d{1,2}(?:[:h]\\d{2}|h)? ?(?:am|pm)?$"),
                                         QRegularExpression::CaseInsensitiveOption |
                                             QRegularExpression::UseUnicodePropertiesOption);
    const QString typed = text.simplified();
    const QString whole = hour.match(typed).hasMatch() && m_day ? m_day->toIso() + QLatin1Char(' ') + typed : typed;
    Instant now = desk().calendar().startOf(desk().today());
    if (m_day && (whole.startsWith(m_day->toIso()) || (!m_dayWords.isEmpty() && whole.startsWith(m_dayWords))))
        now = std::min(now, desk().calendar().startOf(*m_day));
    return orders::parsePromise(whole, desk().calendar(), now, desk().locale());
}

Result<void> EventForm::readTimes(EventDraft &draft) const
{
    const QString text = m_when->text().trimmed();
    if (m_changed && text == m_whenWas) {
        draft.startsAt = m_changed->startsAt;
        draft.allDay = m_changed->allDay;
    } else {
        TRY_ASSIGN(const auto when, read(text));
        draft.allDay = !when.time;
        draft.startsAt = desk().calendar().at(when.date, when.time.value_or(QTime(0, 0)));
    }
    if (m_changed && text == m_whenWas && m_length->text() == m_lengthWas) {
        draft.endsAt = m_changed->endsAt;
        return {};
    }
    TRY_ASSIGN(const qint64 lasts, length(draft));
    const auto wall = calendar::WallTime::of(draft.startsAt, desk().calendar().zone());
    draft.endsAt =
        draft.allDay ? wall.plusSecs(lasts / 1000).at(desk().calendar().zone()) : draft.startsAt.plusMsecs(lasts);
    return {};
}

bool EventForm::asksForEnd() const
{
    return !m_repeats->currentData().toString().isEmpty() && !m_until->text().trimmed().isEmpty();
}

Result<QString> EventForm::rule(const EventDraft &draft) const
{
    const QString rule = m_repeats->currentData().toString();
    if (!asksForEnd())
        return rule;
    TRY_ASSIGN(const auto until, read(m_until->text()));
    const QTime end = draft.allDay ? QTime(0, 0) : QTime(23, 59, 59);
    return calendar::ruleEnding(rule, {}, calendar::WallTime::of(until.date.toQDate(), end), draft.allDay);
}

//! Where what is wrong was typed.
FieldEdit *EventForm::fieldOf(const Error &error) const
{
    if (error.code == "event.length")
        return m_length;
    EventDraft times;
    return readTimes(times) ? m_until : m_when;
}

Result<EventDraft> EventForm::draft() const
{
    EventDraft draft;
    if (m_changed)
        draft.order = m_changed->order;
    draft.kind = EventKind(m_kind->currentData().toInt());
    draft.title = m_what->text().simplified();
    draft.client = m_client->client();
    if (draft.title.isEmpty() && draft.client)
        draft.title = m_client->text().simplified();
    draft.location = m_place->text();
    draft.notes = m_notes->text();
    draft.personal = m_personal->isChecked();
    if (const QString staff = m_staff->currentData().toString(); !staff.isEmpty()) {
        TRY_ASSIGN(draft.staff, PersonId::parse(staff));
    }
    TRY(readTimes(draft));
    TRY_ASSIGN(draft.rule, rule(draft));
    return draft;
}

QList<int> EventForm::leads() const
{
    QList<int> minutes;
    for (const QString &each : m_lead->currentData().toString().split(u',', Qt::SkipEmptyParts))
        minutes.append(each.toInt());
    return minutes;
}

//! What was typed for a moment is answered beside it.
void EventForm::understand()
{
    EventDraft draft;
    const bool isRead = readTimes(draft).ok();
    QString answer;
    if (isRead) {
        const auto wall = calendar::WallTime::of(draft.startsAt, desk().calendar().zone());
        const bool thisYear = wall.date().year() == desk().today().toQDate().year();
        answer = desk().locale().toString(wall.date(), thisYear ? tr("ddd d MMM") : tr("ddd d MMM yyyy"));
        answer += draft.allDay ? tr(", whole day")
                               : QStringLiteral(", ") + desk().locale().toString(wall.time(), QLocale::ShortFormat);
    }
    m_when->setHint(answer);
    const auto until = read(asksForEnd() ? m_until->text() : QString());
    m_until->setHint(until ? wholeDayText(until->date, desk().locale()) : QString());
    follow();
}

void EventForm::follow()
{
    const bool personal = m_personal->isChecked();
    m_client->setEnabled(!personal);
    m_staff->setEnabled(!personal);
    m_until->setEnabled(!m_repeats->currentData().toString().isEmpty());
    m_look.start(lookAfterMs);
}

void EventForm::sayAgainst(const QStringList &sentences)
{
    m_against->setText(sentences.isEmpty() ? QString()
                                           : QStringLiteral("\u25b2 ") + sentences.join(QStringLiteral(". ")));
    m_against->setVisible(!sentences.isEmpty());
}

//! Read beside the typing; what was asked before is dropped.
void EventForm::look()
{
    const auto typed = draft();
    const int asked = ++m_asked;
    if (!typed || !isVisible())
        return sayAgainst({});
    Q_EMIT dayRead(desk().calendar().dayOf(typed->startsAt));
    const std::optional<calendar::EventKey> except = m_changed ? std::optional(m_changed->key) : std::nullopt;
    using Clashes = calendar::CalendarService::Clashes;
    auto found =
        desk().reader().read<Clashes>([typed = *typed, except, now = desk().clock().now()](access::Session &session) {
            return calendar::CalendarService(session).clashes(typed, except, now);
        });
    whenDone(std::move(found), this, [this, asked](const Result<Clashes> &clashes) {
        if (asked != m_asked)
            return;
        if (!clashes)
            return sayAgainst({});
        QStringList with;
        for (const calendar::Occurrence &one : clashes->with)
            with.append(timeText(desk(), one.startsAt) + QLatin1Char(' ') + (one.who.isEmpty() ? one.title : one.who));
        const QStringList said = clashSentences(clashes->all, with, clashes->closed);
        sayAgainst(said);
    });
}

void EventForm::submit()
{
    if (isBusy())
        return;
    if (m_client->isUnclear()) {
        m_client->setError(tr("Nobody of that name was chosen. Enter takes the first that is found."));
        m_client->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto typed = draft();
    if (!typed) {
        FieldEdit *wrong = fieldOf(typed.error());
        wrong->setError(desk().sentence(typed.error()));
        wrong->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const Date day = desk().calendar().dayOf(typed->startsAt);
    const auto done = [this, day](const calendar::EventKey &key) {
        Q_EMIT kept(day, key);
        finish();
    };
    calendar::EventService service(desk().door());
    if (m_changed) {
        const Scope scope = m_changed->series ? Scope(m_scope->currentIndex()) : Scope::This;
        const auto told = leads() == m_changed->leads ? std::nullopt : std::optional(leads());
        write([service, key = m_changed->key, scope, typed = *typed,
               told]() mutable { return service.change(key, scope, typed, told); },
              [done, key = m_changed->key](const auto &...) { done(key); });
    } else {
        std::optional<calendar::WallTime> first;
        if (!typed->rule.isEmpty())
            first = calendar::WallTime::of(typed->startsAt, desk().calendar().zone());
        write([service, typed = *typed, told = leads()]() mutable { return service.add(typed, told); },
              [done, first](const EventId &id) {
                  done({id, first});
              });
    }
}

} // namespace thimblely::ui
