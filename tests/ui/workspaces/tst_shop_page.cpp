// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/hours_service.h"
#include "core/workspaces/sale_terms.h"
#include "core/workspaces/shop_service.h"
#include "core/workspaces/workspace_service.h"
#include "tests/support/small_shop.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"
#include "ui/workspaces/places_section.h"
#include "ui/workspaces/shop_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What holds for the shop is typed once, by keyboard, and holds everywhere.
class TestShopPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_drafts = DraftKeeper::open(*m_shop->session, m_shop->clock).value();
        WorkspaceProfile profile = load();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_shop->session, *m_shop->door, *m_drafts, std::move(profile),
                                        std::move(calendar), QLocale(QStringLiteral("en_NG")));
        m_page = std::make_unique<ShopPage>(*m_desk);
        m_page->resize(1100, 700);
        m_page->show();
        m_page->arrive();
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_shop.reset();
    }

    //! Only where the country's invoices carry them.
    void codesOfTheTaxLawAreAskedInIndia()
    {
        const auto shown = [this] {
            for (FieldEdit *field : m_page->findChildren<FieldEdit *>()) {
                if (field->edit()->accessibleName() == QStringLiteral("Alterations, HSN/SAC"))
                    return field->isVisibleTo(m_page.get());
            }
            return false;
        };
        QVERIFY(!shown());
        WorkspaceProfile profile = load();
        profile.countryCode = QStringLiteral("IN");
        QVERIFY(changes::await(WorkspaceService(*m_shop->session, *m_shop->door).update(profile)));
        m_page->arrive();
        QVERIFY(shown());
        type("Alterations, HSN/SAC", " 9987 ");
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_COMPARE(load().tax.codeOf("alteration"), QStringLiteral("9987"));
        QVERIFY(load().tax.codeOf("make").isEmpty());
    }

    void whatIsTypedIsKeptAndHoldsAtOnce()
    {
        type("Legal name", "Bello & Daughters Ltd");
        type("Deposit for what is made", "30");
        type("For rush", "20 %");
        type("Its name; empty where the shop charges none", "VAT");
        type("Rate", "7.5");
        type("Alterations", "0");
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_COMPARE(load().legalName, QStringLiteral("Bello & Daughters Ltd"));
        const WorkspaceProfile kept = load();
        QCOMPARE(kept.depositPercent, 30);
        QCOMPARE(kept.rush, (RushTerms{Rate::percent(20), {}}));
        QCOMPARE(kept.tax.rate, Rate(75'000));
        QCOMPARE(kept.tax.rateOf("alteration"), Rate(0));
        QCOMPARE(kept.tax.rateOf("make"), Rate(75'000));
        QTRY_COMPARE(m_desk->profile().depositPercent, 30); // without signing in anew
        m_page->arrive();
        QCOMPARE(field("Rate")->text(), QStringLiteral("7.5 %"));
        QCOMPARE(field("Alterations")->text(), QStringLiteral("0 %"));
        QCOMPARE(field("Making")->text(), QString());
    }

    void rushMayBeAnAmount()
    {
        type("For rush", "2,500");
        m_page->handle(ActionId::Save);
        QTRY_VERIFY(load().rush.amount.has_value());
        QCOMPARE(load().rush.amount->minor(), qint64(250'000));
        m_page->arrive();
        QCOMPARE(field("For rush")->text(), QStringLiteral("2,500"));
    }

    void whatCannotBeReadSaysSoAndKeepsNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("rate") << QStringLiteral("Rate") << QStringLiteral("much");
        QTest::newRow("over 100") << QStringLiteral("Rate") << QStringLiteral("120");
        QTest::newRow("rush") << QStringLiteral("For rush") << QStringLiteral("-5");
        QTest::newRow("half a percent") << QStringLiteral("Deposit for what is made") << QStringLiteral("7.5");
        QTest::newRow("kind") << QStringLiteral("Cloth") << QStringLiteral("7,5,x");
    }
    void whatCannotBeReadSaysSoAndKeepsNothing()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        type("Legal name", "Somebody else");
        type(name.toUtf8().constData(), text.toUtf8().constData());
        m_page->handle(ActionId::Save);
        QVERIFY(field(name.toUtf8().constData())->hasError());
        QTest::qWait(50);
        QCOMPARE(load().legalName, QString());
        QCOMPARE(field("Legal name")->text(), QStringLiteral("Somebody else"));
    }

    void hoursAreTypedAsTheyAreWritten()
    {
        type("Working hours of the shop", "mon-thu 9-13 14-18, sat 10-15");
        type("Hours of Amina Bello", "mon 9-12");
        type("How often", "suit 2, shirt 1");
        type("From the last to the promise", "3");
        button("Closed on further days")->click();
        QTest::keyClicks(line("First closed day"), QStringLiteral("25 dec"));
        line("Last closed day")->setFocus();
        QTest::keyClicks(line("Last closed day"), QStringLiteral("27 dec"));
        QTest::keyClicks(line("Why it is closed"), QStringLiteral("Christmas"));
        m_page->handle(ActionId::Save);
        QTRY_VERIFY(hours().hours.isSaid);
        const ShopHours kept = hours();
        QCOMPARE(kept.hours.week, WorkWeek::parse(u"mon-thu 9-13 14-18 sat 10-15", QLocale::c()).value());
        QCOMPARE(kept.hours.closed.size(), size_t(1));
        QCOMPARE(kept.hours.closed[0].from.toIso(), QStringLiteral("2026-12-25"));
        QCOMPARE(kept.hours.closed[0].to.toIso(), QStringLiteral("2026-12-27"));
        QCOMPARE(kept.hours.closed[0].why, QStringLiteral("Christmas"));
        QCOMPARE(kept.people.at(0).week, std::optional(WorkWeek::parse(u"mon 9-12", QLocale::c()).value()));
        QCOMPARE(kept.fittings.countOf(QStringLiteral("suit")), 2);
        QCOMPARE(kept.fittings.countOf(QStringLiteral("shirt")), 1);
        QCOMPARE(kept.fittings.countOf(QStringLiteral("dress")), 0); // left out: it is not tried on
        QCOMPARE(kept.fittings.before, 3);
        m_page->arrive();
        QCOMPARE(line("First closed day")->text(), QStringLiteral("25 Dec 2026"));
        QCOMPARE(field("How often")->text(), QStringLiteral("Shirt 1, Suit 2"));
        m_page->handle(ActionId::Save); // as it stands it is read again
        QTest::qWait(50);
        QCOMPARE(hours(), kept);
    }

    //! Papers, hours and who is selling are one save, so one undo takes all of them back.
    void oneSaveIsOneUndo()
    {
        const ShopHours before = hours();
        type("Legal name", "Bello & Daughters Ltd");
        type("Working hours of the shop", "mon-thu 9-13");
        type("Hours of Amina Bello", "mon 9-12");
        auto *asks = m_page->findChild<QCheckBox *>();
        for (QCheckBox *box : m_page->findChildren<QCheckBox *>()) {
            if (box->text() == QStringLiteral("Ask at each sale who is selling"))
                asks = box;
        }
        asks->setChecked(true);
        m_page->handle(ActionId::Save);
        QTRY_COMPARE(load().legalName, QStringLiteral("Bello & Daughters Ltd"));
        QVERIFY(hours() != before);
        QVERIFY(asksSeller());
        QVERIFY(changes::await(m_shop->door->undo()));
        QCOMPARE(load().legalName, QString());
        QCOMPARE(hours(), before);
        QVERIFY(!asksSeller());
    }

    //! What the file refuses of the one leaves the other as it was, too.
    void aRefusedPartKeepsNothing()
    {
        ShopFacts facts{load(), hours(), true};
        facts.profile.legalName = QStringLiteral("Somebody else");
        facts.hours->hours.week = WorkWeek();
        const auto saved = changes::await(ShopService(*m_shop->door).save(facts));
        QCOMPARE(saved.error().code, QByteArray("hours.nobody"));
        QCOMPARE(load().legalName, QString());
        QVERIFY(!asksSeller());
    }

    void hoursThatCannotBeReadKeepNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("no day") << QStringLiteral("Working hours of the shop") << QStringLiteral("9-18");
        QTest::newRow("nobody") << QStringLiteral("Working hours of the shop") << QString();
        QTest::newRow("a person's") << QStringLiteral("Hours of Amina Bello") << QStringLiteral("mon 18-9");
        QTest::newRow("counts") << QStringLiteral("How often") << QStringLiteral("cape 2");
        QTest::newRow("too often") << QStringLiteral("How often") << QStringLiteral("suit 9");
        QTest::newRow("days") << QStringLiteral("Working days between") << QStringLiteral("0");
        QTest::newRow("time") << QStringLiteral("Usually at") << QStringLiteral("noonish");
    }
    void hoursThatCannotBeReadKeepNothing()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        type("Legal name", "Somebody else");
        type(name.toUtf8().constData(), text.toUtf8().constData());
        m_page->handle(ActionId::Save);
        QVERIFY(field(name.toUtf8().constData())->hasError());
        QTest::qWait(50);
        QVERIFY(!hours().hours.isSaid);
        QCOMPARE(load().legalName, QString());
    }

    //! By name or letters, each once; what it may not be is said by its field, and kept with all the rest by one save.
    void whereItWorksIsTyped()
    {
        type("Countries and regions it works in", "nigeria, gh, Ghana, eu");
        type("Main market", Subdivisions::ofThisComputer().isKnown() ? "lagos" : "ng-la");
        QVERIFY(m_page->handle(ActionId::Save));
        const ShopPlaces expected{
            {QStringLiteral("NG"), QStringLiteral("GH"), QStringLiteral("EU")}, QStringLiteral("NG-LA"), false};
        QTRY_COMPARE(places(), expected);
        QTRY_VERIFY(button("Save")->isEnabled()); // the page knows it too
        m_page->arrive();
        QCOMPARE(field("Countries and regions it works in")->text(), QStringLiteral("NG, GH, EU"));
        for (QCheckBox *box : m_page->findChildren<QCheckBox *>()) {
            if (box->text() == QStringLiteral("Goods may be offered beyond these regions"))
                box->setChecked(true);
        }
        type("Legal name", "Bello & Daughters Ltd");
        QVERIFY(m_page->handle(ActionId::Save));
        QTRY_VERIFY(places().crossesBorders);
        QVERIFY(changes::await(m_shop->door->undo()));
        QCOMPARE(places(), expected);
        QCOMPARE(load().legalName, QString());
    }

    void aPlaceThatIsNoneKeepsNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const QString regions = QStringLiteral("Countries and regions it works in");
        QTest::newRow("no region") << regions << QStringLiteral("Atlantis") << QStringLiteral("is no region");
        if (Subdivisions::ofThisComputer().isKnown())
            QTest::newRow("no part of it")
                << regions << QStringLiteral("NG-ZZ") << QStringLiteral("Nigeria has no part NG-ZZ");
        QTest::newRow("two markets") << QStringLiteral("Main market") << QStringLiteral("NG, GH")
                                     << QStringLiteral("One of them");
        QTest::newRow("outside") << QStringLiteral("Main market") << QStringLiteral("KE") << QStringLiteral("KE");
    }
    //! The field says it, or where the rules know better, the foot of the page.
    void aPlaceThatIsNoneKeepsNothing()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        QFETCH(const QString, said);
        type("Legal name", "Somebody else");
        type(name.toUtf8().constData(), text.toUtf8().constData());
        m_page->handle(ActionId::Save);
        QTRY_VERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(), [&](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("▲")) && label->text().contains(said);
        }));
        QTest::qWait(50);
        QCOMPARE(places(), ShopPlaces());
        QCOMPARE(load().legalName, QString());
    }

    void canBeLookedAt()
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
        button("Closed on further days")->click();
        QWidget *form = line("First closed day")->parentWidget()->parentWidget();
        QTest::qWait(100);
        QVERIFY(form->grab().save(folder + QStringLiteral("/hours.png")));
        type("Countries and regions it works in", "nigeria, gh, eu");
        type("Main market", "ng-la");
        QVERIFY(m_page->findChild<PlacesSection *>()->grab().save(folder + QStringLiteral("/places.png")));
    }

    void aShopHasAName()
    {
        type("Name of the shop", "");
        m_page->handle(ActionId::Save);
        QTRY_VERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(QStringLiteral("▲"));
        }));
        QVERIFY(!load().name.isEmpty());
    }

private:
    bool asksSeller()
    {
        const auto asks =
            WorkspaceService(*m_shop->session, *m_shop->door).setting(QString::fromLatin1(askSellerKey)).value();
        return asks && asks->toBool();
    }
    ShopPlaces places() { return ShopPlacesService(*m_shop->session).load().value(); }
    ShopHours hours() { return HoursService(*m_shop->session, *m_shop->door).load().value(); }
    QAbstractButton *button(const char *text)
    {
        for (auto *each : m_page->findChildren<QAbstractButton *>()) {
            if (each->text() == QString::fromUtf8(text))
                return each;
        }
        qFatal("no button %s", text);
    }
    QLineEdit *line(const char *name)
    {
        for (auto *each : m_page->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == QString::fromUtf8(name) && each->isVisible())
                return each;
        }
        qFatal("no field %s", name);
    }
    WorkspaceProfile load() { return WorkspaceService(*m_shop->session, *m_shop->door).load().value(); }
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
    std::unique_ptr<ShopPage> m_page;
};

QTEST_MAIN(TestShopPage)
#include "tst_shop_page.moc"
