// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/core/feed/feed_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::feed;

class TestCommentService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<FeedShop>();
        m_post.emplace(await(m_shop->posts.publish(FeedShop::post("Lace"))).value());
    }
    void cleanup()
    {
        QCOMPARE(m_shop->problems(), QStringList());
        m_shop.reset();
    }

    void repliesStandBelow()
    {
        const CommentId first = say("Lovely");
        const CommentId second = say("How much?");
        const CommentId reply = say("Thank you", first);
        say("A pleasure", reply);
        QCOMPARE(thread(), QStringLiteral("Lovely (1) > Thank you (1) >> A pleasure | How much?"));
        QCOMPARE(m_shop->posts.one(*m_post).value()->comments, 4);
        QCOMPARE(refusal(await(m_shop->comments.add(*m_post, second, QStringLiteral("  ")))),
                 QStringLiteral("comment.empty"));
        QCOMPARE(refusal(await(m_shop->comments.add(*m_post, second, QString(1001, u'x')))),
                 QStringLiteral("comment.too_long 1000"));
    }

    void indentHasAnEnd()
    {
        std::optional<CommentId> last;
        for (int i = 0; i < 200; ++i)
            last = say(qPrintable(QStringLiteral("reply %1").arg(i)), last);
        const auto rows = CommentService::thread(*m_shop->shop.session, *m_post).value();
        QCOMPARE(rows.size(), 200u);
        QCOMPARE(rows.at(3).depth, 3);
        QCOMPARE(rows.back().depth, deepestIndent);
        QCOMPARE(rows.back().comment.text, QStringLiteral("reply 199"));
    }

    void whatIsTakenAwayLeavesItsReplies()
    {
        const CommentId first = say("Lovely");
        const CommentId reply = say("Thank you", first);
        QVERIFY(await(m_shop->comments.remove(first)));
        QCOMPARE(thread(), QStringLiteral("removed (1) > Thank you"));
        QCOMPARE(m_shop->posts.one(*m_post).value()->comments, 1);
        QCOMPARE(refusal(await(m_shop->comments.add(*m_post, first, QStringLiteral("Why?")))),
                 QStringLiteral("comment.removed"));
        QCOMPARE(refusal(await(m_shop->comments.edit(first, QStringLiteral("Why?")))),
                 QStringLiteral("comment.removed"));
        QVERIFY(await(m_shop->shop.door->undo()));
        QCOMPARE(thread(), QStringLiteral("Lovely (1) > Thank you"));
        QVERIFY(await(m_shop->comments.remove(reply))); // nobody answered: it is simply gone
        QCOMPARE(thread(), QStringLiteral("Lovely"));
    }

    void onesOwnIsEditedAndTheShopModerates()
    {
        auto member = m_shop->hire("member");
        CommentService theirs(*member.session, *member.door);
        const CommentId first = await(theirs.add(*m_post, {}, QStringLiteral("Rude"))).value();
        const CommentId mine = say("Please", first);
        QCOMPARE(refusal(await(theirs.edit(mine, QStringLiteral("x")))), QStringLiteral("comment.not_yours"));
        QCOMPARE(refusal(await(theirs.remove(mine))), QStringLiteral("comment.not_yours"));
        QCOMPARE(refusal(await(m_shop->comments.edit(first, QStringLiteral("x")))),
                 QStringLiteral("comment.not_yours"));
        QVERIFY(await(theirs.edit(first, QStringLiteral("Ruder"))));
        QVERIFY(CommentService::thread(*m_shop->shop.session, *m_post).value().front().comment.isEdited);
        QVERIFY(await(m_shop->comments.remove(first))); // the owner
        QCOMPARE(thread(), QStringLiteral("removed (1) > Please"));
    }

    void noReplyToAnotherPostsComment()
    {
        const CommentId first = say("Lovely");
        const PostId other = await(m_shop->posts.publish(FeedShop::post("Silk"))).value();
        QCOMPARE(refusal(await(m_shop->comments.add(other, first, QStringLiteral("x")))),
                 QStringLiteral("comment.not_found"));
        const PostId draft = await(m_shop->posts.draft(FeedShop::post("Later"))).value();
        QCOMPARE(refusal(await(m_shop->comments.add(draft, {}, QStringLiteral("x")))),
                 QStringLiteral("feed.not_published"));
    }

private:
    CommentId say(const char *text, std::optional<CommentId> to = {})
    {
        m_shop->shop.clock.advanceMsecs(1000);
        return await(m_shop->comments.add(*m_post, to, QString::fromUtf8(text))).value();
    }
    QString thread() const
    {
        QString all;
        const auto rows = CommentService::thread(*m_shop->shop.session, *m_post).value();
        for (const ThreadRow &row : rows) {
            all += row.depth == 0 ? (all.isEmpty() ? QString() : QStringLiteral(" | "))
                                  : u' ' + QString(row.depth, u'>') + u' ';
            all += row.comment.isRemoved ? QStringLiteral("removed") : row.comment.text;
            if (row.replies > 0)
                all += QStringLiteral(" (%1)").arg(row.replies);
        }
        return all;
    }
    std::unique_ptr<FeedShop> m_shop;
    std::optional<PostId> m_post;
};

QTEST_GUILESS_MAIN(TestCommentService)
#include "tst_comment_service.moc"
