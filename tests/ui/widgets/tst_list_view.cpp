// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/list_view.h"

#include <QAbstractListModel>
#include <QScreen>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTest>

using namespace thimblely::ui;

namespace {

constexpr int rowHeight = 20;

//! Rows that are read a page at a time, and counts what is asked of it.
class Pages : public QAbstractListModel {
public:
    Pages(int whole, int page) : m_whole(whole), m_page(page) { fetchMore({}); }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++reads;
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("row %1").arg(index.row())) : QVariant();
    }
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_rows < m_whole; }
    void fetchMore(const QModelIndex &) override
    {
        const int more = std::min(m_page, m_whole - m_rows);
        beginInsertRows({}, m_rows, m_rows + more - 1);
        m_rows += more;
        endInsertRows();
    }
    void takeFirst()
    {
        beginRemoveRows({}, 0, 0);
        --m_rows;
        --m_whole;
        endRemoveRows();
    }
    mutable int reads = 0;

private:
    int m_whole;
    int m_page;
    int m_rows = 0;
};

class Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        ++measured;
        return {100, rowHeight};
    }
    mutable int measured = 0;
};

struct Shown {
    Shown(int whole, int page) : model(whole, page), view(QStringLiteral("rows"))
    {
        view.setItemDelegate(&delegate);
        view.setModel(&model);
        view.resize(200, 10 * rowHeight);
        view.show();
        view.setFocus();
        (void)QTest::qWaitForWindowExposed(&view);
        QCoreApplication::processEvents();
    }
    int current() const { return view.currentIndex().row(); }
    void press(Qt::Key key) { QTest::keyClick(&view, key); }

    Pages model;
    Delegate delegate;
    ListView view;
};

} // namespace

class TestListView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // What a row that comes or goes costs does not grow with the list: nothing is asked about the rows that are not shown.
    void aLongListCostsNoMoreThanAShortOne()
    {
        Shown shown(200'000, 200'000);
        QCOMPARE(shown.model.rowCount(), 200'000);
        shown.delegate.measured = shown.model.reads = 0;
        shown.model.takeFirst();
        QCoreApplication::processEvents();
        shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum());
        shown.view.grab();
        QVERIFY2(shown.delegate.measured < 20, qPrintable(QString::number(shown.delegate.measured)));
        QVERIFY2(shown.model.reads < 2000, qPrintable(QString::number(shown.model.reads)));
    }

    //! On the screen, not only when it is asked to draw itself.
    void whatIsScrolledIsPaintedAnew_data()
    {
        QTest::addColumn<int>("to");
        QTest::newRow("a row") << rowHeight;
        QTest::newRow("a part of one") << rowHeight / 2;
        QTest::newRow("far") << 5000;
    }
    void whatIsScrolledIsPaintedAnew()
    {
        QFETCH(int, to);
        Shown shown(1000, 1000);
        QVERIFY(QTest::qWaitForWindowExposed(&shown.view));
        const auto onScreen = [&] {
            QCoreApplication::processEvents();
            return shown.view.screen()->grabWindow(shown.view.winId()).toImage().convertToFormat(QImage::Format_RGB32);
        };
        const auto drawn = [&] { return shown.view.grab().toImage().convertToFormat(QImage::Format_RGB32); };
        const QImage before = onScreen();
        QCOMPARE(before.size(), shown.view.size());
        shown.view.verticalScrollBar()->setValue(to);
        const QImage after = onScreen();
        QVERIFY(after != before);
        const QRect rows(0, 0, shown.view.viewport()->width(), shown.view.viewport()->height());
        QCOMPARE(after.copy(rows), drawn().copy(rows));
        shown.view.verticalScrollBar()->setValue(0);
        QCOMPARE(onScreen().copy(rows), before.copy(rows));
    }

    void rowsLieWhereTheyArePressed()
    {
        Shown shown(1000, 1000);
        for (const int row : {0, 7, 500, 999}) {
            const QModelIndex index = shown.model.index(row);
            shown.view.scrollTo(index);
            QCOMPARE(shown.view.indexAt(shown.view.visualRect(index).center()), index);
            QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.view.visualRect(index).center());
            QCOMPARE(shown.current(), row);
            QVERIFY(shown.view.selectionModel()->isSelected(index));
            QCOMPARE(shown.view.selectionModel()->selectedIndexes().size(), 1);
        }
        QVERIFY(!shown.view.indexAt(QPoint(5, 100'000)).isValid());
    }

    void keysMoveAndKeepTheRowInSight()
    {
        Shown shown(1000, 1000);
        const int page = shown.view.viewport()->height() / rowHeight;
        struct Step {
            Qt::Key key;
            int row;
        };
        for (const Step &step : {Step{Qt::Key_Home, 0}, Step{Qt::Key_Down, 1}, Step{Qt::Key_Up, 0}, Step{Qt::Key_Up, 0},
                                 Step{Qt::Key_PageDown, page - 1}, Step{Qt::Key_PageUp, 0}, Step{Qt::Key_End, 999},
                                 Step{Qt::Key_PageDown, 999}, Step{Qt::Key_Down, 999}}) {
            shown.press(step.key);
            QCOMPARE(shown.current(), step.row);
            QVERIFY(shown.view.viewport()->rect().contains(shown.view.visualRect(shown.view.currentIndex()).center()));
        }
    }

    void hintsPutTheRowWhereItIsAsked()
    {
        Shown shown(1000, 1000);
        const QModelIndex index = shown.model.index(400);
        shown.view.scrollTo(index, QAbstractItemView::PositionAtTop);
        QCOMPARE(shown.view.visualRect(index).top(), 0);
        shown.view.scrollTo(index, QAbstractItemView::PositionAtBottom);
        QCOMPARE(shown.view.visualRect(index).bottom(), shown.view.viewport()->height() - 1);
        shown.view.scrollTo(index, QAbstractItemView::PositionAtCenter);
        QVERIFY(shown.view.visualRect(index).contains(shown.view.viewport()->rect().center()));
    }

    void endReadsOnToTheLastRow()
    {
        Shown shown(3000, 50);
        shown.press(Qt::Key_End);
        QTRY_COMPARE(shown.current(), 2999);
        QCOMPARE(shown.model.rowCount(), 3000);
        QCOMPARE(shown.view.verticalScrollBar()->value(), shown.view.verticalScrollBar()->maximum());
    }

    void anotherKeyEndsTheWayToTheEnd()
    {
        Shown shown(3000, 50);
        shown.press(Qt::Key_End);
        shown.press(Qt::Key_Home);
        QTest::qWait(50);
        QCOMPARE(shown.current(), 0);
        QCOMPARE(shown.view.verticalScrollBar()->value(), 0);
        QVERIFY(shown.model.rowCount() < 3000);
    }

    void aLongListIsNotSearchedByLetters()
    {
        Shown shown(200'000, 200'000);
        shown.press(Qt::Key_Home);
        shown.model.reads = 0;
        shown.view.keyboardSearch(QStringLiteral("row 199999"));
        QCOMPARE(shown.model.reads, 0);
        QCOMPARE(shown.current(), 0);
    }
};

QTEST_MAIN(TestListView)
#include "tst_list_view.moc"
