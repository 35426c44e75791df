// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/doors/door.h"

#include "core/accounts/recovery_service.h"
#include "core/accounts/secret_store.h"
#include "core/accounts/sign_in_service.h"
#include "core/calendar/event_service.h"
#include "core/calendar/fitting_service.h"
#include "core/calendar/reminder_service.h"
#include "core/clients/client_log.h"
#include "core/clients/client_merge_service.h"
#include "core/clients/client_service.h"
#include "core/conversations/channel_service.h"
#include "core/conversations/message_template_service.h"
#include "core/conversations/outbox_service.h"
#include "core/feed/comment_service.h"
#include "core/feed/feed_service.h"
#include "core/finance/account_service.h"
#include "core/finance/books_service.h"
#include "core/finance/checkout_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/plan_service.h"
#include "core/finance/till_service.h"
#include "core/finance/wage_service.h"
#include "core/inventory/inventory_service.h"
#include "core/inventory/stock_service.h"
#include "core/invoices/cancel_service.h"
#include "core/invoices/correction_service.h"
#include "core/invoices/free_invoice_service.h"
#include "core/invoices/invoice_service.h"
#include "core/invoices/refund_service.h"
#include "core/marketplace/product_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "core/notebook/notebook_service.h"
#include "core/notifications/notification_service.h"
#include "core/orders/attempt_service.h"
#include "core/orders/cloth_use.h"
#include "core/orders/hold_service.h"
#include "core/orders/order_service.h"
#include "core/orders/party_service.h"
#include "core/orders/promise_service.h"
#include "core/orders/rack_service.h"
#include "core/orders/redo_service.h"
#include "core/privacy/erasure_service.h"
#include "core/workroom/workroom_service.h"
#include "core/workspaces/hours_service.h"
#include "core/workspaces/shop_service.h"
#include "core/workspaces/workspace_service.h"

namespace thimblely::test {

namespace {

using A = Asking;

feed::PostId postOf(A &a)
{
    return a.rows.of<feed::PostId>(Table::Feeds);
}

feed::CommentId commentOf(A &a)
{
    return a.rows.of<feed::CommentId>(Table::FeedComments);
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
    else
        return Service(a.door);
}

const QString why = QStringLiteral("because");
const QString secret = QStringLiteral("correct horse battery");
const QString pin = QStringLiteral("739154");

Date later()
{
    return Date::parse(u"2026-12-04").value();
}

ClientDraft somebody()
{
    ClientDraft draft;
    draft.name = QStringLiteral("Somebody new");
    return draft;
}

orders::PieceDraft pieceOf(A &a)
{
    orders::PieceDraft piece;
    piece.name = QStringLiteral("Trousers");
    piece.wearer = a.rows.client();
    piece.unitPrice = a.money(100);
    piece.measurementSet = a.rows.measures();
    return piece;
}

orders::OrderDraft orderOf(A &a)
{
    orders::OrderDraft draft;
    draft.client = a.rows.client();
    draft.pieces = {pieceOf(a)};
    return draft;
}

orders::HandOver handOverOf(A &a)
{
    return {.order = a.rows.order(), .pieces = {a.rows.piece()}, .ticketSeen = true};
}

MeasurementDraft measuredOf(A &a)
{
    const auto chest = MeasuredValue::parse(QStringLiteral("chest_circ"), Side::Both, u"91.2", LengthUnit::Centimetre);
    return {.client = a.rows.client(), .templateId = a.rows.garment(), .values = {chest.value()}};
}

finance::PaymentDraft paid(A &a)
{
    return {.amount = a.money(10)};
}

ChannelId channelOf(A &a)
{
    return a.rows.of<ChannelId>(Table::CommunicationChannels);
}

MessageId messageOf(A &a)
{
    return a.rows.of<MessageId>(Table::Messages);
}

conversations::AddressedDraft wordsTo(A &a)
{
    return {{a.rows.client(), a.rows.order(), channelOf(a), why}, QStringLiteral("+2348035551234")};
}

//! Is never asked.
class NoKeychain : public SecretStore {
public:
    QFuture<Result<std::optional<QByteArray>>> read(const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<std::optional<QByteArray>>(noKeychainHere()));
    }
    QFuture<Result<Kept>> write(const QString &, const QByteArray &) override
    {
        return QtFuture::makeReadyFuture(Result<Kept>(noKeychainHere()));
    }
    QFuture<Result<void>> remove(const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<void>(noKeychainHere()));
    }
};

const std::vector<Door> doors = {
    {"ClientService::add",
     [](A &a) {
         ClientDraft draft = somebody();
         draft.payer = a.rows.client();
         return answered(the<ClientService>(a).add(draft));
     }},
    {"ClientService::update", [](A &a) { return answered(the<ClientService>(a).update(a.rows.client(), somebody())); }},
    {"ClientService::remove", [](A &a) { return answered(the<ClientService>(a).remove(a.rows.client())); }},
    {"ClientService::restore", [](A &a) { return answered(the<ClientService>(a).restore(a.rows.client())); }},
    {"ClientLogService::add",
     [](A &a) { return answered(the<ClientLogService>(a).add(a.rows.client(), LogKind::Note, why)); }},
    {"ClientMergeService::merge",
     [](A &a) {
         const ClientId own(a.rows.file.row(QByteArray(1, 'a'), Table::Clients));
         return answered(the<ClientMergeService>(a).merge(own, a.rows.client()));
     }},

    {"RecoveryService::makeCodes",
     [](A &a) { return answered(RecoveryService(a.session.path(), a.clock).makeCodes(a.rows.person(), secret)); }},
    {"RecoveryService::resetPassword",
     [](A &a) { return answered(RecoveryService(a.session.path(), a.clock).resetPassword(a.typed, a.typed, secret)); }},
    {"SignInService::withPassword",
     [](A &a) { return answered(SignInService(a.session.path(), a.clock).withPassword(a.typed, secret)); }},
    {"SignInService::withPin",
     [](A &a) {
         return answered(
             SignInService(a.session.path(), a.clock).withPin(a.rows.person(), a.session.principal().workspace, pin));
     }},
    {"SignInService::setPin",
     [](A &a) { return answered(SignInService(a.session.path(), a.clock).setPin(a.rows.person(), secret, pin)); }},
    {"SignInService::resetPin",
     [](A &a) {
         return answered(
             SignInService(a.session.path(), a.clock).resetPin(a.session.principal(), secret, a.rows.person(), pin));
     }},
    {"SignInService::approve",
     [](A &a) {
         return answered(
             SignInService(a.session.path(), a.clock)
                 .approve(a.rows.person(), a.session.principal().workspace, pin, {access::Capability::OrdersRefund}));
     }},
    {"SignInService::confirm",
     [](A &a) {
         return answered(SignInService(a.session.path(), a.clock)
                             .confirm(a.session.principal(), pin, access::Capability::DataEraseClient));
     }},
    {"SignInService::setPassword",
     [](A &a) {
         return answered(SignInService(a.session.path(), a.clock).setPassword(a.rows.person(), secret, secret + why));
     }},

    {"FittingService::fits",
     [](A &a) {
         return answered(the<calendar::FittingService>(a).fits({a.rows.piece(), why, true}));
     }},
    {"FittingService::fitAgain",
     [](A &a) {
         return answered(the<calendar::FittingService>(a).fitAgain({a.rows.piece(), why},
                                                                   {Instant(a.clock.now().msecs() + 86'400'000)}));
     }},

    {"EventService::add",
     [](A &a) {
         calendar::EventDraft draft;
         draft.title = QStringLiteral("Talk");
         draft.client = a.rows.client();
         draft.order = a.rows.order();
         draft.staff = a.rows.person();
         return answered(the<calendar::EventService>(a).add(draft, {10}));
     }},
    {"EventService::change",
     [](A &a) {
         calendar::EventDraft draft;
         draft.title = QStringLiteral("Talk");
         return answered(
             the<calendar::EventService>(a).change({a.rows.of<EventId>(Table::Events)}, calendar::Scope::This, draft));
     }},
    {"EventService::move",
     [](A &a) {
         return answered(the<calendar::EventService>(a).move({a.rows.of<EventId>(Table::Events)}, calendar::Scope::All,
                                                             a.clock.now()));
     }},
    {"EventService::cancel",
     [](A &a) {
         return answered(
             the<calendar::EventService>(a).cancel({a.rows.of<EventId>(Table::Events)}, calendar::Scope::This));
     }},
    {"EventService::remind",
     [](A &a) { return answered(the<calendar::EventService>(a).remind(a.rows.of<EventId>(Table::Events), {10})); }},
    {"NotificationService::settle",
     [](A &a) {
         auto found = readNotificationCauses(a.session, a.door, BackupFacts{});
         return found ? answered(the<NotificationService>(a).settle(*found)) : answered(std::move(found));
     }},
    {"NotificationService::setRead",
     [](A &a) { return answered(the<NotificationService>(a).setRead(a.rows.of<RowId>(Table::Notifications), true)); }},
    {"NotificationService::readAll", [](A &a) { return answered(the<NotificationService>(a).readAll()); }},
    {"NotificationService::setOn",
     [](A &a) { return answered(the<NotificationService>(a).setOn(NotificationKind::LowStock, false)); }},
    {"ReminderService::take", [](A &a) { return answered(the<calendar::ReminderService>(a).take()); }},
    {"ReminderService::snooze",
     [](A &a) {
         return answered(
             the<calendar::ReminderService>(a).snooze(a.rows.of<calendar::ReminderId>(Table::EventReminders), 10));
     }},
    {"ReminderService::dismiss",
     [](A &a) {
         return answered(
             the<calendar::ReminderService>(a).dismiss(a.rows.of<calendar::ReminderId>(Table::EventReminders)));
     }},

    {"FeedService::draft",
     [](A &a) {
         feed::PostDraft draft;
         draft.order = a.rows.order();
         return answered(the<feed::FeedService>(a).draft(draft));
     }},
    {"FeedService::publish",
     [](A &a) { return answered(the<feed::FeedService>(a).publish(postOf(a))); }},
    {"FeedService::change",
     [](A &a) { return answered(the<feed::FeedService>(a).change(postOf(a), {})); }},
    {"FeedService::archive",
     [](A &a) { return answered(the<feed::FeedService>(a).archive(postOf(a))); }},
    {"FeedService::show",
     [](A &a) { return answered(the<feed::FeedService>(a).show(postOf(a), feed::Visibility::Public)); }},
    {"FeedService::remove",
     [](A &a) { return answered(the<feed::FeedService>(a).remove(postOf(a))); }},
    {"FeedService::like",
     [](A &a) { return answered(the<feed::FeedService>(a).like(postOf(a))); }},
    {"FeedService::share",
     [](A &a) { return answered(the<feed::FeedService>(a).share(postOf(a), feed::ShareTo::Internal)); }},
    {"FeedService::crossPost",
     [](A &a) { return answered(the<feed::FeedService>(a).crossPost(postOf(a), feed::Platform::TikTok)); }},
    {"FeedService::withdraw",
     [](A &a) { return answered(the<feed::FeedService>(a).withdraw(a.rows.of<feed::CrossPostId>(Table::FeedCrossPosts))); }},
    {"CommentService::add",
     [](A &a) { return answered(the<feed::CommentService>(a).add(postOf(a), commentOf(a), why)); }},
    {"CommentService::edit",
     [](A &a) { return answered(the<feed::CommentService>(a).edit(commentOf(a), why)); }},
    {"CommentService::remove",
     [](A &a) { return answered(the<feed::CommentService>(a).remove(commentOf(a))); }},

    {"ProductService::draft",
     [](A &a) {
         marketplace::ProductDraft draft{.facts = {.title = why, .price = a.money(10)}};
         draft.item = a.rows.item();
         return answered(the<marketplace::ProductService>(a).draft(draft));
     }},
    {"ProductService::publish",
     [](A &a) { return answered(the<marketplace::ProductService>(a).publish(productOf(a))); }},
    {"ProductService::change",
     [](A &a) {
         return answered(the<marketplace::ProductService>(a).change(
             productOf(a), {.facts = {.title = why, .price = a.money(10)}}));
     }},
    {"ProductService::archive",
     [](A &a) { return answered(the<marketplace::ProductService>(a).archive(productOf(a))); }},
    {"ProductService::remove",
     [](A &a) { return answered(the<marketplace::ProductService>(a).remove(productOf(a))); }},
    {"ProductService::like",
     [](A &a) { return answered(the<marketplace::ProductService>(a).like(productOf(a))); }},
    {"ProductService::review",
     [](A &a) { return answered(the<marketplace::ProductService>(a).review(productOf(a), 5, why)); }},
    {"ProductService::takeBackReview",
     [](A &a) { return answered(the<marketplace::ProductService>(a).takeBackReview(productOf(a))); }},
    {"ProductService::order",
     [](A &a) {
         return answered(the<marketplace::ProductService>(a).order({productOf(a), a.rows.client()}));
     }},

    {"AccountService::take",
     [](A &a) { return answered(the<finance::AccountService>(a).take(a.rows.client(), paid(a))); }},
    {"AccountService::payBack",
     [](A &a) {
         return answered(the<finance::AccountService>(a).payBack({a.rows.client(), a.money(10)}));
     }},
    {"CheckoutService::book",
     [](A &a) { return answered(the<finance::CheckoutService>(a).book(orderOf(a), std::nullopt)); }},
    {"CheckoutService::add",
     [](A &a) {
         return answered(
             the<finance::CheckoutService>(a).add({.order = a.rows.order(), .pieces = {pieceOf(a)}}, std::nullopt));
     }},
    {"CheckoutService::handOver",
     [](A &a) { return answered(the<finance::CheckoutService>(a).handOver(handOverOf(a), paid(a))); }},
    {"CheckoutService::handOver",
     [](A &a) {
         return answered(the<finance::CheckoutService>(a).handOver(
             finance::Bag{.leaving = {handOverOf(a)}, .paid = {a.rows.order()}}, paid(a)));
     }},
    {"PaymentService::take",
     [](A &a) { return answered(the<finance::PaymentService>(a).take(a.rows.order(), paid(a))); }},
    {"PaymentService::confirm",
     [](A &a) { return answered(the<finance::PaymentService>(a).confirm(a.rows.payment())); }},
    {"PaymentService::refund",
     [](A &a) {
         return answered(the<finance::PaymentService>(a).refund(finance::RefundDraft{a.rows.payment(), why}));
     }},
    {"PaymentService::reverse",
     [](A &a) { return answered(the<finance::PaymentService>(a).reverse(a.rows.payment(), why)); }},
    {"TillService::open", [](A &a) { return answered(the<finance::TillService>(a).open(a.money(100))); }},
    {"TillService::move",
     [](A &a) {
         return answered(the<finance::TillService>(a).move({finance::TillEntryKind::PaidIn, a.money(100), why}));
     }},
    {"TillService::count", [](A &a) { return answered(the<finance::TillService>(a).count({.loose = a.money(100)})); }},
    {"TillService::close",
     [](A &a) {
         return answered(the<finance::TillService>(a).close({a.money(100), why}));
     }},
    {"WageService::earn",
     [](A &a) { return answered(the<finance::WageService>(a).earn(a.rows.member(), a.money(10), why)); }},
    {"WageService::pay",
     [](A &a) {
         return answered(the<finance::WageService>(a).pay({a.rows.member(), a.money(10)}));
     }},

    {"InventoryService::add",
     [](A &a) {
         return answered(
             the<inventory::InventoryService>(a).add({.name = QStringLiteral("Roll"), .unit = QStringLiteral("m")}));
     }},
    {"InventoryService::edit",
     [](A &a) {
         return answered(the<inventory::InventoryService>(a).edit(
             a.rows.item(), {.name = QStringLiteral("Roll"), .unit = QStringLiteral("m")}));
     }},
    {"InventoryService::remove",
     [](A &a) { return answered(the<inventory::InventoryService>(a).remove(a.rows.item())); }},
    {"InventoryService::addUsualServices",
     [](A &a) { return answered(the<inventory::InventoryService>(a).addUsualServices()); }},
    {"InventoryService::stockIn",
     [](A &a) { return answered(the<inventory::InventoryService>(a).stockIn(a.rows.item(), Quantity::whole(1))); }},
    {"InventoryService::adjust",
     [](A &a) { return answered(the<inventory::InventoryService>(a).adjust(a.rows.item(), Quantity::whole(1), why)); }},
    {"StockService::receive",
     [](A &a) { return answered(the<inventory::StockService>(a).receive(a.rows.item(), {Quantity::whole(1)})); }},
    {"StockService::receiveNew",
     [](A &a) {
         return answered(the<inventory::StockService>(a).receiveNew(
             {.name = QStringLiteral("Roll"), .unit = QStringLiteral("m")}, {Quantity::whole(1)}));
     }},
    {"StockService::use",
     [](A &a) { return answered(the<inventory::StockService>(a).use(a.rows.item(), Quantity(1), why)); }},
    {"StockService::waste",
     [](A &a) {
         return answered(the<inventory::StockService>(a).waste(a.rows.item(), Quantity(1),
                                                               inventory::WasteReason::Moth, why));
     }},
    {"StockService::giveBack",
     [](A &a) { return answered(the<inventory::StockService>(a).giveBack(a.rows.item(), Quantity(1), false, why)); }},
    {"StockService::keepRemnant",
     [](A &a) {
         return answered(the<inventory::StockService>(a).keepRemnant(
             a.rows.item(), {Quantity(1), inventory::RemnantTo::OwnPiece, QStringLiteral("Remnant")}));
     }},
    {"StockService::reserve",
     [](A &a) { return answered(the<inventory::StockService>(a).reserve(a.rows.item(), Quantity(1), why)); }},
    {"StockService::release",
     [](A &a) { return answered(the<inventory::StockService>(a).release(a.rows.item(), Quantity(1), why)); }},
    {"StockService::count",
     [](A &a) {
         return answered(
             the<inventory::StockService>(a).count({{}, {{a.rows.item(), Quantity::whole(1), a.clock.now()}}}));
     }},
    {"StockService::order",
     [](A &a) { return answered(the<inventory::StockService>(a).order({{a.rows.item(), Quantity::whole(1)}})); }},
    {"ChannelService::add",
     [](A &a) {
         return answered(the<conversations::ChannelService>(a).add(
             {conversations::ChannelType::WhatsApp, why, QStringLiteral("+2348035554471")}));
     }},
    {"ChannelService::change",
     [](A &a) {
         return answered(the<conversations::ChannelService>(a).change(
             channelOf(a), {conversations::ChannelType::WhatsApp, why, QStringLiteral("+2348035554472")}));
     }},
    {"ChannelService::setActive",
     [](A &a) { return answered(the<conversations::ChannelService>(a).setActive(channelOf(a), false)); }},
    {"ChannelService::setSecret",
     [](A &a) {
         NoKeychain none;
         return answered(the<conversations::ChannelService>(a).setSecret(channelOf(a), none, {}));
     }},
    {"MessageTemplateService::setText",
     [](A &a) {
         return answered(the<conversations::MessageTemplateService>(a).setText(QStringLiteral("ready"),
                                                                               QStringLiteral("en"), why));
     }},
    {"MessageTemplateService::add",
     [](A &a) {
         return answered(
             the<conversations::MessageTemplateService>(a).add(why, false, QStringLiteral("en"), why));
     }},
    {"MessageTemplateService::remove",
     [](A &a) {
         return answered(the<conversations::MessageTemplateService>(a).remove(QStringLiteral("own-1")));
     }},
    {"OutboxService::draft", [](A &a) { return answered(the<conversations::OutboxService>(a).draft(wordsTo(a))); }},
    {"OutboxService::queue", [](A &a) { return answered(the<conversations::OutboxService>(a).queue(wordsTo(a))); }},
    {"OutboxService::queueAll",
     [](A &a) { return answered(the<conversations::OutboxService>(a).queueAll({wordsTo(a)})); }},
    {"OutboxService::again",
     [](A &a) { return answered(the<conversations::OutboxService>(a).again(messageOf(a))); }},
    {"OutboxService::markSent",
     [](A &a) { return answered(the<conversations::OutboxService>(a).markSent(messageOf(a))); }},
    {"OutboxService::markFailed",
     [](A &a) { return answered(the<conversations::OutboxService>(a).markFailed(messageOf(a), why)); }},
    {"OutboxService::cancel",
     [](A &a) { return answered(the<conversations::OutboxService>(a).cancel(messageOf(a))); }},
    {"OutboxService::noteSent",
     [](A &a) {
         return answered(the<conversations::OutboxService>(a).noteSent({a.rows.client(), a.rows.order(),
                                                                        conversations::ChannelType::WhatsApp,
                                                                        QStringLiteral("+2348035551234"), why}));
     }},
    {"OutboxService::receive",
     [](A &a) {
         return answered(
             the<conversations::OutboxService>(a).receive({a.rows.client(), a.rows.order(), channelOf(a), why}));
     }},
    {"OutboxService::settle",
     [](A &a) { return answered(the<conversations::OutboxService>(a).settle(a.rows.client())); }},
    {"ClothUseService::cut",
     [](A &a) { return answered(the<orders::ClothUseService>(a).cut(a.rows.piece(), Quantity(1), {})); }},

    {"BooksService::enter",
     [](A &a) {
         return answered(the<finance::BooksService>(a).enter({true, why, a.money(10)}));
     }},
    {"BooksService::reverse", [](A &a) { return answered(the<finance::BooksService>(a).reverse(a.rows.payment(), why)); }},
    {"BooksService::close",
     [](A &a) { return answered(the<finance::BooksService>(a).close(Date::parse(u"2020-01-31").value())); }},
    {"PlanService::keepGoal",
     [](A &a) {
         return answered(the<finance::PlanService>(a).keepGoal(
             a.rows.of<finance::GoalId>(Table::FinancialGoals),
             {why, finance::GoalKind::Yearly, a.money(10), {}, Date::parse(u"2026-01-01").value(), later()}));
     }},
    {"PlanService::endGoal",
     [](A &a) {
         return answered(the<finance::PlanService>(a).endGoal(a.rows.of<finance::GoalId>(Table::FinancialGoals)));
     }},
    {"PlanService::keepSplit",
     [](A &a) {
         return answered(
             the<finance::PlanService>(a).keepSplit(a.rows.of<finance::SplitId>(Table::AutoSplits), {why, 1}));
     }},
    {"PlanService::removeSplit",
     [](A &a) {
         return answered(the<finance::PlanService>(a).removeSplit(a.rows.of<finance::SplitId>(Table::AutoSplits)));
     }},
    {"FreeInvoiceService::keep",
     [](A &a) {
         return answered(the<invoices::FreeInvoiceService>(a).keep(
             a.rows.invoice(), {.client = a.rows.client(), .lines = {{why, Quantity::whole(1), a.money(10)}}}));
     }},
    {"FreeInvoiceService::drop",
     [](A &a) { return answered(the<invoices::FreeInvoiceService>(a).drop(a.rows.invoice())); }},
    {"FreeInvoiceService::issue",
     [](A &a) {
         return answered(the<invoices::FreeInvoiceService>(a).issue(
             a.rows.invoice(), {.client = a.rows.client(), .lines = {{why, Quantity::whole(1), a.money(10)}}}));
     }},
    {"FreeInvoiceService::take",
     [](A &a) { return answered(the<invoices::FreeInvoiceService>(a).take(a.rows.invoice(), paid(a))); }},
    {"FreeInvoiceService::credit",
     [](A &a) {
         return answered(the<invoices::FreeInvoiceService>(a).credit(a.rows.invoice(), a.money(10), why));
     }},
    {"InvoiceService::issue", [](A &a) { return answered(the<invoices::InvoiceService>(a).issue(a.rows.order())); }},
    {"InvoiceService::stamp",
     [](A &a) {
         return answered(the<invoices::InvoiceService>(a).stamp(a.rows.invoice(), {QStringLiteral("1"), why, {}}));
     }},
    {"CancelService::cancel",
     [](A &a) {
         return answered(the<invoices::CancelService>(a).cancel(
             {{.order = a.rows.order(), .pieces = {a.rows.piece()}, .reason = why}}));
     }},
    {"CorrectionService::correct",
     [](A &a) {
         return answered(the<invoices::CorrectionService>(a).correct(
             {.order = a.rows.order(), .pieces = {{a.rows.piece(), pieceOf(a)}}, .why = why}));
     }},
    {"RefundService::refund",
     [](A &a) {
         return answered(the<invoices::RefundService>(a).refund(
             {{.payment = a.rows.payment(), .reason = why, .part = a.money(10)}, a.rows.piece()}));
     }},

    {"MeasurementService::save", [](A &a) { return answered(the<MeasurementService>(a).save(measuredOf(a))); }},
    {"MeasurementService::saveVisit",
     [](A &a) { return answered(the<MeasurementService>(a).saveVisit({measuredOf(a)})); }},
    {"MeasurementService::saveGroup",
     [](A &a) {
         return answered(the<MeasurementService>(a).saveGroup(GroupVisit{a.rows.garment(), a.rows.client(), {}}));
     }},
    {"TemplateService::add",
     [](A &a) {
         return answered(the<TemplateService>(a).add({why, {}, {}}));
     }},
    {"TemplateService::update",
     [](A &a) {
         return answered(the<TemplateService>(a).update(a.rows.garment(), {why, {}, {}}));
     }},
    {"TemplateService::reorder",
     [](A &a) { return answered(the<TemplateService>(a).reorder(a.rows.garment(), {QStringLiteral("chest_circ")})); }},
    {"TemplateService::remove", [](A &a) { return answered(the<TemplateService>(a).remove(a.rows.garment(), why)); }},
    {"TemplateService::installMissing", [](A &a) { return answered(the<TemplateService>(a).installMissing()); }},

    {"NotebookService::enter",
     [](A &a) {
         return answered(the<notebook::NotebookService>(a).enter(
             {{{.name = a.typed, .pieces = QStringLiteral("trousers hem"), .total = a.money(100)}}}));
     }},

    {"AttemptService::add",
     [](A &a) { return answered(the<orders::AttemptService>(a).add(a.rows.order(), orders::AttemptKind::Call, why)); }},
    {"HoldService::ask",
     [](A &a) { return answered(the<orders::HoldService>(a).ask(a.rows.piece(), orders::HoldReason::Client, why)); }},
    {"HoldService::answer", [](A &a) { return answered(the<orders::HoldService>(a).answer(a.rows.piece(), why)); }},
    {"OrderService::book", [](A &a) { return answered(the<orders::OrderService>(a).book(orderOf(a))); }},
    {"OrderService::park", [](A &a) { return answered(the<orders::OrderService>(a).park(orderOf(a))); }},
    {"OrderService::quote", [](A &a) { return answered(the<orders::OrderService>(a).quote(orderOf(a), later())); }},
    {"OrderService::declineQuote",
     [](A &a) { return answered(the<orders::OrderService>(a).declineQuote(a.rows.order(), why)); }},
    {"OrderService::removeDraft",
     [](A &a) { return answered(the<orders::OrderService>(a).removeDraft(a.rows.order())); }},
    {"OrderService::complete", [](A &a) { return answered(the<orders::OrderService>(a).complete(a.rows.order())); }},
    {"OrderService::moveStage",
     [](A &a) { return answered(the<orders::OrderService>(a).moveStage(a.rows.piece(), orders::Stage::Cut)); }},
    {"OrderService::handOver", [](A &a) { return answered(the<orders::OrderService>(a).handOver(handOverOf(a))); }},
    {"OrderService::endUncollected",
     [](A &a) {
         orders::HandOver handOver = handOverOf(a);
         handOver.outcome = orders::PieceOutcome::Donated;
         handOver.collector = why;
         return answered(the<orders::OrderService>(a).endUncollected(handOver));
     }},
    {"OrderService::recordCloth",
     [](A &a) {
         return answered(the<orders::OrderService>(a).recordCloth(a.rows.piece(), {.used = Quantity::whole(1)}));
     }},
    {"OrderService::cancelPiece",
     [](A &a) { return answered(the<orders::OrderService>(a).cancelPiece(a.rows.piece(), why)); }},
    {"PartyService::invite",
     [](A &a) {
         return answered(the<orders::PartyService>(a).invite({{{a.typed}, a.rows.client()}}));
     }},
    {"PartyService::dress",
     [](A &a) {
         return answered(
             the<orders::PartyService>(a).dress(a.rows.order(), {{{a.typed}, a.rows.client()}}, {a.rows.piece()}));
     }},
    {"PartyService::setPayer",
     [](A &a) {
         return answered(the<orders::PartyService>(a).setPayer(a.rows.order(), {a.rows.piece()}, a.rows.client()));
     }},
    {"PartyService::takeMeasures",
     [](A &a) { return answered(the<orders::PartyService>(a).takeMeasures(a.rows.order())); }},
    {"PartyService::setEventDate",
     [](A &a) { return answered(the<orders::PartyService>(a).setEventDate(a.rows.order(), later())); }},
    {"PromiseService::move",
     [](A &a) {
         return answered(the<orders::PromiseService>(a).move({a.rows.order(), orders::Promise{later(), {}}}));
     }},
    {"RackService::hang", [](A &a) { return answered(the<orders::RackService>(a).hang({a.rows.piece()}, why)); }},
    {"RedoService::redo",
     [](A &a) {
         return answered(the<orders::RedoService>(a).redo({.piece = a.rows.piece(), .tasks = {{}}, .why = why}));
     }},
    {"RedoService::change",
     [](A &a) {
         return answered(the<orders::RedoService>(a).change({.piece = a.rows.piece(), .tasks = {{}}, .note = why}));
     }},

    {"WorkroomService::moveOn", [](A &a) { return answered(the<workroom::WorkroomService>(a).moveOn(a.rows.piece())); }},
    {"WorkroomService::moveBack",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).moveBack(a.rows.piece())); }},
    {"WorkroomService::moveTo",
     [](A &a) {
         return answered(the<workroom::WorkroomService>(a).moveTo(a.rows.piece(), QStringLiteral("finish"), why));
     }},
    {"WorkroomService::give",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).give(a.rows.piece(), a.rows.person())); }},
    {"WorkroomService::start", [](A &a) { return answered(the<workroom::WorkroomService>(a).start(a.rows.piece())); }},
    {"WorkroomService::pause", [](A &a) { return answered(the<workroom::WorkroomService>(a).pause(a.rows.piece())); }},
    {"WorkroomService::check",
     [](A &a) {
         return answered(
             the<workroom::WorkroomService>(a).check(a.rows.piece(), {{QStringLiteral("seams"), true}}));
     }},
    {"WorkroomService::pass",
     [](A &a) {
         std::vector<workroom::CheckAnswer> well;
         for (const workroom::Check &check : workroom::Checklist::usual().checks)
             well.push_back({check.key, true});
         return answered(the<workroom::WorkroomService>(a).pass(a.rows.piece(), well, why));
     }},
    {"WorkroomService::sendBack",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).sendBack(a.rows.piece(), {}, why)); }},
    {"WorkroomService::delay",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).delay(a.rows.piece(), why)); }},
    {"WorkroomService::note", [](A &a) { return answered(the<workroom::WorkroomService>(a).note(a.rows.piece(), why)); }},
    {"WorkroomService::setSteps",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).setSteps(workroom::Steps::usual())); }},
    {"WorkroomService::setChecklist",
     [](A &a) { return answered(the<workroom::WorkroomService>(a).setChecklist(workroom::Checklist::usual())); }},

    {"ErasureService::erase",
     [](A &a) {
         return answered(
             ErasureService(a.session.path(), a.session.principal(), a.clock, a.folder).erase(a.rows.client(), secret));
     }},

    {"HoursService::save",
     [](A &a) {
         auto hours = the<HoursService>(a).load();
         if (!hours)
             return answered(std::move(hours));
         for (MemberHours &person : hours.value().people)
             person.member = a.rows.member();
         return answered(the<HoursService>(a).save(hours.value()));
     }},
    {"WorkspaceService::update",
     [](A &a) {
         auto profile = the<WorkspaceService>(a).load();
         if (!profile)
             return answered(std::move(profile));
         profile.value().name = why;
         profile.value().id = a.rows.of<WorkspaceId>(Table::Workspaces);
         return answered(the<WorkspaceService>(a).update(profile.value()));
     }},
    {"ShopService::save",
     [](A &a) {
         auto profile = the<WorkspaceService>(a).load();
         if (!profile)
             return answered(std::move(profile));
         profile.value().name = why;
         profile.value().id = a.rows.of<WorkspaceId>(Table::Workspaces);
         return answered(the<ShopService>(a).save({.profile = profile.value()}));
     }},
    {"WorkspaceService::setSetting",
     [](A &a) { return answered(the<WorkspaceService>(a).setSetting(QStringLiteral("attack"), 1)); }},
};

constexpr NoDoor exceptions[] = {
    {"FirstStartService::create", "makes a file of its own, with nobody else in it"},
    {"LinkedAccountsService::link", "takes what only a provider's signature makes"},
    {"SignInService::withIdentity", "takes what only a provider's signature makes"},
    {"SignInService::linkedProviders", "the sign-in screen: at which providers somebody of the file has an account"},
    {"SignInService::faces", "the sign-in screen: shows whoever may sign in to the file, of all its workspaces"},
};

} // namespace

std::span<const Door> writingDoors()
{
    return doors;
}

std::span<const NoDoor> noDoors()
{
    return exceptions;
}

} // namespace thimblely::test
