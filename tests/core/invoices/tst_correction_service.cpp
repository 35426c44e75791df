// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/correction_service.h"
#include "core/invoices/invoice_service.h"
#include "tests/core/finance/till_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using access::Capability;

//! What was booked wrong is put right: never beneath an invoice, and never what is cut without somebody's word.
class TestCorrectionService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_till = std::make_unique<TillShop>(); }
    void cleanup()
    {
        QCOMPARE(m_till->shop.problems(), QStringList());
        m_till.reset();
    }

    void onlyWhatDiffersIsWritten()
    {
        orders::Correction correction{m_till->order};
        orders::PieceDraft jacket = load().pieces[0].facts;
        correction.pieces.push_back({load().pieces[0].id, jacket});
        QCOMPARE(refusal(correct(correction)), QStringLiteral("order.nothing_changed"));
        jacket.colour = QStringLiteral("navy");
        jacket.mark = QStringLiteral("pinstripe");
        jacket.kind = orders::PieceKind::Alteration;
        jacket.quantity = Quantity(2'000); // there is one of it, whatever is said
        correction.pieces[0].facts = jacket;
        QCOMPARE(refusal(correct(correction)), QString());
        const orders::PieceDraft now = load().pieces[0].facts;
        QCOMPARE(now.colour, QStringLiteral("navy"));
        QCOMPARE(now.kind, orders::PieceKind::Alteration);
        QCOMPARE(now.quantity, Quantity::whole(1));
        QCOMPARE(m_till->shop.orders.search(QStringLiteral("navy jacket"), QLocale::c(), 5)->size(), size_t(1));
        QVERIFY(await(m_till->shop.shop.door->undo()));
        QCOMPARE(load().pieces[0].facts.colour, QString());
    }

    //! Its charge falls away with it; beneath an invoice by a credit note.
    void rushIsTakenOff_data()
    {
        QTest::addColumn<bool>("billed");
        QTest::newRow("not billed") << false;
        QTest::newRow("billed") << true;
    }
    void rushIsTakenOff()
    {
        QFETCH(bool, billed);
        orders::OrderDraft draft = m_till->shop.order({OrderShop::piece("Gown", 30'000)});
        draft.rush = true;
        draft.rushCharge = naira(5'000);
        const OrderId order = await(m_till->shop.orders.book(draft)).value().id;
        invoices::InvoiceService papers(*m_till->shop.shop.session, *m_till->shop.shop.door);
        if (billed)
            QVERIFY(await(papers.issue(order)));
        orders::Correction correction{order};
        correction.facts = orders::OrderFacts::of(m_till->shop.orders.load(order).value());
        correction.facts->rush = false;
        QCOMPARE(corrections().figures(correction)->after, naira(30'000));
        QCOMPARE(refusal(correct(correction)), QString());
        QVERIFY(!m_till->shop.orders.load(order)->rush);
        QCOMPARE(m_till->shop.orders.load(order)->sums->total, naira(30'000));
        QCOMPARE(papers.creditNotes(order)->size(), size_t(billed ? 1 : 0));
        QVERIFY(papers.hasUnbilled(order).value() != billed);
    }

    void lessThanTheListIsAskedAboutOnce_data()
    {
        QTest::addColumn<bool>("lowered");
        QTest::addColumn<QString>("refused");
        QTest::newRow("the colour alone") << false << QString();
        QTest::newRow("the price too") << true << QStringLiteral("access.refused orders:price_override");
    }
    void lessThanTheListIsAskedAboutOnce()
    {
        QFETCH(bool, lowered);
        QFETCH(QString, refused);
        inventory::ItemDraft line;
        line.kind = inventory::ItemKind::Service;
        line.name = QStringLiteral("Hem");
        line.unit = QStringLiteral("pcs");
        line.sellingPrice = naira(2'000);
        orders::Task hem;
        hem.name = line.name;
        hem.service = await(m_till->shop.stock.add(line)).value();
        hem.price = naira(1'000); // below the list, by the owner
        orders::PieceDraft piece = OrderShop::piece("Trousers", 1'000);
        piece.tasks = {hem};
        piece.discountReason = QStringLiteral("regular");
        const OrderId order = m_till->shop.book({piece});
        const auto counter = m_till->shop.hire("member", "counter");
        invoices::CorrectionService hers(*counter.session, *counter.door);
        orders::Correction correction{order};
        orders::PieceDraft facts = m_till->shop.orders.load(order)->pieces[0].facts;
        facts.colour = QStringLiteral("red");
        if (lowered)
            facts.unitPrice = naira(500);
        correction.pieces.push_back({m_till->shop.pieceIds(order)[0], facts});
        QCOMPARE(refusal(await(hers.correct(correction))), refused);
    }

    void whoMay_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<QByteArray>("job");
        QTest::addColumn<bool>("cut");
        QTest::addColumn<QString>("refused");
        const QString unlock = QStringLiteral("access.refused production:unlock");
        QTest::newRow("admin, cut") << QByteArray("admin") << QByteArray() << true << QString();
        QTest::newRow("counter") << QByteArray("member") << QByteArray("counter") << false << QString();
        QTest::newRow("counter, cut") << QByteArray("member") << QByteArray("counter") << true << unlock;
        QTest::newRow("finisher") << QByteArray("member") << QByteArray("finisher") << false << QString();
        QTest::newRow("cutter") << QByteArray("member") << QByteArray("cutter") << false
                                << QStringLiteral("order.not_found");
        QTest::newRow("viewer") << QByteArray("viewer") << QByteArray() << false
                                << QStringLiteral("access.refused orders:write");
    }
    void whoMay()
    {
        QFETCH(QByteArray, role);
        QFETCH(QByteArray, job);
        QFETCH(bool, cut);
        QFETCH(QString, refused);
        ClientDraft son;
        son.name = QStringLiteral("Tunde");
        const ClientId other = await(m_till->shop.clients.add(son)).value();
        if (cut)
            QVERIFY(await(m_till->shop.orders.moveStage(load().pieces[0].id, orders::Stage::Cut)));
        const auto person = m_till->shop.hire(role, job);
        if (job == "finisher" && !person.principal.can(Capability::OrdersWrite))
            refused = QStringLiteral("access.refused orders:write");
        invoices::CorrectionService theirs(*person.session, *person.door);
        orders::Correction correction{m_till->order};
        orders::PieceDraft jacket = load().pieces[0].facts;
        jacket.wearer = other;
        correction.pieces.push_back({load().pieces[0].id, jacket});
        if (cut)
            QCOMPARE(refusal(correct(correction)), QStringLiteral("order.correct_no_reason"));
        correction.why = QStringLiteral("it is his");
        const QString said = refusal(await(theirs.correct(correction)));
        QVERIFY2(said == refused || (job == "cutter" && !said.isEmpty()), qPrintable(said));
        if (said != QStringLiteral("access.refused production:unlock"))
            return;
        QCOMPARE(refusal(await(theirs.correct(correction, {ownersWord(m_till->shop, Capability::ProductionUnlock)}))),
                 QString());
        QCOMPARE(load().pieces[0].facts.wearer, std::optional(other));
        QCOMPARE(m_till->shop.number("SELECT count(*) FROM sys_activity WHERE kind = 'unlock'"), qint64(1));
    }

    void whatHasLeftStays()
    {
        QVERIFY(await(m_till->shop.orders.moveStage(load().pieces[0].id, orders::Stage::Ready)));
        QVERIFY(await(m_till->shop.orders.handOver(
            {m_till->order, {load().pieces[0].id}, {}, true, {}, QStringLiteral("pays later")})));
        orders::Correction correction{m_till->order};
        orders::PieceDraft jacket = load().pieces[0].facts;
        jacket.colour = QStringLiteral("navy");
        correction.pieces.push_back({load().pieces[0].id, jacket});
        QCOMPARE(refusal(correct(correction)), QStringLiteral("order.piece_collected 1"));
    }

private:
    invoices::CorrectionService corrections()
    {
        return invoices::CorrectionService(*m_till->shop.shop.session, *m_till->shop.shop.door);
    }
    Result<invoices::Corrected> correct(const orders::Correction &correction)
    {
        return await(corrections().correct(correction));
    }
    orders::OrderDetail load() const { return m_till->shop.orders.load(m_till->order).value(); }

    std::unique_ptr<TillShop> m_till;
};

QTEST_GUILESS_MAIN(TestCorrectionService)
#include "tst_correction_service.moc"
