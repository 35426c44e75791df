// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/ticket_pane.h"

#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/day_load_list.h"
#include "ui/orders/day_offer.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pay_details.h"
#include "ui/orders/ticket_sums.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

#include <QApplication>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QTimer>

namespace thimblely::ui {

namespace {

constexpr int daysShown = 5;
constexpr int whenWidth = 88;
constexpr int densities = 7; // 5 days, 4, 3, columns, then fewer parts of the sum, none, and without the days

} // namespace

TicketPane::TicketPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Window, Edge::Leading, parent), m_desk(desk), m_editor(editor)
{
    auto *whole = column(nullptr, 10, QMargins(0, 0, 0, 14));
    setLayout(whole);
    whole->addWidget(buildScroll(), 1);
    auto *rows = column(nullptr, 10, QMargins(16, 12, 16, 0));
    m_inside->setLayout(rows);
    rows->addLayout(buildWhen());
    m_days = new DayLoadList(m_desk.locale(), this);
    rows->addWidget(m_days);
    m_offer = new DayOffer(m_desk, m_editor, this);
    m_offer->attach(m_when);
    rows->addWidget(m_offer);
    rows->addStretch(1);
    m_sums = new TicketSums(m_desk, m_editor, this);
    rows->addWidget(m_sums);
    rows->addWidget(buildPayer());
    rows->addLayout(buildPay());
    m_details = new PayDetails(m_desk, PayDetails::Given::IsLaidDown, this);
    rows->addWidget(m_details);
    whole->addLayout(buildFoot());
    connectFields();
    m_when->setText(m_editor.promiseText());
    m_payNow->setText(m_editor.payText());
    m_payNow->installEventFilter(this);
    m_details->field().installEventFilter(this);
    showPromise();
    showSums();
    reloadDays();
}

//! Where even the least does not fit, such as a payment's fields in large letters in a low window, the rest scrolls over
//! the button.
QWidget *TicketPane::buildScroll()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Promise and payment"));
    m_inside = new QWidget(m_scroll);
    m_scroll->setWidget(m_inside);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_inside->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_inside->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 0, 12);
    });
    return m_scroll;
}

QLayout *TicketPane::buildFoot()
{
    m_foot = column(nullptr, 10, QMargins(16, 0, 16, 0));
    m_problem = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_foot->addWidget(m_problem);
    m_book = new PrimaryButton(QString(), this);
    m_book->setButtonSize(Button::Size::Pay);
    m_book->setCaption(QStringLiteral("F9"));
    m_foot->addWidget(m_book);
    return m_foot;
}

QLayout *TicketPane::buildWhen()
{
    auto *rows = column(nullptr, 6);
    auto *head = row(nullptr, 8);
    m_whenHead = new Label(TextStyle::CaptionStrong, Role::Muted, tr("When"), this);
    m_today = new Label(TextStyle::Caption, Role::Muted, {}, this);
    head->addWidget(m_whenHead, 1);
    head->addWidget(m_today);
    rows->addLayout(head);
    auto *line = row(nullptr, 12);
    m_whenName = new Label(TextStyle::CaptionStrong, Role::Muted, tr("When"), this);
    m_when = new QLineEdit(this);
    m_when->setAccessibleName(tr("When it is promised"));
    m_when->setPlaceholderText(tr("fri, +3"));
    m_when->setFont(Theme::instance().font(TextStyle::Input));
    m_when->setFixedWidth(Theme::instance().px(whenWidth));
    m_answer = new Label(TextStyle::InputStrong, Role::Text, {}, this);
    m_answer->setWordWrap(true);
    line->addWidget(m_whenName);
    line->addWidget(m_when);
    line->addWidget(m_answer, 1);
    rows->addLayout(line);
    return rows;
}

void TicketPane::connectFields()
{
    connect(&m_editor, &OrderEditor::promiseChanged, this, [this] {
        showPromise();
        showSums(); // what was said of the order before it had this day
    });
    connect(&m_editor, &OrderEditor::sumsChanged, this, &TicketPane::showSums);
    connect(&HideMoney::instance(), &HideMoney::changed, this, &TicketPane::showSums);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_when->setFont(Theme::instance().font(TextStyle::Input));
        m_when->setFixedWidth(Theme::instance().px(whenWidth));
        m_payNow->setRoom(Theme::instance().px(payNowWidth));
        fit();
    });
    connect(m_when, &QLineEdit::textEdited, &m_editor, &OrderEditor::setPromiseText);
    connect(m_when, &QLineEdit::returnPressed, this,
            [this] { leadOn(m_when, m_editor.promiseText().trimmed().isEmpty() || m_editor.promise()); });
    const auto take = [this](Date day) {
        // As it would be typed: the field has no room for a whole date.
        const QString typed = u'+' + QString::number(m_desk.today().daysTo(day));
        m_when->setText(typed);
        m_editor.setPromiseText(typed);
    };
    connect(m_days, &DayLoadList::dayChosen, this, take);
    connect(m_offer, &DayOffer::dayChosen, this, take);
    connect(&m_editor, &OrderEditor::planRead, this, &TicketPane::showDays);
    connect(m_offer, &DayOffer::wordsChanged, this, &TicketPane::fit);
    connect(m_sums, &TicketSums::finished, this, [this] { leadOn(m_payNow, true); });
    connect(m_payNow, &QLineEdit::textEdited, &m_editor, &OrderEditor::setPayText);
    connect(m_payNow, &QLineEdit::returnPressed, this, &TicketPane::bookRequested);
    connect(m_details, &PayDetails::typed, this, [this] {
        m_editor.setPayFacts(m_details->facts());
        if (!m_askedReference.empty() && !m_details->facts().reference.isEmpty()) {
            m_askedReference.clear();
            forgetProblem();
        }
    });
    connect(m_details, &PayDetails::changed, this, [this] {
        m_askedReference.clear();
        m_editor.setPayFacts(m_details->facts());
        showSums();
        // A row that was never shown says how high it is once it is; the pane is fitted to that again.
        QTimer::singleShot(0, this, [this] { fit(); });
    });
    connect(m_details, &PayDetails::methodChosen, this, [this] {
        m_editor.setPayFacts(m_details->facts()); // first: the amount that follows shows it all anew
        offerCredit();
    });
    connect(m_details, &PayDetails::finished, this, &TicketPane::bookRequested);
    connect(m_book, &QAbstractButton::clicked, this, &TicketPane::bookRequested);
}

//! Enter leads to the money; what cannot be read keeps the keyboard, so that what is typed next mends it.
void TicketPane::leadOn(QLineEdit *from, bool readable)
{
    QLineEdit *next = readable ? m_payNow : from;
    next->setFocus(Qt::TabFocusReason);
    next->selectAll();
}

void TicketPane::focusUnread()
{
    if (m_sums->focusUnread())
        return;
    if (allPay()) {
        focusGiven();
        return;
    }
    m_editor.setPaying(unreadPayer());
    leadOn(m_payNow, false);
}

void TicketPane::focusReason()
{
    m_sums->focusReason();
}

void TicketPane::focusWhen()
{
    QLineEdit *next = m_editor.addedTo() ? m_payNow : m_when; // what was promised stays
    next->setFocus(Qt::TabFocusReason);
    next->selectAll();
}

void TicketPane::reloadDays()
{
    const Date today = m_desk.today();
    m_today->setText(tr("today is %1").arg(m_desk.locale().toString(today.toQDate(), QStringLiteral("ddd d"))));
    m_editor.reloadPlan();
}

//! From tomorrow on, or around the day that is promised where that lies further off.
void TicketPane::showDays()
{
    if (!m_editor.plan())
        return;
    const std::vector<orders::PlanDay> &days = m_editor.plan()->days();
    const auto &promised = m_editor.addedTo() ? m_editor.addedTo()->promisedDate : m_editor.draft().promisedDate;
    const qint64 ahead = promised ? m_desk.today().daysTo(*promised) : 0;
    const qint64 last = std::max<qint64>(1, qint64(days.size()) - daysShown);
    const qint64 first = ahead <= 3 ? 1 : std::clamp<qint64>(ahead - 1, 1, last); // it stands second, in columns too
    const auto from = days.begin() + first;
    m_days->setDays({from, from + std::min<ptrdiff_t>(daysShown, days.end() - from)});
    fit(); // they came after the rest was laid out
}

void TicketPane::showPromise()
{
    showDays();
    const auto &added = m_editor.addedTo();
    m_when->setHidden(added.has_value());
    m_days->setEnabled(!added);
    if (added) {             // what is promised stays
        m_when->setText({}); // not clear(): undo would bring the words back
        m_answer->setRole(Role::Text);
        m_answer->setTextStyle(TextStyle::InputStrong);
        m_answer->setText(added->promisedDate ? dayWords(*added->promisedDate, added->promisedTime)
                                              : tr("no day promised"));
        m_days->setChosen(added->promisedDate);
        return;
    }
    // What is being typed is the editor's already; anything else is of another order.
    if (m_when->text() != m_editor.promiseText())
        m_when->setText(m_editor.promiseText());
    setInputError(m_when, false);
    if (m_editor.promiseText().trimmed().isEmpty()) {
        m_answer->clear();
        m_days->setChosen({});
        return;
    }
    const auto promise = m_editor.promise();
    m_answer->setRole(promise ? Role::Text : Role::Late);
    m_answer->setTextStyle(promise ? TextStyle::InputStrong : TextStyle::Caption);
    if (!promise) {
        setInputError(m_when, true);
        m_answer->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(promise.error()));
        m_days->setChosen({});
        return;
    }
    m_answer->setText(dayWords(promise->date, promise->time));
    m_days->setChosen(promise->date);
}

QString TicketPane::dayWords(Date date, const std::optional<QTime> &time) const
{
    const qint64 days = m_desk.today().daysTo(date);
    const bool near = days >= 0 && days < 28; // no day of the month comes twice
    const QString day =
        m_desk.locale().toString(date.toQDate(), near ? QStringLiteral("ddd d") : QStringLiteral("ddd d MMM"));
    return time ? tr("%1, %2").arg(day, m_desk.locale().toString(*time, QLocale::ShortFormat)) : day;
}

void TicketPane::showSums()
{
    setProblem({});
    m_askedGiven.reset(); // what was asked about is said no more
    if (m_editor.isEmpty())
        m_askedReference.clear();
    // An order that comes back brings what was typed with it.
    showPayer();
    if (!m_payNow->hasFocus() && !m_editor.payText().isEmpty() && m_payNow->text() != m_editor.payText())
        m_payNow->setText(m_editor.payText());
    const auto sums = m_editor.totals();
    const auto payNow = allPay();
    const auto typed = checkTyped();
    m_sums->setSums(sums); // they follow the pieces whatever stands in "Pay now"
    fit();                 // they may be more lines, or fewer
    if (!sums || !payNow || !typed) {
        setProblem(m_desk.sentence(!sums ? sums.error() : !typed ? typed.error() : payNow.error()));
        m_payWords->clear();
        if (m_editor.payText().isEmpty()) // what was asked for of another total
            m_payNow->setText({});
        m_book->setText(m_editor.addedTo() ? tr("Add + print") : tr("Book + print"));
        m_details->setAsked({});
        return;
    }
    showMoney(*sums);
}

//! What is charged and taken off besides.
Result<void> TicketPane::checkTyped() const
{
    TRY(m_editor.checkRush());
    return m_editor.checkDiscount();
}

void TicketPane::setBusy(bool busy)
{
    m_book->setEnabled(!busy);
}

void TicketPane::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
    fit();
}

void TicketPane::setDensity(int density)
{
    m_density = density;
    showPayWords();
    const bool low = density >= 3;
    m_whenHead->setHidden(low);
    m_today->setHidden(low);
    m_whenName->setVisible(low);
    m_days->setColumns(low);
    m_days->setShown(low ? 3 : daysShown - density);
    m_days->setVisible(density < densities - 1);
    m_details->setNotesShown(density == 0);
    m_sums->setParts(density < 4    ? TicketSums::Parts::All
                     : density == 4 ? TicketSums::Parts::Typed
                                    : TicketSums::Parts::None);
}

int TicketPane::neededHeight() const
{
    // Only where words that wrap are shown does the width say more than the least size.
    const auto least = [this](QLayout &part) {
        return std::max(part.totalMinimumSize().height(),
                        part.hasHeightForWidth() ? part.totalMinimumHeightForWidth(width()) : 0);
    };
    return least(*m_inside->layout()) + layout()->spacing() + least(*m_foot) + layout()->contentsMargins().bottom();
}

void TicketPane::fit()
{
    if (m_fitting || height() < 100)
        return;
    const QScopedValueRollback guard(m_fitting, true);
    for (int density = 0; density < densities; ++density) {
        setDensity(density);
        m_details->layout()->invalidate(); // its rows come and go, and would be told upwards with the next event only
        m_details->layout()->activate();
        m_details->updateGeometry();
        m_inside->layout()->invalidate();
        m_foot->invalidate();
        layout()->activate();
        if (neededHeight() <= height() || density == densities - 1)
            break;
    }
}

void TicketPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    fit();
}

} // namespace thimblely::ui
