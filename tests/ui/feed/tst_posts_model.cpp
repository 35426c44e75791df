// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/feed/comment_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/feed/comments_model.h"
#include "ui/feed/posts_model.h"
#include "ui/photos/photo_intake.h"
#include "ui/photos/picture_cache.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

class TestPostsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init() { m_shop = std::make_unique<test::CounterShop>(); }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_shop.reset();
    }

    void postsComePageByPage()
    {
        for (int i = 0; i < 60; ++i)
            publish(QStringLiteral("post %1").arg(i));
        PostsModel model(*m_shop->desk, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(feed::PostList::Shop);
        QTRY_VERIFY(model.rowCount() >= 50); // the tester itself asks for more
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("post 59"));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 60);
        const feed::PostId newest = publish(QStringLiteral("the newest"));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 61);
        QCOMPARE(model.rowOf(newest), 0);
        const QString read = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const char *word : {"the newest", "1 photo", "Everybody"})
            QVERIFY2(read.contains(QLatin1String(word)), qPrintable(read));
        QVERIFY(await(posts().archive(newest)));
        model.refresh();
        QTRY_COMPARE(model.rowCount(), 60);
        model.show(feed::PostList::Archive);
        QTRY_COMPARE(model.rowCount(), 1);
    }

    void commentsComeAsAThread()
    {
        const feed::PostId post = publish(QStringLiteral("Lace"));
        feed::CommentService comments(*m_shop->shop.session, *m_shop->shop.door);
        const auto first = await(comments.add(post, {}, QStringLiteral("Lovely"))).value();
        QVERIFY(await(comments.add(post, first, QStringLiteral("Thank you"))));
        CommentsModel model(*m_shop->desk, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(post);
        QTRY_COMPARE(model.rowCount(), 2);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Reply")));
        QVERIFY(await(comments.remove(first)));
        model.refresh();
        QTRY_COMPARE(model.index(0).data().toString(), QStringLiteral("removed"));
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

    //! However many are shown, no more is held than the limit.
    void picturesAreHeldWithinALimit()
    {
        PictureCache cache(m_shop->shop.path(), 4);
        QSignalSpy arrived(&cache, &PictureCache::arrived);
        for (int i = 0; i < 8; ++i) {
            const changes::Media photo = taken(QSize(1200, 600), i);
            QCOMPARE(cache.shapeOf(photo), 0.5);
            QVERIFY(!cache.picture(photo, {800, 800}).isNull()); // its thumbnail meanwhile
            QVERIFY(arrived.wait(20'000));
            QCOMPARE(cache.picture(photo, {800, 800}).size(), QSize(800, 400));
            QVERIFY(cache.held() <= 4096);
        }
        const changes::Media lost{QByteArray(32, 'x')};
        QVERIFY(cache.picture(lost, {800, 800}).isNull());
        QVERIFY(arrived.wait(20'000));
        QVERIFY(cache.picture(lost, {800, 800}).isNull());
        QVERIFY(!arrived.wait(200)); // and is not asked for again
    }

private:
    feed::FeedService posts() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    changes::Media taken(const QSize &size, int shade)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(30 * shade, 90, 120));
        return await(takeInPhoto(image, m_shop->shop.path())).value();
    }
    feed::PostId publish(const QString &caption)
    {
        m_shop->shop.clock.advanceMsecs(1000);
        feed::PostDraft draft;
        draft.caption = caption;
        draft.photos = {{QByteArray(32, 'a'), "image/jpeg", 3, "jpg"}};
        return await(posts().publish(draft)).value();
    }
    std::unique_ptr<test::CounterShop> m_shop;
};

QTEST_MAIN(TestPostsModel)
#include "tst_posts_model.moc"
