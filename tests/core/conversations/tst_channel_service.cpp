// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/device_key.h"
#include "tests/core/conversations/writing_shop.h"
#include "tests/support/keychain/test_keychain.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::test;
using namespace thimblely::conversations;

class TestChannelService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<WritingShop>(); }
    void cleanup() { m_shop.reset(); }

    void whatIsTypedIsRead_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("refused");
        const auto row = [](const char *what, ChannelType type, const char *name, const char *sender,
                            const char *stored, const char *refused = "") {
            QTest::newRow(what) << int(type) << name << sender << stored << refused;
        };
        row("a number as it is dialled here", ChannelType::WhatsApp, "Shop", "0803 555 4471", "+2348035554471");
        row("a number from abroad", ChannelType::Sms, "Paris", "+33 6 12 34 56 78", "+33612345678");
        row("an address", ChannelType::Email, " The  shop ", "desk@shop.example", "desk@shop.example");
        row("no name", ChannelType::Email, "  ", "desk@shop.example", "", "channel.no_name 60");
        row("no address", ChannelType::Email, "Shop", "desk", "", "client.bad_email desk");
        row("no address at all", ChannelType::Email, "Shop", "", "", "client.bad_email ");
        row("no number", ChannelType::Telegram, "Shop", "ask her", "", "phone.not_a_number ask her");
        row("a digit short", ChannelType::WhatsApp, "Shop", "0803 555 447", "", "phone.wrong_length 0803 555 447");
        row("there already", ChannelType::WhatsApp, "Twice", "+234 803 555 9999", "",
            "channel.there_already Counter phone");
        row("the same number for another use", ChannelType::Sms, "Twice", "+234 803 555 9999", "+2348035559999");
    }
    void whatIsTypedIsRead()
    {
        QFETCH(int, type);
        QFETCH(QString, name);
        QFETCH(QString, sender);
        QFETCH(QString, stored);
        QFETCH(QString, refused);
        const auto added = await(m_shop->channels.add({ChannelType(type), name, sender}));
        QCOMPARE(refusal(added), refused);
        const auto all = m_shop->channels.all().value();
        QCOMPARE(all.size(), refused.isEmpty() ? 2U : 1U);
        if (!refused.isEmpty())
            return;
        QCOMPARE(all.back().sender, stored);
        QCOMPARE(all.back().name, name.simplified());
        QVERIFY(await(m_shop->channels.change(*added, {ChannelType(type), QStringLiteral("Other"), sender})));
        QCOMPARE(m_shop->channels.all()->back().name, QStringLiteral("Other"));
    }

    //! The file has the name of the keychain's entry; the secret is nowhere in it.
    void theSecretIsInTheKeychain()
    {
        WritingShop &shop = *m_shop;
        TestKeychain &keychain = TestKeychain::install();
        const QByteArray token("token-that-nobody-reads");
        auto done = shop.channels.setSecret(shop.phone, keychain, token);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
        const QString entry = credentialsName(shop.phone);
        QCOMPARE(shop.channels.all()->front().credentials, entry);
        QVERIFY(keychain.names().contains(entry));
        QCOMPARE(await(keychain.read(entry)).value(), std::optional(token));
        QFile file(shop.shop.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(token));
        QFile log(shop.shop.path() + QStringLiteral("-wal"));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(!log.readAll().contains(token));

        // Who may not manage the shop learns not even the name, and sets none.
        const auto member = shop.hire("member", "counter");
        ChannelService theirs(*member.session, *member.door);
        QCOMPARE(theirs.all()->front().credentials, QString());
        auto refused = theirs.setSecret(shop.phone, keychain, "other");
        QTRY_VERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().kind, ErrorKind::Forbidden);
        QCOMPARE(await(theirs.setActive(shop.phone, false)).error().kind, ErrorKind::Forbidden);
        QCOMPARE(await(keychain.read(entry)).value(), std::optional(token));

        auto gone = shop.channels.setSecret(shop.phone, keychain, {});
        QTRY_VERIFY(gone.isFinished());
        QVERIFY(gone.result());
        QCOMPARE(shop.channels.all()->front().credentials, QString());
    }

    void withoutAKeychainNothingIsWritten()
    {
        TestKeychain &keychain = TestKeychain::install();
        keychain.failWith(keychainLocked());
        auto done = m_shop->channels.setSecret(m_shop->phone, keychain, "token");
        QTRY_VERIFY(done.isFinished());
        QCOMPARE(refusal(done.result()), QStringLiteral("secrets.locked"));
        QCOMPARE(m_shop->channels.all()->front().credentials, QString());
    }

private:
    std::unique_ptr<WritingShop> m_shop;
};

QTEST_GUILESS_MAIN(TestChannelService)
#include "tst_channel_service.moc"
