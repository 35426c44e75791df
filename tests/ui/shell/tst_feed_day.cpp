// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/feed/feed_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/feed/comments_model.h"
#include "ui/feed/feed_page.h"
#include "ui/feed/post_form.h"
#include "ui/feed/post_pane.h"
#include "ui/feed/posts_model.h"
#include "ui/widgets/tall_list.h"

#include <QClipboard>
#include <QPlainTextEdit>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! A day with the feed in the real window, by keys alone.
class TestFeedDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
    }
    void cleanup() { m_shop.reset(); }

    void aPostIsWrittenLikedAndTalkedAbout()
    {
        open();
        startNew();
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What is said of it"));
        m_shop->type("Lace for the season");
        m_shop->press(Qt::Key_F9); // nothing is shown yet
        QVERIFY(m_shop->waitSays(QStringLiteral("A post shows something")));
        paste();
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_VERIFY(pane()->post());
        QCOMPARE(pane()->post()->facts.caption, QStringLiteral("Lace for the season"));
        QCOMPARE(pane()->post()->facts.photos.size(), 1u);

        QTRY_VERIFY(list()->hasFocus());
        m_shop->press(Qt::Key_L);
        QTRY_COMPARE(pane()->post()->likes, 1);
        m_shop->press(Qt::Key_L);
        QTRY_COMPARE(pane()->post()->likes, 0);
        m_shop->press(Qt::Key_C);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Comment"));
        m_shop->type("Lovely");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(comments()->rowCount(), 1);
        QVERIFY(m_shop->tabTo(QStringLiteral("Comments")));
        m_shop->press(Qt::Key_Return); // answers it
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Comment"));
        m_shop->type("Thank you");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(comments()->rowCount(), 2);
        QCOMPARE(comments()->row(1).depth, 1);
        m_shop->press(Qt::Key_Escape);
        QTRY_VERIFY(list()->hasFocus());
    }

    //! A draft with J and K between the posts, published with the key.
    void draftsWait()
    {
        open();
        for (const char *caption : {"One", "Two", "Three"})
            publish(caption);
        QTRY_COMPARE(model()->rowCount(), 3);
        list()->setFocus();
        m_shop->press(Qt::Key_Home);
        const QString first = pane()->post()->facts.caption;
        m_shop->press(Qt::Key_J);
        QTRY_VERIFY(pane()->post()->facts.caption != first);
        m_shop->press(Qt::Key_K);
        QTRY_COMPARE(pane()->post()->facts.caption, first);
        m_shop->press(Qt::Key_N);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What is said of it"));
        m_shop->type("Later");
        paste();
        m_shop->press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(model()->list(), feed::PostList::Drafts);
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(m_shop->tabTo(QStringLiteral("Publish")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(model()->rowCount(), 0);
        QCOMPARE(posts(feed::PostList::Shop), 4);
    }

    //! Finished work comes out while the client agrees, and not a moment longer.
    void finishedWorkIsShownWithConsent()
    {
        ClientService clients(m_shop->desk().session(), m_shop->desk().door());
        ClientDraft card;
        card.name = QStringLiteral("Ngozi Okafor");
        const ClientId client = await(clients.add(card)).value();
        orders::OrderService orders(m_shop->desk().session(), m_shop->desk().door());
        orders::OrderDraft draft;
        draft.client = client;
        orders::PieceDraft &piece = draft.pieces.emplace_back();
        piece.name = QStringLiteral("Agbada");
        piece.colour = QStringLiteral("navy");
        const auto booked = await(orders.book(draft)).value();
        QVERIFY(await(orders.complete(booked.id)));

        open();
        startNew();
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What is said of it"));
        paste();
        QVERIFY(m_shop->tabTo(QStringLiteral("Of a finished order")));
        m_shop->type(booked.number);
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("Not agreed yet: Ngozi Okafor")));
        QCOMPARE(m_shop->child<PostForm>()->findChild<QPlainTextEdit *>()->toPlainText(),
                 QStringLiteral("Agbada navy"));
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("Not everybody this order dresses agreed")));
        card = clients.load(client)->fields;
        card.photoConsentAt = m_shop->clock.now();
        QVERIFY(await(clients.update(client, card)));
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(model()->rowCount(), 1);
        QVERIFY(m_shop->waitSays(QStringLiteral("agreed that it is shown")));
        card.photoConsentAt.reset();
        QVERIFY(await(clients.update(client, card)));
        QTRY_COMPARE(model()->rowCount(), 0);
        QCOMPARE(posts(feed::PostList::Everyone), 0);
        QCOMPARE(posts(feed::PostList::Archive), 1);
    }

private:
    void open()
    {
        m_shop->window().show(Screen::Feed);
        QTRY_VERIFY(m_shop->child<FeedPage>() && m_shop->child<FeedPage>()->isVisible());
        QTRY_VERIFY(model()->isLoaded());
    }
    //! The empty feed's button.
    void startNew()
    {
        QTRY_COMPARE(test::OpenProgram::readName(test::OpenProgram::focus()), QStringLiteral("New post"));
        m_shop->press(Qt::Key_Space);
    }
    //! Whose item views are the feed's own.
    PostsModel *model() const { return static_cast<PostsModel *>(list()->model()); }
    TallList *list() const
    {
        for (TallList *each : m_shop->program->findChildren<TallList *>()) {
            if (each->accessibleName() == QStringLiteral("Posts"))
                return each;
        }
        return nullptr;
    }
    PostPane *pane() const { return m_shop->child<PostPane>(); }
    CommentsModel *comments() const { return m_shop->child<CommentsModel>(); }
    int posts(feed::PostList list)
    {
        return int(feed::FeedService::page(m_shop->desk().session(), list, {}, 50).value().size());
    }
    void publish(const char *caption)
    {
        m_shop->clock.advanceMsecs(1000);
        feed::PostDraft draft;
        draft.caption = QString::fromUtf8(caption);
        draft.photos = {{QByteArray(32, 'a'), "image/jpeg", 3, "jpg"}};
        QVERIFY(await(feed::FeedService(m_shop->desk().session(), m_shop->desk().door()).publish(draft)));
    }
    //! A picture out of the clipboard onto the button for photos.
    void paste()
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(QColor(120, 40, 90));
        QGuiApplication::clipboard()->setImage(image);
        auto *add = photoButton();
        QVERIFY(add);
        add->setFocus();
        m_shop->press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY(photoButton() && photoButton()->parentWidget()->findChildren<QAbstractButton *>().size() > 1);
        QTRY_VERIFY(!m_shop->says(QStringLiteral("Taking it in")));
        m_shop->child<PostForm>()->focusFirst();
    }
    QAbstractButton *photoButton() const
    {
        for (auto *each : m_shop->child<PostForm>()->findChildren<QAbstractButton *>()) {
            if (each->accessibleName() == QStringLiteral("Photo of this post"))
                return each;
        }
        return nullptr;
    }
    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestFeedDay)
#include "tst_feed_day.moc"
