// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely::ui;

class TestSegmented : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void init()
    {
        m_choice = std::make_unique<Segmented>(QStringLiteral("Pay with"));
        for (const char *each : {"Cash", "Card", "Transfer"})
            m_choice->addSegment(QString::fromLatin1(each));
    }

    void firstSegmentIsChosen()
    {
        QCOMPARE(m_choice->count(), 3);
        QCOMPARE(m_choice->currentIndex(), 0);
        QVERIFY(m_choice->button(0)->isChecked());
    }

    void tellsOnlyChanges()
    {
        QSignalSpy changed(m_choice.get(), &Segmented::currentIndexChanged);
        m_choice->setCurrentIndex(2);
        m_choice->setCurrentIndex(2);
        m_choice->setCurrentIndex(7);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_choice->currentIndex(), 2);
        QVERIFY(!m_choice->button(0)->isChecked());
    }

    void arrowKeysMoveTheChoice()
    {
        m_choice->show();
        m_choice->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_choice.get()));
        m_choice->button(0)->setFocus();
        QTest::keyClick(m_choice->button(0), Qt::Key_Right);
        QCOMPARE(m_choice->currentIndex(), 1);
    }

    void clearStartsAnew()
    {
        m_choice->clear();
        QCOMPARE(m_choice->currentIndex(), -1);
        QCOMPARE(m_choice->addSegment(QStringLiteral("All")), 0);
        QCOMPARE(m_choice->currentIndex(), 0);
    }

    void segmentsAreHighEnoughForAFinger()
    {
        m_choice->show();
        QCOMPARE(m_choice->height(), metric::Button);
    }

private:
    std::unique_ptr<Segmented> m_choice;
};

QTEST_MAIN(TestSegmented)
#include "tst_segmented.moc"
