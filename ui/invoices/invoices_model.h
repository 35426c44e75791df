// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/invoices/invoice_list.h"
#include "ui/desk/paged_model.h"

#include <QCoreApplication>

namespace thimblely::ui {

//! The papers that bill somebody, the newest first, or those that what was typed finds.
class InvoicesModel final : public PagedModel<invoices::InvoiceSummary, invoices::InvoicePlace> {
    Q_DECLARE_TR_FUNCTIONS(InvoicesModel)

public:
    using PagedModel::PagedModel;

    void show(invoices::InvoiceFilter filter, const QString &words);
    int rowOf(InvoiceId invoice) const;

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    invoices::InvoicePlace placeOf(const invoices::InvoiceSummary &row) const override { return {row.issued, row.id}; }

private:
    QString secondLine(const invoices::InvoiceSummary &row) const;
};

} // namespace thimblely::ui
