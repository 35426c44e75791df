// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/close_form.h"

#include "core/finance/till_service.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/figure_rows.h"
#include "ui/desk/tomorrow_words.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"

#include <QHBoxLayout>

#include <utility>

namespace thimblely::ui {

CloseForm::CloseForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Close the till"), tr("Close the till"), parent)
{
    m_figures = new FigureRows(desk.locale(), body());
    rows()->addWidget(m_figures);
    m_tomorrow = new Label(TextStyle::Body, Role::Text, {}, body());
    m_tomorrow->setWordWrap(true);
    rows()->addWidget(m_tomorrow);
    m_reason = addText(tr("Why it differs"));
    m_keptField = addMoney(tr("Stays in the drawer"), m_kept);
    rows()->addStretch(1);
    auto *again = new PlainButton(tr("Count again"), this);
    buttons()->insertWidget(1, again);
    connect(again, &QAbstractButton::clicked, this, &CloseForm::countRequested);
    connect(m_keptField, &FieldEdit::edited, this, &CloseForm::showBank);
    connect(m_reason->edit(), &QLineEdit::returnPressed, this, [this] { m_kept->setFocus(Qt::TabFocusReason); });
    connect(m_kept, &QLineEdit::returnPressed, this, &CloseForm::submit);
}

void CloseForm::begin(const finance::TillState &state, const finance::AtTill &till)
{
    m_till = till;
    clearProblem();
    m_count = state.count;
    m_asked = false;
    if (!m_count)
        return;
    showWords();
    m_reason->setText({});
    m_reason->setVisible(!m_count->agrees());
    m_kept->setValue(m_till                                             ? Money::zero(m_count->counted.currency())
                     : state.opening.minor() < m_count->counted.minor() ? state.opening
                                                                        : m_count->counted);
    m_keptField->setVisible(!m_till);
    showFigures();
    showTomorrow();
    const QString counted = m_count->counted.toFigure(QLocale::c()); // of another count it is another
    beginTyping(m_till ? m_till->toString() + u' ' + counted : counted, tr("Close the till"));
    showBank();
    focusFirst();
}

void CloseForm::showWords()
{
    QStringList words;
    if (m_till)
        words +=
            tr("The till of the computer that is gone. Nothing stays in its drawer: what was counted goes to the bank, "
               "or into the till that is opened here.");
    if (m_count->isOffTenfold())
        words += tr("What was counted and what should be there differ by a factor of ten or more. "
                    "Look for a slipped digit, and count again.");
    setWords(words.join(u' '));
}

//! Before the shop is left: what is still to be sewn tonight.
void CloseForm::showTomorrow()
{
    const auto today = !m_till && desk().principal().can(access::Capability::OrdersRead)
                           ? orders::OrderService(desk().session(), desk().door()).today(0)
                           : Result<orders::TodaysOrders>(Error{ErrorKind::Forbidden, {}, {}, {}});
    const QString words = today ? tomorrowWords(*today, desk().locale()).whole() : QString();
    m_tomorrow->setText(words.isEmpty() ? words : QStringLiteral("\u25b2 ") + words);
    m_tomorrow->setVisible(!words.isEmpty());
}

void CloseForm::showFigures()
{
    m_figures->clear();
    m_figures->add(tr("Counted"), m_count->counted);
    m_figures->add(tr("Should be there"), m_count->expected);
    const bool exact = m_count->difference.isZero();
    m_figures->add(exact                              ? tr("Agrees")
                   : m_count->difference.isNegative() ? tr("▲ Too little")
                                                      : tr("▲ Too much"),
                   m_count->difference, {}, true);
    if (!m_count->cardTotal)
        return;
    m_figures->add(tr("Card terminal"), *m_count->cardTotal,
                   tr("should be %1").arg(figureText(m_count->cardExpected, desk().locale())));
    if (!m_count->cardDifference->isZero())
        m_figures->add(tr("▲ Card differs"), *m_count->cardDifference, tr("an entry was made wrong"), true);
}

void CloseForm::showBank()
{
    clearProblem();
    const auto kept = m_kept->value();
    const auto bank = kept ? m_count->counted.minus(*kept) : kept;
    m_keptField->setHint(bank && !bank->isNegative() ? tr("%1 to the bank").arg(desk().amount(*bank)) : QString());
}

void CloseForm::focusFirst()
{
    const bool asks = m_count && !m_count->agrees();
    if (m_till && !asks)
        return primary()->setFocus(Qt::OtherFocusReason);
    QLineEdit *first = asks ? m_reason->edit() : static_cast<QLineEdit *>(m_kept);
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

void CloseForm::submit()
{
    if (isBusy() || !m_count)
        return;
    const auto kept = m_kept->value();
    if (!kept)
        return setProblem(kept.error());
    if (m_count->isOffTenfold() && !std::exchange(m_asked, true))
        return setProblem({ErrorKind::Conflict, "till.count_tenfold", {}, {}});
    write(
        [this, kept = *kept] {
            return finance::TillService(desk().session(), desk().door())
                .close({kept, m_reason->text().trimmed()}, m_till);
        },
        [this](ActivityId closing) { Q_EMIT closed(closing); }, [this](const Error &) { focusFirst(); });
}

} // namespace thimblely::ui
