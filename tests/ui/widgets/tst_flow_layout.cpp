// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/flow_layout.h"

#include <QTest>
#include <QWidget>

using namespace thimblely::ui;

namespace {

//! A box that wants `width` × 20 px.
class Box : public QWidget {
public:
    explicit Box(int width) : m_width(width) { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return {m_width, 20}; }

private:
    int m_width;
};

} // namespace

class TestFlowLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<QWidget>();
        m_flow = new FlowLayout(8, 4, m_pane.get());
        m_boxes.clear();
        for (const int width : {100, 50, 80})
            m_boxes.append(add(width));
    }

    void lines_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QList<QPoint>>("places");
        QTest::addColumn<int>("height");
        QTest::newRow("all on one") << 246 << QList<QPoint>{{0, 0}, {108, 0}, {166, 0}} << 20;
        QTest::newRow("one px too narrow") << 245 << QList<QPoint>{{0, 0}, {108, 0}, {0, 24}} << 44;
        QTest::newRow("each on its own") << 100 << QList<QPoint>{{0, 0}, {0, 24}, {0, 48}} << 68;
    }
    void lines()
    {
        QFETCH(int, width);
        QFETCH(QList<QPoint>, places);
        QFETCH(int, height);
        QCOMPARE(m_flow->heightForWidth(width), height);
        m_flow->setGeometry({0, 0, width, height});
        for (qsizetype i = 0; i < places.size(); ++i)
            QCOMPARE(m_boxes[i]->pos(), places[i]);
    }

    void mirrored()
    {
        m_pane->setLayoutDirection(Qt::RightToLeft);
        m_flow->setGeometry({0, 0, 245, 44});
        QCOMPARE(m_boxes[0]->geometry().right(), 244);
        QCOMPARE(m_boxes[1]->geometry().right(), 244 - 108);
        QCOMPARE(m_boxes[2]->geometry().topRight(), QPoint(244, 24));
    }

    void hiddenTakesNoRoom()
    {
        m_boxes[1]->hide();
        m_flow->setGeometry({0, 0, 188, 20});
        QCOMPARE(m_boxes[2]->pos(), QPoint(108, 0));
        QCOMPARE(m_flow->heightForWidth(188), 20);
    }

    //! What is lower than its line stands in the middle of it, and all of it inside the margins.
    void lowOnesStandInTheMiddle()
    {
        m_flow->setContentsMargins(16, 10, 12, 6);
        m_boxes[1]->setFixedHeight(12);
        QCOMPARE(m_flow->heightForWidth(246 + 28), 20 + 16);
        m_flow->setGeometry({0, 0, 246 + 28, 36});
        QCOMPARE(m_boxes[0]->pos(), QPoint(16, 10));
        QCOMPARE(m_boxes[1]->pos(), QPoint(124, 14));
    }

    //! A long name is cut to the line, and does not hold the pane wide.
    void tooWideIsCut()
    {
        QWidget *wide = add(1000);
        QVERIFY(m_flow->minimumSize().width() < 100);
        m_flow->setGeometry({0, 0, 246, 44});
        QCOMPARE(wide->geometry(), QRect(0, 24, 246, 20));
    }

    void insertedInOrder()
    {
        auto *first = new Box(30);
        m_flow->insertWidget(0, first);
        QCOMPARE(first->parentWidget(), m_pane.get());
        m_flow->setGeometry({0, 0, 300, 20});
        QCOMPARE(first->pos(), QPoint(0, 0));
        QCOMPARE(m_boxes[0]->pos(), QPoint(38, 0));
        delete m_flow->takeAt(0);
        m_flow->setGeometry({0, 0, 300, 20});
        QCOMPARE(m_boxes[0]->pos(), QPoint(0, 0));
        QCOMPARE(m_flow->takeAt(7), nullptr);
    }

private:
    QWidget *add(int width)
    {
        auto *box = new Box(width);
        m_flow->addWidget(box);
        return box;
    }

    std::unique_ptr<QWidget> m_pane;
    FlowLayout *m_flow = nullptr;
    QList<QWidget *> m_boxes;
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flow_layout.moc"
