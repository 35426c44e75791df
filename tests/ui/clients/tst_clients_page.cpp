// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_log.h"
#include "core/clients/client_writer.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/measurement_writer.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/clients/client_card.h"
#include "ui/clients/client_editor.h"
#include "ui/clients/client_family_list.h"
#include "ui/clients/client_list_pane.h"
#include "ui/clients/client_merge_pane.h"
#include "ui/clients/client_orders.h"
#include "ui/clients/clients_model.h"
#include "ui/clients/clients_page.h"
#include "ui/clients/duplicate_notice.h"
#include "ui/clients/measures_table.h"
#include "ui/photos/photo_strip.h"
#include "ui/widgets/field_edit.h"
#include "ui/widgets/label.h"
#include "ui/widgets/list_view.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! The clients page by keyboard over a real file.
class TestClientsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void arrowsShowTheCard();
    void enterEditsAndSaves();
    void whatCannotBeStoredSaysWhyUnderItsField();
    void aDraftComesBackAfterACrash();
    void escapeKeepsTheDraft();
    void aNewClientByPhone();
    void whoIsThereAlreadyIsAnsweredBeforeSaving();
    void anOldLikenessIsNotAskedAboutAgain();
    void deleteGoesToTheBinAndComesBack();
    void measuresStandBesideTheFormerOnes();
    void ordersLeadToTheOrder();
    void photosOfTheirPiecesAreShown();
    void filtersAskTheFile();
    void aThousandRowsKeepTheirPlace();
    void rowsStandWhereTheFileSortsThem();
    void anEmptyShopTeaches();
    void everyControlHasAName();
    void pictures();

private:
    void open();
    QStringList names() const;
    FieldEdit *fieldNamed(const char *label) const;
    bool says(const QString &part) const;
    ClientsModel *model() const { return m_page->findChild<ClientListPane *>()->model(); }
    ListView *list() const { return m_page->findChild<ClientListPane *>()->view(); }
    ClientCard *card() const { return m_page->findChild<ClientCard *>(); }
    ClientEditor *editor() const { return m_page->findChild<ClientEditor *>(); }
    Client load(ClientId id) const { return ClientService(*m_shop->shop.session, *m_shop->shop.door).load(id).value(); }
    void update(ClientId id, const std::function<void(ClientDraft &)> &change);
    void addMany(int count);
    void measured(ClientId id, std::vector<std::pair<const char *, const char *>> values, int daysAgo);

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<ClientsPage> m_page;
};

void TestClientsPage::initTestCase()
{
    Theme::instance().install();
    Theme::instance().setScheme(Scheme::Light);
}

void TestClientsPage::init()
{
    m_shop = std::make_unique<test::CounterShop>();
}

void TestClientsPage::cleanup()
{
    m_page.reset();
    m_shop.reset();
}

void TestClientsPage::open()
{
    m_page = std::make_unique<ClientsPage>(*m_shop->desk);
    m_page->resize(1198, 712);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->arrive();
    new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
}

QStringList TestClientsPage::names() const
{
    QStringList names;
    for (int row = 0; row < model()->rowCount(); ++row)
        names.append(model()->client(row).name);
    return names;
}

FieldEdit *TestClientsPage::fieldNamed(const char *label) const
{
    const auto fields = editor()->findChildren<FieldEdit *>();
    for (FieldEdit *field : fields) {
        if (field->edit()->accessibleName() == QLatin1String(label))
            return field;
    }
    qFatal("no field %s", label);
}

bool TestClientsPage::says(const QString &part) const
{
    const auto labels = m_page->findChildren<Label *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const Label *label) { return label->isVisible() && label->text().contains(part); });
}

void TestClientsPage::update(ClientId id, const std::function<void(ClientDraft &)> &change)
{
    ClientDraft draft = load(id).fields;
    change(draft);
    QVERIFY(changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).update(id, draft)));
}

void TestClientsPage::addMany(int count)
{
    QVERIFY(changes::await(m_shop->shop.door->write<void>(
        changes::Operation{"clients.import", {}}, [count](changes::WriteContext &context) -> Result<void> {
            for (int i = 0; i < count; ++i) {
                ClientDraft draft;
                draft.name = QStringLiteral("Client %1").arg(i, 5, 10, QLatin1Char('0'));
                TRY(clients::add(context, draft));
            }
            return {};
        })));
}

void TestClientsPage::measured(ClientId id, std::vector<std::pair<const char *, const char *>> values, int daysAgo)
{
    MeasurementDraft draft{id, {}, SetKind::Body, {}};
    for (const auto &[code, text] : values) {
        draft.values.push_back(MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromLatin1(text),
                                                    LengthUnit::Centimetre)
                                   .value());
    }
    draft.takenAt = m_shop->shop.clock.now().plusMsecs(-86'400'000LL * daysAgo);
    QVERIFY(changes::await(MeasurementService(*m_shop->shop.session, *m_shop->shop.door).save(draft)));
}

void TestClientsPage::arrowsShowTheCard()
{
    m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    m_shop->addClient(QStringLiteral("Bello"), QStringLiteral("0802"));
    open();
    QVERIFY(says(QStringLiteral("Call")));
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(load(*card()->client()).fields.name, QStringLiteral("Bello"));
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(load(*card()->client()).fields.name, QStringLiteral("Ade"));
}

void TestClientsPage::enterEditsAndSaves()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801 222"));
    open();
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(editor()->isVisible());
    QVERIFY(fieldNamed("Name")->edit()->hasFocus());
    QTest::keyClicks(fieldNamed("Name")->edit(), QStringLiteral(" Obi"));
    QTest::keyClicks(fieldNamed("Birth date")->edit(), QStringLiteral("22/3/1980"));
    QVERIFY(m_page->handle(ActionId::Save));
    QTRY_VERIFY(card()->isVisible());
    QCOMPARE(load(id).fields.name, QStringLiteral("Ade Obi"));
    QCOMPARE(load(id).fields.birthDate->toIso(), QStringLiteral("1980-03-22"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Ade Obi")});
    QVERIFY(!m_shop->drafts->kept("client", id.toString()));
    QVERIFY(list()->hasFocus());
}

void TestClientsPage::whatCannotBeStoredSaysWhyUnderItsField()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801 222"));
    open();
    m_page->editClient(id);
    fieldNamed("Name")->edit()->selectAll();
    QTest::keyClick(fieldNamed("Name")->edit(), Qt::Key_Delete);
    QTest::keyClicks(fieldNamed("E-mail")->edit(), QStringLiteral("ade@"));
    QTest::keyClicks(fieldNamed("Birth date")->edit(), QStringLiteral("31/2/1980"));
    m_page->handle(ActionId::Save);
    QVERIFY(fieldNamed("Name")->hasError());
    QVERIFY(fieldNamed("E-mail")->hasError());
    QVERIFY(fieldNamed("Birth date")->hasError());
    QVERIFY(!fieldNamed("Company")->hasError());
    QCOMPARE(fieldNamed("E-mail")->text(), QStringLiteral("ade@")); // what was typed stays
    QCOMPARE(load(id).fields.name, QStringLiteral("Ade"));
}

void TestClientsPage::aDraftComesBackAfterACrash()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801 222"));
    open();
    m_page->editClient(id);
    QTest::keyClicks(fieldNamed("Company")->edit(), QStringLiteral("Bello & Co"));
    m_shop->drafts->flush();
    m_page.reset();
    m_shop->restart();
    open();
    m_page->showClient(id);
    QVERIFY(says(QStringLiteral("not saved")));
    m_page->editClient(id);
    QCOMPARE(fieldNamed("Company")->text(), QStringLiteral("Bello & Co"));
    QVERIFY(says(QStringLiteral("not saved yet")));
    QVERIFY(load(id).fields.company.isEmpty());
}

void TestClientsPage::escapeKeepsTheDraft()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801 222"));
    open();
    m_page->editClient(id);
    QTest::keyClicks(fieldNamed("Company")->edit(), QStringLiteral("X"));
    QVERIFY(m_page->stepBack());
    QVERIFY(card()->isVisible());
    QVERIFY(!m_page->stepBack());
    m_page->editClient(id);
    QCOMPARE(fieldNamed("Company")->text(), QStringLiteral("X"));
    // Typed back to what is stored, nothing is left to keep.
    QTest::keyClick(fieldNamed("Company")->edit(), Qt::Key_Backspace);
    QVERIFY(!m_shop->drafts->kept("client", id.toString()));
}

void TestClientsPage::aNewClientByPhone()
{
    open();
    m_page->addClient(QStringLiteral("0803 555 4471"));
    QCOMPARE(fieldNamed("Phone")->text(), QStringLiteral("0803 555 4471"));
    QTest::keyClicks(fieldNamed("Name")->edit(), QStringLiteral("Adunni Bello"));
    m_page->handle(ActionId::Save);
    QTRY_VERIFY(card()->isVisible() && card()->client());
    QCOMPARE(load(*card()->client()).fields.phones.front().number, QStringLiteral("0803 555 4471"));
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Adunni Bello")});
}

void TestClientsPage::whoIsThereAlreadyIsAnsweredBeforeSaving()
{
    const ClientId known = m_shop->addClient(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    ClientService service(*m_shop->shop.session, *m_shop->shop.door);
    open();
    m_page->addClient(QStringLiteral("0803 555 4471"));
    QTest::keyClicks(fieldNamed("Name")->edit(), QStringLiteral("Ayo Bello"));
    m_page->handle(ActionId::Save);
    QVERIFY(m_page->findChild<DuplicateNotice *>()->isVisible());
    QVERIFY(m_page->findChild<DuplicateNotice *>()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(says(QStringLiteral("Not saved yet")));
    QCOMPARE(service.count(ClientFilter::All).value(), 1);
    const auto answers = m_page->findChild<DuplicateNotice *>()->findChildren<QAbstractButton *>();
    for (QAbstractButton *answer : answers) {
        if (answer->text() == QLatin1String("Same family"))
            answer->click();
    }
    m_page->handle(ActionId::Save);
    QTRY_COMPARE(service.count(ClientFilter::All).value(), 2);
    QTRY_VERIFY(card()->isVisible() && card()->client());
    QCOMPARE(load(*card()->client()).fields.payer, std::optional(known));
}

void TestClientsPage::anOldLikenessIsNotAskedAboutAgain()
{
    m_shop->addClient(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    const ClientId like = m_shop->addClient(QStringLiteral("Ayo"), QStringLiteral("0803 555 4471"));
    open();
    m_page->editClient(like);
    QTest::keyClicks(fieldNamed("Company")->edit(), QStringLiteral("Bello & Co"));
    m_page->handle(ActionId::Save);
    QTRY_COMPARE(load(like).fields.company, QStringLiteral("Bello & Co"));
}

void TestClientsPage::deleteGoesToTheBinAndComesBack()
{
    m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    m_shop->addClient(QStringLiteral("Bello"), QStringLiteral("0802"));
    open();
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_COMPARE(names(), QStringList{QStringLiteral("Bello")});
    QCOMPARE(load(*card()->client()).fields.name, QStringLiteral("Bello"));
    QVERIFY(changes::await(m_shop->shop.door->undo()));
    QTRY_COMPARE(names(), (QStringList{QStringLiteral("Ade"), QStringLiteral("Bello")}));
}

void TestClientsPage::measuresStandBesideTheFormerOnes()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    measured(id, {{"bust_circ", "97.0"}, {"waist_circ", "84"}}, 100);
    measured(id, {{"bust_circ", "98.5"}, {"waist_circ", "84"}, {"hip_circ", "100,5"}}, 10);
    open();
    MeasureLinesModel *lines = card()->findChild<MeasuresTable *>()->model();
    QCOMPARE(lines->rowCount(), 3);
    QCOMPARE(lines->line(0).newest, QStringLiteral("98.5"));
    QCOMPARE(lines->line(0).former, QStringLiteral("97"));
    QCOMPARE(lines->line(0).change, QStringLiteral("+1.5"));
    QCOMPARE(lines->line(1).change, QStringLiteral("same"));
    QCOMPARE(lines->line(2).newest, QStringLiteral("100.5")); // however it was typed
    QVERIFY(lines->line(2).former.isEmpty());
}

void TestClientsPage::ordersLeadToTheOrder()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    const auto booked = m_shop->book(id, {m_shop->piece(QStringLiteral("Trousers"), 450'000)});
    open();
    auto *orders = card()->findChild<ClientOrders *>();
    QCOMPARE(orders->model()->rowCount(), 1);
    std::vector<OrderId> opened;
    connect(&m_shop->desk->navigation(), &Navigation::openOrderRequested, m_page.get(),
            [&](OrderId order) { opened.push_back(order); });
    auto *view = orders->findChild<ListView *>();
    view->setFocus();
    view->setCurrentIndex(orders->model()->index(0));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(opened == std::vector{booked.id});
    // A change of the order is a change of the client's row.
    m_shop->book(id, {m_shop->piece(QStringLiteral("Jacket"), 750'000)});
    QTRY_COMPARE(orders->model()->rowCount(), 2);
    QTRY_COMPARE(model()->client(0).openOrders, 2);
}

//! What came in is seen again where the client is; a card without photos has no such section.
void TestClientsPage::photosOfTheirPiecesAreShown()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    open();
    auto *photos = card()->findChild<PhotoStrip *>();
    QVERIFY(photos->isHidden());
    QImage image(30, 30, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QBuffer small;
    QVERIFY(image.save(&small, "JPG"));
    orders::PieceDraft coat = m_shop->piece(QStringLiteral("Coat"), 450'000);
    coat.photos = {{QByteArray(32, 'a'), "image/jpeg", small.size(), small.data()}};
    m_shop->book(id, {coat});
    QTRY_COMPARE(photos->photos(), coat.photos);
    QVERIFY(photos->isVisible());
    test::takePictures(*m_page, QStringLiteral("client-photos"));
}

void TestClientsPage::filtersAskTheFile()
{
    m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    const ClientId busy = m_shop->addClient(QStringLiteral("Bello"), QStringLiteral("0802"));
    m_shop->book(busy, {m_shop->piece(QStringLiteral("Trousers"), 450'000)});
    open();
    auto *filter = m_page->findChild<ClientListPane *>()->findChild<Segmented *>();
    filter->setCurrentIndex(1);
    QCOMPARE(names(), QStringList{QStringLiteral("Bello")});
    QCOMPARE(*card()->client(), busy);
    // Who comes to have an order comes into the filter.
    m_shop->book(m_shop->addClient(QStringLiteral("Aaron"), QStringLiteral("0803")),
                 {m_shop->piece(QStringLiteral("Shirt"), 450'000)});
    QTRY_COMPARE(names(), (QStringList{QStringLiteral("Aaron"), QStringLiteral("Bello")}));
}

void TestClientsPage::aThousandRowsKeepTheirPlace()
{
    addMany(5'000);
    open();
    QVERIFY(model()->rowCount() < 200); // only what was looked at is read
    QTRY_VERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(), [](const QLabel *label) {
        return label->text() == QLatin1String("5,000");
    })); // counted meanwhile
    while (model()->canFetchMore({}))
        model()->fetchMore({});
    QCOMPARE(model()->rowCount(), 5'000);
    list()->setCurrentIndex(model()->index(3'000));
    const ClientId chosen = model()->client(3'000).id;
    QTest::qWait(20);
    const int scrolled = list()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(model(), &QAbstractItemModel::dataChanged);
    update(model()->client(10).id, [](ClientDraft &draft) { draft.company = QStringLiteral("Bello & Co"); });
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(model()->client(list()->currentIndex().row()).id, chosen);
    QCOMPARE(list()->verticalScrollBar()->value(), scrolled);
    // One that moves to another place takes neither the choice along nor what is being read.
    const QRect seen = list()->visualRect(list()->currentIndex());
    update(model()->client(20).id, [](ClientDraft &draft) { draft.name = QStringLiteral("Zuma"); });
    QTRY_COMPARE(model()->client(4'999).name, QStringLiteral("Zuma"));
    QCOMPARE(model()->client(list()->currentIndex().row()).id, chosen);
    QCOMPARE(list()->visualRect(list()->currentIndex()), seen);
    QCOMPARE(*card()->client(), chosen);
    QCOMPARE(reset.count(), 0);
}

void TestClientsPage::rowsStandWhereTheFileSortsThem()
{
    open();
    for (const char *name : {"bello", "Ade", "Émile", "ade", "Zoe", "أمينة", "adeyemi"})
        m_shop->addClient(QString::fromUtf8(name), QStringLiteral("0801"));
    QTRY_COMPARE(model()->rowCount(), 7);
    const auto asked = ClientService(*m_shop->shop.session, *m_shop->shop.door)
                           .page(ClientFilter::All, ClientSort::Name, {}, 100)
                           .value();
    QStringList sorted;
    for (const ClientSummary &row : asked.rows)
        sorted.append(row.name);
    QCOMPARE(names(), sorted);
}

void TestClientsPage::anEmptyShopTeaches()
{
    open();
    QVERIFY(says(QStringLiteral("No clients yet")));
    m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    QTRY_VERIFY(list()->isVisible());
}

void TestClientsPage::everyControlHasAName()
{
    const ClientId id = m_shop->addClient(QStringLiteral("Ade"), QStringLiteral("0801"));
    m_shop->book(id, {m_shop->piece(QStringLiteral("Trousers"), 450'000)});
    measured(id, {{"bust_circ", "97.0"}}, 100);
    open();
    QCOMPARE(test::nameless(*m_page), QStringList());
    m_page->editClient(id);
    QCOMPARE(test::nameless(*m_page), QStringList());
}

void TestClientsPage::pictures()
{
    for (const char *name : {"Folake Ade", "Yetunde Balogun", "Ayo Bello", "Tunde Bello", "Emeka Eze", "Kemi Lawal",
                             "Oluwaseun Adebayo-Ogunleye Chukwuemeka", "فاطمة منصور", "Ngozi Okafor", "Ibrahim Musa"})
        m_shop->addClient(QString::fromUtf8(name), QStringLiteral("0805 220 1897"));
    const ClientId id = m_shop->addClient(QStringLiteral("Adunni Bello"), QStringLiteral("0803 555 4471"));
    update(id, [](ClientDraft &draft) {
        draft.phones.push_back({QStringLiteral("0802 911 3350"), PhoneUse::WhatsApp});
        draft.fitNotes = QStringLiteral("Right shoulder low\nLeft sleeve +1.2");
        draft.email = QStringLiteral("adunni@bello.example");
        draft.notes = QStringLiteral("Sister of Tunde. Comes on Fridays.");
    });
    measured(id,
             {{"bust_circ", "97.0"},
              {"lowbust_circ", "86.0"},
              {"waist_circ", "82.5"},
              {"hip_circ", "102.0"},
              {"shoulder_length", "12.8"},
              {"neck_back_to_waist_b", "41.5"},
              {"leg_thigh_upper_circ", "57.0"}},
             430);
    measured(id,
             {{"bust_circ", "98.5"},
              {"lowbust_circ", "86.0"},
              {"waist_circ", "84.0"},
              {"hip_circ", "102.5"},
              {"shoulder_length", "12.8"},
              {"neck_back_to_waist_b", "41.5"},
              {"leg_thigh_upper_circ", "58.0"}},
             256);
    const auto member = [&](const char *name, const char *relation, const char *born) {
        ClientDraft draft;
        draft.name = QString::fromUtf8(name);
        draft.payer = id;
        draft.relation = QString::fromUtf8(relation);
        draft.birthDate = Date::parse(QString::fromLatin1(born)).value();
        return changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(draft)).value();
    };
    member("Tunde Bello", "husband", "1978-02-03");
    const ClientId son = member("Ayo Bello", "son", "2017-02-03");
    member("فاطمة بنت عبد الرحمن الكبيرة المنصورية", "niece", "1999-02-03");
    measured(son, {{"bust_circ", "70"}}, 3);
    update(id, [&](ClientDraft &draft) {
        draft.messageOptOutAt = m_shop->shop.clock.now();
        draft.photoConsentAt = m_shop->shop.clock.now();
        draft.creditAllowed = true;
    });
    ClientLogService log(*m_shop->shop.session, *m_shop->shop.door);
    QVERIFY(changes::await(log.add(id, LogKind::Call,
                                   QStringLiteral("Asks whether the jacket may have double vents; "
                                                  "rings again on Thursday after five."))));
    QVERIFY(changes::await(log.add(id, LogKind::Note, QStringLiteral("Likes it loose at the back."))));
    const Date today = m_shop->desk->today();
    orders::PieceDraft shirt = m_shop->piece(QStringLiteral("Shirt, white"), 300'000);
    shirt.wearer = son;
    m_shop->book(id, {shirt}, today.plusDays(3));
    m_shop->book(id,
                 {m_shop->piece(QStringLiteral("Trousers"), 450'000), m_shop->piece(QStringLiteral("Jacket"), 750'000)},
                 today.plusDays(2));
    m_shop->book(id, {m_shop->piece(QStringLiteral("Shirt"), 300'000)}, today);
    m_shop->book(id, {m_shop->piece(QStringLiteral("Dress"), 1'850'000)}, today.plusDays(12));
    open();
    m_page->showClient(id);
    if (!test::takePictures(*m_page, QStringLiteral("clients")))
        QSKIP("pictures are for the eye: THIMBLELY_SHOW_PAGES is not set");
    m_page->editClient(id);
    fieldNamed("E-mail")->setText(QStringLiteral("adunni@"));
    m_page->handle(ActionId::Save);
    test::takePictures(*m_page, QStringLiteral("client-editor"));
    m_page->stepBack();
    const ClientId like = m_shop->addClient(QStringLiteral("Adunni Belo"), QStringLiteral("0701 222 4471"));
    m_page->editClient(like);
    fieldNamed("Name")->edit()->setFocus();
    QTest::keyClick(fieldNamed("Name")->edit(), Qt::Key_Space);
    QTRY_VERIFY(m_page->findChild<DuplicateNotice *>()->isVisible());
    test::takePictures(*m_page, QStringLiteral("client-duplicate"));
    Q_EMIT editor()->mergeRequested(id, like);
    auto *merge = m_page->findChild<ClientMergePane *>();
    QVERIFY(merge->isVisible());
    test::takePictures(*m_page, QStringLiteral("client-merge"));
}

QTEST_MAIN(TestClientsPage)
#include "tst_clients_page.moc"
