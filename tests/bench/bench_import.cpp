// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// A book of 100,000 clients brought into a new shop: the file read, its columns guessed, every row written with its
// number, journal, search entry and place in the register, and the whole committed.
#include "core/access/privileged/first_start.h"
#include "core/changes/write_door.h"
#include "core/exchange/importer.h"
#include "core/storage/migrator.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_file.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int clients = 100'000;
constexpr double mostSeconds = 5; // 20,000 rows a second

QString writeBook(const QTemporaryDir &folder)
{
    QFile book(folder.filePath(QStringLiteral("clients.csv")));
    if (!book.open(QIODevice::WriteOnly))
        qFatal("no book: %s", qPrintable(book.errorString()));
    book.write("Name,Phone,Email,Address,City,Birthday,Notes\n");
    constexpr std::array first{"Amina", "Tunde", "Chidi", "Ngozi", "Fatima", "Yusuf", "Grace", "Samuel", "Blessing"};
    constexpr std::array last{"Okafor", "Bello", "Adeyemi", "Mohammed", "Eze", "Ogunleye", "Ibrahim", "Nwosu"};
    QRandomGenerator any(7);
    const auto one = [&](const auto &list) { return list[size_t(any.bounded(int(list.size())))]; };
    for (int i = 0; i < clients; ++i) {
        book.write(QByteArray(one(first)) + ' ' + one(last) + ' ' + char('A' + any.bounded(26)) +
                   QByteArray::number(i) + ",+23480" + QByteArray::number(any.bounded(10'000'000, 99'999'999)) + ",c" +
                   QByteArray::number(i) + "@example.com," + QByteArray::number(any.bounded(1, 300)) +
                   " Market Road,Lagos,19" + QByteArray::number(any.bounded(50, 99)) + "-0" +
                   QByteArray::number(any.bounded(1, 9)) + "-1" + QByteArray::number(any.bounded(0, 9)) +
                   (i % 3 ? ",likes slim fit\n" : ",\n"));
    }
    return book.fileName();
}

access::Principal openShop(const QString &path, const Clock &clock)
{
    valueOf(storage::Migrator(clock).create(path));
    access::NewOwner owner;
    owner.name = QStringLiteral("Amina Bello");
    owner.email = QStringLiteral("amina@example.org");
    owner.countryCode = QStringLiteral("NG");
    owner.passwordHash = "none";
    access::NewWorkspace shop;
    shop.name = QStringLiteral("Bello Tailoring");
    shop.countryCode = QStringLiteral("NG");
    shop.currency = QStringLiteral("NGN");
    return valueOf(access::makeFirstOwner(storage::OpenOptions{path}, owner, shop, DeviceId::make(clock),
                                          QStringLiteral("Counter"), clock));
}

void clientsBroughtIn(benchmark::State &state)
{
    const QTemporaryDir folder;
    const SystemClock clock;
    const QString book = writeBook(folder);
    Samples took;
    for (auto _ : state) {
        const QString path = folder.filePath(QStringLiteral("shop%1.thimblely").arg(took.count()));
        const access::Principal owner = openShop(path, clock);
        const auto session = valueOf(access::Session::open(path, owner));
        const auto door = valueOf(changes::WriteDoor::open(*session, clock, changes::WriteDoor::Durability::Import));
        ImportReport report;
        took.add(timed([&] { report = valueOf(Importer(*door).importFiles(ImportKind::Clients, {book})); }));
        if (report.created != clients)
            qFatal("%d clients came of %d", report.created, clients);
    }
    report({"100,000 clients of a table brought in", "s", took.median() / 1e6, 0, took.median() / 1e6, mostSeconds});
    report({"  rows a second", "", clients / took.median() * 1e6, 0, clients / took.median() * 1e6, 0});
}

BENCHMARK(clientsBroughtIn)->Iterations(3)->Unit(benchmark::kMillisecond);

} // namespace
