// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/verification_log_service.h"

#include "tests/core/accounts/people_of_file.h"
#include "tests/support/keychain/test_keychain.h"

using namespace thimblely;
using namespace thimblely::test;
using access::AddressKind;

//! The codes that were sent to somebody: their own, the newest first, without the address in full.
class TestVerificationLogService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        TestKeychain::install();
        m_shop = std::make_unique<SmallShop>();
        m_people = std::make_unique<PeopleOfFile>(*m_shop);
    }
    void cleanup()
    {
        m_people.reset();
        m_shop.reset();
    }

    void addressesAreMasked_data()
    {
        QTest::addColumn<bool>("phone");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("masked");
        QTest::newRow("mail") << false << "amina@shop.example"
                              << "a…a@shop.example";
        QTest::newRow("short name") << false << "ab@shop.example"
                                    << "…@shop.example";
        QTest::newRow("no mail at all") << false << "amina"
                                        << "…";
        QTest::newRow("abroad") << true << "+234 803 555 4471"
                                << "+234 … 71";
        QTest::newRow("at home") << true << "0803 555 4471"
                                 << " … 71";
        QTest::newRow("short") << true << "4471"
                               << "…71";
    }
    void addressesAreMasked()
    {
        QFETCH(const bool, phone);
        QFETCH(const QString, address);
        QTEST(maskedAddress(phone ? AddressKind::Phone : AddressKind::Email, address), "masked");
    }

    void onesOwnByPages()
    {
        const PersonId tunde = m_people->add("Tunde Ade");
        for (int i = 0; i < 7; ++i)
            add(m_shop->principal.person, i, i == 6 ? "verified" : "failed");
        add(tunde, 99, "sent");
        VerificationLogService service(*m_shop->session);
        const auto all = service.page().value();
        QCOMPARE(all.size(), size_t(7));
        QCOMPARE(all[0].status, VerificationStatus::Verified);
        QCOMPARE(all[0].sentTo, QStringLiteral("a…a@shop.example"));
        QCOMPARE(all[0].sentAt, std::optional(Instant(7)));
        QCOMPARE(all[1].status, VerificationStatus::Failed);
        std::vector<RowId> met;
        std::optional<VerificationPlace> after;
        for (;;) {
            const auto page = service.page(after, 3).value();
            for (const VerificationEntry &entry : page)
                met.push_back(entry.id);
            if (page.size() < 3)
                break;
            after = VerificationPlace{*page.back().sentAt, page.back().id};
        }
        QCOMPARE(met.size(), size_t(7));
        for (size_t i = 0; i < met.size(); ++i)
            QCOMPARE(met[i], all[i].id);
    }

private:
    void add(PersonId person, int at, const QByteArray &status)
    {
        const QByteArray when = QByteArray::number(at + 1);
        m_people->run("INSERT INTO verification_logs (id, user_id, verification_type, status, sent_to, sent_at,"
                      " created_at, updated_at) VALUES (randomblob(16), " +
                      PeopleOfFile::hex(person) + ", 'email', '" + status + "', 'amina@shop.example', " + when + ", " +
                      when + ", " + when + ")");
    }

    std::unique_ptr<SmallShop> m_shop;
    std::unique_ptr<PeopleOfFile> m_people;
};

QTEST_GUILESS_MAIN(TestVerificationLogService)
#include "tst_verification_log_service.moc"
