// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/measurements/group_table.h"
#include "ui/measurements/group_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! A class measured for its uniforms, by keyboard over a real file.
class TestGroupView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init();
    void cleanup();
    void aClassIsMeasuredInOneGo();
    void groomsmenAreNoFamily();
    void whoPaysIsOffered();
    void namesAreReadAsTheyArePasted_data();
    void namesAreReadAsTheyArePasted();
    void aSlipWaitsInItsCell();
    void whatCannotBeReadHoldsTheSaving();
    void whatIsTypedComesBackAfterACrash();
    void whatWasNotMeasuredNowStays();
    void theModelKeepsTheRules();
    void everyControlHasAName();
    void nothingIsSqueezed();
    void pictures();

private:
    void open();
    void start();
    void paste(const char *names);
    void type(const char *text, Qt::Key then = Qt::Key_Return);
    QWidget *focus() const { return QApplication::focusWidget(); }
    QModelIndex here() const { return m_view->findChild<GroupTable *>()->currentIndex(); }
    std::vector<FamilyMember> pupils();
    Segmented *whoPays() const { return m_view->findChild<Segmented *>(); }
    ClientId addPupil(const char *name, const char *born);

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<GroupView> m_view;
    std::optional<Client> m_school;
    std::optional<MeasurementTemplate> m_garment;
};

void TestGroupView::init()
{
    m_shop = std::make_unique<test::CounterShop>();
    TemplateService templates(*m_shop->shop.session, *m_shop->shop.door);
    QVERIFY(changes::await(templates.installMissing()));
    const auto all = templates.all().value();
    for (const MeasurementTemplate &each : all) {
        if (each.garmentType == QLatin1String("child_trousers"))
            m_garment = each;
    }
    const ClientId school = m_shop->addClient(QStringLiteral("Greenfield School"), QStringLiteral("0803 555 4471"));
    m_school = ClientService(*m_shop->shop.session, *m_shop->shop.door).load(school).value();
    open();
}

void TestGroupView::open()
{
    m_view = std::make_unique<GroupView>(*m_shop->desk);
    m_view->resize(1198, 712);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    start();
}

void TestGroupView::start()
{
    QSignalSpy loaded(m_view.get(), &GroupView::loaded);
    m_view->start(*m_school, *m_garment, LengthUnit::Centimetre, 8);
    m_view->arrive();
    QTRY_COMPARE(loaded.count(), 1);
}

void TestGroupView::cleanup()
{
    m_view.reset();
    m_shop.reset();
}

void TestGroupView::paste(const char *names)
{
    m_view->findChild<QPlainTextEdit *>()->setPlainText(QString::fromUtf8(names));
    const auto buttons = m_view->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("Add people"))
            button->click();
    }
}

void TestGroupView::type(const char *text, Qt::Key then)
{
    for (const char *c = text; *c; ++c)
        QTest::keyClick(focus(), *c);
    QTest::keyClick(focus(), then);
    QCoreApplication::processEvents(); // an editor reads its text a turn later
}

std::vector<FamilyMember> TestGroupView::pupils()
{
    auto members = ClientService(*m_shop->shop.session, *m_shop->shop.door).family(m_school->id)->members;
    std::erase_if(members, &FamilyMember::pays);
    return members;
}

ClientId TestGroupView::addPupil(const char *name, const char *born)
{
    ClientDraft pupil;
    pupil.name = QString::fromUtf8(name);
    pupil.payer = m_school->id;
    pupil.birthDate = Date::parse(QString::fromLatin1(born)).value();
    return changes::await(ClientService(*m_shop->shop.session, *m_shop->shop.door).add(pupil)).value();
}

void TestGroupView::aClassIsMeasuredInOneGo()
{
    QVERIFY(m_view->findChild<QPlainTextEdit *>()->hasFocus()); // nobody here yet
    paste("1. Ada Obi\n2. Ben Eze\nAda Obi\n");
    QCOMPARE(m_view->model()->rowCount(), 2);
    QCOMPARE(m_view->model()->columns().front().code, QStringLiteral("height"));
    type("118");
    QCOMPARE(here().column(), 1);
    type("56.5");
    const int columns = m_view->model()->columnCount();
    for (int i = 2; i < columns; ++i)
        QTest::keyClick(focus(), Qt::Key_Return); // not measured
    QCOMPARE(here().row(), 1);                    // and on to the next one
    QCOMPARE(here().column(), 0);
    type("124");
    whoPays()->setCurrentIndex(1); // the school
    QSignalSpy left(m_view.get(), &GroupView::left);
    QSignalSpy changed(m_shop->shop.door.get(), &changes::WriteDoor::changed);
    m_view->save();
    QTRY_COMPARE(left.count(), 1);
    QTRY_COMPARE(changed.count(), 1); // one operation
    QCOMPARE(changed.front().front().value<changes::ChangeSet>().args, QStringList{QStringLiteral("2")});
    QCOMPARE(pupils().size(), size_t(2));
    MeasurementService service(*m_shop->shop.session, *m_shop->shop.door);
    QCOMPARE(service.currentValues(pupils()[0].id)->size(), size_t(2));
    QCOMPARE(service.currentValues(pupils()[1].id)->front().value.text, QStringLiteral("124"));
    QVERIFY(changes::await(m_shop->shop.door->undo()));
    QVERIFY(pupils().empty());
}

void TestGroupView::groomsmenAreNoFamily()
{
    QVERIFY(!whoPays()->isVisible()); // nobody is new
    paste("Ada Obi\nBen Eze");
    QVERIFY(whoPays()->isVisible());
    type("168");
    QTest::keyClick(focus(), '='); // no child, and the template is
    QSignalSpy left(m_view.get(), &GroupView::left);
    m_view->save();
    QTRY_COMPARE(left.count(), 1);
    QVERIFY(pupils().empty());
    const auto found =
        ClientService(*m_shop->shop.session, *m_shop->shop.door).search(QStringLiteral("Ben Eze"), 5).value();
    QCOMPARE(found.size(), size_t(1)); // a client of their own
}

void TestGroupView::whoPaysIsOffered()
{
    addPupil("Ada Obi", "2018-05-01");
    start();
    paste("Ben Eze");
    QCOMPARE(whoPays()->currentIndex(), 1); // as for the others
    QCOMPARE(whoPays()->button(1)->text(), QStringLiteral("Greenfield School pays for them"));
    whoPays()->setCurrentIndex(0);
    m_shop->drafts->flush();
    m_view.reset();
    m_shop->restart();
    open();
    QCOMPARE(whoPays()->currentIndex(), 0); // what was said comes back
}

void TestGroupView::namesAreReadAsTheyArePasted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    const QStringList two{QStringLiteral("Ada Obi"), QStringLiteral("Ben Eze")};
    QTest::newRow("lines") << QStringLiteral("Ada Obi\r\nBen Eze\r\n") << two;
    QTest::newRow("commas") << QStringLiteral("Ada  Obi, Ben Eze,") << two;
    QTest::newRow("a class list") << QStringLiteral("1. Ada Obi\n 2) Ben Eze\n3 ada obi") << two;
    QTest::newRow("a sheet") << QStringLiteral("Ada Obi\tBen Eze") << two;
    QTest::newRow("nothing") << QStringLiteral(" \n ,") << QStringList();
}

void TestGroupView::namesAreReadAsTheyArePasted()
{
    QFETCH(QString, text);
    QTEST(namesIn(text), "names");
}

void TestGroupView::aSlipWaitsInItsCell()
{
    addPupil("Ada Obi", "2018-05-01");
    start();
    type("118.5"); // plausible for a child, for nobody else
    QCOMPARE(here().column(), 1);
    type("23");                   // inches
    QCOMPARE(here().column(), 1); // Enter is no answer
    QVERIFY(here().data(GroupModel::WrongRole).toBool());
    QVERIFY(here().data(GroupModel::SentenceRole).toString().contains(QStringLiteral("inches")));
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_view->save();
    QCOMPARE(said.count(), 1);
    QTest::keyClick(focus(), '+');
    QCOMPARE(here().column(), 2);
    QCOMPARE(m_view->model()->index(0, 1).data().toString(), QStringLiteral("58.4"));
    QTest::keyClick(focus(), Qt::Key_Left);
    type("23", Qt::Key_Equal); // and this time it is right
    QVERIFY(!m_view->model()->index(0, 1).data(GroupModel::WrongRole).toBool());
    QCOMPARE(m_view->model()->members().front().warningsAccepted.size(), 1);
}

void TestGroupView::whatCannotBeReadHoldsTheSaving()
{
    paste("Ada Obi");
    type("tall");
    QCOMPARE(here().column(), 0);
    QVERIFY(here().data(GroupModel::WrongRole).toBool());
    QCOMPARE(here().data().toString(), QStringLiteral("tall")); // it stays
    QSignalSpy said(&m_shop->desk->notices(), &Notices::said);
    m_view->save();
    QCOMPARE(said.count(), 1);
    QVERIFY(said.front().front().toString().contains(QStringLiteral("Ada Obi, height")));
    QVERIFY(pupils().empty());
}

void TestGroupView::whatIsTypedComesBackAfterACrash()
{
    addPupil("Ada Obi", "2018-05-01");
    start();
    paste("Ben Eze");
    m_view->findChild<GroupTable *>()->setCurrentIndex(m_view->model()->index(1, 0));
    type("124");
    type("5x");
    m_shop->drafts->flush();
    m_view.reset();
    m_shop->restart();
    open();
    QCOMPARE(m_view->model()->rowCount(), 2);
    QCOMPARE(m_view->model()->index(1, 0).data().toString(), QStringLiteral("124"));
    QVERIFY(m_view->model()->index(1, 1).data(GroupModel::WrongRole).toBool());
}

void TestGroupView::whatWasNotMeasuredNowStays()
{
    const ClientId ada = addPupil("Ada Obi", "2018-05-01");
    MeasurementService service(*m_shop->shop.session, *m_shop->shop.door);
    const auto cm = [](const char *code, const char *text) {
        return MeasuredValue::parse(QString::fromLatin1(code), Side::Both, QString::fromLatin1(text),
                                    LengthUnit::Centimetre)
            .value();
    };
    QVERIFY(changes::await(
        service.save({ada, m_garment->id, SetKind::Body, {cm("height", "112"), cm("waist_circ", "55")}})));
    m_shop->shop.clock.advanceDays(200);
    start();
    QCOMPARE(m_view->model()->index(0, 0).data().toString(), QStringLiteral("112")); // what it was
    QCOMPARE(m_view->model()->measuredPeople(), 0);
    type("118");
    QSignalSpy left(m_view.get(), &GroupView::left);
    m_view->save();
    QTRY_COMPARE(left.count(), 1);
    const auto sets = service.setsOf(ada).value();
    QCOMPARE(sets.size(), size_t(2));
    QCOMPARE(sets.front().values.size(), size_t(2));
    QCOMPARE(sets.front().changeReason, std::optional(ChangeReason::BodyChanged));
    QCOMPARE(sets.front().carried.at(QStringLiteral("waist_circ")), sets.back().id);
}

void TestGroupView::theModelKeepsTheRules()
{
    QAbstractItemModelTester tester(m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    paste("Ada Obi, Ben Eze");
    type("118");
    m_view->model()->setUnit(LengthUnit::Inch, 8);
    QCOMPARE(m_view->model()->index(0, 0).data().toString(), QStringLiteral("46 1/2"));
    m_view->start(*m_school, *m_garment, LengthUnit::Centimetre, 8);
}

void TestGroupView::everyControlHasAName()
{
    paste("Ada Obi");
    const QStringList nameless = test::nameless(*m_view);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestGroupView::nothingIsSqueezed()
{
    paste("Oluwaseun Adebayo-Okonkwo of the senior class, Ben Eze");
    for (const int percent : {100, 130}) {
        Theme::instance().setTextSizePercent(percent);
        for (const QSize size : {QSize(1198, 712), QSize(968, 484)}) {
            m_view->resize(size);
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            QCOMPARE(test::squeezed(*m_view), QStringList());
        }
    }
    Theme::instance().setTextSizePercent(100);
}

void TestGroupView::pictures()
{
    paste("Ada Obi\nBen Eze\nOluwaseun Adebayo-Okonkwo of the senior class\nIfe Musa");
    type("118");
    type("23");
    if (!test::takePictures(*m_view, QStringLiteral("group")))
        QSKIP("pictures are for the eye: THIMBLELY_SHOW_PAGES is not set");
}

QTEST_MAIN(TestGroupView)
#include "tst_group_view.moc"
