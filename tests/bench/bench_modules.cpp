// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
// The screens over years of a shop: a month of a calendar of 100,000 appointments, reports and pages of a ledger of
// 1,000,000 rows, a board of 2,000 pieces in work. What is read here is read beside the window's thread there.
#include "core/access/privileged/first_start.h"
#include "core/calendar/calendar_service.h"
#include "core/changes/write_door.h"
#include "core/finance/books_service.h"
#include "core/finance/reports.h"
#include "core/orders/order_service.h"
#include "core/storage/connection.h"
#include "core/storage/migrator.h"
#include "core/storage/transaction.h"
#include "core/workroom/workroom_service.h"
#include "tests/bench/comparison.h"
#include "tests/bench/filled_file.h"

#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace thimblely;
using namespace thimblely::bench;

constexpr int events = 100'000;
constexpr int transactions = 1'000'000;
constexpr int pieces = 2'000;
constexpr int perOrder = 4;

//! The ten years up to now, evenly; as the program writes them, but without its triggers.
QByteArray rowsOf(qint64 now)
{
    constexpr qint64 years = 10LL * 365 * 24 * 3600 * 1000;
    return QStringLiteral(R"(
    INSERT INTO main.events (id, user_id, workspace_id, title, event_type, start_at, end_at, time_zone, created_at,
                             updated_at)
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %1 - 1)
    SELECT randomblob(16), p.id, w.id, 'Appointment ' || i, iif(i % 3, 'fitting', 'meeting'), %3 + i * %4,
           %3 + i * %4 + 1800000, 'Africa/Lagos', %3, %3
      FROM n, workspaces AS w, profiles AS p;
    INSERT INTO main.transactions (id, workspace_id, transaction_type, category, amount_minor, currency, payment_method,
                                   confirmed_at, date, occurred_at, description, created_at, updated_at)
      WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %2 - 1)
    SELECT randomblob(16), w.id, iif(i % 4, 'income', 'expense'), iif(i % 4, 'order', 'category ' || (i % 40)),
           1000 + i % 90000, 'NGN', CASE i % 3 WHEN 0 THEN 'cash' WHEN 1 THEN 'card' ELSE 'transfer' END, %3,
           date((%3 + i * %5) / 1000, 'unixepoch'), %3 + i * %5, 'Entry ' || i, %3, %3
      FROM n, workspaces AS w;)")
        .arg(events)
        .arg(transactions)
        .arg(now - years)
        .arg(years / events)
        .arg(years / transactions)
        .toLatin1();
}

class YearsShop {
public:
    static YearsShop &instance()
    {
        static YearsShop shop;
        return shop;
    }
    access::Session &session() { return *m_session; }
    changes::WriteDoor &door() { return *m_door; }
    const Clock &clock() const { return m_clock; }

private:
    YearsShop() : m_path(m_folder.filePath(QStringLiteral("years.thimblely")))
    {
        std::fprintf(stderr, "filling a file with %d appointments, %d entries and %d pieces\n", events, transactions,
                     pieces);
        valueOf(storage::Migrator(m_clock).create(m_path));
        access::NewOwner owner;
        owner.name = QStringLiteral("Amina Bello");
        owner.loginName = QStringLiteral("amina");
        owner.countryCode = QStringLiteral("NG");
        owner.passwordHash = "none";
        access::NewWorkspace shop;
        shop.name = QStringLiteral("Bello Tailoring");
        shop.countryCode = QStringLiteral("NG");
        shop.currency = QStringLiteral("NGN");
        const access::Principal principal = valueOf(access::makeFirstOwner(
            storage::OpenOptions{m_path}, owner, shop, DeviceId::make(m_clock), QStringLiteral("Counter"), m_clock));
        fill();
        m_session = valueOf(access::Session::open(m_path, principal));
        m_door = valueOf(changes::WriteDoor::open(*m_session, m_clock));
        book();
    }

    void fill()
    {
        storage::OpenOptions options;
        options.path = m_path;
        options.durability = storage::OpenOptions::Durability::Import;
        {
            const auto connection = valueOf(storage::Connection::open(options));
            auto transaction = valueOf(storage::WriteTransaction::begin(*connection));
            dropTriggers(*connection);
            require(connection->executeScript(rowsOf(m_clock.now().msecs())));
            require(connection->executeScript("INSERT INTO sys_daily_totals SELECT * FROM sys_figure_daily_totals"));
            require(connection->executeScript("DELETE FROM sys_meta WHERE key = 'triggers'"));
            require(transaction.commit());
        }
        valueOf(storage::Migrator(m_clock).upgrade(m_path));
    }
    static void dropTriggers(storage::Connection &connection)
    {
        QByteArray script;
        {
            auto names = valueOf(connection.query("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
            while (valueOf(names->step()))
                script += "DROP TRIGGER " + names->utf8(0) + ';';
        }
        require(connection.executeScript(script));
    }
    void book()
    {
        orders::OrderService service(*m_session, *m_door);
        for (int i = 0; i < pieces / perOrder; ++i) {
            orders::OrderDraft draft;
            draft.whoTyped = QStringLiteral("Client %1").arg(i);
            for (int each = 0; each < perOrder; ++each) {
                orders::PieceDraft &piece = draft.pieces.emplace_back();
                piece.name = QStringLiteral("Jacket");
                piece.garmentType = QStringLiteral("jacket");
                piece.unitPrice = Money(100'000, valueOf(Currency::parse(QStringLiteral("NGN"))));
            }
            valueOf(changes::await(service.book(draft)));
        }
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QString m_path;
    std::unique_ptr<access::Session> m_session;
    std::unique_ptr<changes::WriteDoor> m_door;
};

//! Of the month of now; a window has the weeks before and after it, too.
void monthOfTheCalendar(benchmark::State &state)
{
    YearsShop &shop = YearsShop::instance();
    const Instant now = shop.clock().now();
    const QDate day = QDateTime::fromMSecsSinceEpoch(now.msecs(), Qt::UTC).date();
    const Date from = valueOf(Date::fromQDate(QDate(day.year(), day.month(), 1).addDays(-6)));
    const Date to = from.plusDays(41);
    measure(state, "a month among 100,000 appointments", {{50, 0}}, [&] {
        const auto window = valueOf(calendar::CalendarService(shop.session()).window(from, to, now));
        if (window.occurrences.size() < 300)
            qFatal("a month of %zu appointments", window.occurrences.size());
    });
}
BENCHMARK(monthOfTheCalendar)->Iterations(30)->Unit(benchmark::kMicrosecond);

finance::Month monthNow()
{
    const QDate day = QDateTime::currentDateTimeUtc().date();
    return {day.year(), day.month()};
}

//! What the overview asks for at once: a year by month, and the month by category.
void reportsOfTheBooks(benchmark::State &state)
{
    YearsShop &shop = YearsShop::instance();
    const finance::Month month = monthNow();
    measure(state, "overview of 1,000,000 entries, from day totals", {{50, 300'000}}, [&] {
        valueOf(finance::Reports::months(shop.session(), month, 12));
        valueOf(finance::Reports::categories(shop.session(), month.plus(-12).first(), month.last()));
    });
}
BENCHMARK(reportsOfTheBooks)->Iterations(30)->Unit(benchmark::kMicrosecond);

//! By row, of all ten years: what no total of a day can say.
void taxOfTheBooks(benchmark::State &state)
{
    YearsShop &shop = YearsShop::instance();
    const finance::Month month = monthNow();
    measure(state, "tax of ten years of 1,000,000 entries, by row", {{50, 1'000'000}}, [&] {
        valueOf(
            finance::Reports::taxes(shop.session(), month.plus(-120).first(), month.last(), finance::TaxBasis::Cash));
    });
}
BENCHMARK(taxOfTheBooks)->Iterations(3)->Unit(benchmark::kMicrosecond);

void pageOfTheBooks(benchmark::State &state)
{
    YearsShop &shop = YearsShop::instance();
    measure(state, "first page of 1,000,000 entries", {{50, 16'000}},
            [&] { valueOf(finance::BooksService::page(shop.session(), {}, {}, 50)); });
}
BENCHMARK(pageOfTheBooks)->Iterations(30)->Unit(benchmark::kMicrosecond);

//! The rarest category: the most rows are passed over.
void filteredPageOfTheBooks(benchmark::State &state)
{
    YearsShop &shop = YearsShop::instance();
    finance::BookFilter filter;
    filter.category = QStringLiteral("category 36");
    measure(state, "page of one category in 40 of 1,000,000 entries", {{50, 1'000'000}},
            [&] { valueOf(finance::BooksService::page(shop.session(), filter, {}, 50)); });
}
BENCHMARK(filteredPageOfTheBooks)->Iterations(5)->Unit(benchmark::kMicrosecond);

void boardOfTheWorkroom(benchmark::State &state)
{
    YearsShop &shop = YearsShop::instance();
    const workroom::WorkroomService room(shop.session(), shop.door());
    measure(state, "board of 2,000 pieces", {{50, 0}}, [&] { valueOf(room.board({}, 50)); });
}
BENCHMARK(boardOfTheWorkroom)->Iterations(20)->Unit(benchmark::kMicrosecond);

} // namespace
