// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/promise_form.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/orders/ready_by.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace thimblely::ui {

using orders::PromiseReason;

PromiseForm::PromiseForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Move the promise"), over), m_ready(new ReadyBy(desk, body())), m_why(nullptr), m_words(nullptr)
{
    rows()->addWidget(m_ready);
    m_why = addChoice(tr("Why"));
    for (const PromiseReason why : {PromiseReason::Client, PromiseReason::Cloth, PromiseReason::Workroom,
                                    PromiseReason::Illness, PromiseReason::Other}) // in their order
        m_why->addItem(orders::promiseReasonWords(why));
    m_words = addText(tr("In words, for the shop"));
    rows()->addStretch(1);
    connect(m_ready, &FieldEdit::edited, this, [this] { clearProblem(); });
    endWith(m_ready);
    endWith(m_words);
}

void PromiseForm::begin(const orders::OrderDetail &order)
{
    m_order = order;
    m_ready->begin(order.id);
    m_why->setCurrentIndex(0);
    m_words->setText({});
    come(order.id.toString(), tr("order %1").arg(order.number), tr("Move the promise"), history(), m_ready->edit());
}

//! How often it was moved already is worth knowing before it is again.
QString PromiseForm::history() const
{
    const QString whose = tr("Order %1, %2").arg(m_order->number, isolated(m_order->clientName));
    if (m_order->promiseChanges == 0 || !m_order->firstPromised)
        return whose;
    const auto changes = orders::PromiseService(desk().session(), desk().door()).changes(m_order->id);
    const QString first = desk().locale().toString(m_order->firstPromised->toQDate(), QStringLiteral("ddd d MMM"));
    QStringList lines{whose, m_order->promiseChanges == 1
                                 ? tr("First promised for %1, moved once.").arg(first)
                                 : tr("First promised for %1, moved %2 times.")
                                       .arg(first, desk().locale().toString(m_order->promiseChanges))};
    if (changes && !changes->empty() && changes->front().why)
        lines.append(tr("Last time: %1.")
                         .arg(changes->front().words.isEmpty() ? orders::promiseReasonWords(*changes->front().why)
                                                               : changes->front().words));
    return lines.join(u'\n');
}

//! By which of the shop's templates the client is told.
QString PromiseForm::templateFor(PromiseReason why)
{
    switch (why) {
    case PromiseReason::Client:
        return QStringLiteral("moved_asked");
    case PromiseReason::Cloth:
        return QStringLiteral("moved_cloth");
    case PromiseReason::Workroom:
    case PromiseReason::Illness:
    case PromiseReason::Other:
        break;
    }
    return QStringLiteral("moved");
}

void PromiseForm::submit()
{
    if (isBusy() || !m_order)
        return;
    const auto ready = m_ready->promised();
    if (!ready || !*ready) {
        setProblem(ready ? Error{ErrorKind::Conflict, "order.promise_same", {}, {}} : ready.error());
        m_ready->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const orders::Promise promise = **ready;
    const auto why = PromiseReason(m_why->currentIndex());
    write(
        [this, promise, why] {
            return orders::PromiseService(desk().session(), desk().door())
                .move({m_order->id, promise, why, m_words->text()});
        },
        [this, why] {
            finish();
            Q_EMIT moved(*m_order, templateFor(why));
        });
}

} // namespace thimblely::ui
