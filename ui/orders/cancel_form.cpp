// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/cancel_form.h"

#include "ui/desk/figure_rows.h"
#include "ui/desk/garments.h"
#include "ui/desk/isolated.h"
#include "ui/desk/pay_methods.h"
#include "ui/documents/order_papers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace thimblely::ui {

using finance::PaymentMethod;

CancelForm::CancelForm(Desk &desk, QWidget *over)
    : SideForm(desk, tr("Cancel it"), over), m_why(addText(tr("Why"))),
      m_cloth(new Segmented(tr("The client’s own cloth"), body())), m_rows(new FigureRows(desk.locale(), body())),
      m_back(nullptr)
{
    m_why->edit()->setPlaceholderText(tr("the wedding is off"));
    m_cloth->addSegment(tr("Cloth given back")); // as OwnCloth
    m_cloth->addSegment(tr("Cloth stays here"));
    m_cloth->setSmall(true);
    rows()->addWidget(m_cloth);
    m_keptField = addMoney(tr("The shop keeps"), m_kept);
    rows()->addWidget(m_rows);
    m_back = addChoice(tr("How it goes back"));
    addApprover();
    rows()->addStretch(1);
    connect(m_keptField, &FieldEdit::edited, this, [this] {
        forgetApprovals();
        showFigures();
    });
    connect(m_why, &FieldEdit::edited, this, [this] { clearProblem(); });
    endWith(m_why);
    endWith(m_keptField);
}

void CancelForm::begin(const orders::OrderDetail &order, std::optional<OrderItemId> piece, const QString &what)
{
    m_order = order;
    m_piece = piece;
    m_what = what;
    m_why->setText({});
    m_why->clearError();
    m_kept->setText({});
    m_cloth->setCurrentIndex(0);
    offerWays();
    come(piece ? piece->toString() : order.id.toString(), piece ? what : tr("order %1").arg(order.number),
         piece ? tr("Cancel a piece") : tr("Cancel the order"), {}, m_why->edit());
    showFigures();
}

//! As credit it needs somebody to keep it for.
void CancelForm::offerWays()
{
    m_back->clear();
    const auto offer = [this](const QString &words, PaymentMethod method) { m_back->addItem(words, int(method)); };
    for (const PaymentMethod method :
         {PaymentMethod::Cash, PaymentMethod::Card, PaymentMethod::Transfer, PaymentMethod::MobileMoney})
        offer(payMethodName(method), method);
    if (m_order->client)
        offer(tr("Kept as their credit"), PaymentMethod::Credit);
}

orders::PieceCancel CancelForm::typed() const
{
    orders::PieceCancel what{m_order->id};
    if (m_piece)
        what.pieces = {*m_piece};
    what.reason = m_why->text().trimmed();
    what.cloth = orders::OwnCloth(std::max(0, m_cloth->currentIndex()));
    if (const auto kept = m_kept->value(); kept && !kept->isZero())
        what.kept = *kept;
    return what;
}

void CancelForm::showFigures()
{
    clearProblem();
    const auto figures = invoices::CancelService(desk().session(), desk().door()).figures(typed());
    if (!figures) {
        setProblem(figures.error());
        return;
    }
    m_figures = *figures;
    setWords(words());
    m_cloth->setVisible(m_figures->isOfOwnCloth);
    // Nothing was paid for it, and no work is lost: nothing to keep.
    m_keptField->setVisible(m_figures->isBegun || m_figures->paid.minor() > 0);
    showMoney();
}

void CancelForm::showMoney()
{
    m_rows->clear();
    m_rows->add(tr("Falls away"), m_figures->worth);
    m_rows->add(tr("Paid so far"), m_figures->paid);
    if (!m_figures->kept.isZero())
        m_rows->add(tr("The shop keeps"), m_figures->kept);
    m_rows->add(tr("Goes back"), m_figures->back, {}, true);
    if (!m_figures->waiting.isZero())
        m_rows->add(tr("On its way"), m_figures->waiting, tr("given back when it has come"));
    m_back->parentWidget()->setVisible(m_figures->back.minor() > 0);
}

QString CancelForm::words() const
{
    QStringList words{m_what};
    if (!m_piece)
        words = {tr("%1 of order %2").arg(pieceCount(int(m_figures->pieces.size())), m_order->number)};
    if (m_figures->isBegun)
        words.append(tr("Work was begun: what is cut stays cut."));
    if (!m_figures->invoices.isEmpty())
        words.append(tr("A credit note corrects invoice %1; this cannot be undone.")
                         .arg(desk().locale().createSeparatedList(m_figures->invoices)));
    if (!m_figures->merchants.isEmpty())
        words.append(
            tr("Cloth was ordered of %1: tell them.").arg(desk().locale().createSeparatedList(m_figures->merchants)));
    return words.join(u'\n');
}

QStringList CancelForm::asked() const
{
    QStringList lines{m_piece ? tr("Cancel %1, %2").arg(m_what, isolated(m_order->clientName))
                              : tr("Cancel order %1, %2").arg(m_order->number, isolated(m_order->clientName))};
    if (m_figures->isBegun)
        lines.append(tr("Work was begun"));
    if (m_figures->back.minor() > 0)
        lines.append(tr("%1 goes back").arg(desk().amount(m_figures->back)));
    for (const QString &invoice : m_figures->invoices)
        lines.append(tr("Credit note on invoice %1").arg(invoice));
    return lines;
}

void CancelForm::submit()
{
    if (isBusy() || !m_order)
        return;
    if (m_why->text().trimmed().isEmpty()) {
        m_why->setError(tr("Say why; it stands with the piece."));
        m_why->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const auto kept = m_kept->value(); !kept) {
        setProblem(kept.error());
        m_kept->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto figures = invoices::CancelService(desk().session(), desk().door()).figures(typed());
    if (!figures) {
        setProblem(figures.error());
        return;
    }
    m_figures = *figures;
    if (!isAllowed(m_figures->needs, asked()))
        return;
    write(
        [this, what = typed(), way = PaymentMethod(m_back->currentData().toInt()), approvals = takeApprovals()] {
            return invoices::CancelService(desk().session(), desk().door()).cancel({what, way, approvals});
        },
        [this](const invoices::Cancelled &cancelled) { done(cancelled); });
}

void CancelForm::done(const invoices::Cancelled &cancelled)
{
    for (const InvoiceId &note : cancelled.creditNotes)
        OrderPapers(desk()).printInvoice(note);
    if (cancelled.back && PaymentMethod(m_back->currentData().toInt()) != PaymentMethod::Credit)
        desk().notices().say(tr("Give back %1").arg(desk().amount(cancelled.back->amount)));
    finish();
}

} // namespace thimblely::ui
