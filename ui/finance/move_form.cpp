// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/move_form.h"

#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using finance::TillEntryKind;

MoveForm::MoveForm(Desk &desk, QWidget *parent)
    : EntryForm(desk, tr("Paid out"), {}, parent), m_kind(new Segmented(tr("What kind of money"), this))
{
    const auto add = [&](TillEntryKind kind, Capability needs, const QString &word) {
        if (!desk.principal().can(needs))
            return;
        m_kinds.push_back(kind);
        m_kind->addSegment(word);
    };
    add(TillEntryKind::PaidOut, Capability::TillPaidOut, tr("Paid out"));
    add(TillEntryKind::PaidIn, Capability::TillOperate, tr("Paid in"));
    add(TillEntryKind::BankDrop, Capability::TillOperate, tr("To the bank"));
    rows()->addWidget(m_kind);
    m_amountField = addMoney(tr("Amount"), m_amount);
    m_reason = addText(tr("What for"));
    auto *place = new QWidget(body());
    auto *line = row(place, 0);
    m_photo = new PhotoStrip(desk, tr("the slip"), {}, place);
    m_photo->setMost(1);
    line->addWidget(m_photo);
    line->addStretch(1);
    rows()->addWidget(place);
    connect(m_photo, &PhotoStrip::refused, this,
            [this](const QString &sentence) { this->desk().notices().say(sentence); });
    rows()->addStretch(1);
    connect(m_kind, &Segmented::currentIndexChanged, this, &MoveForm::showKind);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->edit()->setFocus(Qt::TabFocusReason); });
    connect(m_reason->edit(), &QLineEdit::returnPressed, this, &MoveForm::submit);
}

TillEntryKind MoveForm::kind() const
{
    return m_kinds[size_t(std::max(0, m_kind->currentIndex()))];
}

void MoveForm::begin()
{
    m_amount->setText({});
    m_reason->setText({});
    m_kind->setCurrentIndex(0);
    m_photo->setPhotos({});
    showKind();
    beginTyping({}, tr("Money into or out of the drawer"));
    focusFirst();
}

void MoveForm::showKind()
{
    clearProblem();
    m_photo->parentWidget()->setVisible(kind() == TillEntryKind::PaidOut);
    switch (kind()) {
    case TillEntryKind::PaidIn:
        setTitle(tr("Paid in"));
        setWords(tr("Money that somebody puts into the drawer and that no client paid: change from the bank."));
        m_reason->setLabel(tr("Where from"));
        primary()->setText(tr("Note it"));
        break;
    case TillEntryKind::BankDrop:
        setTitle(tr("To the bank"));
        setWords(tr("Money that leaves the drawer and stays the shop’s."));
        m_reason->setLabel(tr("Note"));
        primary()->setText(tr("Note it"));
        break;
    default:
        setTitle(tr("Paid out"));
        setWords(tr("Money from the drawer for what the shop needs: thread, buttons, fuel."));
        m_reason->setLabel(tr("What for"));
        primary()->setText(tr("Pay out"));
        break;
    }
}

void MoveForm::focusFirst()
{
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void MoveForm::submit()
{
    if (isBusy())
        return;
    const auto amount = m_amount->value();
    if (!amount)
        return setProblem(amount.error());
    if (!m_photo->isWhole())
        return desk().notices().say(tr("The photo is still being taken in. Once it is, Enter again."));
    finance::TillMove move{kind(), *amount, m_reason->text().trimmed()};
    if (kind() == TillEntryKind::PaidOut && !m_photo->photos().empty())
        move.photo = m_photo->photos().front();
    write([this, move = std::move(move)] { return finance::TillService(desk().session(), desk().door()).move(move); },
          [this](TransactionId) { finish(); },
          [this](const Error &error) {
              if (error.code == "till.no_reason")
                  m_reason->edit()->setFocus(Qt::OtherFocusReason);
              else
                  focusFirst();
          });
}

} // namespace thimblely::ui
