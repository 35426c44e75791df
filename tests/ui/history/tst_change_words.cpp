// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/history.h"
#include "tests/support/test_paths.h"
#include "tests/ui/orders/counter_shop.h"
#include "ui/desk/moment_text.h"
#include "ui/history/change_words.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace thimblely;
using namespace thimblely::ui;
using changes::ChangedRows;

class TestChangeWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<test::CounterShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatShowsNoValueIsNamed_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QJsonValue>("before");
        QTest::addColumn<QJsonValue>("after");
        QTest::addColumn<QString>("fate");
        const auto row = [](const char *column, const QJsonValue &before, const QJsonValue &after, const char *fate) {
            QTest::newRow(column) << QString::fromLatin1(column) << before << after << QString::fromLatin1(fate);
        };
        row("notes", QStringLiteral("a"), QStringLiteral("b"), "changed");
        row("media", QStringLiteral("[]"), QStringLiteral("[\"ab\"]"), "changed: Photos");
        row("printed", QJsonValue::Null, QStringLiteral(R"({"claim":{"count":1}})"), "changed: Printed");
        row("phones", QStringLiteral(R"({"09a3b42c":{"number":"0803","use":"call"}})"),
            QStringLiteral(R"({"09a3b42c":{"e164":"+234803","number":"0803","use":"call"}})"), "changed: Phones");
        row("version", 1, 2, "saved as it was");
    }
    void whatShowsNoValueIsNamed()
    {
        QFETCH(QString, column);
        QFETCH(QJsonValue, before);
        QFETCH(QJsonValue, after);
        ChangedRows::Row row{storage::Table::Orders,
                             RowId::fromName("x"),
                             ChangedRows::Action::Changed,
                             {},
                             {},
                             {},
                             {},
                             {{column.toLatin1(), before, after}}};
        QTEST(fateWords(row, changedFields(row, *m_shop->desk)), "fate");
    }

    void valuesAreWrittenAsTheShopWritesThem_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *column, const QJsonValue &value, const char *words) {
            QTest::newRow(column) << QString::fromLatin1(column) << value << QString::fromUtf8(words);
        };
        row("unit_price_minor", 1'250'000, "Price: ₦12,500");
        row("promised_date", QStringLiteral("2026-11-28"), "Promised: 28 Nov 2026");
        row("is_rush", 1, "Rush: yes");
        row("status", QStringLiteral("in-progress"), "Status: In progress");
        row("quantity_milli", 2750, "Quantity: 2.75");
        row("width_mm", 1500, "Width: 1,500 mm");
        row("discount_limit_bp", 750, "May give off: 7.5 %");
        row("name", QStringLiteral("Halima"), "Name: Halima");
        row("tags", QStringLiteral("[\"vip\",\"church\"]"), "Tags: vip, church");
        row("measurements", QStringLiteral(R"({"waist_circ":{"value":8230,"unit":"cm","text":"82,3"}})"),
            "Measures: Waist, natural: 82,3 cm");
        row("task_prices", QStringLiteral(R"({"0190c0de000070008000000000000001":150000})"), "Prices of tasks: ₦1,500");
        row("delivery", QStringLiteral(R"({"fee_minor":50000})"), "Delivery: Fee: ₦500");
        row("tax_breakdown", QStringLiteral(R"([{"name":"VAT","net":100000,"rate":75000,"tax":7500}])"),
            "Tax: VAT, ₦1,000, 7.5 %, ₦75");
        row("fields", QStringLiteral(R"([{"code":"waist_circ","order":5,"section":"body"}])"),
            "Measures of it: Waist, natural: body");
        row("phones", QStringLiteral(R"({"09a3b42c":{"e164":"+234803","number":"0803","place":1,"use":"call"}})"),
            "Phones: 0803, call");
        row("data", QStringLiteral(R"({"chain":{"hash":"Q1FM"},"opening_minor":2000000})"),
            "Details: Opening: ₦20,000");
        row("document_sha256", QString(64, u'A'), "");
        row("access_token_ref", QStringLiteral("keyring:1"), "");
        row("wearer_client_id", QStringLiteral("0190C0DE000070008000000000000001"),
            "Worn by: what is not yours to see");
    }
    void valuesAreWrittenAsTheShopWritesThem()
    {
        QFETCH(QString, column);
        QFETCH(QJsonValue, value);
        QFETCH(QString, words);
        ChangedRows::Row row{storage::Table::OrderItems,
                             RowId::fromName("x"),
                             ChangedRows::Action::Changed,
                             {},
                             {},
                             {},
                             {},
                             {{column.toLatin1(), QJsonValue::Null, value}}};
        const auto fields = changedFields(row, *m_shop->desk);
        if (words.isEmpty()) {
            QVERIFY(fields.empty());
            return;
        }
        QCOMPARE(fields.size(), size_t(1));
        QCOMPARE(QString(fields[0].name + QStringLiteral(": ") + fields[0].after), words);
        QVERIFY(fields[0].before.isEmpty());
    }

    //! Only the measure that changed is told, not the sheet.
    void ofAListOnlyWhatChanged()
    {
        const auto sheet = [](const char *waist) {
            return QJsonValue(QStringLiteral(R"({"waist_circ":{"value":8000,"unit":"cm","text":"%1"},)"
                                             R"("hip_circ":{"value":10000,"unit":"cm","text":"100"}})")
                                  .arg(QLatin1String(waist)));
        };
        ChangedRows::Row row{storage::Table::ClientMeasurements,
                             RowId::fromName("x"),
                             ChangedRows::Action::Changed,
                             {},
                             {},
                             {},
                             {},
                             {{"measurements", sheet("80"), sheet("82")}}};
        const auto fields = changedFields(row, *m_shop->desk);
        QCOMPARE(fields.size(), size_t(1));
        QCOMPARE(fields[0].before, QStringLiteral("80 cm"));
        QCOMPARE(fields[0].after, QStringLiteral("82 cm"));
    }

    void moneyHidesWithTheRest()
    {
        HideMoney::instance().setOn(true);
        ChangedRows::Row row{
            storage::Table::OrderItems,      RowId::fromName("x"), ChangedRows::Action::Changed, {}, {}, {}, {},
            {{"unit_price_minor", 100, 200}}};
        const auto fields = changedFields(row, *m_shop->desk);
        HideMoney::instance().setOn(false);
        for (const ChangedField &field : fields)
            QVERIFY(!field.after.contains(u'2') && !field.before.contains(u'1'));
    }

    void momentsAreOfTheShopsClock()
    {
        // 12:00 UTC is 13:00 in Lagos.
        const Instant now = m_shop->shop.clock.now();
        QVERIFY2(momentText(now, *m_shop->desk).startsWith(QLatin1String("today ")),
                 qPrintable(momentText(now, *m_shop->desk)));
        QVERIFY(momentText(now.plusMsecs(-86'400'000), *m_shop->desk).startsWith(QLatin1String("yesterday ")));
    }

    //! A column that comes new gets a word, or a reason to be left out, before anybody reads its name.
    void everyColumnHasAWord()
    {
        QStringList missing;
        const QStringList written = {QStringLiteral("workspaces"),
                                     QStringLiteral("workspace_members"),
                                     QStringLiteral("clients"),
                                     QStringLiteral("orders"),
                                     QStringLiteral("client_interactions"),
                                     QStringLiteral("client_measurements"),
                                     QStringLiteral("order_items"),
                                     QStringLiteral("measurement_templates"),
                                     QStringLiteral("inventory_items"),
                                     QStringLiteral("transactions"),
                                     QStringLiteral("inventory_movements"),
                                     QStringLiteral("invoices"),
                                     QStringLiteral("events"),
                                     QStringLiteral("sys_activity"),
                                     QStringLiteral("sys_settings"),
                                     QStringLiteral("profiles")};
        for (const QString &table : written) {
            for (const QByteArray &column : columnsOf(table)) {
                const auto facts = storage::facts(*storage::tableFromName(table.toStdString()));
                if (!isColumnKnown(column) && !storage::isDerived(facts, column.toStdString()) &&
                    !column.endsWith("_ref"))
                    missing.append(table + u'.' + QString::fromLatin1(column));
            }
        }
        QCOMPARE(missing, QStringList());
    }

private:
    static QByteArrayList columnsOf(const QString &table)
    {
        QFile file(test::sourceFolder() + QStringLiteral("/tests/core/storage/schema_snapshot.sql"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(file.readAll());
        const QRegularExpression whole(QStringLiteral("CREATE TABLE %1 \\(([^;]*);").arg(table));
        const QString body = whole.match(text).captured(1);
        static const QRegularExpression column(QStringLiteral("(?:^|,)\\s*([a-z_0-9]+) (?:TEXT|INTEGER|BLOB)\\b"),
                                               QRegularExpression::MultilineOption);
        QByteArrayList columns;
        auto matches = column.globalMatch(body);
        while (matches.hasNext())
            columns.append(matches.next().captured(1).toLatin1());
        return columns;
    }

    std::unique_ptr<test::CounterShop> m_shop;
};

QTEST_MAIN(TestChangeWords)
#include "tst_change_words.moc"
