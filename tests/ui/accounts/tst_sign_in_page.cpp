// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/first_start.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/first_start_service.h"
#include "core/accounts/password_hash.h"
#include "core/accounts/team_service.h"
#include "core/changes/write_door.h"
#include "tests/support/fake_clock.h"
#include "tests/support/keychain/test_keychain.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/accounts/sign_in_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"

#include <QApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The faces by keyboard over a real file, whose count of wrong tries outlives every page.
class TestSignInPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        test::TestKeychain::install();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("shop.thimblely"));
        FirstStartInput input;
        input.shopName = QStringLiteral("Bello");
        input.countryCode = QStringLiteral("NG");
        input.currency = QStringLiteral("NGN");
        input.ownerName = QStringLiteral("Amina Bello");
        input.ownerLogin = QStringLiteral("amina");
        input.password = QStringLiteral("needle and thread");
        input.pin = QStringLiteral("2580");
        auto made = FirstStartService::create(m_path, input, m_clock);
        made.waitForFinished();
        QVERIFY(made.result().ok());
        m_owner = made.result().value();
        open();
    }
    void cleanup() { m_page.reset(); }

    void theRightPinSignsIn()
    {
        attempt("2580");
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
        QCOMPARE(m_signedIn->front().at(1).toString(), QStringLiteral("Amina Bello"));
    }

    void thePasswordDoesToo()
    {
        while (readName(QApplication::focusWidget()) != QLatin1String("Use the password"))
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(secret()->edit()->accessibleName(), QStringLiteral("Password"));
        attempt("needle and thread");
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
    }

    //! Whoever has just set it by a code of the recovery sheet.
    void thePasswordThatWasSetIsAskedFor()
    {
        const Face face = m_page->findChildren<FaceButton *>().constFirst()->face();
        m_page->readFacesFor(face.login.toUpper());
        QTRY_COMPARE_WITH_TIMEOUT(secret()->edit()->accessibleName(), QStringLiteral("Password"), patience);
        attempt("needle and thread");
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
    }

    //! A person with two shops in the file stands there twice: the shop's name tells, by eye and by ear.
    void whoHasTwoShopsChoosesOne()
    {
        const auto owner = addShop(QStringLiteral("Bello Weddings"));
        open();
        QStringList names;
        const auto faces = m_page->findChildren<FaceButton *>();
        for (const FaceButton *face : faces)
            names.append(face->accessibleName());
        QCOMPARE(names, (QStringList{QStringLiteral("Amina Bello, Owner, Bello"),
                                     QStringLiteral("Amina Bello, Owner, Bello Weddings")}));
        // The password leads to the shop of the face as the PIN does.
        faces.at(1)->click();
        while (readName(QApplication::focusWidget()) != QLatin1String("Use the password"))
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        attempt("needle and thread");
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
        const auto *principal = static_cast<const access::Principal *>(m_signedIn->front().at(0).constData());
        QVERIFY(principal->workspace == owner.workspace);
        if (const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES"); !folder.isEmpty())
            m_page->grab().save(folder + QStringLiteral("/two-shops.png"));
        // Whoever locked it comes back to the shop where they were.
        const QPointer<FaceButton> before = faces.front();
        m_page->readFaces(owner.person, owner.workspace);
        QTRY_VERIFY_WITH_TIMEOUT(!before, patience); // what is shown now is new
        const auto again = m_page->findChildren<FaceButton *>();
        for (const FaceButton *face : again) {
            if (face->isChecked())
                QVERIFY(face->face().workspace == owner.workspace);
        }
    }

    //! One line, for whom it concerns; the next person finds their own.
    void whySomebodyWasSignedOut()
    {
        const auto owner = addShop(QStringLiteral("Bello Weddings"));
        open();
        m_page->saySignedOut(owner.person, QStringLiteral("Amina Bello"), SignedOut::Elsewhere);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Amina Bello was signed out here from another window")));
        (void)test::takePictures(*m_page, QStringLiteral("sign-in-signed-out"));
        m_page->saySignedOut(PersonId::make(m_clock), QStringLiteral("Tunde Ade"), SignedOut::NoMember);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("Tunde Ade does not come in here now"))); // has no face any more
    }

    //! Nobody goes on with a PIN that somebody else knows; typed wrong the second time, it is asked once more.
    void whoWasGivenAPinChoosesTheirOwn()
    {
        const QString given = givenPin();
        attempt(given.toLatin1().constData());
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("given to you")), patience);
        QCOMPARE(m_signedIn->count(), 0);
        QCOMPARE(test::focusedName(), QStringLiteral("New PIN"));
        QVERIFY(!test::buttonOn(*m_page, "Keep the new PIN")->text().isEmpty());
        test::typeKeys(QStringLiteral("7391"));
        test::pressKey(Qt::Key_Return);
        QCOMPARE(test::focusedName(), QStringLiteral("The new PIN once more"));
        test::typeKeys(QStringLiteral("7392"));
        test::pressKey(Qt::Key_Return);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("two different PINs")));
        savePicture("given-pin");
        test::typeKeys(QStringLiteral("7391"));
        test::pressKey(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
        const auto again = changes::await(
            SignInService(m_path, m_clock).withPin(m_colleague->person, m_owner->workspace, QStringLiteral("7391")));
        QCOMPARE(again->pinNeed, PinNeed::None);
    }

    void theGivenOneIsNotTheirOwn()
    {
        const QString given = givenPin();
        attempt(given.toLatin1().constData());
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("given to you")), patience);
        for (int i = 0; i < 2; ++i) {
            test::typeKeys(given);
            test::pressKey(Qt::Key_Return);
        }
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("This is the PIN that you have")), patience);
        QCOMPARE(m_signedIn->count(), 0);
    }

    //! Where no keychain protects four digits six are asked for; they may come in first.
    void aShortPinWithoutAKeychain_data()
    {
        QTest::addColumn<bool>("later");
        QTest::newRow("chosen at once") << false;
        QTest::newRow("not now") << true;
    }
    void aShortPinWithoutAKeychain()
    {
        QFETCH(bool, later);
        test::TestKeychain::takeAway();
        auto store = access::PrincipalStore::open(storage::OpenOptions{m_path}).value();
        QVERIFY(store->setPinHash(m_owner->person, hashSecret(QStringLiteral("2580")).value(), m_clock.now()).ok());
        attempt("2580");
        QTRY_VERIFY_WITH_TIMEOUT(test::isSaidOn(*m_page, QStringLiteral("no keychain")), patience);
        QCOMPARE(m_signedIn->count(), 0);
        savePicture("short-pin");
        if (later) {
            test::buttonOn(*m_page, "Not now")->click();
            QCOMPARE(m_signedIn->count(), 1);
            return;
        }
        test::typeKeys(QStringLiteral("7391"));
        test::pressKey(Qt::Key_Return);
        QVERIFY(test::isSaidOn(*m_page, QStringLiteral("6 to 8 digits")));
        test::fieldOn(*m_page, QStringLiteral("New PIN"))->clear();
        for (int i = 0; i < 2; ++i) {
            test::typeKeys(QStringLiteral("739164"));
            test::pressKey(Qt::Key_Return);
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
    }

    //! A restored file, a new computer: it is said in plain words, and the password opens it.
    void aPinOfAnotherComputer()
    {
        test::TestKeychain::install();
        attempt("2580");
        QTRY_VERIFY_WITH_TIMEOUT(says("made for another computer"), patience);
        savePicture("pin-elsewhere");
        test::buttonOn(*m_page, "Use the password")->click();
        attempt("needle and thread");
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
    }

    void aWrongPinSaysSoAndEmptiesTheField()
    {
        attempt("9999");
        QTRY_VERIFY_WITH_TIMEOUT(secret()->hasError(), patience);
        QCOMPARE(secret()->errorText(),
                 QStringLiteral("The password or PIN is not right. Where you typed a name, it may be that."));
        QCOMPARE(secret()->text(), QString());
        QCOMPARE(QApplication::focusWidget(), secret()->edit());
        QCOMPARE(m_signedIn->count(), 0);
    }

    void afterTooManyItCountsDownThroughARestart()
    {
        for (int i = 0; i < 6; ++i) {
            attempt("9999");
            QTRY_VERIFY_WITH_TIMEOUT(secret()->hasError(), patience);
        }
        if (!says("Too many wrong tries")) { // five are free, the sixth makes the next one wait
            attempt("2580");
            QTRY_VERIFY_WITH_TIMEOUT(says("Too many wrong tries"), patience);
        }
        const QString first = secret()->errorText();
        QVERIFY(!enter()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(secret()->errorText() != first, patience); // it counts
        QVERIFY(says("Too many wrong tries"));

        // Another page knows from the file; even the right PIN waits.
        m_clock.advanceMsecs(28'000);
        open();
        attempt("2580");
        QTRY_VERIFY_WITH_TIMEOUT(says("Wait 2 second"), patience);
        QCOMPARE(m_signedIn->count(), 0);
        QVERIFY(!enter()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(enter()->isEnabled(), patience); // counted to its end
        QVERIFY(!secret()->hasError());
        m_clock.advanceMsecs(3'000);
        attempt("2580");
        QTRY_COMPARE_WITH_TIMEOUT(m_signedIn->count(), 1, patience);
    }

private:
    static constexpr int patience = 30'000; // a hash takes a second on an old computer

    void open()
    {
        m_page = std::make_unique<SignInPage>(m_path, m_clock);
        m_signedIn = std::make_unique<QSignalSpy>(m_page.get(), &SignInPage::signedIn);
        m_page->showFaces(changes::await(SignInService(m_path, m_clock).faces()).value());
        m_page->resize(1024, 540);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    access::Principal addShop(const QString &name)
    {
        access::NewWorkspace shop;
        shop.name = name;
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        shop.locale = QStringLiteral("en_NG");
        shop.timeZone = QStringLiteral("Africa/Lagos");
        return access::makeWorkspace(storage::OpenOptions{m_path}, m_owner->person, shop, m_owner->device, m_clock)
            .value();
    }
    //! A colleague who forgot theirs, and stands at the faces with what the owner gave them.
    QString givenPin()
    {
        const auto session = access::Session::open(m_path, *m_owner).value();
        const auto door = changes::WriteDoor::open(*session, m_clock).value();
        const auto added = changes::await(TeamService(*session, *door)
                                              .add({QStringLiteral("Tunde Ade"), access::Role::Member,
                                                    access::Job::Counter, QStringLiteral("0852")}));
        QString pin =
            changes::await(
                SignInService(m_path, m_clock).resetPin(*m_owner, QStringLiteral("needle and thread"), added.value()))
                .value();
        open();
        for (FaceButton *face : m_page->findChildren<FaceButton *>()) {
            if (face->face().name == QLatin1String("Tunde Ade")) {
                m_colleague = face->face();
                face->click();
            }
        }
        return pin;
    }
    void savePicture(const char *name)
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        for (const auto &[scheme, end] : {std::pair(Scheme::Light, ""), std::pair(Scheme::Dark, "-dark")}) {
            Theme::instance().setScheme(scheme);
            QCoreApplication::processEvents(); // which tells every widget of its colours
            m_page->grab().save(folder + u'/' + QLatin1String(name) + QLatin1String(end) + QStringLiteral(".png"));
        }
        Theme::instance().setScheme(Scheme::Light);
    }
    void attempt(const char *typed)
    {
        QTRY_VERIFY_WITH_TIMEOUT(enter()->isEnabled(), patience);
        QCOMPARE(QApplication::focusWidget(), secret()->edit());
        QTest::keyClicks(secret()->edit(), QString::fromLatin1(typed));
        QVERIFY(!secret()->hasError()); // gone with the first letter
        QTest::keyClick(secret()->edit(), Qt::Key_Return);
    }
    bool says(const char *words) const { return secret()->errorText().contains(QLatin1String(words)); }
    FieldEdit *secret() const { return m_page->findChild<FieldEdit *>(); }
    QPushButton *enter() const { return m_page->findChild<PrimaryButton *>(); }
    static QString readName(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button ? button->text() : widget->accessibleName();
    }

    test::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    std::optional<access::Principal> m_owner;
    std::optional<Face> m_colleague;
    std::unique_ptr<SignInPage> m_page;
    std::unique_ptr<QSignalSpy> m_signedIn;
};

QTEST_MAIN(TestSignInPage)
#include "tst_sign_in_page.moc"
