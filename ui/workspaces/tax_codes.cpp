// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workspaces/tax_codes.h"

#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QHBoxLayout>

namespace thimblely::ui {

TaxCodes::TaxCodes(const std::vector<std::pair<QByteArray, QString>> &kinds, QWidget *parent) : QWidget(parent)
{
    auto *box = column(this, 8, {0, 0, 0, 0});
    auto *words = new Label(TextStyle::Caption, Role::Muted,
                            tr("HSN or SAC of each kind of work, as your accountant has it. Invoices to registered"
                               " buyers are refused without."),
                            this);
    words->setWordWrap(true);
    box->addWidget(words);
    auto *line = row(nullptr, 16);
    for (const auto &[kind, name] : kinds) {
        auto *field = new FieldEdit(tr("%1, HSN/SAC").arg(name), this);
        m_fields.emplace_back(kind, field);
        line->addWidget(field, 1, Qt::AlignTop);
    }
    box->addLayout(line);
}

void TaxCodes::fill(const TaxSettings &tax, const QString &country)
{
    setVisible(country == QLatin1String("IN"));
    for (const auto &[kind, field] : m_fields)
        field->setText(tax.codeOf(kind));
}

void TaxCodes::take(TaxSettings &tax) const
{
    for (const auto &[kind, field] : m_fields) {
        const QString code = field->text().simplified();
        if (code.isEmpty())
            tax.codes.erase(kind);
        else
            tax.codes.insert_or_assign(kind, code);
    }
}

} // namespace thimblely::ui
