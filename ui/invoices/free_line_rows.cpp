// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/invoices/free_line_rows.h"

#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/pane.h"

#include <QLineEdit>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int mostLines = 12;
constexpr int quantityWidth = 64;
constexpr int priceWidth = 112;
constexpr int taxWidth = 64;

} // namespace

bool FreeLineRows::Line::isEmpty() const
{
    return text->text().trimmed().isEmpty() && price->text().trimmed().isEmpty();
}

FreeLineRows::FreeLineRows(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *all = column(this, 4);
    auto *head = row(nullptr, 8);
    const auto name = [&](const QString &text, int width) {
        auto *label = new Label(TextStyle::CaptionStrong, Role::Muted, text, this);
        if (width > 0)
            m_columns.emplace_back(label, width);
        head->addWidget(label, width > 0 ? 0 : 1);
    };
    name(tr("What for"), 0);
    name(tr("How many"), quantityWidth);
    name(tr("Price of one"), priceWidth);
    name(tr("Tax, %"), taxWidth);
    all->addLayout(head);
    for (int i = 0; i < mostLines; ++i)
        addRow(i + 1);
    connect(&Theme::instance(), &Theme::changed, this, &FreeLineRows::layOut);
    layOut();
    showRows();
}

//! Columns stand under their heads at any size of the text.
void FreeLineRows::layOut()
{
    const Theme &theme = Theme::instance();
    for (const auto &[part, width] : m_columns)
        part->setFixedWidth(theme.px(width));
    for (const Line &line : m_lines)
        line.price->setRoom(theme.px(priceWidth) - 24);
}

void FreeLineRows::addRow(int number)
{
    auto *place = new QWidget(this);
    Line line{place, new QLineEdit(place), new QLineEdit(place), new MoneyEdit(m_desk.profile().currency, place),
              new QLineEdit(place)};
    line.price->setLocale(m_desk.locale());
    line.text->setAccessibleName(tr("Line %1, what for").arg(number));
    line.quantity->setAccessibleName(tr("Line %1, how many").arg(number));
    line.price->setAccessibleName(tr("Line %1, price of one").arg(number));
    line.tax->setAccessibleName(tr("Line %1, tax in per cent").arg(number));
    m_columns.emplace_back(line.quantity, quantityWidth);
    m_columns.emplace_back(line.price, priceWidth);
    m_columns.emplace_back(line.tax, taxWidth);
    for (QLineEdit *edit : {line.quantity, line.tax})
        edit->setAlignment(Qt::AlignRight);
    auto *cells = row(place, 8);
    cells->addWidget(line.text, 1);
    for (QLineEdit *edit : {line.quantity, static_cast<QLineEdit *>(line.price), line.tax})
        cells->addWidget(edit);
    layout()->addWidget(place);
    for (QLineEdit *edit : {line.text, line.quantity, static_cast<QLineEdit *>(line.price), line.tax}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            showRows();
            Q_EMIT edited();
        });
    }
    connect(line.text, &QLineEdit::textEdited, this, [this, number] { // the usual ones, as soon as it is a line
        const Line &typed = m_lines[size_t(number - 1)];
        if (typed.quantity->text().isEmpty())
            typed.quantity->setText(QStringLiteral("1"));
        if (typed.tax->text().isEmpty())
            typed.tax->setText(usualTax());
    });
    m_lines.push_back(line);
}

QString FreeLineRows::usualTax() const
{
    const TaxSettings &tax = m_desk.profile().tax;
    if (tax.name.isEmpty())
        return QStringLiteral("0");
    return m_desk.locale().toString(double(tax.rate.millionths()) / 10'000, 'g', 6); // shown, never reckoned with
}

//! One more than is filled in.
void FreeLineRows::showRows()
{
    int filled = 0;
    for (int i = 0; i < int(m_lines.size()); ++i) {
        if (!m_lines[size_t(i)].isEmpty())
            filled = i + 1;
    }
    for (int i = 0; i < int(m_lines.size()); ++i)
        m_lines[size_t(i)].row->setVisible(i <= filled);
}

void FreeLineRows::setLines(const std::vector<invoices::FreeLine> &lines)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const bool is = i < lines.size();
        line.text->setText(is ? lines[i].text : QString());
        line.quantity->setText(is ? lines[i].quantity.toText(m_desk.locale()) : QString());
        if (is)
            line.price->setValue(lines[i].price);
        else
            line.price->clear();
        line.tax->setText(is ? m_desk.locale().toString(double(lines[i].taxRate.millionths()) / 10'000, 'g', 6)
                             : QString());
    }
    showRows();
}

Result<invoices::FreeLine> FreeLineRows::read(const Line &line) const
{
    TRY_ASSIGN(const Money price, line.price->value());
    const QString many = line.quantity->text().trimmed();
    TRY_ASSIGN(const Quantity quantity,
               many.isEmpty() ? Result<Quantity>(Quantity::whole(1)) : Quantity::parse(many, m_desk.locale()));
    QString percent = line.tax->text().trimmed();
    percent.remove(u'%');
    // Thousandths of a per cent, as thousandths of anything are read.
    TRY_ASSIGN(const Quantity tax,
               percent.isEmpty() ? Result<Quantity>(Quantity(0)) : Quantity::parse(percent, m_desk.locale()));
    return invoices::FreeLine{line.text->text().trimmed(), quantity, price, Rate(tax.milli() * 10), {}};
}

Result<std::vector<invoices::FreeLine>> FreeLineRows::lines() const
{
    std::vector<invoices::FreeLine> lines;
    for (const Line &line : m_lines) {
        if (line.isEmpty())
            continue;
        TRY_ASSIGN(invoices::FreeLine one, read(line));
        lines.push_back(std::move(one));
    }
    return lines;
}

void FreeLineRows::focusFirst()
{
    m_lines.front().text->setFocus(Qt::OtherFocusReason);
}

} // namespace thimblely::ui
