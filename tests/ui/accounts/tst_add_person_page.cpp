// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/sign_in_service.h"
#include "tests/support/small_shop.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/accounts/add_person_page.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! A colleague is added by keyboard over a real file, and signs in.
class TestAddPersonPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init();
    void cleanup();
    void aCutterSignsInWithThePin();
    void whatIsWrongIsSaidUnderItsField();
    void aColleaguesNameIsSaidWhileItIsTyped();
    void thePinIsShownOnDemand();

private:
    static constexpr int patience = 30'000; // a hash takes a second on an old computer
    FieldEdit *field(int index) const { return m_page->findChildren<FieldEdit *>().at(index); }
    static void type(const char *text, Qt::Key then)
    {
        for (const char *each = text; *each; ++each)
            QTest::keyClick(QApplication::focusWidget(), *each);
        QTest::keyClick(QApplication::focusWidget(), then);
    }
    std::vector<Face> faces() const
    {
        return changes::await(SignInService(m_shop->path(), m_shop->clock).faces()).value();
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<AddPersonPage> m_page;
};

void TestAddPersonPage::init()
{
    m_shop = std::make_unique<test::SmallShop>();
    m_drafts = DraftKeeper::open(*m_shop->session, m_shop->clock).value();
    WorkspaceProfile profile = WorkspaceService(*m_shop->session, *m_shop->door).load().value();
    ShopCalendar calendar = profile.calendar().value();
    m_desk = std::make_unique<Desk>(*m_shop->session, *m_shop->door, *m_drafts, std::move(profile), std::move(calendar),
                                    QLocale(QStringLiteral("en_NG")));
    m_page = std::make_unique<AddPersonPage>(*m_desk);
    m_page->resize(1198, 712);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->arrive();
}

void TestAddPersonPage::cleanup()
{
    m_page.reset();
    m_desk.reset();
    m_drafts.reset();
    m_shop.reset();
}

void TestAddPersonPage::aCutterSignsInWithThePin()
{
    const auto before = faces().size();
    QSignalSpy back(&m_desk->navigation(), &Navigation::backRequested);
    type("Bisi Cole", Qt::Key_Tab);
    type("", Qt::Key_Right); // Counter, Cutter
    type("", Qt::Key_Tab);
    type("2580", Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, patience);
    QCOMPARE(faces().size(), before + 1);
    std::optional<Face> added;
    for (const Face &face : faces()) {
        if (face.name == QStringLiteral("Bisi Cole"))
            added = face;
    }
    QVERIFY(added && added->hasPin);
    QCOMPARE(added->role, access::Role::Member);
    QCOMPARE(added->job, access::Job::Cutter);
    SignInService signIn(m_shop->path(), m_shop->clock);
    auto principal = signIn.withPin(added->person, added->workspace, QStringLiteral("2580"));
    principal.waitForFinished();
    QVERIFY(principal.result().ok());
    QVERIFY(!principal.result()->can(access::Capability::TeamManage));
    // The next one starts from nothing.
    QCOMPARE(field(0)->text(), QString());
    QCOMPARE(field(1)->text(), QString());
}

void TestAddPersonPage::whatIsWrongIsSaidUnderItsField()
{
    const auto before = faces().size();
    type("", Qt::Key_Return);
    QCOMPARE(field(0)->errorText(), QStringLiteral("A person needs a name."));
    QVERIFY(field(1)->hasError());
    QVERIFY(field(0)->edit()->hasFocus());
    type("Bisi", Qt::Key_Tab);
    QVERIFY(!field(0)->hasError());
    field(1)->edit()->setFocus();
    type("1234", Qt::Key_Return);
    QVERIFY(field(1)->errorText().startsWith(QStringLiteral("This PIN is guessed first")));
    QCOMPARE(field(1)->text(), QStringLiteral("1234"));
    QVERIFY(field(1)->edit()->hasFocus());
    QCOMPARE(faces().size(), before);
}

//! Two of one name could not be told apart at the faces.
void TestAddPersonPage::aColleaguesNameIsSaidWhileItIsTyped()
{
    const auto before = faces().size();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("amina bell"));
    QVERIFY(!field(0)->hasError());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("o"));
    QVERIFY2(
        field(0)->errorText().startsWith(QStringLiteral("Somebody here is called Amina Bello already: Owner, since ")),
        qPrintable(field(0)->errorText()));
    (void)test::takePictures(*m_page, QStringLiteral("add-person-taken"));
    field(1)->setText(QStringLiteral("2580"));
    type("", Qt::Key_Return);
    QCOMPARE(faces().size(), before);
    QCOMPARE(QApplication::focusWidget(), field(0)->edit());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" (cutter)"));
    QVERIFY(!field(0)->hasError());
    type("", Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(faces().size(), before + 1, patience);
}

void TestAddPersonPage::thePinIsShownOnDemand()
{
    field(1)->edit()->setFocus();
    QCOMPARE(field(1)->edit()->echoMode(), QLineEdit::Password);
    type("25", Qt::Key_Tab);
    type("", Qt::Key_Space);
    QCOMPARE(field(1)->edit()->echoMode(), QLineEdit::Normal);
    m_page->arrive();
    QCOMPARE(field(1)->edit()->echoMode(), QLineEdit::Password);
}

QTEST_MAIN(TestAddPersonPage)
#include "tst_add_person_page.moc"
