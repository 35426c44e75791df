// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/csv.h"
#include "core/exchange/import_types.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;

namespace {

struct Everything {
    QList<CsvRow> rows;
    QList<Error> errors;
};

Everything readAll(CsvReader &reader)
{
    Everything result;
    for (;;) {
        const auto row = reader.next();
        if (!row)
            result.errors += row.error();
        else if (!row.value())
            return result;
        else
            result.rows += **row;
    }
}

QList<QStringList> cellsOf(const QByteArray &file, CsvOptions options = {})
{
    auto reader = CsvReader::open(file, options);
    QList<QStringList> result;
    for (const CsvRow &row : readAll(*reader).rows)
        result += row.cells;
    return result;
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u'/');
}

} // namespace

//! RFC 4180 and what Excel, phones and surveys make of it.
class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QList<QStringList>>("cells");
        const auto row = [](const char *name, const char *file, const QList<QStringList> &cells) {
            QTest::newRow(name) << QByteArray(file) << cells;
        };
        row("crlf", "a,b\r\n1,2\r\n", {words("a/b"), words("1/2")});
        row("lf, no end", "a,b\n1,2", {words("a/b"), words("1/2")});
        row("cr only", "a,b\r1,2\r", {words("a/b"), words("1/2")});
        row("empty cells", ",\n,x\n", {words("/"), words("/x")});
        row("empty lines", "\n\na,b\n\n1,2\n\n", {words("a/b"), words("1/2")});
        row("quotes", "a,\"b,\"\"c\"\"\nd\"\n1,\"\"\n", {words("a/b,\"c\"\nd"), words("1/")});
        row("semicolon", "a;b;c,d\n1;2;3\n", {words("a/b/c,d"), words("1/2/3")});
        row("tab", "a\tb\n1\t2\n", {words("a/b"), words("1/2")});
        row("delimiter in quotes", "\"a,b,c\";d\n", {words("a,b,c/d")});
        row("windows-1252", "n,caf\xe9\n", {words("n/café")});
        row("bom", "\xef\xbb\xbfn,x\n", {words("n/x")});
        row("quote within", "5\" cuff,x\n", {words("5\" cuff/x")});
        row("nothing", "", {});
    }
    void rows()
    {
        QFETCH(QByteArray, file);
        QFETCH(QList<QStringList>, cells);
        QCOMPARE(cellsOf(file), cells);
    }

    void lineNumbersCountWhatIsInQuotes()
    {
        auto reader = CsvReader::open("a,\"x\ny\r\nz\"\n\nb,c\n");
        const Everything all = readAll(*reader);
        QCOMPARE(all.rows.size(), 2);
        QCOMPARE(all.rows[0].line, 1);
        QCOMPARE(all.rows[1].line, 5);
    }

    void aBadRowDoesNotTakeTheOthersAlong()
    {
        auto reader = CsvReader::open("a,b\n\"x\"y,2\nc,d\n\"open,3\ne,f\n");
        const Everything all = readAll(*reader);
        QCOMPARE(all.errors.size(), 2);
        QCOMPARE(all.errors[0].code, "csv.text_after_quote");
        QCOMPARE(all.errors[0].args, QStringList{QStringLiteral("2")});
        QCOMPARE(all.errors[1].code, "csv.open_quote");
        QCOMPARE(all.errors[1].args, QStringList{QStringLiteral("4")});
        QCOMPARE(all.rows.size(), 3);
        QCOMPARE(all.rows.last().line, 5);
    }

    void limits()
    {
        auto wide = CsvReader::open(QByteArray(5000, ',') + "\nx,y\n");
        const Everything cells = readAll(*wide);
        QCOMPARE(cells.errors.value(0).code, "csv.too_many_cells");
        QCOMPARE(cells.rows.size(), 1);
        auto longRow = CsvReader::open("a,b\n" + QByteArray(CsvReader::longestRow + 10, 'x') + "\nc,d\n");
        const Everything rows = readAll(*longRow);
        QCOMPARE(rows.errors.value(0).code, "csv.row_too_long");
        QCOMPARE(rows.rows.size(), 2);
        QCOMPARE(CsvReader::open(QByteArray(import_limits::csvBytes + 1, 'a')).error().code, "csv.too_large");
    }

    void encodings()
    {
        auto guessed = CsvReader::open("a,\xe9\n");
        QCOMPARE(guessed->encoding(), "windows-1252");
        auto named = CsvReader::open("\x94\x5c,b\n\x94,c\n", {.delimiter = 0, .encoding = "SHIFT_JIS", .comment = 0});
        const Everything all = readAll(*named);
        QCOMPARE(all.rows.value(0).cells, words("能/b"));
        QCOMPARE(all.errors.value(0).code, "text.undecodable");
        QCOMPARE(CsvReader::open("a", {.delimiter = 0, .encoding = "nothing", .comment = 0}).error().code,
                 "text.unknown_encoding");
        QCOMPARE(cellsOf(QByteArray("\xff\xfe"
                                    "a\0;\0b\0\n\0",
                                    10)),
                 (QList<QStringList>{words("a/b")}));
    }

    void commentsArePassedOver()
    {
        const QList<QStringList> expected = {words("a/b"), words("1/2")};
        QCOMPARE(cellsOf("# a;b;c\n#\na,b\n# x\n1,2\n", {.delimiter = 0, .encoding = {}, .comment = '#'}), expected);
    }

    void formulasStandBehindAnApostrophe_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *cell, const char *written) {
            QTest::newRow(cell) << QString::fromUtf8(cell) << QByteArray(written);
        };
        row("=cmd|x!A0", "'=cmd|x!A0");
        row("+234 803 555 4471", "'+234 803 555 4471");
        row("-3", "'-3");
        row("@bello", "'@bello");
        row("\tx", "'\tx");
        row("＝1", "'＝1");
        row("'=1", "''=1");
        row("A. Bello", "A. Bello");
        row("O'Hara", "O'Hara");
        row("'t Hart", "'t Hart");
        row("3+4", "3+4");
        row("", "\"\"");
    }
    void formulasStandBehindAnApostrophe()
    {
        QFETCH(QString, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(csvSheetRow({cell}), written + "\r\n");
        QCOMPARE(fromSheetCell(
                     cellsOf(csvSheetRow({cell}), {.delimiter = ',', .encoding = {}, .comment = 0}).value(0).value(0)),
                 cell);
    }

    void noCellIsAFormulaAndAllReadBack()
    {
        const bool holds = rc::check("cells survive a spreadsheet", [] {
            const auto text = rc::gen::container<std::string>(
                rc::gen::element('=', '+', '-', '@', '\t', '\r', '\n', '\'', '"', ',', ' ', 'a', '7'));
            QStringList cells;
            for (const std::string &cell : *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text)))
                cells += QString::fromStdString(cell);
            QStringList read = cellsOf(csvSheetRow(cells), {.delimiter = ',', .encoding = {}, .comment = 0}).value(0);
            for (QString &cell : read) {
                const bool begins = !cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front());
                RC_ASSERT_FALSE(begins);
                cell = fromSheetCell(cell);
            }
            RC_ASSERT(read == cells);
        });
        QVERIFY(holds);
    }

    void writtenRowsReadBack()
    {
        const bool holds = rc::check("rows survive", [] {
            const auto text =
                rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', ' ', ';', '9'));
            const auto table = *rc::gen::container<std::vector<std::vector<std::string>>>(
                rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text)));
            QByteArray file;
            QList<QStringList> expected;
            for (const auto &row : table) {
                QStringList cells;
                for (const std::string &cell : row)
                    cells += QString::fromStdString(cell);
                file += csvRow(cells);
                expected += cells;
            }
            RC_ASSERT(cellsOf(file, {.delimiter = ',', .encoding = {}, .comment = 0}) == expected);
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(TestCsv)
#include "tst_csv.moc"
