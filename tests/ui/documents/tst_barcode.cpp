// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/documents/barcode.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestBarcode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isCode128()
    {
        // ISO/IEC 15417: start, symbols and check are 11 modules, the stop is 13; "1042" packs into set C.
        const Barcode code = code128(QStringLiteral("1042")).value();
        QCOMPARE(code.modules, 11 * 4 + 13);
        const std::vector<Bar> startC{{0, 2}, {3, 1}, {6, 3}}; // 211232
        QCOMPARE(std::vector<Bar>(code.bars.begin(), code.bars.begin() + 3), startC);
        const Bar last = code.bars.back();
        QCOMPARE(last.from + last.width, code.modules);
        QCOMPARE(last.width, 2);
    }

    void neitherOverlapsNorTouches_data()
    {
        QTest::addColumn<QString>("payload");
        for (const char *payload : {"1042P2", "B1042", "A", "0", "1234567890ABCDEFGHIJ"})
            QTest::newRow(payload) << QString::fromLatin1(payload);
    }
    void neitherOverlapsNorTouches()
    {
        QFETCH(QString, payload);
        const Barcode code = code128(payload).value();
        int end = -1;
        for (const Bar &bar : code.bars) {
            QVERIFY(bar.from > end);
            QVERIFY(bar.width >= 1 && bar.width <= 4);
            end = bar.from + bar.width;
        }
        QCOMPARE(int(code.bars.size()) % 3, 1); // three bars a symbol, four in the stop
    }

    //! ISO/IEC 18004: version 1 has 21 modules, and a finder of 7 in three of its corners.
    void isQr()
    {
        const SquareCode code = qrCode(QStringLiteral("1042")).value();
        QCOMPARE(code.rows.size(), size_t(21));
        const std::vector<bool> finder{true, false, true, true, true, false, true};
        const auto across = [&](size_t row, size_t from) {
            return std::vector<bool>(code.rows[row].begin() + std::ptrdiff_t(from),
                                     code.rows[row].begin() + std::ptrdiff_t(from) + 7);
        };
        QCOMPARE(across(3, 0), finder);
        QCOMPARE(across(3, 14), finder);
        QCOMPARE(across(17, 0), finder);
        QVERIFY(across(17, 14) != finder);
        QCOMPARE(qrCode({}).error().code, QByteArray("barcode.payload"));
        QCOMPARE(qrCode(QString(8000, u'x')).error().code, QByteArray("barcode.payload"));
    }

    void refusesWhatScannersTypeDifferently_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::newRow("empty") << QString();
        QTest::newRow("hyphen") << QStringLiteral("1042-2");
        QTest::newRow("lower case") << QStringLiteral("b1042");
        QTest::newRow("Arabic digits") << QStringLiteral("\u0661\u0660");
    }
    void refusesWhatScannersTypeDifferently()
    {
        QFETCH(QString, payload);
        QCOMPARE(code128(payload).error().code, QByteArray("barcode.payload"));
    }
};

QTEST_APPLESS_MAIN(TestBarcode)
#include "tst_barcode.moc"
