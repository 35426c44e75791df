// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/workspace_service.h"
#include "tests/support/small_shop.h"
#include "ui/desk/desk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/field_edit.h"
#include "ui/workspaces/shop_page.h"

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
