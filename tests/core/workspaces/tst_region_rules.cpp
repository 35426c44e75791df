// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/region_rules.h"

#include "tests/support/small_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using access::Field;
using changes::await;
using storage::Table;

//! Countries and regions are what they say, whichever way they are written; what is refused leaves nothing behind.
class TestRegionRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<SmallShop>(); } // in Nigeria
    void cleanup() { m_shop.reset(); }

    void ofPeople_data()
    {
        columns();
        row("a country", {{"country_code", "KE"}}, "");
        row("no country", {{"country_code", "XX"}}, "region.no_country XX");
        row("small letters", {{"country_code", "ke"}}, "region.no_country ke");
        row("none", {{"country_code", std::nullopt}, {"region", std::nullopt}}, "");
        row("a part of it", {{"country_code", "KE"}, {"region", "KE-30"}}, "");
        row("a part of another", {{"country_code", "KE"}, {"region", "NG-LA"}}, "region.elsewhere NG-LA KE");
        row("what it lies in", {{"country_code", "FR"}, {"region", "EU"}}, "");
        row("what it does not lie in", {{"country_code", "KE"}, {"region", "EU"}}, "region.elsewhere EU KE");
        row("no region", {{"region", "Lagos"}}, "region.unknown Lagos");
        row("kept elsewhere than one lives", {{"country_code", "KE"}, {"data_residency_region", "EU"}}, "");
        row("kept nowhere", {{"data_residency_region", "the moon"}}, "region.unknown the moon");
    }
    void ofPeople()
    {
        QFETCH(std::vector<Field>, fields);
        QTEST(write(Table::Profiles, m_shop->principal.person.bytes(), fields), "code");
    }

    void ofWorkspaces_data()
    {
        columns();
        row("another country", {{"country_code", "KE"}}, "");
        row("no country", {{"country_code", "ZZ"}}, "region.no_country ZZ");
        row("regions", {{"operating_regions", R"(["NG", "KE-30", "EU"])"}}, "");
        row("no region among them", {{"operating_regions", R"(["NG", "Kano"])"}}, "region.unknown Kano");
        row("no text among them", {{"operating_regions", R"(["NG", 1])"}}, "region.unknown");
        row("no list", {{"operating_regions", R"({"NG": 1})"}}, "region.not_a_list");
        row("a market at home", {{"primary_market", "NG-LA"}}, "");
        row("a market elsewhere", {{"primary_market", "KE"}}, "region.market_outside KE");
        row("a market where it works", {{"primary_market", "KE"}, {"operating_regions", R"(["KE"])"}}, "");
        row("borders", {{"cross_border_enabled", 1}}, "");
    }
    void ofWorkspaces()
    {
        QFETCH(std::vector<Field>, fields);
        QTEST(write(Table::Workspaces, m_shop->principal.workspace.bytes(), fields), "code");
    }

    void ofProducts_data()
    {
        columns();
        row("nothing said", {}, "");
        row("nowhere", {{"available_regions", "[]"}}, "");
        row("at home", {{"available_regions", R"(["NG"])"}}, "");
        row("in a part of it", {{"available_regions", R"(["NG-LA"])"}}, "");
        row("abroad", {{"available_regions", R"(["NG", "KE"])"}}, "region.product_outside KE Gown");
        row("no region", {{"available_regions", R"(["Lagos"])"}}, "region.unknown Lagos");
        row("no list", {{"available_regions", "1"}}, "region.not_a_list");
    }
    void ofProducts()
    {
        QFETCH(std::vector<Field>, fields);
        QFETCH(QString, code);
        QCOMPARE(offer(RowId::make(m_shop->clock), fields), code);
        const RowId there = RowId::make(m_shop->clock);
        QCOMPARE(offer(there, {}), QString());
        if (!fields.empty())
            QCOMPARE(write(Table::MarketplaceProducts, there.bytes(), fields), code);
    }

    //! The same rule from the other side: a border is not closed behind what is offered beyond it.
    void closingABorder()
    {
        const IdBytes shop = m_shop->principal.workspace.bytes();
        const RowId gown = RowId::make(m_shop->clock);
        QCOMPARE(write(Table::Workspaces, shop, {{"cross_border_enabled", 1}}), QString());
        QCOMPARE(offer(gown, {{"available_regions", R"(["KE"])"}}), QString());
        QCOMPARE(write(Table::Workspaces, shop, {{"cross_border_enabled", 0}}),
                 QStringLiteral("region.product_outside KE Gown"));
        QCOMPARE(
            write(Table::Workspaces, shop, {{"cross_border_enabled", 0}, {"operating_regions", R"(["NG", "KE"])"}}),
            QString());
        QCOMPARE(write(Table::Workspaces, shop, {{"operating_regions", std::nullopt}}),
                 QStringLiteral("region.product_outside KE Gown"));
        QCOMPARE(write(Table::Workspaces, shop, {{"country_code", "GH"}, {"operating_regions", R"(["KE"])"}}),
                 QString());
        // In the bin it is offered nowhere, and stays there while it could not be.
        const auto move = [&](bool back) {
            return said(await(m_shop->door->write<void>({"test"}, [&](changes::WriteContext &context) {
                return back ? context.rows().restore(Table::MarketplaceProducts, gown.bytes())
                            : context.rows().remove(Table::MarketplaceProducts, gown.bytes());
            })));
        };
        QCOMPARE(move(false), QString());
        QCOMPARE(write(Table::Workspaces, shop, {{"operating_regions", std::nullopt}}), QString());
        QCOMPARE(move(true), QStringLiteral("region.product_outside KE Gown"));
        QCOMPARE(write(Table::Workspaces, shop, {{"cross_border_enabled", 1}}), QString());
        QCOMPARE(move(true), QString());
    }

    //! What is archived is offered nowhere.
    void archivedStandsInNoWay()
    {
        const RowId gown = RowId::make(m_shop->clock);
        const IdBytes shop = m_shop->principal.workspace.bytes();
        QCOMPARE(write(Table::Workspaces, shop, {{"cross_border_enabled", 1}}), QString());
        QCOMPARE(offer(gown, {{"available_regions", R"(["KE"])"}, {"status", "archived"}}), QString());
        QCOMPARE(write(Table::Workspaces, shop, {{"cross_border_enabled", 0}}), QString());
    }

    void undoneIsAskedToo()
    {
        const IdBytes shop = m_shop->principal.workspace.bytes();
        QCOMPARE(write(Table::Workspaces, shop, {{"operating_regions", R"(["NG", "KE"])"}}), QString());
        const OperationId regions = await(m_shop->door->newestUndoable())->operation;
        QCOMPARE(offer(RowId::make(m_shop->clock), {{"available_regions", R"(["KE"])"}}), QString());
        const auto refused = await(m_shop->door->undo(regions));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QByteArray("region.product_outside"));
        QVERIFY(await(m_shop->door->undo())); // the product
        QVERIFY(await(m_shop->door->undo(regions)));
    }

private:
    static void columns()
    {
        QTest::addColumn<std::vector<Field>>("fields");
        QTest::addColumn<QString>("code");
    }
    static void row(const char *name, const std::vector<Field> &fields, const char *code)
    {
        QTest::newRow(name) << fields << QString::fromLatin1(code);
    }
    static QString said(const Result<void> &done)
    {
        if (done)
            return {};
        QStringList words{QString::fromLatin1(done.error().code)};
        words += done.error().args;
        words.removeAll(QString());
        return words.join(u' ');
    }
    QString write(Table table, const IdBytes &id, const std::vector<Field> &fields)
    {
        return said(await(m_shop->door->write<void>({"test"}, [&](changes::WriteContext &context) {
            return context.rows().update(table, id, std::span(fields));
        })));
    }
    QString offer(RowId id, const std::vector<Field> &more)
    {
        std::vector<Field> fields{
            {"seller_id", m_shop->principal.person}, {"title", "Gown"}, {"price_minor", 100}, {"currency", "NGN"}};
        fields.insert(fields.end(), more.begin(), more.end());
        return said(await(m_shop->door->write<void>({"test"}, [&](changes::WriteContext &context) {
            return context.rows().insert(Table::MarketplaceProducts, id.bytes(), std::span(std::as_const(fields)));
        })));
    }

    std::unique_ptr<SmallShop> m_shop;
};

QTEST_GUILESS_MAIN(TestRegionRules)
#include "tst_region_rules.moc"
