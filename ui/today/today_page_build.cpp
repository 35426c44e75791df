// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// What Today is made of, and where its cards stand.
#include "core/access/capability.h"
#include "ui/calendar/reminder_strip.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/today/backup_link.h"
#include "ui/today/count_link.h"
#include "ui/today/foot_links.h"
#include "ui/today/recovery_link.h"
#include "ui/today/today_card.h"
#include "ui/today/today_page.h"
#include "ui/today/today_till_card.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QGridLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

namespace thimblely::ui {

namespace {

using access::Capability;
using orders::OpenOrderFilter;

constexpr int margin = 16;
constexpr int gap = 12;
constexpr int threeColumnsFrom = 1000; // of the page at 100 %: of the window 1200
constexpr int lowBelow = 684;          // of the page: of the window 740
constexpr int minuteMs = 60'000;

} // namespace

TodayPage::TodayPage(Desk &desk, QWidget *parent) : Page(parent), m_desk(desk), m_minute(this)
{
    auto *all = column(this, 0, {0, 0, 0, 0});
    all->addWidget(buildHead());
    m_reminders = new ReminderStrip(m_desk, this);
    all->addWidget(m_reminders);
    auto *body = new QWidget(this);
    m_grid = new QGridLayout(body);
    m_grid->setSpacing(gap);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(body);
    m_scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    all->addWidget(m_scroll, 1);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TodayPage::placeMargins);
    buildOrderCards();
    buildOtherCards();
    connect(&m_desk.door(), &changes::WriteDoor::changed, this, &TodayPage::follow);
    connect(&Theme::instance(), &Theme::changed, this, &TodayPage::place);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showCardOf(now); });
    connect(&m_minute, &QTimer::timeout, this, &TodayPage::followTheDay);
    m_minute.setObjectName(QStringLiteral("minute"));
    m_minute.start(minuteMs);
    place();
}

QWidget *TodayPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *line = row(head, 16, {16, 6, 16, 6});
    m_heading = new Label(TextStyle::Heading, Role::Text, {}, head);
    m_heading->setElided(true);
    m_tomorrow = new SentenceLink(head);
    m_tomorrow->hide();
    m_notebook = new SentenceLink(head);
    m_notebook->setSentence(tr("%1: what hangs in the shop already"), tr("Notebook day"));
    m_notebook->hide();
    m_import = new SentenceLink(head);
    m_import->setSentence(tr("%1 of another program"), tr("Clients and prices"));
    m_import->hide();
    m_newOrder = new PrimaryButton(tr("New order"), head);
    m_newOrder->setIconName("i-plus");
    m_newOrder->setCaption(QStringLiteral("F2"));
    const access::Principal &principal = m_desk.principal();
    m_newOrder->setVisible(principal.can(Capability::OrdersWrite) && principal.can(Capability::ClientsRead));
    line->addWidget(m_heading);
    line->addWidget(m_tomorrow);
    line->addWidget(m_notebook);
    line->addWidget(m_import);
    line->addStretch(1);
    m_recovery = new RecoveryLink(m_desk, head);
    line->addWidget(m_recovery);
    line->addWidget(new BackupLink(m_desk, head));
    line->addWidget(m_newOrder);
    connect(m_newOrder, &QAbstractButton::clicked, this, [this] { Q_EMIT m_desk.navigation().orderRequested({}); });
    connect(m_tomorrow, &QAbstractButton::clicked, this, [this] { openList(OpenOrderFilter::DueTomorrowMorning); });
    connect(m_notebook, &QAbstractButton::clicked, this, &TodayPage::notebookRequested);
    connect(m_import, &QAbstractButton::clicked, this, &TodayPage::importRequested);
    connect(m_recovery, &QAbstractButton::clicked, this, &TodayPage::recoverySheetRequested);
    return head;
}

TodayCard *TodayPage::addCard(TodayCard *card)
{
    connect(card, &TodayCard::wentTo, this, &TodayPage::goTo);
    connect(card, &TodayCard::menuRequested, this, &TodayPage::offer);
    m_cards.append(card);
    return card;
}

void TodayPage::connectCount(CountLink *count, OpenOrderFilter filter)
{
    connect(count, &QAbstractButton::clicked, this, [this, filter] { openList(filter); });
}

void TodayPage::buildOrderCards()
{
    if (!m_desk.principal().can(Capability::OrdersRead))
        return;
    m_due = addCard(new TodayCard(tr("Late and due today"), this));
    m_lateCount = m_due->addCount(Status::Late, tr("Late"));
    m_todayCount = m_due->addCount(Status::Today, tr("Today"));
    m_ready = new TodayCard(tr("Ready and not collected"), this);
    m_readyCount = m_ready->addCount(Status::Ready, tr("Ready, uncollected"));
    m_waiting = new TodayCard(tr("Waiting for the client"), this);
    m_waitingCount = m_waiting->addCount(Status::Waiting, tr("Waiting for client"));
    connectCount(m_lateCount, OpenOrderFilter::Late);
    connectCount(m_todayCount, OpenOrderFilter::DueToday);
    connectCount(m_readyCount, OpenOrderFilter::Ready);
    connectCount(m_waitingCount, OpenOrderFilter::WaitingForClient);
    connect(m_due, &TodayCard::footRequested, this, [this] { openList(OpenOrderFilter::DueByToday); });
    connect(m_ready, &TodayCard::footRequested, this, [this] { openList(OpenOrderFilter::Ready); });
    connect(m_ready, &TodayCard::remarkRequested, this, [this] { openList(OpenOrderFilter::ReadyLong); });
    connect(m_waiting, &TodayCard::footRequested, this, [this] { openList(OpenOrderFilter::WaitingForClient); });
}

//! Fittings have no screen of their own: their card holds every row, and the number leads into it.
void TodayPage::buildOtherCards()
{
    const access::Principal &principal = m_desk.principal();
    if (principal.can(Capability::CalendarRead)) {
        m_fittings = addCard(new TodayCard(tr("Fittings today"), this));
        m_fittingCount = m_fittings->addCount(Status::Fitting, tr("Fittings"));
        connect(m_fittingCount, &QAbstractButton::clicked, m_fittings, &TodayCard::focusRows);
    }
    if (principal.can(Capability::TillOperate)) {
        m_till = new TodayTillCard(m_desk, this);
        addCard(m_till);
    }
    if (m_ready)
        addCard(m_ready);
    if (m_waiting)
        addCard(m_waiting);
    if (principal.can(Capability::InventoryRead)) {
        m_stock = addCard(new TodayCard(tr("Cloth that runs out"), this));
        m_stockCount = m_stock->addCount({}, tr("Cloth low"));
        connect(m_stockCount, &QAbstractButton::clicked, this, &TodayPage::lowStockRequested);
    }
}

void TodayPage::place()
{
    const Theme &theme = Theme::instance();
    const int columns = width() >= theme.px(threeColumnsFrom) ? 3 : 2;
    const bool low = height() < lowBelow;
    for (TodayCard *card : std::as_const(m_cards))
        card->setLow(low);
    for (int i = 0; i < m_cards.size() && columns != m_columns; ++i)
        m_grid->addWidget(m_cards[i], i / columns, i % columns);
    m_columns = columns;
    for (int i = 0; i < 3; ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
        m_grid->setRowStretch(i, i * columns < m_cards.size() ? 1 : 0);
    }
    placeMargins();
    m_tomorrow->parentWidget()->setFixedHeight(theme.boxHeight(metric::Top, {TextStyle::Heading}));
}

//! The bar takes its room from the margin beside the cards, not from them.
void TodayPage::placeMargins()
{
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    const int beside = bar->maximum() > 0 ? std::max(0, margin - bar->sizeHint().width()) : margin;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_grid->setContentsMargins(mirrored ? beside : margin, 0, mirrored ? margin : beside, margin);
}

//! A scroll area by itself shows no more than the row that has the keyboard.
void TodayPage::showCardOf(const QWidget *focused)
{
    for (TodayCard *card : std::as_const(m_cards)) {
        if (focused && card->isAncestorOf(focused))
            m_scroll->ensureWidgetVisible(card, 0, margin);
    }
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    place();
}

void TodayPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::instance().color(Role::Window));
}

} // namespace thimblely::ui
