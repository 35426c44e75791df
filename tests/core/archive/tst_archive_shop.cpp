// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/access/privileged/principal_store.h"
#include "core/archive/archive_reader.h"
#include "core/archive/schema_file.h"
#include "core/changes/media_folder.h"
#include "core/changes/media_register.h"
#include "core/changes/number_series.h"
#include "core/search/search_index.h"
#include "core/search/searched_rows.h"
#include "tests/core/archive/folders.h"
#include "tests/support/small_shop.h"

#include <QTest>

using namespace thimblely;
using namespace thimblely::archive;
using changes::NumberSeries;
using changes::SeriesKind;

//! What a shop has beside its rows goes along: history, numbers, search, pictures and papers.
class TestArchiveShop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<test::SmallShop>();
        m_there = std::make_unique<QTemporaryDir>();
    }

    void strangeTextComesThrough()
    {
        const QString strange = QStringLiteral("A\u2028B\u0085 \U0001F9F5 \u0627\u0644 \"x\" \\ \n\t") + QChar(1);
        const ClientId client = addClient(strange);
        take();
        QCOMPARE(textOf(client), strange);
    }

    void historyGoesAlongAndCanBeTakenBack()
    {
        const ClientId client = addClient(QStringLiteral("Ngozi"));
        rename(client, QStringLiteral("Ngozi Obi"));
        take();
        QCOMPARE(textOf(client), QStringLiteral("Ngozi Obi"));
        const auto door = changes::WriteDoor::open(*m_session, m_shop->clock).value();
        QVERIFY(changes::await(door->undo()).ok());
        QCOMPARE(textOf(client), QStringLiteral("Ngozi"));
    }

    void theSearchIsMadeAnew()
    {
        const ClientId client = addClient(QStringLiteral("Ngozi Adeyemi"));
        take();
        const auto hits =
            search::SearchIndex::find(m_session->reader(), QStringLiteral("adey"), search::everyKind, 5).value();
        QCOMPARE(hits.size(), size_t(1));
        QCOMPARE(hits.front().row, client.bytes());
    }

    void noNumberComesTwice()
    {
        QStringList given{number(*m_shop->door), number(*m_shop->door)};
        take();
        const auto door = changes::WriteDoor::open(*m_session, m_shop->clock).value();
        given += number(*door);
        given += number(*m_shop->door);
        QVERIFY2(given.removeDuplicates() == 0, qPrintable(given.join(u' ')));
    }

    void picturesAndPapersGoAlong()
    {
        const QByteArray kept = addPicture("a torn lining");
        const QByteArray lost = addPicture("shine on seat");
        QVERIFY(changes::MediaFolder(m_shop->path()).remove(lost).ok());
        QVERIFY(test::writeBytes(m_shop->dir.filePath(QStringLiteral("papers/claim-1042.pdf")), "%PDF-1"));
        const ArchiveMade made = take();
        QCOMPARE(made.pictures, 1);
        QCOMPARE(made.missingPictures, 1);
        QCOMPARE(made.papers, 1);
        QCOMPARE(m_in.pictures, 1);
        QCOMPARE(m_in.missingPictures, 1);
        QCOMPARE(m_in.papers, 1);
        QCOMPARE(changes::MediaFolder(m_file).get(kept).value(), QByteArray("a torn lining"));
        QCOMPARE(test::bytesOf(m_there->filePath(QStringLiteral("papers/claim-1042.pdf"))), QByteArray("%PDF-1"));
        // A picture that was changed on its way is not let in.
        const QString name = QString::fromLatin1(kept.toHex());
        QVERIFY(test::writeBytes(m_out + QStringLiteral("/media/") + name.first(2) + u'/' + name, "other"));
        const auto changed = readArchive(m_out, m_there->filePath(QStringLiteral("b.thimble")),
                                         QStringLiteral("chalk and thread"), m_shop->clock);
        QCOMPARE(changed.error().code, QByteArray("archive.file_changed"));
    }

    void papersOfSeveralShopsStay()
    {
        QVERIFY(test::writeBytes(m_shop->dir.filePath(QStringLiteral("papers/claim-1042.pdf")), "%PDF-1"));
        m_shop->otherWorkspace(QStringLiteral("Second"));
        const ArchiveMade made = take();
        QVERIFY(made.papersLeftOut);
        QCOMPARE(made.papers, 0);
    }

private:
    ClientId addClient(const QString &name)
    {
        const ClientId id = ClientId::make(m_shop->clock);
        run([&](changes::WriteContext &context) -> Result<void> {
            TRY(context.rows().insert(storage::Table::Clients, id, {{"name", name}}));
            return search::refreshClient(context, id);
        });
        return id;
    }
    void rename(ClientId id, const QString &name)
    {
        run([&](changes::WriteContext &context) {
            return context.rows().update(storage::Table::Clients, id, {{"name", name}});
        });
    }
    QByteArray addPicture(const QByteArray &bytes)
    {
        const QByteArray sha256 = changes::MediaFolder(m_shop->path()).put(bytes).value();
        run([&](changes::WriteContext &context) -> Result<void> {
            TRY(changes::MediaRegister::add(context, {sha256, "image/png", bytes.size(), "thumb"}));
            return context.rows().insert(
                storage::Table::Clients, ClientId::make(m_shop->clock),
                {{"name", "With picture"}, {"avatar_media", access::FieldValue(access::BlobValue{sha256})}});
        });
        return sha256;
    }
    void run(const std::function<Result<void>(changes::WriteContext &)> &body)
    {
        const auto done = changes::await(m_shop->door->write<void>({"test"}, body));
        QVERIFY2(done.ok(), done ? "" : qPrintable(describe(done.error())));
    }
    QString number(changes::WriteDoor &door)
    {
        const auto taken =
            changes::await(door.write<QString>({"test.take"}, [&](changes::WriteContext &context) -> Result<QString> {
                TRY_ASSIGN(const auto next,
                           NumberSeries::take(context, SeriesKind::Invoice, Date::parse(u"2026-11-25").value()));
                const ClientId client = ClientId::make(m_shop->clock);
                TRY(context.rows().insert(storage::Table::Clients, client, {{"name", next.text}}));
                return next.text;
            }));
        if (!taken)
            qFatal("%s", qPrintable(describe(taken.error())));
        return *taken;
    }
    //! Out, in elsewhere, and out again the same; opens what came of it.
    ArchiveMade take()
    {
        m_out = m_shop->dir.filePath(QStringLiteral("out"));
        m_file = m_there->filePath(QString::number(++m_count) + QStringLiteral(".thimble"));
        const auto made = writeArchive(m_shop->path(), m_shop->principal, m_out);
        if (!made)
            qFatal("%s", qPrintable(describe(made.error())));
        const auto in = readArchive(m_out, m_file, QStringLiteral("chalk and thread"), m_shop->clock);
        if (!in)
            qFatal("%s", qPrintable(describe(in.error())));
        m_in = *in;
        const auto store = access::PrincipalStore::open(storage::OpenOptions{m_file}).value();
        const auto who =
            store->load(m_shop->principal.person, m_shop->principal.workspace, store->device().value().value());
        m_session = access::Session::open(m_file, who.value()).value();
        const QString again = m_shop->dir.filePath(QStringLiteral("again"));
        if (!writeArchive(m_file, who.value(), again))
            qFatal("not out again");
        if (made->missingPictures == 0 && test::differences(m_out, again) != QStringList())
            qFatal("differs: %s", qPrintable(test::differences(m_out, again).join(u' ')));
        return *made;
    }
    QString textOf(ClientId client)
    {
        auto query = m_session->reader().query("SELECT name FROM clients WHERE id = ?").value();
        query->bind(client);
        return query->step().value() ? query->text(0) : QString();
    }

    std::unique_ptr<test::SmallShop> m_shop;
    std::unique_ptr<QTemporaryDir> m_there;
    QString m_out;
    QString m_file;
    int m_count = 0;
    ArchiveBroughtIn m_in;
    std::unique_ptr<access::Session> m_session;
};

QTEST_GUILESS_MAIN(TestArchiveShop)
#include "tst_archive_shop.moc"
