// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/ticket_pane.h"

#include "core/messages/error_sentences.h"
#include "core/orders/order_service.h"
#include "ui/desk/desk.h"
#include "ui/orders/day_load_list.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/pay_methods.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/stitch_line.h"

namespace thimblely::ui {

namespace {

constexpr int daysShown = 5;
constexpr int whenWidth = 96;
constexpr int payWidth = 120;

} // namespace

TicketPane::TicketPane(Desk &desk, OrderEditor &editor, QWidget *parent)
    : Pane(Role::Window, Edge::Leading, parent), m_desk(desk), m_editor(editor)
{
    build();
    connect(&m_editor, &OrderEditor::promiseChanged, this, &TicketPane::showPromise);
    connect(&m_editor, &OrderEditor::sumsChanged, this, &TicketPane::showSums);
    m_when->setText(m_editor.promiseText());
    showPromise();
    showSums();
    reloadDays();
}

void TicketPane::build()
{
    auto *rows = column(nullptr, 12, QMargins(16, 16, 16, 16));
    setLayout(rows);
    auto *when = row(nullptr, 12);
    m_when = new FieldEdit(tr("When"), this);
    m_when->setFixedWidth(Theme::instance().px(whenWidth));
    m_when->edit()->setPlaceholderText(tr("fri, +3"));
    m_answer = new Label(TextStyle::InputStrong, Role::Text, {}, this);
    m_answer->setWordWrap(true);
    when->addWidget(m_when);
    when->addWidget(m_answer, 1, Qt::AlignBottom);
    rows->addLayout(when);
    m_days = new DayLoadList(m_desk.locale(), this);
    rows->addWidget(m_days);
    rows->addStretch(1);
    rows->addLayout(buildSums());

    auto *pay = row(nullptr, 12);
    m_payNow = new MoneyEdit(m_desk.profile().currency, this);
    m_payNow->setLocale(m_desk.locale());
    m_payNow->setMaximumWidth(Theme::instance().px(payWidth));
    m_payNow->setAccessibleName(tr("Pay now"));
    m_payWords = new Label(TextStyle::Caption, Role::Muted, {}, this);
    m_payWords->setWordWrap(true);
    pay->addWidget(new Label(TextStyle::Body, Role::Text, tr("Pay now"), this));
    pay->addWidget(m_payNow);
    pay->addWidget(m_payWords, 1);
    rows->addLayout(pay);
    m_method = new Segmented(tr("Pay with"), this);
    addPayMethods(*m_method);
    rows->addWidget(m_method);
    m_problem = new Label(TextStyle::Caption, Role::Late, {}, this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    rows->addWidget(m_problem);
    m_book = new PrimaryButton(QString(), this);
    m_book->setButtonSize(Button::Size::Pay);
    m_book->setCaption(QStringLiteral("F9"));
    rows->addWidget(m_book);

    connect(m_when->edit(), &QLineEdit::textEdited, &m_editor, &OrderEditor::setPromiseText);
    connect(m_when->edit(), &QLineEdit::returnPressed, m_payNow, qOverload<>(&QWidget::setFocus));
    connect(m_days, &DayLoadList::dayChosen, this, [this](Date day) {
        m_when->setText(day.toIso());
        m_editor.setPromiseText(day.toIso());
    });
    connect(m_payNow, &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto value = m_payNow->value();
        m_editor.setPayNow(text.isEmpty() || !value ? std::nullopt : std::optional(*value));
    });
    connect(m_payNow, &QLineEdit::returnPressed, this, &TicketPane::bookRequested);
    connect(m_book, &QAbstractButton::clicked, this, &TicketPane::bookRequested);
}

QLayout *TicketPane::buildSums()
{
    auto *rows = column(nullptr, 8);
    const auto line = [&](Label *name, AmountLabel *amount) {
        auto *columns = row(nullptr, 8);
        columns->addWidget(name, 1);
        columns->addWidget(amount);
        rows->addLayout(columns);
    };
    m_subtotal = new AmountLabel(TextStyle::Body, Role::Text, this);
    m_tax = new AmountLabel(TextStyle::Body, Role::Muted, this);
    m_taxName = new Label(TextStyle::Body, Role::Muted, {}, this);
    m_total = new AmountLabel(TextStyle::Total, Role::Text, this);
    m_total->setSymbolShown(true);
    for (AmountLabel *amount : {m_subtotal, m_tax, m_total})
        amount->setLocale(m_desk.locale());
    line(new Label(TextStyle::Body, Role::Text, tr("Subtotal"), this), m_subtotal);
    line(m_taxName, m_tax);
    rows->addWidget(new StitchLine(this));
    line(new Label(TextStyle::InputStrong, Role::Text, tr("Total"), this), m_total);
    return rows;
}

void TicketPane::focusWhen()
{
    m_when->edit()->setFocus(Qt::OtherFocusReason);
    m_when->edit()->selectAll();
}

void TicketPane::reloadDays()
{
    const auto loads = orders::OrderService(m_desk.session(), m_desk.door())
                           .dayLoads(m_desk.today().plusDays(1), daysShown);
    if (!loads) {
        m_desk.notices().fail(loads.error());
        return;
    }
    std::vector<DayLoadList::Day> days;
    for (const orders::DayLoad &load : *loads)
        days.push_back({load.date, load.pieces});
    m_days->setDays(std::move(days));
}

void TicketPane::showPromise()
{
    if (!m_when->edit()->hasFocus() && m_when->text() != m_editor.promiseText())
        m_when->setText(m_editor.promiseText());
    if (m_editor.promiseText().trimmed().isEmpty()) {
        m_answer->setText(QString());
        m_days->setChosen({});
        return;
    }
    const auto promise = m_editor.promise();
    m_answer->setRole(promise ? Role::Text : Role::Late);
    if (!promise) {
        m_answer->setText(messages::sentenceFor(promise.error()));
        m_days->setChosen({});
        return;
    }
    const QString day = m_desk.locale().toString(promise->date.toQDate(), QStringLiteral("ddd d MMM"));
    m_answer->setText(promise->time ? tr("%1, %2").arg(day, m_desk.locale().toString(*promise->time, QLocale::ShortFormat))
                                    : day);
    m_days->setChosen(promise->date);
}

void TicketPane::showSums()
{
    m_problem->hide();
    const auto sums = m_editor.totals();
    const auto payNow = m_editor.payNow();
    if (!sums || !payNow) {
        setProblem(messages::sentenceFor(sums ? payNow.error() : sums.error()));
        for (AmountLabel *amount : {m_subtotal, m_tax, m_total})
            amount->setUnknown();
        return;
    }
    m_subtotal->setAmount(sums->subtotal);
    m_tax->setAmount(sums->tax);
    const TaxSettings &tax = m_desk.profile().tax;
    const QString percent = m_desk.locale().toString(double(tax.rate.millionths()) / 10'000.0, 'g', 4);
    m_taxName->setText(tax.pricesIncludeTax ? tr("Tax included, %1 %").arg(percent) : tr("Tax, %1 %").arg(percent));
    m_taxName->setVisible(tax.rate != Rate(0));
    m_tax->setVisible(tax.rate != Rate(0));
    m_total->setAmount(sums->total);
    if (!m_payNow->hasFocus())
        m_payNow->setValue(*payNow);
    const auto left = sums->total.minus(*payNow);
    m_payWords->setText(left && left->minor() > 0 ? tr("leaves %1").arg(m_desk.amount(*left)) : QString());
    m_book->setText(payNow->isZero() ? tr("Book + print") : tr("Take %1 + print").arg(m_desk.amount(*payNow)));
}

Result<std::optional<finance::PaymentDraft>> TicketPane::payment() const
{
    TRY_ASSIGN(const Money amount, m_payNow->hasFocus() ? m_payNow->value() : m_editor.payNow());
    if (amount.isZero())
        return std::optional<finance::PaymentDraft>();
    finance::PaymentDraft draft{amount};
    draft.method = payMethod(*m_method);
    return std::optional(draft);
}

void TicketPane::setBusy(bool busy)
{
    m_book->setEnabled(!busy);
}

void TicketPane::setProblem(const QString &sentence)
{
    m_problem->setText(QStringLiteral("\u25b2 ") + sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace thimblely::ui
