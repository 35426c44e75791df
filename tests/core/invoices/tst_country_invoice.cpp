// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/country_invoice.h"

#include "core/invoices/invoice_lines.h"
#include "core/invoices/invoice_service.h"
#include "core/orders/order_totals.h"
#include "core/workspaces/workspace_service.h"
#include "tests/core/orders/order_shop.h"

#include <QTest>
#include <rapidcheck.h>

#include <numeric>

using namespace thimblely;
using namespace thimblely::invoices;
using thimblely::test::await;
using thimblely::test::OrderShop;
using thimblely::test::refusal;

namespace {

constexpr auto maharashtra = "27AAPFU0939F1ZV"; // the example of the GST portal's documentation
constexpr auto karnataka = "29AAGCB7383J1Z4";

Party party(const char *name, const char *taxId, const char *address, const char *country = "IN")
{
    Party party;
    party.name = QString::fromLatin1(name);
    party.taxId = QString::fromLatin1(taxId);
    party.address = QString::fromLatin1(address);
    party.country = QString::fromLatin1(country);
    return party;
}

InvoiceLine line(qint64 tax, const char *code)
{
    const Currency rupee = test::currencyNamed("INR");
    const auto money = [&](qint64 minor) { return Money(minor, rupee); };
    return {1,
            QStringLiteral("Kurta"),
            {},
            Quantity::whole(1),
            {},
            money(1'000'00),
            money(0),
            tax == 0 ? Rate(0) : Rate::percent(5),
            QString::fromLatin1(code),
            money(tax),
            money(1'000'00)};
}

} // namespace

class TestCountryInvoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gstinProvesItself_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("is");
        QTest::newRow("right") << QString::fromLatin1(maharashtra) << true;
        QTest::newRow("of another state") << QString::fromLatin1(karnataka) << true;
        QTest::newRow("two letters swapped") << QStringLiteral("27APAFU0939F1ZV") << false;
        QTest::newRow("one digit wrong") << QStringLiteral("27AAPFU0938F1ZV") << false;
        QTest::newRow("no such state") << QStringLiteral("28AAPFU0939F1ZV") << false;
        QTest::newRow("short") << QStringLiteral("27AAPFU0939F1Z") << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("Arabic digits") << QStringLiteral("\u0662\u0667AAPFU0939F1ZV") << false;
    }
    void gstinProvesItself()
    {
        QFETCH(QString, text);
        QTEST(isGstin(text), "is");
    }

    void indiaAsksBeforeANumberIsSpent_data()
    {
        QTest::addColumn<Party>("seller");
        QTest::addColumn<Party>("buyer");
        QTest::addColumn<qint64>("tax");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("place");
        const Party shop = party("Mumbai Tailors", maharashtra, "1 Hill Road, Mumbai");
        const Party unregistered = party("Corner Shop", "", "2 Lane");
        const Party noAddress = party("Mumbai Tailors", maharashtra, "");
        const Party private_ = party("A. Rao", "", "");
        const Party firm = party("Rao Textiles", karnataka, "3 MG Road, Bengaluru");
        const int taxInvoice = int(InvoiceForm::TaxInvoice);
        const int bill = int(InvoiceForm::BillOfSupply);
        const QString none;
        const auto row = [&](const char *name, const Party &seller, const Party &buyer, qint64 tax, const char *code,
                             qint64 total, const QString &refused, int form, const char *place) {
            QTest::newRow(name) << seller << buyer << tax << QString::fromLatin1(code) << total << refused << form
                                << QString::fromLatin1(place);
        };
        row("private buyer", shop, private_, 47'62, "", 1'000'00, none, taxInvoice, "27");
        row("private buyer with a PAN", shop, party("A. Rao", "ABCDE1234F", ""), 47'62, "", 1'000'00, none, taxInvoice,
            "27");
        row("firm of another state", shop, firm, 47'62, "9988", 1'000'00, none, taxInvoice, "29");
        row("firm, no code", shop, firm, 47'62, "", 1'000'00, QStringLiteral("invoice.no_tax_code Kurta"), 0, "");
        row("firm with a number mistyped", shop, party("Rao", "29AAGCB7383J1Z5", "x"), 47'62, "9988", 1'000'00,
            QStringLiteral("invoice.bad_gstin Rao, 29AAGCB7383J1Z5"), 0, "");
        row("firm without an address", shop, party("Rao", karnataka, ""), 47'62, "9988", 1'000'00,
            QStringLiteral("invoice.no_buyer_address Rao"), 0, "");
        row("dear, to nobody's address", shop, private_, 47'62, "", 50'000'00,
            QStringLiteral("invoice.no_buyer_address A. Rao"), 0, "");
        row("just not that dear", shop, private_, 47'62, "", 49'999'99, none, taxInvoice, "27");
        row("shop without an address", noAddress, private_, 47'62, "", 1'000'00,
            QStringLiteral("invoice.no_shop_address"), 0, "");
        row("shop's number mistyped", party("Mumbai", "27AAPFU0939F1ZW", "x"), private_, 0, "", 1'000'00,
            QStringLiteral("invoice.bad_gstin Mumbai, 27AAPFU0939F1ZW"), 0, "");
        row("not registered", unregistered, private_, 0, "", 1'000'00, none, bill, "");
        row("not registered and taxes", unregistered, private_, 47'62, "", 1'000'00,
            QStringLiteral("invoice.tax_unregistered"), 0, "");
        row("elsewhere nothing is asked", party("Bello", "", "", "NG"), private_, 47'62, "", 90'000'00, none,
            int(InvoiceForm::Plain), "");
    }
    void indiaAsksBeforeANumberIsSpent()
    {
        QFETCH(Party, seller);
        QFETCH(Party, buyer);
        QFETCH(qint64, tax);
        QFETCH(QString, code);
        QFETCH(qint64, total);
        const auto asked =
            countryInvoiceOf(seller, buyer, {line(tax, qPrintable(code))}, Money(total, test::currencyNamed("INR")));
        QTEST(refusal(asked), "refused");
        if (!asked)
            return;
        QTEST(int(asked->form), "form");
        QTEST(asked->placeOfSupply, "place");
    }

    //! Within a state half is the centre's and half the state's.
    void taxesAreNamedAsTheLawSplitsThem()
    {
        OrderShop shop;
        setCountry(shop, "IN", maharashtra, "INR");
        const OrderId order = bookTaxed(shop, "INR");
        InvoiceDocument document = await(service(shop).issue(order)).value();
        QCOMPARE(int(document.form), int(InvoiceForm::TaxInvoice));
        QCOMPARE(document.placeOfSupply, QStringLiteral("27"));
        QCOMPARE(names(document), (QStringList{QStringLiteral("CGST"), QStringLiteral("SGST")}));
        QCOMPARE(sumOf(document), document.tax.minor());
        QCOMPARE(halves(document), (std::vector<qint64>{23'81, 23'81})); // 5 % would be 47.63 of 1,000.20
        QCOMPARE(document.lines.front().taxCode, QStringLiteral("9988"));
        document.placeOfSupply = QStringLiteral("29");
        QCOMPARE(names(document), QStringList{QStringLiteral("IGST")});
        QCOMPARE(sumOf(document), document.tax.minor());
        document.from.taxId = QStringLiteral("04AAPFU0939F1ZV");
        document.placeOfSupply = QStringLiteral("04");
        QCOMPARE(names(document), (QStringList{QStringLiteral("CGST"), QStringLiteral("UTGST")}));
    }

    //! What was issued before the halves were the same stands as it was: they come to its tax.
    void anOddTaxOfAnOldPaperIsNotLost()
    {
        OrderShop shop;
        setCountry(shop, "IN", maharashtra);
        const InvoiceDocument document = await(service(shop).issue(bookTaxed(shop))).value();
        QVERIFY(document.tax.minor() % 2 == 1);
        QCOMPARE(sumOf(document), document.tax.minor());
    }

    //! Each half is reckoned by itself, so both are the same; lines, taxes and total agree to the paisa.
    void theHalvesAreTheSame()
    {
        OrderShop shop;
        setCountry(shop, "IN", maharashtra, "INR");
        const InvoiceDocument like = await(service(shop).issue(bookTaxed(shop, "INR"))).value();
        const Currency rupee = test::currencyNamed("INR");
        const bool held = rc::check("CGST and SGST", [&] {
            InvoiceDocument document = like;
            document.lines.clear();
            document.taxInclusive = *rc::gen::arbitrary<bool>();
            const int count = *rc::gen::inRange(1, 8);
            for (int i = 0; i < count; ++i) {
                orders::PieceDraft piece;
                piece.taxRate = Rate(*rc::gen::element<qint64>(0, 2'500, 30'000, 50'000, 120'000, 180'000, 280'000));
                piece.quantity = Quantity(*rc::gen::inRange<qint64>(1, 20'000));
                piece.unitPrice = Money(*rc::gen::inRange<qint64>(0, 1'000'000'00), rupee);
                const auto totals = orders::totalsOf(piece, rupee, document.taxInclusive).value();
                document.lines.push_back({i + 1,
                                          {},
                                          {},
                                          piece.quantity,
                                          {},
                                          *piece.unitPrice,
                                          totals.discount,
                                          piece.taxRate,
                                          QStringLiteral("9988"),
                                          totals.tax,
                                          totals.total});
            }
            const auto sums = sumsOf(document.lines, document.taxInclusive, rupee).value();
            document.taxes = taxesOf(document.lines, document.taxInclusive).value();
            document.tax = sums.tax;
            qint64 net = 0;
            for (const InvoiceLine &each : document.lines)
                net += each.total.minor() - (document.taxInclusive ? each.tax.minor() : 0);
            const std::vector<qint64> both = halves(document);
            for (size_t i = 0; i + 1 < both.size(); i += 2)
                RC_ASSERT(both[i] == both[i + 1]);
            RC_ASSERT(sumOf(document) == sums.tax.minor());
            RC_ASSERT(net + sumOf(document) == sums.total.minor());
        });
        QVERIFY(held);
    }

    //! What is dear goes before the payment as a note; what is only offered is none yet.
    void franceWantsANoteBeforeThePayment_data()
    {
        QTest::addColumn<QString>("country");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<bool>("note");
        QTest::newRow("France, 25 euros") << QStringLiteral("FR") << qint64(25'00) << true;
        QTest::newRow("France, less") << QStringLiteral("FR") << qint64(24'99) << false;
        QTest::newRow("Germany") << QStringLiteral("DE") << qint64(90'00) << false;
    }
    void franceWantsANoteBeforeThePayment()
    {
        QFETCH(QString, country);
        QFETCH(qint64, minor);
        OrderShop shop;
        setCountry(shop, country.toLatin1().constData(), "", "EUR");
        orders::PieceDraft coat = OrderShop::piece("Coat", 0);
        coat.unitPrice = Money(minor, test::currencyNamed("EUR"));
        QTEST(service(shop).claimCheck(shop.book({coat}))->isNote, "note");
        const OrderId offer = await(shop.orders.quote(shop.order({coat}), test::day("2026-12-24"))).value();
        QVERIFY(!service(shop).quote(offer)->order.isNote);
    }

    //! A task has a name of its own for the tax office; the shop's by kind of work is for the rest.
    void thePriceListNamesTheWorkFirst()
    {
        OrderShop shop;
        setCountry(shop, "IN", maharashtra);
        inventory::ItemDraft hem;
        hem.kind = inventory::ItemKind::Service;
        hem.name = QStringLiteral("Hem");
        const InventoryItemId unnamed = await(shop.stock.add(hem)).value();
        hem.name = QStringLiteral("Zip");
        hem.taxCode = QStringLiteral("998821");
        const InventoryItemId named = await(shop.stock.add(hem)).value();
        orders::PieceDraft kurta = OrderShop::piece("Kurta", 1'000);
        const orders::PieceDraft plain = OrderShop::piece("Achkan", 1'000);
        for (const InventoryItemId &service : {unnamed, named}) {
            orders::Task task;
            task.name = QStringLiteral("x");
            task.service = service;
            kurta.tasks.push_back(task);
        }
        const OrderId order = shop.book({kurta, plain});
        QCOMPARE(shop.orders.load(order)->pieces[0].facts.taxCode, QStringLiteral("998821"));
        const InvoiceDocument document = await(service(shop).issue(order)).value();
        QCOMPARE(document.lines[0].taxCode, QStringLiteral("998821"));
        QCOMPARE(document.lines[1].taxCode, QStringLiteral("9988"));
    }

    //! What was frozen is proved by its hash, form and place with it.
    void formAndPlaceAreFrozen()
    {
        OrderShop shop;
        setCountry(shop, "IN", maharashtra);
        const InvoiceDocument document = await(service(shop).issue(bookTaxed(shop))).value();
        QVERIFY(service(shop).verify(document.id));
        const InvoiceDocument again = service(shop).load(document.id).value();
        QCOMPARE(int(again.form), int(InvoiceForm::TaxInvoice));
        QCOMPARE(again.placeOfSupply, QStringLiteral("27"));
        QCOMPARE(shop.problems(), QStringList());
    }

    void aRefusedInvoiceSpendsNoNumber()
    {
        OrderShop shop;
        setCountry(shop, "IN", "27AAPFU0939F1ZW");
        const OrderId order = bookTaxed(shop);
        QVERIFY(refusal(await(service(shop).issue(order))).startsWith(QStringLiteral("invoice.bad_gstin")));
        setCountry(shop, "IN", maharashtra);
        QVERIFY(await(service(shop).issue(order)).value().number.endsWith(QStringLiteral("00001")));
    }

    void kenyaWaitsForItsStamp()
    {
        OrderShop shop;
        setCountry(shop, "KE", "P051234567X");
        const InvoiceDocument document = await(service(shop).issue(bookTaxed(shop))).value();
        QVERIFY(wantsStamp(document));
        QVERIFY(!document.stamp);
        QCOMPARE(refusal(await(service(shop).stamp(document.id, {QStringLiteral("  "), {}, {}}))),
                 QStringLiteral("invoice.bad_stamp"));
        const FiscalStamp stamp{QStringLiteral("KRAMW0120/42"), QStringLiteral("KRAMW0120"),
                                QStringLiteral("https://itax.example/42")};
        QVERIFY(await(service(shop).stamp(document.id, stamp)));
        QCOMPARE(service(shop).load(document.id).value().stamp, std::optional(stamp));
        QVERIFY(service(shop).verify(document.id)); // it is not of what was frozen
        QCOMPARE(shop.problems(), QStringList());
        auto clerk = shop.hire("member", "stitcher");
        InvoiceService theirs(*clerk.session, *clerk.door);
        QVERIFY(!await(theirs.stamp(document.id, stamp)));
    }

    void franceSaysWhoIsExempt()
    {
        OrderShop shop;
        setCountry(shop, "FR", "");
        const InvoiceDocument document =
            await(service(shop).issue(shop.book({OrderShop::piece("Jacket", 30'000)}))).value();
        QCOMPARE(legalMention(document), QStringLiteral("TVA non applicable, art. 293 B du CGI"));
        InvoiceDocument registered = document;
        registered.from.taxId = QStringLiteral("FR12345678901");
        QVERIFY(legalMention(registered).isEmpty());
    }

private:
    static InvoiceService service(OrderShop &shop) { return {*shop.shop.session, *shop.shop.door}; }
    static void setCountry(OrderShop &shop, const char *country, const char *taxId, const char *currency = "NGN")
    {
        WorkspaceService workspaces(*shop.shop.session, *shop.shop.door);
        WorkspaceProfile profile = workspaces.load().value();
        profile.countryCode = QString::fromLatin1(country);
        profile.taxId = QString::fromLatin1(taxId);
        profile.currency = test::currencyNamed(currency);
        profile.address = QStringLiteral("1 Hill Road");
        profile.tax.codes = {{"make", QStringLiteral("9988")}};
        QVERIFY(await(workspaces.update(profile)));
    }
    static OrderId bookTaxed(OrderShop &shop, const char *currency = "NGN")
    {
        orders::PieceDraft piece = OrderShop::piece("Kurta", 1'000);
        piece.taxRate = Rate::percent(5);
        piece.unitPrice = Money(1'000'20, test::currencyNamed(currency)); // its tax is odd in one sum, included or not
        return shop.book({piece});
    }
    static QStringList names(const InvoiceDocument &document)
    {
        QStringList names;
        const std::vector<NamedTax> taxes = namedTaxes(document).value();
        for (const NamedTax &tax : taxes)
            names.append(tax.name);
        return names;
    }
    static std::vector<qint64> halves(const InvoiceDocument &document)
    {
        std::vector<qint64> halves;
        const std::vector<NamedTax> taxes = namedTaxes(document).value();
        for (const NamedTax &tax : taxes)
            halves.push_back(tax.tax.minor());
        return halves;
    }
    static qint64 sumOf(const InvoiceDocument &document)
    {
        const auto taxes = namedTaxes(document).value();
        return std::accumulate(taxes.begin(), taxes.end(), qint64(0),
                               [](qint64 sum, const NamedTax &tax) { return sum + tax.tax.minor(); });
    }
};

QTEST_GUILESS_MAIN(TestCountryInvoice)
#include "tst_country_invoice.moc"
