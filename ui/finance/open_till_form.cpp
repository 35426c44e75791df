// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/open_till_form.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/widgets/money_edit.h"

#include <QVBoxLayout>

namespace thimblely::ui {

OpenTillForm::OpenTillForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Open till"), tr("Open till"), parent)
{
    addMoney(tr("In the drawer now"), m_lying);
    rows()->addStretch(1);
    connect(m_lying, &QLineEdit::returnPressed, this, &OpenTillForm::submit);
}

void OpenTillForm::begin(const Money &carried)
{
    clearProblem();
    m_lying->setValue(carried);
    setWords(carried.isZero()
                 ? tr("What lies in the drawer to give change with.")
                 : tr("The last closing left %1. Is it still there, Enter is enough.").arg(desk().amount(carried)));
    focusFirst();
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
    setBusy(true);
    desk().when(
        finance::TillService(desk().session(), desk().door()).open(*lying), this,
        [this] {
            setBusy(false);
            Q_EMIT left();
        },
        [this](const Error &error) {
            setBusy(false);
            setProblem(error);
        });
}

} // namespace thimblely::ui
