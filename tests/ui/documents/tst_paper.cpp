// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/base/practice_mode.h"
#include "ui/documents/esc_pos.h"
#include "ui/documents/order_papers.h"
#include "ui/documents/paper.h"
#include "ui/documents/paper_output.h"
#include "ui/theme/theme.h"
#include "ui/widgets/amount_text.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>
#include <QThread>

using namespace thimblely;
using namespace thimblely::ui;

namespace {

const Currency naira = Currency::parse(u"NGN").value();

Money money(qint64 whole)
{
    return {whole * 100, naira};
}

Date day(const char *iso)
{
    return Date::parse(QString::fromLatin1(iso)).value();
}

invoices::Party shop()
{
    invoices::Party party;
    party.name = QStringLiteral("Amina’s Tailoring");
    party.address = QStringLiteral("12 Adeniran Ogunsanya Street\nSurulere, Lagos");
    party.phone = QStringLiteral("+234 803 000 0000");
    party.taxId = QStringLiteral("12345678-0001");
    return party;
}

VaultKeySheet vaultKey()
{
    QStringList groups(16, QStringLiteral("33d4"));
    groups.front() = QStringLiteral("a2da");
    groups.back() = QStringLiteral("8bbf");
    return {QStringLiteral("/home/amina/shop.thimblely"), groups.join(u'-'), day("2026-11-26")};
}

InvitationSlip invitation()
{
    return {shop(),
            QStringLiteral("K7PQ-2MX4-9RA0-TT5Z"),
            QStringLiteral("femi@example.org"),
            QStringLiteral("Cutter"),
            QStringLiteral("Amina Bello"),
            day("2026-12-04")};
}

StockLabels labels()
{
    return {{{QStringLiteral("Navy pinstripe"), QStringLiteral("navy \u00b7 wool \u00b7 150 cm wide"),
              QStringLiteral("R-014"), QStringLiteral("18446744073709551615")},
             {QStringLiteral("A2"), QStringLiteral("Shelf"), {}, QStringLiteral("SHELFA2")}},
            QStringLiteral("R-014")};
}

PurchasePaper purchases()
{
    using inventory::ItemKind;
    const auto line = [](const char *name, const char *supplier, qint64 wanted, std::optional<Quantity> ordered) {
        inventory::Purchase one{{InventoryItemId::fromName(name),
                                 ItemKind::FabricRoll,
                                 QString::fromLatin1(name),
                                 {},
                                 QStringLiteral("navy"),
                                 QStringLiteral("m"),
                                 Quantity(3'500),
                                 Quantity(0),
                                 inventory::StockStatus::LowStock,
                                 {}},
                                QString::fromLatin1(supplier),
                                *supplier ? QStringLiteral("0803 555 0000") : QString(),
                                Quantity(wanted),
                                {}};
        one.item.ordered = ordered;
        return one;
    };
    return {shop(),
            day("2026-11-25"),
            {line("Navy pinstripe", "Yaba Textiles", 6'500, {}), line("Linen", "Yaba Textiles", 0, Quantity(20'000)),
             line("Kente", "", 1'000, {})}};
}

Paper paperOf(Paper::Content content, const char *locale = "en_NG")
{
    return {std::move(content), QLocale(QString::fromLatin1(locale)), ShopCalendar::make("Africa/Lagos").value()};
}

invoices::ClaimCheck claim()
{
    invoices::ClaimCheck check{shop(),
                               QStringLiteral("1042"),
                               QStringLiteral("1042"),
                               {},
                               QStringLiteral("A. Bello"),
                               QStringLiteral("0803 555 4471"),
                               Instant(1'795'597'200'000),
                               day("2026-11-27"),
                               QTime(17, 0),
                               false,
                               {},
                               std::nullopt,
                               QStringLiteral("Collected within 90 days, please.")};
    check.pieces.push_back({QStringLiteral("1042-1"),
                            QStringLiteral("1042P1"),
                            QStringLiteral("Trousers"),
                            QStringLiteral("navy pinstripe"),
                            {},
                            {{QStringLiteral("Hem \u22123.5 cm"), money(2'000)},
                             {QStringLiteral("Shorten sleeve 1/2 in, client's left"), {}}},
                            {QStringLiteral("shine on seat")},
                            {},
                            money(4'500)});
    check.pieces.back().gross = money(4'500);
    check.pieces.push_back({QStringLiteral("1042-2"),
                            QStringLiteral("1042P2"),
                            QStringLiteral("Jacket"),
                            QStringLiteral("charcoal"),
                            QStringLiteral("T. Bello"),
                            {},
                            {},
                            QStringLiteral("3.20 m"),
                            money(7'500)});
    check.sums = orders::OrderSums{
        money(12'000), money(0), money(837), money(12'000), money(6'000), money(6'000), orders::PaymentStatus::Partial,
        money(0)};
    return check;
}

invoices::InvoiceDocument invoice(int lines)
{
    invoices::Party client;
    client.name = QStringLiteral("A. Bello");
    client.address = QStringLiteral("4 Bode Thomas Street, Lagos");
    invoices::InvoiceDocument document{InvoiceId(IdBytes{}),
                                       OrderId(IdBytes{}),
                                       QStringLiteral("1042"),
                                       invoices::InvoiceKind::Invoice,
                                       QStringLiteral("A-26-00001"),
                                       QStringLiteral("A-26"),
                                       day("2026-11-27"),
                                       day("2026-11-27"),
                                       day("2026-12-11"),
                                       shop(),
                                       client,
                                       {},
                                       {},
                                       true,
                                       money(12'000),
                                       money(0),
                                       money(837),
                                       money(12'000),
                                       money(12'000),
                                       money(0),
                                       orders::PaymentStatus::Paid,
                                       {},
                                       {},
                                       {},
                                       money(0)};
    for (int i = 1; i <= lines; ++i)
        document.lines.push_back({i, QStringLiteral("Trousers %1").arg(i),
                                  QStringLiteral("Hem \u22123.5 cm, taper; navy pinstripe"), Quantity::whole(1),
                                  QStringLiteral("pcs"), money(4'500), money(0), Rate(75'000), QStringLiteral("S"),
                                  money(314), money(4'500)});
    document.taxes.push_back({Rate(75'000), QStringLiteral("S"), money(11'163), money(837)});
    return document;
}

invoices::ReceiptDocument receipt()
{
    finance::Payment payment{TransactionId(IdBytes{}),
                             QStringLiteral("RA-26-00001"),
                             money(6'000),
                             finance::PaymentMethod::Cash,
                             money(10'000),
                             money(4'000),
                             {},
                             day("2026-11-27"),
                             Instant(1'795'600'000'000),
                             {},
                             {},
                             false,
                             money(6'000)};
    return {shop(),
            QStringLiteral("RA-26-00001"),
            QStringLiteral("A. Bello"),
            Instant(1'795'600'000'000),
            day("2026-11-27"),
            payment,
            {{QStringLiteral("1042"),
              {{QStringLiteral("Trousers"), money(4'500)}, {QStringLiteral("Jacket"), money(7'500)}},
              {},
              money(12'000),
              money(6'000),
              money(12'000),
              money(0)}},
            {},
            {}};
}

//! What comes out of a printer that is given these bytes.
struct Printed {
    QImage image;
    bool drawerOpened = false;
    bool cut = false;
    QString problem;
};

Printed printedBy(const QByteArray &bytes)
{
    Printed printed;
    QList<QByteArray> rows;
    int width = 0;
    qsizetype at = 0;
    const auto byte = [&](qsizetype offset) { return at + offset < bytes.size() ? uchar(bytes[at + offset]) : 0; };
    const auto is = [&](const char *command) { return bytes.mid(at).startsWith(command); };
    while (at < bytes.size()) {
        if (is("\x1b@")) {
            at += 2;
        } else if (is("\x1bp")) {
            printed.drawerOpened = true;
            at += 5;
        } else if (is("\x1dV")) {
            printed.cut = true;
            at += 4;
        } else if (is("\x1dv0")) {
            const int rowBytes = byte(4) | byte(5) << 8;
            const int count = byte(6) | byte(7) << 8;
            at += 8;
            for (int row = 0; row < count; ++row, at += rowBytes)
                rows.append(bytes.mid(at, rowBytes));
            width = rowBytes * 8;
        } else {
            printed.problem = QStringLiteral("byte %1 begins no command").arg(at);
            return printed;
        }
    }
    printed.image = QImage(width, int(rows.size()), QImage::Format_Mono);
    for (int y = 0; y < rows.size(); ++y) {
        if (rows[y].size() != width / 8) {
            printed.problem = QStringLiteral("row %1 is cut short").arg(y);
            return printed;
        }
        for (int x = 0; x < width; ++x)
            printed.image.setPixel(x, y, uint(uchar(rows[y][x / 8]) >> (7 - x % 8) & 1));
    }
    return printed;
}

invoices::Statement statement(int lines)
{
    invoices::Party client;
    client.name = QStringLiteral("A. Bello");
    client.address = QStringLiteral("4 Bode Thomas Street, Lagos");
    invoices::Statement made{shop(), client, day("2026-11-27"), {}, money(12'000), money(700)};
    for (int i = 1; i <= lines; ++i)
        made.lines.push_back({day("2026-10-02"), QString::number(1000 + i),
                              QStringLiteral("Jacket, trousers %1").arg(i), money(45'000), money(6'000)});
    return made;
}

MeasureSheet measures()
{
    return {shop(),
            QStringLiteral("A. Bello"),
            QStringLiteral("318"),
            QStringLiteral("Centimetres"),
            QStringLiteral("25 Nov 2026"),
            QStringLiteral("3 Mar 2026"),
            {{QStringLiteral("Chest"), QStringLiteral("98.5"), QStringLiteral("97")},
             {QStringLiteral("Sleeve, left"), QStringLiteral("64.2"), {}}},
            QStringLiteral("Left shoulder lower"),
            day("2026-11-27")};
}

} // namespace

class TestPaper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext is absent (Debian: poppler-utils)");
    }

    void isNamedByItsNumber()
    {
        QCOMPARE(paperOf(claim()).fileName(), QStringLiteral("claim-1042"));
        QCOMPARE(paperOf(receipt()).fileName(), QStringLiteral("receipt-RA-26-00001"));
        QCOMPARE(paperOf(invoice(1)).fileName(), QStringLiteral("invoice-A-26-00001"));
        invoices::InvoiceDocument strange = invoice(1);
        strange.number = QStringLiteral("../A/26");
        QCOMPARE(paperOf(strange).fileName(), QStringLiteral("invoice----A-26"));
        // Two clients of one name on one day: two files.
        invoices::Statement one = statement(1);
        one.clientNumber = QStringLiteral("17");
        invoices::Statement other = one;
        other.clientNumber = QStringLiteral("318");
        QVERIFY(paperOf(one).fileName() != paperOf(other).fileName());
        MeasureSheet sheet = measures();
        sheet.clientNumber = QStringLiteral("17");
        MeasureSheet another = sheet;
        another.clientNumber = QStringLiteral("318");
        QVERIFY(paperOf(sheet).fileName() != paperOf(another).fileName());
    }

    //! Every paper of a practice says so, whatever it is, and no drawer opens by it.
    void practiceIsOnEveryPaper()
    {
        const Paper::Content contents[] = {claim(),           GarmentTags{claim()},
                                           receipt(),         invoice(40),
                                           RackSlip{claim()}, TestSlip{shop(), naira, QStringLiteral("Epson")},
                                           statement(2),      measures(),
                                           vaultKey(),        invitation(),
                                           labels(),          purchases()};
        for (const Paper::Content &content : contents) {
            Paper paper = paperOf(content);
            QVERIFY(!textOf(paper).contains(QStringLiteral("PRACTICE")));
            setPractising(true);
            const QString text = textOf(paper);
            setPractising(false);
            QVERIFY2(text.contains(QStringLiteral("PRACTICE – not a receipt")), qPrintable(text));
        }
        // Across each page of a long one.
        const auto marked = [](const QImage &page) {
            int dots = 0;
            for (int y = 0; y < page.height(); ++y) {
                for (int x = 0; x < page.width(); ++x)
                    dots += page.pixelColor(x, y) == QColor(226, 226, 226);
            }
            return dots > 200;
        };
        const Paper longOne = paperOf(invoice(40));
        QVERIFY(!marked(picturesOf(longOne, 2).front()));
        setPractising(true);
        const std::vector<QImage> pages = picturesOf(longOne, 2);
        setPractising(false);
        QVERIFY(pages.size() > 1);
        for (const QImage &page : pages)
            QVERIFY(marked(page));
        Paper drawer = paperOf(receipt());
        drawer.opensDrawer = true;
        const QByteArray real = escPosOf(drawer);
        setPractising(true);
        const QByteArray practised = escPosOf(drawer);
        setPractising(false);
        QVERIFY(real.contains("\x1bp"));
        QVERIFY(!practised.first(16).contains("\x1bp"));
    }

    void saysWhatItMustSay_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("claim") << 0
                               << QStringList{QStringLiteral("1042"),
                                              QStringLiteral("A. Bello"),
                                              QStringLiteral("navy pinstripe"),
                                              QStringLiteral("shine on seat"),
                                              QStringLiteral("12,000"),
                                              QStringLiteral("6,000"),
                                              QStringLiteral("Friday 27 November"),
                                              QStringLiteral("T. Bello"),
                                              QStringLiteral("3.20 m")};
        QTest::newRow("tags") << 1
                              << QStringList{QStringLiteral("1042-1"), QStringLiteral("1042-2"),
                                             QStringLiteral("A. Bello"), QStringLiteral("Shorten sleeve")};
        QTest::newRow("rack slip") << 4
                                   << QStringList{QStringLiteral("FRIDAY 27"), QStringLiteral("1042"),
                                                  QStringLiteral("A. Bello"), QStringLiteral("2 pieces"),
                                                  QStringLiteral("Jacket, charcoal")};
        QTest::newRow("statement") << 6
                                   << QStringList{QStringLiteral("Statement"),
                                                  QStringLiteral("27 Nov 2026"),
                                                  QStringLiteral("1002"),
                                                  QStringLiteral("Jacket, trousers 2"),
                                                  QStringLiteral("12,000"),
                                                  QStringLiteral("We hold for you"),
                                                  QStringLiteral("4 Bode Thomas Street, Lagos")};
        QTest::newRow("measures") << 7
                                  << QStringList{QStringLiteral("Measurements"),
                                                 QStringLiteral("A. Bello"),
                                                 QStringLiteral("318"),
                                                 QStringLiteral("98.5"),
                                                 QStringLiteral("Sleeve, left"),
                                                 QStringLiteral("3 Mar 2026"),
                                                 QStringLiteral("Left shoulder lower")};
        QTest::newRow("key of the files")
            << 8
            << QStringList{QStringLiteral("a2da"), QStringLiteral("8bbf"), QStringLiteral("shop.thimblely"),
                           QStringLiteral("lost for good")};
        QTest::newRow("invitation") << 9
                                    << QStringList{QStringLiteral("K7PQ-2MX4-9RA0-TT5Z"), QStringLiteral("Cutter"),
                                                   QStringLiteral("Amina Bello"), QStringLiteral("4 Dec 2026"),
                                                   QStringLiteral("I have an invitation")};
        QTest::newRow("test slip") << 5
                                   << QStringList{QStringLiteral("Epson"), QStringLiteral("TEST1042P2"),
                                                  QStringLiteral("80 mm"), QStringLiteral("123,456.78")};
        QTest::newRow("receipt") << 2 << QStringList{QStringLiteral("RA-26-00001"), QStringLiteral("1042"),
                                                     QStringLiteral("6,000"),       QStringLiteral("10,000"),
                                                     QStringLiteral("4,000"),       QStringLiteral("Cash")};
        QTest::newRow("invoice") << 3 << QStringList{QStringLiteral("A-26-00001"),  QStringLiteral("Invoice"),
                                                     QStringLiteral("A. Bello"),    QStringLiteral("12345678-0001"),
                                                     QStringLiteral("27 Nov 2026"), QStringLiteral("837"),
                                                     QStringLiteral("11,163"),      QStringLiteral("12,000"),
                                                     QStringLiteral("page 1 of 1"), QStringLiteral("7.5 %")};
    }
    void saysWhatItMustSay()
    {
        QFETCH(int, which);
        QFETCH(QStringList, words);
        const Paper::Content contents[] = {claim(),           GarmentTags{claim()},
                                           receipt(),         invoice(2),
                                           RackSlip{claim()}, TestSlip{shop(), naira, QStringLiteral("Epson")},
                                           statement(2),      measures(),
                                           vaultKey(),        invitation()};
        const QString text = textOf(paperOf(contents[which]));
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word + QStringLiteral(" is not in\n") + text));
    }

    //! Who pays what, each with their own sum; what one paid too much is not taken off what another is to pay.
    void aClaimCheckOfSeveralPayersSaysWhoPaysWhat()
    {
        invoices::ClaimCheck check = claim();
        const ClientId hers{IdBytes{1}};
        const ClientId his{IdBytes{2}};
        check.pieces[0].payer = hers;
        check.pieces[1].payer = his;
        check.payers = {{{hers, QStringLiteral("A. Bello"), money(4'500), money(1'000), money(0)}, {}, {}},
                        {{his, QStringLiteral("T. Bello"), money(7'500), money(8'700), money(0)}, {}, {}}};
        check.toPay = money(3'500);
        check.overpaid = money(1'200);
        const QString text = textOf(paperOf(check)).simplified();
        qsizetype at = 0;
        for (const char *word : {"A. Bello pays", "Trousers", "Comes to 4,500", "Paid 1,000", "To pay 3,500",
                                 "T. Bello pays", "Jacket", "Comes to 7,500", "Paid 8,700", "Paid too much 1,200",
                                 "All together", "To pay 3,500", "Paid too much 1,200"}) {
            const qsizetype found = text.indexOf(QLatin1String(word), at);
            QVERIFY2(found >= 0, qPrintable(QLatin1String(word) + QStringLiteral(" not in\n") + text));
            at = found + 1;
        }
        QVERIFY(!text.contains(QStringLiteral("2,300"))); // the difference between two people
        check.payers.clear();
        check.ofOnePayer = true;
        check.orderOf = QStringLiteral("N. Okafor");
        QVERIFY(textOf(paperOf(check)).contains(QStringLiteral("a part of the order of N. Okafor")));
        QCOMPARE(paperOf(check).fileName(), QStringLiteral("claim-A--Bello-2026-11-25-1042"));
    }

    //! It is read across the room: the number whole, the day by letters that are no other day's.
    void aRackSlipIsReadAcrossTheRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("80 mm") << 80;
        QTest::newRow("58 mm") << 58;
    }
    void aRackSlipIsReadAcrossTheRoom()
    {
        QFETCH(int, width);
        invoices::ClaimCheck check = claim();
        check.orderNumber = QStringLiteral("A6G1001");
        check.promisedDate = day("2026-12-03"); // a Thursday
        check.promisedTime.reset();
        Paper slip = paperOf(RackSlip{check});
        slip.rollWidth = width;
        const QStringList lines = textOf(slip).split(u'\n');
        const auto stands = [&](const QString &line) {
            return std::ranges::any_of(lines, [&](const QString &each) { return each.simplified() == line; });
        };
        QVERIFY2(stands(QStringLiteral("A6G1001")), qPrintable(lines.join(u'\n')));
        QVERIFY2(stands(QStringLiteral("Th 3")), qPrintable(lines.join(u'\n')));
        std::get<RackSlip>(slip.content).order.promisedTime = QTime(17, 30);
        QVERIFY2(textOf(slip).contains(QRegularExpression(QStringLiteral("Th +17:30"))), qPrintable(textOf(slip)));
    }

    void aRackSlipOfAPartyNamesWhoWearsIt()
    {
        invoices::ClaimCheck check = claim();
        check.pieces.push_back(check.pieces[1]);
        check.pieces.back().tag = QStringLiteral("1042-3");
        check.pieces.back().name = QStringLiteral("Waistcoat");
        check.pieces.push_back(check.pieces[0]);
        check.pieces.back().tag = QStringLiteral("1042-4");
        const QString text = textOf(paperOf(RackSlip{check})).simplified();
        const QString hers = QStringLiteral("A. Bello Trousers, navy pinstripe 1042-1 Trousers, navy pinstripe 1042-4");
        const QString his = QStringLiteral("T. Bello Jacket, charcoal 1042-2 Waistcoat, charcoal 1042-3");
        QVERIFY2(text.endsWith(hers + u' ' + his), qPrintable(text));
        check.pieces = {check.pieces[0]};
        QCOMPARE(textOf(paperOf(RackSlip{check})).count(QStringLiteral("A. Bello")), 1); // of one alone no name twice
    }

    //! Of eight who come on the same day one line, with the day of the week and the names.
    void fittingsOfAPartyAreOneLineADay()
    {
        invoices::ClaimCheck check = claim();
        const auto at = [](const char *iso, int hour) {
            return ShopCalendar::make("Africa/Lagos").value().at(day(iso), QTime(hour, 0));
        };
        check.fittings = {{at("2026-12-17", 11), QStringLiteral("Jacket"), QStringLiteral("A. Bello")},
                          {at("2026-12-22", 11), QStringLiteral("Jacket, Trousers"), QStringLiteral("A. Bello")}};
        QString text = textOf(paperOf(check)).simplified();
        QVERIFY2(text.contains(QStringLiteral("Thursday 17 December, 11:00 Jacket Tuesday 22 December, 11:00 Jacket, "
                                              "Trousers")),
                 qPrintable(text)); // her own: no name
        for (const char *name : {"Tunde", "Chidi"})
            check.fittings.push_back({at("2026-12-17", 11), QStringLiteral("Jacket"), QString::fromLatin1(name)});
        check.fittings.push_back({at("2026-12-17", 15), QStringLiteral("Gown"), QStringLiteral("Ngozi")});
        text = textOf(paperOf(check)).simplified();
        QVERIFY2(text.contains(QStringLiteral("Thursday 17 December, 11:00 Jacket: A. Bello, Tunde, Chidi "
                                              "Thursday 17 December, 15:00 Gown: Ngozi "
                                              "Tuesday 22 December, 11:00 Jacket, Trousers: A. Bello")),
                 qPrintable(text));
    }

    void whatIsTooMuchStandsOnTheStatement()
    {
        invoices::Statement account = statement(2);
        account.lines[1].overpaid = money(900);
        account.lines[1].balance = money(0);
        account.overpaid = money(900);
        const QString text = textOf(paperOf(account)).simplified();
        QVERIFY(text.contains(QStringLiteral("Paid too much 900")));
        invoices::ReceiptDocument over = receipt();
        over.orders[0].balance = money(-900);
        const QString paper = textOf(paperOf(over)).simplified();
        QVERIFY(paper.contains(QStringLiteral("Paid too much 900")));
        QVERIFY(!paper.contains(QStringLiteral("To pay")));
    }

    void whatIsAskedLessIsALine()
    {
        invoices::ClaimCheck check = claim();
        check.pieces[0].total = money(4'050);
        check.sums->total = money(11'550);
        const QString text = textOf(paperOf(check));
        for (const char *word : {"Hem", "2,000", "Other work", "2,500", "Discount", "450", "4,050", "11,550"})
            QVERIFY2(text.contains(QLatin1String(word)),
                     qPrintable(QLatin1String(word) + QStringLiteral(" not in\n") + text));
    }

    //! What went back, how, why, and of which receipt.
    void moneyGivenBackHasItsPaper()
    {
        invoices::ReceiptDocument back = receipt();
        back.receiptNumber = QStringLiteral("RA-26-00002");
        back.payment.amount = money(-6'000);
        back.payment.tendered.reset();
        back.payment.reason = QStringLiteral("crooked vent");
        back.takesBack = QStringLiteral("RA-26-00001");
        back.takesBackOf = day("2026-11-25");
        const QString text = textOf(paperOf(back));
        for (const char *word : {"Money given back", "RA-26-00002", "Given back, Cash", "6,000", "Why: crooked vent",
                                 "Takes back receipt RA-26-00001 of 25 Nov 2026"})
            QVERIFY2(text.contains(QLatin1String(word)),
                     qPrintable(QLatin1String(word) + QStringLiteral(" not in\n") + text));
        QVERIFY(!text.contains(QStringLiteral("Paid, ")));
    }

    //! Money that has not come in is not paid, whatever its paper is headed.
    void whatIsOnlyAnnouncedIsNoReceipt()
    {
        invoices::ReceiptDocument announced = receipt();
        announced.payment.method = finance::PaymentMethod::Transfer;
        announced.payment.tendered.reset();
        announced.payment.waiting = true;
        announced.orders[0].paidSoFar = money(0);
        announced.orders[0].waiting = money(6'000);
        const QString text = textOf(paperOf(announced)).simplified();
        for (const char *word : {"Transfer announced, not received", "Announced ₦6,000", "Paid so far 0",
                                 "This is no receipt: the money has not come in yet."})
            QVERIFY2(text.contains(QString::fromUtf8(word)),
                     qPrintable(QString::fromUtf8(word) + QStringLiteral(" not in\n") + text));
        QVERIFY(!text.contains(QStringLiteral("Receipt")));
        QVERIFY(!text.contains(QStringLiteral("Paid, ")));
        QCOMPARE(paperOf(announced).fileName(), QStringLiteral("announced-RA-26-00001"));
    }

    void aReceiptNamesTheCashier()
    {
        invoices::ReceiptDocument paid = receipt();
        paid.takenBy = QStringLiteral("Tunde Okafor");
        QVERIFY(textOf(paperOf(paid)).contains(QStringLiteral("Cashier: Tunde Okafor")));
        paid.soldBy = paid.takenBy; // once is enough
        QCOMPARE(textOf(paperOf(paid)).count(QStringLiteral("Tunde Okafor")), 1);
    }

    void aReceiptOfTwoOrdersListsBoth()
    {
        invoices::ReceiptDocument both = receipt();
        both.orders.push_back({QStringLiteral("1044"),
                               {{QStringLiteral("Skirt"), money(9'000)}, {QStringLiteral("Delivery"), money(1'500)}},
                               {},
                               money(10'500),
                               money(10'500),
                               money(10'500),
                               money(0)});
        both.kept = money(500);
        const QString text = textOf(paperOf(both));
        for (const char *word : {"1042", "Trousers", "4,500", "1044", "Skirt", "9,000", "Delivery", "1,500", "10,500",
                                 "17,000", "Kept for your next order", "500"})
            QVERIFY2(text.contains(QLatin1String(word)),
                     qPrintable(QLatin1String(word) + QStringLiteral(" not in\n") + text));
    }

    void aCreditNoteNamesWhatItCorrects()
    {
        invoices::InvoiceDocument note = invoice(1);
        note.kind = invoices::InvoiceKind::CreditNote;
        note.correctsNumber = QStringLiteral("A-26-00007");
        const QString text = textOf(paperOf(note));
        QVERIFY(text.contains(QStringLiteral("Credit note")));
        QVERIFY(text.contains(QStringLiteral("A-26-00007")));
        QVERIFY(!text.contains(QStringLiteral("To pay")));
        QCOMPARE(paperOf(note).fileName(), QStringLiteral("creditnote-A-26-00001"));
        QCOMPARE(OrderPapers::nameOf(paperOf(note)), QStringLiteral("Credit note A-26-00001"));
    }

    //! Where no line is taxed there is no column for it; among taxed lines one without tax says so.
    void theTaxColumnIsNeverEmpty()
    {
        const QRegularExpression columns(QStringLiteral("Price +Tax +Amount"));
        invoices::InvoiceDocument mixed = invoice(2);
        mixed.lines[0].taxRate = Rate(0);
        const QString text = textOf(paperOf(mixed));
        QVERIFY2(text.contains(columns), qPrintable(text));
        const QRegularExpression zero(QStringLiteral(" 0 ?%"));
        QVERIFY2(text.contains(zero) && text.contains(QStringLiteral("7.5")), qPrintable(text));
        mixed.lines[1].taxRate = Rate(0);
        mixed.taxes.clear();
        const QString untaxed = textOf(paperOf(mixed));
        QVERIFY2(!untaxed.contains(columns) && !untaxed.contains(zero), qPrintable(untaxed));
    }

    //! Before it is paid: its own title, and the sum before and after tax.
    void aNoteBearsItsTitle()
    {
        invoices::ClaimCheck check = claim();
        QVERIFY(!textOf(paperOf(check)).contains(QStringLiteral("Before tax")));
        check.isNote = true;
        const QString text = textOf(paperOf(check));
        for (const char *word : {"Note", "Before tax", "Tax", "Total"})
            QVERIFY2(text.contains(QLatin1String(word)), qPrintable(text));
        QCOMPARE(OrderPapers::nameOf(paperOf(check)), QStringLiteral("Note 1042"));
    }

    void anInvoiceIsWhatItsCountryCallsIt()
    {
        invoices::InvoiceDocument indian = invoice(1);
        indian.from.country = QStringLiteral("IN");
        indian.from.taxId = QStringLiteral("27AAPFU0939F1ZV");
        indian.form = invoices::InvoiceForm::TaxInvoice;
        indian.placeOfSupply = QStringLiteral("27");
        indian.lines.front().taxCode = QStringLiteral("9988");
        const QString text = textOf(paperOf(indian));
        for (const char *word : {"Tax invoice", "27 Maharashtra", "HSN/SAC 9988", "CGST included, 3.75 %",
                                 "SGST included, 3.75 %", "418.50"})
            QVERIFY2(text.contains(QLatin1String(word)),
                     qPrintable(QLatin1String(word) + QStringLiteral(" not in\n") + text));
        indian.form = invoices::InvoiceForm::BillOfSupply;
        QVERIFY(textOf(paperOf(indian)).contains(QStringLiteral("Bill of supply")));
    }

    void aKenyanInvoiceSaysWhetherItIsOne()
    {
        invoices::InvoiceDocument kenyan = invoice(1);
        kenyan.from.country = QStringLiteral("KE");
        const QString before = textOf(paperOf(kenyan));
        QVERIFY(before.contains(QStringLiteral("Not a tax invoice until it has its eTIMS number.")));
        kenyan.stamp = {QStringLiteral("KRAMW0120/42"), QStringLiteral("KRAMW0120"),
                        QStringLiteral("https://itax.example/42")};
        const QString after = textOf(paperOf(kenyan));
        QVERIFY(!after.contains(QStringLiteral("Not a tax invoice")));
        QVERIFY(after.contains(QStringLiteral("KRAMW0120/42")));
        kenyan.stamp->code.clear();
        const auto dark = [](const invoices::InvoiceDocument &document) {
            const QImage page = picturesOf(paperOf(document), 4).front();
            int count = 0;
            for (int y = 0; y < page.height(); ++y) {
                for (int x = 0; x < page.width() / 4; ++x)
                    count += qGray(page.pixel(x, y)) < 128;
            }
            return count;
        };
        const int without = dark(kenyan);
        kenyan.stamp->code = QStringLiteral("https://itax.example/42");
        QVERIFY(dark(kenyan) > without + 1000); // the square is there
    }

    void whatWasPrintedBeforeSaysSo()
    {
        Paper paper = paperOf(receipt());
        QVERIFY(!textOf(paper).contains(QStringLiteral("Printed again")));
        paper.again = true;
        QVERIFY(textOf(paper).contains(QStringLiteral("Printed again")));
    }

    void narrowRollKeepsEveryWord_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("80 mm") << 80;
        QTest::newRow("58 mm") << 58;
    }
    void narrowRollKeepsEveryWord()
    {
        QFETCH(int, width);
        for (const Paper::Content &content : {Paper::Content(claim()), Paper::Content(GarmentTags{claim()}),
                                              Paper::Content(RackSlip{claim()}), Paper::Content(receipt())}) {
            Paper paper = paperOf(content);
            paper.rollWidth = width;
            const QByteArray pdf = pdfOf(paper);
            // MediaBox [0 0 WIDTH HEIGHT] in points.
            const auto box =
                QRegularExpression(QStringLiteral("MediaBox \\[0 0 ([0-9.]+)")).match(QString::fromLatin1(pdf));
            QVERIFY(box.hasMatch());
            QCOMPARE(qRound(box.captured(1).toDouble() / 72 * 25.4), width);
            QVERIFY(textOf(paper).contains(QStringLiteral("1042")));
        }
    }

    void receiptPrinterIsGivenThePicture_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("dots"); // that the head has
        QTest::addColumn<bool>("drawer");
        QTest::newRow("80 mm") << 80 << 576 << false;
        QTest::newRow("58 mm") << 58 << 384 << false;
        QTest::newRow("cash") << 80 << 576 << true;
    }
    void receiptPrinterIsGivenThePicture()
    {
        QFETCH(int, width);
        QFETCH(int, dots);
        QFETCH(bool, drawer);
        Paper paper = paperOf(RackSlip{claim()});
        paper.rollWidth = width;
        paper.opensDrawer = drawer;
        QTemporaryFile device; // takes what a printer's device would
        QVERIFY(device.open());
        const QString printer = escPosPrinter(device.fileName());
        QVERIFY(printTo(printer, paper));
        const Printed printed = printedBy(device.readAll());
        QVERIFY2(printed.problem.isEmpty(), qPrintable(printed.problem));
        QCOMPARE(printed.drawerOpened, drawer);
        QVERIFY(printed.cut);
        QCOMPARE(printed.image.width(), dots);
        const QImage drawn = rollImage(paper, 8);
        QCOMPARE(printed.image.height(), drawn.height());
        const int left = (drawn.width() - dots) / 2;
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < dots; ++x)
                QCOMPARE(printed.image.pixelIndex(x, y) == 1, qGray(drawn.pixel(left + x, y)) < 160);
            QVERIFY(qGray(drawn.pixel(left - 4, y)) > 200); // beyond the head lies nothing but the hook of a J
        }
    }

    void receiptPrinterThatIsGoneIsSaid()
    {
        const auto gone = printTo(escPosPrinter(QStringLiteral("/nowhere/lp0")), paperOf(receipt()));
        QCOMPARE(gone.error().code, QByteArray("papers.no_printer"));
        const auto full = printTo(escPosPrinter(QStringLiteral("/dev/full")), paperOf(receipt()));
        QCOMPARE(full.error().code, QByteArray("papers.printer_failed"));
    }

    void moneyHiddenOnTheScreenStandsOnPaper()
    {
        HideMoney::instance().setOn(true);
        const QString text = textOf(paperOf(receipt()));
        HideMoney::instance().setOn(false);
        QVERIFY(text.contains(QStringLiteral("6,000")));
        Paper preview = paperOf(receipt());
        preview.moneyHidden = true;
        QVERIFY(!textOf(preview).contains(QStringLiteral("6,000")));
    }

    void twoHundredLinesGoOverPages()
    {
        const QString text = textOf(paperOf(invoice(200)));
        const auto last = QRegularExpression(QStringLiteral("page (\\d+) of (\\d+)")).globalMatch(text);
        int pages = 0;
        for (auto match = last; match.hasNext(); ++pages) {
            const auto found = match.next();
            QCOMPARE(found.captured(1).toInt(), pages + 1);
        }
        QVERIFY(pages >= 6);
        for (int i = 1; i <= 200; ++i)
            QVERIFY2(text.contains(QStringLiteral("Trousers %1").arg(i)), qPrintable(QString::number(i)));
        QCOMPARE(text.count(QStringLiteral("Amount, NGN")), pages);
    }

    void longAndArabicNamesStayWhole()
    {
        invoices::ClaimCheck check = claim();
        check.clientName = QStringLiteral("فاطمة الزهراء");
        QVERIFY(textOf(paperOf(check)).normalized(QString::NormalizationForm_KC).contains(QStringLiteral("فاطمة")));
        check.clientName = QStringLiteral("Oluwaseun ").repeated(20) + QStringLiteral("Adebayo");
        const QString text = textOf(paperOf(check)).simplified();
        QCOMPARE(text.count(QStringLiteral("Oluwaseun")), 20);
        QVERIFY(text.contains(QStringLiteral("Adebayo")));
        check.clientName = QString(300, u'W');
        QCOMPARE(textOf(paperOf(check)).count(u'W'), 300);
    }

    void aTaskStandsWithItsPriceForTheClientAndWithoutForTheWorkroom()
    {
        const QString check = textOf(paperOf(claim())).simplified();
        QVERIFY(check.contains(QStringLiteral("Hem \u22123.5 cm 2,000")));
        QVERIFY(check.contains(QStringLiteral("Shorten sleeve 1/2 in, client's left")));
        const QString tags = textOf(paperOf(GarmentTags{claim()})).simplified();
        QVERIFY(tags.contains(QStringLiteral("Hem \u22123.5 cm")));
        QVERIFY(tags.contains(QStringLiteral("Shorten sleeve 1/2 in, client's left")));
        QVERIFY(!tags.contains(QStringLiteral("2,000")));
    }

    void isWrittenWholeAndAgain()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("new/papers"));
        const auto first = writePdf(paperOf(claim()), folder);
        QCOMPARE(first.value(), folder + QStringLiteral("/claim-1042.pdf"));
        QVERIFY(writePdf(paperOf(claim()), folder));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{QStringLiteral("claim-1042.pdf")});
        QFile inTheWay(dir.filePath(QStringLiteral("file")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QCOMPARE(writePdf(paperOf(claim()), dir.filePath(QStringLiteral("file/papers"))).error().code,
                 QByteArray("papers.not_written"));
    }

    void isDrawnOnAnotherThread()
    {
        QByteArray there;
        std::unique_ptr<QThread> thread(QThread::create([&] { there = pdfOf(paperOf(invoice(3))); }));
        thread->start();
        QVERIFY(thread->wait(20'000));
        QVERIFY(there.startsWith("%PDF-"));
    }

    //! What is cut off and hung on a roll, each with its bars; 20 digits fit on the narrowest paper.
    void labelsAreReadAndScanned_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("80 mm") << 80;
        QTest::newRow("58 mm") << 58;
    }
    void labelsAreReadAndScanned()
    {
        QFETCH(const int, width);
        Paper paper = paperOf(labels());
        paper.rollWidth = width;
        const QString text = textOf(paper).simplified(); // a name may take two lines of the narrow one
        for (const char *words : {"Navy pinstripe", "R-014", "A2", "Shelf"})
            QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
        QCOMPARE(paper.fileName(), QStringLiteral("label-R-014"));
        QVERIFY(paper.isRoll());
        const QImage image = rollImage(paper, 8);
        const int white = 10 * width / 80; // of dots at either edge, as a scanner needs
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < white; ++x)
                QVERIFY(qGray(image.pixel(x, y)) > 200 && qGray(image.pixel(image.width() - 1 - x, y)) > 200);
        }
    }

    void thePurchaseListIsBySupplier()
    {
        const Paper paper = paperOf(purchases());
        QVERIFY(!paper.isRoll());
        const QString text = textOf(paper);
        for (const char *words : {"To buy", "Yaba Textiles", "0803 555 0000", "Navy pinstripe", "6.5 m",
                                  "on order: 20 m", "No supplier is said"})
            QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
        QVERIFY(text.indexOf(QStringLiteral("Yaba")) < text.indexOf(QStringLiteral("No supplier")));
        QCOMPARE(paper.fileName(), QStringLiteral("to-buy-2026-11-25"));
    }

    //! For the eye: with THIMBLELY_SHOW_PAPERS=FOLDER the papers are left there.
    void canBeLookedAt()
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAPERS");
        if (folder.isEmpty())
            QSKIP("Nobody asked to see them (THIMBLELY_SHOW_PAPERS)");
        for (const Paper::Content &content :
             {Paper::Content(claim()), Paper::Content(GarmentTags{claim()}), Paper::Content(receipt()),
              Paper::Content(invoice(30)), Paper::Content(RackSlip{claim()}),
              Paper::Content(TestSlip{shop(), naira, QStringLiteral("Epson")}), Paper::Content(vaultKey()),
              Paper::Content(invitation()), Paper::Content(labels()), Paper::Content(purchases())})
            QVERIFY(writePdf(paperOf(content), folder));
        invoices::ClaimCheck party = claim();
        party.orderNumber = QStringLiteral("A6G1004");
        party.promisedTime.reset();
        party.pieces[0].wearer = QStringLiteral("Oluwaseun Bartholomew-Ogunlade");
        for (const char *name : {"A. Bello", "T. Bello", "Oluwaseun Bartholomew-Ogunlade"})
            party.fittings.push_back({party.bookedAt, QStringLiteral("Jacket"), QString::fromLatin1(name)});
        invoices::ReceiptDocument announced = receipt();
        announced.payment.method = finance::PaymentMethod::Transfer;
        announced.payment.tendered.reset();
        announced.payment.waiting = true;
        announced.takenBy = QStringLiteral("Tunde Okafor");
        invoices::InvoiceDocument note = invoice(2);
        note.kind = invoices::InvoiceKind::CreditNote;
        note.taxes.clear();
        for (invoices::InvoiceLine &line : note.lines)
            line.taxRate = Rate(0);
        for (const Paper::Content &content :
             {Paper::Content(party), Paper::Content(RackSlip{party}), Paper::Content(announced), Paper::Content(note)})
            QVERIFY(writePdf(paperOf(content), folder));
        Paper narrow = paperOf(RackSlip{party});
        narrow.rollWidth = 58;
        std::get<RackSlip>(narrow.content).order.orderNumber = QStringLiteral("A6G1004-58");
        QVERIFY(writePdf(narrow, folder));
        invoices::InvoiceDocument arabic = invoice(3);
        arabic.to.name = QStringLiteral("فاطمة الزهراء");
        arabic.number = QStringLiteral("AR-26-00001");
        QVERIFY(writePdf(paperOf(arabic, "ar_EG"), folder));
    }

private:
    //! What a reader of the PDF can copy out of it.
    QString textOf(const Paper &paper)
    {
        const QByteArray pdf = pdfOf(paper);
        if (!pdf.startsWith("%PDF-"))
            qFatal("no PDF");
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"),
                     {QStringLiteral("-layout"), QStringLiteral("-"), QStringLiteral("-")});
        reader.write(pdf);
        reader.closeWriteChannel();
        reader.waitForFinished();
        return QString::fromUtf8(reader.readAllStandardOutput());
    }
};

QTEST_MAIN(TestPaper)
#include "tst_paper.moc"
