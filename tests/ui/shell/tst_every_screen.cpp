// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "core/orders/hold_service.h"
#include "core/orders/order_service.h"
#include "tests/support/readable.h"
#include "tests/ui/orders/counter_shop.h"
#include "tests/ui/shell/open_program.h"
#include "ui/exchange/import_page.h"
#include "ui/measurements/measuring_page.h"
#include "ui/orders/counter_page.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QMenu>

using namespace thimblely;
using namespace thimblely::ui;
using Screen = MainWindow::Screen;

//! Every screen of the real window in the sizes, directions, text sizes and colours that must hold, with long names.
class TestEveryScreen : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isReadable_data();
    void isReadable();
    void aLongConditionShowsItsBeginning();

private:
    void fill();
    void open(bool mirrored);
    void go(const QString &screen);
    void show(const QString &kind) const;
    QStringList problems() const;
    QString oldBook() const;

    std::unique_ptr<test::OpenProgram> m_shop;
    std::optional<bool> m_mirrored;
    std::optional<ClientId> m_client;
    std::optional<OrderId> m_order;
};

void TestEveryScreen::initTestCase()
{
    m_shop = std::make_unique<test::OpenProgram>();
    QVERIFY(m_shop->makeShop());
    fill();
}

void TestEveryScreen::cleanupTestCase()
{
    m_shop.reset();
    Theme::instance().setTextSizePercent(100);
    Theme::instance().setScheme(Scheme::Light);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestEveryScreen::fill()
{
    const auto session = access::Session::open(m_shop->path(), *m_shop->owner).value();
    const auto door = changes::WriteDoor::open(*session, m_shop->clock).value();
    ClientService clients(*session, *door);
    ClientDraft client;
    client.name = QStringLiteral("Oluwaseun Okonkwo-Adeyemi of the Lagos Island Choir");
    client.phones.push_back({QStringLiteral("+234 803 555 4471")});
    client.gender = GenderForFit::Male;
    client.fitNotes = QStringLiteral("right shoulder low; left sleeve +1.2, stands erect and breathes from the chest");
    m_client = changes::await(clients.add(client)).value();
    ClientDraft son;
    son.name = QStringLiteral("Oluwatobiloba Okonkwo-Adeyemi the younger");
    son.payer = m_client;
    const ClientId child = changes::await(clients.add(son)).value();
    QVERIFY(changes::await(TemplateService(*session, *door).installMissing()));
    const auto templates = TemplateService(*session, *door).all().value();
    for (const char *text : {"98.5", "99.5"}) {
        MeasurementDraft draft{*m_client, templates.front().id, SetKind::Body, {}};
        for (const char *code : {"bust_circ", "hip_circ"})
            draft.values.push_back(MeasuredValue::parse(QString::fromLatin1(code), Side::Both,
                                                        QString::fromLatin1(text), LengthUnit::Centimetre)
                                       .value());
        draft.changeReason = ChangeReason::BodyChanged;
        draft.takenAt = m_shop->clock.now().plusMsecs(qint64(-86'400'000) * (text[1] == '8' ? 200 : 3));
        QVERIFY(changes::await(MeasurementService(*session, *door).save(draft)));
    }
    orders::OrderService service(*session, *door);
    const ShopCalendar calendar = WorkspaceService(*session, *door).load()->calendar().value();
    const auto book = [&](const char *name, int days, std::optional<ClientId> wearer = {}) {
        orders::OrderDraft order;
        order.client = m_client;
        for (int i = 0; i < 2; ++i) {
            orders::PieceDraft piece;
            piece.garmentType = QStringLiteral("jacket");
            piece.name = QString::fromLatin1(name);
            piece.colour = QStringLiteral("midnight blue");
            piece.condition = {QStringLiteral("shine on the seat"), QStringLiteral("a button is missing at the cuff")};
            piece.wearer = wearer;
            piece.unitPrice = Money(123'456'700, Currency::parse(u"NGN").value());
            order.pieces.push_back(piece);
        }
        order.promisedDate = calendar.dayOf(m_shop->clock.now()).plusDays(days);
        return changes::await(service.book(order))->id;
    };
    book("Trousers with turn-ups", 0);
    m_shop->clock.advanceDays(2); // they are late now
    m_order = book("Double-breasted jacket with peaked lapels", 0, child);
    QVERIFY(changes::await(service.complete(*m_order)));
    const OrderId waiting = book("Ceremonial agbada with embroidery", 5);
    QVERIFY(
        changes::await(orders::HoldService(*door).ask(service.load(waiting)->pieces[0].id, orders::HoldReason::Client,
                                                      QStringLiteral("Gold thread or silver thread at the neck?"))));
}

//! What is made in one direction is not asked to turn round: the program starts anew.
void TestEveryScreen::open(bool mirrored)
{
    if (m_mirrored == mirrored)
        return;
    m_shop->close();
    QGuiApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    QVERIFY(m_shop->startAndSignIn());
    m_mirrored = mirrored;
}

void TestEveryScreen::go(const QString &screen)
{
    Navigation &navigation = m_shop->desk().navigation();
    const std::pair<const char *, Screen> plain[] = {{"today", Screen::Today},          {"counter", Screen::Counter},
                                                     {"pick up", Screen::PickUp},       {"money", Screen::Money},
                                                     {"add person", Screen::AddPerson}, {"shop", Screen::Shop},
                                                     {"printing", Screen::Printing},    {"notebook", Screen::Notebook}};
    for (const auto &[name, place] : plain) {
        if (screen == QLatin1String(name))
            m_shop->window().show(place);
    }
    if (screen == QLatin1String("half-done order")) {
        Q_EMIT navigation.orderRequested(*m_client);
        if (m_shop->child<CounterPage>() && !m_shop->says(QStringLiteral("Trousers, navy"))) {
            m_shop->type("1");
            m_shop->press(Qt::Key_Return);
            m_shop->type("navy pinstripe");
        }
    }
    if (screen == QLatin1String("bag"))
        Q_EMIT navigation.openOrderRequested(*m_order);
    if (screen == QLatin1String("client") || screen == QLatin1String("measuring") || screen == QLatin1String("doubt"))
        Q_EMIT navigation.clientRequested(*m_client);
    if (screen == QLatin1String("new client"))
        Q_EMIT navigation.newClientRequested(QStringLiteral("Ade"));
    if (screen == QLatin1String("measuring") || screen == QLatin1String("doubt"))
        m_shop->press(Qt::Key_F4);
    if (screen == QLatin1String("doubt")) {
        m_shop->child<MeasuringPage>()->setCurrent(QStringLiteral("bust_circ"));
        m_shop->child<MeasuringPage>()->focusValue();
        m_shop->type("84");
        m_shop->press(Qt::Key_Return);
    }
    if (screen == QLatin1String("import")) {
        m_shop->window().show(Screen::Import);
        m_shop->child<ImportPage>()->open({oldBook()});
        QTRY_VERIFY(m_shop->says(QStringLiteral("2 not understood")));
    }
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

//! A notebook as a table: measures of three, of whom two cannot be understood.
QString TestEveryScreen::oldBook() const
{
    QFile book(m_shop->dir.filePath(QStringLiteral("notebook of the old shop.csv")));
    if (!book.open(QIODevice::WriteOnly))
        qFatal("no book");
    book.write("Client;Telephone;Waist;Hip;Nape over shoulder to wrist;Remarks\nAmina Bello;0803 555 4471;32;40 1/2;30;"
               "Left shoulder low, comes on Fridays after the market\nTunde;;tall;40;31;\n;;34;42;32;\n");
    return book.fileName();
}

void TestEveryScreen::isReadable_data()
{
    QTest::addColumn<QString>("screen");
    QTest::addColumn<bool>("mirrored");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<Scheme>("scheme");
    for (const bool mirrored : {false, true}) {
        for (const char *screen :
             {"today", "counter", "half-done order", "pick up", "bag", "client", "new client", "measuring", "doubt",
              "money", "add person", "shop", "printing", "import", "notebook"}) {
            for (const QSize size : {QSize(1366, 768), QSize(1024, 540)}) {
                for (const int percent : {100, 130}) {
                    for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
                        QTest::addRow("%s %d %d%s%s", screen, size.width(), percent, mirrored ? " mirrored" : "",
                                      scheme == Scheme::Dark ? " dark" : "")
                            << QString::fromLatin1(screen) << mirrored << size << percent << scheme;
                }
            }
        }
    }
}

QStringList TestEveryScreen::problems() const
{
    QStringList found = test::cutWords(*m_shop->program);
    found += test::misplaced(*m_shop->program);
    for (const QString &each : test::nameless(*m_shop->program))
        found.append(each + QStringLiteral(": without a name"));
    return found;
}

void TestEveryScreen::show(const QString &kind) const
{
    const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
    if (!folder.isEmpty())
        m_shop->program->grab().save(folder + u'/' + QString(kind).replace(u' ', u'-') + QStringLiteral(".png"));
}

void TestEveryScreen::isReadable()
{
    QFETCH(QString, screen);
    QFETCH(bool, mirrored);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(Scheme, scheme);
    open(mirrored);
    Theme::instance().setScheme(scheme);
    Theme::instance().setTextSizePercent(percent);
    m_shop->program->resize(size);
    go(screen);
    (void)m_shop->program->grab(); // what is shortened says so as it is painted
    const QStringList found = problems();
    show(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(m_shop->program->size(), size);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestEveryScreen::aLongConditionShowsItsBeginning()
{
    open(false);
    m_shop->program->resize(1024, 540);
    go(QStringLiteral("half-done order"));
    const auto edits = m_shop->program->findChildren<QLineEdit *>();
    const auto named = [](const QLineEdit *edit) {
        return edit->isVisible() && edit->accessibleName().startsWith(QStringLiteral("Condition of piece"));
    };
    const auto found = std::ranges::find_if(edits, named);
    QVERIFY(found != edits.end());
    QLineEdit *condition = *found;
    condition->setFocus();
    m_shop->type("shine on the seat, a button is missing at the left cuff and the lining is torn under the arm");
    m_shop->press(Qt::Key_Tab);
    QVERIFY(!condition->hasFocus());
    QCOMPARE(condition->cursorPosition(), 0);
    condition->setFocus();
    QCOMPARE(condition->cursorPosition(), int(condition->text().size())); // gone on with at its end
}

QTEST_MAIN(TestEveryScreen)
#include "tst_every_screen.moc"
