// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/inventory/inventory_service.h"
#include "tests/ui/shell/open_program.h"
#include "ui/accounts/face_button.h"
#include "ui/clients/client_card.h"
#include "ui/history/bin_model.h"
#include "ui/history/bin_pane.h"
#include "ui/history/changes_view.h"
#include "ui/history/happened_pane.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/shell/top_bar.h"
#include "ui/widgets/list_view.h"

#include <QMenu>

using namespace thimblely;
using namespace thimblely::ui;
using changes::await;

//! The owner looks back in the program's own window: what was deleted comes back, what was changed is told.
class TestHistoryStory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
    }
    void cleanup() { m_shop.reset(); }

    void aDeletedClientComesBackFromTheBin()
    {
        QVERIFY(m_shop->startAndSignIn());
        const ClientId halima = addClient(QStringLiteral("Halima Musa"));
        QVERIFY(await(clients().remove(halima)));
        QVERIFY(!clients().load(halima));
        offer("Bin…")->trigger();
        auto *bin = m_shop->child<BinPane>();
        QVERIFY(bin);
        QTRY_COMPARE_WITH_TIMEOUT(bin->model()->rowCount(), 1, m_shop->patience);
        m_shop->type("musa");
        QTRY_COMPARE_WITH_TIMEOUT(bin->list()->currentIndex().data().toString(), QStringLiteral("Client Halima Musa"),
                                  m_shop->patience);
        QVERIFY(m_shop->tabTo(QStringLiteral("What was deleted")));
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("Client brought back")));
        QVERIFY(clients().load(halima));
        QTRY_COMPARE_WITH_TIMEOUT(bin->model()->rowCount(), 0, m_shop->patience);
        // And away again, by the toast's own key.
        m_shop->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!clients().load(halima).ok(), m_shop->patience);
        QTRY_COMPARE_WITH_TIMEOUT(bin->model()->rowCount(), 1, m_shop->patience);
    }

    void aChangedPriceIsToldBeforeAndAfter()
    {
        QVERIFY(m_shop->startAndSignIn());
        inventory::InventoryService stock(m_shop->desk().session(), m_shop->desk().door());
        const auto hem = await(stock.add(service(1'500'00))).value();
        QVERIFY(await(stock.edit(hem, service(2'000'00))));
        offer("History…")->trigger();
        auto *pane = m_shop->child<HappenedPane>();
        QVERIFY(pane);
        QTRY_COMPARE_WITH_TIMEOUT(pane->model()->index(0).data().toString(), QStringLiteral("Hem trousers changed"),
                                  m_shop->patience);
        const auto told = [this] { return m_shop->child<ChangesView>()->text(); };
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(QStringLiteral("₦1,500 → ₦2,000")), qPrintable(told()),
                                  m_shop->patience);
        m_shop->press(Qt::Key_Down); // the keyboard is in the list
        QTRY_VERIFY2_WITH_TIMEOUT(told().contains(QStringLiteral("Item Hem trousers new")), qPrintable(told()),
                                  m_shop->patience);
        QVERIFY(told().contains(QStringLiteral("₦1,500")) && !told().contains(QStringLiteral("₦2,000")));
    }

    void theHistoryOfOneClientIsReachedFromTheCard()
    {
        QVERIFY(m_shop->startAndSignIn());
        const ClientId halima = addClient(QStringLiteral("Halima Musa"));
        addClient(QStringLiteral("Chidi Obi"));
        Q_EMIT m_shop->desk().navigation().historyRequested(storage::Table::Clients, halima.as<RowTag>(),
                                                            QStringLiteral("Halima Musa"));
        auto *pane = m_shop->child<HappenedPane>();
        QVERIFY(pane);
        QTRY_COMPARE_WITH_TIMEOUT(pane->model()->rowCount(), 1, m_shop->patience);
        QCOMPARE(pane->model()->index(0).data().toString(), QStringLiteral("Halima Musa added to the clients"));
        m_shop->press(Qt::Key_Escape);
        QVERIFY(!qobject_cast<HistoryPage *>(m_shop->window().currentPage()));
    }

    void whoMayNotReadItSeesNeither_data()
    {
        QTest::addColumn<access::Job>("job");
        QTest::newRow("cutter") << access::Job::Cutter;
        QTest::newRow("counter") << access::Job::Counter;
    }
    void whoMayNotReadItSeesNeither()
    {
        QFETCH(access::Job, job);
        {
            const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
            const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
            const NewPerson person{QStringLiteral("Tunde Ade"), access::Role::Member, job, QStringLiteral("0852")};
            QVERIFY(await(TeamService(*session, *door).add(person)));
        }
        m_shop->start();
        QVERIFY(m_shop->waitForFaces());
        const auto faces = m_shop->program->findChildren<FaceButton *>();
        for (FaceButton *each : faces) {
            if (each->face().name == QStringLiteral("Tunde Ade"))
                each->click();
        }
        m_shop->type("0852");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitFor<MainWindow>());
        QVERIFY(!offer("History…"));
        QVERIFY(!offer("Bin…"));
        Q_EMIT m_shop->desk().navigation().historyRequested(storage::Table::Clients, RowId::fromName("x"), {});
        QVERIFY(!m_shop->child<HistoryPage>());
        QVERIFY(m_shop->waitSays(QStringLiteral("Your role has no use for that screen")));
    }

private:
    ClientService clients() { return {m_shop->desk().session(), m_shop->desk().door()}; }
    ClientId addClient(const QString &name)
    {
        ClientDraft draft;
        draft.name = name;
        return await(clients().add(draft)).value();
    }
    inventory::ItemDraft service(qint64 minor)
    {
        inventory::ItemDraft draft;
        draft.kind = inventory::ItemKind::Service;
        draft.name = QStringLiteral("Hem trousers");
        draft.unit = QStringLiteral("pcs");
        draft.sellingPrice = Money(minor, m_shop->desk().profile().currency);
        return draft;
    }
    QAction *offer(const char *text) const
    {
        const auto actions = m_shop->window().findChild<TopBar *>()->personMenu()->findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text() == QString::fromUtf8(text))
                return action;
        }
        return nullptr;
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestHistoryStory)
#include "tst_history_story.moc"
