// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/order_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/cloth_form.h"
#include "ui/orders/photos_form.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_offers.h"
#include "ui/photos/photo_strip.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! "You gave 3.20 m, used 2.75, here is 0.45": the client's own cloth at pick-up, and pictures of what leaves.
class TestCustody : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        orders::PieceDraft jacket = m_shop->piece(QStringLiteral("Jacket"), 0);
        jacket.fabricSource = orders::FabricSource::Client;
        jacket.clientCloth = Quantity(3'200);
        jacket.clientClothNote = QStringLiteral("grey worsted");
        m_order = m_shop->book(m_shop->bello(), {jacket, m_shop->piece(QStringLiteral("Tie"), 0)});
        QVERIFY(await(orders().complete(m_order->id)));
        m_page = test::openedPage<PickUpPage>(*m_shop->desk);
        m_page->showOrder(m_order->id);
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_shop.reset();
    }

    void itsAccountIsTypedAndSaid()
    {
        QVERIFY(says("3.2 brought, nothing noted yet (K)"));
        ClothForm *form = open();
        QVERIFY(says("grey worsted"));
        type(*form, "Used", "2.75");
        QVERIFY(says("You gave 3.2 m, used 2.75 m, here is 0.45 m"));
        type(*form, "Given back", "0.5");
        QVERIFY(says("That is more than was brought."));
        form->submit();
        QTRY_VERIFY(says("Look at the lengths again"));
        QVERIFY(!piece().clothUsed);
        type(*form, "Given back", "abc");
        form->submit();
        QVERIFY(!piece().clothUsed);
        type(*form, "Given back", "0.45");
        form->submit();
        QTRY_VERIFY(says("Who says what became of the cloth of piece 1?"));
        QVERIFY(!piece().clothUsed);
        type(*form, "Initials, theirs or yours", "A.B.");
        test::takePictures(*m_page, QStringLiteral("custody"));
        form->submit();
        QTRY_COMPARE(piece().clothReturned, std::optional(Quantity(450)));
        QCOMPARE(piece().clothUsed, std::optional(Quantity(2'750)));
        QCOMPARE(piece().clothInitials, QStringLiteral("A.B."));
        QTRY_VERIFY(!form->isOpen());
        QTRY_VERIFY(says("own cloth: gave 3.2 m, used 2.75 m, given back 0.45 m (A.B.)"));
        test::takePictures(*m_page, QStringLiteral("custody-done"));
    }

    void onlyOfPiecesOfTheirCloth()
    {
        const auto order = orders().load(m_order->id).value();
        const auto offers = [&](const orders::Piece &each) {
            return std::ranges::any_of(offersFor(*m_shop->desk, order, each),
                                       [](const PieceOffer &offer) { return offer.step == PieceStep::Cloth; });
        };
        QVERIFY(offers(order.pieces[0]));
        QVERIFY(!offers(order.pieces[1]));
    }

    void whatLeavesIsPictured()
    {
        listWithPieces(); // the piece that is chosen
        auto *strip = leavingStrip();
        QVERIFY(strip);
        QTRY_VERIFY(strip->isVisible());
        QImage image(30, 30, QImage::Format_RGB32);
        image.fill(Qt::blue);
        auto *mime = new QMimeData;
        mime->setImageData(image);
        strip->takeIn(mime);
        delete mime;
        QTRY_COMPARE(strip->photos().size(), size_t(1));
        test::showTicket(*m_page);
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(piece().isCollected());
        QCOMPARE(piece().leftPhotos.size(), size_t(1));
        QTRY_VERIFY(strip->photos().empty()); // the next bag has none

        m_page->showOrder(m_order->id); // it is shown again, long after
        QTest::keyClick(listWithPieces(), Qt::Key_V);
        auto *form = m_page->findChild<PhotosForm *>();
        QVERIFY(form && form->isOpen());
        QVERIFY(says("As it left"));
        QVERIFY(!says("As it came in"));
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Photo 1 of As it left"));
        test::takePictures(*m_page, QStringLiteral("photos"));
    }

    void photosAreOfferedWhereThereAreAny()
    {
        const auto order = orders().load(m_order->id).value();
        const auto offers = [&](const orders::Piece &each) {
            return std::ranges::any_of(offersFor(*m_shop->desk, order, each),
                                       [](const PieceOffer &offer) { return offer.step == PieceStep::Photos; });
        };
        orders::Piece piece = order.pieces[0];
        QVERIFY(!offers(piece));
        piece.facts.photos = {{QByteArray(32, 'a')}};
        QVERIFY(offers(piece));
    }

private:
    orders::OrderService orders() const { return {*m_shop->shop.session, *m_shop->shop.door}; }
    orders::Piece piece() const { return orders().load(m_order->id)->pieces[0]; }
    PhotoStrip *leavingStrip() const
    {
        for (auto *strip : m_page->findChildren<PhotoStrip *>()) {
            for (auto *button : strip->findChildren<QAbstractButton *>()) {
                if (button->accessibleName() == QStringLiteral("Photo of what leaves"))
                    return strip;
            }
        }
        return nullptr;
    }
    ClothForm *open()
    {
        QTest::keyClick(listWithPieces(), Qt::Key_K);
        auto *form = m_page->findChild<ClothForm *>();
        if (!form || !form->isOpen())
            qFatal("no form");
        return form;
    }
    QListView *listWithPieces() const
    {
        for (auto *list : m_page->findChildren<QListView *>()) {
            if (list->isVisible() && list->model() && list->model()->rowCount() == 2) {
                list->setFocus();
                list->setCurrentIndex(list->model()->index(0, 0));
                return list;
            }
        }
        qFatal("no list");
    }
    static void type(ClothForm &form, const char *name, const char *text)
    {
        for (auto *edit : form.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() != QString::fromUtf8(name))
                continue;
            edit->setFocus();
            edit->selectAll();
            QTest::keyClicks(edit, QString::fromUtf8(text));
            return;
        }
        qFatal("no field %s", name);
    }
    bool says(const char *words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(words));
        });
    }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<PickUpPage> m_page;
    std::optional<orders::Booked> m_order;
};

QTEST_MAIN(TestCustody)
#include "tst_custody.moc"
