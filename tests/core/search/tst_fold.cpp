// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/fold.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace thimblely;

class TestFold : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void foldingTwiceChangesNothing_data() { folds_data(); }
    void foldingTwiceChangesNothing();
    void asciiIsFoldedLikeAllElse();
};

void TestFold::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    const auto row = [](const char *name, const char *text, const char *folded) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(folded);
    };
    row("case and accents", "Élodie LEFÈVRE", "elodie lefevre");
    row("combining mark", "E\u0301lodie", "elodie");
    row("sharp s", "Weiß", "weiss");
    row("no decomposition", "Łukasz Ørsted", "lukasz orsted");
    row("Yoruba", "Ṣadé Ọláyínká", "sade olayinka");
    row("Hausa", "Ɓala Ɗan", "bala dan");
    row("Turkish dotless", "Işık", "isik");
    row("ligature and width", "ﬁt Ａ１", "fit a1");
    row("Arabic alefs", "أحمد إبراهيم آمنة", "احمد ابراهيم امنه");
    row("Arabic vowels and tatweel", "مُحَمَّـــد", "محمد");
    row("Arabic yeh", "ليلى", "ليلي");
    row("Persian letters", "کریم", "كريم");
    row("Arabic digits", "٠٨٠٣", "0803");
    row("Persian digits", "۱۲۳", "123");
    row("Devanagari digits", "१२", "12");
    row("apostrophe", "O'Neill d’Or", "oneill dor");
    row("punctuation is a gap", "Bello-Ade,  T. (Mrs)", "bello ade t mrs");
    row("nothing", " .,- ", "");
    row("beyond the first plane", "𝐀da", "ada");
}

void TestFold::folds()
{
    QFETCH(QString, text);
    QFETCH(QString, folded);
    QCOMPARE(search::fold(text), folded);
}

void TestFold::foldingTwiceChangesNothing()
{
    QFETCH(QString, text);
    QCOMPARE(search::fold(search::fold(text)), search::fold(text));
}

//! Which is a way of its own: one letter beyond ASCII behind the text takes the other.
void TestFold::asciiIsFoldedLikeAllElse()
{
    QVERIFY(rc::check([] {
        const auto letters = *rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127));
        const QString text = QString::fromStdString(letters);
        const QString other = search::fold(text + QString(u' ') + QChar(u'\u00e9'));
        RC_ASSERT((search::fold(text) + QString(u' ') + QChar(u'e')).trimmed() == other);
    }));
}

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"
