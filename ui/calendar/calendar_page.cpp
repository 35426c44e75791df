// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/calendar_page.h"

#include "core/calendar/calendar_service.h"
#include "core/calendar/event_service.h"
#include "ui/calendar/agenda_model.h"
#include "ui/calendar/calendar_model.h"
#include "ui/calendar/calendar_table.h"
#include "ui/calendar/event_form.h"
#include "ui/calendar/status_legend.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/yielding_row.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using access::Capability;
using calendar::CalendarService;
using calendar::CalendarWindow;
using calendar::EventService;
using calendar::Scope;

namespace {

constexpr int daysOfWeek = 7;
constexpr int agendaDays = 60;
constexpr int besideFrom = 1020; // of the page at 100 %
constexpr int formWidth = 420;
constexpr int mostOfForm = 620; // where it stands alone
constexpr int mostOfHeading = 240;
constexpr int minuteMs = 60'000;
enum Shown { Table, Agenda, Nothing };

} // namespace

CalendarPage::CalendarPage(Desk &desk, QWidget *parent)
    : Page(parent), m_desk(desk), m_date(desk.today()), m_model(new CalendarModel(desk, this)),
      m_table(new CalendarTable(m_model, this)), m_agendaModel(new AgendaModel(desk, this)),
      m_agenda(new ListView(tr("Agenda"), Role::Surface, this)),
      m_nothing(new Label(TextStyle::Body, Role::Muted, {}, this)), m_form(new EventForm(desk, this)),
      m_shown(new QWidget(this)), m_formCard(new Card(this)), m_minute(this)
{
    auto *all = column(this, 0, {16, 0, 16, 16});
    all->addWidget(buildHead());
    buildViews();
    auto *beside = row(nullptr, 12);
    beside->addWidget(m_shown, 1);
    beside->addStretch(); // the form alone stands between both
    beside->addWidget(m_formCard);
    beside->addStretch();
    all->addLayout(beside, 1);
    connectViews();
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &CalendarPage::follow);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible() && m_window && m_window->today != m_desk.today())
            load();
    });
    m_minute.start(minuteMs);
    sayHead();
}

bool CalendarPage::isFor(const access::Principal &principal)
{
    return principal.can(Capability::CalendarRead) || principal.can(Capability::OwnData);
}

QWidget *CalendarPage::buildHead()
{
    auto *head = new YieldingRow(8, {0, 6, 0, 6}, this);
    auto *line = head->line();
    m_heading = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_back = new PlainButton({}, head);
    m_back->setAccessibleName(tr("Earlier"));
    m_on = new PlainButton({}, head);
    m_on->setAccessibleName(tr("Later"));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_back->setIconName(mirrored ? "i-right" : "i-left");
    m_on->setIconName(mirrored ? "i-left" : "i-right");
    m_today = new PlainButton(tr("Today"), head);
    m_views = new Segmented(tr("Show"), head);
    for (const QString &each : {tr("Day"), tr("Week"), tr("Month"), tr("Agenda")})
        m_views->addSegment(each);
    m_views->setSmall(true);
    m_views->setCurrentIndex(int(m_view));
    m_legend = new StatusLegend(head);
    m_counts = new Label(TextStyle::Body, Role::Muted, {}, head);
    m_new = new PlainButton(tr("Appointment"), head);
    m_new->setIconName("i-plus");
    m_new->setCaption(QStringLiteral("N"));
    for (Button *each : {m_back, m_on, m_today, m_new})
        each->setButtonSize(Button::Size::Small);
    line->addWidget(m_heading);
    line->addSpacing(4);
    for (QWidget *each :
         {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_on), static_cast<QWidget *>(m_today)})
        line->addWidget(each);
    line->addSpacing(4);
    line->addWidget(m_views);
    line->addStretch(1);
    line->addWidget(m_legend);
    line->addSpacing(8);
    line->addWidget(m_counts);
    line->addWidget(m_new);
    head->setYielding({m_legend, m_counts, m_today}); // T is in the sheet of all keys
    head->setFixedHeight(Theme::instance().boxHeight(metric::Top, {TextStyle::Heading}));
    connect(m_back, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_on, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_today, &QAbstractButton::clicked, this, [this] { show(m_view, m_desk.today()); });
    connect(m_new, &QAbstractButton::clicked, this, [this] { begin(m_table->currentDate().value_or(m_date), {}); });
    connect(m_views, &Segmented::currentIndexChanged, this, [this](int view) { choose(View(view)); });
    return head;
}

void CalendarPage::buildViews()
{
    m_stack = new QStackedLayout(m_shown);
    const auto framed = [this](QWidget *inside) {
        auto *card = new Card(this);
        auto *in = column(card, 0, {1, 1, 1, 1});
        in->addWidget(inside);
        return card;
    };
    m_agenda->setModel(m_agendaModel);
    auto *delegate = new ListRowDelegate(m_agenda);
    delegate->setBase(Role::Surface);
    m_agenda->setItemDelegate(delegate);
    m_agenda->installEventFilter(this);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_nothing->setMargin(16);
    m_stack->addWidget(framed(m_table));
    m_stack->addWidget(framed(m_agenda));
    m_stack->addWidget(framed(m_nothing));
    column(m_formCard, 0, {1, 1, 1, 1})->addWidget(m_form);
    m_formCard->hide();
}

void CalendarPage::connectViews()
{
    connect(m_table, &CalendarTable::opened, this, &CalendarPage::open);
    connect(m_table, &CalendarTable::dayRequested, this, [this](Date date) { show(View::Day, date); });
    connect(m_table, &CalendarTable::newRequested, this, &CalendarPage::begin);
    connect(m_table, &CalendarTable::stepRequested, this, &CalendarPage::step);
    connect(m_table, &CalendarTable::moveRequested, this, &CalendarPage::move);
    connect(m_table, &CalendarTable::cancelRequested, this, [this](const CalendarTarget &target) {
        if (const auto *key = std::get_if<calendar::EventKey>(&target))
            cancel(*key, int(Scope::This));
    });
    connect(m_agenda, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { open(m_agendaModel->target(index.row())); });
    connect(m_form, &EntryForm::left, this, [this] { showForm(false); });
    connect(m_form, &EventForm::kept, this, [this](Date date, const calendar::EventKey &key) {
        m_date = date;
        m_goTo = key;
    });
    connect(m_form, &EventForm::dayRead, this, [this](Date date) { // what stands on it is seen beside the form
        if (!isForm() || !isWide() || (span().from <= date && date <= span().to))
            return;
        m_date = date;
        load();
    });
    connect(m_form, &EventForm::cancelRequested, this, [this](const calendar::EventKey &key, Scope scope) {
        m_form->forgetTyped();
        showForm(false);
        cancel(key, int(scope));
    });
}

// What is shown -------------------------------------------------------------------------------------------------------

Date CalendarPage::weekStart(Date date) const
{
    const int first = m_desk.locale().firstDayOfWeek();
    return date.plusDays(-((date.toQDate().dayOfWeek() - first + daysOfWeek) % daysOfWeek));
}

CalendarPage::Span CalendarPage::span() const
{
    switch (m_view) {
    case View::Day:
        return {m_date, m_date};
    case View::Week: {
        const Date from = weekStart(m_date);
        return {from, from.plusDays(daysOfWeek - 1)};
    }
    case View::Month: {
        const QDate day = m_date.toQDate();
        const Date first = m_date.plusDays(1 - day.day());
        const Date last = first.plusDays(day.daysInMonth() - 1);
        return {weekStart(first), weekStart(last).plusDays(daysOfWeek - 1)};
    }
    case View::Agenda:
        return {m_date, m_date.plusDays(agendaDays)};
    }
    Q_UNREACHABLE();
}

void CalendarPage::show(View view, Date date)
{
    m_view = view;
    m_date = date;
    m_views->setCurrentIndex(int(view));
    if (isForm() && !isWide())
        m_form->leave(); // loads
    else
        load();
}

void CalendarPage::choose(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    if (const auto date = m_table->currentDate(); date && m_stack->currentIndex() == Table)
        m_date = *date;
    load();
}

void CalendarPage::load()
{
    m_isStale = false;
    const int asked = ++m_asked;
    const Span days = span();
    sayHead();
    using Read = std::shared_ptr<const CalendarWindow>;
    auto window =
        m_desk.reader().read<Read>([days, now = m_desk.clock().now()](access::Session &session) -> Result<Read> {
            TRY_ASSIGN(CalendarWindow found, CalendarService(session).window(days.from, days.to, now));
            return Read(std::make_shared<const CalendarWindow>(std::move(found)));
        });
    whenDone(std::move(window), this, [this, asked](const Result<Read> &result) {
        if (asked != m_asked)
            return;
        if (!result) {
            m_nothing->setText(m_desk.sentence(result.error()));
            m_stack->setCurrentIndex(Nothing);
            return;
        }
        take(*result);
    });
}

void CalendarPage::take(std::shared_ptr<const CalendarWindow> window)
{
    m_window = std::move(window);
    const bool hadFocus = m_table->hasFocus() || m_agenda->hasFocus() ||
                          (m_stack->currentIndex() == Nothing && m_new->hasFocus()); // where there is nothing
    const CalendarTarget before = !std::holds_alternative<std::monostate>(m_goTo) ? std::exchange(m_goTo, {})
                                  : m_table->currentBlock() && !std::exchange(m_isStepped, false)
                                      ? m_table->currentBlock()->target
                                      : CalendarTarget();
    bool isEmpty = false;
    if (m_view == View::Agenda) {
        m_agendaModel->setWindow(m_window);
        isEmpty = m_agendaModel->rowCount() == 0;
        m_nothing->setText(
            tr("Nothing is promised and nobody comes in the next %1 days. N writes down an appointment; what "
               "is promised at the counter comes here by itself.")
                .arg(agendaDays));
        if (!isEmpty)
            m_agenda->setCurrentIndex(m_agendaModel->index(std::max(0, m_agendaModel->rowOf(m_date))));
    } else {
        const bool month = m_view == View::Month;
        m_model->setWindow(m_window, month ? CalendarModel::Shape::Weeks : CalendarModel::Shape::Persons,
                           month ? std::optional(m_date) : std::nullopt);
        m_table->goTo(before, m_date);
    }
    sayHead();
    m_stack->setCurrentIndex(isEmpty ? Nothing : m_view == View::Agenda ? Agenda : Table);
    if (hadFocus && isVisible())
        front()->setFocus(Qt::OtherFocusReason);
    Q_EMIT loaded();
}

QString CalendarPage::spanText() const
{
    const QLocale &locale = m_desk.locale();
    const Span days = span();
    const bool thisYear = m_date.toQDate().year() == m_desk.today().toQDate().year();
    if (m_view == View::Day)
        return locale.toString(m_date.toQDate(), thisYear ? tr("dddd d MMMM") : tr("dddd d MMMM yyyy"));
    if (m_view == View::Month)
        return locale.standaloneMonthName(m_date.toQDate().month()) + QLatin1Char(' ') +
               QString::number(m_date.toQDate().year());
    Date from = days.from;
    Date to = days.to;
    const bool fits = m_view == View::Week && m_window && m_window->from == days.from && m_model->rowCount() > 0 &&
                      m_model->shape() == CalendarModel::Shape::Persons;
    if (fits) { // of the days that are there
        from = m_model->dateOf(m_model->index(0, 0));
        to = m_model->dateOf(m_model->index(m_model->rowCount() - 1, 0));
    }
    const bool sameMonth = from.toQDate().month() == to.toQDate().month();
    //: two days, as in QLocale::toString
    const QString first = locale.toString(from.toQDate(), sameMonth ? tr("d") : tr("d MMM"));
    const QString last = locale.toString(to.toQDate(), sameMonth ? tr("d MMMM") : tr("d MMM"));
    const QString both = tr("%1 \u2013 %2").arg(first, last);
    return thisYear ? both : both + QLatin1Char(' ') + QString::number(to.toQDate().year());
}

void CalendarPage::sayHead()
{
    m_heading->setText(spanText());
    // The buttons after it stay where they are from one week to the next.
    if (std::exchange(m_headed, m_view) != m_view)
        m_heading->setMinimumWidth(0);
    m_heading->setMinimumWidth(std::clamp(m_heading->sizeHint().width(), m_heading->minimumWidth(),
                                          std::max(m_heading->minimumWidth(), Theme::instance().px(mostOfHeading))));
    QStringList counts;
    if (m_window) {
        int fittings = 0;
        int due = 0;
        for (const calendar::CalendarDay &day : m_window->days) {
            fittings += m_window->fittingsOn(day.date);
            due += m_window->dueOn(day.date);
        }
        counts.append(fittings == 1 ? tr("1 fitting") : tr("%n fittings", nullptr, fittings));
        if (m_window->hasOrders)
            counts.append(tr("%n due", nullptr, due));
    }
    m_counts->setText(counts.join(QStringLiteral(" \u00b7 ")));
    Q_EMIT titleChanged();
}

QString CalendarPage::title() const
{
    return tr("Calendar, %1").arg(spanText());
}

void CalendarPage::prepare()
{
    load();
}

void CalendarPage::arrive()
{
    if (m_isStale)
        load();
    if (isForm())
        return m_form->focusFirst();
    front()->setFocus(Qt::OtherFocusReason);
}

QWidget *CalendarPage::front() const
{
    if (m_stack->currentIndex() == Nothing)
        return m_new;
    return m_view == View::Agenda ? static_cast<QWidget *>(m_agenda) : m_table;
}

void CalendarPage::follow(const changes::ChangeSet &changes)
{
    using storage::Table;
    constexpr std::array shown = {Table::Events,      Table::Orders,  Table::OrderItems,
                                  Table::SysSettings, Table::Clients, Table::WorkspaceMembers};
    if (std::ranges::none_of(shown, [&](Table table) { return changes.touches(table); }))
        return;
    if (isVisible())
        load();
    else
        m_isStale = true;
}

// What is done --------------------------------------------------------------------------------------------------------

void CalendarPage::step(int direction)
{
    const Span days = span();
    switch (m_view) {
    case View::Day:
        m_date = m_date.plusDays(direction);
        break;
    case View::Week:
        m_date = direction < 0 ? days.from.plusDays(-1) : days.to.plusDays(1);
        break;
    case View::Month:
        m_date = Date::fromQDate(m_date.toQDate().addMonths(direction)).valueOr(m_date);
        break;
    case View::Agenda:
        m_date = m_date.plusDays(direction * agendaDays);
        break;
    }
    m_isStepped = true;
    load();
}

bool CalendarPage::isForm() const
{
    return !m_formCard->isHidden();
}

bool CalendarPage::isWide() const
{
    return width() >= Theme::instance().px(besideFrom);
}

//! Beside the calendar, or in its place: a column in the middle.
void CalendarPage::layOutForm()
{
    const Theme &theme = Theme::instance();
    const bool alone = isForm() && !isWide();
    const int room = width() - 32;
    m_formCard->setFixedWidth(std::min(room, theme.px(alone ? mostOfForm : formWidth)));
    m_shown->setVisible(!alone);
    for (QWidget *each : {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_on), static_cast<QWidget *>(m_today),
                          static_cast<QWidget *>(m_views), static_cast<QWidget *>(m_new)})
        each->setEnabled(!alone);
}

void CalendarPage::showForm(bool shown)
{
    m_formCard->setVisible(shown);
    m_table->setMarked(shown);
    layOutForm();
    if (shown)
        return m_form->focusFirst();
    load();
    arrive();
}

void CalendarPage::begin(Date date, std::optional<PersonId> person)
{
    if (isForm())
        m_form->leave();
    m_form->begin(date, person, false);
    showForm(true);
}

void CalendarPage::open(const CalendarTarget &target)
{
    if (const auto *order = std::get_if<OrderId>(&target))
        Q_EMIT m_desk.navigation().openOrderRequested(*order);
    else if (const auto *key = std::get_if<calendar::EventKey>(&target))
        change(*key);
}

void CalendarPage::change(const calendar::EventKey &key)
{
    const auto one = CalendarService(m_desk.session()).load(key);
    if (!one)
        return m_desk.notices().fail(one.error());
    if (!one->personal && !m_desk.principal().can(Capability::CalendarWrite))
        return m_desk.notices().say(tr("%1: %2", "what, and when").arg(one->title, whenText(m_desk, *one)));
    if (isForm())
        m_form->leave();
    m_goTo = key;
    m_form->change(*one);
    showForm(true);
}

void CalendarPage::cancel(const calendar::EventKey &key, int scope)
{
    if (isForm())
        m_form->leave();
    if (m_view != View::Agenda)
        m_date = m_table->currentDate().value_or(m_date); // where it was
    m_desk.when(EventService(m_desk.door()).cancel(key, Scope(scope)), this, [] {});
}

//! By so many days, at the same hour.
void CalendarPage::move(const CalendarTarget &target, int days)
{
    const auto *key = std::get_if<calendar::EventKey>(&target);
    if (!key)
        return m_desk.notices().say(tr("What is promised is moved with its order: Enter opens it."));
    const auto one = CalendarService(m_desk.session()).load(*key);
    if (!one)
        return m_desk.notices().fail(one.error());
    if (isForm())
        m_form->leave(); // it would put it back
    const QByteArray zone = m_desk.calendar().zone();
    const auto to = calendar::WallTime::of(one->startsAt, zone).plusSecs(qint64(days) * 86'400).at(zone);
    m_goTo = *key;
    m_date = one->firstDay.plusDays(days);
    m_desk.when(EventService(m_desk.door()).move(*key, Scope::This, to), this, [] {});
}

bool CalendarPage::handle(ActionId id)
{
    if ((id != ActionId::Pay && id != ActionId::Save) || !isForm())
        return false;
    m_form->submit();
    return true;
}

bool CalendarPage::stepBack()
{
    if (!isForm())
        return false;
    m_form->leave();
    return true;
}

//! Letters of the calendar, wherever on it the keyboard is; all of them stand in the sheet of all keys.
bool CalendarPage::takeLetter(int key)
{
    if (isForm() && m_form->isAncestorOf(QApplication::focusWidget()))
        return false;
    switch (key) {
    case Qt::Key_D:
        show(View::Day, m_table->currentDate().value_or(m_date));
        return true;
    case Qt::Key_W:
        show(View::Week, m_table->currentDate().value_or(m_date));
        return true;
    case Qt::Key_M:
        show(View::Month, m_table->currentDate().value_or(m_date));
        return true;
    case Qt::Key_A:
        show(View::Agenda, m_table->currentDate().value_or(m_date));
        return true;
    case Qt::Key_T:
        show(m_view, m_desk.today());
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        step(key == Qt::Key_PageUp ? -1 : 1);
        return true;
    case Qt::Key_N:
        begin(m_table->currentDate().value_or(m_date), m_table->currentPerson());
        return true;
    default:
        return false;
    }
}

void CalendarPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!plain || !takeLetter(event->key()))
        Page::keyPressEvent(event);
}

//! A list would look for a row that begins with the letter.
bool CalendarPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_agenda && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<const QKeyEvent *>(event);
        if (pressed->modifiers() == Qt::NoModifier) {
            if (pressed->key() == Qt::Key_PageUp || pressed->key() == Qt::Key_PageDown)
                return Page::eventFilter(watched, event);
            return takeLetter(pressed->key());
        }
    }
    return Page::eventFilter(watched, event);
}

void CalendarPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    layOutForm();
}

void CalendarPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
