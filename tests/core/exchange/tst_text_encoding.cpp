// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/text_encoding.h"

#include <QTest>

using namespace thimblely;

//! Foreign bytes become the right characters, or are refused; a guess is owned up to.
class TestTextEncoding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namedEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("text");
        QTest::newRow("shift_jis") << QByteArray("\x94\x5c\x91\xe3") << QByteArray("SHIFT_JIS")
                                   << QStringLiteral("能代");
        QTest::newRow("half width") << QByteArray("\xc9\xbc\xdb") << QByteArray("Shift_JIS") << QStringLiteral("ﾉｼﾛ");
        QTest::newRow("1252") << QByteArray("\x93"
                                            "a\x94 \xe9")
                              << QByteArray("windows-1252") << QStringLiteral("“a” é");
        QTest::newRow("koi8") << QByteArray("\xe9\xd7\xc1\xce") << QByteArray("KOI8-R") << QStringLiteral("Иван");
        QTest::newRow("jis") << QByteArray("\x1b$B$\"\x1b(B") << QByteArray("ISO-2022-JP") << QStringLiteral("あ");
        QTest::newRow("utf-8") << QByteArray("\xc3\xa9") << QByteArray("utf-8") << QStringLiteral("é");
        QTest::newRow("empty") << QByteArray() << QByteArray("GBK") << QString();
    }
    void namedEncodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, encoding);
        QFETCH(QString, text);
        const auto decoded = decodeText(bytes, encoding);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().code.constData());
        QCOMPARE(*decoded, text);
    }

    void longTextCrossesTheBuffer()
    {
        const QByteArray bytes = QByteArray("\x94\x5c").repeated(9000);
        QCOMPARE(*decodeText(bytes, "SHIFT_JIS"), QStringLiteral("能").repeated(9000));
    }

    void refusals()
    {
        QCOMPARE(decodeText("x", "no-such-encoding").error().code, "text.unknown_encoding");
        QCOMPARE(decodeText("x", "UTF-8//IGNORE").error().code, "text.unknown_encoding");
        QCOMPARE(decodeText("x", "").error().code, "text.unknown_encoding");
        QCOMPARE(decodeText("\xff\xff", "UTF-8").error().code, "text.undecodable");
        QCOMPARE(decodeText("\x94", "SHIFT_JIS").error().code, "text.undecodable");
    }

    void unnamedIsUtf8OrWindows()
    {
        QCOMPARE(decodeUnnamed("\xc3\xa9").text, QStringLiteral("é"));
        QVERIFY(!decodeUnnamed("\xc3\xa9").fallback);
        QCOMPARE(decodeUnnamed("\x80 \xe9 \x81").text, QStringLiteral("€ é \u0081"));
        QVERIFY(decodeUnnamed("\xe9").fallback);
    }

    void wholeFiles()
    {
        QCOMPARE(toAsciiCompatible("\xef\xbb\xbf"
                                   "ab")
                     ->bytes,
                 "ab");
        QCOMPARE(toAsciiCompatible(QByteArray("\xff\xfe"
                                              "a\0b\0",
                                              6))
                     ->bytes,
                 "ab");
        QCOMPARE(toAsciiCompatible(QByteArray("\xfe\xff\0a\0b", 6))->encoding, "UTF-16BE");
        QCOMPARE(toAsciiCompatible(QByteArray("a\0b\0c\0d\0", 8))->bytes, "abcd"); // no mark
        QCOMPARE(toAsciiCompatible(QByteArray("\xff\xfe"
                                              "a\0b",
                                              5))
                     .error()
                     .code,
                 "text.undecodable");
        QCOMPARE(toAsciiCompatible("caf\xe9")->encoding, "");
    }

    void cleanedTextFitsAField()
    {
        QCOMPARE(cleaned(QStringLiteral(" a\r\nb\rc\td\u0007 \n")), QStringLiteral("a\nb\nc\td"));
        QCOMPARE(cleaned(QString::fromUtf8(QByteArray("x\0y", 3))), QStringLiteral("xy"));
    }
};

QTEST_GUILESS_MAIN(TestTextEncoding)
#include "tst_text_encoding.moc"
