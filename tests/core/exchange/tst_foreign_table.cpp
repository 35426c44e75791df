// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/exchange/foreign_table.h"
#include "core/exchange/ldif.h"

#include <QStringEncoder>
#include <QTest>

using namespace thimblely;

static QStringList words(const char *parted)
{
    return QString::fromUtf8(parted).split(u'|');
}

//! Tables as other programs write them, whatever parts their cells and whatever they are encoded in.
class TestForeignTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatProgramsWrite_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<QString>("name");
        QTest::newRow("commas") << QByteArray("Name,Phone\nAmina Bello,0803\n") << QByteArray("UTF-8") << ','
                                << QStringLiteral("Amina Bello");
        QTest::newRow("semicolons") << QByteArray("Name;Phone\r\nBello, Amina;0803\r\n") << QByteArray("UTF-8") << ';'
                                    << QStringLiteral("Bello, Amina");
        QTest::newRow("tabs") << QByteArray("Name\tPhone\nAmina\t0803\n") << QByteArray("UTF-8") << '\t'
                              << QStringLiteral("Amina");
        QTest::newRow("a line in a cell") << QByteArray("Name,Phone\n\"Amina\nBello\",0803\n") << QByteArray("UTF-8")
                                          << ',' << QStringLiteral("Amina\nBello");
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbfName;Phone\nZo\xc3\xab;0803\n") << QByteArray("UTF-8") << ';'
                              << QStringLiteral("Zoë");
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        const QByteArray wide = utf16(QStringLiteral("Name\tPhone\nZoë\t0803\n"));
        QTest::newRow("UTF-16") << wide << QByteArray("UTF-16LE") << '\t' << QStringLiteral("Zoë");
        QTest::newRow("western") << QByteArray("Name;Telefon\nJ\xfcrgen M\xfcller;0171\nZo\xeb Gro\xdf;0172\n")
                                 << QByteArray("WINDOWS-1252") << ';' << QStringLiteral("Jürgen Müller");
        QTest::newRow("middle European")
            << QByteArray("Imi\xea;Nazwisko\n\xa3ukasz;\x8cwi\xb9tek\nZa\xbf\xf3\xb3\xe6;G\xea\x9cl\xb9\n")
            << QByteArray("WINDOWS-1250") << ';' << QStringLiteral("Łukasz");
        QTest::newRow("Japanese phone")
            << QByteArray("Name,Phone\n\x8e\x52\x93\x63\x89\xd4\x8e\x71,090\n\x96\xd8\x91\xba\x91\xbe\x98\x59,080\n")
            << QByteArray("SHIFT_JIS") << ',' << QStringLiteral("山田花子");
    }
    void readsWhatProgramsWrite()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, encoding);
        QFETCH(const char, delimiter);
        QFETCH(const QString, name);
        const auto table = readForeignTable(file);
        QVERIFY(table);
        QCOMPARE(table->encoding, encoding);
        QCOMPARE(table->delimiter, delimiter);
        QCOMPARE(table->headings.size(), 2);
        QCOMPARE(table->rows.front().cells.front(), name);
    }

    void aPersonSaysOtherwise()
    {
        const QByteArray file("Name|Note;x\nA|1;2\n");
        QCOMPARE(readForeignTable(file, {{}, '|'})->headings, words("Name|Note;x"));
        QCOMPARE(readForeignTable(QByteArray("N\xe4me\n"
                                             "Z\xe4\n"),
                                  {"WINDOWS-1251", 0})
                     ->headings.front(),
                 QStringLiteral("Nдme"));
        QCOMPARE(readForeignTable("a,b\n1,2\n", {"klingon", 0}).error().code, QByteArray("text.unknown_encoding"));
    }

    void knowsHeadingsFromData()
    {
        const auto bare = readForeignTable("Amina Bello,0803 555 4471\nTunde,0803 555 4472\n");
        QCOMPARE(bare->headings, words("Column 1|Column 2"));
        QCOMPARE(bare->rows.size(), size_t(2));
        const auto twice = readForeignTable("Phone,Phone,\n1,2,3\n");
        QCOMPARE(twice->headings, words("Phone|Phone (2)|Column 3"));
    }

    void rowsNeedNotBeAsWide()
    {
        const auto table = readForeignTable("a,b,c\n1\n1,2,3,\n,,\n1,2,3,4\n\"open,1\n5,6,7\n");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), size_t(3));
        QCOMPARE(table->rows[0].cells, words("1||"));
        QCOMPARE(table->rows[1].cells, words("1|2|3"));
        QCOMPARE(table->tooWide.size(), size_t(1));
        QCOMPARE(table->tooWide.front().line, 5);
        QCOMPARE(table->refused.size(), size_t(1));
        QCOMPARE(table->refused.front().line, 6);
        QCOMPARE(readForeignTable("").error().code, QByteArray("table.empty"));
        QCOMPARE(readForeignTable("Name,Phone\n").error().code, QByteArray("table.empty"));
    }

    void readsAnAddressBook()
    {
        const auto book = readLdif("version: 1\n\n# ours\ndn: cn=Amina\ncn:: QW1pbmEgw4k=\ntelephoneNumber: 08\n 03\n"
                                   "telephoneNumber: 0804\nobjectclass: person\n\ndn: cn=B\nCN: B\nbroken\n\n"
                                   "dn: cn=C\ncn: C\njpegPhoto:< file:///etc/passwd\nphoto:< file:///etc/passwd\n\n"
                                   "dn: cn=D\nchangetype: delete\n\ndn: cn=E\nobjectclass: groupOfNames\ncn: E\n\n"
                                   "dn: cn=F\ncn;lang-fr: F\n");
        QVERIFY(book);
        QCOMPARE(book->headings, words("dn|cn|telephoneNumber"));
        QCOMPARE(book->rows.size(), size_t(2));
        QCOMPARE(book->rows[0].cells, words("cn=Amina|Amina É|0803\n0804"));
        QCOMPARE(book->rows[1].cells, words("cn=F|F|"));
        QByteArrayList codes;
        for (const Refusal &refusal : book->refused)
            codes.append(refusal.error.code);
        QCOMPARE(codes, QByteArrayList({"ldif.line", "ldif.elsewhere", "ldif.change", "ldif.group"}));
        QCOMPARE(readLdif("\n\n").error().code, QByteArray("ldif.empty"));
    }
};

QTEST_GUILESS_MAIN(TestForeignTable)
#include "tst_foreign_table.moc"
