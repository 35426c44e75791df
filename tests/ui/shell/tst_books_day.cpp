// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/finance/reports.h"
#include "core/finance/wage_service.h"
#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_service.h"
#include "core/storage/verify.h"
#include "tests/ui/shell/open_program.h"
#include "ui/finance/books_model.h"
#include "ui/finance/money_page.h"
#include "ui/shell/screens.h"
#include "ui/widgets/nav.h"
#include "ui/widgets/segmented.h"

#include <QDir>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! An evening with the books in the real window, by keys alone. The day is Wednesday 25 November 2026.
class TestBooksDay : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::OpenProgram>();
        QVERIFY(m_shop->makeShop());
        QVERIFY(m_shop->startAndSignIn());
        m_shop->program->resize(1366, 768);
    }
    void cleanup()
    {
        const QString file = m_shop->path();
        m_shop->close();
        QVERIFY(storage::verifyFile(file, false)->problems.empty());
        m_shop.reset();
    }

    void anEvening()
    {
        goToMoney();
        QVERIFY(toPart("Overview"));
        QVERIFY(m_shop->waitSays(QStringLiteral("November 2026 so far")));
        QVERIFY(m_shop->waitSays(QStringLiteral("No wage is owed")));

        // Rent, entered wrong and taken back; both rows stay.
        enterRent("150000");
        QTRY_COMPARE(m_shop->child<BooksModel>()->rowCount(), 1);
        QCOMPARE(figures().expense, naira(150'000));
        QVERIFY(m_shop->tabTo(QStringLiteral("Take back…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Why"));
        m_shop->type("paid twice");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(m_shop->child<BooksModel>()->rowCount(), 2);
        QCOMPARE(figures().expense, naira(0));
        enterRent("90000");
        QTRY_COMPARE(m_shop->child<BooksModel>()->rowCount(), 3);
        m_shop->press(Qt::Key_Z, Qt::ControlModifier); // the toast's offer, by its key
        QTRY_COMPARE(figures().expense, naira(0));

        // The empty lists teach what they are for.
        QVERIFY(toPart("Goals"));
        QVERIFY(m_shop->waitSays(QStringLiteral("A goal says what is to come in")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Set the first goal…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What it is called"));
        m_shop->type("Income of the month");
        QVERIFY(m_shop->tabTo(QStringLiteral("How much")));
        m_shop->type("100000");
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("₦100,000 short")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Add the first part…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("What for"));
        m_shop->type("Taxes");
        QVERIFY(m_shop->tabTo(QStringLiteral("Per cent")));
        m_shop->type("10");
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("The rest: 90")));

        // Earned, advanced, paid: profit moved once, and the slip says all of it.
        QVERIFY(toPart("Wages"));
        QVERIFY(m_shop->waitSays(QStringLiteral("Nothing was earned or paid")));
        wage("Earned…", "20000");
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Wages")); // back at the list
        QCOMPARE(owed(), naira(20'000));
        wage("Advance…", "5000");
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Wages"));
        QCOMPARE(owed(), naira(15'000));
        QVERIFY(m_shop->waitSays(QStringLiteral("15,000")));
        wage("Pay…", nullptr); // all that is owed is filled in
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Wages"));
        QCOMPARE(owed(), naira(0));
        QCOMPARE(figures().expense, naira(20'000));
        QVERIFY(m_shop->waitSays(QStringLiteral("Still to be paid")));
        QTRY_VERIFY(m_shop->says(QStringLiteral("15,000")));
        m_shop->press(Qt::Key_F8);
        QTRY_COMPARE(QDir(m_shop->papers()).entryList({QStringLiteral("wages-*.pdf")}).size(), 1);

        // Closed, the period takes nothing more.
        QVERIFY(toPart("Tax"));
        QVERIFY(m_shop->tabTo(QStringLiteral("Close a period…")));
        m_shop->press(Qt::Key_Space);
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("closed up to 24 Nov 2026")));
        enterRent("100", "20 nov");
        QVERIFY(m_shop->waitSays(QStringLiteral("24 Nov 2026")));
        QCOMPARE(figures().expense, naira(20'000));
        m_shop->press(Qt::Key_Escape);
        QVERIFY(toPart("Overview"));
        QVERIFY(m_shop->waitSays(QStringLiteral("₦20,000")));
    }

    void anInvoice()
    {
        m_shop->window().show(Screen::Invoices);
        QVERIFY(m_shop->tabTo(QStringLiteral("New invoice")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("For which client"));
        fill("Or for whom else", "Queen's School");
        fill("Line 1, what for", "Sewing lesson");
        fill("Line 1, how many", "3");
        fill("Line 1, price of one", "10000");
        m_shop->press(Qt::Key_F9);
        QVERIFY(m_shop->waitSays(QStringLiteral("Invoice A-26-00001")));
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Paid now"));
        m_shop->type("12000");
        m_shop->press(Qt::Key_Return);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Invoices"));
        QVERIFY(m_shop->waitSays(QStringLiteral("18,000")));
        m_shop->press(Qt::Key_F9);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Paid now"));
        m_shop->press(Qt::Key_Return); // the rest is filled in
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Invoices"));
        QCOMPARE(figures().income, naira(30'000));
        QVERIFY(m_shop->tabTo(QStringLiteral("Receipt of the last payment")));
        m_shop->press(Qt::Key_Space);
        QTRY_VERIFY(!QDir(m_shop->papers()).entryList({QStringLiteral("receipt-*00002.pdf")}).isEmpty());
        QVERIFY(m_shop->tabTo(QStringLiteral("Credit note…")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Credited"));
        m_shop->type("5000");
        m_shop->press(Qt::Key_Return);
        m_shop->type("one lesson was short");
        m_shop->press(Qt::Key_Return);
        QVERIFY(m_shop->waitSays(QStringLiteral("Credit note A-26-00002")));
        QCOMPARE(figures().income, naira(30'000)); // given back it is not yet
    }

    //! Of a client's, their statement is one button away.
    void aStatement()
    {
        ClientDraft client;
        client.name = QStringLiteral("Ngozi Okafor");
        const ClientId id = changes::await(ClientService(session(), door()).add(client)).value();
        invoices::FreeInvoice bill{.client = id,
                                   .lines = {{QStringLiteral("Lesson"), Quantity::whole(1), naira(10'000)}}};
        QVERIFY(changes::await(invoices::FreeInvoiceService(session(), door()).issue({}, bill)));
        m_shop->window().show(Screen::Invoices);
        QVERIFY(m_shop->waitSays(QStringLiteral("Invoice A-26-00001")));
        QVERIFY(m_shop->tabTo(QStringLiteral("Print statement")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(QDir(m_shop->papers()).entryList({QStringLiteral("statement-*.pdf")}).size(), 1);
        QCOMPARE(invoices::InvoiceService(session(), door()).statement(id)->owed, naira(10'000));
    }

private:
    access::Session &session() { return m_shop->desk().session(); }
    changes::WriteDoor &door() { return m_shop->desk().door(); }
    static Date day(const char *iso) { return Date::parse(QString::fromLatin1(iso)).value(); }
    Money naira(qint64 whole) { return {whole * 100, m_shop->desk().profile().currency}; }
    finance::Figures figures()
    {
        return finance::Reports::between(session(), day("2026-11-01"), day("2026-11-30")).value();
    }
    Money owed() { return finance::WageService(session(), door()).owed(session().principal().member).value(); }

    //! Tab reaches one row of the navigation, the arrows the others.
    void goToMoney()
    {
        for (int i = 0; i < 60 && !qobject_cast<NavButton *>(test::OpenProgram::focus()); ++i)
            m_shop->press(Qt::Key_Tab);
        for (int i = 0; i < 9 && test::OpenProgram::readName(test::OpenProgram::focus()) != QLatin1String("Money"); ++i)
            m_shop->press(Qt::Key_Down);
        m_shop->press(Qt::Key_Space);
    }
    static QString partName()
    {
        const QWidget *const parent = test::OpenProgram::focus() ? test::OpenProgram::focus()->parentWidget() : nullptr;
        const bool isPart = parent && parent->accessibleName() == QStringLiteral("What is shown of the money");
        return isPart ? test::OpenProgram::readName(test::OpenProgram::focus()) : QString();
    }
    //! The part of the money that is called so, by Tab and the arrows.
    bool toPart(const char *name)
    {
        for (int i = 0; i < 60 && partName().isEmpty(); ++i)
            m_shop->press(Qt::Key_Tab);
        for (int i = 0; i < 6 && partName() != QLatin1String("Till"); ++i)
            m_shop->press(Qt::Key_Left);
        for (int i = 0; i < 6 && partName() != QLatin1String(name); ++i)
            m_shop->press(Qt::Key_Right);
        if (!test::OpenProgram::focus()->property("checked").toBool())
            m_shop->press(Qt::Key_Space);
        return partName() == QLatin1String(name);
    }
    void fill(const char *field, const char *text)
    {
        QVERIFY(m_shop->tabTo(QLatin1String(field)));
        m_shop->type(text);
    }
    void enterRent(const char *amount, const char *on = nullptr)
    {
        QVERIFY(m_shop->tabTo(QStringLiteral("Expense or other income")));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Amount"));
        m_shop->type(amount);
        m_shop->press(Qt::Key_Tab); // what comes next on the screen comes next by the key
        QCOMPARE(m_shop->focusName(), QStringLiteral("What for"));
        m_shop->type("Rent");
        if (on)
            fill("Day", on);
        m_shop->press(Qt::Key_F9);
    }
    void wage(const char *button, const char *amount)
    {
        QVERIFY(m_shop->tabTo(QString::fromUtf8(button)));
        m_shop->press(Qt::Key_Space);
        QTRY_COMPARE(m_shop->focusName(), QStringLiteral("Amount"));
        if (amount)
            m_shop->type(amount);
        QVERIFY(m_shop->tabTo(QStringLiteral("Note"))); // by way of how it is paid
        m_shop->press(Qt::Key_F9);
    }

    std::unique_ptr<test::OpenProgram> m_shop;
};

QTEST_MAIN(TestBooksDay)
#include "tst_books_day.moc"
