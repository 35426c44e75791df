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

#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace thimblely::ui {

using access::Capability;
using finance::TillEntryKind;

namespace {

constexpr const char *draftName = "till-move";

} // namespace

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
    connect(m_kind, &Segmented::currentIndexChanged, this, &MoveForm::keepDraft);
    connect(m_amountField, &FieldEdit::edited, this, &MoveForm::keepDraft);
    connect(m_reason, &FieldEdit::edited, this, &MoveForm::keepDraft);
    connect(m_amount, &QLineEdit::returnPressed, this, [this] { m_reason->edit()->setFocus(Qt::TabFocusReason); });
    connect(m_reason->edit(), &QLineEdit::returnPressed, this, &MoveForm::submit);
}

TillEntryKind MoveForm::kind() const
{
    return m_kinds[size_t(std::max(0, m_kind->currentIndex()))];
}

void MoveForm::begin()
{
    const QSignalBlocker quiet(m_kind);
    const QJsonObject kept = desk().drafts().kept(draftName, {}).value_or(QJsonObject());
    m_amount->setText(kept[QLatin1String("amount")].toString());
    m_reason->setText(kept[QLatin1String("reason")].toString());
    const auto kind = std::ranges::find(m_kinds, TillEntryKind(kept[QLatin1String("kind")].toInt()));
    m_kind->setCurrentIndex(kind == m_kinds.end() ? 0 : int(kind - m_kinds.begin()));
    m_photo->setPhotos({});
    showKind();
    focusFirst();
}

void MoveForm::keepDraft()
{
    if (m_amount->text().isEmpty() && m_reason->text().isEmpty())
        desk().drafts().discard(draftName, {});
    else
        desk().drafts().keep(draftName, {},
                             {{QStringLiteral("kind"), int(kind())},
                              {QStringLiteral("amount"), m_amount->text()},
                              {QStringLiteral("reason"), m_reason->text()}});
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
    setBusy(true);
    desk().when(
        finance::TillService(desk().session(), desk().door()).move(std::move(move)), this,
        [this](TransactionId) {
            setBusy(false);
            desk().drafts().discard(draftName, {});
            Q_EMIT left();
        },
        [this](const Error &error) {
            setBusy(false);
            setProblem(error);
            if (error.code == "till.no_reason")
                m_reason->edit()->setFocus(Qt::OtherFocusReason);
            else
                focusFirst();
        });
}

} // namespace thimblely::ui
