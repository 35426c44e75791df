// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/hours_section.h"

#include "core/orders/promise_text.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int longestWhy = 80;
constexpr int dayField = 120;

//! "Suit 3, Dress 2": the garments that are tried on, in the order of the tiles.
QString countsText(const FittingRules &rules, const QLocale &locale)
{
    QStringList parts;
    for (const auto part : {garments(), furtherGarments()}) {
        for (const Garment &garment : part) {
            const int count = rules.countOf(QString::fromLatin1(garment.code));
            if (count > 0)
                parts.append(garmentName(garment) + u' ' + locale.toString(count));
        }
    }
    return parts.join(QStringLiteral(", "));
}

//! What the counts typed say otherwise than the usual ones; nothing where a part cannot be read.
std::optional<std::map<QString, int>> countsIn(const QString &text, const QLocale &locale)
{
    static const QRegularExpression form(QStringLiteral("^(.+?)\\s*[:=]?\\s*(\\d)$"));
    std::map<QString, int> typed;
    for (const QString &part : text.split(QRegularExpression(QStringLiteral("[,;،]")), Qt::SkipEmptyParts)) {
        const auto match = form.match(part.trimmed());
        const int count = match.hasMatch() ? locale.toInt(match.captured(2)) : mostFittings + 1;
        const QString name = match.captured(1).trimmed();
        QString code;
        for (const auto some : {garments(), furtherGarments()}) {
            for (const Garment &garment : some) {
                if (garmentName(garment).compare(name, Qt::CaseInsensitive) == 0)
                    code = QString::fromLatin1(garment.code);
            }
        }
        if (code.isEmpty() || count > mostFittings)
            return std::nullopt;
        typed.insert_or_assign(code, count);
    }
    std::map<QString, int> own;
    for (const auto some : {garments(), furtherGarments()}) {
        for (const Garment &garment : some) {
            const QString code = QString::fromLatin1(garment.code);
            const auto found = typed.find(code);
            const int count = found == typed.end() ? 0 : found->second; // left out: it is not tried on
            if (!code.isEmpty() && count != usualFittings(code))
                own.insert_or_assign(code, count);
        }
    }
    return own;
}

} // namespace

HoursSection::HoursSection(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *rows = column(this, 12);
    rows->addWidget(new SectionHead(tr("When work is done"), this));
    m_week = new FieldEdit(tr("Working hours of the shop"), this);
    m_week->edit()->setPlaceholderText(tr("Mon-Fri 9-18, Sat 9-14"));
    rows->addWidget(m_week);
    connect(m_week, &FieldEdit::edited, this, &HoursSection::showWeek);
    m_people = column(nullptr, 8);
    rows->addLayout(m_people);
    auto *words = new Label(TextStyle::Caption, Role::Muted,
                            tr("The hours of a day are those of who cuts, stitches or finishes, and of whoever has"
                               " hours of their own here; where nobody does, of one person. What a piece takes is said"
                               " by the minutes of its tasks in the price list. Without them a task counts half an"
                               " hour, and what is made new by its kind: a shirt 5 hours, a jacket 18."),
                            this);
    words->setWordWrap(true);
    rows->addWidget(words);
    rows->addWidget(new Label(TextStyle::CaptionStrong, Role::Muted, tr("Closed days"), this));
    m_closed = column(nullptr, 4);
    rows->addLayout(m_closed);
    auto *more = new FlatButton(tr("Closed on further days"), this);
    more->setIconName("i-plus");
    more->setButtonSize(Button::Size::Small);
    connect(more, &QAbstractButton::clicked, this, [this] {
        addClosed(nullptr);
        m_rows.back().from->setFocus(Qt::OtherFocusReason);
    });
    rows->addWidget(more, 0, Qt::AlignLeading);
    buildFittings(rows);
    m_problem = new Label(TextStyle::Body, Role::Late, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
}

void HoursSection::buildFittings(QVBoxLayout *rows)
{
    rows->addWidget(new SectionHead(tr("Fittings of what is made"), this));
    m_counts = new FieldEdit(tr("How often"), this);
    m_counts->setHint(tr("“Suit 3, Dress 2”; what is left out is not tried on"));
    rows->addWidget(m_counts);
    m_between = new FieldEdit(tr("Working days between"), this);
    m_before = new FieldEdit(tr("From the last to the promise"), this);
    m_at = new FieldEdit(tr("Usually at"), this);
    auto *line = row(nullptr, 16);
    for (FieldEdit *field : {m_between, m_before, m_at})
        line->addWidget(field, 1, Qt::AlignTop);
    rows->addLayout(line);
}

void HoursSection::load()
{
    const auto hours = HoursService(m_desk.session(), m_desk.door()).load();
    if (!hours)
        return m_desk.notices().fail(hours.error());
    m_stands = *hours;
    m_problem->hide();
    const QLocale &locale = m_desk.locale();
    m_week->clearError();
    m_week->setText(hours->hours.week.toText(locale));
    showWeek();
    buildPeople();
    for (const ClosedRow &row : std::exchange(m_rows, {})) {
        row.box->hide();
        row.box->deleteLater();
    }
    for (const ClosedDays &days : hours->hours.closed) {
        if (m_desk.today() <= days.to) // what is over stays in the file and is of no use here
            addClosed(&days);
    }
    m_counts->setText(countsText(hours->fittings, locale));
    m_between->setText(locale.toString(hours->fittings.between));
    m_before->setText(locale.toString(hours->fittings.before));
    m_at->setText(locale.toString(hours->fittings.at, QLocale::ShortFormat));
}

void HoursSection::buildPeople()
{
    for (FieldEdit *field : std::exchange(m_weeks, {})) {
        field->hide();
        field->deleteLater();
    }
    for (const MemberHours &person : m_stands->people) {
        auto *field = new FieldEdit(tr("Hours of %1").arg(person.name), this);
        field->edit()->setPlaceholderText(person.sews ? tr("as the shop") : tr("not counted"));
        field->setText(person.week ? person.week->toText(m_desk.locale()) : QString());
        field->setEnabled(m_desk.principal().can(access::Capability::TeamManage));
        m_people->addWidget(field);
        m_weeks.push_back(field);
    }
}

void HoursSection::addClosed(const ClosedDays *days)
{
    const QLocale &locale = m_desk.locale();
    ClosedRow added{new QWidget(this), nullptr, nullptr, nullptr};
    auto *line = row(added.box, 8);
    const auto field = [&](const QString &name, const QString &hint, const QString &text) {
        auto *edit = new QLineEdit(text, added.box);
        edit->setAccessibleName(name);
        edit->setPlaceholderText(hint);
        connect(edit, &QLineEdit::textEdited, edit, [edit] { setInputError(edit, false); });
        return edit;
    };
    const auto text = [&](Date day) { return wholeDayText(day, locale); };
    added.from = field(tr("First closed day"), tr("25 dec"), days ? text(days->from) : QString());
    added.to =
        field(tr("Last closed day"), tr("the same"), days && days->to != days->from ? text(days->to) : QString());
    added.why = field(tr("Why it is closed"), tr("Why: Christmas"), days ? days->why : QString());
    added.why->setMaxLength(longestWhy);
    for (QLineEdit *edit : {added.from, added.to})
        edit->setFixedWidth(Theme::instance().px(dayField));
    line->addWidget(added.from);
    line->addWidget(added.to);
    line->addWidget(added.why, 1);
    auto *remove = new FlatButton(QString(), added.box);
    remove->setIconName("i-x");
    remove->setButtonSize(Button::Size::Small);
    remove->setAccessibleName(tr("Not closed on these days"));
    line->addWidget(remove);
    connect(remove, &QAbstractButton::clicked, this, [this, box = added.box] {
        std::erase_if(m_rows, [box](const ClosedRow &row) { return row.box == box; });
        box->deleteLater();
    });
    m_closed->addWidget(added.box);
    added.box->show(); // at once, so that it takes the keyboard
    m_rows.push_back(added);
}

void HoursSection::showWeek()
{
    const auto week = WorkWeek::parse(m_week->text(), m_desk.locale());
    m_week->setHint(week ? tr("%1 h a week").arg(m_desk.locale().toString(week->minutesInWeek() / 60)) : QString());
}

std::optional<WorkWeek> HoursSection::weekIn(FieldEdit *field)
{
    field->clearError();
    const auto week = WorkWeek::parse(field->text(), m_desk.locale());
    if (week)
        return *week;
    field->setError(m_desk.sentence(week.error()));
    m_readable = false;
    return std::nullopt;
}

std::optional<Date> HoursSection::dayIn(QLineEdit *field, const std::optional<Date> &otherwise)
{
    const QString typed = field->text().trimmed();
    if (typed.isEmpty() && otherwise)
        return otherwise;
    const auto read = orders::parsePromise(typed, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
    if (read && !read->time)
        return read->date;
    // A stretch that is on since yesterday stands with its first day.
    const QDate whole = m_desk.locale().toDate(typed, QStringLiteral("d MMM yyyy"));
    return whole.isValid() ? Date::fromQDate(whole).valueOr(m_desk.today()) : std::optional<Date>();
}

bool HoursSection::readClosed(ClosedRow &row)
{
    if (row.from->text().trimmed().isEmpty() && row.to->text().trimmed().isEmpty())
        return true;
    const auto from = dayIn(row.from, {});
    const auto to = dayIn(row.to, from);
    setInputError(row.from, !from);
    setInputError(row.to, from && (!to || *to < *from));
    if (!from || !to || *to < *from)
        return false;
    m_typed.hours.closed.push_back({*from, *to, row.why->text().trimmed()});
    return true;
}

int HoursSection::numberIn(FieldEdit *field, int least, int most)
{
    field->clearError();
    bool ok = false;
    const int number = m_desk.locale().toInt(field->text().trimmed(), &ok);
    if (ok && number >= least && number <= most)
        return number;
    field->setError(
        tr("A whole number from %1 to %2.").arg(m_desk.locale().toString(least), m_desk.locale().toString(most)));
    m_readable = false;
    return least;
}

bool HoursSection::read(bool first)
{
    if (!m_stands)
        return true;
    m_readable = true;
    m_problem->hide();
    m_typed = *m_stands;
    m_typed.hours.isSaid = m_stands->hours.isSaid;
    m_typed.hours.week = weekIn(m_week).value_or(WorkWeek());
    if (m_readable && m_typed.hours.week.isEmpty()) {
        m_week->setError(m_desk.sentence({ErrorKind::Invalid, "hours.nobody", {}, {}}));
        m_readable = false;
    }
    for (size_t i = 0; i < m_weeks.size(); ++i) {
        const auto week = weekIn(m_weeks[i]);
        m_typed.people[i].week = m_weeks[i]->text().trimmed().isEmpty() ? std::nullopt : week;
    }
    std::erase_if(m_typed.hours.closed, [this](const ClosedDays &days) { return m_desk.today() <= days.to; });
    QLineEdit *wrong = nullptr;
    for (ClosedRow &row : m_rows) {
        if (!readClosed(row) && !wrong)
            wrong = dayIn(row.from, {}) ? row.to : row.from;
    }
    std::ranges::sort(m_typed.hours.closed, {}, &ClosedDays::from);
    m_counts->clearError();
    if (const auto counts = countsIn(m_counts->text(), m_desk.locale())) {
        m_typed.fittings.counts = *counts;
    } else {
        m_counts->setError(tr("Type garments with a number up to %1: “Suit 3, Dress 2”.").arg(mostFittings));
        m_readable = false;
    }
    m_typed.fittings.between = numberIn(m_between, 1, 60);
    m_typed.fittings.before = numberIn(m_before, 0, 60);
    const auto at = orders::parsePromise(QStringLiteral("+1 ") + m_at->text().trimmed(), m_desk.calendar(),
                                         m_desk.clock().now(), m_desk.locale());
    m_at->clearError();
    if (at && at->time) {
        m_typed.fittings.at = *at->time;
    } else if (const QTime time = m_desk.locale().toTime(m_at->text(), QLocale::ShortFormat); time.isValid()) {
        m_typed.fittings.at = time;
    } else {
        m_at->setError(tr("Type a time of the day, such as 11:00."));
        m_readable = false;
    }
    if (wrong) {
        m_problem->setText(QStringLiteral("\u25b2 ") +
                           tr("A closed day is typed as “25 dec” or “+3”, the last one not before the first."));
        m_problem->show();
        if (first)
            wrong->setFocus(Qt::OtherFocusReason);
        m_readable = false;
    }
    return m_readable;
}

std::optional<ShopHours> HoursSection::changed()
{
    if (!m_stands || m_typed == *m_stands)
        return {};
    m_typed.hours.isSaid = true;
    return m_typed;
}

void HoursSection::noteKept()
{
    if (m_stands)
        m_stands = m_typed;
}

} // namespace thimblely::ui
