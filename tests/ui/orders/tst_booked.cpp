// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/accounts/team_service.h"
#include "core/clients/client_log.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "core/orders/promise_service.h"
#include "core/orders/rack_service.h"
#include "tests/support/page_hands.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/accounts/approve_here.h"
#include "ui/desk/order_menu.h"
#include "ui/orders/cancel_form.h"
#include "ui/orders/correct_form.h"
#include "ui/orders/message_form.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/promise_form.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What a person's mail or message program would be opened with.
class OpenedLinks : public QObject {
    Q_OBJECT

public:
    OpenedLinks()
    {
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open");
        QDesktopServices::setUrlHandler(QStringLiteral("mailto"), this, "open");
    }
    ~OpenedLinks() override
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QDesktopServices::unsetUrlHandler(QStringLiteral("mailto"));
    }
    QList<QUrl> links;

public Q_SLOTS:
    void open(const QUrl &url) { links.append(url); }
};

//! What is booked is moved on, put right, promised for another day or not made at all, at the counter, by keys.
class TestBooked : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_client = m_shop->bello();
        m_order = m_shop->book(
            m_client,
            {m_shop->piece(QStringLiteral("Trousers"), 450'000), m_shop->piece(QStringLiteral("Jacket"), 750'000)},
            m_shop->desk->today().plusDays(2));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        m_page.reset();
        m_theirDesk.reset();
        m_theirDrafts.reset();
        m_theirDoor.reset();
        m_theirs.reset();
        m_shop.reset();
    }

    //! R, and where it hangs; nothing else of the order is touched.
    void aPieceIsReadyByOneKey()
    {
        openOrder();
        choose(0);
        press(Qt::Key_R);
        QTRY_VERIFY(load().pieces[0].isReady());
        QVERIFY(!load().pieces[1].isReady());
        QTRY_COMPARE(test::focusedName(), QStringLiteral("Where it hangs"));
        test::typeKeys(QStringLiteral("Rail C4"));
        press(Qt::Key_Return);
        QTRY_COMPARE(load().pieces[0].rack, QStringLiteral("Rail C4"));
    }

    //! From cutting on a newer measure is the next piece's; C cuts, W is in work.
    void cuttingFreezesTheMeasures()
    {
        MeasurementService tape(*m_shop->shop.session, *m_shop->shop.door);
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 100);
        const auto first = measured(tape, 980);
        coat.measurementSet = first;
        m_order = m_shop->book(m_client, {coat}, m_shop->desk->today().plusDays(2));
        openOrder();
        choose(0);
        press(Qt::Key_C);
        QTRY_COMPARE(load().pieces[0].stage, orders::Stage::Cut);
        QVERIFY(load().pieces[0].measuresFrozen);
        (void)measured(tape, 1040);
        press(Qt::Key_W);
        QTRY_COMPARE(load().pieces[0].stage, orders::Stage::Stitched);
        QCOMPARE(load().pieces[0].facts.measurementSet, std::optional(first));
        press(Qt::Key_C); // no way back by a slip
        QCOMPARE(load().pieces[0].stage, orders::Stage::Stitched);
    }

    void aPieceIsCancelledByKeys()
    {
        QVERIFY(changes::await(finance::PaymentService(session(), door())
                                   .take(m_order.id, {Money(900'000, m_shop->desk->profile().currency)})));
        openOrder();
        choose(0);
        press(Qt::Key_Delete);
        auto *form = shown<CancelForm>();
        QVERIFY(form);
        QTRY_VERIFY(says(QStringLiteral("Falls away")));
        press(Qt::Key_Return); // nothing without a reason
        QVERIFY(!load().pieces[0].isCancelled());
        test::typeKeys(QStringLiteral("too many"));
        press(Qt::Key_Return);
        QTRY_VERIFY(load().pieces[0].isCancelled());
        QTRY_VERIFY(!form->isVisible());
        QCOMPARE(load().sums->balance.minor(), qint64(0)); // 9,000 paid, 7,500 stay, 1,500 given back
        QCOMPARE(load().sums->paid.minor(), qint64(750'000));
        QVERIFY(changes::await(door().undo()));
        QVERIFY(!load().pieces[0].isCancelled());
    }

    //! Late, and paid: one PIN of somebody who may, for both.
    void cancellingLateIsApprovedHere()
    {
        QVERIFY(changes::await(finance::PaymentService(session(), door())
                                   .take(m_order.id, {Money(900'000, m_shop->desk->profile().currency)})));
        QVERIFY(changes::await(service().moveStage(load().pieces[1].id, orders::Stage::Cut)));
        becomeCounter();
        openOrder();
        choose(0);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete, Qt::ShiftModifier);
        auto *form = shown<CancelForm>();
        QVERIFY(form);
        QVERIFY(says(QStringLiteral("what is cut stays cut")));
        test::typeKeys(QStringLiteral("the wedding is off"));
        press(Qt::Key_Return);
        QTRY_VERIFY(says(QStringLiteral("Cancel order")));
        QVERIFY(!load().pieces[0].isCancelled());
        approve(form);
        QTRY_COMPARE_WITH_TIMEOUT(load().status, orders::OrderStatus::Cancelled, 20'000);
        QCOMPARE(load().sums->paid.minor(), qint64(0));
    }

    void thePromiseIsMovedAndTold()
    {
        OpenedLinks opened;
        openOrder();
        choose(0);
        press(Qt::Key_P);
        auto *form = shown<PromiseForm>();
        QVERIFY(form);
        test::typeKeys(QStringLiteral("4 dec 17:00"));
        form->findChild<QComboBox *>()->setCurrentIndex(int(orders::PromiseReason::Cloth));
        press(Qt::Key_Return);
        QTRY_COMPARE(load().promiseChanges, 1);
        QCOMPARE(load().promisedDate->toIso(), QStringLiteral("2026-12-04"));
        QCOMPARE(load().promisedTime, std::optional(QTime(17, 0)));
        QCOMPARE(load().firstPromised->toIso(), QStringLiteral("2026-11-27"));
        QTRY_VERIFY(shown<MessageForm>());
        auto *text = shown<MessageForm>()->findChild<QPlainTextEdit *>();
        QVERIFY2(text->toPlainText().contains(QStringLiteral("came late")) &&
                     text->toPlainText().contains(QStringLiteral("4 December")),
                 qPrintable(text->toPlainText()));
        button("Copy")->click();
        QCOMPARE(QApplication::clipboard()->text(), text->toPlainText());
        button("WhatsApp")->click();
        QCOMPARE(opened.links.size(), 1);
        QVERIFY2(opened.links[0].toString().startsWith(QStringLiteral("https://wa.me/234803555447")),
                 qPrintable(opened.links[0].toString()));
        button("Keep it in the log")->click();
        QTRY_COMPARE(log().size(), size_t(1));
        QVERIFY(log()[0].text.contains(QStringLiteral("a new day")));
        QTRY_VERIFY(!shown<MessageForm>());
    }

    void whatWasBookedWrongIsPutRight()
    {
        openOrder();
        choose(0);
        press(Qt::Key_E);
        auto *form = shown<CorrectForm>();
        QVERIFY(form);
        field("Colour")->setText(QStringLiteral("navy"));
        field("Condition, with commas")->setText(QStringLiteral("shine on seat, button missing"));
        setPrice(QStringLiteral("5,000"));
        field("Note to the workroom")->setText(QStringLiteral("double stitch"));
        field("Paper ticket")->setText(QStringLiteral("B77"));
        field("Day it is worn")->setText(QStringLiteral("12 dec"));
        QTRY_VERIFY(says(QStringLiteral("It comes to")));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(load().pieces[0].facts.colour, QStringLiteral("navy"));
        const orders::OrderDetail order = load();
        QCOMPARE(order.pieces[0].facts.condition.size(), 2);
        QCOMPARE(order.sums->total.minor(), qint64(1'250'000));
        QCOMPARE(order.notes, QStringLiteral("double stitch"));
        QCOMPARE(order.paperTicketNumber, QStringLiteral("B77"));
        QCOMPARE(order.eventDate->toIso(), QStringLiteral("2026-12-12"));
        QCOMPARE(service().byNumber(QStringLiteral("b77"))->has_value(), false); // as it is typed: B77
        QCOMPARE(**service().byNumber(QStringLiteral("B77")), m_order.id);
        QVERIFY(changes::await(door().undo())); // all of it
        QCOMPARE(load().pieces[0].facts.colour, QString());
        QCOMPARE(load().sums->total.minor(), qint64(1'200'000));
        QCOMPARE(load().notes, QString());
    }

    //! What an invoice bills is corrected by paper: less by a credit note, more by a further invoice.
    void anInvoiceIsNeverChanged()
    {
        invoices::InvoiceService papers(session(), door());
        QVERIFY(changes::await(papers.issue(m_order.id)));
        openOrder();
        choose(0);
        press(Qt::Key_E);
        setPrice(QStringLiteral("4,000"));
        QVERIFY(says(QStringLiteral("A credit note corrects invoice")));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_COMPARE(papers.creditNotes(m_order.id)->size(), size_t(1));
        QCOMPARE(papers.creditNotes(m_order.id)->at(0).total.minor(), qint64(50'000));
        QVERIFY(!papers.hasUnbilled(m_order.id).value());
        QTRY_VERIFY(!shown<CorrectForm>());
        choose(1);
        press(Qt::Key_E);
        setPrice(QStringLiteral("9,000"));
        QVERIFY(says(QStringLiteral("billed by a further invoice")));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(papers.hasUnbilled(m_order.id).value());
        QCOMPARE(papers.creditNotes(m_order.id)->size(), size_t(1));
    }

    //! Cut by these measures: others take a reason and somebody who may.
    void whatIsCutIsUnlockedHere()
    {
        MeasurementService tape(*m_shop->shop.session, *m_shop->shop.door);
        orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 100);
        coat.measurementSet = measured(tape, 980);
        m_order = m_shop->book(m_client, {coat}, m_shop->desk->today().plusDays(2));
        QVERIFY(changes::await(service().moveStage(load().pieces[0].id, orders::Stage::Cut)));
        const auto newer = measured(tape, 1040);
        becomeCounter();
        openOrder();
        choose(0);
        press(Qt::Key_E);
        auto *form = shown<CorrectForm>();
        QVERIFY(form);
        auto *measures = combo("Made by the measures of");
        QCOMPARE(measures->currentText(), QStringLiteral("As they were when it was booked"));
        measures->setCurrentIndex(1);
        QVERIFY(m_page->handle(ActionId::Pay));
        QVERIFY(says(QStringLiteral("Say why it changes")));
        field("Why it changes")->setText(QStringLiteral("slip of the tape"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(says(QStringLiteral("It is cut already")));
        QVERIFY(load().pieces[0].facts.measurementSet != newer);
        approve(form);
        QTRY_COMPARE_WITH_TIMEOUT(load().pieces[0].facts.measurementSet, std::optional(newer), 20'000);
        QVERIFY(load().pieces[0].measuresFrozen);
        auto unlocked = session().reader().query("SELECT count(*) FROM sys_activity WHERE kind = 'unlock'").value();
        QVERIFY(unlocked->step().value());
        QCOMPARE(unlocked->int64(0), qint64(1));
    }

    //! Unpaid by PIN: what the client is told stands ready.
    void leavingUnpaidIsTold()
    {
        QVERIFY(changes::await(service().complete(m_order.id)));
        becomeCounter();
        openOrder();
        test::showTicket(*m_page);
        field("Given")->setText(QStringLiteral("0"));
        QVERIFY(m_page->handle(ActionId::Pay));
        QTRY_VERIFY(m_page->findChild<QLineEdit *>() && field("Why it leaves unpaid")->isVisible());
        field("Why it leaves unpaid")->setText(QStringLiteral("pays on Friday"));
        press(Qt::Key_Return);
        approve(m_page.get());
        QTRY_VERIFY_WITH_TIMEOUT(load().pieces[0].isCollected(), 20'000);
        QTRY_VERIFY(shown<MessageForm>());
        QVERIFY(shown<MessageForm>()->findChild<QPlainTextEdit *>()->toPlainText().contains(
            QStringLiteral("₦12,000 is still to be paid")));
    }

    //! From the client's card and Today: the same, without the order's own screen.
    void anOrdersMenuElsewhere()
    {
        OrderMenu menu(*m_shop->desk, load(), nullptr);
        const auto pieces = menu.findChildren<QMenu *>();
        QCOMPARE(pieces.size(), 2);
        QCOMPARE(pieces[0]->actions()[0]->text(), QStringLiteral("Ready"));
        pieces[0]->actions()[0]->trigger();
        QTRY_VERIFY(load().pieces[0].isReady());
        QVERIFY(
            changes::await(orders::RackService(session(), door()).hang({load().pieces[0].id}, QStringLiteral("C4"))));
        OrderMenu again(*m_shop->desk, load(), nullptr);
        const auto second = again.findChildren<QMenu *>()[1];
        QCOMPARE(second->actions()[0]->text(), QStringLiteral("Ready, hangs at C4"));
        second->actions()[0]->trigger();
        QTRY_COMPARE(load().pieces[1].rack, QStringLiteral("C4"));
        QSignalSpy led(&m_shop->desk->navigation(), &Navigation::orderTaskRequested);
        for (QAction *action : again.actions()) {
            if (action->text().startsWith(QStringLiteral("Move the promise")))
                action->trigger();
        }
        QCOMPARE(led.size(), 1);
        openPage();
        m_page->showOrder(m_order.id);
        m_page->start(m_order.id, OrderTask::MovePromise);
        QVERIFY(shown<PromiseForm>());
    }

    void whatNobodyFetchesIsPrinted()
    {
        QVERIFY(changes::await(service().complete(m_order.id)));
        QVERIFY(!invoices::InvoiceService(session(), door()).uncollectedList(orders::readyLongDays).ok());
        m_shop->shop.clock.advanceDays(orders::readyLongDays + 1);
        const auto list = invoices::InvoiceService(session(), door()).uncollectedList(orders::readyLongDays).value();
        QCOMPARE(list.lines.size(), size_t(2));
        QCOMPARE(list.lines[0].owner, QStringLiteral("A. Bello"));
        QCOMPARE(list.lines[0].received.toIso(), QStringLiteral("2026-11-25"));
        QCOMPARE(list.sum->minor(), qint64(1'200'000));
        openPage();
        QVERIFY(!button("Print the list")->isVisible());
        m_page->showOpen(orders::OpenOrderFilter::ReadyLong);
        QSignalSpy preview(m_page.get(), &PickUpPage::previewRequested);
        QVERIFY(button("Print the list")->isVisible());
        button("Print the list")->click();
        QCOMPARE(preview.size(), 1);
        QCOMPARE(preview[0][0].value<PaperOrder>().kind, PaperKind::UncollectedLong);
    }

    void everythingIsNamedAndSeen_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("cancel") << int(Qt::Key_Delete);
        QTest::newRow("correct") << int(Qt::Key_E);
        QTest::newRow("promise") << int(Qt::Key_P);
    }
    void everythingIsNamedAndSeen()
    {
        QFETCH(int, key);
        QVERIFY(changes::await(finance::PaymentService(session(), door())
                                   .take(m_order.id, {Money(900'000, m_shop->desk->profile().currency)})));
        QVERIFY(changes::await(service().moveStage(load().pieces[0].id, orders::Stage::Cut)));
        openOrder();
        choose(0);
        press(Qt::Key(key));
        QTRY_VERIFY(shown<SideForm>());
        QCOMPARE(test::nameless(*m_page), QStringList());
        if (!test::takePictures(*m_page, QStringLiteral("booked-") + QString::fromLatin1(QTest::currentDataTag())))
            QSKIP("Nobody asked to see it (THIMBLELY_SHOW_PAGES)");
    }

private:
    void openPage() { m_page = test::openedPage<PickUpPage>(desk()); }
    void openOrder()
    {
        openPage();
        m_page->showOrder(m_order.id);
    }
    //! The keyboard on a piece, as by Tab and the arrows.
    void choose(int row)
    {
        const auto lists = m_page->findChildren<QAbstractItemView *>();
        for (QAbstractItemView *list : lists) {
            if (list->accessibleName() != QStringLiteral("Pieces in the bag"))
                continue;
            list->setFocus();
            list->setCurrentIndex(list->model()->index(row, 0));
        }
    }
    void press(Qt::Key key) { test::pressKey(key); }
    //! At the counter of somebody who may not do all of it; Bisi may, by PIN.
    void becomeCounter()
    {
        TeamService team(session(), door());
        QVERIFY(changes::await(
            team.add({QStringLiteral("Bisi"), access::Role::Admin, access::Job::None, QStringLiteral("2580")})));
        const PersonId person = changes::await(team.add({QStringLiteral("Tunde"), access::Role::Member,
                                                         access::Job::Counter, QStringLiteral("0852")}))
                                    .value();
        const auto store = access::PrincipalStore::open({m_shop->shop.path()}).value();
        const auto principal =
            store->load(person, m_shop->shop.principal.workspace, m_shop->shop.principal.device).value();
        m_theirs = access::Session::open(m_shop->shop.path(), principal).value();
        m_theirDoor = changes::WriteDoor::open(*m_theirs, m_shop->shop.clock).value();
        m_theirDrafts = DraftKeeper::open(*m_theirs, m_shop->shop.clock).value();
        m_theirDesk = std::make_unique<Desk>(*m_theirs, *m_theirDoor, *m_theirDrafts, m_shop->desk->profile(),
                                             m_shop->desk->calendar(), m_shop->desk->locale());
    }
    //! Bisi types the PIN over the shoulder.
    void approve(QWidget *within)
    {
        const auto bisi = QStringLiteral("Bisi");
        const auto pane = within->findChildren<ApproveHere *>();
        for (ApproveHere *approver : pane) {
            auto *who = approver->findChild<QComboBox *>();
            if (!approver->isVisible() || !who)
                continue;
            QTRY_VERIFY_WITH_TIMEOUT(who->isVisible() && who->findText(bisi) >= 0, 20'000); // read on a thread
            who->setCurrentIndex(who->findText(bisi));
            approver->findChild<QLineEdit *>()->setFocus();
            test::typeKeys(QStringLiteral("2580"));
            press(Qt::Key_Return);
        }
    }
    template <typename Form>
    Form *shown() const
    {
        const auto forms = m_page->findChildren<Form *>();
        for (Form *form : forms) {
            if (form->isVisible())
                return form;
        }
        return nullptr;
    }
    void setPrice(const QString &typed)
    {
        QLineEdit *price = field("Price");
        price->setFocus();
        price->selectAll();
        test::typeKeys(typed);
    }
    QLineEdit *field(const char *name) const { return test::fieldOn(*m_page, QString::fromUtf8(name)); }
    QComboBox *combo(const char *name) const
    {
        const auto all = m_page->findChildren<QComboBox *>();
        for (QComboBox *each : all) {
            if (each->accessibleName() == QString::fromUtf8(name))
                return each;
        }
        return nullptr;
    }
    QAbstractButton *button(const char *text) const { return test::buttonOn(*m_page, text); }
    bool says(const QString &words) const { return test::isSaidOn(*m_page, words); }
    MeasurementSetId measured(MeasurementService &tape, int tenths)
    {
        m_shop->shop.clock.advanceMsecs(1000);
        MeasurementDraft draft{m_client, {}, SetKind::Body, {}};
        draft.values.push_back(MeasuredValue::parse(QStringLiteral("bust_circ"), Side::Both,
                                                    QString::number(tenths / 10), LengthUnit::Centimetre)
                                   .value());
        return changes::await(tape.save(draft)).value();
    }
    std::vector<LogEntry> log()
    {
        std::vector<LogEntry> notes;
        const auto page = ClientLogService(session(), door()).page(m_client, {}, 20).value();
        std::ranges::copy_if(page.rows, std::back_inserter(notes),
                             [](const LogEntry &entry) { return entry.kind == LogKind::Note; });
        return notes;
    }

    Desk &desk() { return m_theirDesk ? *m_theirDesk : *m_shop->desk; }
    access::Session &session() { return *m_shop->shop.session; }
    changes::WriteDoor &door() { return *m_shop->shop.door; }
    orders::OrderService service() { return orders::OrderService(session(), door()); }
    orders::OrderDetail load() { return service().load(m_order.id).value(); }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<access::Session> m_theirs;
    std::unique_ptr<changes::WriteDoor> m_theirDoor;
    std::unique_ptr<DraftKeeper> m_theirDrafts;
    std::unique_ptr<Desk> m_theirDesk;
    std::unique_ptr<PickUpPage> m_page;
    ClientId m_client{IdBytes{}};
    orders::Booked m_order{OrderId(IdBytes{}), {}};
};

QTEST_MAIN(TestBooked)
#include "tst_booked.moc"
