// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/media_folder.h"
#include "core/inventory/inventory_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_writer.h"
#include "core/workspaces/workspace_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/cloth_panel.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/measures_chip.h"
#include "ui/orders/order_editor.h"
#include "ui/orders/parked_list.h"
#include "ui/orders/piece_row.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QCheckBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What is said when an order is taken in beside its pieces: by which measures, how urgent, and what it would cost.
class TestIntake : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        QVERIFY(changes::await(m_shop->shop.door->write<void>({"test.templates"}, [](changes::WriteContext &context) {
            return measurements::installBuiltinTemplates(context);
        })));
        m_client = m_shop->bello();
        openPage();
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    // Measures -----------------------------------------------------------------------------------------------------

    void aNewPieceIsMadeByTheNewestMeasures()
    {
        const auto older = measure("trousers", 240);
        const auto newer = measure("jacket", 30);
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        QCOMPARE(chip().text(), QStringLiteral("Not measured yet")); // nobody is there to be measured
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        QCOMPARE(editor().draft().pieces[0].measurementSet, std::optional(older)); // of this garment before all others
        QCOMPARE(chip().text(), QStringLiteral("Measures 30 Mar"));
        QVERIFY(chip().accessibleName().contains(QStringLiteral("Measures 30 Mar")));
        editor().addPiece(QStringLiteral("coat"), QStringLiteral("Coat"));
        QCOMPARE(editor().draft().pieces[1].measurementSet, std::optional(newer));
        QVERIFY(chip(1).text().startsWith(QStringLiteral("Measures of Jacket")));
        test::takePictures(*m_page, QStringLiteral("measures"));
    }

    void anotherSetStaysChosen()
    {
        measure("trousers", 240);
        const auto jacket = measure("jacket", 30);
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        editor().chooseMeasures(0, jacket);
        const auto later = measure("trousers", 0);
        QCOMPARE(editor().draft().pieces[0].measurementSet, std::optional(jacket));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        QCOMPARE(editor().draft().pieces[1].measurementSet, std::optional(later));
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(editor().draft().pieces[0].measurementSet, std::optional(jacket));
        QVERIFY(editor().areMeasuresChosen(0));
        QVERIFY(!editor().areMeasuresChosen(1));
    }

    //! F4, and back at the counter: it is made by what was just measured.
    void whoIsMeasuredMeanwhileIsMadeByIt()
    {
        measure("trousers", 240);
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        row().focusFirst();
        std::optional<ClientId> body;
        std::optional<TemplateId> by;
        connect(&m_shop->desk->navigation(), &Navigation::measureRequested, m_page.get(),
                [&](ClientId client, std::optional<TemplateId> garment) {
                    body = client;
                    by = garment;
                });
        QVERIFY(m_page->handle(ActionId::Measure));
        QCOMPARE(body, std::optional(m_client));
        QVERIFY(by.has_value()); // as this garment is measured
        const auto now = measure("trousers", 0);
        QCOMPARE(editor().draft().pieces[0].measurementSet, std::optional(now));
        QCOMPARE(chip().text(), QStringLiteral("Measures 25 Nov"));
    }

    void whatIsAlteredIsNotMeasured()
    {
        measure("trousers", 1);
        m_shop->addService(QStringLiteral("Hem"), QStringLiteral("trousers"), 1, 200'000);
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        QVERIFY(editor().draft().pieces[0].measurementSet);
        row().focusFirst();
        type("1"); // the hem of the list: it is done to what is there already
        press(Qt::Key_Return);
        QCOMPARE(editor().draft().pieces[0].kind, orders::PieceKind::Alteration);
        QVERIFY(!editor().draft().pieces[0].measurementSet);
        QVERIFY(!chip().isVisible());
    }

    // Cloth --------------------------------------------------------------------------------------------------------

    void theShopsClothIsReservedFromARoll()
    {
        const auto roll = addRoll("Navy wool", 5);
        addPieceWithCloth();
        type("navy"); // the free length of each roll stands below
        press(Qt::Key_Return);
        QVERIFY(says(QStringLiteral("5 m are free.")));
        type("5.5");
        QVERIFY(says(QStringLiteral("Only 5 m are free.")));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("Of Navy wool only 5 m are free, 5.5 are needed.")));
        auto *length = field(QStringLiteral("Length, piece 1"));
        length->setFocus();
        length->selectAll();
        type("2.75");
        QCOMPARE(editor().draft().pieces[0].shopCloth, std::optional(Quantity(2'750)));
        test::takePictures(*m_page, QStringLiteral("cloth"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const auto item = inventory::InventoryService(*m_shop->shop.session, *m_shop->shop.door).load(roll).value();
        QCOMPARE(item.reserved, Quantity(2'750));
    }

    //! In, used, given back: what is left is said, and more than was brought is refused.
    void theClientsOwnClothIsInCustody()
    {
        addPieceWithCloth();
        clothOf(1)->click(); // client's own
        type("3.2");
        press(Qt::Key_Return);
        type("grey worsted");
        press(Qt::Key_Return);
        QVERIFY(chipSays(QStringLiteral("Own cloth 3.2 m, grey worsted")));
        m_page.reset();
        m_shop->restart();
        openPage();
        QVERIFY(chipSays(QStringLiteral("Own cloth 3.2 m, grey worsted")));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const OrderId order = service().openOrders()->rows[0].id;
        m_page->addTo(order);
        chipCalled(QStringLiteral("Own cloth 3.2 m, grey worsted"))->click();
        type("2.75");
        QVERIFY(says(QStringLiteral("0.45 m here")));
        field(QStringLiteral("Given back of the cloth of piece 1"))->setFocus();
        type("0.5");
        QVERIFY(says(QStringLiteral("more than was brought")));
        press(Qt::Key_Backspace);
        type("45");
        QVERIFY(says(QStringLiteral("0 m here")));
        press(Qt::Key_Return);
        QTRY_COMPARE(service().load(order)->pieces[0].clothHere(), std::optional(Quantity(0)));
        QCOMPARE(service().load(order)->pieces[0].clothUsed, std::optional(Quantity(2'750)));
    }

    void aMerchantsClothIsOrderedAndArrives()
    {
        addPieceWithCloth();
        clothOf(2)->click();
        type("Scabal");
        press(Qt::Key_Return);
        type("702311");
        press(Qt::Key_Return);
        type("3.2");
        press(Qt::Key_Return);
        type("+7");
        press(Qt::Key_Return);
        QVERIFY(chipSays(QStringLiteral("Scabal 702311, 3.2 m, due 2 Dec")));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const OrderId order = service().openOrders()->rows[0].id;
        m_page->addTo(order);
        chipCalled(QStringLiteral("Scabal 702311, 3.2 m, due 2 Dec"))->click();
        press(Qt::Key_Space); // arrived today
        QTRY_COMPARE(service().load(order)->pieces[0].facts.clothOrder->arrived, std::optional(m_shop->desk->today()));
    }

    // Photos -------------------------------------------------------------------------------------------------------

    //! Dropped, pasted or chosen; without what the camera wrote into it, once in the folder, and there after a start.
    void aPhotoIsKeptWithThePiece()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        const QString file = m_shop->papers.filePath(QStringLiteral("shine.jpg"));
        QImage image(3'000, 1'500, QImage::Format_RGB32);
        image.fill(Qt::darkBlue);
        image.setText(QStringLiteral("Description"), QStringLiteral("GPS 6.5244 N"));
        QVERIFY(image.save(file));
        QMimeData twice;
        twice.setUrls({QUrl::fromLocalFile(file), QUrl::fromLocalFile(file)});
        drop(twice);
        QTRY_COMPARE(editor().draft().pieces[0].photos.size(), size_t(1)); // the same one is kept once
        const changes::Media photo = editor().draft().pieces[0].photos[0];
        const QByteArray bytes = changes::MediaFolder(m_shop->shop.path()).get(photo.sha256).value();
        QVERIFY(!bytes.contains("GPS"));
        QCOMPARE(QImage::fromData(bytes).size(), QSize(2'048, 1'024));
        QVERIFY(photo.thumbnail.size() < 10'000);
        QVERIFY(!QImage::fromData(photo.thumbnail).isNull());
        QTest::qWait(50);
        test::takePictures(*m_page, QStringLiteral("photo"));
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(editor().draft().pieces[0].photos, std::vector{photo});
        park();
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return);
        QTRY_COMPARE(editor().draft().pieces.size(), size_t(1));
        QCOMPARE(editor().draft().pieces[0].photos, std::vector{photo});
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const OrderId order = service().openOrders()->rows[0].id;
        QCOMPARE(service().load(order)->pieces[0].facts.photos, std::vector{photo});
        const invoices::InvoiceService papers(*m_shop->shop.session, *m_shop->shop.door);
        QCOMPARE(papers.claimCheck(order)->pieces[0].photos, 1);
    }

    void whatIsNoPhotoIsRefusedByName_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("text") << QByteArray("not a picture") << QStringLiteral("shine.jpg is no picture");
        QTest::newRow("broken") << QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ffd9")
                                << QStringLiteral("shine.jpg");
    }
    void whatIsNoPhotoIsRefusedByName()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QFile file(m_shop->papers.filePath(QStringLiteral("shine.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file.fileName())});
        drop(mime);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY2(said[0][0].toString().contains(words), qPrintable(said[0][0].toString()));
        QVERIFY(editor().draft().pieces[0].photos.empty());
    }

    // Condition ----------------------------------------------------------------------------------------------------

    void whatIsUsuallyNotedIsOneTouch()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Trousers"), 400'000));
        QVERIFY(!chipSays(QStringLiteral("shine on seat")));
        QLineEdit *condition = field(QStringLiteral("Condition of piece 1 as it came in"));
        condition->setFocus();
        type("ink, ");
        chipCalled(QStringLiteral("shine on seat"))->click();
        chipCalled(QStringLiteral("button missing"))->click();
        QVERIFY(condition->hasFocus()); // whoever types goes on typing
        const QStringList noted{QStringLiteral("ink"), QStringLiteral("shine on seat"),
                                QStringLiteral("button missing")};
        QCOMPARE(editor().draft().pieces[0].condition, noted);
        QVERIFY(chipCalled(QStringLiteral("button missing"))->isChecked());
        test::takePictures(*m_page, QStringLiteral("condition"));
        chipCalled(QStringLiteral("button missing"))->click(); // once more is none
        QCOMPARE(editor().draft().pieces[0].condition, noted.first(2));
    }

    // Style --------------------------------------------------------------------------------------------------------

    void howItIsMadeIsChosenAndKept()
    {
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(m_shop->piece(QStringLiteral("Jacket"), 400'000));
        chipCalled(QStringLiteral("Style"))->click();
        chipCalled(QStringLiteral("notch"))->click();
        chipCalled(QStringLiteral("peak"))->click(); // one of each
        chipCalled(QStringLiteral("double"))->click();
        field(QStringLiteral("Style of piece 1 in words"))->setFocus();
        type("pen pocket");
        test::takePictures(*m_page, QStringLiteral("style"));
        press(Qt::Key_Return);
        const QString words = QStringLiteral("Lapel peak, Vents double, pen pocket");
        QVERIFY(chipSays(words));
        const auto style = editor().draft().pieces[0].style;
        m_page.reset();
        m_shop->restart();
        openPage();
        QVERIFY(chipSays(words));
        QCOMPARE(editor().draft().pieces[0].style, style);
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const OrderId order = service().openOrders()->rows[0].id;
        QCOMPARE(service().load(order)->pieces[0].facts.style, style);
        const invoices::InvoiceService papers(*m_shop->shop.session, *m_shop->shop.door);
        QCOMPARE(papers.claimCheck(order)->pieces[0].style.join(QStringLiteral(", ")), words);
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        m_page->handle(ActionId::Repeat); // as last time
        QVERIFY(chipSays(words));
    }

    // Less -----------------------------------------------------------------------------------------------------------

    void aLowerPriceShowsWhatItWas()
    {
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        row().focusFirst();
        type("1-3.5 cm 2000"); // hem
        press(Qt::Key_Return);
        QVERIFY(!editor().asksLess());
        QLineEdit *price = field(QStringLiteral("Price of piece 1"));
        price->setFocus();
        price->selectAll();
        type("1500");
        QVERIFY(says(QStringLiteral("2,000"))); // struck through
        QCOMPARE(editor().draft().pieces[0].priceBefore->minor(), qint64(200'000));
        price->selectAll();
        type("0");
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("Trousers would cost nothing. Say why")));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Why less is asked"));
        type("came undone");
        test::takePictures(*m_page, QStringLiteral("less"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const auto piece = service().load(service().openOrders()->rows[0].id)->pieces[0].facts;
        QCOMPARE(piece.discountReason, QStringLiteral("came undone"));
        QCOMPARE(piece.priceBefore->minor(), qint64(200'000));
    }

    void aDiscountSaysWhy()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QVERIFY(!editor().asksLess());
        editor().setDiscountText(QStringLiteral("10 %"));
        field(QStringLiteral("Why less is asked"))->setFocus();
        type("third shirt");
        QCOMPARE(editor().draft().pieces[0].discountReason, QStringLiteral("third shirt"));
        editor().setDiscountText({});
        QCOMPARE(editor().draft().pieces[0].discountReason, QString());
    }

    // Tax ------------------------------------------------------------------------------------------------------------

    //! Alterations untaxed, what is made taxed, as some countries have it.
    void eachKindOfWorkHasItsTax()
    {
        WorkspaceService workspace(*m_shop->shop.session, *m_shop->shop.door);
        WorkspaceProfile profile = workspace.load().value();
        profile.tax = {QStringLiteral("VAT"), Rate(75'000), true, {{"alteration", Rate(0)}}};
        QVERIFY(changes::await(workspace.update(profile)));
        m_page.reset();
        m_shop->restart();
        openPage();
        editor().addPiece(QStringLiteral("coat"), QStringLiteral("Coat"));
        orders::PieceDraft piece = editor().draft().pieces[0];
        QCOMPARE(piece.taxRate, Rate(75'000));
        piece.unitPrice = Money(107'500, m_shop->desk->profile().currency);
        editor().changePiece(0, piece);
        QCOMPARE(editor().totals()->tax.minor(), qint64(7'500));
        QVERIFY(says(QStringLiteral("Tax included")));
        QVERIFY(!says(QStringLiteral("7.5 %"))); // no one rate is the order's
        piece.kind = orders::PieceKind::Alteration;
        editor().changePiece(0, piece);
        QCOMPARE(editor().totals()->tax.minor(), qint64(0));
        QCOMPARE(editor().draft().pieces[0].taxRate, Rate(0));
    }

    // Rush ---------------------------------------------------------------------------------------------------------

    void rushIsChargedAsTheShopDoes()
    {
        charge(RushTerms{Rate::percent(20), {}});
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QVERIFY(!editor().isRush());
        rushBox().click();
        QCOMPARE(editor().totals()->total.minor(), qint64(480'000));
        editor().addPiece(m_shop->piece(QStringLiteral("Coat"), 600'000));
        QCOMPARE(editor().totals()->total.minor(), qint64(1'200'000)); // it follows the work
        QLineEdit *typed = field(QStringLiteral("Charge for rush, an amount or a share of the work"));
        QCOMPARE(typed->placeholderText(), QStringLiteral("20 %"));
        typed->setFocus();
        type("1500");
        QCOMPARE(editor().totals()->total.minor(), qint64(1'150'000));
        type("x");
        m_page->handle(ActionId::Pay);
        QVERIFY(typed->hasFocus());
        type("1500"); // what is typed next mends it
        test::takePictures(*m_page, QStringLiteral("rush"));
        m_page.reset();
        m_shop->restart();
        openPage();
        QCOMPARE(editor().totals()->total.minor(), qint64(1'150'000));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        const auto open = service().openOrders().value().rows;
        QVERIFY(open[0].rush);
        QCOMPARE(service().load(open[0].id)->sums->total.minor(), qint64(1'150'000));
        QVERIFY(!rushBox().isChecked());
    }

    void rushComesToABookedOrder()
    {
        charge(RushTerms{{}, Money(100'000, m_shop->desk->profile().currency)});
        const auto order = m_shop->book(m_client, {m_shop->piece(QStringLiteral("Shirt"), 400'000)});
        m_page->addTo(order.id);
        rushBox().click();
        QCOMPARE(editor().totals()->total.minor(), qint64(500'000));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(service().load(order.id)->sums->total.minor(), qint64(500'000));
        m_page->addTo(order.id); // agreed once
        QVERIFY(rushBox().isChecked() && !rushBox().isEnabled());
        QCOMPARE(editor().totals()->total.minor(), qint64(500'000));
    }

    // Offers -------------------------------------------------------------------------------------------------------

    void anOfferIsKeptPrintedAndAccepted()
    {
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(m_shop->piece(QStringLiteral("Shirt"), 400'000));
        QVERIFY(m_page->handle(ActionId::Quote));
        QVERIFY(says(QStringLiteral("Wednesday 9 December 2026")));
        test::takePictures(*m_page, QStringLiteral("quote"));
        press(Qt::Key_Return);
        QTRY_VERIFY(editor().isEmpty());
        QTRY_COMPARE(QDir(m_shop->papers.path()).entryList({QStringLiteral("offer-A--Bello-2026-11-25-*.pdf")}).size(),
                     1);
        QVERIFY(says(QStringLiteral("Offer until 9 Dec")));
        test::takePictures(*m_page, QStringLiteral("quoted"));
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return); // accepted
        QTRY_VERIFY(editor().draft().quote.has_value());
        QCOMPARE(editor().totals()->total.minor(), qint64(400'000));
        editor().setPromiseText(QStringLiteral("fri"));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(service().openOrders()->rows.size(), size_t(1));
        QVERIFY(service().parkedOrders()->rows.empty());
    }

    void anExpiredOneIsAskedAbout()
    {
        QVERIFY(changes::await(service().quote(offer(), m_shop->desk->today().plusDays(3))));
        m_shop->shop.clock.advanceDays(4);
        m_page->arrive();
        QVERIFY(says(QStringLiteral("Offer expired 28 Nov")));
        m_page->handle(ActionId::Park);
        press(Qt::Key_Return);
        QTRY_VERIFY(editor().draft().quote.has_value());
        editor().setPromiseText(QStringLiteral("+3"));
        m_page->handle(ActionId::Pay);
        QVERIFY(says(QStringLiteral("The offer stood until 28 Nov; these are its prices. Press F9 again")));
        m_page->handle(ActionId::Pay);
        QTRY_VERIFY(editor().isEmpty());
        QCOMPARE(service().openOrders()->rows.size(), size_t(1));
    }

    void aDeclinedOneSaysWhy()
    {
        QVERIFY(changes::await(service().quote(offer(), m_shop->desk->today().plusDays(3))));
        QTRY_VERIFY(says(QStringLiteral("Offer until")));
        m_page->handle(ActionId::Park);
        press(Qt::Key_Delete);
        press(Qt::Key_Return);
        QCOMPARE(service().parkedOrders()->rows.size(), size_t(1)); // without a reason nothing is declined
        type("too dear");
        press(Qt::Key_Return);
        QTRY_VERIFY(service().parkedOrders()->rows.empty());
    }

    void everyControlHasAName()
    {
        charge(RushTerms{Rate::percent(20), {}});
        measure("trousers", 240);
        QVERIFY(changes::await(service().quote(offer(), m_shop->desk->today().plusDays(3))));
        QCOMPARE(test::nameless(*m_page), QStringList());
        editor().setClient(m_client, QStringLiteral("A. Bello"));
        editor().addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        rushBox().click();
        QCOMPARE(test::nameless(*m_page), QStringList());
        QTRY_COMPARE(test::squeezed(*m_page), QStringList());
        m_page->handle(ActionId::Quote);
        QCOMPARE(test::nameless(*m_page), QStringList());
    }

private:
    void openPage()
    {
        m_page = std::make_unique<CounterPage>(*m_shop->desk);
        m_page->resize(1198, 712);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    void park()
    {
        m_page->handle(ActionId::Park);
        QTRY_VERIFY(editor().isEmpty());
    }
    void drop(const QMimeData &mime)
    {
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        static_cast<QObject &>(row()).event(&event); // sent, it would go to what is dragged over
    }
    //! Waist 82.3, taken `days` ago for the garment.
    MeasurementSetId measure(const char *garment, int days)
    {
        MeasurementService tape(*m_shop->shop.session, *m_shop->shop.door);
        MeasurementDraft draft{m_client, {}, SetKind::Body, {}};
        for (const MeasurementTemplate &each : tape.templates().value()) {
            if (each.garmentType == QLatin1String(garment))
                draft.templateId = each.id;
        }
        draft.values.push_back(
            MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both, u"82.3", LengthUnit::Centimetre).value());
        draft.takenAt = m_shop->shop.clock.now().plusMsecs(-qint64(days) * 86'400'000);
        const auto set = changes::await(tape.save(draft)).value();
        QCoreApplication::processEvents(); // the counter hears of it
        return set;
    }
    //! The shop's terms, and a desk that knows them.
    void charge(const RushTerms &terms)
    {
        WorkspaceService workspace(*m_shop->shop.session, *m_shop->shop.door);
        WorkspaceProfile profile = workspace.load().value();
        profile.rush = terms;
        QVERIFY(changes::await(workspace.update(profile)));
        m_page.reset();
        m_shop->restart();
        openPage();
    }
    InventoryItemId addRoll(const char *name, qint64 metres)
    {
        inventory::InventoryService stock(*m_shop->shop.session, *m_shop->shop.door);
        inventory::ItemDraft draft;
        draft.name = QString::fromLatin1(name);
        draft.unit = QStringLiteral("m");
        const auto id = changes::await(stock.add(draft)).value();
        if (!changes::await(stock.stockIn(id, Quantity::whole(metres))))
            qFatal("no stock");
        return id;
    }
    //! A suit that is made, with the panel for its cloth open on the shop's rolls.
    void addPieceWithCloth()
    {
        editor().addPiece(m_shop->piece(QStringLiteral("Suit"), 400'000));
        chipCalled(QStringLiteral("Cloth"))->click();
        clothOf(0)->click();
    }
    QAbstractButton *clothOf(int source) const
    {
        return m_page->findChild<ClothPanel *>()->findChild<Segmented *>()->button(source);
    }
    FactChip *chipCalled(const QString &words) const
    {
        const auto all = m_page->findChildren<FactChip *>();
        for (FactChip *each : all) {
            if (each->text() == words && each->isVisible())
                return each;
        }
        qFatal("no chip %s", qPrintable(words));
    }
    bool chipSays(const QString &words) const
    {
        const auto all = m_page->findChildren<FactChip *>();
        return std::ranges::any_of(all,
                                   [&](const FactChip *chip) { return chip->isVisible() && chip->text() == words; });
    }
    orders::OrderDraft offer()
    {
        orders::OrderDraft draft;
        draft.client = m_client;
        draft.pieces = {m_shop->piece(QStringLiteral("Shirt"), 400'000)};
        return draft;
    }
    orders::OrderService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    OrderEditor &editor() const { return *m_page->findChild<OrderEditor *>(); }
    PieceRow &row(int index = 0) const
    {
        QList<PieceRow *> rows = m_page->findChildren<PieceRow *>();
        rows.removeIf([](const PieceRow *each) { return each->isHidden(); }); // those on their way out
        return *rows.at(index);
    }
    MeasuresChip &chip(int piece = 0) const { return *row(piece).findChild<MeasuresChip *>(); }
    QCheckBox &rushBox() const { return *m_page->findChild<QCheckBox *>(); }
    QLineEdit *field(const QString &name) const
    {
        const auto all = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *each : all) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        qFatal("no field %s", qPrintable(name));
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    static void type(const char *text) { QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text)); }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<CounterPage> m_page;
    ClientId m_client{IdBytes{}};
};

QTEST_MAIN(TestIntake)
#include "tst_intake.moc"
