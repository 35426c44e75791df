// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/attempt_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/paper_queue.h"
#include "ui/documents/paper_settings.h"
#include "ui/documents/preview_page.h"

#include <QAbstractButton>
#include <QCryptographicHash>
#include <QDir>
#include <QSettings>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

class TestWorkPapers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        QCoreApplication::setOrganizationName(QStringLiteral("Thimblely-test-papers"));
    }
    void init()
    {
        m_shop = std::make_unique<test::CounterShop>();
        m_papers = std::make_unique<QTemporaryDir>();
        qputenv("THIMBLELY_PAPERS", m_papers->path().toUtf8());
        PaperSettings().save();
        orders::PieceDraft jacket = m_shop->piece(QStringLiteral("Jacket"), 750'000);
        jacket.kind = orders::PieceKind::Make;
        orders::Task task;
        task.name = QStringLiteral("Two vents");
        jacket.tasks = {task};
        m_order = m_shop->book(m_shop->addClient(QStringLiteral("A. Bello"), QStringLiteral("0803 555 4471")),
                               std::vector(30, jacket));
    }
    void cleanup()
    {
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        PaperSettings().save();
        m_shop.reset();
    }

    //! Every piece is on it, on as many sheets as it takes, and nothing of what it costs.
    void theWorkroomReadsSheetsOfTwoSizes()
    {
        Paper paper = OrderPapers(*m_shop->desk).make({PaperKind::WorkOrder, m_order.id.bytes()}).value();
        const auto a4 = picturesOf(paper, 4);
        QCOMPARE(a4.front().size(), QSize(840, 1188));
        paper.sheet = SheetSize::A5;
        const auto a5 = picturesOf(paper, 4);
        QCOMPARE(a5.front().size(), QSize(592, 840));
        QVERIFY(a5.size() > a4.size());
        QVERIFY(pdfOf(paper).startsWith("%PDF"));
        QCOMPARE(paper.fileName(), QStringLiteral("work-") + m_order.number);
    }

    void aNoticeIsForWhatIsReadyAndStandsWithIt()
    {
        OrderPapers papers(*m_shop->desk);
        const PaperOrder notice{PaperKind::Notice, m_order.id.bytes()};
        QCOMPARE(papers.make(notice).error().code, QByteArray("order.nothing_ready"));
        QVERIFY(changes::await(service().complete(m_order.id)));
        QVERIFY(papers.make(notice));
        PreviewPage page(*m_shop->desk);
        page.resize(1198, 712);
        page.show();
        page.showPaper(notice);
        QTRY_COMPARE(page.findChildren<QAbstractButton *>().isEmpty(), false);
        QVERIFY(page.handle(ActionId::PrintAgain));
        const OrderItemId piece = service().load(m_order.id)->pieces[3].id;
        const orders::AttemptService attempts(*m_shop->shop.session, *m_shop->shop.door);
        QTRY_COMPARE(attempts.ofPiece(piece)->size(), size_t(1));
        QTRY_COMPARE(QDir(m_papers->path()).entryList({QStringLiteral("notice-*.pdf")}).size(), 1);
        const auto again = std::get<invoices::UncollectedNotice>(papers.make(notice)->content);
        QCOMPARE(again.pieces[3].attempts.size(), size_t(1));
    }

    void whatThePrinterDidNotTakeWaits()
    {
        PaperSettings settings;
        settings.slipPrinter = QStringLiteral("Out of paper");
        settings.save();
        OrderPapers papers(*m_shop->desk);
        PaperQueue &queue = PaperQueue::of(m_shop->desk->session().path());
        papers.printBooked(m_order.id, {});
        QTRY_COMPARE(queue.papers().size(), size_t(3)); // claim check, tags, rack slip
        papers.print({PaperKind::ClaimCheck, m_order.id.bytes()});
        QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
        QCoreApplication::processEvents();
        QCOMPARE(queue.papers().size(), size_t(3)); // once each
        // Beside the shop's file, so within its encrypted folder where there is one, and nowhere in the settings.
        QFile waiting(PaperQueue::fileOf(m_shop->desk->session().path()));
        QVERIFY(waiting.open(QIODevice::ReadOnly));
        QVERIFY(waiting.readAll().contains(m_order.number.toUtf8()));
        QVERIFY((waiting.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
        QVERIFY(!QSettings().childGroups().contains(QStringLiteral("papers")) ||
                !QSettings().allKeys().join(u' ').contains(QStringLiteral("papers/waiting")));
        PaperSettings().save();
        while (!queue.papers().empty()) {
            const auto left = queue.papers().size();
            papers.print(queue.papers().front().paper);
            QTRY_COMPARE(queue.papers().size(), left - 1);
        }
        QCOMPARE(QDir(m_papers->path()).entryList({QStringLiteral("*.pdf")}).size(), 3);
        QVERIFY(!QFileInfo::exists(PaperQueue::fileOf(m_shop->desk->session().path())));
    }

    //! Papers that an earlier version kept in the settings come along, and leave them.
    void whatWaitedInTheSettingsMoves()
    {
        const QString file = m_papers->filePath(QStringLiteral("moved.thimblely"));
        const QByteArray name = QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
        const QString group = QStringLiteral("papers/waiting/") + QString::fromLatin1(name);
        QSettings settings;
        settings.beginWriteArray(group, 1);
        settings.setArrayIndex(0);
        settings.setValue(QStringLiteral("kind"), QStringLiteral("claim"));
        settings.setValue(QStringLiteral("about"), m_order.id.toString());
        settings.setValue(QStringLiteral("name"), QStringLiteral("Claim check of A. Bello"));
        settings.endArray();
        QCOMPARE(PaperQueue::of(file).papers().size(), size_t(1));
        QCOMPARE(PaperQueue::of(file).papers().front().paper.about, m_order.id.bytes());
        QVERIFY(QFileInfo::exists(PaperQueue::fileOf(file)));
        QVERIFY(!QSettings().allKeys().join(u' ').contains(group));
    }

    //! Only what left the program before is printed again.
    void whatWasPrintedBeforeSaysSo()
    {
        OrderPapers papers(*m_shop->desk);
        const PaperOrder claim{PaperKind::ClaimCheck, m_order.id.bytes()};
        const auto isAgain = [&] { return papers.make(claim)->again; };
        QVERIFY(!isAgain());
        PaperSettings settings;
        settings.slipPrinter = QStringLiteral("Out of paper");
        settings.save();
        papers.printClaimCheck(m_order.id);
        PaperQueue &queue = PaperQueue::of(m_shop->desk->session().path());
        QTRY_COMPARE(queue.papers().size(), size_t(1));
        QVERIFY(!isAgain()); // it waits, and nobody has it
        PaperSettings().save();
        papers.printClaimCheck(m_order.id);
        QTRY_VERIFY(isAgain());
        QVERIFY(queue.papers().empty());
        // Tags are sewn on once more where one is lost, and nothing is claimed with them.
        QVERIFY(!papers.make({PaperKind::Tags, m_order.id.bytes()})->again);
        // That it was printed is in no undo's way, and nothing that undo takes back.
        QCOMPARE(changes::await(m_shop->shop.door->newestUndoable())->kind, QByteArray("order.book"));
        QVERIFY(changes::await(m_shop->shop.door->undo()));
        QVERIFY(changes::await(m_shop->shop.door->redo()));
        QVERIFY(isAgain());
    }

private:
    orders::OrderService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<QTemporaryDir> m_papers;
    orders::Booked m_order{OrderId(IdBytes{}), {}};
};

QTEST_MAIN(TestWorkPapers)
#include "tst_work_papers.moc"
