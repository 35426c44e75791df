// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/post_repository.h"
#include "core/storage/connection.h"
#include "tests/core/feed/feed_shop.h"

#include <QElapsedTimer>
#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::feed;

class TestFeedService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<FeedShop>(); }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void fromDraftToArchiveAndBack()
    {
        const PostId post = await(m_shop->posts.draft(FeedShop::post("Agbada season"))).value();
        QCOMPARE(m_shop->captions(PostList::Drafts), QStringList{QStringLiteral("Agbada season")});
        QCOMPARE(m_shop->captions(PostList::Shop), QStringList());
        QVERIFY(await(m_shop->posts.publish(post)));
        QCOMPARE(refusal(await(m_shop->posts.publish(post))), QStringLiteral("feed.published_already"));
        QCOMPARE(m_shop->captions(PostList::Shop), QStringList{QStringLiteral("Agbada season")});
        QCOMPARE(m_shop->captions(PostList::Everyone), QStringList{QStringLiteral("Agbada season")});
        QVERIFY(await(m_shop->posts.archive(post)));
        QCOMPARE(m_shop->captions(PostList::Archive), QStringList{QStringLiteral("Agbada season")});
        QCOMPARE(m_shop->captions(PostList::Everyone), QStringList());
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->captions(PostList::Shop).size(), 1);
        QVERIFY(await(m_shop->posts.remove(post)));
        QCOMPARE(m_shop->captions(PostList::Shop), QStringList());
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(m_shop->captions(PostList::Shop).size(), 1);
    }

    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<int>("photos");
        QTest::addColumn<int>("letters");
        QTest::addColumn<int>("tags");
        QTest::addColumn<bool>("published");
        QTest::addColumn<QString>("said");
        QTest::newRow("a draft without a photo") << 0 << 5 << 0 << false << QString();
        QTest::newRow("published without a photo") << 0 << 5 << 0 << true << QStringLiteral("feed.no_photo");
        QTest::newRow("photos alone") << 10 << 0 << 0 << true << QString();
        QTest::newRow("too many photos") << 11 << 5 << 0 << false << QStringLiteral("feed.too_many_photos 10");
        QTest::newRow("a long caption") << 1 << 2200 << 30 << true << QString();
        QTest::newRow("too long a caption") << 1 << 2201 << 0 << true << QStringLiteral("feed.too_long 2200");
        QTest::newRow("too many tags") << 1 << 5 << 31 << true << QStringLiteral("feed.too_many_tags 30");
    }
    void whatIsWrongIsRefused()
    {
        QFETCH(int, photos);
        QFETCH(int, letters);
        QFETCH(int, tags);
        QFETCH(bool, published);
        QFETCH(QString, said);
        PostDraft draft;
        for (int i = 0; i < photos; ++i)
            draft.photos.push_back(FeedShop::photo(char('a' + i)));
        draft.caption = QString(letters, u'x');
        for (int i = 0; i < tags; ++i)
            draft.tags.append(QStringLiteral("tag%1").arg(i));
        QCOMPARE(refusal(await(published ? m_shop->posts.publish(draft) : m_shop->posts.draft(draft))), said);
    }

    void aPostIsReadAsItWasTyped()
    {
        PostDraft draft = FeedShop::post("  Lace for a wedding ");
        draft.photos = {FeedShop::photo('a'), FeedShop::photo('b')};
        draft.tags = {QStringLiteral("#asoebi  Lace"), QStringLiteral("lace")};
        draft.location = QStringLiteral(" Surulere,  Lagos ");
        draft.visibility = Visibility::Followers;
        const PostId id = await(m_shop->posts.publish(draft)).value();
        const Post post = m_shop->posts.one(id).value().value();
        QCOMPARE(post.facts.caption, QStringLiteral("Lace for a wedding"));
        QCOMPARE(post.facts.tags, QStringList({QStringLiteral("asoebi"), QStringLiteral("Lace")}));
        QCOMPARE(post.facts.location, QStringLiteral("Surulere, Lagos"));
        QVERIFY(post.facts.photos == draft.photos);
        QCOMPARE(post.authorName, QStringLiteral("Amina Bello"));
        QVERIFY(post.isMine && post.isShops());
        PostDraft other = post.facts;
        other.caption = QStringLiteral("Lace");
        QVERIFY(await(m_shop->posts.change(id, other)));
        QVERIFY(await(m_shop->posts.show(id, Visibility::Private)));
        const Post changed = m_shop->posts.one(id).value().value();
        QCOMPARE(changed.facts.caption, QStringLiteral("Lace"));
        QCOMPARE(changed.facts.visibility, Visibility::Private);
        QCOMPARE(changed.publishedAt, post.publishedAt);
    }

    //! The client agrees, or there is no post; what they take back is gone with the same commit.
    void onlyWithConsent()
    {
        const OrderId order = m_shop->finishedOrder();
        PostDraft draft = FeedShop::post("Agbada navy, hand embroidered");
        draft.order = order;
        QCOMPARE(refusal(await(m_shop->posts.publish(draft))), QStringLiteral("feed.without_consent Ngozi Okafor"));
        const PostId post = await(m_shop->posts.draft(draft)).value(); // prepared, and nobody sees it
        QCOMPARE(refusal(await(m_shop->posts.publish(post))), QStringLiteral("feed.without_consent Ngozi Okafor"));
        m_shop->setConsent(m_shop->client, true);
        QVERIFY(await(m_shop->posts.publish(post)));
        QCOMPARE(m_shop->captions(PostList::Everyone).size(), 1);

        m_shop->setConsent(m_shop->client, false);
        QCOMPARE(m_shop->captions(PostList::Everyone), QStringList());
        QCOMPARE(m_shop->captions(PostList::Shop), QStringList());
        QCOMPARE(m_shop->captions(PostList::Archive).size(), 1);
        QCOMPARE(refusal(await(m_shop->posts.publish(post))), QStringLiteral("feed.without_consent Ngozi Okafor"));
        const auto forced = await(m_shop->shop.door->write<void>({"test.force"}, [&](changes::WriteContext &context) {
            return context.rows().update(storage::Table::Feeds, post, {{"status", "published"}});
        }));
        QCOMPARE(refusal(forced), QStringLiteral("feed.no_consent")); // the file itself refuses
        QVERIFY(await(m_shop->shop.door->undo()));                    // the consent, and the post with it
        QCOMPARE(m_shop->captions(PostList::Everyone).size(), 1);
        QVERIFY(await(m_shop->shop.door->redo()));
        QCOMPARE(m_shop->captions(PostList::Everyone), QStringList());
    }

    void everybodyItDressesAgrees()
    {
        ClientDraft son;
        son.name = QStringLiteral("Chidi Okafor");
        const ClientId wearer = await(m_shop->clients.add(son)).value();
        const OrderId order = m_shop->finishedOrder(wearer);
        m_shop->setConsent(m_shop->client, true);
        PostDraft draft = FeedShop::post("For the season");
        draft.order = order;
        QCOMPARE(refusal(await(m_shop->posts.publish(draft))), QStringLiteral("feed.without_consent Chidi Okafor"));
        m_shop->setConsent(wearer, true);
        QVERIFY(await(m_shop->posts.publish(draft)));
        m_shop->setConsent(wearer, false);
        QCOMPARE(m_shop->captions(PostList::Everyone), QStringList());
    }

    void nobodyIsNamedNorMeasured_data()
    {
        QTest::addColumn<QString>("caption");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *caption, const char *said) {
            QTest::newRow(name) << QString::fromUtf8(caption) << QString::fromUtf8(said);
        };
        row("what was made", "Navy agbada, three pieces, size 12 buttons", "");
        row("the name", "For Ngozi Okafor", "feed.names_client ngozi");
        row("a part of it, folded", "thank you Mrs ÓKAFOR!", "feed.names_client okafor");
        row("as a tag", "#ngoziokafor", "feed.names_client Ngozi Okafor");
        row("centimetres", "chest 91.5 cm", "feed.gives_measures 91.5 cm");
        row("inches", "waist 38 1/2\" and well", "feed.gives_measures 38 1/2\"");
        row("a word that only begins so", "ngozis", "");
        row("in as a word", "made in 3 inlays", "");
    }
    void nobodyIsNamedNorMeasured()
    {
        QFETCH(QString, caption);
        QFETCH(QString, said);
        const OrderId order = m_shop->finishedOrder();
        m_shop->setConsent(m_shop->client, true);
        PostDraft draft = FeedShop::post("x");
        draft.caption = caption;
        draft.order = order;
        QCOMPARE(refusal(await(m_shop->posts.publish(draft))), said);
    }

    void finishedWorkTellsWhatAndNotWho()
    {
        const OrderId open = m_shop->book({FeedShop::piece("Kaftan", 1'000)});
        QCOMPARE(refusal(m_shop->posts.finished(m_shop->orders.load(open)->number)).section(u' ', 0, 0),
                 QStringLiteral("feed.not_finished"));
        const OrderId order = m_shop->finishedOrder();
        const FinishedWork work = m_shop->posts.finished(m_shop->orders.load(order)->number).value();
        QCOMPARE(work.words, QStringLiteral("Agbada navy, Fila"));
        QCOMPARE(work.withoutConsent, QStringList{QStringLiteral("Ngozi Okafor")});
        QVERIFY(!work.consentAt);
        QCOMPARE(refusal(m_shop->posts.finished(QStringLiteral("99999"))), QStringLiteral("order.not_found"));
    }

    void aSecondLikeRevivesTheFirst()
    {
        const PostId post = await(m_shop->posts.publish(FeedShop::post("Lace"))).value();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(await(m_shop->posts.like(post)).value(), i % 2 == 0);
            QCOMPARE(m_shop->posts.one(post).value()->likes, i % 2 == 0 ? 1 : 0);
        }
        QCOMPARE(m_shop->number("SELECT count(*) FROM feed_likes"), 1);
        QVERIFY(await(m_shop->posts.share(post, ShareTo::Internal)));
        QVERIFY(await(m_shop->posts.share(post, ShareTo::Internal)));
        QVERIFY(await(m_shop->posts.share(post, ShareTo::Instagram)));
        QCOMPARE(m_shop->posts.one(post).value()->shares, 2);
        const PostId draft = await(m_shop->posts.draft(FeedShop::post("Not yet"))).value();
        QCOMPARE(refusal(await(m_shop->posts.like(draft))), QStringLiteral("feed.not_published"));
    }

    void whatIsQueuedWaits()
    {
        PostDraft draft = FeedShop::post("Lace");
        draft.crossTo = {Platform::Instagram};
        const PostId post = await(m_shop->posts.publish(draft)).value();
        const CrossPostId second = await(m_shop->posts.crossPost(post, Platform::TikTok)).value();
        QCOMPARE(refusal(await(m_shop->posts.crossPost(post, Platform::TikTok))),
                 QStringLiteral("feed.queued_already"));
        auto queued = m_shop->posts.one(post).value()->crossPosts;
        QCOMPARE(queued.size(), 2u);
        for (const CrossPost &one : queued) {
            QCOMPARE(one.state, CrossPostState::Waiting);
            QVERIFY(!one.connected);
        }
        QVERIFY(await(m_shop->posts.withdraw(second)));
        QCOMPARE(m_shop->posts.one(post).value()->crossPosts.size(), 1u);
        QCOMPARE(refusal(await(m_shop->posts.withdraw(second))), QStringLiteral("feed.cross_post_not_found"));
    }

    //! access.md: a personal row is its person's, whatever the shop lets them do.
    void onesOwnTakesNoRightOfTheShops()
    {
        auto viewer = m_shop->hire("viewer");
        FeedService theirs = m_shop->of(viewer);
        QCOMPARE(refusal(await(theirs.publish(FeedShop::post("The shop's")))),
                 QStringLiteral("access.refused feeds:write"));
        const PostId post = await(theirs.publish(FeedShop::post("My own", Whose::Own))).value();
        QVERIFY(await(theirs.archive(post)));
        QVERIFY(await(theirs.publish(post)));
        QCOMPARE(m_shop->captions(PostList::Mine, viewer.session.get()), QStringList{QStringLiteral("My own")});
        const PostId draft = await(theirs.draft(FeedShop::post("Later", Whose::Own))).value();
        QVERIFY(await(theirs.publish(draft)));
        QVERIFY(await(theirs.remove(draft)));
        // A colleague's own is not the owner's to write, and the shop's not the viewer's to publish.
        QCOMPARE(refusal(await(m_shop->posts.archive(post))), QStringLiteral("feed.not_found"));
        const PostId shops = await(m_shop->posts.draft(FeedShop::post("The shop's"))).value();
        QCOMPARE(refusal(await(theirs.publish(shops))), QStringLiteral("access.refused feeds:publish"));
    }

    void whoSeesIt_data()
    {
        QTest::addColumn<int>("visibility");
        QTest::addColumn<bool>("colleague");
        QTest::newRow("everybody") << int(Visibility::Public) << true;
        QTest::newRow("who shares a workspace") << int(Visibility::Followers) << true;
        QTest::newRow("nobody") << int(Visibility::Private) << false;
    }
    void whoSeesIt()
    {
        QFETCH(int, visibility);
        QFETCH(bool, colleague);
        auto author = m_shop->hire("member");
        PostDraft draft = FeedShop::post("My own", Whose::Own);
        draft.visibility = Visibility(visibility);
        QVERIFY(await(m_shop->of(author).publish(draft)));
        QCOMPARE(m_shop->captions(PostList::Everyone).size(), colleague ? 1 : 0);
        const auto other = m_shop->shop.otherWorkspace(QStringLiteral("Elsewhere")); // of the same owner
        QCOMPARE(m_shop->captions(PostList::Everyone, other.session.get()).size(), colleague ? 1 : 0);
    }

    void theOtherWorkspaceSeesWhatIsPublicAlone()
    {
        PostDraft hidden = FeedShop::post("For us");
        hidden.visibility = Visibility::Private;
        QVERIFY(await(m_shop->posts.publish(hidden)));
        const PostId shown = await(m_shop->posts.publish(FeedShop::post("For all"))).value();
        const auto other = m_shop->shop.otherWorkspace(QStringLiteral("Elsewhere"));
        FeedService there(*other.session, *other.door);
        QCOMPARE(m_shop->captions(PostList::Shop, other.session.get()), QStringList());
        QCOMPARE(m_shop->captions(PostList::Everyone, other.session.get()), QStringList{QStringLiteral("For all")});
        QVERIFY(await(there.like(shown)).value()); // it stands in the post's workspace
        QCOMPARE(m_shop->posts.one(shown).value()->likes, 1);
        QCOMPARE(refusal(await(there.archive(shown))), QStringLiteral("feed.not_found"));
        QVERIFY(await(CommentService(*other.session, *other.door).add(shown, {}, QStringLiteral("Lovely"))));
        QCOMPARE(m_shop->posts.one(shown).value()->comments, 1);
    }

    void pagesMeetWithoutAGap()
    {
        QStringList expected;
        for (int i = 0; i < 23; ++i) {
            const QString caption = QStringLiteral("post %1").arg(i);
            const Whose whose = i % 3 == 0 ? Whose::Own : Whose::Shop;
            QVERIFY(await(m_shop->posts.publish(FeedShop::post(caption.toUtf8().constData(), whose))));
            if (i % 4 != 0) // several of one moment
                m_shop->shop.clock.advanceMsecs(1000);
            expected.prepend(caption);
        }
        for (const PostList list : {PostList::Everyone, PostList::Shop}) {
            QStringList met;
            std::optional<PostPlace> after;
            for (;;) {
                const auto page = FeedService::page(*m_shop->shop.session, list, after, 5).value();
                if (page.empty())
                    break;
                for (const Post &post : page)
                    met.append(post.facts.caption);
                after = page.back().place();
            }
            QCOMPARE(met.size(), list == PostList::Everyone ? 23 : 15);
            QCOMPARE(QSet<QString>(met.begin(), met.end()).size(), met.size());
            if (list == PostList::Everyone) {
                QCOMPARE(met.first(), expected.first());
                QCOMPARE(met.last(), expected.last());
            }
        }
    }

    //! A page far down costs what the first one does: nothing before it is read again.
    void fiftyThousandPosts()
    {
        const auto hex = [](const auto &id) { return "x'" + id.view().toByteArray().toHex() + '\''; };
        const auto file = storage::Connection::open({m_shop->shop.path()}).value();
        QVERIFY(file->executeScript(
            "BEGIN IMMEDIATE;"
            "INSERT INTO sys_operations (uid, device_id, kind, happened_at) VALUES (randomblob(16), zeroblob(16),"
            " 'test', 1); UPDATE sys_current_operation SET operation_id = last_insert_rowid();"
            "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 50000)"
            " INSERT INTO feeds (id, user_id, workspace_id, feed_type, caption, visibility, status, published_at,"
            " created_at, updated_at) SELECT randomblob(16), " +
            hex(m_shop->shop.principal.person) + ", iif(n % 2, " + hex(m_shop->shop.principal.workspace) +
            ", NULL), 'image', 'post ' || n, 'public', 'published', n, n, n FROM numbers;"
            "UPDATE sys_current_operation SET operation_id = NULL; COMMIT;"));
        const auto timed = [this](PostList list, const std::optional<PostPlace> &after) {
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 5; ++i) {
                QElapsedTimer timer;
                timer.start();
                const auto page = FeedService::page(*m_shop->shop.session, list, after, 50);
                best = std::min(best, timer.nsecsElapsed());
                if (!page || page->size() != 50u)
                    qFatal("no whole page");
            }
            return best;
        };
        const PostPlace deep{Instant(2000), PostId::fromName("anybody's")};
        for (const PostList list : {PostList::Shop, PostList::Mine, PostList::Everyone}) {
            const qint64 first = timed(list, {});
            const qint64 far = timed(list, deep);
            qInfo("list %d: first page %lld us, far down %lld us", int(list), first / 1000, far / 1000);
            QVERIFY2(far < 4 * first + 2'000'000, qPrintable(QStringLiteral("%1 %2").arg(first).arg(far)));
        }
    }

    //! Fifty thousand posts are read along an index and put in order by nobody.
    void everyPageIsServedByAnIndex()
    {
        const auto file = storage::Connection::open({m_shop->shop.path()}).value();
        const QByteArray me = "x'" + m_shop->shop.principal.person.view().toByteArray().toHex() + '\'';
        const QByteArray here = "x'" + m_shop->shop.principal.workspace.view().toByteArray().toHex() + '\'';
        const std::pair<Source, QByteArray> views[] = {
            {Source::Shop, "workspace_id = " + here},
            {Source::Own, "user_id = " + me + " AND workspace_id IS NULL"},
            {Source::Public, "visibility = 'public' AND status = 'published'"},
            {Source::Followers, "visibility = 'followers' AND status = 'published'"}};
        for (const auto &[source, rows] : views) {
            for (const PostList list : {PostList::Shop, PostList::Drafts, PostList::Archive}) {
                if (list != PostList::Shop && source != Source::Shop && source != Source::Own)
                    continue;
                for (const bool further : {false, true}) {
                    QByteArray sql = PostRepository::pageSql(list, source, further);
                    const QByteArray view = PostRepository::viewOf(source).toByteArray();
                    sql.replace(" FROM " + view + " AS post",
                                " FROM (SELECT * FROM main.feeds WHERE " + rows + " AND deleted_at IS NULL) AS post");
                    sql.replace("FROM feed_likes" + PostRepository::suffixOf(source).toByteArray(),
                                "FROM main.feed_likes");
                    auto plan = file->query("EXPLAIN QUERY PLAN " + sql);
                    QVERIFY2(plan.ok(), sql.constData());
                    QByteArrayList steps;
                    while ((*plan)->step().value())
                        steps.append((*plan)->utf8(3));
                    const QByteArray all = steps.join(" | ");
                    QVERIFY2(!all.contains("TEMP B-TREE"), (sql + "\n" + all).constData());
                    QVERIFY2(all.contains("USING INDEX feeds_"), (sql + "\n" + all).constData());
                }
            }
        }
    }

private:
    std::unique_ptr<FeedShop> m_shop;
};

QTEST_GUILESS_MAIN(TestFeedService)
#include "tst_feed_service.moc"
