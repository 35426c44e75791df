// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/clients/client_service.h"
#include "core/clients/client_writer.h"
#include "core/storage/verify.h"
#include "tests/support/small_shop.h"

#include <QTest>

using namespace thimblely;

namespace {

//! Different in every letter group from one number to the next.
QString nameOf(int number)
{
    QString name = QStringLiteral("Q");
    for (int rest = number + 1; rest > 0; rest /= 20) {
        name += QStringLiteral("bcdfghjklmnpqrstvwxz").at(rest % 20);
        name += QStringLiteral("aeiou").at(rest % 5);
    }
    return name + QStringLiteral("x Bello");
}

} // namespace

//! The newest rows wait to be indexed (search_index.h): nobody may notice.
class TestClientSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_clients = std::make_unique<ClientService>(*m_shop->session, *m_shop->door);
    }

    void findsEverybodyHoweverManyWait_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 63, 64, 65, 130})
            QTest::addRow("%d", count) << count;
    }
    void findsEverybodyHoweverManyWait()
    {
        QFETCH(const int, count);
        for (int number = 0; number < count; ++number)
            add(nameOf(number));
        for (int number = 0; number < count; ++number) {
            const QString name = nameOf(number);
            QCOMPARE(found(name), QStringList{name});
            QVERIFY(found(name.mid(1, 3), 1000).contains(name));
        }
        QCOMPARE(m_clients->search(QStringLiteral("q"), 1000).value().size(), size_t(std::min(count, 100)));
        QVERIFY(isWhole());
    }

    void renamedIsFoundByTheNewNameOnly_data()
    {
        QTest::addColumn<int>("addedLater");
        QTest::newRow("while it waits") << 0;
        QTest::newRow("once it is indexed") << 70;
    }
    void renamedIsFoundByTheNewNameOnly()
    {
        QFETCH(const int, addedLater);
        const ClientId client = add(QStringLiteral("Adaeze Okafor"));
        for (int number = 0; number < addedLater; ++number)
            add(nameOf(number));
        ClientDraft draft;
        draft.name = QStringLiteral("Zainab Musa");
        QVERIFY(changes::await(m_clients->update(client, draft)));
        QCOMPARE(found(QStringLiteral("okafor")), QStringList());
        QCOMPARE(found(QStringLiteral("zainab musa")), QStringList{QStringLiteral("Zainab Musa")});
        QVERIFY(isWhole());
    }

    void newestComesFirstAcrossTheTwo()
    {
        for (int number = 0; number < 66; ++number)
            add(QStringLiteral("Bello %1").arg(number));
        const QStringList names = found(QStringLiteral("bello"));
        QCOMPARE(names.size(), 20);
        QCOMPARE(names.first(), QStringLiteral("Bello 65"));
        QCOMPARE(names.last(), QStringLiteral("Bello 46"));
    }

    //! An addition that is rolled back with the sixty-fourth takes its index along.
    void whatFailedIsNotFound()
    {
        for (int number = 0; number < 63; ++number)
            add(nameOf(number));
        const auto failed = changes::await(m_shop->door->write<void>(
            changes::Operation{"client.add"}, [](changes::WriteContext &context) -> Result<void> {
                ClientDraft draft;
                draft.name = QStringLiteral("Nobody Atall");
                TRY(clients::add(context, draft));
                return Error{ErrorKind::Invalid, "test.refused", {}, {}};
            }));
        QVERIFY(!failed);
        QCOMPARE(found(QStringLiteral("nobody")), QStringList());
        QVERIFY(isWhole());
        add(nameOf(63));
        QCOMPARE(found(nameOf(63)), QStringList{nameOf(63)});
        QCOMPARE(found(nameOf(0)), QStringList{nameOf(0)});
        QVERIFY(isWhole());
    }

private:
    ClientId add(const QString &name)
    {
        ClientDraft draft;
        draft.name = name;
        return changes::await(m_clients->add(draft)).value();
    }

    QStringList found(const QString &text, int limit = 20)
    {
        QStringList names;
        const auto rows = m_clients->search(text, limit).value();
        for (const ClientSummary &row : rows)
            names.append(row.name);
        return names;
    }

    bool isWhole()
    {
        storage::OpenOptions options;
        options.path = m_shop->path();
        const auto connection = storage::Connection::open(options).value();
        return storage::verify(*connection).value().empty();
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<ClientService> m_clients;
};

QTEST_GUILESS_MAIN(TestClientSearch)
#include "tst_client_search.moc"
