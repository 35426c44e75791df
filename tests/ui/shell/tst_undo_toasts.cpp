// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/finance/checkout_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/face_button.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/order_editor.h"
#include "ui/widgets/toast.h"

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! Money is named before it goes back, and nobody is offered a way that ends in a refusal.
class TestUndoToasts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->addColleague());
        m_shop->start();
    }
    void cleanup() { m_shop.reset(); }

    void moneyOnScreenIsTakenBackAtOnce()
    {
        QVERIFY(signIn("2580"));
        book();
        QTRY_VERIFY(m_shop->says(QStringLiteral("booked, ₦6,000, A. Bello")));
        undo();
        QTRY_COMPARE(openOrders(), size_t(0));
        QTRY_VERIFY(m_shop->says(QStringLiteral("Undone: Order")));
    }

    void moneyThatWentFromSightIsAskedAbout()
    {
        QVERIFY(signIn("2580"));
        book();
        QTRY_VERIFY(toast());
        dismiss();
        undo();
        QTRY_VERIFY(m_shop->says(QStringLiteral("Take this back? Order 1001 booked, ₦6,000, A. Bello")));
        QCOMPARE(openOrders(), size_t(1));
        undo();
        QTRY_COMPARE(openOrders(), size_t(0));
    }

    void whoMayNotIsOfferedNothing()
    {
        QVERIFY(signIn("0852"));
        book();
        QTRY_VERIFY(m_shop->says(QStringLiteral("booked, ₦6,000")));
        QVERIFY(!toast()->actionButton());
        dismiss();
        undo();
        QTRY_VERIFY(m_shop->says(QStringLiteral("by the PIN of somebody who may")));
        QCOMPARE(openOrders(), size_t(1));
    }

    void whatWasClearedAtTheCounterComesBack()
    {
        QVERIFY(signIn("2580"));
        book();
        m_shop->press(Qt::Key_F2);
        QVERIFY(m_shop->window().findChild<CounterPage *>());
        auto *editor = m_shop->child<OrderEditor>();
        editor->addPiece(QStringLiteral("trousers"), QStringLiteral("Trousers"));
        editor->startOver();
        QVERIFY(editor->isEmpty());
        undo();
        QCOMPARE(editor->draft().pieces.size(), size_t(1));
        QCOMPARE(openOrders(), size_t(1)); // what was booked before stands
    }

private:
    //! The owner by the PIN of the face that is chosen first, the colleague by their own.
    bool signIn(const char *pin)
    {
        if (!m_shop->waitForFaces())
            return false;
        const auto faces = m_shop->shown<SignInPage>()->findChildren<FaceButton *>();
        for (FaceButton *face : faces) {
            const bool colleague = face->face().name.contains(QLatin1String("Tunde"));
            if (colleague == (qstrcmp(pin, "0852") == 0))
                face->click();
        }
        m_shop->type(pin);
        m_shop->press(Qt::Key_Return);
        return m_shop->waitFor<MainWindow>();
    }
    void book()
    {
        ClientDraft client;
        client.name = QStringLiteral("A. Bello");
        orders::OrderDraft draft;
        draft.client = await(ClientService(m_shop->desk().session(), m_shop->desk().door()).add(client)).value();
        orders::PieceDraft piece;
        piece.name = QStringLiteral("Trousers");
        piece.unitPrice = Money(12'000'00, m_shop->desk().profile().currency);
        draft.pieces = {piece};
        finance::CheckoutService checkout(m_shop->desk().session(), m_shop->desk().door());
        const finance::PaymentDraft payment{Money(6'000'00, m_shop->desk().profile().currency)};
        QVERIFY(await(checkout.book(draft, payment)));
    }
    void undo() { m_shop->press(Qt::Key_Z, Qt::ControlModifier); }
    void dismiss()
    {
        QTRY_VERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
        while (toast())
            Q_EMIT toast()->finished();
    }
    Toast *toast() const { return m_shop->child<ToastHost>()->current(); }
    size_t openOrders()
    {
        return orders::OrderService(m_shop->desk().session(), m_shop->desk().door()).openOrders()->rows.size();
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestUndoToasts)
#include "tst_undo_toasts.moc"
