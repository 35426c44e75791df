// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/countries.h"
#include "core/workspaces/workspace_service.h"
#include "tests/support/small_shop.h"

#include <QTimeZone>
#include <QtTest>

using namespace thimblely;
using changes::await;

class TestWorkspaceService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesWhatDiffers();
    void settingsComeBack();
    void refusesAShopWithoutAName();
    void everyCountryHasMoneyAndAClock();
};

void TestWorkspaceService::writesWhatDiffers()
{
    test::SmallShop shop;
    WorkspaceService service(*shop.session, *shop.door);
    WorkspaceProfile profile = service.load().value();
    QCOMPARE(profile.depositPercent, 50);
    profile.receiptTerms = QStringLiteral("No ticket, no coat.");
    profile.tax = {QStringLiteral("VAT"), Rate(75'000), true};
    profile.depositPercent = 30;
    profile.dayStartsAt = QTime(4, 0);
    const auto written = await(service.update(profile));
    QVERIFY2(written.ok(), qPrintable(written ? QString() : describe(written.error())));
    const WorkspaceProfile after = service.load().value();
    QCOMPARE(after.receiptTerms, profile.receiptTerms);
    QCOMPARE(after.tax, profile.tax);
    QCOMPARE(after.depositPercent, 30);
    QCOMPARE(after.dayStartsAt, QTime(4, 0));
}

void TestWorkspaceService::settingsComeBack()
{
    test::SmallShop shop;
    WorkspaceService service(*shop.session, *shop.door);
    QVERIFY(!service.setting(QStringLiteral("stages"))->has_value());
    for (const QJsonValue &value : {QJsonValue(QStringLiteral("a \"b\"")), QJsonValue(7), QJsonValue(true)}) {
        QVERIFY(await(service.setSetting(QStringLiteral("stages"), value)).ok());
        QCOMPARE(service.setting(QStringLiteral("stages"))->value(), value);
    }
}

void TestWorkspaceService::refusesAShopWithoutAName()
{
    test::SmallShop shop;
    WorkspaceService service(*shop.session, *shop.door);
    WorkspaceProfile profile = service.load().value();
    profile.name = QStringLiteral("  ");
    QCOMPARE(await(service.update(profile)).error().code, QByteArray("workspace.no_name"));
}

void TestWorkspaceService::everyCountryHasMoneyAndAClock()
{
    QVERIFY(countrySuggestions().size() >= 240);
    for (const CountrySuggestion &country : countrySuggestions()) {
        QVERIFY2(Currency::parse(country.currency).ok(), qPrintable(country.code));
        QVERIFY2(QTimeZone::isTimeZoneIdAvailable(country.timeZone), qPrintable(country.code));
    }
    QCOMPARE(countrySuggestion(u"ng")->currency, QStringLiteral("NGN"));
    QVERIFY(!countrySuggestion(u"QQ"));
}

QTEST_GUILESS_MAIN(TestWorkspaceService)
#include "tst_workspace_service.moc"
