// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/old_order_rows.h"

#include "core/exchange/contact_rows.h"
#include "core/exchange/product_rows.h"
#include "core/search/fold.h"

namespace thimblely::exchange {

namespace {

Error refused(const char *code, qint64 line, const QString &cell)
{
    return Error{ErrorKind::Invalid, code, {QString::number(line), cell.left(40)}, {}};
}

Result<std::optional<Figure>> amountIn(const RowReader &reader, const char *key)
{
    const QString text = reader.cell(key);
    if (text.trimmed().isEmpty())
        return std::optional<Figure>();
    const auto figure = amountWritten(text, reader.table.decimalComma);
    if (!figure || figure->negative)
        return refused("table.amount", reader.row.line, text);
    return figure;
}

//! What stands under "ready" in a book: a word that says so, or a mark.
std::optional<bool> readyWritten(const QString &text)
{
    static const QStringList yes = {
        QStringLiteral("ready"),    QStringLiteral("done"),   QStringLiteral("finished"), QStringLiteral("yes"),
        QStringLiteral("y"),        QStringLiteral("x"),      QStringLiteral("1"),        QStringLiteral("true"),
        QStringLiteral("complete"), QStringLiteral("fertig"), QStringLiteral("ja"),       QStringLiteral("pret"),
        QStringLiteral("oui"),      QStringLiteral("fini"),   QStringLiteral("listo"),    QStringLiteral("si"),
        QStringLiteral("pronto"),   QStringLiteral("sim"),    QStringLiteral("gotowe"),   QStringLiteral("tak"),
        QStringLiteral("hazir"),    QStringLiteral("evet"),   QStringLiteral("جاهز"),     QStringLiteral("نعم")};
    static const QStringList no = {
        QStringLiteral("to do"), QStringLiteral("in work"),   QStringLiteral("no"),          QStringLiteral("n"),
        QStringLiteral("0"),     QStringLiteral("false"),     QStringLiteral("in progress"), QStringLiteral("pending"),
        QStringLiteral("open"),  QStringLiteral("not ready"), QStringLiteral("offen"),       QStringLiteral("nein"),
        QStringLiteral("non"),   QStringLiteral("en cours"),  QStringLiteral("booked"),      QStringLiteral("nao"),
        QStringLiteral("nie"),   QStringLiteral("hayir"),     QStringLiteral("لا")};
    if (text.trimmed() == QStringLiteral("✓") || text.trimmed() == QStringLiteral("✔"))
        return true;
    const QString folded = search::fold(text);
    for (const QString &word : yes) {
        if (search::fold(word) == folded)
            return true;
    }
    for (const QString &word : no) {
        if (search::fold(word) == folded)
            return false;
    }
    return {};
}

Result<std::optional<QString>> readyAt(const RowReader &reader)
{
    const QString place = reader.cell("place").simplified();
    const QString stage = reader.cell("stage").simplified();
    const std::optional<bool> said = stage.isEmpty() ? std::nullopt : readyWritten(stage);
    if (!stage.isEmpty() && !said)
        return refused("table.stage", reader.row.line, stage);
    // What hangs in its place is ready, unless the book says otherwise.
    const bool ready = said.value_or(!place.isEmpty());
    return ready ? std::optional(place) : std::optional<QString>();
}

//! "Trousers", "navy" and "hem" of three columns as one writes them in one.
QString piecesIn(const RowReader &reader)
{
    const QString colour = reader.cell("colour").simplified();
    const QString task = reader.cells("task").join(u' ').simplified();
    QString pieces = reader.cells("pieces").join(QStringLiteral(", ")).simplified();
    for (const QString &further : {colour, task}) {
        if (!further.isEmpty() && !pieces.isEmpty())
            pieces += u' ' + further;
    }
    return pieces.isEmpty() ? task : pieces;
}

} // namespace

Result<OldOrderEntry> oldOrderOfRow(const CsvRow &row, const TableReading &table)
{
    const RowReader reader{row, table};
    OldOrderEntry entry{"old-book", {}, {}};
    notebook::Line &line = entry.line;
    line.ticket = reader.cell("ticket").simplified();
    line.name = reader.name();
    QStringList others;
    const std::vector<Phone> phones = reader.phones(&others);
    const QString number = reader.cell("number").simplified();
    if (!phones.empty())
        line.phone = phones.front().number;
    else if (!number.isEmpty())
        line.phone = u'#' + number;
    line.pieces = piecesIn(reader);
    TRY_ASSIGN(line.readyAt, readyAt(reader));
    TRY_ASSIGN(line.promised, reader.date("promised"));
    TRY_ASSIGN(line.takenIn, reader.date("taken_in"));
    line.note = (reader.cells("notes") + others).join(u'\n');
    entry.currency = currencyOf(row, table);
    TRY_ASSIGN(entry.total, amountIn(reader, "total"));
    TRY_ASSIGN(entry.paid, amountIn(reader, "paid"));
    TRY_ASSIGN(entry.owed, amountIn(reader, "owed"));
    TRY_ASSIGN(entry.credit, amountIn(reader, "credit"));
    const QString id = reader.cell("id").trimmed();
    if (!id.isEmpty() && id.size() <= 200)
        entry.foreignId = id;
    else
        entry.foreignId = foreignIdOf(entry.format, {line.ticket, line.name, line.phone, line.pieces});
    return entry;
}

} // namespace thimblely::exchange
