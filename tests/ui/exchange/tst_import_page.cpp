// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/inventory/inventory_service.h"
#include "core/measurements/measurement_service.h"
#include "tests/support/page_hands.h"
#include "tests/support/small_shop.h"
#include "ui/desk/desk.h"
#include "ui/exchange/cell_table.h"
#include "ui/exchange/column_model.h"
#include "ui/exchange/import_page.h"
#include "ui/exchange/refused_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QSignalSpy>

#include <algorithm>

using namespace thimblely;
using namespace thimblely::ui;
using test::buttonOn;
using test::isSaidOn;

namespace {

const QByteArray contacts =
    "Vorname;Nachname;Telefon;Geburtstag;Schuhe;Bemerkung\nAmina;Bello;0803 555 4471;22.03.1980;42;Comes on Fridays\n"
    "J\xfcrgen;M\xfcller;0803 555 4472;;43;\nTunde;Ade;0803 555 4473;someday;41;\n;;;;40;\n";
const QByteArray measures =
    "Name,Waist,Hip,Sleeve\nAmina Bello,32,40 1/2,23\nTunde Ade,36 1/2,42,25\nKemi,tall,40,22\n";

} // namespace

//! An old book comes in by keyboard: looked at, mended, taken in, taken back.
class TestImportPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install();
        Theme::instance().setScheme(Scheme::Light);
    }
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_drafts = DraftKeeper::open(*m_shop->session, m_shop->clock).value();
        WorkspaceProfile profile = WorkspaceService(*m_shop->session, *m_shop->door).load().value();
        ShopCalendar calendar = profile.calendar().value();
        m_desk = std::make_unique<Desk>(*m_shop->session, *m_shop->door, *m_drafts, std::move(profile),
                                        std::move(calendar), QLocale(QStringLiteral("en_NG")));
        m_page = test::openedPage<ImportPage>(*m_desk);
        for (QAbstractItemModel *model :
             {static_cast<QAbstractItemModel *>(columns()), static_cast<QAbstractItemModel *>(refused())})
            new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_page.get());
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
        m_drafts.reset();
        m_shop.reset();
        Theme::instance().setTextSizePercent(100);
        Theme::instance().setScheme(Scheme::Light);
    }

    void aFileIsLookedAtBeforeAnythingComesIn()
    {
        open("old.csv", contacts);
        QVERIFY(isSaidOn(*m_page, QStringLiteral("A table of contacts, parted by semicolons.")));
        QVERIFY(isSaidOn(*m_page, QStringLiteral("2 new")));
        QVERIFY(isSaidOn(*m_page, QStringLiteral("2 not understood")));
        QCOMPARE(fieldOf("Vorname"), QStringLiteral("First name"));
        QCOMPARE(fieldOf("Schuhe"), QStringLiteral("Left out"));
        QVERIFY(columns()->index(0, ColumnModel::Sample).data().toString().contains(QStringLiteral("Jürgen")));
        QCOMPARE(clientCount(), size_t(0));
        QCOMPARE(take()->text(), QStringLiteral("Bring in 2 of 4 clients"));
        QVERIFY(take()->hasFocus());
    }

    void itComesInByOneButtonAndGoesBack()
    {
        open("old.csv", contacts);
        QSignalSpy back(&m_desk->navigation(), &Navigation::backRequested);
        test::pressKey(Qt::Key_Space);
        QTRY_COMPARE(back.count(), 1);
        QCOMPARE(clientCount(), size_t(2));
        QVERIFY(changes::await(m_shop->door->undo()));
        QCOMPARE(clientCount(), size_t(0));
    }

    //! With what they would cost here, before they do; and not in another currency unless one says so.
    void pricesAreSeenAsTheyWouldStandHere()
    {
        open("p.csv", "title,price_usd\nHem,15.50\nBow,24\n");
        QVERIFY(isSaidOn(*m_page, QStringLiteral("Its amounts are in USD, the shop’s are in NGN.")));
        QVERIFY(!take()->isEnabled());
        Segmented *figures = choice("Amounts in another currency");
        QVERIFY(figures->isVisible());
        figures->setCurrentIndex(1);
        QTRY_COMPARE(take()->text(), QStringLiteral("Bring in 2 products"));
        QVERIFY(isSaidOn(*m_page, QStringLiteral("Hem")) && isSaidOn(*m_page, QStringLiteral("15.50")));
        open("q.csv", "title,price_ngn\nHem,1500\n");
        QCOMPARE(take()->text(), QStringLiteral("Bring in 1 product"));
        QVERIFY(!figures->isVisible());
    }

    void aCellIsMendedWhereItStands()
    {
        open("old.csv", contacts);
        QCOMPARE(refused()->rowCount(), 2);
        QVERIFY(refused()->index(0, RefusedModel::Why).data().toString().contains(QStringLiteral("someday")));
        // Whole, too, and not only as far as the column is wide.
        QVERIFY(isSaidOn(*m_page, refused()->index(0, RefusedModel::Why).data().toString()));
        QVERIFY(refused()->setData(refused()->index(0, cellColumn("Geburtstag")), QStringLiteral("3.4.1985"),
                                   Qt::EditRole));
        QTRY_COMPARE(refused()->rowCount(), 1);
        QTRY_COMPARE(take()->text(), QStringLiteral("Bring in 3 of 4 clients"));
        m_page->handle(ActionId::Save);
        QTRY_COMPARE(clientCount(), size_t(3));
    }

    void aColumnIsTakenForSomethingElse()
    {
        open("old.csv", contacts);
        const int row = rowOf("Schuhe");
        QVERIFY(columns()->setData(columns()->index(row, ColumnModel::Field), QByteArray("note"), Qt::EditRole));
        QTRY_VERIFY(take()->isEnabled());
        QCOMPARE(fieldOf("Schuhe"), QStringLiteral("Kept in the notes"));
        m_page->handle(ActionId::Save);
        QTRY_COMPARE(clientCount(), size_t(2));
        ClientService clients(*m_shop->session, *m_shop->door);
        const ClientId id = clients.search(QStringLiteral("4471"), 1).value().front().id;
        QCOMPARE(clients.load(id)->fields.notes, QStringLiteral("Comes on Fridays\nSchuhe: 42"));
    }

    void aCellOpensWhatAColumnCanBe()
    {
        open("old.csv", contacts);
        auto *table = m_page->findChildren<CellTable *>().front();
        table->setFocus();
        table->setCurrentIndex(columns()->index(rowOf("Schuhe"), ColumnModel::Field));
        test::pressKey(Qt::Key_Return);
        QTRY_VERIFY(table->findChild<QComboBox *>());
        auto *choice = table->findChild<QComboBox *>();
        choice->setCurrentIndex(choice->findData(QByteArray("fit_notes")));
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_COMPARE(fieldOf("Schuhe"), QStringLiteral("Fit notes"));
    }

    void unitsAreGuessedAndSaidOtherwise()
    {
        open("notebook.csv", measures);
        QVERIFY(isSaidOn(*m_page, QStringLiteral("8 of 9 lengths are plausible in inches.")));
        QCOMPARE(take()->text(), QStringLiteral("Bring in 2 of 3 people's measures"));
        QVERIFY(isSaidOn(*m_page, QStringLiteral("with 2 new clients")));
        choice("Lengths are in")->setCurrentIndex(int(LengthUnit::Centimetre));
        QTRY_VERIFY(isSaidOn(*m_page, QStringLiteral("plausible in cm.")));
        choice("Lengths are in")->setCurrentIndex(int(LengthUnit::Inch));
        QTRY_VERIFY(isSaidOn(*m_page, QStringLiteral("plausible in inches.")));
        QTRY_VERIFY(take()->isEnabled());
        m_page->handle(ActionId::Save);
        QTRY_COMPARE(clientCount(), size_t(2));
        ClientService clients(*m_shop->session, *m_shop->door);
        const ClientId id = clients.search(QStringLiteral("Amina"), 1).value().front().id;
        const auto values = MeasurementService(*m_shop->session, *m_shop->door).currentValues(id).value();
        QCOMPARE(values.size(), size_t(3));
    }

    void aFileMayHoldSomethingElse()
    {
        open("list.csv", "Name,Phone,Price\nHem,0803 555 4471,1500\n");
        QCOMPARE(choice("What it holds")->currentIndex(), int(ImportKind::Products));
        choice("What it holds")->setCurrentIndex(int(ImportKind::Clients));
        QTRY_COMPARE(take()->text(), QStringLiteral("Bring in 1 client"));
        choice("What it holds")->setCurrentIndex(int(ImportKind::Measurements));
        QTRY_VERIFY(isSaidOn(*m_page, QStringLiteral("none is a measure")));
        QVERIFY(!take()->isEnabled());
    }

    void cardsNeedNoColumns()
    {
        open("phone.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Amina\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n");
        QVERIFY(isSaidOn(*m_page, QStringLiteral("Cards (vCard).")));
        QVERIFY(isSaidOn(*m_page, QStringLiteral("Its parts have fixed names")));
        QCOMPARE(refused()->rowCount(), 1);
        QCOMPARE(take()->text(), QStringLiteral("Bring in 1 of 2 clients"));
    }

    void whatCannotBeReadSaysSo()
    {
        open("empty.csv", "");
        QVERIFY(!take()->isEnabled());
        QCOMPARE(refused()->rowCount(), 1);
        QVERIFY(m_page->stepBack()); // to the beginning
        QVERIFY(!m_page->stepBack());
        QVERIFY(isSaidOn(*m_page, QStringLiteral("Choose a file of another program")));
    }

    void readingIsStopped()
    {
        QByteArray many = "Name,Phone\n";
        for (int i = 0; i < 20'000; ++i)
            many += "Client " + QByteArray::number(i) + ",0803 55" + QByteArray::number(10'000 + i) + '\n';
        m_page->open({written("many.csv", many)});
        QVERIFY(isSaidOn(*m_page, QStringLiteral("The file is read…")));
        test::pressKey(Qt::Key_Space); // Stop has the keyboard
        QTRY_VERIFY(isSaidOn(*m_page, QStringLiteral("Choose a file of another program")));
        QCOMPARE(clientCount(), size_t(0));
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("THIMBLELY_SHOW_PAGES");
        if (folder.isEmpty())
            return;
        const auto shoot = [&](const char *name) {
            QTest::qWait(150);
            m_page->grab().save(QDir(folder).filePath(QLatin1String(name) + QStringLiteral(".png")));
        };
        const std::tuple<const char *, QSize, int, Scheme> looks[] = {
            {"light", {1198, 712}, 100, Scheme::Light},
            {"dark", {1198, 712}, 100, Scheme::Dark},
            {"small", {968, 484}, 130, Scheme::Light}}; // the page in windows of 1366x768 and 1024x540
        for (const auto &[look, size, percent, scheme] : looks) {
            Theme::instance().setScheme(scheme);
            Theme::instance().setTextSizePercent(percent);
            m_page->resize(size);
            open("old clients.csv", contacts);
            shoot((QByteArray("import-clients-") + look).constData());
            open("notebook.csv", measures);
            shoot((QByteArray("import-measures-") + look).constData());
            open("shop.csv", "ID,Type,SKU,Name,Regular price,Stock\n1,simple,cap,Fila,5000,3\n2,simple,s,Scarf,x,\n");
            shoot((QByteArray("import-products-") + look).constData());
            m_page->stepBack();
            shoot((QByteArray("import-start-") + look).constData());
        }
    }

private:
    ColumnModel *columns() const { return m_page->findChild<ColumnModel *>(); }
    RefusedModel *refused() const { return m_page->findChild<RefusedModel *>(); }
    //! The one button that takes it in, whatever it says.
    QAbstractButton *take() const
    {
        const auto all = m_page->findChildren<QAbstractButton *>();
        for (QAbstractButton *each : all) {
            if (each->text().startsWith(QLatin1String("Bring in ")) ||
                each->text() == QLatin1String("Nothing to bring in"))
                return each;
        }
        qFatal("no button to take it in");
    }
    Segmented *choice(const char *name) const
    {
        const auto all = m_page->findChildren<Segmented *>();
        for (Segmented *each : all) {
            if (each->accessibleName() == QLatin1String(name))
                return each;
        }
        qFatal("no choice %s", name);
    }
    QString written(const char *name, const QByteArray &bytes) const
    {
        const QString path = m_shop->dir.filePath(QLatin1String(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("%s cannot be written", name);
        return path;
    }
    //! Until it was seen.
    void open(const char *name, const QByteArray &bytes)
    {
        m_page->open({written(name, bytes)});
        QVERIFY(QTest::qWaitFor([this] { return isSaidOn(*m_page, QStringLiteral("What would come in")); }, 20'000));
    }
    int rowOf(const char *heading) const
    {
        for (int row = 0; row < columns()->rowCount(); ++row) {
            if (columns()->index(row, ColumnModel::Heading).data() == QString::fromUtf8(heading))
                return row;
        }
        qFatal("no column %s", heading);
    }
    QString fieldOf(const char *heading) const
    {
        return columns()->index(rowOf(heading), ColumnModel::Field).data().toString();
    }
    int cellColumn(const char *heading) const
    {
        for (int column = 0; column < refused()->columnCount(); ++column) {
            if (refused()->headerData(column, Qt::Horizontal, Qt::DisplayRole) == QString::fromUtf8(heading))
                return column;
        }
        qFatal("no cell under %s", heading);
    }
    size_t clientCount() const
    {
        ClientService clients(*m_shop->session, *m_shop->door);
        return clients.page(ClientFilter::All, ClientSort::Name, {}, 100).value().rows.size();
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<DraftKeeper> m_drafts;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ImportPage> m_page;
};

QTEST_MAIN(TestImportPage)
#include "tst_import_page.moc"
