// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/ui/orders/intake_story.h"

using namespace thimblely;
using namespace thimblely::ui;

//! What is said when an order is taken in beside its pieces: measures, cloth, photos, condition, style.
class TestIntake : public QObject, private test::IntakeStory {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { begin(); }
    void cleanup() { end(); }

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
        editor().addPiece(QStringLiteral("skirt"), QStringLiteral("Skirt"));
        QCOMPARE(editor().draft().pieces[1].measurementSet, std::optional(newer));
        QVERIFY(chip(1).text().startsWith(QStringLiteral("Measures of Jacket")));
        editor().addPiece(QStringLiteral("coat"), QStringLiteral("Coat")); // which is measured as a jacket is
        QCOMPARE(editor().draft().pieces[2].measurementSet, std::optional(newer));
        QVERIFY(!chip(2).text().contains(QStringLiteral("Jacket")));
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

    //! Two rolls of one cloth are called by what tells them apart; more than is free warns on the closed row too.
    void rollsOfOneClothAreToldApart()
    {
        inventory::InventoryService stock(*m_shop->shop.session, *m_shop->shop.door);
        inventory::ItemDraft roll;
        roll.name = QStringLiteral("Super 120s wool");
        roll.unit = QStringLiteral("m");
        for (const auto &[colour, metres] : {std::pair{"navy", 42}, std::pair{"charcoal", 8}}) {
            roll.colour = QString::fromLatin1(colour);
            const auto id = changes::await(stock.add(roll)).value();
            QVERIFY(changes::await(stock.stockIn(id, Quantity::whole(metres))));
        }
        addPieceWithCloth();
        QVERIFY(chipSays(QStringLiteral("Super 120s wool, charcoal")));
        chipCalled(QStringLiteral("Super 120s wool, navy"))->click();
        type("50");
        press(Qt::Key_Return);
        QCOMPARE(field(QStringLiteral("Roll, piece 1"))->isVisible(), false);
        const auto chips = m_page->findChildren<FactChip *>();
        QVERIFY(std::ranges::any_of(chips, [](const FactChip *chip) {
            return chip->isVisible() && chip->accessibleName().contains(QStringLiteral("only 42 m free"));
        }));
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
        press(Qt::Key_Return); // whoever says so signs
        QCOMPARE(test::focusedName(), QStringLiteral("Initials of the cloth of piece 1"));
        type("AB");
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
};

QTEST_MAIN(TestIntake)
#include "tst_intake.moc"
