// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/finance/count_form.h"

#include "core/finance/denominations.h"
#include "core/finance/till_service.h"
#include "ui/desk/desk.h"
#include "ui/desk/till_count.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>
#include <QJsonObject>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int countWidth = 72;
constexpr int mostDigits = 5;

//! Empty is none. Nothing but digits: a dot left out of 169.9 would count ten times what lies there.
std::optional<int> wholeCount(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.size() > mostDigits)
        return {};
    int count = 0;
    for (const QChar digit : text) {
        if (!digit.isDigit())
            return {};
        count = count * 10 + digit.digitValue();
    }
    return count;
}

} // namespace

CountForm::CountForm(Desk &desk, QWidget *parent) : EntryForm(desk, tr("Count the drawer"), tr("Counted"), parent)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(3, 16);
    grid->setColumnStretch(2, 1);
    grid->setColumnStretch(6, 1);
    const auto all = finance::denominationsOf(desk.profile().currency);
    const int half = int(all.size() + 1) / 2;
    for (int i = 0; i < int(all.size()); ++i)
        addRow(*grid, i % half, i < half ? 0 : 4, all[size_t(i)].value);
    rows()->addLayout(grid);

    auto *ends = row(nullptr, 16);
    auto *loose = addMoney(m_rows.empty() ? tr("Cash in the drawer") : tr("Loose, not in the list"), m_loose);
    auto *card = addMoney(tr("Card terminal’s total"), m_card);
    m_card->setEmptyIsZero(false);
    card->setHint(tr("if there is one"));
    ends->addWidget(loose, 1);
    ends->addWidget(card, 1);
    rows()->addLayout(ends);
    rows()->addStretch(1);

    m_total = new AmountLabel(TextStyle::Heading, Role::Text, this);
    m_total->setLocale(desk.locale());
    m_total->setSymbolShown(true);
    m_total->setAccessibleName(tr("Counted so far"));
    buttons()->insertWidget(2, m_total);
    for (MoneyEdit *edit : {m_loose, m_card}) {
        connect(edit, &QLineEdit::textEdited, this, &CountForm::showSum);
        connect(edit, &QLineEdit::textEdited, this, &CountForm::keep);
    }
    connectEnter();
}

void CountForm::addRow(QGridLayout &grid, int row, int column, const Money &value)
{
    const QString words = value.toFigure(desk().locale());
    auto *count = new QLineEdit(body());
    count->setAlignment(Qt::AlignTrailing | Qt::AlignAbsolute | Qt::AlignVCenter);
    count->setAccessibleName(tr("How many of %1").arg(words));
    count->setInputMethodHints(Qt::ImhDigitsOnly);
    count->setFixedWidth(Theme::instance().px(countWidth));
    auto *sum = new AmountLabel(TextStyle::Body, Role::Muted, body());
    sum->setLocale(desk().locale());
    auto *name = new Label(TextStyle::BodyStrong, Role::Text, words, body());
    name->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    grid.addWidget(name, row, column);
    grid.addWidget(count, row, column + 1);
    grid.addWidget(sum, row, column + 2);
    m_rows.push_back({value, count, sum});
    connect(count, &QLineEdit::textEdited, this, &CountForm::showSum);
    connect(count, &QLineEdit::textEdited, this, &CountForm::keep);
}

//! Enter and the arrows go through the list as a hand goes through the drawer.
void CountForm::connectEnter()
{
    std::vector<QLineEdit *> order;
    for (const Row &row : m_rows)
        order.push_back(row.count);
    order.push_back(m_loose);
    order.push_back(m_card);
    for (size_t i = 0; i + 1 < order.size(); ++i) {
        QWidget::setTabOrder(order[i], order[i + 1]);
        connect(order[i], &QLineEdit::returnPressed, this, [next = order[i + 1]] {
            next->setFocus(Qt::TabFocusReason);
            next->selectAll();
        });
    }
    connect(m_card, &QLineEdit::returnPressed, this, &CountForm::submit);
}

void CountForm::begin(const finance::AtTill &till)
{
    m_till = till;
    clearProblem();
    setWords(till ? tr("How many of each lay in the drawer of the computer that is gone. What should be there is shown "
                       "afterwards.")
                  : tr("How many of each lie in the drawer. What should be there is shown afterwards."));
    for (const Row &row : m_rows)
        row.count->clear();
    m_loose->clear();
    m_card->clear();
    restore();
    setTillCountOpen(desk(), true);
    keep();
    showSum();
    focusFirst();
}

void CountForm::sayMoved()
{
    setWords(tr("Money moved since the drawer was counted, so it is counted again."));
}

void CountForm::focusFirst()
{
    QLineEdit *first = m_rows.empty() ? m_loose : m_rows.front().count;
    first->setFocus(Qt::TabFocusReason);
    first->selectAll();
}

Result<finance::CountSheet> CountForm::sheet() const
{
    TRY_ASSIGN(const Money loose, m_loose->value());
    finance::CountSheet sheet{{}, loose};
    for (const Row &row : m_rows) {
        const auto count = wholeCount(row.count->text());
        if (!count)
            return Error{ErrorKind::Invalid,
                         "till.count_not_whole",
                         {row.count->text().trimmed(), row.value.toFigure(desk().locale())},
                         {}};
        if (*count > 0)
            sheet.pieces.emplace(row.value.minor(), *count);
    }
    if (!m_card->text().trimmed().isEmpty()) {
        TRY_ASSIGN(sheet.cardTotal, m_card->value());
    }
    return sheet;
}

void CountForm::showSum()
{
    clearProblem();
    for (const Row &row : m_rows) {
        const auto count = wholeCount(row.count->text());
        const auto sum = row.value.timesMilli(qint64(count.value_or(0)) * 1000);
        count &&sum ? row.sum->setAmount(*sum) : row.sum->setUnknown();
    }
    const auto now = sheet();
    const auto total = now ? now->counted() : Result<Money>(now.error());
    total ? m_total->setAmount(*total) : m_total->setUnknown();
}

bool CountForm::isEmpty() const
{
    return m_loose->text().isEmpty() && m_card->text().isEmpty() &&
           std::ranges::all_of(m_rows, [](const Row &row) { return row.count->text().isEmpty(); });
}

void CountForm::leave(bool toldTheSums)
{
    if (!isTillCountOpen(desk()))
        return;
    setTillCountOpen(desk(), false);
    if (toldTheSums && isEmpty())
        forgetTillCount(desk(), m_till);
    else
        keep();
}

void CountForm::keep()
{
    QJsonObject kept{{QStringLiteral("loose"), m_loose->text()}, {QStringLiteral("card"), m_card->text()}};
    for (const Row &row : m_rows) {
        if (!row.count->text().isEmpty())
            kept.insert(QString::number(row.value.minor()), row.count->text());
    }
    keepTillCountDraft(desk(), kept, m_till);
}

void CountForm::restore()
{
    const auto kept = tillCountDraft(desk(), m_till);
    if (!kept)
        return;
    m_loose->setText(kept->value(QLatin1String("loose")).toString());
    m_card->setText(kept->value(QLatin1String("card")).toString());
    for (const Row &row : m_rows)
        row.count->setText(kept->value(QString::number(row.value.minor())).toString());
}

void CountForm::submit()
{
    if (isBusy())
        return;
    const auto now = sheet();
    if (!now)
        return setProblem(now.error());
    setBusy(true);
    desk().when(
        finance::TillService(desk().session(), desk().door()).count(*now, m_till), this,
        [this](const finance::CountResult &) {
            setBusy(false);
            forgetTillCount(desk(), m_till);
            Q_EMIT counted();
        },
        [this](const Error &error) {
            setBusy(false);
            setProblem(error);
        });
}

} // namespace thimblely::ui
