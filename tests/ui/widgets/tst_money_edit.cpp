// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/money_edit.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QStyleOptionFrame>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestMoneyEdit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void cleanup() { HideMoney::instance().setOn(false); }

    void typed_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("whole") << QStringLiteral("en_NG") << QStringLiteral("6000") << true << qint64(600000);
        QTest::newRow("grouped") << QStringLiteral("en_NG") << QStringLiteral("6,000.50") << true << qint64(600050);
        QTest::newRow("French comma") << QStringLiteral("fr_FR") << QStringLiteral("12,5") << true << qint64(1250);
        QTest::newRow("empty is nothing") << QStringLiteral("en_NG") << QString() << true << qint64(0);
        QTest::newRow("letters") << QStringLiteral("en_NG") << QStringLiteral("six") << false << qint64(0);
        QTest::newRow("too exact") << QStringLiteral("en_NG") << QStringLiteral("1.005") << false << qint64(0);
        QTest::newRow("negative") << QStringLiteral("en_NG") << QStringLiteral("-5") << false << qint64(0);
    }
    void typed()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QFETCH(bool, good);
        QFETCH(qint64, minor);
        MoneyEdit edit(naira());
        edit.setLocale(QLocale(locale));
        QTest::keyClicks(&edit, text);
        const Result<Money> value = edit.value();
        QCOMPARE(value.ok(), good);
        if (good)
            QCOMPARE(value->minor(), minor);
    }

    void growsWithItsFigures_data()
    {
        QTest::addColumn<QString>("figure");
        for (const char *figure : {"1.250.000,00", "12.500.000,00", "1.250.000.000,00"})
            QTest::newRow(figure) << QString::fromLatin1(figure);
    }
    void growsWithItsFigures()
    {
        QFETCH(QString, figure);
        for (const int percent : {100, 130}) {
            Theme::instance().setTextSizePercent(percent);
            QWidget pane;
            auto *line = new QHBoxLayout(&pane);
            auto *edit = new MoneyEdit(naira());
            edit->setRoom(Theme::instance().px(102));
            edit->setTextMargins(0, 0, -8, 0);
            line->addWidget(edit);
            line->addStretch(1);
            pane.resize(400, 60);
            pane.show();
            const int usual = edit->width();
            edit->setText(figure);
            QCoreApplication::processEvents();
            QStyleOptionFrame frame;
            frame.initFrom(edit);
            frame.lineWidth = edit->hasFrame() ? edit->style()->pixelMetric(QStyle::PM_DefaultFrameWidth) : 0;
            const QRect inner = edit->style()->subElementRect(QStyle::SE_LineEditContents, &frame, edit);
            const QMargins margins = edit->textMargins();
            QVERIFY(inner.width() - margins.left() - margins.right() >= edit->fontMetrics().horizontalAdvance(figure));
            edit->setText(QStringLiteral("5"));
            QCoreApplication::processEvents();
            QCOMPARE(edit->width(), usual);
        }
        Theme::instance().setTextSizePercent(100);
    }

    void wrongTextStaysAsTyped()
    {
        MoneyEdit edit(naira());
        edit.setLocale(QLocale(QStringLiteral("en_NG")));
        QSignalSpy edited(&edit, &MoneyEdit::valueEdited);
        QTest::keyClicks(&edit, QStringLiteral("12x"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), QStringLiteral("12x"));
        QVERIFY(edit.property("thimblelyError").toBool());
        QCOMPARE(edited.count(), 2); // "1" and "12"
    }

    void goodTextIsGroupedWhenLeft()
    {
        MoneyEdit edit(naira());
        edit.setLocale(QLocale(QStringLiteral("en_NG")));
        QTest::keyClicks(&edit, QStringLiteral("12000"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), QStringLiteral("12,000"));
    }

    void alwaysAgainstTheRightEdge()
    {
        MoneyEdit edit(naira());
        QVERIFY(edit.alignment().testFlag(Qt::AlignRight));
        QVERIFY(edit.alignment().testFlag(Qt::AlignAbsolute));
    }

    void hiddenAmountsKeepTheirWidth()
    {
        AmountLabel label(TextStyle::Total);
        label.setLocale(QLocale(QStringLiteral("en_NG")));
        QCOMPARE(label.text(), QStringLiteral("–")); // not loaded is never 0
        label.setAmount(Money(1'200'000'00, naira()));
        const int width = label.sizeHint().width();
        const QString shown = label.text();
        HideMoney::instance().setOn(true);
        QCOMPARE(label.text(), hiddenAmount());
        QVERIFY(label.sizeHint().width() >= width - 2);
        QVERIFY(!QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Name).contains(shown));
        HideMoney::instance().setOn(false);
        QCOMPARE(label.text(), shown);
    }

    void hiddenMoneyIsHiddenUntilSomebodyTypes()
    {
        MoneyEdit edit(naira());
        edit.setLocale(QLocale(QStringLiteral("en_NG")));
        edit.setValue(Money(63'500'00, naira()));
        HideMoney::instance().setOn(true);
        QVERIFY(edit.displayText().isEmpty());
        QCOMPARE(edit.value()->minor(), qint64(63'500'00)); // it is taken all the same
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("9000"));
        QCOMPARE(edit.displayText(), QStringLiteral("9000"));
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.displayText(), QStringLiteral("9,000"));
        edit.setValue(Money(100, naira())); // another order's
        const bool shown = !edit.displayText().isEmpty();
        HideMoney::instance().setOn(false);
        QVERIFY(!shown);
        QCOMPARE(edit.displayText(), QStringLiteral("1"));
    }

    void fieldShowsItsErrorAndKeepsTheText()
    {
        FieldEdit field(QStringLiteral("Given"), new MoneyEdit(naira()));
        field.setText(QStringLiteral("12x"));
        field.setError(QStringLiteral("This is no amount"));
        QVERIFY(field.hasError());
        QCOMPARE(field.text(), QStringLiteral("12x"));
        const QAccessibleInterface *input = QAccessible::queryAccessibleInterface(field.edit());
        QCOMPARE(input->text(QAccessible::Name), QStringLiteral("Given"));
        QCOMPARE(input->text(QAccessible::Description), QStringLiteral("This is no amount"));
        QTest::keyClicks(field.edit(), QStringLiteral("3"));
        QVERIFY(!field.hasError());
    }

private:
    static Currency naira() { return Currency::parse(QStringLiteral("NGN")).value(); }
};

QTEST_MAIN(TestMoneyEdit)
#include "tst_money_edit.moc"
