// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/orders/hold_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/pick_up_page.h"
#include "ui/orders/piece_list_model.h"
#include "ui/theme/status.h"

#include <QApplication>
#include <QListView>
#include <QPainter>
#include <QTest>
#include <QThreadPool>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

constexpr Status statuses[] = {Status::Late,    Status::Today, Status::InWork,   Status::Fitting,
                               Status::Waiting, Status::Ready, Status::Collected};
constexpr int side = 14;   // px of a shape
constexpr int padding = 8; // of its chip
constexpr int unlike = 24; // pixels of 196 by which two shapes have to differ

//! Which pixels are drawn on, whatever in: the luminance is nearer to the darkest (lightest) one than to the ground.
std::vector<bool> drawn(const QImage &grey)
{
    const int ground = qGray(grey.pixel(0, 0));
    int most = 0;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            most = std::max(most, std::abs(qGray(grey.pixel(x, y)) - ground));
    }
    std::vector<bool> mask;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            mask.push_back(most > 0 && std::abs(qGray(grey.pixel(x, y)) - ground) * 2 > most);
    }
    return mask;
}

int difference(const QImage &one, const QImage &other)
{
    const auto a = drawn(one);
    const auto b = drawn(other);
    int count = 0;
    for (size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i] ? 1 : 0;
    return count;
}

} // namespace

//! On a screen that shows all seven, they are told apart by what is drawn: without colour, and by whom sees none.
class TestGreyStatuses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void init();
    void cleanup();
    void sevenShapesInGrey_data();
    void sevenShapesInGrey();
    void equalShapesWouldBeFound();

private:
    orders::OrderService service() { return {*m_shop->shop.session, *m_shop->shop.door}; }
    orders::OrderDetail book(const QStringList &pieces, int days);
    void moveTo(const orders::Piece &piece, orders::Stage stage)
    {
        QVERIFY(changes::await(service().moveStage(piece.id, stage)));
    }
    //! The shape of the chip on a status' ground in the list of pieces.
    QRect shapeOf(Status status, const QImage &screen) const;

    std::unique_ptr<test::CounterShop> m_shop;
    std::unique_ptr<PickUpPage> m_page;
    std::optional<ClientId> m_client;
};

orders::OrderDetail TestGreyStatuses::book(const QStringList &pieces, int days)
{
    std::vector<orders::PieceDraft> drafts;
    for (const QString &name : pieces)
        drafts.push_back(m_shop->piece(name, 450'000));
    return service().load(m_shop->book(m_client, drafts, m_shop->desk->today().plusDays(days)).id).value();
}

void TestGreyStatuses::init()
{
    m_shop = std::make_unique<test::CounterShop>();
    m_client = m_shop->bello();
    const orders::OrderDetail late = book({QStringLiteral("Gown")}, 0);
    m_shop->shop.clock.advanceDays(2);
    const orders::OrderDetail one = book({QStringLiteral("Trousers"), QStringLiteral("Jacket"), QStringLiteral("Shirt"),
                                          QStringLiteral("Skirt"), QStringLiteral("Coat")},
                                         0);
    moveTo(one.pieces[1], orders::Stage::Ready);
    moveTo(one.pieces[2], orders::Stage::Fitting);
    orders::HoldService holds(*m_shop->shop.door);
    QVERIFY(changes::await(holds.ask(one.pieces[3].id, orders::HoldReason::Client, QStringLiteral("Vents?"))));
    moveTo(one.pieces[4], orders::Stage::Ready);
    orders::HandOver leaving{one.id, {one.pieces[4].id}};
    leaving.ticketSeen = true;
    leaving.ticketSeen = true;
    leaving.unpaidReason = QStringLiteral("pays on Friday");
    QVERIFY(changes::await(service().handOver(leaving)));
    const orders::OrderDetail later = book({QStringLiteral("Dress")}, 5);
    m_page = std::make_unique<PickUpPage>(*m_shop->desk);
    m_page->resize(1198, 712);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->arrive();
    for (const orders::OrderDetail *order : {&one, &later, &late})
        QVERIFY(m_page->takeScan(order->number));
    QCOMPARE(m_page->findChild<PieceListModel *>()->rowCount(), 7 + 2); // with the lines of two orders
}

void TestGreyStatuses::cleanup()
{
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    m_page.reset();
    m_shop.reset();
    Theme::instance().setScheme(Scheme::Light);
}

QRect TestGreyStatuses::shapeOf(Status status, const QImage &screen) const
{
    const auto lists = m_page->findChildren<QListView *>();
    const auto *model = m_page->findChild<PieceListModel *>();
    const QListView *list = *std::ranges::find(lists, model, &QListView::model);
    QRect row;
    for (int i = 0; i < model->rowCount(); ++i) {
        const QVariant of = model->index(i).data(PieceListModel::StatusRole);
        if (of.isValid() && Status(of.toInt()) == status)
            row = list->visualRect(model->index(i)).translated(list->viewport()->mapTo(m_page.get(), QPoint()));
    }
    const QRgb ground = Theme::instance().color(background(status)).rgb();
    QRect chip;
    for (int y = row.top(); y <= row.bottom(); ++y) {
        for (int x = row.left(); x <= row.right(); ++x) {
            if (screen.pixel(x, y) == ground)
                chip |= QRect(x, y, 1, 1);
        }
    }
    return {chip.left() + padding, chip.top() + (chip.height() - side) / 2, side, side};
}

void TestGreyStatuses::sevenShapesInGrey_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TestGreyStatuses::sevenShapesInGrey()
{
    QFETCH(Scheme, scheme);
    Theme::instance().setScheme(scheme);
    QTest::qWait(50);
    const QImage screen = m_page->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QImage grey = screen.convertToFormat(QImage::Format_Grayscale8);
    if (const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES"); !folder.isEmpty())
        grey.save(folder + QStringLiteral("/grey-%1.png").arg(QLatin1String(QTest::currentDataTag())));
    std::vector<QImage> shapes;
    for (const Status status : statuses) {
        const QRect place = shapeOf(status, screen);
        QVERIFY2(screen.rect().contains(place), qPrintable(QString::number(int(status))));
        shapes.push_back(grey.copy(place));
    }
    for (size_t one = 0; one < shapes.size(); ++one) {
        for (size_t other = one + 1; other < shapes.size(); ++other) {
            const int differs = difference(shapes[one], shapes[other]);
            QVERIFY2(differs >= unlike, qPrintable(QStringLiteral("%1 and %2: %3 pixels of %4")
                                                       .arg(int(statuses[one]))
                                                       .arg(int(statuses[other]))
                                                       .arg(differs)
                                                       .arg(side * side)));
        }
    }
}

//! The measure sees shapes and nothing of their colours: one shape in the colours of seven is one.
void TestGreyStatuses::equalShapesWouldBeFound()
{
    std::vector<QImage> same;
    for (const Status status : statuses) {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(Theme::instance().color(background(status)));
        QPainter painter(&image);
        paintStatusShape(&painter, Status::Late, image.rect(), Theme::instance().color(foreground(status)));
        painter.end();
        same.push_back(image.convertToFormat(QImage::Format_Grayscale8));
    }
    for (const QImage &one : same) {
        for (const QImage &other : same)
            QVERIFY(difference(one, other) < unlike / 2);
    }
}

QTEST_MAIN(TestGreyStatuses)
#include "tst_grey_statuses.moc"
