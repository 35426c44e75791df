// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/parked_list.h"

#include "core/orders/order_service.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/parked_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QApplication>
#include <QJsonArray>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int pageSize = 20; // rows are widgets

} // namespace

ParkedList::ParkedList(Desk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_head(new SectionHead(tr("Parked"), this)), m_lines(column(nullptr, 0)),
      m_more(new FlatButton(tr("Show more"), this))
{
    auto *rows = column(nullptr, 0);
    setLayout(rows);
    auto *head = row(nullptr, 0, QMargins(16, 0, 16, 0)); // in line with the rows
    head->addWidget(m_head);
    rows->addLayout(head);
    rows->addLayout(m_lines);
    rows->addWidget(m_more, 0, Qt::AlignLeft);
    m_head->setRemark(tr("they have no number yet"));
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, [this] {
        fetch();
        Q_EMIT changed();
    });
}

void ParkedList::reload(const std::optional<OrderId> &except)
{
    m_except = except;
    const auto page = orders::OrderService(m_desk.session(), m_desk.door()).parkedOrders({}, pageSize);
    if (!page) {
        m_desk.notices().fail(page.error());
        return;
    }
    clearRows();
    for (const auto &draft : m_desk.drafts().abandoned(OrderEditor::draftScreen))
        addKept(draft);
    for (const orders::ParkedOrder &order : page->rows)
        addParked(order);
    m_head->setTitle(std::ranges::any_of(page->rows, [](const auto &order) { return order.quote.has_value(); })
                         ? tr("Parked and offered")
                         : tr("Parked"));
    m_next = page->next;
    m_more->setVisible(m_next.has_value());
    Q_EMIT changed();
}

void ParkedList::fetch()
{
    const auto page = orders::OrderService(m_desk.session(), m_desk.door()).parkedOrders(m_next, pageSize);
    if (!page) {
        m_desk.notices().fail(page.error());
        return;
    }
    for (const orders::ParkedOrder &order : page->rows)
        addParked(order);
    m_next = page->next;
    m_more->setVisible(m_next.has_value());
}

void ParkedList::clearRows()
{
    for (ParkedRow *old : m_rows) {
        m_lines->removeWidget(old);
        old->hide(); // whoever pressed a button in it is still in its slot
        old->deleteLater();
    }
    m_rows.clear();
}

void ParkedList::addKept(const changes::DraftStore::Draft &draft)
{
    const QString who = describeKept(draft.content);
    const auto pieces = draft.content.value(QLatin1String("pieces")).toArray().size();
    if (pieces == 0 && draft.content.value(QLatin1String("who")).toString().isEmpty())
        return; // a client was looked at, and nothing begun
    auto *row = addRow(new ParkedRow(
        {who.isEmpty() ? tr("Nobody yet") : who,
         tr("%1, typed in another window that closed, %2").arg(pieceCount(int(pieces)), sinceText(draft.savedAt)),
         std::nullopt, false},
        m_desk.locale(), this));
    connect(row, &ParkedRow::openRequested, this, [this, draft] { Q_EMIT takeRequested(draft); });
}

void ParkedList::addParked(const orders::ParkedOrder &order)
{
    if (m_except == order.id)
        return;
    auto *row = addRow(new ParkedRow({order.who.isEmpty() ? tr("Nobody yet") : order.who, wordsOf(order),
                                      order.pieces > 0 ? order.total : std::nullopt, true, order.quote.has_value()},
                                     m_desk.locale(), this));
    connect(row, &ParkedRow::openRequested, this, [this, order] { Q_EMIT goOnRequested(order); });
    connect(row, &ParkedRow::dropRequested, this, [this, id = order.id] { Q_EMIT dropRequested(id); });
    connect(row, &ParkedRow::declineRequested, this,
            [this, id = order.id](const QString &reason) { Q_EMIT declineRequested(id, reason); });
}

ParkedRow *ParkedList::addRow(ParkedRow *row)
{
    m_lines->addWidget(row);
    row->show();
    connect(row, &ParkedRow::moveRequested, this, [this, row](int step) {
        const auto at = std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin() + step;
        if (at >= 0 && at < std::ptrdiff_t(m_rows.size()))
            m_rows[size_t(at)]->focusOpen();
    });
    m_rows.push_back(row);
    return row;
}

QString ParkedList::sinceText(Instant instant) const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(m_desk.calendar().zone()));
    const QString time = m_desk.locale().toString(at.time(), QLocale::ShortFormat);
    const Date day = m_desk.calendar().dayOf(instant);
    return day == m_desk.today() ? time : tr("%1, %2").arg(dayText(day, m_desk.today(), m_desk.locale()), time);
}

QString ParkedList::wordsOf(const orders::ParkedOrder &order) const
{
    const QString pieces = order.pieces == 0       ? tr("no piece yet")
                           : order.title.isEmpty() ? pieceCount(order.pieces)
                                                   : tr("%1: %2").arg(pieceCount(order.pieces), order.title);
    if (order.quote) {
        const QString until = dayText(order.quote->until, m_desk.today(), m_desk.locale());
        const bool stands = order.quote->until >= m_desk.today();
        return tr("%1, %2").arg(stands ? tr("Offer until %1").arg(until) : tr("Offer expired %1").arg(until), pieces);
    }
    const QString since = tr("parked %1").arg(sinceText(order.parkedAt));
    if (!order.promisedDate)
        return tr("%1, %2").arg(pieces, since);
    return tr("%1, for %2, %3")
        .arg(pieces, m_desk.locale().toString(order.promisedDate->toQDate(), QStringLiteral("ddd d MMM")), since);
}

void ParkedList::focusFirst()
{
    if (!m_rows.empty())
        m_rows.front()->focusOpen();
}

QList<QWidget *> ParkedList::tabChain() const
{
    QList<QWidget *> chain;
    for (const ParkedRow *row : m_rows)
        chain += row->tabChain();
    chain.append(m_more);
    return chain;
}

} // namespace thimblely::ui
