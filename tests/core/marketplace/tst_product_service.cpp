// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/marketplace/product_repository.h"
#include "core/marketplace/product_service.h"
#include "core/storage/connection.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::marketplace;

namespace {

ProductDraft product(const char *title, qint64 price)
{
    ProductDraft draft{.facts = {.title = QString::fromUtf8(title), .price = naira(price)}};
    draft.regions = {QStringLiteral("NG")};
    return draft;
}

QStringList titles(const Result<std::vector<Product>> &page)
{
    QStringList found;
    for (const Product &one : page.value())
        found.append(one.facts.facts.title);
    return found;
}

} // namespace

class TestProductService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<OrderShop>();
        m_other = m_shop->shop.otherWorkspace(QStringLiteral("Elsewhere"));
    }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_other = {};
        m_shop.reset();
    }

    void fromDraftToArchive()
    {
        ProductDraft draft = product("Agbada set", 90'000);
        draft.facts.description = QStringLiteral("Hand embroidered");
        draft.facts.category = QStringLiteral("Menswear");
        draft.facts.tags = {QStringLiteral("lace")};
        draft.facts.images = {QStringLiteral("https://example.org/a.jpg")};
        draft.photos = {{QByteArray(32, 'p'), "image/jpeg", 3, "jpg"}};
        draft.madeToOrder = true;
        draft.options = {{QStringLiteral("Size"), {QStringLiteral("M"), QStringLiteral("L")}}};
        const ListingId id = await(products().draft(draft)).value();
        QCOMPARE(titles(offered()), QStringList());
        QCOMPARE(titles(ProductService::ours(*m_shop->shop.session, {}, 50)),
                 QStringList{QStringLiteral("Agbada set")});
        QVERIFY(await(products().publish(id)));
        QCOMPARE(refusal(await(products().publish(id))), QStringLiteral("product.published_already"));
        const Product found = products().one(id).value().value();
        QVERIFY(found.facts == draft);
        QVERIFY(found.isOurs && !found.isSoldOut());
        QCOMPARE(titles(offered(m_other.session.get())), QStringList{QStringLiteral("Agbada set")});
        draft.facts.price = naira(95'000);
        draft.photos.clear();
        QVERIFY(await(products().change(id, draft)));
        QVERIFY(products().one(id).value()->facts == draft);
        QVERIFY(await(products().archive(id)));
        QCOMPARE(titles(offered(m_other.session.get())), QStringList());
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(titles(offered(m_other.session.get())).size(), 1);
        QVERIFY(await(products().remove(id)));
        QCOMPARE(titles(ProductService::ours(*m_shop->shop.session, {}, 50)), QStringList());
    }

    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("said");
        for (const auto &[what, said] :
             {std::pair("", ""), std::pair("no title", "listing.no_title"),
              std::pair("negative", "listing.negative_price"), std::pair("euro", "listing.other_currency"),
              std::pair("nowhere", "product.no_region"), std::pair("abroad", "region.product_outside KE, Agbada"),
              std::pair("no choices", "product.no_choices Size"), std::pair("stock", "product.negative_stock"),
              std::pair("photos", "product.too_many_photos 10"), std::pair("no such item", "inventory.not_found")})
            QTest::newRow(*what ? what : "well") << QString::fromLatin1(what) << QString::fromLatin1(said);
    }
    void whatIsWrongIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(QString, said);
        ProductDraft draft = product("Agbada", 1'000);
        if (what == u"no title")
            draft.facts.title = QStringLiteral("  ");
        else if (what == u"negative")
            draft.facts.price = naira(-1);
        else if (what == u"euro")
            draft.facts.price = Money(1, currencyNamed("EUR"));
        else if (what == u"nowhere")
            draft.regions.clear();
        else if (what == u"abroad")
            draft.regions.append(QStringLiteral("KE"));
        else if (what == u"no choices")
            draft.options = {{QStringLiteral("Size"), {}}};
        else if (what == u"stock")
            draft.facts.stock = Quantity(-1);
        else if (what == u"photos")
            for (int i = 0; i < 11; ++i)
                draft.photos.push_back({QByteArray(32, char('a' + i)), "image/jpeg", 3, "jpg"});
        else if (what == u"no such item")
            draft.item = InventoryItemId::fromName("nobody's");
        QCOMPARE(refusal(await(products().publish(draft))), said);
    }

    void browsing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("category");
        QTest::addColumn<int>("sort");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *name, const char *words, const char *category, ProductSort sort,
                            const char *found) {
            QTest::newRow(name) << QString::fromLatin1(words) << QString::fromLatin1(category) << int(sort)
                                << QString::fromLatin1(found);
        };
        row("the newest", "", "", ProductSort::Newest, "Scarf, Gown, Fila, Agbada");
        row("a category", "", "Menswear", ProductSort::Newest, "Fila, Agbada");
        row("cheap first", "", "", ProductSort::PriceUp, "Fila, Scarf, Gown, Agbada");
        row("dear first", "", "Menswear", ProductSort::PriceDown, "Agbada, Fila");
        row("by a word", "SILK", "", ProductSort::PriceUp, "Scarf, Gown");
        row("nothing", "kilt", "", ProductSort::Newest, "");
    }
    void browsing()
    {
        QFETCH(QString, words);
        QFETCH(QString, category);
        QFETCH(int, sort);
        QFETCH(QString, found);
        const auto add = [this](const char *title, qint64 price, const char *kind, const char *tag) {
            ProductDraft draft = product(title, price);
            draft.facts.category = QString::fromLatin1(kind);
            draft.facts.tags = {QString::fromLatin1(tag)};
            QVERIFY(await(products().publish(draft)));
            m_shop->shop.clock.advanceMsecs(1000);
        };
        add("Agbada", 9'000, "Menswear", "lace");
        add("Fila", 500, "Menswear", "cotton");
        add("Gown", 5'000, "Womenswear", "silk");
        add("Scarf", 5'000, "Womenswear", "silk");
        // By a word and by price alike: pages of two meet without a gap.
        const ProductQuery query{words, category, ProductSort(sort)};
        QStringList met;
        std::optional<ProductPlace> after;
        for (;;) {
            const auto page = ProductService::offered(*m_other.session, query, after, 2);
            if (page->empty())
                break;
            met += titles(page);
            after = page->back().place();
        }
        if (sort == int(ProductSort::Newest) || words.isEmpty() || sort == int(ProductSort::PriceUp)) {
            QStringList expected = found.split(QStringLiteral(", "), Qt::SkipEmptyParts);
            // Of one price the order is that of their ids.
            QCOMPARE(QSet<QString>(met.begin(), met.end()), QSet<QString>(expected.begin(), expected.end()));
        }
        if (!met.contains(QStringLiteral("Scarf")) || sort == int(ProductSort::Newest))
            QCOMPARE(met.join(QStringLiteral(", ")), found);
        QCOMPARE(ProductService::categories(*m_other.session).value(),
                 QStringList({QStringLiteral("Menswear"), QStringLiteral("Womenswear")}));
    }

    void oneReviewEach()
    {
        const ListingId id = await(products().publish(product("Gown", 5'000))).value();
        auto stranger = m_shop->hire("member");
        QCOMPARE(refusal(await(ProductService(*stranger.session, *stranger.door).review(id, 5, {}))),
                 QStringLiteral("review.own_product"));
        QCOMPARE(refusal(await(products().review(id, 5, {}))), QStringLiteral("review.own_product"));
        // Somebody who is in the other shop alone.
        const auto theirs = elsewhere();
        ProductService there(*theirs.session, *theirs.door);
        QCOMPARE(refusal(await(there.review(id, 0, {}))), QStringLiteral("review.rating"));
        QCOMPARE(refusal(await(there.review(id, 6, {}))), QStringLiteral("review.rating"));
        QVERIFY(await(there.review(id, 5, QStringLiteral("Fits"))));
        QVERIFY(await(there.review(id, 2, QStringLiteral("Came late"))));
        Product seen = products().one(id).value().value();
        QCOMPARE(seen.reviews, 1);
        QCOMPARE(seen.ratingMilli, std::optional(2000));
        QCOMPARE(ProductService::reviews(*m_shop->shop.session, id)->front().text, QStringLiteral("Came late"));
        QVERIFY(await(there.takeBackReview(id)));
        QCOMPARE(products().one(id).value()->reviews, 0);
        QCOMPARE(refusal(await(there.takeBackReview(id))), QStringLiteral("review.not_found"));
        QVERIFY(await(there.review(id, 4, {}))); // the same row again
        QCOMPARE(products().one(id).value()->ratingMilli, std::optional(4000));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(await(there.like(id)).value(), i % 2 == 0);
        QCOMPARE(products().one(id).value()->likes, 1);
        QCOMPARE(refusal(await(there.archive(id))), QStringLiteral("product.not_found"));
        QCOMPARE(refusal(await(there.order({id}))), QStringLiteral("product.not_found"));
    }

    void aProductBecomesAnOrder()
    {
        ProductDraft draft = product("Agbada set", 90'000);
        draft.madeToOrder = true;
        draft.options = {{QStringLiteral("Size"), {QStringLiteral("M"), QStringLiteral("L")}}};
        const ListingId id = await(products().publish(draft)).value();
        ProductOrder order{id, m_shop->client};
        QCOMPARE(refusal(await(products().order(order))), QStringLiteral("product.not_chosen Size"));
        order.choices = {QStringLiteral("XL")};
        QCOMPARE(refusal(await(products().order(order))), QStringLiteral("product.no_such_choice XL, Size"));
        order.choices = {QStringLiteral("L")};
        order.count = 2;
        const orders::Booked booked = await(products().order(order)).value();
        draft.facts.price = naira(99'000);
        QVERIFY(await(products().change(id, draft))); // later, and the order stands as it was agreed
        const orders::OrderDetail detail = m_shop->orders.load(booked.id).value();
        QCOMPARE(detail.pieces.size(), 2u);
        QCOMPARE(detail.sums->total, naira(180'000));
        QCOMPARE(detail.client, std::optional(m_shop->client));
        QCOMPARE(detail.pieces.front().facts.name, QStringLiteral("Agbada set"));
        QCOMPARE(detail.pieces.front().facts.description, QStringLiteral("Size: L"));
    }

    //! What stands on the shelf goes the way of every order: put aside, and taken when it is ready.
    void fromTheShelf()
    {
        inventory::ItemDraft scarf;
        scarf.kind = inventory::ItemKind::ReadyMade;
        scarf.name = QStringLiteral("Silk scarf");
        scarf.unit = QStringLiteral("pcs");
        const InventoryItemId item = await(m_shop->stock.add(scarf)).value();
        QVERIFY(await(m_shop->stock.stockIn(item, Quantity::whole(3))));
        ProductDraft draft = product("Silk scarf", 5'000);
        draft.item = item;
        const ListingId id = await(products().publish(draft)).value();
        QCOMPARE(products().one(id).value()->left, std::optional(Quantity::whole(3)));
        ProductOrder order{id, m_shop->client};
        order.count = 4;
        QCOMPARE(refusal(await(products().order(order))), QStringLiteral("product.sold_out Silk scarf"));
        order.count = 2;
        const orders::Booked booked = await(products().order(order)).value();
        QCOMPARE(m_shop->shelf(item), std::pair(qint64(3000), qint64(2000)));
        QCOMPARE(products().one(id).value()->left, std::optional(Quantity::whole(1)));
        QVERIFY(await(m_shop->orders.complete(booked.id)));
        QCOMPARE(m_shop->shelf(item), std::pair(qint64(1000), qint64(0)));
    }

    void asTyped()
    {
        ProductDraft draft = product("Scarf", 5'000);
        draft.facts.stock = Quantity::whole(1);
        const ListingId id = await(products().publish(draft)).value();
        QVERIFY(await(products().order({id, m_shop->client})));
        QVERIFY(products().one(id).value()->isSoldOut());
        QCOMPARE(refusal(await(products().order({id, m_shop->client}))), QStringLiteral("product.sold_out Scarf"));
        QVERIFY(await(m_shop->shop.door->undo())); // the order, and the scarf is back
        QCOMPARE(products().one(id).value()->left, std::optional(Quantity::whole(1)));
    }

    void whoMay()
    {
        const ListingId id = await(products().draft(product("Gown", 5'000))).value();
        auto viewer = m_shop->hire("viewer");
        ProductService theirs(*viewer.session, *viewer.door);
        QCOMPARE(refusal(await(theirs.publish(id))), QStringLiteral("access.refused marketplace:write"));
        QCOMPARE(refusal(await(theirs.draft(product("Kilt", 1)))), QStringLiteral("access.refused marketplace:write"));
        auto member = m_shop->hire("member");
        ProductService sells(*member.session, *member.door);
        QVERIFY(await(sells.publish(id)));
        QCOMPARE(refusal(await(sells.remove(id))), QStringLiteral("access.refused marketplace:delete"));
    }

    //! Pages are read along an index, whatever they are put in order by.
    void everyPageIsServedByAnIndex()
    {
        const auto file = storage::Connection::open({m_shop->shop.path()}).value();
        for (const QString &category : {QString(), QStringLiteral("Menswear")}) {
            for (const ProductSort sort : {ProductSort::Newest, ProductSort::PriceUp, ProductSort::PriceDown}) {
                for (const auto part : {ProductRepository::Part::OwnCurrency, ProductRepository::Part::Others}) {
                    if (sort != ProductSort::Newest && !category.isEmpty())
                        continue; // a category is put in order by price as it is read: there are few of one kind
                    QByteArray sql = ProductRepository::pageSql({{}, category, sort}, part, true);
                    sql.replace(" FROM marketplace_public AS product",
                                " FROM (SELECT * FROM main.marketplace_products WHERE status = 'published'"
                                " AND deleted_at IS NULL) AS product");
                    sql.replace("FROM product_likes_public", "FROM main.product_likes");
                    auto plan = file->query("EXPLAIN QUERY PLAN " + sql);
                    QVERIFY2(plan.ok(), sql.constData());
                    QByteArrayList steps;
                    while ((*plan)->step().value())
                        steps.append((*plan)->utf8(3));
                    const QByteArray all = steps.join(" | ");
                    QVERIFY2(!all.contains("TEMP B-TREE"), (sql + "\n" + all).constData());
                    QVERIFY2(all.contains("USING INDEX marketplace_products_"), (sql + "\n" + all).constData());
                }
            }
        }
    }

private:
    ProductService products() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    Result<std::vector<Product>> offered(access::Session *session = nullptr)
    {
        return ProductService::offered(session ? *session : *m_shop->shop.session, {}, {}, 50);
    }
    //! A member of the other workspace, where the owner's own offers are strange to them.
    OrderShop::Colleague elsewhere()
    {
        const auto connection = storage::Connection::open({m_shop->shop.path()}).value();
        const auto person = PersonId::make(m_shop->shop.clock);
        const WorkspaceId there = m_other.session->principal().workspace;
        const auto hex = [](const auto &id) { return "x'" + id.view().toByteArray().toHex() + '\''; };
        const QByteArray sql =
            "BEGIN IMMEDIATE;"
            "INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16), zeroblob(16),"
            " 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid();"
            "INSERT INTO profiles (id, full_name, country_code, created_at, updated_at) VALUES (" +
            hex(person) +
            ", 'Stranger', 'NG', 1, 1);"
            "INSERT INTO workspace_members (id, workspace_id, user_id, role, status, created_at, updated_at) VALUES (" +
            hex(access::memberId(there, person)) + ", " + hex(there) + ", " + hex(person) +
            ", 'member', 'active', 1, 1); UPDATE sys_current_operation SET operation_id = NULL; COMMIT;";
        if (const auto done = connection->executeScript(sql); !done)
            qFatal("%s", qPrintable(describe(done.error())));
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        const auto principal = store->load(person, there, m_shop->shop.principal.device).value();
        auto session = access::Session::open(m_shop->shop.path(), principal).value();
        auto door = changes::WriteDoor::open(*session, m_shop->shop.clock).value();
        return {principal, std::move(session), std::move(door)};
    }

    std::unique_ptr<OrderShop> m_shop;
    SmallShop::Other m_other;
};

QTEST_GUILESS_MAIN(TestProductService)
#include "tst_product_service.moc"
