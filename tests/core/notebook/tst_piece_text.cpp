// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/piece_text.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::notebook;

//! Pieces as a shop writes them down.
class TestPieceText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("understood");
        const auto row = [](const char *typed, const char *understood) {
            QTest::addRow("%s", typed) << QString::fromUtf8(typed) << QString::fromUtf8(understood);
        };
        row("", "");
        row(" , ;", "");
        row("trousers", "Trousers");
        row("trousers navy hem", "Trousers navy: Hem");
        row("navy trouser hem 3", "Trousers navy: Hem 3");
        row("2 trousers navy hem, jacket grey", "2 × Trousers navy: Hem, Jacket grey");
        row("jackets x2 take in", "Jacket: X2 take in"); // a count stands at an end
        row("jacket take in x2", "2 × Jacket: Take in");
        row("2x shirts white", "2 × Shirt white");
        row("light blue dress; shorts", "Dress light blue, Shorts");
        row("tro hem", "Trousers: Hem");
        row("sh hem", "Sh hem"); // shirt or shorts: nobody knows
        row("new suit charcoal", "Suit (Jacket, Trousers) charcoal (new)");
        row("2 suits navy take in, suit", "2 × Suit (Jacket, Trousers) navy: Take in, Suit (Jacket, Trousers)");
        row("make agbada white + kaftan", "Agbada white (new), Kaftan");
        row("curtains 3 m", "Curtains 3 m");
        row("dresses red", "Dress red");
        row("coat", "Coat");
        row("hem coat lining", "Coat: Hem lining");
        row("بنطلون ازرق", "بنطلون ازرق");
        row("99 shirts", "51 × Shirt"); // one more than a ticket holds, so that it is said
    }
    void reads()
    {
        QFETCH(const QString, typed);
        QTEST(writePieces(readPieces(typed)), "understood");
    }

    void whatIsUnderstoodIsAPieceOfTheProgram()
    {
        const auto pieces = readPieces(QStringLiteral("2 trousers navy hem, new jacket"));
        QCOMPARE(pieces.size(), size_t(3));
        QCOMPARE(pieces[0].garmentType, QStringLiteral("trousers"));
        QCOMPARE(pieces[0].colour, QStringLiteral("navy"));
        QCOMPARE(pieces[0].tasks.front().name, QStringLiteral("Hem"));
        QVERIFY(pieces[0].kind == orders::PieceKind::Alteration);
        QCOMPARE(pieces[0], pieces[1]);
        QVERIFY(pieces[2].kind == orders::PieceKind::Make);
    }

    void aSuitIsASetOfTwo()
    {
        const auto pieces = readPieces(QStringLiteral("shirt, 2 suits grey take in"));
        QCOMPARE(pieces.size(), size_t(5));
        QCOMPARE(pieces[0].setNo, 0);
        for (const int first : {1, 3}) {
            const orders::PieceDraft &jacket = pieces[size_t(first)];
            const orders::PieceDraft &trousers = pieces[size_t(first) + 1];
            QCOMPARE(jacket.garmentType, QStringLiteral("jacket"));
            QCOMPARE(trousers.garmentType, QStringLiteral("trousers"));
            QCOMPARE(jacket.setName, QStringLiteral("Suit"));
            QCOMPARE(jacket.setNo, trousers.setNo);
            QCOMPARE(trousers.colour, QStringLiteral("grey"));
            QCOMPARE(jacket.tasks.size(), size_t(1));
            QVERIFY(trousers.tasks.empty());
        }
        QVERIFY(pieces[1].setNo != pieces[3].setNo);
    }
};

QTEST_GUILESS_MAIN(TestPieceText)
#include "tst_piece_text.moc"
