// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/attempt_form.h"

#include "core/orders/attempt_service.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/segmented.h"

#include <QVBoxLayout>

namespace thimblely::ui {

AttemptForm::AttemptForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Note it"), over), m_kind(new Segmented(tr("How they were asked"), body())), m_words(nullptr)
{
    for (const QString &kind : {tr("Called"), tr("Wrote"), tr("Else")}) // as AttemptKind
        m_kind->addSegment(kind);
    rows()->addWidget(m_kind);
    m_words = addText(tr("What came of it"));
    m_words->edit()->setPlaceholderText(tr("nobody answered"));
    rows()->addStretch(1);
    endWith(m_words);
}

void AttemptForm::begin(const orders::OrderDetail &order)
{
    m_order = order.id;
    m_kind->setCurrentIndex(0);
    m_words->setText({});
    QStringList before;
    const orders::AttemptService attempts(desk().session(), desk().door());
    for (const orders::Piece &piece : order.pieces) {
        if (!piece.isReady() || piece.isCancelled() || !before.isEmpty())
            continue;
        const auto earlier = attempts.ofPiece(piece.id);
        if (!earlier)
            continue;
        for (const orders::Attempt &attempt : *earlier)
            before.append(tr("%1: %2").arg(
                desk().locale().toString(desk().calendar().dayOf(attempt.at).toQDate(), QStringLiteral("d MMM")),
                attempt.text));
    }
    come(order.id.toString(), tr("order %1").arg(order.number), tr("Asked to fetch it"),
         before.isEmpty() ? tr("Nothing was noted so far.") : before.join(u'\n'), m_words->edit());
}

void AttemptForm::submit()
{
    if (isBusy() || !m_order)
        return;
    if (m_words->text().trimmed().isEmpty()) {
        setProblem({ErrorKind::Invalid, "log.empty", {}, {}});
        m_words->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    write([this] {
        return orders::AttemptService(desk().session(), desk().door())
            .add(*m_order, orders::AttemptKind(m_kind->currentIndex()), m_words->text());
    });
}

} // namespace thimblely::ui
