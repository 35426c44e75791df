// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/accounts/invitation_service.h"
#include "core/accounts/member_service.h"
#include "core/accounts/team_service.h"
#include "core/clients/client_log.h"
#include "core/clients/client_service.h"
#include "core/finance/payment_service.h"
#include "core/finance/till_service.h"
#include "core/inventory/inventory_service.h"
#include "core/measurements/measurement_service.h"
#include "core/measurements/template_service.h"
#include "core/orders/hold_service.h"
#include "core/orders/order_service.h"
#include "core/workspaces/workspace_service.h"

namespace thimblely::test {

/*!
 * A workspace in which somebody has worked for a while, and every word that can be typed bears its mark: people, clients,
 * orders, stock, price list, templates, till, invitations, what its papers say and what lies in its bin.
 */
class MarkedShop {
public:
    MarkedShop(access::Session &session, changes::WriteDoor &door, QString mark)
        : m_session(session), m_door(door), m_mark(std::move(mark))
    {
        describe();
        addPeople();
        addClients();
        addGoods();
        takeOrders();
        keepTheTill();
    }

    ClientId client() const { return *m_client; }
    OrderId order() const { return *m_order; }

private:
    QString marked(const char *what) const { return QString::fromLatin1(what) + u' ' + m_mark; }
    Money money(qint64 whole) const { return {whole * 100, Currency::parse(u"NGN").value()}; }
    template <typename T>
    static T must(QFuture<Result<T>> future)
    {
        const auto done = changes::await(std::move(future));
        if (!done)
            qFatal("%s", qPrintable(thimblely::describe(done.error())));
        if constexpr (!std::is_void_v<T>)
            return done.value();
    }

    void describe()
    {
        WorkspaceService service(m_session, m_door);
        WorkspaceProfile profile = service.load().value();
        profile.legalName = marked("Legal name");
        profile.taxId = marked("Tax");
        profile.registrationNo = marked("Registration");
        profile.address = marked("Street");
        profile.phone = marked("Phone");
        profile.email = m_mark + QStringLiteral("@example.org");
        profile.receiptTerms = marked("Terms");
        profile.tax.name = marked("VAT");
        must(service.update(profile));
    }
    void addPeople()
    {
        MemberService team(m_session, m_door);
        MemberTerms own = team.own()->terms;
        own.name = marked("Amina");
        own.skills = {marked("shirts")};
        must(team.change(m_session.principal().member, own));
        must(TeamService(m_session, m_door)
                 .add({marked("Colleague"), access::Role::Member, access::Job::Counter, QStringLiteral("739164")}));
        must(InvitationService(m_session, m_door)
                 .make({access::Role::Member, marked("embroiderer"), m_mark + QStringLiteral("@invited.example"), 7}));
    }
    void addClients()
    {
        ClientService clients(m_session, m_door);
        const auto add = [&](const char *name, const QString &phone) {
            ClientDraft draft;
            draft.name = marked(name);
            draft.phones.push_back({phone});
            draft.address = marked("Road");
            draft.company = marked("Choir");
            draft.notes = marked("note");
            draft.fitNotes = marked("shoulder");
            draft.tags = {marked("tag")};
            return must(clients.add(draft));
        };
        m_client = add("Bello", QStringLiteral("0803 555 4471"));
        must(ClientLogService(m_session, m_door).add(*m_client, LogKind::Note, marked("logged")));
        must(clients.remove(add("Gone", QStringLiteral("0803 555 4472"))));
        TemplateService templates(m_session, m_door);
        must(templates.installMissing());
        TemplateDraft draft;
        draft.name = marked("Template");
        const MeasurementTemplate like = templates.all()->front();
        draft.fields = like.fields;
        must(templates.add(draft));
        MeasurementDraft set{*m_client, like.id, SetKind::Body, {}};
        set.values.push_back(MeasuredValue::parse(QStringLiteral("bust_circ"), Side::Both, QStringLiteral("98.5"),
                                                  LengthUnit::Centimetre)
                                 .value());
        set.notes = marked("measured");
        must(MeasurementService(m_session, m_door).save(set));
    }
    void addGoods()
    {
        inventory::InventoryService stock(m_session, m_door);
        inventory::ItemDraft task;
        task.kind = inventory::ItemKind::Service;
        task.name = marked("Hem");
        task.unit = QStringLiteral("pcs");
        task.sellingPrice = money(20);
        task.service.garmentTypes = {QStringLiteral("trousers")};
        task.service.quickRank = 1;
        must(stock.add(task));
        inventory::ItemDraft roll;
        roll.name = marked("Roll");
        roll.unit = QStringLiteral("m");
        roll.colour = marked("navy");
        roll.location = marked("shelf");
        roll.minimumStock = Quantity::whole(9);
        const InventoryItemId item = must(stock.add(roll));
        must(stock.stockIn(item, Quantity::whole(3), marked("delivery")));
    }
    void takeOrders()
    {
        orders::OrderService service(m_session, m_door);
        const ShopCalendar calendar = WorkspaceService(m_session, m_door).load()->calendar().value();
        const auto book = [&](int days) {
            orders::OrderDraft draft;
            draft.client = m_client;
            orders::PieceDraft piece;
            piece.garmentType = QStringLiteral("jacket");
            piece.name = marked("Jacket");
            piece.colour = marked("blue");
            piece.condition = {marked("shine")};
            piece.unitPrice = money(100);
            draft.pieces.push_back(piece);
            draft.promisedDate = calendar.dayOf(m_door.clock().now()).plusDays(days);
            return must(service.book(draft)).id;
        };
        m_order = book(0);
        must(service.complete(*m_order));
        const OrderId waiting = book(3);
        must(orders::HoldService(m_door).ask(service.load(waiting)->pieces[0].id, orders::HoldReason::Client,
                                             marked("Gold or silver?")));
    }
    void keepTheTill()
    {
        finance::TillService till(m_session, m_door);
        must(till.open(money(100)));
        must(till.move({finance::TillEntryKind::PaidOut, money(5), marked("thread")}));
        must(finance::PaymentService(m_session, m_door).take(*m_order, {money(30)}));
        must(till.count({{}, money(125)}));
        must(till.close({money(50), {}}));
        must(till.open(money(75)));
    }

    access::Session &m_session;
    changes::WriteDoor &m_door;
    const QString m_mark;
    std::optional<ClientId> m_client;
    std::optional<OrderId> m_order;
};

} // namespace thimblely::test
