// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/books.h"
#include "ui/desk/paged_model.h"

#include <QCoreApplication>

namespace thimblely::ui {

//! Rows of the books that a filter leaves, the newest day first.
class BooksModel final : public PagedModel<finance::BookEntry, finance::BookPlace> {
    Q_DECLARE_TR_FUNCTIONS(BooksModel)

public:
    using PagedModel::PagedModel;

    void show(const finance::BookFilter &filter);
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    finance::BookPlace placeOf(const finance::BookEntry &row) const override { return {row.date, row.id}; }

private:
    QString secondLine(const finance::BookEntry &row) const;
};

} // namespace thimblely::ui
