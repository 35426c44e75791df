// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// Takes a picture of every screen, light and dark, of the demo shop: thimblely_pictures SHOP FOLDER PIN.

#include "core/clients/client_service.h"
#include "core/orders/order_service.h"
#include "tests/ui/shell/open_program.h"

#include <QDir>

#include <functional>
#include <utility>

namespace {

using namespace thimblely;
using Screen = ui::MainWindow::Screen;

constexpr int settled = 400; // ms; toasts apart, nothing moves for longer

class Album {
public:
    Album(test::OpenProgram &shop, QString folder, QString suffix)
        : m_shop(shop), m_folder(std::move(folder)), m_suffix(std::move(suffix))
    {}
    void take(const char *name) const
    {
        QTest::qWait(settled);
        const QString file = QDir(m_folder).filePath(QString::fromLatin1(name) + m_suffix + QStringLiteral(".png"));
        const QImage image = m_shop.program->grab().toImage().convertToFormat(QImage::Format_RGB888);
        if (!image.save(file, "PNG", 0))
            qFatal("%s was not written", qPrintable(file));
    }

private:
    test::OpenProgram &m_shop;
    QString m_folder;
    QString m_suffix;
};

//! Whoever has measures in two visits and an order that waits: the card has something to show.
ClientId richClient(ui::Desk &desk)
{
    const orders::OrderService orders(desk.session(), desk.door());
    const orders::OpenOrderPage page = orders.openOrders({}, 100).value();
    for (const orders::OrderRow &row : page.rows) {
        if (row.client && row.ready > 0)
            return *row.client;
    }
    qFatal("the demo shop has nothing ready");
}

void takeAll(test::OpenProgram &shop, const Album &album, const QString &pin)
{
    album.take("sign-in");
    if (!shop.signIn(pin.toLatin1().constData()))
        qFatal("nobody signed in");
    ui::Desk &desk = shop.desk();
    const ClientId client = richClient(desk);
    album.take("today");
    Q_EMIT desk.navigation().orderRequested(client);
    QTest::qWait(settled);
    for (const char *keys :
         {"2", "navy", "45000", "", "+3"}) { // a jacket, its colour and price, no other piece, the day
        shop.type(keys);
        shop.press(Qt::Key_Return);
    }
    album.take("counter");
    Q_EMIT desk.navigation().openOrdersRequested(orders::OpenOrderFilter::Ready);
    album.take("pick-up-list");
    const orders::OrderService orders(desk.session(), desk.door());
    const orders::OpenOrderPage page = orders.openOrders({}, 100).value();
    for (const orders::OrderRow &row : page.rows) {
        if (row.ready > row.collected) {
            Q_EMIT desk.navigation().openOrderRequested(row.id);
            break;
        }
    }
    album.take("pick-up");
    Q_EMIT desk.navigation().clientRequested(client);
    album.take("client");
    Q_EMIT desk.navigation().measureRequested(client, {});
    album.take("measuring");
    shop.window().show(Screen::Money);
    album.take("money");
    shop.window().show(Screen::AddPerson);
    album.take("add-person");
    shop.window().show(Screen::Shop);
    album.take("shop");
    shop.window().show(Screen::PriceList);
    album.take("price-list");
    shop.window().show(Screen::Printing);
    album.take("printing");
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4)
        qFatal("thimblely_pictures SHOP FOLDER PIN");
    for (const auto &[scheme, suffix] : {std::pair(ui::Scheme::Light, ""), std::pair(ui::Scheme::Dark, "-dark")}) {
        test::OpenProgram shop;
        if (!QFile::copy(arguments[1], shop.path()))
            qFatal("%s could not be copied", qPrintable(arguments[1]));
        shop.start();
        ui::Theme::instance().setScheme(scheme); // which the program's settings know nothing of
        if (!shop.waitForFaces())
            qFatal("no faces");
        shop.program->resize(1366, 768);
        takeAll(shop, Album(shop, arguments[2], QLatin1String(suffix)), arguments[3]);
    }
    return 0;
}
