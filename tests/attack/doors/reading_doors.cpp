// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/doors/door.h"

#include "core/accounts/sign_in_service.h"
#include "core/calendar/calendar_service.h"
#include "core/calendar/reminder_service.h"
#include "core/clients/client_log.h"
#include "core/clients/client_merge_service.h"
#include "core/clients/client_service.h"
#include "core/conversations/batch_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/conversation_service.h"
#include "core/conversations/message_template_service.h"
#include "core/conversations/message_words.h"
#include "core/feed/comment_service.h"
#include "core/feed/feed_service.h"
#include "core/finance/account_service.h"
#include "core/finance/books_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/plan_service.h"
#include "core/finance/till_service.h"
#include "core/finance/wage_service.h"
#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_codes.h"
#include "core/inventory/stock_service.h"
#include "core/invoices/cancel_service.h"
#include "core/invoices/correction_service.h"
#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_list.h"
#include "core/invoices/invoice_service.h"
#include "core/invoices/refund_service.h"
#include "core/marketplace/product_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "core/notebook/notebook_service.h"
#include "core/notifications/notification_service.h"
#include "core/orders/attempt_service.h"
#include "core/orders/cloth_use.h"
#include "core/orders/order_service.h"
#include "core/orders/party_service.h"
#include "core/orders/promise_service.h"
#include "core/orders/rack_service.h"
#include "core/orders/redo_service.h"
#include "core/orders/repeat_service.h"
#include "core/privacy/erasure_service.h"
#include "core/workroom/workroom_service.h"
#include "core/workspaces/hours_service.h"
#include "core/workspaces/shop_places.h"
#include "core/workspaces/workspace_service.h"

namespace thimblely::test {

namespace {

using A = Asking;

feed::PostId postOf(A &a)
{
    return a.rows.of<feed::PostId>(Table::Feeds);
}

marketplace::ListingId productOf(A &a)
{
    return a.rows.of<marketplace::ListingId>(Table::MarketplaceProducts);
}

template <typename Service>
Service the(A &a)
{
    if constexpr (std::is_constructible_v<Service, access::Session &, changes::WriteDoor &>)
        return Service(a.session, a.door);
    else if constexpr (std::is_constructible_v<Service, access::Session &>)
        return Service(a.session);
    else
        return Service(a.door);
}

constexpr int all = 500;

ClientDraft typedClient(A &a)
{
    ClientDraft draft;
    draft.name = a.typed;
    draft.email = a.typed + QStringLiteral("@example.org");
    draft.payer = a.rows.client();
    return draft;
}

orders::OrderDraft typedOrder(A &a)
{
    orders::OrderDraft draft;
    draft.client = a.rows.client();
    orders::PieceDraft piece;
    piece.name = a.typed;
    piece.garmentType = QStringLiteral("trousers");
    piece.wearer = a.rows.client();
    piece.unitPrice = a.money(100);
    piece.inventoryItem = a.rows.item();
    piece.shopCloth = Quantity::whole(1);
    piece.measurementSet = a.rows.measures();
    draft.pieces = {piece};
    return draft;
}

//! A page that begins after such a piece.
workroom::WorkKey workKey(A &a)
{
    return {Date::parse(u"2000-01-01").value(), std::nullopt, a.rows.order(), 0, a.rows.piece()};
}

const std::vector<Door> doors = {
    {"ClientService::page",
     [](A &a) {
         return answered(the<ClientService>(a).page(ClientFilter::All, ClientSort::Name, std::nullopt, all));
     }},
    {"ClientService::page",
     [](A &a) {
         return answered(the<ClientService>(a).page(ClientFilter::Owing, ClientSort::Newest, std::nullopt, all));
     }},
    {"ClientService::count", [](A &a) { return answered(the<ClientService>(a).count(ClientFilter::All)); }},
    {"ClientService::load", [](A &a) { return answered(the<ClientService>(a).load(a.rows.client())); }},
    {"ClientService::summaries", [](A &a) { return answered(the<ClientService>(a).summaries({a.rows.client()})); }},
    {"ClientService::search", [](A &a) { return answered(the<ClientService>(a).search(a.typed, all)); }},
    {"ClientService::recent", [](A &a) { return answered(the<ClientService>(a).recent(all)); }},
    {"ClientService::family", [](A &a) { return answered(the<ClientService>(a).family(a.rows.client())); }},
    {"ClientService::duplicates",
     [](A &a) { return answered(the<ClientService>(a).duplicates(typedClient(a), a.rows.client())); }},
    {"ClientLogService::page",
     [](A &a) { return answered(the<ClientLogService>(a).page(a.rows.client(), std::nullopt, all)); }},
    {"ClientMergeService::preview",
     [](A &a) { return answered(the<ClientMergeService>(a).preview(a.rows.client(), a.rows.client())); }},
    {"ClientMergeService::formerCards",
     [](A &a) { return answered(the<ClientMergeService>(a).formerCards(a.rows.client())); }},

    {"SignInService::approvers",
     [](A &a) {
         return answered(SignInService(a.session.path(), a.clock)
                             .approvers(a.session.principal().workspace, {access::Capability::OrdersRefund}));
     }},

    {"CalendarService::fittings",
     [](A &a) { return answered(the<calendar::CalendarService>(a).fittings(Date::parse(u"1970-01-01").value())); }},
    {"CalendarService::ofOrder",
     [](A &a) { return answered(the<calendar::CalendarService>(a).ofOrder(a.rows.order())); }},
    {"CalendarService::window",
     [](A &a) {
         return answered(the<calendar::CalendarService>(a).window(Date::parse(u"1970-01-01").value(),
                                                                  Date::parse(u"1970-12-31").value(), a.clock.now()));
     }},
    {"CalendarService::load",
     [](A &a) { return answered(the<calendar::CalendarService>(a).load({a.rows.of<EventId>(Table::Events)})); }},
    {"CalendarService::clashes",
     [](A &a) {
         calendar::EventDraft draft;
         draft.client = a.rows.client();
         draft.staff = a.rows.person();
         draft.endsAt = Instant(86'400'000);
         return answered(the<calendar::CalendarService>(a).clashes(draft, std::nullopt, a.clock.now()));
     }},
    {"NotificationService::unread", [](A &a) { return answered(the<NotificationService>(a).unread()); }},
    {"NotificationService::page",
     [](A &a) {
         const NotificationPlace after{a.clock.now(), a.rows.of<RowId>(Table::Notifications)};
         return answered(the<NotificationService>(a).page(NotificationFilter::All, after, all));
     }},
    {"NotificationService::switches", [](A &a) { return answered(the<NotificationService>(a).switches()); }},
    {"NotificationService::isSettled",
     [](A &a) {
         auto found = readNotificationCauses(a.session, a.door, BackupFacts{});
         return found ? answered(the<NotificationService>(a).isSettled(*found)) : answered(std::move(found));
     }},
    {"readNotificationCauses", [](A &a) { return answered(readNotificationCauses(a.session, a.door, BackupFacts{})); }},
    {"ReminderService::open", [](A &a) { return answered(the<calendar::ReminderService>(a).open()); }},
    {"ReminderService::anyDue", [](A &a) { return answered(the<calendar::ReminderService>(a).anyDue()); }},

    {"FeedService::page", [](A &a) { return answered(feed::FeedService::page(a.session, feed::PostList::Shop, {}, 50)); }},
    {"FeedService::one",
     [](A &a) { return answered(the<feed::FeedService>(a).one(postOf(a))); }},
    {"FeedService::finished", [](A &a) { return answered(the<feed::FeedService>(a).finished(a.typed)); }},
    {"CommentService::thread",
     [](A &a) {
         return answered(feed::CommentService::thread(a.session, postOf(a)));
     }},

    {"ProductService::offered",
     [](A &a) { return answered(marketplace::ProductService::offered(a.session, {.words = a.typed}, {}, 50)); }},
    {"ProductService::ours", [](A &a) { return answered(marketplace::ProductService::ours(a.session, {}, 50)); }},
    {"ProductService::categories",
     [](A &a) { return answered(marketplace::ProductService::categories(a.session)); }},
    {"ProductService::reviews",
     [](A &a) {
         return answered(marketplace::ProductService::reviews(
             a.session, productOf(a)));
     }},
    {"ProductService::one",
     [](A &a) {
         return answered(the<marketplace::ProductService>(a).one(
             productOf(a)));
     }},

    {"AccountService::of", [](A &a) { return answered(the<finance::AccountService>(a).of(a.rows.client())); }},
    {"AccountService::owing", [](A &a) { return answered(the<finance::AccountService>(a).owing(a.rows.client())); }},
    {"AccountService::overpaid",
     [](A &a) { return answered(the<finance::AccountService>(a).overpaid(a.rows.client())); }},
    {"PaymentService::ofOrder", [](A &a) { return answered(the<finance::PaymentService>(a).ofOrder(a.rows.order())); }},
    {"PaymentService::balance", [](A &a) { return answered(the<finance::PaymentService>(a).balance(a.rows.order())); }},
    {"PaymentService::ofCredit",
     [](A &a) { return answered(the<finance::PaymentService>(a).ofCredit(a.rows.payment())); }},
    {"PaymentService::find",
     [](A &a) { return answered(the<finance::PaymentService>(a).find(a.typed, QLocale::c(), all)); }},
    {"TillService::state", [](A &a) { return answered(the<finance::TillService>(a).state()); }},
    {"TillService::leftTills", [](A &a) { return answered(the<finance::TillService>(a).leftTills()); }},
    {"TillService::entries", [](A &a) { return answered(the<finance::TillService>(a).entries()); }},
    {"TillService::sums", [](A &a) { return answered(the<finance::TillService>(a).sums()); }},
    {"TillService::dayPage", [](A &a) { return answered(the<finance::TillService>(a).dayPage(a.rows.activity())); }},
    {"TillService::dayPages", [](A &a) { return answered(the<finance::TillService>(a).dayPages()); }},
    {"WageService::owed", [](A &a) { return answered(the<finance::WageService>(a).owed(a.rows.member())); }},

    {"WageService::sheet",
     [](A &a) {
         return answered(finance::WageService::sheet(a.session, a.rows.member(), Date::parse(u"1970-01-01").value(),
                                                     Date::parse(u"2999-12-31").value()));
     }},
    {"WageService::standings",
     [](A &a) {
         return answered(finance::WageService::standings(a.session, Date::parse(u"1970-01-01").value(),
                                                         Date::parse(u"2999-12-31").value()));
     }},
    {"BooksService::page", [](A &a) { return answered(finance::BooksService::page(a.session, {}, {}, all)); }},
    {"BooksService::page",
     [](A &a) {
         return answered(finance::BooksService::page(a.session, {.member = a.rows.member()}, {}, all));
     }},
    {"BooksService::categories", [](A &a) { return answered(the<finance::BooksService>(a).categories()); }},
    {"BooksService::closedUntil", [](A &a) { return answered(the<finance::BooksService>(a).closedUntil()); }},
    {"PlanService::goals",
     [](A &a) { return answered(finance::PlanService::goals(a.session, Date::parse(u"2026-11-25").value())); }},
    {"PlanService::goal",
     [](A &a) {
         return answered(the<finance::PlanService>(a).goal(a.rows.of<finance::GoalId>(Table::FinancialGoals)));
     }},
    {"PlanService::splits", [](A &a) { return answered(the<finance::PlanService>(a).splits()); }},
    {"PlanService::partsOf", [](A &a) { return answered(the<finance::PlanService>(a).partsOf(a.money(100))); }},

    {"InventoryService::terms", [](A &a) { return answered(the<inventory::InventoryService>(a).terms()); }},
    {"InventoryService::load", [](A &a) { return answered(the<inventory::InventoryService>(a).load(a.rows.item())); }},
    {"InventoryService::page",
     [](A &a) { return answered(the<inventory::InventoryService>(a).page(std::nullopt, {}, all)); }},
    {"InventoryService::search",
     [](A &a) { return answered(the<inventory::InventoryService>(a).search(a.typed, all)); }},
    {"InventoryService::byCode", [](A &a) { return answered(the<inventory::InventoryService>(a).byCode(a.typed)); }},
    {"InventoryService::lowStock", [](A &a) { return answered(the<inventory::InventoryService>(a).lowStock(all)); }},
    {"InventoryService::movements",
     [](A &a) { return answered(the<inventory::InventoryService>(a).movements(a.rows.item())); }},
    {"StockService::row", [](A &a) { return answered(the<inventory::StockService>(a).row(a.rows.item())); }},
    {"StockService::low", [](A &a) { return answered(the<inventory::StockService>(a).low({}, all)); }},
    {"StockService::totals",
     [](A &a) { return answered(the<inventory::StockService>(a).totals(inventory::ItemKind::FabricRoll)); }},
    {"StockService::shelves", [](A &a) { return answered(the<inventory::StockService>(a).shelves()); }},
    {"StockService::onShelf", [](A &a) { return answered(the<inventory::StockService>(a).onShelf({})); }},
    {"StockService::purchases", [](A &a) { return answered(the<inventory::StockService>(a).purchases()); }},
    {"StockService::byLabel",
     [](A &a) {
         return answered(the<inventory::StockService>(a).byLabel(inventory::labelCode(a.rows.item(), {}, {})));
     }},
    {"StockService::shelfByLabel",
     [](A &a) { return answered(the<inventory::StockService>(a).shelfByLabel(inventory::shelfCode(a.typed))); }},
    {"StockService::compare",
     [](A &a) {
         return answered(
             the<inventory::StockService>(a).compare({{}, {{a.rows.item(), Quantity(0), a.clock.now()}}}));
     }},
    {"StockService::putAsideByHand",
     [](A &a) { return answered(the<inventory::StockService>(a).putAsideByHand(a.rows.item())); }},
    {"ChannelService::all", [](A &a) { return answered(the<conversations::ChannelService>(a).all()); }},
    {"MessageTemplateService::all", [](A &a) { return answered(the<conversations::MessageTemplateService>(a).all()); }},
    {"MessageTemplateService::load",
     [](A &a) { return answered(the<conversations::MessageTemplateService>(a).load(QStringLiteral("ready"))); }},
    {"ConversationService::list",
     [](A &a) {
         return answered(
             the<conversations::ConversationService>(a).list(conversations::ConversationFilter::All, {}, all));
     }},
    {"ConversationService::search",
     [](A &a) { return answered(the<conversations::ConversationService>(a).search(a.typed, all)); }},
    {"ConversationService::of",
     [](A &a) { return answered(the<conversations::ConversationService>(a).of(a.rows.client())); }},
    {"ConversationService::thread",
     [](A &a) { return answered(the<conversations::ConversationService>(a).thread(a.rows.client(), {}, all)); }},
    {"ConversationService::counts",
     [](A &a) { return answered(the<conversations::ConversationService>(a).counts()); }},
    {"conversations::prepare",
     [](A &a) {
         return answered(conversations::prepare(a.session, a.door, QStringLiteral("ready"),
                                                {a.rows.client(), a.rows.order()}));
     }},
    {"BatchService::prepare",
     [](A &a) {
         return answered(
             the<conversations::BatchService>(a).prepare(conversations::Batch::ReadyUncollected));
     }},
    {"ClothUseService::promisedOf",
     [](A &a) { return answered(the<orders::ClothUseService>(a).promisedOf(a.rows.item())); }},
    {"ClothUseService::whereUsed",
     [](A &a) { return answered(the<orders::ClothUseService>(a).whereUsed({a.rows.piece()})); }},
    {"InventoryService::services", [](A &a) { return answered(the<inventory::InventoryService>(a).services()); }},

    {"InvoiceService::load", [](A &a) { return answered(the<invoices::InvoiceService>(a).load(a.rows.invoice())); }},
    {"InvoiceService::forOrder",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).forOrder(a.rows.order())); }},
    {"InvoiceService::creditNotes",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).creditNotes(a.rows.order())); }},
    {"InvoiceService::hasUnbilled",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).hasUnbilled(a.rows.order())); }},
    {"InvoiceService::verify",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).verify(a.rows.invoice())); }},
    {"InvoiceService::receipt",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).receipt(a.rows.payment())); }},
    {"InvoiceService::claimCheck",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).claimCheck(a.rows.order())); }},
    {"InvoiceService::claimCheck",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).claimCheck(a.rows.order(), a.rows.client())); }},
    {"InvoiceService::workOrder",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).workOrder(a.rows.order())); }},
    {"InvoiceService::uncollectedNotice",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).uncollectedNotice(a.rows.order())); }},
    {"InvoiceService::uncollectedList",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).uncollectedList(0)); }},
    {"InvoiceService::quote", [](A &a) { return answered(the<invoices::InvoiceService>(a).quote(a.rows.order())); }},
    {"InvoiceService::statement",
     [](A &a) { return answered(the<invoices::InvoiceService>(a).statement(a.rows.client())); }},
    {"InvoiceListService::page",
     [](A &a) {
         return answered(the<invoices::InvoiceListService>(a).page(invoices::InvoiceFilter::All, a.typed,
                                                                   Date::parse(u"2026-11-25").value(), {}, all));
     }},
    {"InvoiceListService::one",
     [](A &a) {
         return answered(the<invoices::InvoiceListService>(a).one(a.rows.invoice(), Date::parse(u"2026-11-25").value()));
     }},
    {"InvoiceListService::notesOn",
     [](A &a) {
         return answered(
             the<invoices::InvoiceListService>(a).notesOn(a.rows.invoice(), Date::parse(u"2026-11-25").value()));
     }},
    {"InvoiceListService::payments",
     [](A &a) { return answered(the<invoices::InvoiceListService>(a).payments(a.rows.invoice())); }},
    {"FreeInvoiceService::blank", [](A &a) { return answered(the<invoices::FreeInvoiceService>(a).blank()); }},
    {"FreeInvoiceService::draft",
     [](A &a) { return answered(the<invoices::FreeInvoiceService>(a).draft(a.rows.invoice())); }},
    {"FreeInvoiceService::creditable",
     [](A &a) { return answered(the<invoices::FreeInvoiceService>(a).creditable(a.rows.invoice())); }},
    {"CancelService::figures",
     [](A &a) {
         return answered(the<invoices::CancelService>(a).figures({.order = a.rows.order(), .pieces = {a.rows.piece()}}));
     }},
    {"CorrectionService::figures",
     [](A &a) {
         return answered(the<invoices::CorrectionService>(a).figures(
             {.order = a.rows.order(), .pieces = {{a.rows.piece(), typedOrder(a).pieces.front()}}}));
     }},
    {"RefundService::billedBy",
     [](A &a) { return answered(the<invoices::RefundService>(a).billedBy(a.rows.order(), a.rows.piece())); }},
    {"RefundService::check",
     [](A &a) {
         return answered(the<invoices::RefundService>(a).check(
             a.rows.order(), {a.rows.piece(), a.money(10), QStringLiteral("x")}));
     }},
    {"RefundService::needs",
     [](A &a) {
         return answered(the<invoices::RefundService>(a).needs(
             a.rows.order(), {a.rows.piece(), a.money(10), QStringLiteral("x")}));
     }},

    {"MeasurementService::templates", [](A &a) { return answered(the<MeasurementService>(a).templates()); }},
    {"MeasurementService::setsOf", [](A &a) { return answered(the<MeasurementService>(a).setsOf(a.rows.client())); }},
    {"MeasurementService::load", [](A &a) { return answered(the<MeasurementService>(a).load(a.rows.measures())); }},
    {"MeasurementService::currentValues",
     [](A &a) { return answered(the<MeasurementService>(a).currentValues(a.rows.client())); }},
    {"TemplateService::all", [](A &a) { return answered(the<TemplateService>(a).all()); }},
    {"TemplateService::load", [](A &a) { return answered(the<TemplateService>(a).load(a.rows.garment())); }},

    {"NotebookService::recognise",
     [](A &a) {
         return answered(notebook::NotebookService::recognise(
             a.session, {{.ticket = a.typed, .name = a.typed, .phone = QStringLiteral("+2348030000000")}}));
     }},

    {"AttemptService::ofPiece", [](A &a) { return answered(the<orders::AttemptService>(a).ofPiece(a.rows.piece())); }},
    {"OrderService::load", [](A &a) { return answered(the<orders::OrderService>(a).load(a.rows.order())); }},
    {"OrderService::byNumber", [](A &a) { return answered(the<orders::OrderService>(a).byNumber(a.typed)); }},
    {"OrderService::openOrders", [](A &a) { return answered(the<orders::OrderService>(a).openOrders({}, all)); }},
    {"OrderService::openOrders",
     [](A &a) { return answered(the<orders::OrderService>(a).openOrders(orders::OpenOrderFilter::Late, {}, all)); }},
    {"OrderService::today", [](A &a) { return answered(the<orders::OrderService>(a).today(all)); }},
    {"OrderService::ofClient",
     [](A &a) { return answered(the<orders::OrderService>(a).ofClient(a.rows.client(), {}, all)); }},
    {"OrderService::search",
     [](A &a) { return answered(the<orders::OrderService>(a).search(a.typed, QLocale::c(), all)); }},
    {"OrderService::parkedOrders", [](A &a) { return answered(the<orders::OrderService>(a).parkedOrders({}, all)); }},
    {"OrderService::resume", [](A &a) { return answered(the<orders::OrderService>(a).resume(a.rows.order())); }},
    {"OrderService::totals", [](A &a) { return answered(the<orders::OrderService>(a).totals(typedOrder(a))); }},
    {"OrderService::check", [](A &a) { return answered(the<orders::OrderService>(a).check(typedOrder(a))); }},
    {"OrderService::priceBreaches",
     [](A &a) { return answered(the<orders::OrderService>(a).priceBreaches(typedOrder(a))); }},
    {"OrderService::listedAbove",
     [](A &a) { return answered(the<orders::OrderService>(a).listedAbove(typedOrder(a))); }},
    {"OrderService::notices", [](A &a) { return answered(the<orders::OrderService>(a).notices(typedOrder(a))); }},
    {"OrderService::shortCloth", [](A &a) { return answered(the<orders::OrderService>(a).shortCloth(typedOrder(a))); }},
    {"OrderService::parsePromise",
     [](A &a) { return answered(the<orders::OrderService>(a).parsePromise(QStringLiteral("+3"), QLocale::c())); }},
    {"OrderService::uncollectedRules", [](A &a) { return answered(the<orders::OrderService>(a).uncollectedRules()); }},
    {"PartyService::load", [](A &a) { return answered(the<orders::PartyService>(a).load(a.rows.order())); }},
    {"PartyService::recognise",
     [](A &a) {
         return answered(the<orders::PartyService>(a).recognise({{a.typed, QStringLiteral("+2348030000000")}}));
     }},
    {"PromiseService::changes", [](A &a) { return answered(the<orders::PromiseService>(a).changes(a.rows.order())); }},
    {"PromiseService::kept", [](A &a) { return answered(the<orders::PromiseService>(a).kept()); }},
    {"RackService::places", [](A &a) { return answered(the<orders::RackService>(a).places()); }},
    {"RackService::lastPlace", [](A &a) { return answered(the<orders::RackService>(a).lastPlace()); }},
    {"RedoService::slipOf", [](A &a) { return answered(the<orders::RedoService>(a).slipOf(a.rows.piece())); }},
    {"RepeatService::lastOf", [](A &a) { return answered(the<orders::RepeatService>(a).lastOf(a.rows.client())); }},

    {"WorkroomService::board", [](A &a) { return answered(the<workroom::WorkroomService>(a).board({}, 50)); }},
    {"WorkroomService::column",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).column(0, {}, workKey(a), 50)); }},
    {"WorkroomService::list",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).list({a.rows.person()}, 50)); }},
    {"WorkroomService::listPage",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).listPage({}, workKey(a), 50)); }},
    {"WorkroomService::card", [](A &a) { return answered(the<workroom::WorkroomService>(a).card(a.rows.piece())); }},
    {"WorkroomService::byTag", [](A &a) { return answered(the<workroom::WorkroomService>(a).byTag(a.typed)); }},
    {"WorkroomService::hands", [](A &a) { return answered(the<workroom::WorkroomService>(a).hands()); }},
    {"WorkroomService::given", [](A &a) { return answered(the<workroom::WorkroomService>(a).given(a.rows.piece())); }},
    {"WorkroomService::notes", [](A &a) { return answered(the<workroom::WorkroomService>(a).notes(a.rows.piece())); }},
    {"WorkroomService::steps", [](A &a) { return answered(the<workroom::WorkroomService>(a).steps()); }},
    {"WorkroomService::checklist", [](A &a) { return answered(the<workroom::WorkroomService>(a).checklist()); }},
    {"WorkroomService::answers",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).answers(a.rows.piece())); }},

    {"ErasureService::look",
     [](A &a) {
         return answered(
             ErasureService(a.session.path(), a.session.principal(), a.clock, a.folder).look(a.rows.client()));
     }},
    {"ErasureService::erasedAmong",
     [](A &a) {
         return answered(ErasureService(a.session.path(), a.session.principal(), a.clock, a.folder)
                             .erasedAmong({a.rows.client().bytes()}));
     }},

    {"HoursService::load", [](A &a) { return answered(the<HoursService>(a).load()); }},
    {"ShopPlacesService::load", [](A &a) { return answered(ShopPlacesService(a.session).load()); }},
    {"WorkspaceService::load", [](A &a) { return answered(the<WorkspaceService>(a).load()); }},
    {"WorkspaceService::setting", [](A &a) { return answered(the<WorkspaceService>(a).setting(a.typed)); }},
};

} // namespace

std::span<const Door> readingDoors()
{
    return doors;
}

} // namespace thimblely::test
