// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/accounts/bring_back_page.h"

#include "core/accounts/ownership_service.h"
#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"

#include <QSignalSpy>

using namespace thimblely;
using namespace thimblely::ui;

//! Where every shop of a file is deleted, its owner comes back with name and password.
class TestBringBackPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        test::TestKeychain::install();
    }

    void broughtBack()
    {
        test::SmallShop shop;
        test::PeopleOfFile people(shop);
        people.givePassword(shop.principal.person, QStringLiteral("needle and thread"));
        QVERIFY(changes::await(OwnershipService(*shop.session, *shop.door).remove(QStringLiteral("Bello"))));
        BringBackPage page(shop.path(), shop.clock);
        page.resize(1198, 712);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        (void)test::takePictures(page, QStringLiteral("bring-back"));
        QSignalSpy back(&page, &BringBackPage::broughtBack);
        QSignalSpy lost(&page, &BringBackPage::recoverRequested);
        QCOMPARE(test::focusedName(), QStringLiteral("E-mail or sign-in name"));
        test::typeKeys(QStringLiteral("amina@shop.example"));
        test::pressKey(Qt::Key_Return); // asks for the other
        QCOMPARE(test::focusedName(), QStringLiteral("Password"));
        test::typeKeys(QStringLiteral("thread and needle"));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(page, QStringLiteral("The password or PIN is not right")), 30'000);
        QCOMPARE(test::focusedName(), QStringLiteral("Password"));
        test::buttonOn(page, "Password lost?")->click();
        QCOMPARE(lost.at(0).at(0).toString(), QStringLiteral("amina@shop.example"));
        test::fieldOn(page, QStringLiteral("Password"))->setText(QStringLiteral("needle and thread"));
        test::buttonOn(page, "Bring it back")->click();
        QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 30'000);
        QVERIFY(access::Session::open(shop.path(), shop.principal).ok());
    }
};

QTEST_MAIN(TestBringBackPage)
#include "tst_bring_back_page.moc"
