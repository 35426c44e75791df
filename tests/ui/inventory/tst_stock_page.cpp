// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"
#include "core/orders/order_service.h"
#include "tests/core/orders/order_shop.h"
#include "tests/support/page_hands.h"
#include "tests/support/readable.h"
#include "ui/desk/desk.h"
#include "ui/inventory/item_pane.h"
#include "ui/inventory/promised_model.h"
#include "ui/inventory/purchase_model.h"
#include "ui/inventory/roll_bar.h"
#include "ui/inventory/stock_ledger_model.h"
#include "ui/inventory/stock_model.h"
#include "ui/inventory/stock_page.h"
#include "ui/inventory/stock_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace thimblely;
using namespace thimblely::ui;
using test::await;
using test::buttonOn;
using test::fieldOn;
using test::naira;

//! The stock on its page: what is listed, what is typed in its place, and what the ledger says of it.
class TestStockPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::OrderShop>();
        m_stock = std::make_unique<inventory::StockService>(*m_shop->shop.session, *m_shop->shop.door);
        m_drafts = DraftKeeper::open(*m_shop->shop.session, m_shop->shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*m_shop->shop.session, *m_shop->shop.door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_shop->shop.session, *m_shop->shop.door, *m_drafts, std::move(profile),
                                        std::move(calendar), QLocale(QStringLiteral("en_NG")));
        open();
    }
    void cleanup()
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_stock.reset();
        m_shop.reset();
    }

    void aRollIsTakenInCutAndItsLedgerSaysSo()
    {
        QCOMPARE(model().rowCount(), 1);
        buttonOn(pane(), "Take in")->click();
        type("How much", "12.5");
        type("Supplier", "Yaba Textiles");
        type("Cost of one", "5,000");
        submit();
        QTRY_COMPARE(m_shop->shelf().first, qint64(22'500));
        QTRY_COMPARE(ledger().index(0).data().toString(), QStringLiteral("Came in"));
        const QString line = ledger().index(0).data(ListRowDelegate::SecondLine).toString();
        QVERIFY2(line.contains(QStringLiteral("10 \u2192 22.5")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("Amina Bello")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("Yaba Textiles")), qPrintable(line));
        QCOMPARE(ledger().index(0).data(ListRowDelegate::Amount).toString(), QStringLiteral("+12.5"));
        buttonOn(pane(), "Cut")->click();
        type("How much", "2");
        type("What for", "sold to a friend");
        submit();
        QTRY_COMPARE(m_shop->shelf().first, qint64(20'500));
        QTRY_COMPARE(ledger().index(0).data().toString(), QStringLiteral("Cut"));
        QVERIFY(await(m_shop->shop.door->undo()));
        QTRY_COMPARE(ledger().index(0).data().toString(), QStringLiteral("Taken back: Cut"));
        QTRY_COMPARE(model().item(0).stock, Quantity(22'500));
    }

    //! A piece's cloth is offered as it was promised, and is not cut twice.
    void clothIsCutForItsPiece()
    {
        m_shop->book({m_shop->withCloth(test::OrderShop::piece("Jacket", 45'000), 3'000)});
        QTRY_COMPARE(promised().rowCount(), 1);
        buttonOn(pane(), "Cut")->click();
        QCOMPARE(fieldOn(*m_page, QStringLiteral("How much"))->text(), QStringLiteral("3"));
        type("How much", "3.25");
        submit();
        QTRY_COMPARE(m_shop->shelf(), std::pair(qint64(6'750), qint64(0)));
        QTRY_VERIFY(ledgerSays(QStringLiteral("Cut, ")));
        QTRY_COMPARE(promised().rowCount(), 0);
    }

    void whatCannotBeIsSaidWhereItIsTyped_data()
    {
        QTest::addColumn<StockMove>("move");
        QTest::addColumn<QString>("much");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << StockMove::Receive << QString() << QStringLiteral("How much is it?");
        QTest::newRow("no figure") << StockMove::Cut << QStringLiteral("much") << QStringLiteral("much");
        QTest::newRow("more than is free")
            << StockMove::Cut << QStringLiteral("11") << QStringLiteral("10\u00a0m is free");
        QTest::newRow("more than there is")
            << StockMove::Waste << QStringLiteral("11") << QStringLiteral("There is 10\u00a0m of it");
        QTest::newRow("for nobody") << StockMove::Reserve << QStringLiteral("1")
                                    << QStringLiteral("whom it is put aside");
        QTest::newRow("without a reason") << StockMove::Adjust << QStringLiteral("-1") << QStringLiteral("Say why");
    }
    void whatCannotBeIsSaidWhereItIsTyped()
    {
        QFETCH(const StockMove, move);
        QFETCH(const QString, much);
        QFETCH(const QString, said);
        Q_EMIT pane().moveRequested(move);
        fieldOn(*m_page, move == StockMove::Adjust ? QStringLiteral("How much more; with a minus, how much less")
                                                   : QStringLiteral("How much"))
            ->setText(much);
        submit();
        QTRY_VERIFY2(says(said), qPrintable(said));
        QCOMPARE(m_shop->shelf(), std::pair(qint64(10'000), qint64(0)));
        m_page->stepBack();
        QVERIFY(view()->isVisible());
    }

    void eachMoveIsBookedAsItIsSaid_data()
    {
        QTest::addColumn<StockMove>("move");
        QTest::addColumn<QString>("noteName");
        QTest::addColumn<qint64>("stock");
        QTest::addColumn<qint64>("reserved");
        QTest::addColumn<QString>("title");
        QTest::newRow("remnant") << StockMove::Remnant << QStringLiteral("Note") << qint64(12'000) << qint64(0)
                                 << QStringLiteral("Remnant");
        QTest::newRow("return") << StockMove::Return << QStringLiteral("From whom, and why") << qint64(12'000)
                                << qint64(0) << QStringLiteral("Came back");
        QTest::newRow("waste") << StockMove::Waste << QStringLiteral("What happened") << qint64(8'000) << qint64(0)
                               << QStringLiteral("Thrown away: flaw");
        QTest::newRow("adjust") << StockMove::Adjust << QStringLiteral("Reason") << qint64(12'000) << qint64(0)
                                << QStringLiteral("Corrected");
        QTest::newRow("reserve") << StockMove::Reserve << QStringLiteral("For whom") << qint64(10'000) << qint64(2'000)
                                 << QStringLiteral("Put aside");
    }
    void eachMoveIsBookedAsItIsSaid()
    {
        QFETCH(const StockMove, move);
        QFETCH(const QString, noteName);
        QFETCH(const qint64, stock);
        QFETCH(const qint64, reserved);
        QFETCH(const QString, title);
        Q_EMIT pane().moveRequested(move);
        fieldOn(*m_page, move == StockMove::Adjust ? QStringLiteral("How much more; with a minus, how much less")
                                                   : QStringLiteral("How much"))
            ->setText(QStringLiteral("2"));
        fieldOn(*m_page, noteName)->setText(QStringLiteral("as it was"));
        submit();
        QTRY_COMPARE(m_shop->shelf(), std::pair(stock, reserved));
        QTRY_COMPARE(ledger().index(0).data().toString(), title);
        QVERIFY(ledger().index(0).data(ListRowDelegate::SecondLine).toString().contains(QStringLiteral("as it was")));
    }

    //! Blind: the book is shown once something is typed, and all differences are booked as one.
    void aShelfIsCountedBlind()
    {
        addRoll("Linen", "A1", 7'000);
        addRoll("Kente", "A1", 4'000);
        m_page->countShelf(QStringLiteral("A1"));
        QVERIFY(!pane().isVisible()); // what there should be
        QVERIFY(!says(QStringLiteral("book 7")));
        submit();
        QVERIFY(says(QStringLiteral("Nothing is counted yet")));
        type("What lies there of Linen", "6.75");
        type("What lies there of Kente", "4");
        submit();
        QVERIFY(says(QStringLiteral("book 7, \u22120.25")));
        QVERIFY(says(QStringLiteral("as in the book")));
        type("What lies there of Linen", "6.5"); // looked at once more
        QVERIFY(!says(QStringLiteral("book 7")));
        submit();
        submit();
        QTRY_VERIFY(view()->isVisible());
        QCOMPARE(m_shop->shelf(m_stock->onShelf(QStringLiteral("A1"))->at(1).id).first, qint64(6'500));
        QVERIFY(pane().isVisible());
    }

    void somethingNewIsTypedIn()
    {
        buttonOn(*m_page, "New")->click();
        type("Name", "Navy pinstripe");
        type("Number", "R-014");
        type("Colour", "navy");
        type("Shelf", "A2");
        type("How much came in", "42.5");
        type("Order more at", "10");
        submit();
        QTRY_COMPARE(model().rowCount(), 2);
        QTRY_COMPARE(pane().item()->facts.sku, QStringLiteral("R-014"));
        QCOMPARE(pane().item()->stock, Quantity(42'500));
        QCOMPARE(pane().item()->facts.unit, QStringLiteral("m"));
        QCOMPARE(itemRemarks(model().item(0)), QStringLiteral("R-014 \u00b7 shelf A2"));
    }

    void whatIsMissingIsBought()
    {
        const InventoryItemId linen = addRoll("Linen", "A1", 4'000, 10'000);
        QTRY_COMPARE(purchases().toBuy(), 1);
        choose(4);
        QCOMPARE(purchases().rowCount(), 1);
        QTRY_COMPARE(pane().item()->id, linen);
        buttonOn(*m_page, "Copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("No supplier is said\nLinen: 6 m"));
        buttonOn(*m_page, "All are ordered")->click();
        QTRY_COMPARE(purchases().toBuy(), 0);
        QCOMPARE(m_shop->stock.load(linen)->ordered, std::optional(Quantity(6'000)));
        choose(3);
        QCOMPARE(model().rowCount(), 1); // it is low until it comes
        buttonOn(pane(), "Take in")->click();
        QCOMPARE(fieldOn(*m_page, QStringLiteral("How much"))->text(), QStringLiteral("6")); // what was ordered
        submit();
        QTRY_COMPARE(m_shop->stock.load(linen)->ordered, std::optional<Quantity>());
    }

    //! Read page by page; a change moves nothing that is looked at.
    void aLongListKeepsItsPlace()
    {
        for (int i = 0; i < 75; ++i)
            addRoll(qPrintable(QStringLiteral("Roll %1").arg(i, 3, 10, QLatin1Char('0'))), "B1", 1'000 + i);
        QTRY_VERIFY(model().rowCount() >= 60);
        choose(1);
        choose(0);
        QVERIFY(model().rowCount() >= 60);
        while (model().canFetchMore({}))
            model().fetchMore({});
        QCOMPARE(model().rowCount(), 76);
        view()->setCurrentIndex(model().index(70));
        const InventoryItemId chosen = model().item(70).id;
        QSignalSpy reset(&model(), &QAbstractItemModel::modelReset);
        QVERIFY(await(m_stock->receive(model().item(3).id, {Quantity(500)})));
        QTRY_COMPARE(model().item(3).stock, Quantity(1'502));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model().item(view()->currentIndex().row()).id, chosen);
        fieldOn(*m_page, QStringLiteral("Find in the stock"))->setText(QStringLiteral("roll 07"));
        QTRY_COMPARE(model().rowCount(), 5);
    }

    void aLabelLeadsToItsRoll()
    {
        const InventoryItemId linen = addRoll("Linen", "A1", 7'000);
        QTRY_COMPARE(model().rowCount(), 2);
        const auto row = m_stock->row(linen).value();
        const quint64 end = qFromBigEndian<quint64>(linen.bytes().data() + 8);
        QVERIFY(m_page->takeScan(QString::number(end).rightJustified(20, u'0')));
        QCOMPARE(pane().item()->id, linen);
        QVERIFY(m_page->takeScan(QStringLiteral("SHELFA1")));
        QTRY_VERIFY(fieldOn(*m_page, QStringLiteral("What lies there of Linen"))->isVisible());
        QVERIFY(!m_page->takeScan(QStringLiteral("987654P1")));
    }

    void whatIsWorthAWord_data()
    {
        QTest::addColumn<qint64>("stock");
        QTest::addColumn<qint64>("reserved");
        QTest::addColumn<bool>("watched");
        QTest::addColumn<QString>("word");
        QTest::newRow("enough") << qint64(20'000) << qint64(1'000) << true << QString();
        QTest::newRow("low") << qint64(5'000) << qint64(1'000) << true << QStringLiteral("Low");
        QTest::newRow("gone") << qint64(0) << qint64(0) << true << QStringLiteral("Gone");
        QTest::newRow("gone, and nobody keeps it") << qint64(0) << qint64(0) << false << QString();
        QTest::newRow("all reserved") << qint64(20'000) << qint64(20'000) << true << QStringLiteral("All reserved");
        QTest::newRow("short") << qint64(3'000) << qint64(4'250) << true << QStringLiteral("1.25 short");
    }
    void whatIsWorthAWord()
    {
        QFETCH(const qint64, stock);
        QFETCH(const qint64, reserved);
        QFETCH(const bool, watched);
        QFETCH(const QString, word);
        using inventory::StockStatus;
        inventory::ItemRow item{m_shop->roll,
                                inventory::ItemKind::FabricRoll,
                                {},
                                {},
                                {},
                                QStringLiteral("m"),
                                Quantity(stock),
                                Quantity(reserved),
                                stock <= 0        ? StockStatus::OutOfStock
                                : stock <= 10'000 ? StockStatus::LowStock
                                                  : StockStatus::InStock,
                                {}};
        if (watched)
            item.minimumStock = Quantity(10'000);
        const auto state = stockState(item, QLocale(QStringLiteral("en_NG")));
        QCOMPARE(state ? state->word : QString(), word);
    }

    //! What is reserved is dark from the beginning of the bar, what is free is not; mirrored it begins on the right.
    void aBarIsReadInBothDirectionsAndSchemes_data()
    {
        QTest::addColumn<Scheme>("scheme");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("%s, %s", scheme == Scheme::Light ? "light" : "dark",
                              direction == Qt::LeftToRight ? "left to right" : "mirrored")
                    << scheme << direction;
        }
    }
    void aBarIsReadInBothDirectionsAndSchemes()
    {
        QFETCH(const Scheme, scheme);
        QFETCH(const Qt::LayoutDirection, direction);
        Theme::instance().setScheme(scheme);
        QImage image(207, 40, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        paintRollBar(&painter, image.rect(),
                     {Quantity(40'000), Quantity(10'000), Quantity(30'000), Quantity(60'000), true}, direction);
        painter.end();
        const auto at = [&](int x) { return image.pixelColor(direction == Qt::LeftToRight ? x : 206 - x, 20); };
        const QColor reserved = Theme::instance().color(Role::Muted);
        QCOMPARE(at(16), reserved);
        QVERIFY(at(60) != reserved);
        QCOMPARE(at(60), Theme::instance().color(Role::Surface));
        QCOMPARE(at(180), QColor(Qt::magenta)); // beyond what is left
        Theme::instance().setScheme(Scheme::Light);
    }

    void theMeasureOfTheBarsIsRound_data()
    {
        QTest::addColumn<qint64>("largest");
        QTest::addColumn<qint64>("scale");
        QTest::newRow("nothing") << qint64(0) << qint64(20);
        QTest::newRow("some metres") << qint64(20'000) << qint64(20);
        QTest::newRow("a roll") << qint64(20'001) << qint64(60);
        QTest::newRow("a bale") << qint64(61'000) << qint64(100);
        QTest::newRow("buttons") << qint64(1'440'000) << qint64(2'000);
    }
    void theMeasureOfTheBarsIsRound()
    {
        QFETCH(const qint64, largest);
        QFETCH(const qint64, scale);
        QCOMPARE(barScale(Quantity(largest)), Quantity::whole(scale));
    }

    //! What one may not do is not there.
    void whoOnlyLooks()
    {
        const auto viewer = m_shop->hire("viewer");
        const auto drafts = DraftKeeper::open(*viewer.session, m_shop->shop.clock).value();
        WorkspaceProfile profile = WorkspaceService(*viewer.session, *viewer.door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        Desk desk(*viewer.session, *viewer.door, *drafts, std::move(profile), std::move(calendar),
                  QLocale(QStringLiteral("en_NG")));
        QVERIFY(await(m_stock->receive(m_shop->roll, {.quantity = Quantity(1), .unitCost = naira(4'321)})));
        auto page = test::openedPage<StockPage>(desk);
        for (const char *words : {"Take in", "Cut", "Count", "Count a shelf", "New"})
            QVERIFY2(!buttonOn(*page, words)->isVisible(), words);
        for (const QLabel *label : page->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("4,321")), qPrintable(label->text()));
        page->handle(ActionId::TakeIn);
        QVERIFY(page->findChild<StockLedgerModel *>()->rowCount() > 0);
        QVERIFY(!page->findChild<StockLedgerModel *>()
                     ->index(0)
                     .data(ListRowDelegate::SecondLine)
                     .toString()
                     .contains(QStringLiteral("4,321")));
    }

    //! For the eye: THIMBLELY_SHOW_PAGES=FOLDER; light, dark, mirrored, long names, an empty shop.
    void canBeLookedAt()
    {
        if (qEnvironmentVariableIsEmpty("THIMBLELY_SHOW_PAGES"))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
        makeALife();
        m_page->arrive();
        look("stock");
        for (const auto &[name, move] : {std::pair("stock-take-in", StockMove::Receive),
                                         {"stock-cut", StockMove::Cut},
                                         {"stock-remnant", StockMove::Remnant},
                                         {"stock-waste", StockMove::Waste}}) {
            Q_EMIT pane().moveRequested(move);
            look(name);
            m_page->stepBack();
        }
        buttonOn(*m_page, "New")->click();
        look("stock-new");
        m_page->stepBack();
        m_page->countShelf(QStringLiteral("A1"));
        look("stock-count");
        type("What lies there of Charcoal twill, R-009", "8");
        type("What lies there of Stone linen, R-011", "22.3");
        submit();
        look("stock-counted");
        m_page->stepBack();
        m_page->showPurchases();
        look("stock-to-buy");
        m_page->showLow();
        look("stock-low");
        choose(1);
        look("stock-empty");
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        open();
        look("stock-mirrored");
        Q_EMIT pane().moveRequested(StockMove::Receive);
        look("stock-take-in-mirrored");
    }

private:
    void look(const char *name)
    {
        const auto picture = [&](const char *kind, QSize size, int percent, Scheme scheme) {
            Theme::instance().setScheme(scheme);
            Theme::instance().setTextSizePercent(percent);
            m_page->resize(size);
            QTest::qWait(60);
            for (const QString &problem : test::cutWords(*m_page))
                qWarning("%s%s: %s", name, kind, qPrintable(problem));
            m_page->grab().save(qEnvironmentVariable("THIMBLELY_SHOW_PAGES") + u'/' + QLatin1String(name) +
                                QLatin1String(kind) + QStringLiteral(".png"));
        };
        picture("-1024-130", {968, 484}, 130, Scheme::Light);
        picture("-1024", {968, 484}, 100, Scheme::Light);
        picture("-dark", {1198, 712}, 100, Scheme::Dark);
        picture("", {1198, 712}, 100, Scheme::Light);
    }
    //! As the drawing of the screen has it, and one with a long name.
    void makeALife()
    {
        struct Roll {
            const char *name;
            const char *number;
            const char *colour;
            const char *composition;
            const char *shelf;
            qint64 milli;
            qint64 promised;
            qint64 minimum;
        };
        const Roll rolls[] = {
            {"Navy pinstripe", "R-014", "navy", "wool", "A2", 45'900, 3'200, 10'000},
            {"Charcoal twill", "R-009", "charcoal", "wool", "A1", 8'200, 5'500, 10'000},
            {"Grey herringbone", "R-021", "grey", "tweed", "A3", 26'000, 3'200, 8'000},
            {"White guinea brocade", "R-030", "white", "cotton", "C1", 55'000, 27'500, 20'000},
            {"Olive senator", "R-026", "olive", "cashmere", "B2", 18'400, 6'000, 12'000},
            {"Sky poplin", "R-033", "light blue", "cotton", "B1", 31'500, 2'100, 10'000},
            {"Ivory lace of the old mill at Abeokuta, hand finished", "R-018", "cream", "lace", "D1", 6'400, 6'400,
             5'000},
            {"Emerald crepe", "R-028", "green", "crepe", "D2", 14'000, 0, 6'000},
            {"Stone linen", "R-011", "beige", "linen", "A1", 22'300, 4'400, 8'000},
            {"Black lining", "L-003", "black", "cupro", "E1", 3'000, 4'250, 25'000},
        };
        std::optional<InventoryItemId> first;
        for (const Roll &each : rolls) {
            inventory::ItemDraft facts;
            facts.name = QString::fromUtf8(each.name);
            facts.sku = QString::fromLatin1(each.number);
            facts.colour = QString::fromLatin1(each.colour);
            facts.composition = QString::fromLatin1(each.composition);
            facts.location = QString::fromLatin1(each.shelf);
            facts.unit = QStringLiteral("m");
            facts.widthMm = 1500;
            facts.minimumStock = Quantity(each.minimum);
            facts.supplierName = QStringLiteral("Yaba Textiles");
            facts.sellingPrice = Money(680'000, m_desk->profile().currency);
            const auto id = await(m_stock->receiveNew(facts, {.quantity = Quantity(each.milli),
                                                              .unitCost = Money(410'000, m_desk->profile().currency)}))
                                .value();
            if (!first)
                first = id;
            if (each.promised > 0) {
                auto piece = m_shop->withCloth(test::OrderShop::piece("Jacket", 45'000), each.promised);
                piece.inventoryItem = id;
                m_shop->book({piece});
            }
            m_shop->shop.clock.advanceMsecs(3'600'000);
        }
        QVERIFY(await(m_stock->use(*first, Quantity(3'400), QStringLiteral("Okafor, who sews herself"))));
        m_shop->shop.clock.advanceMsecs(3'600'000);
        QVERIFY(await(
            m_stock->waste(*first, Quantity(350), inventory::WasteReason::Flaw, QStringLiteral("a pulled thread"))));
        m_shop->shop.clock.advanceMsecs(3'600'000);
        QVERIFY(await(m_stock->reserve(*first, Quantity(2'000), QStringLiteral("Mrs Bello"))));
        QVERIFY(await(m_stock->order({{*first, Quantity::whole(20)}})));
    }
    void open()
    {
        m_page = test::openedPage<StockPage>(*m_desk);
        for (QAbstractItemModel *each :
             {static_cast<QAbstractItemModel *>(&model()), static_cast<QAbstractItemModel *>(&ledger()),
              static_cast<QAbstractItemModel *>(&promised()), static_cast<QAbstractItemModel *>(&purchases())})
            new QAbstractItemModelTester(each, QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
    }
    StockModel &model() const { return *m_page->findChild<StockModel *>(); }
    StockLedgerModel &ledger() const { return *m_page->findChild<StockLedgerModel *>(); }
    PromisedModel &promised() const { return *m_page->findChild<PromisedModel *>(); }
    PurchaseModel &purchases() const { return *m_page->findChild<PurchaseModel *>(); }
    ItemPane &pane() const { return *m_page->findChild<ItemPane *>(); }
    ListView *view() const
    {
        for (ListView *each : m_page->findChildren<ListView *>()) {
            if (each->model() == &model())
                return each;
        }
        qFatal("no list");
    }
    void choose(int segment)
    {
        for (Segmented *each : m_page->findChildren<Segmented *>()) {
            if (each->accessibleName() == QStringLiteral("What of the stock") || each->count() == 5)
                return each->setCurrentIndex(segment);
        }
    }
    void type(const char *field, const char *text)
    {
        QLineEdit *edit = fieldOn(*m_page, QString::fromLatin1(field));
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }
    void submit() { QVERIFY(m_page->handle(ActionId::Pay)); }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool ledgerSays(const QString &words) const
    {
        for (int row = 0; row < ledger().rowCount(); ++row) {
            if (ledger().index(row).data().toString().contains(words))
                return true;
        }
        return false;
    }
    InventoryItemId addRoll(const char *name, const char *shelf, qint64 milli, qint64 minimum = 0)
    {
        inventory::ItemDraft facts;
        facts.name = QString::fromUtf8(name);
        facts.unit = QStringLiteral("m");
        facts.location = QString::fromUtf8(shelf);
        if (minimum > 0)
            facts.minimumStock = Quantity(minimum);
        return await(m_stock->receiveNew(facts, {Quantity(milli)})).value();
    }

    std::unique_ptr<test::OrderShop> m_shop;
    std::unique_ptr<inventory::StockService> m_stock;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<StockPage> m_page;
};

Q_DECLARE_METATYPE(thimblely::ui::StockMove)

QTEST_MAIN(TestStockPage)
#include "tst_stock_page.moc"
