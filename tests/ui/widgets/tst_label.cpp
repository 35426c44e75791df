// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QTest>

using namespace thimblely::ui;

class TestLabel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    //! What is left of a name that is too long is its beginning, at the side where its script begins.
    void isCutWhereItEnds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("beginsRight");
        QTest::addColumn<bool>("mirrored");
        for (const bool mirrored : {false, true}) {
            QTest::addRow("Latin, %d", mirrored)
                << QStringLiteral("Oluwaseun Bartholomew-Ogunlade") << false << mirrored;
            QTest::addRow("Arabic, %d", mirrored) << QStringLiteral("فاطمة الزهراء بنت عبد الرحمن") << true << mirrored;
        }
    }
    void isCutWhereItEnds()
    {
        QFETCH(QString, name);
        QFETCH(bool, beginsRight);
        QFETCH(bool, mirrored);
        Label label(TextStyle::Body, Role::Text, name);
        label.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        label.setAlignment((beginsRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
        label.setElided(true);
        const auto beginning = [&](int width) {
            label.resize(width, 40);
            const QImage image = label.grab().toImage().convertToFormat(QImage::Format_RGB32);
            return image.copy(beginsRight ? image.width() - 24 : 0, 0, 24, image.height());
        };
        const QImage whole = beginning(label.sizeHint().width() + 40);
        QVERIFY(label.toolTip().isEmpty());
        const QImage cut = beginning(100);
        QCOMPARE(label.toolTip(), name);
        QCOMPARE(cut, whole);
    }
};

QTEST_MAIN(TestLabel)
#include "tst_label.moc"
