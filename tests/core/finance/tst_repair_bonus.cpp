// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/finance/repair_bonus.h"
#include "core/workspaces/workspace_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using orders::PieceDraft;
using orders::PieceKind;

//! What France's scheme pays of a repair.
class TestRepairBonus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void most_data()
    {
        QTest::addColumn<QString>("country");
        QTest::addColumn<QStringList>("pieces"); // kind, task, price in cents
        QTest::addColumn<qint64>("bonus");       // 0: none
        const auto row = [](const char *name, const char *country, const QStringList &pieces, qint64 bonus) {
            QTest::newRow(name) << QString::fromLatin1(country) << pieces << bonus;
        };
        row("six tenths", "FR", {QStringLiteral("mend zip 2000")}, 12'00);
        row("never more than 25", "FR", {QStringLiteral("mend lining 9000")}, 25'00);
        row("too cheap", "FR", {QStringLiteral("mend button 1199")}, 0);
        row("just dear enough", "FR", {QStringLiteral("mend button 1200")}, 7'20);
        row("a hem", "FR", {QStringLiteral("mend Hem 3000")}, 0);
        row("made new", "FR", {QStringLiteral("make jacket 30000")}, 0);
        row("each piece for itself", "FR", {QStringLiteral("mend zip 2000"), QStringLiteral("mend lining 9000")},
            37'00);
        row("elsewhere", "DE", {QStringLiteral("mend zip 2000")}, 0);
    }
    void most()
    {
        QFETCH(QString, country);
        QFETCH(QStringList, pieces);
        QFETCH(qint64, bonus);
        OrderShop shop;
        WorkspaceService workspaces(*shop.shop.session, *shop.shop.door);
        WorkspaceProfile profile = workspaces.load().value();
        profile.countryCode = country;
        profile.currency = currencyNamed("EUR");
        QVERIFY(await(workspaces.update(profile)));
        std::vector<PieceDraft> drafts;
        for (const QString &words : pieces) {
            const QStringList parts = words.split(u' ');
            PieceDraft piece = OrderShop::piece("Trousers", 0);
            piece.kind = parts[0] == QLatin1String("make") ? PieceKind::Make : PieceKind::Alteration;
            piece.unitPrice = Money(parts[2].toLongLong(), profile.currency);
            orders::Task task;
            task.name = parts[1];
            task.price = piece.unitPrice;
            piece.tasks = {task};
            drafts.push_back(piece);
        }
        const auto order = shop.orders.load(shop.book(drafts)).value();
        const auto most = finance::repairBonus(country, order);
        QCOMPARE(most ? most->minor() : 0, bonus);
    }
};

QTEST_GUILESS_MAIN(TestRepairBonus)
#include "tst_repair_bonus.moc"
