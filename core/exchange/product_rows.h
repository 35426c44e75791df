// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/exchange/csv.h"
#include "core/exchange/import_file.h"

#include <span>

namespace thimblely::exchange {

// From what a file says to what the shop sells; internal to this folder. Pure.

//! What is known of a table as a whole before its rows are read.
struct ProductTable {
    FileFormat format;
    ProductTarget target;
    //! By the article number or "id:" and number of a product: the lowest price of its variants, where it has none.
    std::map<QString, Figure> fromVariants = {};
};
ProductTable readProductTable(std::span<const CsvRow> rows, const TableReading &table, FileFormat format,
                              ProductTarget target);

/*!
 * The rows as the format means them: Shopify writes the title of a product in its first row only, and rows that are
 * only a further picture, which are left out here; those that follow take the title over.
 */
std::vector<CsvRow> productRows(std::vector<CsvRow> rows, const TableReading &table, FileFormat format);

/*!
 * A row by its mapping. Refused: "table.no_product" (no name), "table.price" and "table.stock" (args: line, cell); a
 * marketplace's product without any price: "table.no_price".
 */
Result<ProductEntry> productOfRow(const CsvRow &row, const TableReading &table, const ProductTable &products);

//! What the amounts of a row are in, as it says itself or the headings of its amounts do; empty: nobody says.
QString currencyOf(const CsvRow &row, const TableReading &table);
//! What a file says its amounts are in: the first row that does.
QString currencyOf(const std::vector<CsvRow> &rows, const TableReading &table);

//! Whether the prices of a table are written "1.234,50"; a lone comma before three digits groups thousands.
bool writesDecimalComma(const std::vector<CsvRow> &rows, const TableReading &table);
//! "1.234,50 €", "₦15,000", "24"; nothing where it is no amount.
std::optional<Figure> amountWritten(const QString &text, bool decimalComma);

} // namespace thimblely::exchange
