// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/doors/door.h"

#include "core/access/own_sql.h"
#include "core/access/policy.h"
#include "core/archive/archive_writer.h"
#include "core/changes/bin.h"
#include "core/changes/changed_rows.h"
#include "core/changes/draft_store.h"
#include "core/changes/history.h"
#include "core/clients/client_repository.h"
#include "core/conversations/conversation_repository.h"
#include "core/exchange/client_exporter.h"
#include "core/exchange/importer.h"
#include "core/exchange/measurement_exporter.h"
#include "core/exchange/table_exporter.h"
#include "core/feed/post_repository.h"
#include "core/finance/payment_repository.h"
#include "core/finance/payment_search.h"
#include "core/finance/till_repository.h"
#include "core/inventory/inventory_repository.h"
#include "core/invoices/invoice_repository.h"
#include "core/invoices/printed_papers.h"
#include "core/marketplace/product_repository.h"
#include "core/measurements/measurement_repository.h"
#include "core/orders/day_plan.h"
#include "core/orders/every_order.h"
#include "core/orders/measured_pieces.h"
#include "core/orders/old_page.h"
#include "core/orders/order_repository.h"
#include "core/orders/pattern_refs.h"
#include "core/orders/piece_notes.h"
#include "core/orders/work_measures.h"
#include "core/privacy/client_file.h"
#include "core/search/search_index.h"
#include "core/workspaces/settings.h"
#include "core/workspaces/tax_settings.h"

#include <QFile>

namespace thimblely::test {

namespace {

using A = Asking;

constexpr int all = 500;

privacy::ReadingTerms terms(A &a)
{
    return {QStringLiteral("shop"), QLocale::c(), ShopCalendar::make("UTC", QTime(0, 0)).value(), a.currency,
            Date::parse(u"2026-11-27").value()};
}

Answered import(A &a, ImportKind kind, const QString &name, const QByteArray &text)
{
    const QString path = a.folder + u'/' + name;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.close();
    auto report = Importer(a.door).importFiles(kind, {path});
    QFile::remove(path);
    return answered(std::move(report));
}

//! Everything that a list gives, page by page as one.
struct Listed {
    std::vector<orders::ListedOrder> rows;
};

const std::vector<Door> doors = {
    // Repositories
    {"conversation_repository",
     [](A &a) {
         return answered(
             conversations::ConversationRepository(a.reader()).page(conversations::ConversationFilter::All, {}, 50));
     }},
    {"conversation_repository",
     [](A &a) { return answered(conversations::ConversationRepository(a.reader()).of(a.rows.client())); }},
    {"conversation_repository",
     [](A &a) { return answered(conversations::ConversationRepository(a.reader()).thread(a.rows.client(), {}, 50)); }},
    {"post_repository",
     [](A &a) { return answered(feed::PostRepository(a.reader()).page(feed::PostList::Drafts, {}, 50)); }},
    {"post_repository",
     [](A &a) { return answered(feed::PostRepository(a.reader()).one(a.rows.of<feed::PostId>(Table::Feeds))); }},
    {"product_repository", [](A &a) { return answered(marketplace::ProductRepository(a.reader()).ours({}, 50)); }},
    {"product_repository",
     [](A &a) {
         return answered(marketplace::ProductRepository(a.reader())
                             .one(a.rows.of<marketplace::ListingId>(Table::MarketplaceProducts)));
     }},
    {"client_repository",
     [](A &a) { return answered(clients::page(a.reader(), ClientFilter::All, ClientSort::Name, std::nullopt, all)); }},
    {"client_repository", [](A &a) { return answered(clients::loadRow(a.reader(), a.rows.client())); }},
    {"client_repository", [](A &a) { return answered(clients::resolved(a.reader(), a.rows.client())); }},
    {"client_repository", [](A &a) { return answered(clients::summary(a.reader(), a.rows.client())); }},
    {"client_repository", [](A &a) { return answered(clients::recent(a.reader(), all)); }},
    {"payment_repository", [](A &a) { return answered(finance::PaymentRepository(a.reader()).toPay(a.rows.order())); }},
    {"payment_repository",
     [](A &a) { return answered(finance::PaymentRepository(a.reader()).ofOrder(a.rows.order())); }},
    {"payment_repository",
     [](A &a) { return answered(finance::PaymentRepository(a.reader()).credit(a.rows.client(), a.currency)); }},
    {"payment_repository",
     [](A &a) { return answered(finance::PaymentRepository(a.reader()).owing(a.rows.client(), a.currency)); }},
    {"till_repository",
     [](A &a) { return answered(finance::TillRepository(a.reader(), a.currency).event(a.rows.activity())); }},
    {"till_repository",
     [](A &a) {
         return answered(
             finance::TillRepository(a.reader(), a.currency).entries(std::numeric_limits<qint64>::max(), all));
     }},
    {"till_repository",
     [](A &a) { return answered(finance::TillRepository(a.reader(), a.currency).nameOf(a.rows.person())); }},
    {"inventory_repository",
     [](A &a) { return answered(inventory::InventoryRepository(a.reader(), a.currency).load(a.rows.item())); }},
    {"inventory_repository",
     [](A &a) { return answered(inventory::InventoryRepository(a.reader(), a.currency).search(a.typed, all)); }},
    {"invoice_repository",
     [](A &a) { return answered(invoices::InvoiceRepository(a.reader()).load(a.rows.invoice())); }},
    {"invoice_repository",
     [](A &a) { return answered(invoices::InvoiceRepository(a.reader()).buyer(a.rows.client())); }},
    {"invoice_repository",
     [](A &a) { return answered(invoices::InvoiceRepository(a.reader()).chainedBuyer(a.rows.invoice())); }},
    {"invoice_repository",
     [](A &a) { return answered(invoices::InvoiceRepository(a.reader()).salt(a.rows.invoice())); }},
    {"invoice_repository", [](A &a) { return answered(invoices::InvoiceRepository(a.reader()).shop()); }},
    {"invoice_repository",
     [](A &a) {
         return answered(
             invoices::InvoiceRepository(a.reader()).billing(a.rows.order(), invoices::InvoiceKind::Invoice));
     }},
    {"measurement_repository", [](A &a) { return answered(measurements::setsOf(a.reader(), a.rows.client(), all)); }},
    {"measurement_repository", [](A &a) { return answered(measurements::load(a.reader(), a.rows.measures())); }},
    {"measurement_repository", [](A &a) { return answered(measurements::templates(a.reader())); }},
    {"measurement_repository",
     [](A &a) { return answered(measurements::measurementTemplate(a.reader(), a.rows.garment())); }},
    {"order_repository", [](A &a) { return answered(orders::OrderRepository(a.reader()).load(a.rows.order())); }},
    {"order_repository",
     [](A &a) { return answered(orders::OrderRepository(a.reader()).pieces(a.rows.order(), a.currency)); }},
    {"order_repository", [](A &a) { return answered(orders::OrderRepository(a.reader()).rows({a.rows.order()})); }},
    {"order_repository", [](A &a) { return answered(orders::OrderRepository(a.reader()).openOrders({}, all)); }},
    {"order_repository", [](A &a) { return answered(orders::OrderRepository(a.reader()).parkedOrders({}, all)); }},

    // Search, history, undo list, bin, drafts
    {"SearchIndex::find",
     [](A &a) { return answered(search::SearchIndex::find(a.reader(), a.typed, search::everyKind, all)); }},
    {"SearchIndex::findSaid",
     [](A &a) {
         return answered(search::SearchIndex::findSaid(a.reader(), a.typed, QLocale::c(), search::everyKind, all));
     }},
    {"findPayments", [](A &a) { return answered(finance::findPayments(a.reader(), a.typed, QLocale::c(), all)); }},
    {"History::operations", [](A &a) { return answered(changes::History(a.session).operations({}, {}, all)); }},
    {"History::people", [](A &a) { return answered(changes::History(a.session).people()); }},
    {"History::numbersOf",
     [](A &a) {
         return answered(changes::History(a.session).numbersOf(Table::Clients, RowId(a.rows.client().bytes())));
     }},
    {"ChangedRows::ofRow",
     [](A &a) {
         return answered(changes::ChangedRows(a.reader()).ofRow(Table::Clients, RowId(a.rows.client().bytes())));
     }},
    {"ChangedRows::name",
     [](A &a) {
         return answered(changes::ChangedRows(a.reader()).name(Table::Orders, RowId(a.rows.order().bytes())));
     }},
    {"ChangedRows::of",
     [](A &a) {
         auto page = changes::History(a.session).operations({}, {}, all);
         if (!page)
             return answered(std::move(page));
         auto kept = std::make_shared<std::vector<Answered>>();
         for (const auto &operation : page.value().rows)
             kept->push_back(answered(changes::ChangedRows(a.reader()).of(operation.id, all)));
         return Answered{kept, std::nullopt};
     }},
    {"WriteDoor::newestUndoable", [](A &a) { return answered(a.door.newestUndoable()); }},
    {"Bin::page", [](A &a) { return answered(changes::Bin::page(a.session, {}, {}, all)); }},
    {"Bin::page", [](A &a) { return answered(changes::Bin::page(a.session, a.typed, {}, all)); }},
    {"DraftStore::all", [](A &a) { return answered(changes::DraftStore(a.reader(), a.clock).all()); }},
    {"DraftStore::ofOtherSeats",
     [](A &a) { return answered(changes::DraftStore(a.reader(), a.clock, 2).ofOtherSeats()); }},
    {"setting", [](A &a) { return answered(workspaces::setting(a.reader(), a.typed)); }},
    {"loadTax", [](A &a) { return answered(loadTax(a.reader())); }},

    // Lists and papers of the workroom
    {"readDayPlan", [](A &a) { return answered(orders::readDayPlan(a.session, a.clock.now())); }},
    {"workMeasures", [](A &a) { return answered(orders::workMeasures(a.reader(), a.rows.piece())); }},
    {"notesOf", [](A &a) { return answered(orders::notesOf(a.reader(), a.rows.piece())); }},
    {"pageOfOldBook", [](A &a) { return answered(orders::pageOfOldBook(a.session, a.rows.order())); }},
    {"lastPattern",
     [](A &a) { return answered(orders::lastPattern(a.session, a.rows.client(), QStringLiteral("trousers"))); }},
    {"piecesMeasuredFrom", [](A &a) { return answered(orders::piecesMeasuredFrom(a.session, {a.rows.measures()})); }},
    {"forEachOrder",
     [](A &a) {
         auto kept = std::make_shared<Listed>();
         const auto done = orders::forEachOrder(a.session, [&](const orders::ListedOrder &order) -> Result<void> {
             kept->rows.push_back(order);
             return {};
         });
         return Answered{kept, done ? std::nullopt : std::optional(done.error())};
     }},
    {"PrintedPapers::contains",
     [](A &a) {
         return answered(invoices::PrintedPapers(a.session, a.door)
                             .contains(invoices::PrintedKind::Invoice, a.rows.invoice().bytes()));
     }},

    // What is written out and read in
    {"exportClients, vCard",
     [](A &a) {
         ClientService service(a.session, a.door);
         return answered(exportClients(a.session, service, ClientFormat::VCard4, a.folder + QStringLiteral("/c.vcf")));
     }},
    {"exportClients, CSV",
     [](A &a) {
         ClientService service(a.session, a.door);
         return answered(exportClients(a.session, service, ClientFormat::Csv, a.folder + QStringLiteral("/c.csv")));
     }},
    {"exportMeasurements, CSV",
     [](A &a) {
         ClientService service(a.session, a.door);
         MeasurementService measures(a.session, a.door);
         return answered(exportMeasurements(a.session, service, measures, MeasurementFormat::Csv,
                                            a.folder + QStringLiteral("/m.csv")));
     }},
    {"exportMeasurements, SMIS",
     [](A &a) {
         ClientService service(a.session, a.door);
         MeasurementService measures(a.session, a.door);
         return answered(exportMeasurements(a.session, service, measures, MeasurementFormat::Smis,
                                            a.folder + QStringLiteral("/smis")));
     }},
    {"exportSmis",
     [](A &a) {
         ClientService service(a.session, a.door);
         MeasurementService measures(a.session, a.door);
         return answered(exportSmis(a.session, service, measures, a.rows.client(), a.folder));
     }},
    {"exportProducts",
     [](A &a) { return answered(exportProducts(a.session, a.door, a.folder + QStringLiteral("/p.csv"))); }},
    {"exportOrders", [](A &a) { return answered(exportOrders(a.session, a.folder + QStringLiteral("/o.csv"))); }},
    {"writeArchive",
     [](A &a) {
         return answered(
             archive::writeArchive(a.session.path(), a.session.principal(), a.folder + QStringLiteral("/everything")));
     }},
    {"everythingHeld",
     [](A &a) {
         return answered(privacy::everythingHeld(a.session.path(), a.session.principal(), a.rows.client(), terms(a)));
     }},
    {"clientNumbered",
     [](A &a) { return answered(privacy::clientNumbered(a.session.path(), a.session.principal(), a.typed)); }},
    {"Importer, clients",
     [](A &a) {
         return import(a, ImportKind::Clients, QStringLiteral("in.csv"),
                       "Name,Phone\nSomebody Else,+2348030000000\n" + a.typed.toUtf8() + ",0803 000 0000\n");
     }},
    {"Importer, measurements",
     [](A &a) {
         return import(a, ImportKind::Measurements, QStringLiteral("in.csv"),
                       "client,chest_circ\n" + a.typed.toUtf8() + ",91.2\n");
     }},
    {"Importer, products",
     [](A &a) {
         return import(a, ImportKind::Products, QStringLiteral("in.csv"),
                       "Name,SKU,Regular price\n" + a.typed.toUtf8() + "," + a.typed.toUtf8() + ",100\n");
     }},

    // Every view there is
    {"every view",
     [](A &a) {
         auto kept = std::make_shared<QByteArrayList>();
         auto connection = a.session.openConnection();
         if (!connection)
             return answered(std::move(connection));
         access::OwnSql own(*connection.value());
         QByteArrayList names;
         for (const storage::TableFacts &facts : storage::catalogue()) {
             names.append(facts.name);
             for (const access::Rule *rule : access::rulesOf(facts.table, access::Action::Read)) {
                 if (rule->view)
                     names.append(rule->view);
             }
         }
         for (const access::ColumnGroup &group : access::columnGroups()) {
             if (group.view)
                 names.append(group.view);
         }
         for (const access::ExtraView &extra : access::extraViews())
             names.append(extra.name);
         for (const QByteArray &name : names) {
             (void)own.run(
                 "SELECT * FROM " + name, [](const auto &) {},
                 [&](const std::vector<access::SqlValue> &values) {
                     for (const access::SqlValue &value : values) {
                         if (const auto *text = std::get_if<QByteArray>(&value))
                             kept->append(*text);
                         else if (const auto *blob = std::get_if<access::SqlBytes>(&value))
                             kept->append(blob->bytes);
                     }
                     return true;
                 });
         }
         return Answered{kept, std::nullopt};
     }},
};

} // namespace

std::span<const Door> otherDoors()
{
    return doors;
}

} // namespace thimblely::test
