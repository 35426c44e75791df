// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/ticket_sums.h"

#include "ui/desk/desk.h"
#include "ui/desk/share_text.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/quiet_edit.h"
#include "ui/theme/paint.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/stitch_line.h"

#include <QCheckBox>
#include <QLayout>

namespace thimblely::ui {

namespace {

constexpr int longestTyped = 20;
constexpr int longestReason = 200;

} // namespace

TicketSums::TicketSums(Desk &desk, OrderEditor &editor, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_editor(editor), m_lines(new QWidget(this))
{
    auto *parts = column(nullptr, 6);
    m_lines->setLayout(parts);
    m_subtotalName = new Label(TextStyle::Body, Role::Text, tr("Subtotal"), this);
    parts->addLayout(line(m_subtotalName, nullptr, m_subtotal));
    m_isRush = new QCheckBox(tr("&Rush"), m_lines);
    m_isRush->setToolTip(tr("It goes before the others"));
    m_rushEdit = field(tr("Charge for rush, an amount or a share of the work"), {});
    m_rushLine = line(m_isRush, m_rushEdit, m_rush);
    parts->addLayout(m_rushLine);
    m_off = field(tr("Discount, an amount or a share"), tr("amount or %"));
    m_discountName = new Label(TextStyle::Body, Role::Text, tr("Discount"), this);
    m_discountLine = line(m_discountName, m_off, m_discount);
    parts->addLayout(m_discountLine);
    m_reason = field(tr("Why less is asked"), tr("Why less is asked"));
    m_reason->setMaxLength(longestReason);
    parts->addWidget(m_reason);
    m_taxName = new Label(TextStyle::Body, Role::Muted, {}, this);
    parts->addLayout(line(m_taxName, nullptr, m_tax));
    m_tax->setRole(Role::Muted);
    auto *rows = column(nullptr, 6);
    setLayout(rows);
    rows->addWidget(m_lines);
    rows->addSpacing(4);
    rows->addWidget(new StitchLine(this));
    rows->addLayout(line(new Label(TextStyle::InputStrong, Role::Text, tr("Total"), this), nullptr, m_total));
    m_othersName = new Label(TextStyle::Body, Role::Text, tr("Others pay of it"), this);
    rows->addLayout(line(m_othersName, nullptr, m_others));
    m_total->setTextStyle(TextStyle::Total);
    m_total->setSymbolShown(true);
    connect(m_isRush, &QCheckBox::clicked, &m_editor, &OrderEditor::setRush);
    connectField(m_rushEdit, &OrderEditor::setRushText, &OrderEditor::checkRush);
    connectField(m_off, &OrderEditor::setDiscountText, &OrderEditor::checkDiscount);
    connect(m_reason, &QLineEdit::textEdited, &m_editor, &OrderEditor::setDiscountReason);
    connect(m_reason, &QLineEdit::returnPressed, this, &TicketSums::finished);
}

QuietEdit *TicketSums::field(const QString &name, const QString &placeholder)
{
    auto *edit = new QuietEdit(QuietEdit::Look::Plain, TextStyle::Body, this);
    edit->setMaxLength(longestTyped);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(name);
    return edit;
}

void TicketSums::focusReason()
{
    m_reason->setFocus(Qt::OtherFocusReason);
}

QBoxLayout *TicketSums::line(QWidget *name, QWidget *field, AmountLabel *&amount)
{
    amount = new AmountLabel(TextStyle::Body, Role::Text, this);
    amount->setLocale(m_desk.locale());
    if (auto *label = qobject_cast<Label *>(name))
        label->setElided(true); // and so at its own edge where the window is mirrored
    auto *columns = row(nullptr, 8);
    columns->addWidget(name, 1);
    if (field)
        columns->addWidget(field);
    columns->addWidget(amount);
    return columns;
}

//! Enter leads on; what cannot be read keeps the keyboard, so that what is typed next mends it.
void TicketSums::connectField(QLineEdit *field, void (OrderEditor::*set)(const QString &),
                              Result<void> (OrderEditor::*check)() const)
{
    connect(field, &QLineEdit::textEdited, &m_editor, set);
    connect(field, &QLineEdit::returnPressed, this, [this, field, check] {
        if ((m_editor.*check)())
            Q_EMIT finished();
        else
            field->selectAll();
    });
}

bool TicketSums::focusUnread()
{
    QLineEdit *const wrong = !m_editor.checkRush() ? m_rushEdit : !m_editor.checkDiscount() ? m_off : nullptr;
    if (!wrong)
        return false;
    wrong->setFocus(Qt::TabFocusReason);
    wrong->selectAll();
    return true;
}

void TicketSums::setSums(const Result<orders::OrderTotals> &sums)
{
    showRush();
    if (m_off->text() != m_editor.discountText())
        m_off->setText(m_editor.discountText());
    setInputError(m_off, !m_editor.checkDiscount());
    if (m_reason->text() != m_editor.discountReason())
        m_reason->setText(m_editor.discountReason());
    m_reason->setVisible(m_editor.asksLess());
    if (!sums) {
        for (AmountLabel *amount : {m_subtotal, m_rush, m_discount, m_tax, m_total})
            amount->setUnknown();
        return;
    }
    const Money charge = m_editor.draft().rushCharge.value_or(Money::zero(sums->total.currency()));
    m_subtotal->setAmount(sums->subtotal.minus(charge).valueOr(sums->subtotal));
    m_rush->setAmount(charge);
    m_discount->setAmount(sums->discount);
    m_tax->setAmount(sums->tax);
    m_total->setAmount(sums->total);
    const Money others = m_editor.othersPay().valueOr(Money::zero(sums->total.currency()));
    m_others->setAmount(others);
    m_othersName->setVisible(!others.isZero());
    m_others->setVisible(!others.isZero());
    const TaxSettings &tax = m_desk.profile().tax;
    // Where kinds of work are taxed apart no one rate is the order's.
    const QString rate = shareText(tax.rate, m_desk.locale());
    m_taxName->setText(!tax.byKind.empty()    ? (tax.pricesIncludeTax ? tr("Tax included") : tr("Tax"))
                       : tax.pricesIncludeTax ? tr("Tax included, %1").arg(rate)
                                              : tr("Tax, %1").arg(rate));
    showTax();
}

void TicketSums::showTax()
{
    const bool shown = m_parts == Parts::All && m_desk.profile().tax.isAnyTaxed();
    m_taxName->setVisible(shown);
    m_tax->setVisible(shown);
}

void TicketSums::showRush()
{
    const bool rush = m_editor.isRush();
    const bool agreed = m_editor.addedTo() && m_editor.addedTo()->rush;
    const RushTerms &terms = m_desk.profile().rush;
    m_isRush->setChecked(rush);
    m_isRush->setEnabled(!agreed);
    m_rushEdit->setVisible(rush && !agreed && m_parts != Parts::None);
    m_rushEdit->setPlaceholderText(terms.share    ? shareText(*terms.share, m_desk.locale())
                                   : terms.amount ? figureText(*terms.amount, m_desk.locale())
                                                  : tr("amount or %"));
    if (m_rushEdit->text() != m_editor.rushText())
        m_rushEdit->setText(m_editor.rushText());
    setInputError(m_rushEdit, !m_editor.checkRush());
    m_rush->setVisible(rush && m_parts != Parts::None);
}

//! A low window has room for one line of the two: the discount is called so in its field then.
void TicketSums::placeRush()
{
    const bool shared = m_parts == Parts::Typed;
    m_discountName->setVisible(m_parts == Parts::All);
    m_off->setPlaceholderText(shared ? tr("discount or %") : tr("amount or %"));
    QBoxLayout *to = shared ? m_discountLine : m_rushLine;
    if (to->indexOf(m_isRush) >= 0)
        return;
    (shared ? m_rushLine : m_discountLine)->removeWidget(m_isRush);
    to->insertWidget(0, m_isRush, 1);
}

void TicketSums::setParts(Parts parts)
{
    m_parts = parts;
    const bool typed = parts != Parts::None;
    m_lines->setVisible(typed || m_editor.asksLess()); // why less is asked can be said in any window
    for (QWidget *each :
         {static_cast<QWidget *>(m_isRush), static_cast<QWidget *>(m_off), static_cast<QWidget *>(m_discount)})
        each->setVisible(typed);
    placeRush();
    showRush();
    m_subtotalName->setVisible(parts == Parts::All);
    m_subtotal->setVisible(parts == Parts::All);
    m_lines->layout()->setSpacing(parts == Parts::All ? 6 : 2);
    showTax();
    // Whoever fits them in asks at once how high they are now, not after the next turn of the event loop.
    for (QWidget *box : {m_lines, static_cast<QWidget *>(this)}) {
        box->layout()->activate();
        box->updateGeometry();
    }
}

} // namespace thimblely::ui
