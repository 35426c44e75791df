// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/plain_text.h"

#include <QMimeData>
#include <QTest>

using namespace thimblely;

//! A clipboard with nothing in it, as X11 hands it on, and one with words.
class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToPasteIsNothing()
    {
        Field field;
        field.setPlainText(QStringLiteral("hem"));
        QVERIFY(!field.canInsertFromMimeData(nullptr));
        field.insertFromMimeData(nullptr);
        QCOMPARE(field.toPlainText(), QStringLiteral("hem"));
    }
    void wordsArePasted()
    {
        Field field;
        QMimeData words;
        words.setText(QStringLiteral("one\ntwo"));
        QVERIFY(field.canInsertFromMimeData(&words));
        field.insertFromMimeData(&words);
        QCOMPARE(field.toPlainText(), QStringLiteral("one\ntwo"));
    }

private:
    struct Field : ui::PlainText {
        using PlainText::canInsertFromMimeData;
        using PlainText::insertFromMimeData;
    };
};

QTEST_MAIN(TestPlainText)
#include "tst_plain_text.moc"
