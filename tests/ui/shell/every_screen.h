// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/calendar/event_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/outbox_service.h"
#include "core/feed/comment_service.h"
#include "core/feed/feed_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/inventory/stock_service.h"
#include "core/marketplace/product_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "core/orders/hold_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/connections_page.h"
#include "ui/accounts/team_page.h"
#include "ui/backup/restore_page.h"
#include "ui/calendar/calendar_page.h"
#include "ui/clients/client_card.h"
#include "ui/conversations/conversations_model.h"
#include "ui/conversations/conversations_page.h"
#include "ui/conversations/thread_model.h"
#include "ui/documents/preview_page.h"
#include "ui/exchange/import_page.h"
#include "ui/feed/feed_page.h"
#include "ui/feed/post_pane.h"
#include "ui/finance/day_page_view.h"
#include "ui/finance/money_page.h"
#include "ui/finance/month_chart.h"
#include "ui/finance/till_card.h"
#include "ui/finance/till_entries_pane.h"
#include "ui/history/history_page.h"
#include "ui/inventory/item_pane.h"
#include "ui/inventory/stock_page.h"
#include "ui/invoices/invoices_page.h"
#include "ui/marketplace/market_page.h"
#include "ui/marketplace/product_pane.h"
#include "ui/measurements/measuring_page.h"
#include "ui/notifications/notification_watch.h"
#include "ui/notifications/notifications_page.h"
#include "ui/orders/attempt_form.h"
#include "ui/orders/bag_pane.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/outcome_form.h"
#include "ui/orders/party_page.h"
#include "ui/orders/pick_up_head.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_forms.h"
#include "ui/orders/piece_list_model.h"
#include "ui/orders/release_form.h"
#include "ui/photos/photo_intake.h"
#include "ui/vault/encrypt_page.h"
#include "ui/widgets/list_view.h"
#include "ui/workroom/work_head.h"
#include "ui/workroom/workroom_page.h"
#include "ui/workspaces/my_workspaces_page.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <map>

namespace thimblely::test {

/*!
 * Every screen of the real window, each by its name, over a shop with long names: who walks them all asks here which
 * there are, so that a screen is added in one place.
 */
class EveryScreen {
public:
    using Screen = ui::MainWindow::Screen;
    static constexpr int daysLived = 2;

    EveryScreen() { makeWays(); }

    bool make()
    {
        if (!shop.makeShop())
            return false;
        fill();
        return true;
    }
    //! Of a file that another process has made; its ids as that one tells them.
    QString ids() const
    {
        return QStringList{client->toString(), order->toString(), waiting->toString(), roll->toString()}.join(u',');
    }
    void know(const QString &ids)
    {
        const QStringList each = ids.split(u',');
        client = ClientId::parse(each.at(0)).value();
        order = OrderId::parse(each.at(1)).value();
        waiting = OrderId::parse(each.at(2)).value();
        roll = InventoryItemId::parse(each.at(3)).value();
        shop.clock.advanceDays(daysLived);
    }
    QStringList names() const
    {
        QStringList names;
        for (const auto &[name, way] : m_ways)
            names.append(name);
        return names;
    }
    //! Goes there from wherever it is.
    void go(const QString &screen)
    {
        if (shop.program->currentWidget() != &shop.window())
            leaveOutside();
        const auto way = std::ranges::find(m_ways, screen, &std::pair<QString, std::function<void()>>::first);
        if (way == m_ways.end())
            qFatal("no way to %s", qPrintable(screen));
        way->second();
        settle();
    }

    //! A field that can be typed into, by what a screen reader calls it; null: there is none now.
    QWidget *field(const QString &name) const
    {
        for (QWidget *each : fields()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    //! Lines and texts that a person can type into now, as they stand on the screen.
    QList<QWidget *> fields() const
    {
        QList<QWidget *> found;
        const auto all = shop.program->findChildren<QWidget *>();
        for (QWidget *each : all) {
            const auto *line = qobject_cast<QLineEdit *>(each);
            const auto *text = qobject_cast<QPlainTextEdit *>(each);
            if ((line && !line->isReadOnly()) || (text && !text->isReadOnly())) {
                if (each->isVisible() && each->isEnabled())
                    found.append(each);
            }
        }
        return found;
    }
    //! Typed to find something or to try something out, or what must never be written down: no draft is kept of these.
    static bool isNoDraft(const QWidget &field)
    {
        static const QStringList names{
            QStringLiteral("Search"),
            QStringLiteral("Order number, ticket or name"),
            QStringLiteral("Find a payment of any day"),
            QStringLiteral("Find in the bin"),
            QStringLiteral("Find in the stock"),
            QStringLiteral("Find an invoice"),
            QStringLiteral("Find a client to write to"),
            QStringLiteral("Find a product"),
            QStringLiteral("Day"),                                       // of the history
            QStringLiteral("The other card"),                            // who is one with this client
            QStringLiteral("What the scanner types"),                    // tried out
            QStringLiteral("Its last four characters, from your paper"), // of the backups' code
        };
        const auto *line = qobject_cast<const QLineEdit *>(&field);
        return names.contains(field.accessibleName()) || (line && line->echoMode() == QLineEdit::Password);
    }
    static QString textOf(const QWidget *field)
    {
        const auto *line = qobject_cast<const QLineEdit *>(field);
        return line ? line->text() : qobject_cast<const QPlainTextEdit *>(field)->toPlainText();
    }

    OpenProgram shop;
    //! One of the team whose name is long.
    const QString colleague = QStringLiteral("Oluwafunmilayo Adebayo-Williams of the Finishing Room");

private:
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    ui::Navigation &navigation() { return shop.desk().navigation(); }
    ui::MainWindow &window() { return shop.window(); }
    void show(Screen screen) { window().show(screen); }
    void say(const char *words)
    {
        settleUntil([this, words] { return shop.says(QString::fromUtf8(words)); }, words);
    }
    template <typename Holds>
    void settleUntil(Holds holds, const char *what)
    {
        if (!QTest::qWaitFor(holds, OpenProgram::patience))
            qFatal("it never came: %s", what);
    }
    //! A button that can be seen, by its words.
    QAbstractButton *button(const char *text)
    {
        const auto all = shop.program->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->isVisible() && each->text() == QString::fromUtf8(text))
                return each;
        }
        qFatal("no button %s", text);
    }
    void leaveOutside()
    {
        QWidget *page = shop.program->currentWidget();
        if (auto *restore = qobject_cast<ui::RestorePage *>(page))
            Q_EMIT restore->leaveRequested();
        else if (auto *encrypt = qobject_cast<ui::EncryptPage *>(page))
            Q_EMIT encrypt->leaveRequested();
        settleUntil([this] { return shop.program->currentWidget() == &shop.window(); }, "the window");
    }
    void add(const char *name, std::function<void()> way)
    {
        m_ways.emplace_back(QString::fromLatin1(name), std::move(way));
    }

    void makeWays()
    {
        makePlainWays();
        makeCounterWays();
        makeClientWays();
        makeTillWays();
        makeBagWays();
        makeStockWays();
        makeCalendarWays();
        makeWorkroomWays();
        makeMessageWays();
        makeFeedWays();
        makeMarketWays();
    }
    //! A photo as it comes in, so that what is shown of it went the whole way.
    changes::Media photo(const QColor &colour)
    {
        QImage image(900, 1100, QImage::Format_RGB32);
        image.fill(colour);
        return changes::await(ui::takeInPhoto(image, shop.path())).value();
    }
    void makeFeedWays()
    {
        const auto list = [this](feed::PostList wanted) { return [this, wanted] { openFeed(wanted); }; };
        add("feed", list(feed::PostList::Shop));
        add("my posts", list(feed::PostList::Mine));
        add("drafts of posts", list(feed::PostList::Drafts));
        add("posts of everybody", list(feed::PostList::Everyone));
        add("new post", [this] {
            openFeed(feed::PostList::Shop);
            shop.child<ui::FeedPage>()->startNew();
        });
        add("change a post", [this] {
            openFeed(feed::PostList::Shop);
            auto *pane = shop.child<ui::PostPane>();
            if (pane->post())
                Q_EMIT pane->editRequested(*pane->post());
        });
    }
    void openFeed(feed::PostList list)
    {
        if (!std::exchange(m_posted, true))
            post();
        show(Screen::Feed);
        auto *page = shop.child<ui::FeedPage>();
        QSignalSpy loaded(page, &ui::FeedPage::loaded);
        page->showList(list);
        settleUntil([&loaded] { return loaded.count() > 0; }, "the feed");
    }
    void post()
    {
        if (!shop.desk().principal().can(access::Capability::FeedsPublish))
            return;
        feed::FeedService posts(shop.desk().session(), shop.desk().door());
        feed::CommentService comments(shop.desk().session(), shop.desk().door());
        feed::PostDraft draft;
        draft.caption = QStringLiteral("Ceremonial agbada with embroidery in gold thread at the neck and the sleeves,"
                                       " three pieces, sewn over eleven days by four of us");
        draft.tags = {QStringLiteral("agbada"), QStringLiteral("embroidery"), QStringLiteral("asoebi")};
        draft.photos = {photo(QColor(90, 60, 120)), photo(QColor(30, 90, 120))};
        must(posts.draft(draft));
        draft.whose = feed::Whose::Own;
        must(posts.publish(draft));
        draft.whose = feed::Whose::Shop;
        draft.crossTo = {feed::Platform::Instagram};
        const auto shown = changes::await(posts.publish(draft)).value();
        std::optional<feed::CommentId> last;
        for (int i = 0; i < 6; ++i)
            last = changes::await(comments.add(shown, i == 3 ? std::nullopt : last,
                                               QStringLiteral("How long does such a gown take, with its embroidery?")))
                       .value();
        must(posts.like(shown));
    }
    void makeMarketWays()
    {
        add("marketplace", [this] { openMarket(false); });
        add("our products", [this] { openMarket(true); });
        add("new product", [this] {
            openMarket(true);
            shop.child<ui::MarketPage>()->startNew();
        });
        add("change a product", [this] {
            openMarket(true);
            Q_EMIT shop.child<ui::ProductPane>()->editRequested();
        });
        add("order a product", [this] {
            openMarket(false);
            shop.child<ui::MarketPage>()->startOrder();
        });
    }
    void openMarket(bool ours)
    {
        if (!std::exchange(m_offered, true))
            offer();
        show(Screen::Marketplace);
        auto *page = shop.child<ui::MarketPage>();
        QSignalSpy loaded(page, &ui::MarketPage::loaded);
        page->showOurs(ours);
        settleUntil([&loaded] { return loaded.count() > 0; }, "the marketplace");
    }
    void offer()
    {
        if (!shop.desk().principal().can(access::Capability::MarketplacePublish))
            return;
        marketplace::ProductService products(shop.desk().session(), shop.desk().door());
        for (int i = 0; i < 5; ++i) {
            marketplace::ProductDraft draft{
                .facts = {.title = QStringLiteral("Ceremonial agbada with embroidery, number %1").arg(i),
                          .price = naira(120'000 + i)}};
            draft.facts.description = QStringLiteral("Hand embroidered in gold thread; fitted twice in the shop.");
            draft.facts.category = QStringLiteral("Ceremonial wear for men");
            draft.regions = {QStringLiteral("NG")};
            draft.madeToOrder = i % 2 == 0;
            draft.options = {{QStringLiteral("Colour"), {QStringLiteral("midnight blue"), QStringLiteral("ivory")}}};
            if (i < 3)
                draft.photos = {photo(QColor(60 + 40 * i, 80, 110))};
            must(products.publish(draft));
        }
    }
    void makeStockWays()
    {
        using ui::StockMove;
        add("stock", [this] { openStock(); });
        const std::pair<const char *, StockMove> moves[] = {
            {"take in", StockMove::Receive},   {"cut", StockMove::Cut},        {"remnant", StockMove::Remnant},
            {"come back", StockMove::Return},  {"waste", StockMove::Waste},    {"correct stock", StockMove::Adjust},
            {"put aside", StockMove::Reserve}, {"let go", StockMove::Release}, {"on order", StockMove::Order}};
        for (const auto &[name, move] : moves) {
            add(name, [this, move] {
                openStock();
                Q_EMIT shop.child<ui::ItemPane>()->moveRequested(move);
            });
        }
        add("new in stock", [this] {
            openStock();
            button("New")->click();
        });
        add("stock facts", [this] {
            openStock();
            Q_EMIT shop.child<ui::ItemPane>()->editRequested();
        });
        add("count a shelf", [this] {
            openStock();
            shop.child<ui::StockPage>()->countShelf({});
        });
        add("low stock", [this] {
            openStock();
            shop.child<ui::StockPage>()->showLow();
        });
        add("to buy", [this] {
            openStock();
            shop.child<ui::StockPage>()->showPurchases();
        });
    }
    void openStock()
    {
        show(Screen::Stock);
        shop.child<ui::StockPage>()->showItem(*roll);
        settle();
    }
    void makeMessageWays()
    {
        add("messages", [this] {
            openMessages();
            shop.child<ui::ConversationsPage>()->showClient(*client, *order);
            settleUntil([this] { return shop.child<ui::ThreadModel>()->rowCount() > 0; }, "the thread");
        });
        add("channels", [this] {
            openMessages();
            shop.child<ui::ConversationsPage>()->showChannels();
        });
        add("templates of messages", [this] {
            openMessages();
            shop.child<ui::ConversationsPage>()->showTemplates();
        });
    }
    void openMessages()
    {
        show(Screen::Messages);
        auto *list = shop.child<ui::ConversationsModel>();
        settleUntil([list] { return list->isLoaded(); }, "the conversations");
    }
    void makeCalendarWays()
    {
        const auto view = [this](ui::CalendarPage::View wanted) {
            return [this, wanted] {
                show(Screen::Calendar);
                auto *page = shop.child<ui::CalendarPage>();
                page->stepBack(); // the form of the one before
                QSignalSpy loaded(page, &ui::CalendarPage::loaded);
                page->show(wanted, shop.desk().today());
                settleUntil([&loaded] { return loaded.count() > 0; }, "the calendar");
            };
        };
        add("calendar day", view(ui::CalendarPage::View::Day));
        add("calendar week", view(ui::CalendarPage::View::Week));
        add("calendar month", view(ui::CalendarPage::View::Month));
        add("agenda", view(ui::CalendarPage::View::Agenda));
        add("appointment", [this] {
            show(Screen::Calendar);
            shop.child<ui::CalendarPage>()->begin(shop.desk().today(), {});
        });
    }
    void makePlainWays()
    {
        const std::pair<const char *, Screen> plain[] = {{"today", Screen::Today},
                                                         {"counter", Screen::Counter},
                                                         {"pick up", Screen::PickUp},
                                                         {"money", Screen::Money},
                                                         {"my wages", Screen::MyWages},
                                                         {"add person", Screen::AddPerson},
                                                         {"shop", Screen::Shop},
                                                         {"printing", Screen::Printing},
                                                         {"price list", Screen::PriceList},
                                                         {"notebook", Screen::Notebook},
                                                         {"calendar", Screen::Calendar},
                                                         {"backups", Screen::Backups},
                                                         {"recovery sheet", Screen::Recovery},
                                                         {"invoices", Screen::Invoices}};
        for (const auto &[name, place] : plain) {
            add(name, [this, place] {
                if (place == Screen::PickUp)
                    window().startPickUp();
                else
                    show(place);
                if (place == Screen::Money)
                    shop.child<ui::MoneyPage>()->start(ui::TillTask::Look);
            });
        }
        add("new invoice", [this] {
            show(Screen::Invoices);
            shop.child<ui::InvoicesPage>()->startNew();
        });
        const char *const books[] = {"money overview", "money entries", "money goals", "money wages", "money tax"};
        for (int part = 0; part < 5; ++part) {
            add(books[part], [this, part] {
                openBooks(part);
                if (part == 0)
                    settleUntil([this] { return !shop.child<ui::MonthChart>()->accessibleDescription().isEmpty(); },
                                "the overview");
                QTest::qWait(50);
            });
        }
        add("expense", [this] {
            openBooks(1);
            button("Expense")->click();
        });
        add("goal", [this] {
            openBooks(2);
            button("New goal")->click();
        });
        add("part of the income", [this] {
            openBooks(2);
            button("New part")->click();
        });
        add("wage", [this] {
            openBooks(3);
            settleUntil([this] { return button("Pay…")->isEnabled(); }, "who is paid");
            button("Pay…")->click();
        });
        add("close a period", [this] {
            openBooks(4);
            button("Close a period…")->click();
        });
        add("price line", [this] {
            show(Screen::PriceList);
            button("New task")->click();
        });
        add("team", [this] { openTeam(QString()); });
        add("own pin", [this] {
            openTeam(QString());
            button("Change your PIN…")->click();
        });
        add("where you live", [this] {
            openTeam(QString());
            button("Where you live…")->click();
        });
        add("give pin", [this] {
            openTeam(colleague);
            button("New PIN…")->click();
        });
        add("member", [this] {
            openTeam(colleague);
            button("Change…")->click();
        });
        add("member leaves", [this] {
            openTeam(colleague);
            button("Remove…")->click();
        });
        add("invite", [this] {
            openTeam(QString());
            button("Invite…")->click();
        });
        add("my workspaces", [this] { openWorkspaces(); });
        add("new workspace", [this] {
            openWorkspaces();
            button("New workspace…")->click();
            settleUntil([this] { return field(QStringLiteral("Name of the shop")) != nullptr; }, "the form");
        });
        add("hand over", [this] {
            openWorkspaces();
            button("Hand it over…")->click();
        });
        add("delete workspace", [this] {
            openWorkspaces();
            button("Delete…")->click();
        });
        add("my sign-in", [this] { openMySignIn(); });
        add("connections", [this] { openConnections(); });
        add("new account", [this] {
            openConnections();
            shop.child<ui::ConnectionsPage>()->startNew();
        });
        add("notifications", [this] { openNotifications(); });
        add("what to be told of", [this] {
            openNotifications();
            shop.child<ui::NotificationsPage>()->showKinds();
        });
        add("history", [this] {
            show(Screen::History);
            shop.child<ui::HistoryPage>()->showAll();
            QTest::qWait(50);
        });
        add("bin", [this] {
            show(Screen::History);
            shop.child<ui::HistoryPage>()->showBin();
            QTest::qWait(50);
        });
        add("preview", [this] {
            show(Screen::Preview);
            shop.child<ui::PreviewPage>()->showPaper({ui::PaperKind::WorkOrder, order->bytes()});
            QTest::qWait(200);
        });
        add("import", [this] {
            show(Screen::Import);
            shop.child<ui::ImportPage>()->open({oldBook()});
            say("2 not understood");
        });
        add("restore", [this] { Q_EMIT window().restoreRequested(); });
        add("encrypt", [this] { Q_EMIT window().encryptRequested(); });
    }
    //! A part of the books, with no form left open.
    void openBooks(int part)
    {
        show(Screen::Money);
        shop.child<ui::MoneyPage>()->start(ui::TillTask::Look);
        shop.child<ui::MoneyPage>()->showBooks(part);
        settle();
        if (shop.child<ui::MoneyPage>()->leaveBooksForm())
            settle();
    }
    //! The card of somebody; empty: one's own.
    void openTeam(const QString &name)
    {
        show(Screen::Team);
        while (window().currentPage()->stepBack()) {
        }
        auto *team = shop.child<ui::TeamPage>();
        const auto all = TeamService(shop.desk().session(), shop.desk().door()).members().value();
        for (const TeamMember &member : all) {
            if (name.isEmpty() ? member.person == shop.desk().principal().person : member.name == name)
                team->showMember(member.id);
        }
        settle();
    }
    void openMySignIn()
    {
        show(Screen::MySignIn);
        while (window().currentPage()->stepBack()) {
        }
        QTest::qWait(50);
    }
    void openConnections()
    {
        show(Screen::Connections);
        while (window().currentPage()->stepBack()) {
        }
        QTest::qWait(50);
    }
    //! With what there is to tell.
    void openNotifications()
    {
        QSignalSpy looked(&window().notifications(), &ui::NotificationWatch::looked);
        window().notifications().lookSoon();
        settleUntil([&looked] { return looked.count() > 0; }, "a look at the notifications");
        QTest::qWait(50);
        show(Screen::Notifications);
        while (window().currentPage()->stepBack()) {
        }
        settleUntil([this] { return shop.child<ui::NotificationsPage>()->isSettled(); }, "the notifications");
    }
    //! At the card of the one that is open.
    void openWorkspaces()
    {
        show(Screen::Workspaces);
        while (window().currentPage()->stepBack()) {
        }
        auto *list = shop.child<ui::MyWorkspacesPage>()->findChild<ui::ListView *>();
        settleUntil([list] { return list->model()->rowCount() > 0; }, "the workspaces");
        list->setCurrentIndex(list->model()->index(0, 0));
        settle();
    }
    void makeCounterWays()
    {
        add("half-done order", [this] {
            Q_EMIT navigation().orderRequested(*client);
            if (!shop.says(QStringLiteral("Trousers, navy"))) {
                shop.type("1");
                shop.press(Qt::Key_Return);
                shop.type("navy pinstripe");
            }
        });
        add("party", [this] { openParty(); });
        add("party names", [this] {
            openParty();
            shop.child<ui::PartyPage>()->handle(ui::ActionId::AddTo);
        });
    }
    void openParty()
    {
        Q_EMIT navigation().partyRequested(*order);
        if (shop.child<ui::PartyPage>()->stepBack())
            settle();
        say("Party of");
    }
    void makeClientWays()
    {
        add("client", [this] { openClient(); });
        add("new client", [this] { Q_EMIT navigation().newClientRequested(QStringLiteral("Ade")); });
        add("edit client", [this] { Q_EMIT navigation().clientEditRequested(*client); });
        add("merge", [this] {
            openClient();
            Q_EMIT shop.child<ui::ClientCard>()->mergeRequested(*client);
        });
        add("held", [this] {
            openClient();
            Q_EMIT shop.child<ui::ClientCard>()->heldRequested(*client, QStringLiteral("Oluwaseun"));
            QTest::qWait(50);
        });
        add("erase", [this] {
            openClient();
            Q_EMIT shop.child<ui::ClientCard>()->eraseRequested(*client, QStringLiteral("Oluwaseun"));
            QTest::qWait(50);
        });
        add("measuring", [this] { measure(); });
        add("doubt", [this] {
            measure();
            shop.child<ui::MeasuringPage>()->setCurrent(QStringLiteral("bust_circ"));
            shop.child<ui::MeasuringPage>()->focusValue();
            shop.type("84");
            shop.press(Qt::Key_Return);
        });
        add("templates", [this] {
            measure();
            trigger("Templates…");
        });
        add("group", [this] {
            measure();
            trigger("Measure several people…");
            QTest::qWait(100);
        });
    }
    void openClient() { Q_EMIT navigation().clientRequested(*client); }
    void measure()
    {
        openClient();
        shop.press(Qt::Key_F4);
        window().currentPage()->stepBack(); // from the templates, or a table that was left open
    }
    void trigger(const char *action)
    {
        QMenu *menu = shop.child<ui::MeasuringPage>()->moreMenu();
        Q_EMIT menu->aboutToShow(); // filled as it opens
        const auto all = menu->actions();
        for (QAction *each : all) {
            if (each->text() == QString::fromUtf8(action))
                return each->trigger();
        }
        qFatal("no line %s", action);
    }
    void makeTillWays()
    {
        const auto task = [this](ui::TillTask wanted) {
            return [this, wanted] { Q_EMIT navigation().tillRequested(wanted); };
        };
        add("till opening", task(ui::TillTask::Open));
        add("till count", task(ui::TillTask::Count));
        add("till close", task(ui::TillTask::Close));
        add("till move", [this] {
            Q_EMIT navigation().tillRequested(ui::TillTask::Look);
            Q_EMIT shop.child<ui::TillCard>()->moveRequested();
        });
        add("take back", [this] {
            Q_EMIT navigation().tillRequested(ui::TillTask::Look);
            const auto entries = finance::TillService(shop.desk().session(), shop.desk().door()).entries().value();
            const auto sale = std::ranges::find(entries, finance::TillEntryKind::Sale, &finance::TillEntry::kind);
            Q_EMIT shop.child<ui::TillEntriesPane>()->takeBackRequested(
                *sale, QStringLiteral("Order %1, %2").arg(sale->orderNumber, sale->clientName));
        });
        add("day page", [this] {
            Q_EMIT navigation().tillRequested(ui::TillTask::Look);
            Q_EMIT shop.child<ui::TillEntriesPane>()->pagesRequested();
        });
    }
    void makeBagWays()
    {
        using ui::PieceStep;
        add("bag", [this] { openBag(); });
        const std::pair<const char *, PieceStep> steps[] = {
            {"fitting", PieceStep::FitAgain},  {"redo", PieceStep::FreeRedo},
            {"change", PieceStep::PaidChange}, {"hold", PieceStep::Hold},
            {"correct", PieceStep::Correct},   {"promise", PieceStep::MovePromise},
            {"cancel", PieceStep::Cancel},     {"cancel order", PieceStep::CancelOrder}};
        for (const auto &[name, step] : steps) {
            add(name, [this, step] {
                openBag();
                beginStep(*order, step);
            });
        }
        add("answer", [this] {
            Q_EMIT navigation().openOrderRequested(*waiting);
            beginStep(*waiting, PieceStep::Hold);
        });
        add("delivery", [this] {
            openBag();
            Q_EMIT shop.child<ui::PickUpHead>()->deliveryRequested();
        });
        add("message", [this] {
            openBag();
            shop.child<ui::PieceForms>()->offerMessage(loaded(*order), QStringLiteral("Order 1002: a new day"),
                                                       QStringLiteral("moved"));
        });
        add("attempt", [this] {
            openBag();
            shop.child<ui::AttemptForm>()->begin(loaded(*order));
        });
        add("outcome", [this] {
            openBag();
            shop.child<ui::OutcomeForm>()->begin(loaded(*order), {});
        });
        add("release", [this] {
            openBag();
            shop.child<ui::ReleaseForm>()->begin(order->toString(),
                                                 QStringLiteral("What stays here does not cover it."),
                                                 QStringLiteral("2 pieces leave unpaid"));
        });
        add("where it hangs", [this] {
            openBag();
            shop.child<ui::BagPane>()->askPlace({loaded(*order).pieces.front().id});
        });
    }
    void makeWorkroomWays()
    {
        using View = ui::WorkroomPage::View;
        add("workroom", [this] { openWorkroom(View::Board); });
        add("workroom list", [this] { openWorkroom(View::List); });
        add("my work", [this] { openWorkroom(View::Mine); });
        add("workroom steps", [this] {
            openWorkroom(View::Board);
            Q_EMIT workroom()->findChild<ui::WorkHead *>()->setupAsked();
        });
        const std::pair<const char *, Qt::Key> forms[] = {{"workroom give", Qt::Key_A},
                                                          {"workroom waits", Qt::Key_H},
                                                          {"workroom check", Qt::Key_C},
                                                          {"workroom late", Qt::Key_L},
                                                          {"workroom note", Qt::Key_N}};
        for (const auto &[name, key] : forms) {
            add(name, [this, key] {
                openWorkroom(View::Board);
                if (!workroom()->choose(loaded(*waiting).pieces.back().id))
                    qFatal("the piece is not on the board");
                shop.press(key);
            });
        }
    }
    ui::WorkroomPage *workroom() { return shop.child<ui::WorkroomPage>(); }
    void openWorkroom(ui::WorkroomPage::View view)
    {
        show(Screen::Workroom);
        while (workroom()->stepBack()) {
        }
        workroom()->showView(view);
        settleUntil([this] { return workroom()->isSettled(); }, "the workroom");
        workroom()->arrive();
        settleUntil([this] { return workroom()->isSettled(); }, "the workroom");
    }
    void openBag() { Q_EMIT navigation().openOrderRequested(*order); }
    orders::OrderDetail loaded(OrderId id)
    {
        return orders::OrderService(shop.desk().session(), shop.desk().door()).load(id).value();
    }
    void beginStep(OrderId id, ui::PieceStep step)
    {
        settle();
        const orders::Piece piece = loaded(id).pieces.front();
        auto *bag = shop.child<ui::BagPane>();
        bag->choose(piece.id);
        Q_EMIT bag->stepRequested(step, piece, bag->pieces().what(bag->pieces().rowOf(piece.id)));
    }

    //! A notebook as a table: measures of three, of whom two cannot be understood.
    QString oldBook() const
    {
        QFile book(shop.dir.filePath(QStringLiteral("notebook of the old shop.csv")));
        if (!book.open(QIODevice::WriteOnly))
            qFatal("no book");
        book.write("Client;Telephone;Waist;Hip;Nape over shoulder to wrist;Remarks\nAmina Bello;0803 555 4471;32;40 "
                   "1/2;30;Left shoulder low, comes on Fridays after the market\nTunde;;tall;40;31;\n;;34;42;32;\n");
        return book.fileName();
    }

    void fill()
    {
        if (!shop.addColleague())
            qFatal("no colleague");
        const auto session = access::Session::open(shop.path(), *shop.owner).value();
        const auto door = changes::WriteDoor::open(*session, shop.clock).value();
        must(TeamService(*session, *door)
                 .add({colleague, access::Role::Member, access::Job::Finisher, QStringLiteral("7391")}));
        addPeople(*session, *door);
        closeADay(*session, *door);
        stockUp(*session, *door);
        book(*session, *door);
        arrange(*session, *door);
        trade(*session, *door);
        correspond(*session, *door);
    }
    void stockUp(access::Session &session, changes::WriteDoor &door)
    {
        inventory::StockService stock(session, door);
        const auto add = [&](const char *name, const char *number, const char *colour, qint64 milli) {
            inventory::ItemDraft facts;
            facts.name = QString::fromUtf8(name);
            facts.sku = QString::fromLatin1(number);
            facts.colour = QString::fromLatin1(colour);
            facts.composition = QStringLiteral("wool, silk and mohair");
            facts.location = QStringLiteral("A2, behind the door");
            facts.supplierName = QStringLiteral("Yaba Textiles and Sons");
            facts.unit = QStringLiteral("m");
            facts.widthMm = 1500;
            facts.minimumStock = Quantity::whole(10);
            facts.sellingPrice = naira(6'800);
            const inventory::Receipt receipt{.quantity = Quantity(milli), .unitCost = naira(4'100)};
            return changes::await(stock.receiveNew(facts, receipt)).value();
        };
        roll = add("Navy pinstripe of super 120s, from the old mill", "R-014", "navy", 42'500);
        (void)add("Charcoal twill", "R-009", "charcoal", 8'200);
        must(stock.reserve(*roll, Quantity(2'500), QStringLiteral("Mrs Bello, who decides on Friday")));
    }
    void addPeople(access::Session &session, changes::WriteDoor &door)
    {
        ClientService clients(session, door);
        ClientDraft one;
        one.name = QStringLiteral("Oluwaseun Okonkwo-Adeyemi of the Lagos Island Choir");
        one.phones.push_back({QStringLiteral("+234 803 555 4471")});
        one.gender = GenderForFit::Male;
        one.fitNotes = QStringLiteral("right shoulder low; left sleeve +1.2, stands erect and breathes from the chest");
        client = changes::await(clients.add(one)).value();
        ClientDraft son;
        son.name = QStringLiteral("Oluwatobiloba Okonkwo-Adeyemi the younger");
        son.payer = client;
        m_child = changes::await(clients.add(son)).value();
        ClientDraft gone;
        gone.name = QStringLiteral("Somebody who was written down twice, Adeyemi");
        const ClientId twice = changes::await(clients.add(gone)).value();
        must(clients.remove(twice));
        must(TemplateService(session, door).installMissing());
        const auto templates = TemplateService(session, door).all().value();
        for (const char *text : {"98.5", "99.5"}) {
            MeasurementDraft draft{*client, templates.front().id, SetKind::Body, {}};
            for (const char *code : {"bust_circ", "hip_circ"})
                draft.values.push_back(MeasuredValue::parse(QString::fromLatin1(code), Side::Both,
                                                            QString::fromLatin1(text), LengthUnit::Centimetre)
                                           .value());
            draft.changeReason = ChangeReason::BodyChanged;
            draft.takenAt = shop.clock.now().plusMsecs(qint64(-86'400'000) * (text[1] == '8' ? 200 : 3));
            must(MeasurementService(session, door).save(draft));
        }
    }
    //! Its page can be looked at the day after.
    void closeADay(access::Session &session, changes::WriteDoor &door)
    {
        finance::TillService till(session, door);
        must(till.open(naira(20'000)));
        must(till.move({finance::TillEntryKind::PaidOut, naira(1'750),
                        QStringLiteral("thread and forty buttons from the market at Balogun")}));
        must(till.count({{}, naira(18'000)}));
        must(till.close({naira(10'000), QStringLiteral("a coin rolled under the table, and nobody found it")}));
    }
    void book(access::Session &session, changes::WriteDoor &door)
    {
        orders::OrderService service(session, door);
        const ShopCalendar calendar = WorkspaceService(session, door).load()->calendar().value();
        const auto booked = [&](const char *name, int days, std::optional<ClientId> wearer = {}) {
            orders::OrderDraft draft;
            draft.client = client;
            for (int i = 0; i < 2; ++i) {
                orders::PieceDraft piece;
                piece.garmentType = QStringLiteral("jacket");
                piece.name = QString::fromLatin1(name);
                piece.colour = QStringLiteral("midnight blue");
                piece.condition = {QStringLiteral("shine on the seat"),
                                   QStringLiteral("a button is missing at the cuff")};
                piece.wearer = wearer;
                piece.unitPrice = naira(1'234'567);
                draft.pieces.push_back(piece);
            }
            draft.promisedDate = calendar.dayOf(shop.clock.now()).plusDays(days);
            return changes::await(service.book(draft))->id;
        };
        (void)booked("Trousers with turn-ups", 0);
        shop.clock.advanceDays(daysLived); // they are late now
        order = booked("Double-breasted jacket with peaked lapels", 0, m_child);
        must(service.complete(*order));
        waiting = booked("Ceremonial agbada with embroidery", 5);
        must(orders::HoldService(door).ask(service.load(*waiting)->pieces[0].id, orders::HoldReason::Client,
                                           QStringLiteral("Gold thread or silver thread at the neck?")));
    }
    void arrange(access::Session &session, changes::WriteDoor &door)
    {
        calendar::EventService service(door);
        const ShopCalendar days = WorkspaceService(session, door).load()->calendar().value();
        const Date today = days.dayOf(shop.clock.now());
        for (int i = 0; i < 5; ++i) {
            calendar::EventDraft draft;
            draft.title = QStringLiteral("Oluwaseun comes about the embroidery of the ceremonial agbada");
            draft.kind = i % 2 == 0 ? calendar::EventKind::Fitting : calendar::EventKind::Appointment;
            draft.client = client;
            draft.startsAt = days.at(today, QTime(15 + i / 2, 0));
            draft.endsAt = draft.startsAt.plusMsecs(30 * 60'000);
            draft.staff = i < 3 ? std::optional(session.principal().person) : std::nullopt;
            must(service.add(draft));
        }
    }
    void trade(access::Session &session, changes::WriteDoor &door)
    {
        finance::TillService till(session, door);
        must(till.open(naira(10'000)));
        must(finance::PaymentService(session, door).take(*order, {naira(1'000'000)}));
        must(till.count({{}, naira(1'010'500)}));
    }
    //! With what came, what went, what waits and what did not go.
    void correspond(access::Session &session, changes::WriteDoor &door)
    {
        using namespace conversations;
        ChannelDraft typed{ChannelType::WhatsApp, QStringLiteral("The telephone at the counter"),
                           QStringLiteral("0803 555 9999")};
        const ChannelId phone = changes::await(ChannelService(session, door).add(std::move(typed))).value();
        OutboxService outbox(door);
        const auto queue = [&](const char *text) {
            const MessageDraft draft{*client, order, phone, QString::fromUtf8(text), QStringLiteral("ready")};
            return changes::await(outbox.queue({draft, QStringLiteral("+2348035554471")})).value();
        };
        must(outbox.markSent(queue("Hello,\nyour double-breasted jacket with peaked lapels is ready and waits.")));
        must(outbox.receive({*client, order, phone, QStringLiteral("مرحبا، هل يمكنني أن آتي يوم الجمعة؟")}));
        must(outbox.markFailed(queue("Of course."), QStringLiteral("They are not to be reached by this channel")));
        (void)queue("We are open until seven on Friday, and from ten on Saturday; bring the ticket, please.");
    }
    static Money naira(qint64 amount) { return {amount * 100, Currency::parse(u"NGN").value()}; }
    template <typename T>
    static void must(QFuture<Result<T>> future)
    {
        if (const auto done = changes::await(std::move(future)); !done)
            qFatal("%s", qPrintable(describe(done.error())));
    }

public:
    std::optional<ClientId> client;
    std::optional<OrderId> order;   // ready, partly paid, worn by somebody else than the payer
    std::optional<OrderId> waiting; // for an answer
    std::optional<InventoryItemId> roll;

private:
    bool m_posted = false;
    bool m_offered = false;
    std::optional<ClientId> m_child;
    std::vector<std::pair<QString, std::function<void()>>> m_ways;
};

} // namespace thimblely::test
