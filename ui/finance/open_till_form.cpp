// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/open_till_form.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

OpenTillForm::OpenTillForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Open till"), tr("Open till"), parent)
{
    m_field = addMoney(tr("In the drawer now"), m_lying);
    rows()->addStretch(1);
    connect(m_field, &FieldEdit::edited, this, &OpenTillForm::showSum);
    connect(m_lying, &QLineEdit::returnPressed, this, &OpenTillForm::submit);
}

void OpenTillForm::begin(const finance::TillState &state)
{
    clearProblem();
    m_taken.reset();
    if (state.hasEntries) {
        // Who counts blind is not told what should lie there.
        if (const auto sums = finance::TillService(desk().session(), desk().door()).sums())
            m_taken = sums->expectedCash.minus(state.carried).valueOr(Money::zero(state.carried.currency()));
    }
    m_lying->setValue(state.carried);
    m_field->setLabel(state.hasEntries ? tr("In the drawer before the first sale") : tr("In the drawer now"));
    m_words =
        state.hasEntries
            ? tr("Money was taken before the till was opened. Type what lay in the drawer before that: what was "
                 "taken since comes on top by itself.")
        : state.carried.isZero()
            ? tr("What lies in the drawer to give change with.")
            : tr("The last closing left %1. Is it still there, Enter is enough.").arg(desk().amount(state.carried));
    beginTyping({}, tr("Open till"));
    showSum();
    focusFirst();
}

void OpenTillForm::showSum()
{
    const auto lying = m_lying->value();
    const auto sum = m_taken && lying ? std::optional(lying->plus(*m_taken)) : std::nullopt;
    const QString now =
        sum && *sum
            ? tr("With %1 in cash since then, %2 lie there now.").arg(desk().amount(*m_taken), desk().amount(**sum))
            : QString();
    setWords(now.isEmpty() ? m_words : m_words + u' ' + now);
}

void OpenTillForm::focusFirst()
{
    m_lying->setFocus(Qt::OtherFocusReason);
    m_lying->selectAll();
}

void OpenTillForm::submit()
{
    if (isBusy())
        return;
    const auto lying = m_lying->value();
    if (!lying)
        return setProblem(lying.error());
    write([this, lying = *lying] { return finance::TillService(desk().session(), desk().door()).open(lying); });
}

} // namespace thimblely::ui
