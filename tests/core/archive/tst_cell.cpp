// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/archive/line.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

#include <cmath>
#include <limits>

using namespace thimblely;
using namespace thimblely::archive;
using Type = Cell::Type;

//! A value goes into a line and comes out as it was, whatever it is.
class TestCell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void edgesComeBack_data();
    void edgesComeBack();
    void everyValueComesBack();
    void everyLineComesBack();
    void anyOrderAndSpaceWillDo();
    void whatIsNoLineIsRefused_data();
    void whatIsNoLineIsRefused();
    void columnsAreKnownByTheirNames();

private:
    static Cell whole(qint64 value)
    {
        Cell cell{Type::Integer};
        cell.integer = value;
        return cell;
    }
    static Cell real(double value)
    {
        Cell cell{Type::Real};
        cell.real = value;
        return cell;
    }
    static Cell of(Type type, const QByteArray &bytes)
    {
        Cell cell{type};
        cell.bytes = bytes;
        return cell;
    }
    static QByteArray written(CellKind kind, const Cell &cell)
    {
        QByteArray json;
        appendCell(json, kind, cell);
        return json;
    }
    static bool comesBack(CellKind kind, const Cell &cell)
    {
        const QByteArray json = written(kind, cell);
        qsizetype at = 0;
        const auto back = readCell(json, at, kind);
        return back.ok() && *back == cell && at == json.size();
    }
    //! What another program splits lines at.
    static bool isOneLine(const QByteArray &text)
    {
        const QString read = QString::fromUtf8(text);
        for (const QChar c : read) {
            if (c < QChar(0x20) || c == QChar(0x85) || c == QChar(0x2028) || c == QChar(0x2029))
                return false;
        }
        return true;
    }
    static rc::Gen<Cell> cellOf(CellKind kind)
    {
        const auto bytes = rc::gen::map(rc::gen::container<std::string>(rc::gen::arbitrary<char>()),
                                        [](const std::string &text) { return QByteArray::fromStdString(text); });
        const auto exactly = [](int size) {
            return rc::gen::map(rc::gen::container<std::string>(size_t(size), rc::gen::arbitrary<char>()),
                                [](const std::string &text) { return QByteArray::fromStdString(text); });
        };
        const auto text =
            rc::gen::map(rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0, 0xd800)),
                         [](const std::u32string &codes) { return QString::fromStdU32String(codes).toUtf8(); });
        const auto blob = [](const QByteArray &value) { return of(Type::Blob, value); };
        switch (kind) {
        case CellKind::Id:
            return rc::gen::map(rc::gen::oneOf(exactly(16), bytes), blob);
        case CellKind::Hash:
            return rc::gen::map(rc::gen::oneOf(exactly(32), bytes), blob);
        case CellKind::Bytes:
            return rc::gen::map(bytes, blob);
        case CellKind::Text:
            return rc::gen::map(rc::gen::oneOf(text, bytes),
                                [](const QByteArray &value) { return of(Type::Text, value); });
        case CellKind::Integer:
            return rc::gen::map(rc::gen::arbitrary<qint64>(), whole);
        case CellKind::Real:
            return rc::gen::map(rc::gen::arbitrary<double>(), real);
        }
        Q_UNREACHABLE();
    }
};

namespace {

constexpr CellKind kinds[] = {CellKind::Id,   CellKind::Hash,    CellKind::Bytes,
                              CellKind::Text, CellKind::Integer, CellKind::Real};

} // namespace

void TestCell::edgesComeBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, CellKind kind, Type type, const QByteArray &bytes, const QByteArray &json) {
        QTest::newRow(name) << int(kind) << int(type) << bytes << json;
    };
    row("nothing", CellKind::Text, Type::Null, {}, "null");
    row("empty text", CellKind::Text, Type::Text, "", "\"\"");
    row("null as a word", CellKind::Text, Type::Text, "null", "\"null\"");
    row("NUL in text", CellKind::Text, Type::Text, QByteArray("a\0b", 3), R"("a\u0000b")");
    row("lines", CellKind::Text, Type::Text, "a\nb\r", R"("a\nb\u000d")");
    row("U+2028, U+2029, U+0085", CellKind::Text, Type::Text, "\u2028x\u2029\u0085", R"("\u2028x\u2029\u0085")");
    row("quotation", CellKind::Text, Type::Text, R"(say "cut" \ sew)", R"("say \"cut\" \\ sew")");
    row("beyond 16 bits", CellKind::Text, Type::Text, "\U0001F9F5", "\"\U0001F9F5\"");
    row("no UTF-8", CellKind::Text, Type::Text, "\xff\xfe", R"({"base64":"//4="})");
    row("no bytes", CellKind::Bytes, Type::Blob, "", "\"\"");
    row("NUL in bytes", CellKind::Bytes, Type::Blob, QByteArray("\0\xff", 2), R"("AP8=")");
    row("id", CellKind::Id, Type::Blob, QByteArray::fromHex("0190aabbccdd7eef8011223344556677"),
        R"("0190aabb-ccdd-7eef-8011-223344556677")");
    row("id of another length", CellKind::Id, Type::Blob, "short", R"({"base64":"c2hvcnQ="})");
    row("hash", CellKind::Hash, Type::Blob, QByteArray(32, '\1'), '"' + QByteArray(32, '\1').toHex() + '"');
}

void TestCell::edgesComeBack()
{
    QFETCH(int, kind);
    QFETCH(int, type);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, json);
    const Cell cell = of(Type(type), bytes);
    QCOMPARE(written(CellKind(kind), cell), json);
    QVERIFY(comesBack(CellKind(kind), cell));
    QVERIFY(!QJsonDocument::fromJson('[' + json + ']').isNull());
}

void TestCell::everyValueComesBack()
{
    for (const qint64 edge : {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), qint64(0)})
        QVERIFY(comesBack(CellKind::Integer, whole(edge)));
    for (const double edge : {0.0, -0.0, 1.0, 0.1, std::numeric_limits<double>::min(),
                              std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min(),
                              std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()})
        QVERIFY(comesBack(CellKind::Real, real(edge)));
    QVERIFY(std::isnan([] {
        qsizetype at = 0;
        return readCell(written(CellKind::Real, real(std::nan(""))), at, CellKind::Real)->real;
    }()));
    for (const CellKind kind : kinds) {
        QVERIFY(rc::check([kind] {
            const Cell cell = *cellOf(kind);
            const QByteArray json = written(kind, cell);
            RC_ASSERT(comesBack(kind, cell));
            RC_ASSERT(isOneLine(json));
            RC_ASSERT(!QJsonDocument::fromJson('[' + json + ']').isNull());
        }));
    }
}

void TestCell::everyLineComesBack()
{
    QVERIFY(rc::check([] {
        std::vector<LineColumn> columns;
        std::vector<Cell> cells;
        const int count = *rc::gen::inRange(1, 12);
        for (int i = 0; i < count; ++i) {
            columns.push_back(
                {"column" + QByteArray::number(i), kinds[*rc::gen::inRange<size_t>(0, std::size(kinds))]});
            cells.push_back(*rc::gen::inRange(0, 4) == 0 ? Cell{} : *cellOf(columns.back().kind));
        }
        QByteArray line;
        appendLine(line, columns, cells);
        RC_ASSERT(line.endsWith('\n') && isOneLine(line.chopped(1)));
        std::vector<Cell> back;
        RC_ASSERT(readLine(QByteArrayView(line).chopped(1), columns, back).ok());
        RC_ASSERT(back == cells);
    }));
}

void TestCell::anyOrderAndSpaceWillDo()
{
    const std::vector<LineColumn> columns = {{"a", CellKind::Integer}, {"b", CellKind::Text}};
    std::vector<Cell> cells;
    QVERIFY(readLine("  { \"b\" : \"\\u0041\\ud83e\\uddf5\\/\" ,\"a\":\t-7 } \r", columns, cells).ok());
    QCOMPARE(cells[0].integer, -7);
    QCOMPARE(cells[1].bytes, QByteArray("A\U0001F9F5/"));
}

void TestCell::whatIsNoLineIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *line, const char *code) {
        QTest::newRow(line) << QByteArray(line) << QByteArray(code);
    };
    for (const char *line :
         {"", "{", "[]", "{\"a\":1,\"b\":\"\"", "{\"a\":1,\"b\":\"}", "{\"a\":1,\"b\":\"\"} x", "{\"a\":1,,\"b\":\"\"}",
          "{\"a\":01,\"b\":\"\"}", "{\"a\":+1,\"b\":\"\"}", "{\"a\":1,\"b\":\"\\x\"}", "{\"a\":1,\"b\":\"\\ud800\"}",
          "{\"a\":1,\"b\":\"\xff\"}", "{\"a\":1,\"b\":\"\t\"}", "{\"a\":1,\"b\":{\"base64\":\"AA==\"",
          "{\"a\":1 \"b\":\"\"}", "{\"a\":1,\"b\":\"\",}", "{\"a\":nul,\"b\":\"\"}", "{\"a\":1,\"b\":\"\\u00\"}"})
        row(line, "archive.line_broken");
    for (const char *line : {"{}", "{\"a\":1}", "{\"a\":1,\"a\":1,\"b\":\"\"}", "{\"a\":1,\"b\":\"\",\"c\":1}"})
        row(line, "archive.line_column");
    for (const char *line :
         {"{\"a\":1.0,\"b\":\"\"}", "{\"a\":9223372036854775808,\"b\":\"\"}", "{\"a\":\"1\",\"b\":\"\"}",
          "{\"a\":true,\"b\":\"\"}", "{\"a\":1,\"b\":1}", "{\"a\":1,\"b\":[]}", "{\"a\":1,\"b\":{\"base64\":\"A\"}}",
          "{\"a\":1,\"b\":{\"hex\":\"00\"}}", "{\"a\":{\"base64\":\"\"},\"b\":\"\"}"})
        row(line, "archive.line_value");
}

void TestCell::whatIsNoLineIsRefused()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, code);
    std::vector<Cell> cells;
    const auto read = readLine(line, {{"a", CellKind::Integer}, {"b", CellKind::Text}}, cells);
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
}

void TestCell::columnsAreKnownByTheirNames()
{
    QCOMPARE(kindOfColumn("BLOB", "id"), CellKind::Id);
    QCOMPARE(kindOfColumn("BLOB", "workspace_id"), CellKind::Id);
    QCOMPARE(kindOfColumn("BLOB", "assigned_to"), CellKind::Id);
    QCOMPARE(kindOfColumn("BLOB", "avatar_media"), CellKind::Hash);
    QCOMPARE(kindOfColumn("BLOB", "prev_sha256"), CellKind::Hash);
    QCOMPARE(kindOfColumn("BLOB", "thumbnail"), CellKind::Bytes);
    QCOMPARE(kindOfColumn("INTEGER", "table_id"), CellKind::Integer);
    QCOMPARE(kindOfColumn("TEXT", "foreign_id"), CellKind::Text);
}

QTEST_GUILESS_MAIN(TestCell)
#include "tst_cell.moc"
