// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/exchange/importer.h"
#include "core/finance/payment_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "core/orders/order_service.h"
#include "core/storage/verify.h"
#include "tests/support/test_paths.h"
#include "tests/ui/shell/open_program.h"
#include "ui/clients/client_card.h"
#include "ui/measurements/measuring_page.h"
#include "ui/measurements/value_field.h"
#include "ui/orders/piece_list_model.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

using namespace thimblely;
using namespace thimblely::ui;

//! The main job: one client's way through the shop, in the real window, with nothing but the keyboard.
class TestShopDay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void fromFoundToBilled_data();
    void fromFoundToBilled();

private:
    void importPeople(const QString &file, int people);
    void find(const QString &name);
    void measure();
    void measureValue(const QString &code, const QString &text);
    void order();
    void undoAndRedo();
    void pickUp();
    void bill();
    void closeAndVerify();

    orders::OrderService orders() const { return {m_shop->desk().session(), m_shop->desk().door()}; }
    orders::OrderDetail load() const { return orders().load(*m_order).value(); }
    std::vector<MeasuredValue> newestMeasures() const;
    QStringList papers(const char *pattern) const { return QDir(m_shop->papers()).entryList({QLatin1String(pattern)}); }
    QString paperText(const QString &file) const;

    std::unique_ptr<test::OpenProgram> m_shop;
    std::optional<ClientId> m_client;
    std::optional<OrderId> m_order;
    QString m_number;
};

// A step that failed ends the day, and its line is the one reported.
#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)

void TestShopDay::init()
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
}

void TestShopDay::cleanup()
{
    m_shop.reset();
    m_client.reset();
    m_order.reset();
}

void TestShopDay::fromFoundToBilled_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("people");
    QTest::addColumn<QString>("name");
    QTest::newRow("of our own") << (test::ownData() + QStringLiteral("/survey/ansur_sample.csv")) << 0
                                << QStringLiteral("ANSUR 90007");
    QTest::newRow("ANSUR II, women") << (test::sharedData() +
                                         QStringLiteral("/measurements/ANSUR_II_FEMALE_Public.csv"))
                                     << 1986 << QStringLiteral("ANSUR 10037");
}

void TestShopDay::fromFoundToBilled()
{
    QFETCH(QString, file);
    QFETCH(int, people);
    QFETCH(QString, name);
    if (!QFileInfo::exists(file))
        QSKIP("The day over ANSUR II: ../shared/data is absent");
    STEP(importPeople(file, people));
    QVERIFY(m_shop->startAndSignIn());
    STEP(find(name));
    STEP(measure());
    STEP(order());
    STEP(undoAndRedo());
    STEP(pickUp());
    STEP(bill());
    STEP(closeAndVerify());
}

void TestShopDay::importPeople(const QString &file, int people)
{
    const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
    const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
    const auto report = Importer(*door).importFiles(ImportKind::Measurements, {file});
    QVERIFY(report.ok());
    QVERIFY(report->clientsCreated > 0);
    if (people > 0)
        QCOMPARE(report->clientsCreated, people);
}

void TestShopDay::find(const QString &name)
{
    m_shop->press(Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Search"));
    m_shop->type(name);
    m_shop->press(Qt::Key_Return);
    auto *card = m_shop->child<ClientCard>();
    QVERIFY(card && card->isVisible());
    m_client = card->client();
    QVERIFY(m_client.has_value());
    QCOMPARE(ClientService(m_shop->desk().session(), m_shop->desk().door()).load(*m_client)->fields.name, name);
}

std::vector<MeasuredValue> TestShopDay::newestMeasures() const
{
    const auto sets = MeasurementService(m_shop->desk().session(), m_shop->desk().door()).setsOf(*m_client).value();
    return sets.front().values;
}

void TestShopDay::measureValue(const QString &code, const QString &text)
{
    auto *page = m_shop->child<MeasuringPage>();
    for (int i = 0; i < 60 && page->current() != code; ++i)
        m_shop->press(Qt::Key_Up);
    for (int i = 0; i < 60 && page->current() != code; ++i)
        m_shop->press(Qt::Key_Down);
    QCOMPARE(page->current(), code);
    m_shop->press(Qt::Key_A, Qt::ControlModifier);
    m_shop->type(text);
    m_shop->press(Qt::Key_Return);
    if (page->current() == code)
        m_shop->type("="); // it asks, being far from the survey's value: what was typed is right
    QVERIFY2(page->current() != code, qPrintable(page->valueField()->messageText()));
}

void TestShopDay::measure()
{
    m_shop->press(Qt::Key_F4);
    auto *page = m_shop->child<MeasuringPage>();
    QVERIFY(page && page->isVisible());
    QVERIFY(page->isAncestorOf(m_shop->focus()));
    STEP(measureValue(QStringLiteral("hip_circ"), QStringLiteral("82,3")));
    for (const char *unit : {"cm", "mm"}) { // the arrows choose, and the keyboard goes back to the value
        QVERIFY(m_shop->tabTo(QLatin1String(unit)));
        m_shop->press(Qt::Key_Right);
    }
    QCOMPARE(page->unit(), LengthUnit::Inch);
    QVERIFY(m_shop->tabTo(page->valueField()->focusProxy()->accessibleName()));
    STEP(measureValue(QStringLiteral("waist_circ"), QStringLiteral("38 1/2")));
    m_shop->press(Qt::Key_S, Qt::ControlModifier);
    if (m_shop->says(QStringLiteral("Still needed")))
        m_shop->press(Qt::Key_S, Qt::ControlModifier);     // and without it
    QTRY_VERIFY(m_shop->child<ClientCard>()->isVisible()); // back where it was begun
    int found = 0;
    for (const MeasuredValue &value : newestMeasures()) {
        if (value.code == QLatin1String("hip_circ")) {
            QCOMPARE(value.text, QStringLiteral("82,3"));
            QCOMPARE(value.amount, 8230);
            ++found;
        } else if (value.code == QLatin1String("waist_circ")) {
            QCOMPARE(value.text, QStringLiteral("38 1/2"));
            QCOMPARE(value.unit, AmountUnit::Inch);
            QCOMPARE(value.amount, 9779);
            ++found;
        }
    }
    QCOMPARE(found, 2);
}

void TestShopDay::order()
{
    m_shop->press(Qt::Key_F2);
    m_shop->type("2");             // jacket
    m_shop->press(Qt::Key_Return); // no task
    m_shop->type("navy");
    m_shop->press(Qt::Key_Return);
    m_shop->type("45000");
    m_shop->press(Qt::Key_Return);
    m_shop->type("1"); // trousers
    m_shop->press(Qt::Key_Return);
    m_shop->type("navy");
    m_shop->press(Qt::Key_Return);
    m_shop->type("20000");
    m_shop->press(Qt::Key_Return);
    m_shop->press(Qt::Key_Return); // that is all
    QCOMPARE(m_shop->focusName(), QStringLiteral("When it is promised"));
    m_shop->type("+3");
    m_shop->press(Qt::Key_Return);
    QCOMPARE(m_shop->focusName(), QStringLiteral("Pay now"));
    m_shop->type("30000");
    m_shop->press(Qt::Key_F9);
    QTRY_COMPARE(orders().openOrders()->rows.size(), size_t(1));
    const orders::OrderRow row = orders().openOrders()->rows.front();
    m_order = row.id;
    m_number = row.number;
    const orders::OrderDetail order = load();
    QCOMPARE(order.client, m_client);
    QCOMPARE(order.pieces.size(), size_t(2));
    QCOMPARE(order.promisedDate->toIso(), QStringLiteral("2026-11-28"));
    QCOMPARE(order.sums->total.minor(), qint64(6'500'000));
    QCOMPARE(order.sums->paid.minor(), qint64(3'000'000));
    QTRY_COMPARE(papers("claim-*.pdf"), QStringList{QStringLiteral("claim-%1.pdf").arg(m_number)});
}

void TestShopDay::undoAndRedo()
{
    // The keyboard is in an editor, whose own undo has nothing to take back.
    const auto *editor = qobject_cast<QLineEdit *>(m_shop->focus());
    QVERIFY(editor && !editor->isUndoAvailable());
    m_shop->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(orders().openOrders()->rows.empty());
    QVERIFY(!orders().load(*m_order).ok());
    m_shop->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(orders().openOrders()->rows.size(), size_t(1));
    QCOMPARE(load().number, m_number);
    QCOMPARE(load().pieces.size(), size_t(2));
    QCOMPARE(load().sums->paid.minor(), qint64(3'000'000));
}

void TestShopDay::pickUp()
{
    m_shop->clock.advanceDays(3);
    m_shop->press(Qt::Key_F6);
    m_shop->type(m_number);
    m_shop->press(Qt::Key_Return);
    QVERIFY2(m_shop->program->windowTitle().contains(m_number), qPrintable(m_shop->program->windowTitle()));
    QVERIFY(m_shop->tabTo(QStringLiteral("All pieces are ready")));
    m_shop->press(Qt::Key_Space);
    QTRY_COMPARE(load().status, orders::OrderStatus::Completed);
    // The window ticks what became ready a moment after the file has it.
    QTRY_COMPARE(m_shop->window().findChild<PieceListModel *>()->ticked().size(), size_t(2));
    QVERIFY(m_shop->tabTo(QStringLiteral("Given")));
    m_shop->press(Qt::Key_A, Qt::ControlModifier);
    m_shop->type("40000");
    m_shop->press(Qt::Key_F9);
    QCOMPARE(m_shop->focusName(), QStringLiteral("How it was seen whose it is"));
    m_shop->press(Qt::Key_Down);
    m_shop->press(Qt::Key_Return);
    QTRY_VERIFY(load().pieces[0].isCollected() && load().pieces[1].isCollected());
    QCOMPARE(load().sums->balance.minor(), qint64(0));
    const auto payments =
        finance::PaymentService(m_shop->desk().session(), m_shop->desk().door()).ofOrder(*m_order).value();
    // The deposit, taken back, taken again, and the rest: money is only ever added to.
    QCOMPARE(payments.size(), size_t(4));
    QCOMPARE(payments.back().amount.minor(), qint64(3'500'000));
    QCOMPARE(payments.back().change->minor(), qint64(500'000));
    const QStringList both = {QStringLiteral("receipt-RA-26-00001.pdf"), QStringLiteral("receipt-RA-26-00002.pdf")};
    QTRY_COMPARE(papers("receipt-*.pdf"), both); // the deposit's, and that of the rest
    // And once more, from the key.
    QVERIFY(QFile::remove(QDir(m_shop->papers()).filePath(both.last())));
    m_shop->press(Qt::Key_F8);
    QTRY_COMPARE(papers("receipt-*.pdf"), both);
    // The keyboard waits for the next ticket: undo is about the hand-over, not about the number typed there before.
    QCOMPARE(m_shop->focusName(), QStringLiteral("Order number, ticket or name"));
    m_shop->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!load().pieces[0].isCollected() && !load().pieces[1].isCollected());
    m_shop->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(load().pieces[0].isCollected() && load().pieces[1].isCollected());
    QCOMPARE(load().sums->balance.minor(), qint64(0));
}

QString TestShopDay::paperText(const QString &file) const
{
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"),
                 {QStringLiteral("-layout"), QDir(m_shop->papers()).filePath(file), QStringLiteral("-")});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

void TestShopDay::bill()
{
    QVERIFY(m_shop->tabTo(QStringLiteral("Issue invoice")));
    m_shop->press(Qt::Key_Space);
    m_shop->press(Qt::Key_Space); // it cannot be undone: asked first
    const invoices::InvoiceService service(m_shop->desk().session(), m_shop->desk().door());
    QTRY_VERIFY(service.forOrder(*m_order)->has_value());
    const auto invoice = service.load(**service.forOrder(*m_order)).value();
    QCOMPARE(invoice.number, QStringLiteral("A-26-00001"));
    QVERIFY(service.verify(**service.forOrder(*m_order)).ok());
    QTRY_COMPARE(papers("invoice-*.pdf").size(), 1);
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
        return;
    const QString text = paperText(papers("invoice-*.pdf").first());
    QVERIFY2(text.contains(QStringLiteral("A-26-00001")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("65,000")), qPrintable(text));
}

void TestShopDay::closeAndVerify()
{
    m_shop->close();
    const auto report = storage::verifyFile(m_shop->path(), false);
    QVERIFY(report.ok());
    QStringList problems;
    for (const storage::Problem &problem : report->problems)
        problems.append(QString::fromUtf8(problem.table) + QStringLiteral(": ") + problem.detail);
    QCOMPARE(problems, QStringList());
}

QTEST_MAIN(TestShopDay)
#include "tst_shop_day.moc"
