// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/invoices/invoice_service.h"
#include "core/workspaces/workspace_service.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/orders/stamp_form.h"
#include "ui/widgets/field_edit.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;

//! What Kenya's tax office gives for an invoice is typed after it was issued, and mended where it was typed wrong.
class TestStampForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void isKeptWithTheInvoice()
    {
        test::CounterShop shop;
        WorkspaceProfile profile = shop.desk->profile();
        profile.countryCode = QStringLiteral("KE");
        QVERIFY(changes::await(WorkspaceService(*shop.shop.session, *shop.shop.door).update(profile)));
        invoices::InvoiceService papers(*shop.shop.session, *shop.shop.door);
        const auto order = shop.book(shop.bello(), {shop.piece(QStringLiteral("Jacket"), 30'000'00)});
        const auto invoice = changes::await(papers.issue(order.id)).value();

        QWidget over;
        over.resize(320, 600);
        over.show();
        StampForm form(*shop.desk, &over);
        QSignalSpy left(&form, &SideForm::left);
        form.begin(invoice);
        QVERIFY(form.isOpen());
        form.submit(); // nothing was typed
        QTRY_VERIFY(says(over, QStringLiteral("Type the invoice number")));
        QCOMPARE(left.count(), 0);
        type(form, "eTIMS invoice number", " KRAMW0120/42 ");
        form.submit();
        QTRY_COMPARE(left.count(), 1);
        QCOMPARE(papers.load(invoice.id)->stamp->number, QStringLiteral("KRAMW0120/42"));

        form.begin(papers.load(invoice.id).value()); // what was typed stands there to be mended
        type(form, "eTIMS invoice number", "KRAMW0120/43");
        form.submit();
        QTRY_COMPARE(left.count(), 2);
        QCOMPARE(papers.load(invoice.id)->stamp->number, QStringLiteral("KRAMW0120/43"));
        QVERIFY(papers.verify(invoice.id));
    }

private:
    static bool says(const QWidget &in, const QString &words)
    {
        for (const QLabel *label : in.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    }
    static void type(const QWidget &in, const char *name, const char *text)
    {
        for (FieldEdit *field : in.findChildren<FieldEdit *>()) {
            if (field->edit()->accessibleName() == QLatin1String(name))
                return field->setText(QString::fromLatin1(text));
        }
        QFAIL(name);
    }
};

QTEST_MAIN(TestStampForm)
#include "tst_stamp_form.moc"
