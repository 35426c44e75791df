// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/import_table.h"

#include "core/exchange/contact_rows.h"
#include "core/exchange/import_fields.h"
#include "core/exchange/measure_rows.h"
#include "core/exchange/old_order_rows.h"
#include "core/exchange/product_rows.h"

#include <QHash>

#include <algorithm>
#include <future>
#include <iterator>
#include <span>

namespace thimblely::exchange {

namespace {

constexpr qsizetype sampled = 3;
constexpr qsizetype widestSample = 120;

bool has(const QStringList &headings, const char *name)
{
    return headings.contains(QLatin1String(name), Qt::CaseInsensitive);
}

bool isWooCommerce(const QStringList &headings)
{
    return has(headings, "Regular price") && has(headings, "SKU") && has(headings, "Type");
}

bool isShopify(const QStringList &headings)
{
    return has(headings, "Handle") && has(headings, "Variant Price");
}

//! Without the columns that stand there empty: every program exports a balance that nobody ever used.
QStringList headingsInUse(const ForeignTable &table)
{
    QStringList used;
    for (qsizetype column = 0; column < table.headings.size(); ++column) {
        const bool isUsed = std::ranges::any_of(
            table.rows, [column](const CsvRow &row) { return !row.cells.value(column).trimmed().isEmpty(); });
        if (isUsed || table.rows.empty())
            used.append(table.headings[column]);
    }
    return used;
}

//! A book of orders says what was paid or is owed; a list of contacts or prices does not.
bool isOldBook(const QStringList &headings)
{
    const QByteArrayList old = guessedMapping(ImportKind::OldOrders, headings);
    const auto has = [&old](std::initializer_list<const char *> keys) {
        return std::ranges::any_of(keys, [&old](const char *key) { return old.contains(key); });
    };
    const bool who = has({"name", "given_name", "family_name", "phone", "mobile", "number"});
    const bool money = has({"paid", "owed", "credit"});
    return (who && money) || (has({"ticket"}) && has({"pieces"}) && (money || has({"total"})));
}

ImportKind guessedKind(const QStringList &headings)
{
    if (isWooCommerce(headings) || isShopify(headings))
        return ImportKind::Products;
    if (isOldBook(headings))
        return ImportKind::OldOrders;
    const QByteArrayList measured = guessedMapping(ImportKind::Measurements, headings);
    const auto measures =
        std::ranges::count_if(measured, [](const QByteArray &key) { return measureKey(key).has_value(); });
    if (measures >= 2)
        return ImportKind::Measurements;
    const QByteArrayList sold = guessedMapping(ImportKind::Products, headings);
    const bool priced = sold.contains("price") || sold.contains("sku") || sold.contains("sale_price");
    return sold.contains("name") && priced ? ImportKind::Products : ImportKind::Clients;
}

FileFormat formatOf(ImportKind kind, const ForeignTable &table)
{
    switch (kind) {
    case ImportKind::Clients:
        return table.delimiter == 0 ? FileFormat::Ldif : FileFormat::ContactTable;
    case ImportKind::Measurements:
        return FileFormat::MeasureTable;
    case ImportKind::OldOrders:
        return FileFormat::OldBook;
    case ImportKind::Products:
    case ImportKind::Events:
        break;
    }
    if (isWooCommerce(table.headings))
        return FileFormat::WooCommerce;
    return isShopify(table.headings) ? FileFormat::Shopify : FileFormat::ProductTable;
}

//! The guesses, and over them what a person said.
std::optional<Error> mapColumns(TableReading &reading, ImportKind kind, const ImportOptions &options)
{
    reading.mapping = guessedMapping(kind, reading.headings);
    for (const auto &[heading, key] : options.mapping) {
        const qsizetype column = reading.headings.indexOf(heading);
        if (column < 0)
            return Error{ErrorKind::Invalid, "table.no_such_column", {heading.left(80)}, {}};
        const bool measure = kind == ImportKind::Measurements && measureKey(key);
        const ImportField *field = importField(kind, key);
        if (!key.isEmpty() && !measure && !field)
            return Error{ErrorKind::Invalid, "table.no_such_field", {QString::fromUtf8(key).left(80)}, {}};
        if (!field || !field->mayRepeat) { // another column was guessed to be it
            for (QByteArray &other : reading.mapping) {
                if (other == key)
                    other = QByteArray();
            }
        }
        reading.mapping[column] = key;
    }
    return {};
}

//! Whether what stands where headings do is something else: a title, or a remark.
std::optional<Error> headingsThatDoNotFit(const ForeignTable &table)
{
    constexpr size_t few = 3;
    const size_t lines = table.rows.size() + table.tooWide.size();
    if (table.tooWide.size() < few || table.tooWide.size() <= table.rows.size())
        return {};
    return Error{
        ErrorKind::Invalid, "table.headings", {QString::number(table.tooWide.size()), QString::number(lines)}, {}};
}

//! What must be known before any row makes sense.
std::optional<Error> lack(const TableReading &reading, ImportKind kind)
{
    const auto any = [&reading](std::initializer_list<const char *> keys) {
        return std::ranges::any_of(keys, [&reading](const char *key) { return reading.mapping.contains(key); });
    };
    const bool who = any({"name", "given_name", "family_name", "phone", "mobile"});
    switch (kind) {
    case ImportKind::Clients:
        if (who || any({"company", "email"}))
            return {};
        return Error{ErrorKind::Invalid, "table.not_clients", {}, {}};
    case ImportKind::Measurements:
        if ((who || any({"number"})) &&
            std::ranges::any_of(reading.mapping, [](const QByteArray &key) { return measureKey(key).has_value(); }))
            return {};
        return Error{ErrorKind::Invalid, "table.not_measures", {}, {}};
    case ImportKind::Products:
        if (any({"name"}))
            return {};
        return Error{ErrorKind::Invalid, "table.not_products", {}, {}};
    case ImportKind::OldOrders:
        if ((who || any({"number", "ticket"})) && any({"total", "paid", "owed", "credit"}))
            return {};
        return Error{ErrorKind::Invalid, "table.not_orders", {}, {}};
    case ImportKind::Events:
        break;
    }
    Q_UNREACHABLE();
}

void sample(TableReading &reading, const std::vector<CsvRow> &rows)
{
    reading.sample.assign(size_t(reading.headings.size()), {});
    for (const CsvRow &row : rows) {
        for (size_t i = 0; i < reading.sample.size(); ++i) {
            const QString cell = row.cells.value(qsizetype(i)).simplified();
            if (!cell.isEmpty() && reading.sample[i].size() < sampled)
                reading.sample[i].append(cell.left(widestSample));
        }
    }
}

QStringList days(const TableReading &reading, const std::vector<CsvRow> &rows)
{
    QStringList found;
    for (const CsvRow &row : rows) {
        const RowReader reader{row, reading};
        found +=
            reader.cells("birth_date") + reader.cells("taken_on") + reader.cells("taken_in") + reader.cells("promised");
    }
    return found;
}

template <typename Entry>
ImportEntry entryOf(const CsvRow &row, Result<Entry> read, const QString &name)
{
    ImportEntry entry{row.line, name, row.cells, Error{}};
    if (read)
        entry.content = std::move(*read);
    else
        entry.content = read.error();
    return entry;
}

//! As a person said: the figures are the shop's, whatever the file calls them.
void takeAsTheyAre(std::vector<ImportEntry> &entries)
{
    for (ImportEntry &entry : entries) {
        if (auto *product = std::get_if<ProductEntry>(&entry.content))
            product->currency.clear();
        else if (auto *order = std::get_if<OldOrderEntry>(&entry.content))
            order->currency.clear();
    }
}

//! What the rows of a file are read by; nothing in it changes meanwhile.
struct RowsAs {
    ImportKind kind;
    FileFormat format;
    const TableReading &table;
    const ProductTable &products;

    ImportEntry operator()(const CsvRow &row) const
    {
        const QString name = RowReader{row, table}.name();
        switch (kind) {
        case ImportKind::Clients:
            return entryOf(row, clientOfRow(row, table, format == FileFormat::Ldif ? "ldif" : "contacts"), name);
        case ImportKind::Measurements:
            return entryOf(row, setOfRow(row, table), name);
        case ImportKind::Products:
            return entryOf(row, productOfRow(row, table, products), name);
        case ImportKind::OldOrders:
            return entryOf(row, oldOrderOfRow(row, table), name);
        case ImportKind::Events:
            break;
        }
        Q_UNREACHABLE();
    }
};

//! Large files in two halves at once: a row asks nothing of another.
void readRows(ImportedFile &file, std::span<const CsvRow> rows)
{
    constexpr size_t many = 2000;
    ProductTable products{file.format, file.target.value_or(ProductTarget::PriceList), {}};
    if (file.kind == ImportKind::Products)
        products = readProductTable(rows, *file.table, products.format, products.target);
    const RowsAs read{file.kind, file.format, *file.table, products};
    const auto all = [&read](std::span<const CsvRow> part) {
        std::vector<ImportEntry> entries;
        entries.reserve(part.size());
        std::ranges::transform(part, std::back_inserter(entries), read);
        return entries;
    };
    const size_t half = rows.size() < many ? 0 : rows.size() / 2;
    auto first = std::async(half > 0 ? std::launch::async : std::launch::deferred, all, rows.first(half));
    std::vector<ImportEntry> second = all(rows.subspan(half));
    std::vector<ImportEntry> entries = first.get();
    file.entries.reserve(file.entries.size() + rows.size());
    std::ranges::move(entries, std::back_inserter(file.entries));
    std::ranges::move(second, std::back_inserter(file.entries));
}

QString *foreignIdOfEntry(ImportEntry &entry)
{
    return std::visit(
        [](auto &content) -> QString * {
            if constexpr (std::is_same_v<std::decay_t<decltype(content)>, Error>)
                return nullptr;
            else
                return &content.foreignId;
        },
        entry.content);
}

//! Two rows of one name that say different things are two entries, at every import the same two.
void tellApart(std::vector<ImportEntry> &entries)
{
    QHash<QString, std::vector<QStringList>> seen;
    for (ImportEntry &entry : entries) {
        QString *id = foreignIdOfEntry(entry);
        if (!id)
            continue;
        std::vector<QStringList> &others = seen[*id];
        const auto same = std::ranges::find(others, entry.cells);
        const auto number = same - others.begin() + 1;
        if (same == others.end())
            others.push_back(entry.cells);
        if (number > 1)
            *id += QStringLiteral("#%1").arg(number);
    }
}

//! Rows as they should have been, where a person said so; those that are too wide wait for that.
std::vector<CsvRow> corrected(ImportedFile &file, ForeignTable &table, const ImportOptions &options)
{
    std::vector<CsvRow> rows = std::move(table.rows);
    const auto correction = [&options](qint64 line) {
        const auto found = options.corrections.find(line);
        return found == options.corrections.end() ? nullptr : &found->second;
    };
    for (CsvRow &row : table.tooWide) {
        if (correction(row.line))
            rows.push_back(std::move(row));
        else
            file.entries.push_back(
                {row.line, {}, row.cells, Error{ErrorKind::Invalid, "table.cells", {QString::number(row.line)}, {}}});
    }
    for (CsvRow &row : rows) {
        if (const QStringList *cells = correction(row.line))
            row.cells = *cells;
        row.cells.resize(table.headings.size());
    }
    std::ranges::sort(rows, {}, &CsvRow::line);
    std::ranges::stable_sort(file.entries, {}, &ImportEntry::line);
    return rows;
}

} // namespace

ImportedFile readTableFile(const QString &name, ForeignTable table, std::optional<ImportKind> kind,
                           const ImportOptions &options)
{
    ImportedFile file{name, kind.value_or(guessedKind(headingsInUse(table))), {}};
    file.format = formatOf(file.kind, table);
    if (file.kind == ImportKind::Products) {
        const bool shop = file.format != FileFormat::ProductTable;
        file.target = options.target.value_or(shop ? ProductTarget::Marketplace : ProductTarget::PriceList);
    }
    for (const Refusal &refusal : table.refused)
        file.entries.push_back({refusal.line, {}, {}, refusal.error});
    file.table = TableReading{table.encoding, table.delimiter, table.headings, {}, {}};
    file.problem = headingsThatDoNotFit(table);
    if (file.problem) {
        file.entries.clear();
        return file;
    }
    std::vector<CsvRow> rows = corrected(file, table, options);
    sample(*file.table, rows);
    file.problem = mapColumns(*file.table, file.kind, options);
    if (!file.problem)
        file.problem = lack(*file.table, file.kind);
    if (file.problem)
        return file;
    file.table->monthFirst = isMonthFirst(days(*file.table, rows));
    if (file.kind == ImportKind::Measurements)
        guessUnit(*file.table, rows, options.usualUnit, options.unit);
    if (file.kind == ImportKind::Products || file.kind == ImportKind::OldOrders) {
        file.table->decimalComma = writesDecimalComma(rows, *file.table);
        file.table->currency = currencyOf(rows, *file.table);
    }
    if (file.kind == ImportKind::Products)
        rows = productRows(std::move(rows), *file.table, file.format);
    readRows(file, rows);
    if (options.figuresAsTheyAre)
        takeAsTheyAre(file.entries);
    tellApart(file.entries);
    if (!std::ranges::is_sorted(file.entries, {},
                                &ImportEntry::line)) // to sort them all the same moves each several times
        std::ranges::stable_sort(file.entries, {}, &ImportEntry::line);
    return file;
}

bool isSurvey(const ForeignTable &table)
{
    return has(table.headings, "subjectid") && has(table.headings, "gender") && has(table.headings, "stature");
}

} // namespace thimblely::exchange
