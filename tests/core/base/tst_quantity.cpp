// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/quantity.h"

#include <QTest>

#include <rapidcheck.h>

using namespace thimblely;

class TestQuantity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<qint64>("milli");
        const auto row = [](const char *name, const QString &text, const char *locale, bool accepted, qint64 milli) {
            QTest::newRow(name) << text << QString::fromLatin1(locale) << accepted << milli;
        };
        row("whole", QStringLiteral("3"), "en_NG", true, 3000);
        row("cloth", QStringLiteral("2.75"), "en_NG", true, 2750);
        row("French", QStringLiteral("2,75"), "fr_FR", true, 2750);
        row("Arabic", QStringLiteral("\u0662\u066b\u0667\u0665"), "ar_EG", true, 2750);
        row("grouped", QStringLiteral("1,200.5"), "en_NG", true, 1'200'500);
        row("negative", QStringLiteral("-0.001"), "en_NG", true, -1);
        row("too fine", QStringLiteral("0.0001"), "en_NG", false, 0);
        row("empty", QString(), "en_NG", false, 0);
        row("unit", QStringLiteral("2 m"), "en_NG", false, 0);
        row("fraction sign", QStringLiteral("2\u00bd"), "en_NG", false, 0);
        row("beyond any shop", QStringLiteral("9999999999999999"), "en_NG", false, 0);
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, locale);
        QFETCH(bool, accepted);
        QFETCH(qint64, milli);
        const auto quantity = Quantity::parse(text, QLocale(locale));
        QCOMPARE(quantity.ok(), accepted);
        if (accepted)
            QCOMPARE(quantity->milli(), milli);
        else
            QCOMPARE(quantity.error().code, QByteArray("quantity.malformed"));
    }

    void writes()
    {
        const QLocale english(QStringLiteral("en_NG"));
        QCOMPARE(Quantity(2750).toText(english), QStringLiteral("2.75"));
        QCOMPARE(Quantity::whole(3).toText(english), QStringLiteral("3"));
        QCOMPARE(Quantity(-1).toText(english), QStringLiteral("\u22120.001"));
        QCOMPARE(Quantity(2750).toText(QLocale(QStringLiteral("ar_EG"))), QStringLiteral("\u0662\u066b\u0667\u0665"));
    }

    void readsBackWhatItWrites_data()
    {
        QTest::addColumn<QString>("locale");
        for (const char *name : {"en_NG", "fr_FR", "ar_EG", "hi_IN", "de_CH"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void readsBackWhatItWrites()
    {
        QFETCH(QString, locale);
        const QLocale where(locale);
        QVERIFY(rc::check([&where] {
            const Quantity quantity(*rc::gen::inRange<qint64>(-100'000'000'000, 100'000'000'000));
            const auto back = Quantity::parse(quantity.toText(where), where);
            RC_ASSERT(back.ok());
            RC_ASSERT(back.value() == quantity);
        }));
    }

    void adds()
    {
        QCOMPARE(Quantity(500) + Quantity(250) - Quantity::whole(1), Quantity(-250));
        QCOMPARE(-Quantity(5), Quantity(-5));
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
