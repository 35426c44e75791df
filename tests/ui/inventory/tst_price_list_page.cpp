// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/inventory/inventory_service.h"
#include "tests/support/small_shop.h"
#include "ui/desk/desk.h"
#include "ui/inventory/price_line_form.h"
#include "ui/inventory/price_list_model.h"
#include "ui/inventory/price_list_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/list_view.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The shop's prices are typed by keyboard and hold at the counter at once.
class TestPriceListPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_drafts = DraftKeeper::open(*m_shop->session, m_shop->clock).value();
        open(QString());
    }
    void open(const QString &country)
    {
        m_page.reset();
        m_desk.reset();
        WorkspaceProfile profile = WorkspaceService(*m_shop->session, *m_shop->door).load().value();
        profile.countryCode = country;
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_shop->session, *m_shop->door, *m_drafts, std::move(profile),
                                        std::move(calendar), QLocale(QStringLiteral("en_NG")));
        m_page = std::make_unique<PriceListPage>(*m_desk);
        m_page->resize(1100, 700);
        new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->arrive();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_shop.reset();
    }

    void anEmptyListOffersWhatEveryTailorDoes()
    {
        QTRY_VERIFY(m_page->focusWidget());
        press(Qt::Key_Space); // the button of the empty list
        QTRY_COMPARE(services().size(), size_t(14));
        QTRY_COMPARE(model()->rowCount(), 14);
        QVERIFY(std::ranges::any_of(services(), [](const inventory::Service &line) {
            return line.name == QLatin1String("Hem") && line.terms.needsAmount && !line.price &&
                   line.terms.garmentTypes.contains(QLatin1String("trousers"));
        }));
        QVERIFY(std::ranges::any_of(services(), [](const inventory::Service &line) {
            return line.name == QLatin1String("Zip") && line.terms.garmentTypes.isEmpty();
        }));
    }

    void aNewTaskIsTypedAndKept()
    {
        startNew();
        type("Task, as it is said at the counter", "Hem");
        type("Price", "2,500");
        type("Minutes it takes", "25");
        type("Place at the counter", "1");
        tick("Trousers");
        tick("The counter asks how much (“take in by …”)");
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_COMPARE(services().size(), size_t(1));
        const inventory::Service line = services().front();
        QCOMPARE(line.name, QStringLiteral("Hem"));
        QCOMPARE(line.price->minor(), qint64(250'000));
        QCOMPARE(line.terms.minutes, std::optional(25));
        QCOMPARE(line.terms.quickRank, std::optional(1));
        QVERIFY(line.terms.needsAmount);
        QCOMPARE(line.terms.garmentTypes, QStringList{QStringLiteral("trousers")});
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_COMPARE(view()->currentIndex().row(), 0);
    }

    //! Only where invoices name it.
    void indiaNamesTheWorkForItsTax()
    {
        startNew();
        QVERIFY(!field("HSN or SAC")->isVisible());
        open(QStringLiteral("IN"));
        startNew();
        QVERIFY(field("HSN or SAC")->isVisible());
        type("Task, as it is said at the counter", "Hem");
        type("HSN or SAC", " 998821 ");
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_COMPARE(services().size(), size_t(1));
        QCOMPARE(services().front().taxCode, QStringLiteral("998821"));
    }

    void whatCannotBeReadSaysSoAndKeepsNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("no name") << QStringLiteral("Task, as it is said at the counter") << QString();
        QTest::newRow("price") << QStringLiteral("Price") << QStringLiteral("much");
        QTest::newRow("negative") << QStringLiteral("Price") << QStringLiteral("-5");
        QTest::newRow("minutes") << QStringLiteral("Minutes it takes") << QStringLiteral("half an hour");
        QTest::newRow("place 0") << QStringLiteral("Place at the counter") << QStringLiteral("0");
    }
    void whatCannotBeReadSaysSoAndKeepsNothing()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        startNew();
        type("Task, as it is said at the counter", "Hem");
        type(name.toUtf8().constData(), text.toUtf8().constData());
        m_page->handle(ActionId::Save);
        QVERIFY(field(name.toUtf8().constData())->hasError());
        QTest::qWait(50);
        QVERIFY(services().empty());
        QCOMPARE(field(name.toUtf8().constData())->text(), text);
    }

    void goingOnToAnotherLineKeepsWhatWasTyped()
    {
        add("Hem", 2'000);
        add("Taper", 3'000);
        m_page->arrive();
        QCOMPARE(form()->line(), model()->line(0).id);
        type("Price", "2,200");
        view()->setFocus();
        press(Qt::Key_Down);
        QTRY_COMPARE(services().front().price->minor(), qint64(220'000));
        QCOMPARE(field("Task, as it is said at the counter")->text(), QStringLiteral("Taper"));
        QCOMPARE(services().back().price->minor(), qint64(300'000));
    }

    void whatCannotBeReadHoldsTheListWhereItIs()
    {
        add("Hem", 2'000);
        add("Taper", 3'000);
        m_page->arrive();
        type("Price", "much");
        view()->setFocus();
        press(Qt::Key_Down);
        QCOMPARE(view()->currentIndex().row(), 0);
        QVERIFY(field("Price")->hasError());
        QCOMPARE(services().front().price->minor(), qint64(200'000));
    }

    void enterGoesIntoTheLine()
    {
        add("Hem", 2'000);
        m_page->arrive();
        QCOMPARE(m_page->focusWidget(), view());
        press(Qt::Key_Return);
        QCOMPARE(m_page->focusWidget(), field("Task, as it is said at the counter")->edit());
        QVERIFY(m_page->stepBack());
        QCOMPARE(m_page->focusWidget(), view());
    }

    void leavingTheScreenKeepsToo()
    {
        add("Hem", 2'000);
        m_page->arrive();
        type("Price", "2,100");
        m_page->hide();
        QTRY_COMPARE(services().front().price->minor(), qint64(210'000));
    }

    void whatIsTakenBackShowsAgainAsItWas()
    {
        add("Hem", 2'000);
        m_page->arrive();
        type("Price", "2,100");
        m_page->handle(ActionId::Save);
        QTRY_COMPARE(services().front().price->minor(), qint64(210'000));
        QVERIFY(changes::await(m_shop->door->undo()).ok());
        QTRY_COMPARE(field("Price")->text(), QStringLiteral("2,000"));
    }

    void aRemovedLineLeavesTheNextOne()
    {
        add("Hem", 2'000);
        add("Taper", 3'000);
        m_page->arrive();
        for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->text() == QLatin1String("Remove from the list"))
                button->click();
        }
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_COMPARE(field("Task, as it is said at the counter")->text(), QStringLiteral("Taper"));
    }

private:
    PriceListModel *model() { return m_page->findChild<PriceListModel *>(); }
    ListView *view() { return m_page->findChild<ListView *>(); }
    PriceLineForm *form() { return m_page->findChild<PriceLineForm *>(); }
    std::vector<inventory::Service> services()
    {
        return inventory::InventoryService(*m_shop->session, *m_shop->door).services().value();
    }
    void press(Qt::Key key) { QTest::keyClick(m_page->focusWidget(), key); }
    void add(const char *name, qint64 price)
    {
        inventory::ItemDraft line;
        line.kind = inventory::ItemKind::Service;
        line.name = QString::fromLatin1(name);
        line.sellingPrice = Money(price * 100, m_desk->profile().currency);
        QVERIFY(changes::await(inventory::InventoryService(*m_shop->session, *m_shop->door).add(line)).ok());
    }
    void startNew()
    {
        for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->text() == QLatin1String("New task"))
                button->click();
        }
    }
    void tick(const char *text)
    {
        for (QCheckBox *box : m_page->findChildren<QCheckBox *>()) {
            if (box->text() == QString::fromUtf8(text))
                return box->click();
        }
        qFatal("no box %s", text);
    }
    FieldEdit *field(const char *name)
    {
        for (FieldEdit *field : m_page->findChildren<FieldEdit *>()) {
            if (field->edit()->accessibleName() == QString::fromUtf8(name))
                return field;
        }
        qFatal("no field %s", name);
    }
    void type(const char *name, const char *text)
    {
        QLineEdit *edit = field(name)->edit();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, QString::fromUtf8(text));
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<PriceListPage> m_page;
};

QTEST_MAIN(TestPriceListPage)
#include "tst_price_list_page.moc"
