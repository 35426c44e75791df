// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/natural_ids.h"
#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/clients/clients_page.h"
#include "ui/documents/order_papers.h"
#include "ui/orders/counter_page.h"
#include "ui/orders/pick_up_page.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/nav.h"
#include "ui/workroom/workroom_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QTimer>

using namespace thimblely;
using namespace thimblely::ui;

//! Each job finds its own screens in the program's window, and nothing on them that it may not see.
class TestScreensByRole : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup() { m_shop.reset(); }

    void everybodyHasTheirScreens_data()
    {
        QTest::addColumn<access::Role>("role");
        QTest::addColumn<access::Job>("job");
        QTest::addColumn<QStringList>("rows");
        const QStringList all{QStringLiteral("Today"),    QStringLiteral("Counter"), QStringLiteral("Pick up"),
                              QStringLiteral("Workroom"), QStringLiteral("Clients"), QStringLiteral("Stock")};
        const QStringList pieces{QStringLiteral("My work"), QStringLiteral("Stock")};
        QTest::newRow("counter") << access::Role::Member << access::Job::Counter << all;
        QTest::newRow("cutter") << access::Role::Member << access::Job::Cutter << pieces;
        QTest::newRow("stitcher") << access::Role::Member << access::Job::Stitcher << pieces;
    }
    void everybodyHasTheirScreens()
    {
        QFETCH(access::Role, role);
        QFETCH(access::Job, job);
        QFETCH(QStringList, rows);
        addAndSignIn(role, job);
        QStringList found;
        const auto buttons = m_shop->window().findChild<NavBar *>()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            for (const char *screen : {"Today", "Counter", "Pick up", "Workroom", "My work", "Clients", "Stock"}) {
                if (button->isVisible() && button->text() == QLatin1String(screen))
                    found.append(button->text());
            }
        }
        QCOMPARE(found, rows);
        if (rows.contains(QStringLiteral("Counter")))
            return;
        // No key leads to what has no row.
        for (const auto &[key, modifiers] :
             {std::pair(Qt::Key_F2, Qt::NoModifier), std::pair(Qt::Key_N, Qt::ControlModifier)}) {
            m_shop->press(key, modifiers);
            QVERIFY(!qobject_cast<CounterPage *>(m_shop->window().currentPage()));
            QVERIFY(!qobject_cast<ClientsPage *>(m_shop->window().currentPage()));
        }
        QVERIFY(!m_shop->window().findChild<CounterPage *>());
    }

    //! Without the right to look at the stock there is no stock: no row, no key, and a roll's label leads nowhere.
    void whoHasNoStockSeesNone()
    {
        addAndSignIn(access::Role::Member, access::Job::Counter, R"({"refuse": ["inventory:read"]})");
        const auto buttons = m_shop->window().findChild<NavBar *>()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            QVERIFY(button->text() != QLatin1String("Stock"));
        const QString before = m_shop->window().currentPage()->title();
        m_shop->press(Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(m_shop->window().currentPage()->title(), before);
        m_shop->press(Qt::Key_F1);
        QVERIFY(!readsAnywhere(QStringLiteral("Count a shelf")));
    }

    //! A cutter sees the pieces that were given to them: no client's list, no phone, no amount.
    void aCutterSeesNoMoney()
    {
        const OrderId order = bookOne();
        addAndSignIn(access::Role::Member, access::Job::Cutter);
        Q_EMIT m_shop->desk().navigation().openOrderRequested(order);
        QApplication::processEvents();
        QVERIFY2(!readsAnywhere(QStringLiteral("45,000")), "a price is shown");
        QVERIFY2(!readsAnywhere(QStringLiteral("4471")), "a phone number is shown");
        QVERIFY(!orders::OrderService(m_shop->desk().session(), m_shop->desk().door()).load(order).ok()); // not theirs
    }

    //! What is hidden is absent: no key for money, neither to press nor to read of.
    void aCutterReadsOfNoMoneyKey()
    {
        addAndSignIn(access::Role::Member, access::Job::Cutter);
        m_shop->press(Qt::Key_F1);
        for (const char *words : {"Hide money", "Take the money", "New order", "an offer"})
            QVERIFY2(!readsAnywhere(QLatin1String(words)), words);
        QVERIFY(!readsAnywhere(QStringLiteral("Pick up")));
        m_shop->press(Qt::Key_Escape);
        m_shop->press(Qt::Key_F7);
        QVERIFY(!HideMoney::instance().isOn());
    }

    //! They are greeted by their list, or by what they can do; what they have no use for is not offered.
    void aCutterIsGreetedByTheirPieces_data()
    {
        QTest::addColumn<bool>("assigned");
        QTest::newRow("nothing yet") << false;
        QTest::newRow("a jacket") << true;
    }
    void aCutterIsGreetedByTheirPieces()
    {
        QFETCH(bool, assigned);
        const OrderId order = bookOne();
        addAndSignIn(access::Role::Member, access::Job::Cutter, nullptr,
                     assigned ? std::optional(order) : std::nullopt);
        auto *page = qobject_cast<WorkroomPage *>(m_shop->window().currentPage());
        QVERIFY(page);
        QVERIFY(QTest::qWaitFor([page] { return page->isSettled(); }, test::OpenProgram::patience));
        QVERIFY2(!readsAnywhere(QStringLiteral("Something went wrong")), "a question failed");
        QVERIFY(!readsAnywhere(QStringLiteral("Take an order")));
        QCOMPARE(readsAnywhere(QStringLiteral("Nothing is given to you now")), !assigned);
        QCOMPARE(readsAnywhere(QStringLiteral("Jacket")), assigned);
        if (!assigned)
            return;
        Q_EMIT m_shop->desk().navigation().openOrderRequested(order);
        QApplication::processEvents();
        QVERIFY(readsAnywhere(QStringLiteral("Jacket")));
        QVERIFY2(!readsAnywhere(QStringLiteral("45,000")), "a price is shown");
        QVERIFY2(!readsAnywhere(QStringLiteral("Something went wrong")), "a question failed");
    }

    //! Nothing is offered that would be refused: no money, no hand-over, no paper with what they may not read.
    void aCutterTakesAndPrintsNothingOfMoney()
    {
        const OrderId order = bookOne();
        addAndSignIn(access::Role::Member, access::Job::Cutter, nullptr, order);
        Q_EMIT m_shop->desk().navigation().openOrderRequested(order);
        QApplication::processEvents();
        QVERIFY(readsAnywhere(QStringLiteral("Jacket")));
        for (const char *words : {"Ticket seen", "Collector", "Deliver…", "Due", "Nothing to take", "Hand over",
                                  "Receipt", "Issue invoice", "nobody in particular"})
            QVERIFY2(!readsAnywhere(QString::fromUtf8(words)), words);
        const auto all = m_shop->window().currentPage()->findChildren<QWidget *>();
        for (const QWidget *each : all)
            QVERIFY(!each->accessibleName().contains(QStringLiteral("nobody in particular")));
        QCOMPARE(m_shop->focusName(), QStringLiteral("Pieces in the bag")); // where their keys are heard
        m_shop->press(Qt::Key_F8);
        QVERIFY(readsAnywhere(QStringLiteral("Nothing to do with this key here")));
        QStringList papers;
        QTimer::singleShot(100, this, [&papers] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            const auto actions = menu ? menu->actions() : QList<QAction *>();
            for (const QAction *action : actions) {
                if (!action->isSeparator())
                    papers.append(action->text());
            }
            if (menu)
                menu->close();
        });
        const auto buttons = m_shop->window().currentPage()->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->accessibleName() == QStringLiteral("Other papers"))
                button->click();
        }
        QCOMPARE(papers, (QStringList{QStringLiteral("Work order, A4…"), QStringLiteral("Work order, A5…"),
                                      QStringLiteral("Tags once more")}));
        // Nor by a way around the menu.
        const OrderPapers printing(m_shop->desk());
        for (const PaperKind kind : {PaperKind::ClaimCheck, PaperKind::RackSlip, PaperKind::Receipt, PaperKind::Notice})
            QCOMPARE(printing.make({kind, order.bytes()}).error().kind, ErrorKind::Forbidden);
    }

    //! What a screen asks for, whoever made it forget to look: nobody is taken where their row does not lead.
    void askingForAScreenThatIsNotTheirs()
    {
        bookOne();
        addAndSignIn(access::Role::Member, access::Job::Cutter);
        Navigation &navigation = m_shop->desk().navigation();
        const auto stays = [this] {
            QApplication::processEvents();
            return qobject_cast<WorkroomPage *>(m_shop->window().currentPage()) &&
                   readsAnywhere(QStringLiteral("Your role has no use for that screen"));
        };
        Q_EMIT navigation.orderRequested({});
        QVERIFY(stays());
        Q_EMIT navigation.newClientRequested(QStringLiteral("B. Ade"));
        QVERIFY(stays());
        Q_EMIT navigation.tillRequested(TillTask::Look);
        QVERIFY(stays());
        Q_EMIT navigation.measureRequested(ClientId::make(m_shop->clock), {});
        QVERIFY(stays());
    }

    //! At the counter without the right to see prices: the order can be handed over, what it costs is absent, never 0.
    void atTheCounterWithoutPrices()
    {
        const OrderId order = bookOne();
        addAndSignIn(access::Role::Member, access::Job::Counter, R"({"refuse": ["prices:read"]})");
        QVERIFY(!m_shop->desk().principal().can(access::Capability::PricesRead));
        Q_EMIT m_shop->desk().navigation().openOrderRequested(order);
        QApplication::processEvents();
        QVERIFY(qobject_cast<PickUpPage *>(m_shop->window().currentPage()));
        QVERIFY(readsAnywhere(QStringLiteral("Jacket")));
        QVERIFY2(!readsAnywhere(QStringLiteral("45,000")), "a price is shown");
        m_shop->press(Qt::Key_F2);
        QApplication::processEvents();
        QVERIFY(readsAnywhere(QStringLiteral("Parked")));
        QVERIFY(readsAnywhere(QStringLiteral("1 piece: Waistcoat")));
        QVERIFY2(!readsAnywhere(QStringLiteral("20,000")), "the price of a parked order is shown");
    }

private:
    //! An order of a jacket for 45,000, and a parked one of a waistcoat for 20,000.
    OrderId bookOne()
    {
        const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
        const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
        ClientDraft client;
        client.name = QStringLiteral("A. Bello");
        client.phones.push_back({QStringLiteral("0803 555 4471")});
        orders::OrderDraft draft;
        draft.client = changes::await(ClientService(*session, *door).add(client)).value();
        orders::PieceDraft jacket;
        jacket.name = QStringLiteral("Jacket");
        jacket.unitPrice = Money(4'500'000, Currency::parse(u"NGN").value());
        draft.pieces = {jacket};
        orders::OrderService service(*session, *door);
        const OrderId id = changes::await(service.book(draft)).value().id;
        draft.pieces[0].name = QStringLiteral("Waistcoat");
        draft.pieces[0].unitPrice = Money(2'000'000, Currency::parse(u"NGN").value());
        if (!changes::await(service.park(draft)))
            qFatal("not parked");
        return id;
    }
    void addAndSignIn(access::Role role, access::Job job, const char *permissions = nullptr,
                      std::optional<OrderId> given = {})
    {
        {
            const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
            const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
            const auto person = changes::await(
                TeamService(*session, *door).add({QStringLiteral("Tunde Ade"), role, job, QStringLiteral("0852")}));
            QVERIFY(person);
            if (given) {
                const auto pieces = orders::OrderService(*session, *door).load(*given)->pieces;
                QVERIFY(changes::await(door->write<void>({"test.assign"}, [&](changes::WriteContext &context) {
                    return context.rows().update(storage::Table::OrderItems, pieces[0].id, {{"assigned_to", *person}});
                })));
            }
            if (permissions) {
                const auto member = access::memberId(m_shop->owner->workspace, *person);
                QVERIFY(changes::await(door->write<void>({"test.permissions"}, [=](changes::WriteContext &context) {
                    return context.rows().update(storage::Table::WorkspaceMembers, member,
                                                 {{"permissions", permissions}});
                })));
            }
        }
        m_shop->start();
        QVERIFY(m_shop->waitForFaces());
        const auto faces = m_shop->program->findChildren<FaceButton *>();
        for (FaceButton *face : faces) {
            if (face->face().name == QStringLiteral("Tunde Ade"))
                face->click();
        }
        QVERIFY(m_shop->signIn("0852"));
        QVERIFY(m_shop->desk().principal().person != m_shop->owner->person);
    }
    //! In a label, a field or a list of the window.
    bool readsAnywhere(const QString &words) const
    {
        if (m_shop->says(words))
            return true;
        const auto edits = m_shop->program->findChildren<QLineEdit *>();
        for (const QLineEdit *edit : edits) {
            if (edit->isVisible() && edit->text().contains(words))
                return true;
        }
        const auto buttons = m_shop->program->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible() && button->text().contains(words))
                return true;
        }
        const auto lists = m_shop->program->findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *list : lists) {
            for (int row = 0; list->isVisible() && list->model() && row < list->model()->rowCount(); ++row) {
                for (int role = 0; role < Qt::UserRole + 0x200; ++role) {
                    if (list->model()->index(row, 0).data(role).toString().contains(words))
                        return true;
                }
            }
        }
        return false;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestScreensByRole)
#include "tst_screens_by_role.moc"
