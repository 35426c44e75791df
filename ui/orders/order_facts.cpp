// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/order_facts.h"

#include "core/orders/promise_text.h"
#include "ui/desk/desk.h"
#include "ui/orders/fact_chip.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/quiet_edit.h"
#include "ui/theme/paint.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int longestTicket = 40;
constexpr int mostVisits = 8;

} // namespace

OrderFacts::OrderFacts(Desk &desk, OrderEditor &editor, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_editor(editor)
{
    auto *rows = column(nullptr, 0, QMargins(16, 4, 16, 8));
    setLayout(rows);
    m_flow = new FlowLayout(8, 4);
    rows->addLayout(m_flow);
    m_event = field(tr("The day it is for"), tr("+ Event day"));
    m_event->setToolTip(tr("A wedding, a feast: “12 dec”. A promise after it warns."));
    m_eventDay = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_ticket = field(tr("Number on the old paper ticket"), tr("+ Old ticket no."));
    m_ticket->setMaxLength(longestTicket);
    m_head = new Label(TextStyle::Body, Role::Muted, tr("Fittings"), this);
    m_more = new FactChip(this);
    m_more->setDashed(true);
    m_more->setFact(tr("+ Fitting"), {});
    m_more->setAccessibleName(tr("One more fitting"));
    m_again = new FactChip(this);
    m_again->setDashed(true);
    m_again->setFact(tr("as usual"), {});
    m_again->setAccessibleName(tr("Fittings as they follow from the promise"));
    for (QWidget *each : std::initializer_list<QWidget *>{m_event, m_eventDay, m_ticket, m_head, m_more, m_again})
        m_flow->addWidget(each);
    m_problem = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    connect(m_event, &QLineEdit::textEdited, &m_editor, &OrderEditor::setEventText);
    connect(m_event, &QLineEdit::returnPressed, this, [this] { m_ticket->setFocus(Qt::TabFocusReason); });
    connect(m_ticket, &QLineEdit::textEdited, &m_editor, &OrderEditor::setPaperTicket);
    connect(m_ticket, &QLineEdit::returnPressed, this, &OrderFacts::finished);
    connect(m_more, &QAbstractButton::clicked, this, &OrderFacts::addVisit);
    connect(m_again, &QAbstractButton::clicked, &m_editor, &OrderEditor::proposeVisits);
    connect(&m_editor, &OrderEditor::visitsChanged, this, &OrderFacts::showFacts);
    connect(&m_editor, &OrderEditor::piecesReset, this, &OrderFacts::showFacts);
    connect(&m_editor, &OrderEditor::promiseChanged, this, &OrderFacts::showFacts);
    showFacts();
}

QuietEdit *OrderFacts::field(const QString &name, const QString &hint)
{
    auto *edit = new QuietEdit(QuietEdit::Look::Dashed, TextStyle::Body, this);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    return edit;
}

void OrderFacts::showFacts()
{
    setHidden(m_editor.draft().pieces.empty() || m_editor.addedTo());
    if (m_event->text() != m_editor.eventText())
        m_event->setText(m_editor.eventText());
    if (m_ticket->text() != m_editor.draft().paperTicketNumber)
        m_ticket->setText(m_editor.draft().paperTicketNumber);
    m_problem->hide();
    showDay();
    showVisits();
}

void OrderFacts::showDay()
{
    const auto day = m_editor.eventDay();
    setInputError(m_event, !day);
    m_eventDay->setVisible(day && *day);
    if (!day) {
        m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(day.error()));
        m_problem->show();
        return;
    }
    if (!*day)
        return;
    const auto &promised = m_editor.draft().promisedDate;
    const bool late = promised && **day <= *promised;
    const QString words = m_desk.locale().toString((*day)->toQDate(), QStringLiteral("ddd d MMM"));
    m_eventDay->setRole(late ? Role::Late : Role::Muted);
    m_eventDay->setText(late ? QStringLiteral("\u25b2 ") + tr("%1, not before the promise").arg(words) : words);
}

QString OrderFacts::visitText(Instant at) const
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at.msecs(), QTimeZone(m_desk.calendar().zone()));
    return m_desk.locale().toString(when.date(), QStringLiteral("ddd d MMM ")) + when.toString(QStringLiteral("H:mm"));
}

void OrderFacts::showVisits()
{
    const auto &visits = m_editor.visits();
    const bool any = !visits.empty();
    const bool may = m_desk.principal().can(access::Capability::CalendarWrite) && m_editor.plan();
    const bool made = may && std::ranges::any_of(m_editor.draft().pieces, [](const orders::PieceDraft &piece) {
                          return piece.kind == orders::PieceKind::Make && !piece.charge;
                      });
    m_head->setVisible(any && made);
    m_more->setVisible(made && m_editor.draft().promisedDate && visits.size() < mostVisits);
    m_again->setVisible(made && m_editor.areVisitsTyped());
    const size_t before = m_visits.size();
    const size_t shown = made ? visits.size() : 0;
    while (m_visits.size() < shown) {
        auto *edit = field({}, tr("none"));
        m_flow->insertWidget(m_flow->indexOf(m_more), edit);
        edit->show();
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] { readVisit(edit); });
        m_visits.push_back(edit);
    }
    while (m_visits.size() > shown) {
        m_flow->removeWidget(m_visits.back());
        m_visits.back()->hide();
        m_visits.back()->deleteLater();
        m_visits.pop_back();
    }
    for (size_t i = 0; i < shown; ++i) {
        m_visits[i]->setText(visitText(visits[i]));
        m_visits[i]->setAccessibleName(tr("Fitting %1; empty it to leave it out").arg(i + 1));
        const auto &promised = m_editor.draft().promisedDate;
        const bool late = promised && *promised < m_desk.calendar().dayOf(visits[i]);
        setInputError(m_visits[i], late);
        if (late && m_problem->isHidden()) {
            m_problem->setText(QStringLiteral("\u25b2 ") + tr("A fitting comes after the day that is promised."));
            m_problem->show();
        }
    }
    if (before != m_visits.size())
        Q_EMIT chainChanged();
}

//! What is left as it stood changes nothing; empty leaves it out.
void OrderFacts::readVisit(QuietEdit *edit)
{
    const auto found = std::ranges::find(m_visits, edit);
    if (found == m_visits.end())
        return;
    const auto index = found - m_visits.begin();
    std::vector<Instant> visits = m_editor.visits();
    const QString typed = edit->text().trimmed();
    if (size_t(index) >= visits.size() || typed == visitText(visits[size_t(index)]))
        return;
    if (typed.isEmpty()) {
        visits.erase(visits.begin() + index);
        m_editor.setVisits(std::move(visits));
        return;
    }
    // "thu 3 dec 11:00" as it stands: the weekday says nothing that the date does not.
    static const QRegularExpression named(QStringLiteral("^[^\\d\\s]+\\.? (?=\\d+\\.? ?[^\\d\\s])"));
    const QString plain = QString(typed).remove(named);
    auto read = orders::parsePromise(plain, m_desk.calendar(), m_desk.clock().now(), m_desk.locale());
    setInputError(edit, !read);
    if (!read) {
        m_problem->setText(QStringLiteral("\u25b2 ") + m_desk.sentence(read.error()));
        m_problem->show();
        return;
    }
    const QTime time = read->time.value_or(m_editor.plan()->fittingRules().at);
    visits[size_t(index)] = m_desk.calendar().at(read->date, time);
    m_editor.setVisits(std::move(visits));
}

//! Half-way to the first one that is there, else before the promise; what stands there is changed.
void OrderFacts::addVisit()
{
    std::vector<Instant> visits = m_editor.visits();
    const Date until = visits.empty() ? *m_editor.draft().promisedDate : m_desk.calendar().dayOf(visits.front());
    const qint64 days = m_desk.today().daysTo(until);
    const Date day = m_desk.today().plusDays(std::max<qint64>(days > 0 ? 1 : 0, days / 2));
    visits.push_back(m_desk.calendar().at(day, m_editor.plan()->fittingRules().at));
    m_editor.setVisits(std::move(visits));
    if (!m_visits.empty()) {
        m_visits.front()->setFocus(Qt::TabFocusReason);
        m_visits.front()->selectAll();
    }
}

QList<QWidget *> OrderFacts::tabChain() const
{
    QList<QWidget *> chain{m_event, m_ticket};
    for (QuietEdit *visit : m_visits)
        chain.append(visit);
    chain << m_more << m_again;
    return chain;
}

} // namespace thimblely::ui
