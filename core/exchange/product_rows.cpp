// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/product_rows.h"

#include "core/exchange/contact_rows.h"
#include "core/exchange/currency_words.h"
#include "core/exchange/import_fields.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely::exchange {

namespace {

constexpr qsizetype longestText = 10'000;

QByteArray formatName(FileFormat format)
{
    return format == FileFormat::WooCommerce ? "woocommerce" : format == FileFormat::Shopify ? "shopify" : "products";
}

Error refused(const char *code, qint64 line, const QString &cell = {})
{
    return Error{ErrorKind::Invalid, code, {QString::number(line), cell.left(40)}, {}};
}

bool isVariant(const RowReader &reader)
{
    return reader.cell("type").contains(QLatin1String("variation"));
}

Result<std::optional<Figure>> figureIn(const RowReader &reader, const char *key, const char *code)
{
    const QString text = reader.cell(key);
    if (text.isEmpty())
        return std::optional<Figure>();
    const auto figure = amountWritten(text, reader.table.decimalComma);
    if (!figure || figure->negative)
        return refused(code, reader.row.line, text);
    return figure;
}

//! The usual price; where there is none, the one while it is on sale.
Result<std::optional<Figure>> priceOf(const RowReader &reader)
{
    TRY_ASSIGN(const std::optional<Figure> price, figureIn(reader, "price", "table.price"));
    return price ? Result<std::optional<Figure>>(price) : figureIn(reader, "sale_price", "table.price");
}

double approximately(const Figure &figure)
{
    double value = double(figure.digits);
    for (int i = 0; i < figure.fractionDigits; ++i)
        value /= 10;
    return value;
}

QStringList listIn(const QString &cell)
{
    static const QRegularExpression between(QStringLiteral("\\s*[,;|]\\s*"));
    return cell.split(between, Qt::SkipEmptyParts);
}

//! Editors of web shops write HTML; a description here is words.
QString plainWords(QString text)
{
    static const QRegularExpression breaks(QStringLiteral("<(?:br|/p|/li|/div|/h\\d)[^>]*>"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(QStringLiteral("<[^>]{0,1000}>"));
    if (!text.contains(u'<'))
        return text.left(longestText);
    text.replace(breaks, QStringLiteral("\n")).remove(tags);
    text.replace(QLatin1String("&nbsp;"), QLatin1String(" ")).replace(QLatin1String("&lt;"), QLatin1String("<"));
    text.replace(QLatin1String("&gt;"), QLatin1String(">")).replace(QLatin1String("&quot;"), QLatin1String("\""));
    return text.replace(QLatin1String("&amp;"), QLatin1String("&")).trimmed().left(longestText);
}

QString nameOf(const RowReader &reader)
{
    QString name = reader.cell("name").simplified();
    QStringList variants;
    for (const char *key : {"variant", "variant_2", "variant_3"}) {
        const QString variant = reader.cell(key).simplified();
        if (!variant.isEmpty() && variant != QLatin1String("Default Title"))
            variants.append(variant);
    }
    if (!name.isEmpty() && !variants.isEmpty())
        name += QStringLiteral(" – ") + variants.join(QStringLiteral(" / "));
    return name.left(200);
}

//! A kind of stock as we write it; what other programs call kinds are their own.
bool known(const QString &type)
{
    return type == QLatin1String("fabric_roll") || type == QLatin1String("trim") || type == QLatin1String("ready_made");
}

//! "Pants" is said "trousers" at the counter, as garments are named there.
QStringList garmentsIn(const QString &cell)
{
    static const std::map<QString, QString> known = {{QStringLiteral("pants"), QStringLiteral("trousers")},
                                                     {QStringLiteral("jeans"), QStringLiteral("trousers")},
                                                     {QStringLiteral("trousers"), QStringLiteral("trousers")},
                                                     {QStringLiteral("shorts"), QStringLiteral("shorts")},
                                                     {QStringLiteral("skirt"), QStringLiteral("skirt")},
                                                     {QStringLiteral("jacket"), QStringLiteral("jacket")},
                                                     {QStringLiteral("blazer"), QStringLiteral("jacket")},
                                                     {QStringLiteral("shirt"), QStringLiteral("shirt")},
                                                     {QStringLiteral("dress"), QStringLiteral("dress")},
                                                     {QStringLiteral("coat"), QStringLiteral("coat")},
                                                     {QStringLiteral("suit"), QStringLiteral("suit")},
                                                     {QStringLiteral("kaftan"), QStringLiteral("kaftan")},
                                                     {QStringLiteral("agbada"), QStringLiteral("agbada")},
                                                     {QStringLiteral("gown"), QStringLiteral("gown")},
                                                     {QStringLiteral("waistcoat"), QStringLiteral("waistcoat")},
                                                     {QStringLiteral("vest"), QStringLiteral("waistcoat")},
                                                     {QStringLiteral("blouse"), QStringLiteral("blouse")}};
    QStringList garments;
    const QStringList words = listIn(cell);
    for (const QString &word : words) {
        const auto found = known.find(word.toLower());
        if (found != known.end() && !garments.contains(found->second))
            garments.append(found->second);
    }
    return garments;
}

void addWords(ProductEntry &entry, const RowReader &reader)
{
    QStringList words = {plainWords(reader.cell("short_description")), plainWords(reader.cell("description"))};
    words.removeAll(QString());
    entry.description = words.join(u'\n');
    entry.category = reader.cell("category");
    entry.tags = listIn(reader.cell("tags"));
    entry.garments = garmentsIn(reader.cell("garment"));
    if (entry.garments.isEmpty() && entry.category.isEmpty())
        entry.category = reader.cell("garment"); // nothing a file says of it is lost
    const QStringList images = listIn(reader.cell("images"));
    for (const QString &image : images) {
        if (image.startsWith(QLatin1String("http")) && image.size() < 2000)
            entry.images.append(image);
    }
}

} // namespace

ProductTable readProductTable(std::span<const CsvRow> rows, const TableReading &table, FileFormat format,
                              ProductTarget target)
{
    ProductTable result{format, target, {}};
    for (const CsvRow &row : rows) {
        const RowReader reader{row, table};
        const QString parent = reader.cell("parent");
        const auto price = priceOf(reader);
        if (!isVariant(reader) || parent.isEmpty() || !price || !price.value())
            continue;
        const auto known = result.fromVariants.find(parent);
        if (known == result.fromVariants.end())
            result.fromVariants.emplace(parent, **price);
        else if (approximately(**price) < approximately(known->second))
            known->second = **price;
    }
    return result;
}

std::vector<CsvRow> productRows(std::vector<CsvRow> rows, const TableReading &table, FileFormat format)
{
    if (format != FileFormat::Shopify)
        return rows;
    std::map<QString, CsvRow> first; // by handle
    std::vector<CsvRow> products;
    for (CsvRow &row : rows) {
        const RowReader reader{row, table};
        const QString handle = reader.cell("id");
        const auto known = first.find(handle);
        if (handle.isEmpty() || known == first.end()) {
            first.emplace(handle, row);
            products.push_back(std::move(row));
            continue;
        }
        if (reader.cell("price").isEmpty() && reader.cell("variant").isEmpty())
            continue;
        for (qsizetype i = 0; i < table.mapping.size(); ++i) {
            for (const char *key : {"name", "category", "description", "tags", "garment"}) {
                if (table.mapping[i] == key && row.cells.value(i).isEmpty())
                    row.cells[i] = known->second.cells.value(i);
            }
        }
        products.push_back(std::move(row));
    }
    return products;
}

Result<ProductEntry> productOfRow(const CsvRow &row, const TableReading &table, const ProductTable &whole)
{
    const RowReader reader{row, table};
    ProductTarget target = whole.target;
    if (reader.cell("type") == QLatin1String("marketplace")) // as we write it
        target = ProductTarget::Marketplace;
    ProductEntry entry{formatName(whole.format), {}, target, nameOf(reader), {}};
    if (entry.name.isEmpty())
        return refused("table.no_product", row.line);
    TRY_ASSIGN(entry.price, priceOf(reader));
    TRY_ASSIGN(entry.stock, figureIn(reader, "stock", "table.stock"));
    const QString id = reader.cell("id");
    entry.sku = reader.cell("sku");
    if (!entry.price) {
        for (const QString &self : {entry.sku, QString(QStringLiteral("id:") + id)}) {
            const auto variants = whole.fromVariants.find(self);
            if (variants != whole.fromVariants.end() && !self.isEmpty())
                entry.price = variants->second;
        }
    }
    if (!entry.price && target == ProductTarget::Marketplace)
        return refused("table.no_price", row.line);
    if (known(reader.cell("type")))
        entry.itemKind = reader.cell("type");
    entry.unit = reader.cell("unit");
    entry.currency = currencyOf(row, table);
    entry.minutes = reader.cell("minutes").isEmpty() ? std::nullopt : std::optional(reader.cell("minutes").toInt());
    if (entry.minutes && *entry.minutes <= 0)
        entry.minutes.reset();
    addWords(entry, reader);
    // Shopify's handle is the product's, its article number the variant's.
    const QString own = whole.format == FileFormat::Shopify ? QString() : id;
    if (!own.isEmpty() && own.size() <= 200)
        entry.foreignId = own;
    else
        entry.foreignId = foreignIdOf(entry.format, {id, entry.sku, entry.name, reader.cell("garment")});
    return entry;
}

QString currencyOf(const CsvRow &row, const TableReading &table)
{
    const QString cell = RowReader{row, table}.cell("currency");
    if (!cell.isEmpty()) {
        const QString named = currencyInAmount(cell);
        return named.isEmpty() ? cell.toUpper() : named;
    }
    for (qsizetype i = 0; i < table.mapping.size(); ++i) {
        if (!isAmount(table.mapping[i]) || row.cells.value(i).trimmed().isEmpty())
            continue;
        for (const QString &named : {currencyInAmount(row.cells[i]), currencyInHeading(table.headings[i])}) {
            if (!named.isEmpty())
                return named;
        }
    }
    return {};
}

QString currencyOf(const std::vector<CsvRow> &rows, const TableReading &table)
{
    for (const CsvRow &row : rows) {
        if (const QString named = currencyOf(row, table); !named.isEmpty())
            return named;
    }
    return {};
}

bool writesDecimalComma(const std::vector<CsvRow> &rows, const TableReading &table)
{
    static const QRegularExpression comma(QStringLiteral(",\\d{1,2}(?:\\D*)$|\\.\\d{3},"));
    static const QRegularExpression dot(QStringLiteral("\\.\\d{1,2}(?:\\D*)$|,\\d{3}\\."));
    int commas = 0;
    int dots = 0;
    for (const CsvRow &row : rows) {
        const RowReader reader{row, table};
        for (const char *key : {"price", "sale_price", "total", "paid", "owed", "credit"}) {
            const QString cell = reader.cell(key);
            commas += comma.match(cell).hasMatch() ? 1 : 0;
            dots += dot.match(cell).hasMatch() ? 1 : 0;
        }
    }
    return commas > dots;
}

std::optional<Figure> amountWritten(const QString &text, bool decimalComma)
{
    // Symbols and codes of currencies, spaces and the Swiss apostrophe say nothing of the amount.
    QString plain;
    for (const QChar c : text) {
        if (c.isDigit() || c == u'.' || c == u',' || c == u'-')
            plain += c;
        else if (!c.isSpace() && !c.isLetter() && c.category() != QChar::Symbol_Currency && c != u'\'' &&
                 c != u'\u2019')
            return {};
    }
    while (plain.endsWith(u'.') || plain.endsWith(u',') || plain.endsWith(u'-')) // "15,-"
        plain.chop(1);
    while (plain.startsWith(u'.') || plain.startsWith(u',')) // "Rs.500"
        plain.remove(0, 1);
    return readFigure(plain, decimalComma ? QLocale(QLocale::German, QLocale::Germany)
                                          : QLocale(QLocale::English, QLocale::UnitedStates));
}

} // namespace thimblely::exchange
