// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list_row_delegate.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

class TestListRowDelegate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    //! Rows are read down the column: how much is owed in one of them moves nothing of it.
    void theStatusStandsAtTheEndWhateverTheAmount_data()
    {
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("left to right") << false;
        QTest::newRow("mirrored") << true;
    }
    void theStatusStandsAtTheEndWhateverTheAmount()
    {
        QFETCH(bool, mirrored);
        const QImage narrow = row(QStringLiteral("5"), mirrored);
        const QImage wide = row(QStringLiteral("Owes 1,234,567,890.00 of 9,999,999,999.00"), mirrored);
        const int chip = chipWidth(word(), false);
        QRect first(width - 16 - chip, 0, chip, height / 2);
        if (mirrored)
            first.moveLeft(16);
        QVERIFY(narrow.copy(first) == wide.copy(first));
        QVERIFY(narrow != wide);
    }

private:
    static constexpr int width = 600;
    static constexpr int height = 56;
    static QString word() { return QStringLiteral("Today 17:00"); }
    static QImage row(const QString &amount, bool mirrored)
    {
        QStandardItemModel model;
        auto *item = new QStandardItem(QStringLiteral("1042 A. Bello"));
        item->setData(QStringLiteral("Trousers navy"), ListRowDelegate::SecondLine);
        item->setData(int(Status::Today), ListRowDelegate::StatusRole);
        item->setData(word(), ListRowDelegate::StatusWord);
        item->setData(amount, ListRowDelegate::Amount);
        model.appendRow(item);
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.direction = mirrored ? Qt::RightToLeft : Qt::LeftToRight;
        ListRowDelegate().paint(&painter, option, model.index(0, 0));
        return image;
    }
};

QTEST_MAIN(TestListRowDelegate)
#include "tst_list_row_delegate.moc"
