// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/privileged/erasure_reach.h"
#include "core/access/privileged/erasure_rules.h"
#include "core/accounts/password_hash.h"
#include "core/calendar/fitting_service.h"
#include "core/changes/draft_store.h"
#include "core/changes/import_register.h"
#include "core/changes/media_folder.h"
#include "core/changes/media_register.h"
#include "core/clients/client_log.h"
#include "core/clients/client_merge_service.h"
#include "core/finance/till_service.h"
#include "core/invoices/invoice_service.h"
#include "core/measurements/measurement_service.h"
#include "core/orders/hold_service.h"
#include "core/orders/rack_service.h"
#include "core/privacy/erasure_service.h"
#include "tests/core/finance/till_shop.h"
#include "tests/core/privacy/shop_bytes.h"

#include <QDir>

namespace thimblely::test {

/*!
 * A shop in which two clients have lived through everything that the program lets anyone type about them, each with a
 * word of their own in every field; what is found of the word is in the files.
 */
class ErasureShop {
public:
    static constexpr const char *password = "needle and thread";

    //! What one of them left behind.
    struct Life {
        QString word;
        ClientId client;
        ClientId child; //!< whom they pay for
        OrderId order;
        OrderId billed;
        InvoiceId invoice;
    };

    ErasureShop()
    {
        const auto store = access::PrincipalStore::open({path()}).value();
        sure(store->setPasswordHash(owner().person, sure(hashSecret(QLatin1String(password))), clock().now()));
        QDir().mkpath(papers());
    }

    QString path() const { return till.shop.shop.path(); }
    QString papers() const { return till.shop.shop.dir.filePath(QStringLiteral("papers")); }
    FakeClock &clock() { return till.shop.shop.clock; }
    const access::Principal &owner() const { return till.shop.shop.principal; }
    access::Session &session() { return *till.shop.shop.session; }
    changes::WriteDoor &door() { return *till.shop.shop.door; }
    ShopBytes bytes() const { return ShopBytes(path()); }
    QStringList marks(const QString &word) const { return bytes().marks(word); }
    QStringList places(const QByteArray &text) const { return bytes().places(text); }
    ErasureService erasing() { return {path(), owner(), clock(), papers()}; }

    //! `word`: seven letters that stand nowhere else; `digits`: six, likewise.
    Life live(const QString &word, const QString &digits)
    {
        m_word = word;
        Life life{word,
                  addClient(digits),
                  addChild(),
                  OrderId::make(clock()),
                  OrderId::make(clock()),
                  InvoiceId::make(clock())};
        linkChild(life);
        mergeOther(life.client, digits);
        life.order = orderAndWear(life);
        life.billed = orderAndBill(life);
        life.invoice = sure(await(invoices().issue(life.billed))).id;
        payAround(life);
        writeRowsWithoutScreen(life);
        fillColumns(life);
        typeDrafts(life);
        layPapers(life);
        return life;
    }

    //! What a file holds in free pages and in the gaps of others that was written where deleted rows are not overwritten.
    void leaveScraps(const QString &word)
    {
        const auto connection = storage::Connection::open({path()}).value();
        sure(connection->executeScript(
            "PRAGMA secure_delete = OFF;"
            "CREATE TABLE scraps (text TEXT);"
            "INSERT INTO scraps WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)"
            " SELECT '" +
            word.toUtf8() +
            "' || i || hex(randomblob(200)) FROM n; DROP TABLE scraps;"
            "PRAGMA wal_checkpoint(TRUNCATE);"));
    }
    //! So many others that the full-text index has taken in who came before.
    void othersCome()
    {
        for (int i = 0; i < 70; ++i) {
            ClientDraft draft;
            draft.name = QStringLiteral("Passer-by %1").arg(i);
            const ClientId client = sure(await(till.shop.clients.add(draft)));
            orders::OrderDraft order = till.shop.order({OrderShop::piece("Hem", 1'000)});
            order.client = client;
            sure(await(till.shop.orders.book(order)));
        }
    }

    TillShop till;
    int filled = 0;       //!< columns that took a mark
    QStringList unfilled; //!< those that take only the program's own words

private:
    //! Ends with a letter: what stands behind it in the file may be a digit.
    QString mark() { return m_word + QString::number(++m_marks) + u'x'; }
    invoices::InvoiceService invoices() { return {session(), door()}; }

    ClientDraft card(const QString &digits)
    {
        ClientDraft draft;
        draft.name = mark() + u' ' + mark();
        draft.phones = {{QStringLiteral("0803") + digits + u'1'}, {QStringLiteral("0703") + digits + u'2'}};
        draft.email = mark() + QStringLiteral("@example.org");
        draft.company = mark();
        draft.address = mark() + u'\n' + mark();
        draft.birthDate = day("1987-03-14");
        draft.notes = mark();
        draft.fitNotes = mark();
        draft.tags = {mark(), mark()};
        draft.taxId = mark();
        return draft;
    }

    ClientId addClient(const QString &digits)
    {
        const ClientId id = sure(await(till.shop.clients.add(card(digits))));
        sure(await(till.shop.clients.update(id, card(digits)))); // former values, in the history
        sure(await(till.shop.clients.update(id, card(digits))));
        sure(await(door().undo()));
        ClientLogService log(session(), door());
        for (const LogKind kind : {LogKind::Call, LogKind::Note})
            sure(await(log.add(id, kind, mark())));
        MeasurementDraft measures{id,
                                  {},
                                  SetKind::Body,
                                  {sure(MeasuredValue::parse(QStringLiteral("waist_circ"), Side::Both,
                                                             QStringLiteral("82.3"), LengthUnit::Centimetre))}};
        measures.notes = mark();
        measures.posture = QStringLiteral("{\"note\":\"") + mark() + QStringLiteral("\"}");
        m_set = sure(await(MeasurementService(session(), door()).save(measures)));
        return id;
    }

    ClientId addChild()
    {
        ClientDraft draft;
        draft.name = QStringLiteral("Child of ") + QString::number(++m_children);
        return sure(await(till.shop.clients.add(draft)));
    }

    void linkChild(const Life &life)
    {
        ClientDraft draft = sure(till.shop.clients.load(life.child)).fields;
        draft.payer = life.client;
        draft.relation = mark();
        sure(await(till.shop.clients.update(life.child, draft)));
        draft.relation = mark();
        sure(await(till.shop.clients.update(life.child, draft)));
    }

    void mergeOther(ClientId client, const QString &digits)
    {
        const ClientId other = sure(await(till.shop.clients.add(card(digits))));
        sure(await(ClientMergeService(session(), door()).merge(client, other)));
    }

    changes::Media photo()
    {
        const QByteArray bytes = "picture of " + mark().toUtf8();
        changes::Media media{sure(changes::MediaFolder(path()).put(bytes))};
        media.size = bytes.size();
        media.thumbnail = "small " + mark().toUtf8();
        return media;
    }

    orders::PieceDraft everyWord()
    {
        orders::PieceDraft piece = OrderShop::piece("Trousers", 20'000);
        piece.name = mark();
        piece.description = mark();
        piece.colour = mark();
        piece.mark = mark();
        piece.styleNote = mark();
        piece.condition = {mark(), mark()};
        piece.discount = naira(1'000);
        piece.discountReason = mark();
        piece.clientClothNote = mark();
        piece.clientCloth = Quantity::whole(3);
        piece.fabricSource = orders::FabricSource::Client;
        piece.measurementSet = m_set;
        piece.photos = {photo(), photo()};
        orders::Task task;
        task.name = mark();
        task.amount = mark();
        piece.tasks = {task};
        return piece;
    }

    OrderId orderAndWear(const Life &life)
    {
        orders::PieceDraft merchant = everyWord();
        merchant.fabricSource = orders::FabricSource::Merchant;
        merchant.clientCloth = std::nullopt;
        merchant.clothOrder = orders::ClothOrder{mark(), mark()};
        orders::OrderDraft draft = till.shop.order({everyWord(), merchant});
        draft.client = life.client;
        draft.title = mark();
        draft.notes = mark();
        draft.paperTicketNumber = mark();
        const OrderId order = sure(await(till.shop.orders.book(draft))).id;
        const auto pieces = till.shop.pieceIds(order);
        orders::HoldService holds(door());
        sure(await(holds.ask(pieces[0], orders::HoldReason::Client, mark())));
        sure(await(holds.answer(pieces[0], mark())));
        calendar::FittingService fittings(door());
        sure(await(till.shop.orders.moveStage(pieces[0], orders::Stage::Fitting)));
        sure(await(fittings.fitAgain({pieces[0], mark(), true}, {clock().now().plusMsecs(86'400'000)})));
        orders::ClothNews givenBack;
        givenBack.returned = Quantity::whole(3);
        givenBack.initials = mark();
        sure(await(till.shop.orders.recordCloth(pieces[0], givenBack)));
        sure(await(till.shop.orders.complete(order)));
        sure(await(orders::RackService(session(), door()).hang(pieces, mark())));
        sure(await(till.payments.take(order, {naira(38'000), finance::PaymentMethod::Card, {}, mark()})));
        handOver(order);
        return order;
    }

    OrderId orderAndBill(const Life &life)
    {
        orders::OrderDraft draft = till.shop.order({OrderShop::piece("Jacket", 45'000)});
        draft.client = life.client;
        const OrderId order = sure(await(till.shop.orders.book(draft))).id;
        sure(await(till.shop.orders.complete(order)));
        sure(await(
            till.payments.take(order, {naira(45'000), finance::PaymentMethod::Transfer, {}, mark(), false, true})));
        handOver(order);
        return order;
    }

    void handOver(OrderId order)
    {
        orders::HandOver away = withTicket({order});
        away.collector = mark();
        away.identity = mark();
        sure(await(till.shop.orders.handOver(away)));
    }

    void payAround(const Life &life)
    {
        const auto paid = sure(till.payments.ofOrder(life.billed));
        sure(await(till.payments.refund(paid.front().id, mark(), naira(5'000))));
        sure(await(till.payments.take(life.billed, {naira(5'000), finance::PaymentMethod::Card, {}, mark()})));
    }

    void writeRowsWithoutScreen(const Life &life)
    {
        const auto write = [&](changes::WriteContext &context) -> Result<void> {
            const auto text = [&] { return access::FieldValue(mark()); };
            const RowId channel = RowId::make(clock());
            TRY(context.rows().insert(storage::Table::CommunicationChannels, channel,
                                      {{"channel_type", "sms"}, {"channel_name", "Text"}}));
            TRY(context.rows().insert(storage::Table::Messages, RowId::make(clock()),
                                      {{"channel_id", channel},
                                       {"client_id", life.client},
                                       {"direction", "outbound"},
                                       {"content", text()},
                                       {"recipient_name", text()},
                                       {"recipient_identifier", text()}}));
            TRY(context.rows().insert(
                storage::Table::Feeds, RowId::make(clock()),
                {{"user_id", owner().person}, {"order_id", life.order}, {"feed_type", "image"}, {"caption", text()}}));
            TRY(context.rows().insert(storage::Table::Notifications, RowId::make(clock()),
                                      {{"user_id", owner().person},
                                       {"notification_type", "ready"},
                                       {"title", text()},
                                       {"message", text()},
                                       {"reference_type", "orders"},
                                       {"reference_id", life.order}}));
            TRY(changes::ImportRegister::remember(context, {"vcard", storage::Table::Clients, mark()},
                                                  life.client.bytes(), {}));
            return {};
        };
        sure(await(door().write<void>({"test.rows", {mark()}}, write)));
    }

    //! A mark in every column of their rows that takes one, and another after it, so that the history holds the first.
    void fillColumns(const Life &life)
    {
        const auto connection = sure1(storage::Connection::open({path()}));
        sure(
            connection->executeScript("INSERT INTO sys_operations (uid, workspace_id, device_id, kind, label,"
                                      " happened_at) SELECT randomblob(16), workspace_id, device_id, 'test.fill', '[]',"
                                      " 1 FROM sys_operations WHERE workspace_id IS NOT NULL LIMIT 1"));
        connection->setOperation(connection->lastRowid());
        access::ErasureReach reach(*connection);
        sure(reach.find(owner().workspace, life.client));
        for (const access::ErasureRule &rule : access::erasureRules()) {
            if (rule.table == storage::Table::Transactions) // hashed as they were written: payAround() fills them
                continue;
            fillTable(*connection, rule);
        }
    }

    static std::unique_ptr<storage::Connection> sure1(Result<std::unique_ptr<storage::Connection>> result)
    {
        return std::move(result.value());
    }

    void fillTable(storage::Connection &connection, const access::ErasureRule &rule)
    {
        const QByteArray table(storage::facts(rule.table).name);
        std::vector<QByteArray> columns;
        {
            auto query = connection.query("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'").value();
            query->bind(table.constData());
            while (sure(query->step()))
                columns.push_back(query->utf8(0));
        }
        for (const QByteArray &column : columns) {
            const QByteArray named = ' ' + QByteArray(rule.kept) + ' ';
            const bool derived = storage::isDerived(storage::facts(rule.table), std::string_view(column.constData()));
            if (derived || named.contains(' ' + column + ' ') || column == "bills_to") // hashed as it was issued
                continue;
            const auto fill = [&](const QString &text) {
                const QByteArray sql =
                    "UPDATE main." + table + " SET " + column + " = '" + text.toUtf8() +
                    "' WHERE id IN (SELECT id FROM temp.going WHERE table_id = " + QByteArray::number(int(rule.table)) +
                    ')';
                return connection.executeScript(sql).ok();
            };
            const auto json = [this] { return QStringLiteral("{\"note\":\"") + mark() + QStringLiteral("\"}"); };
            if ((fill(mark()) && fill(mark())) || (fill(json()) && fill(json())))
                ++filled;
            else
                unfilled.append(QString::fromLatin1(table + '.' + column));
        }
    }

    void typeDrafts(const Life &life)
    {
        const auto connection = session().openConnection().value();
        changes::DraftStore drafts(*connection, clock());
        sure(drafts.save("client", life.client.toString(), {{QStringLiteral("notes"), mark()}}));
        const QString name = sure(till.shop.clients.load(life.client)).fields.name;
        sure(drafts.save("counter", m_word, {{QStringLiteral("typed"), QString(name + u' ' + mark())}}));
    }

    void layPapers(const Life &life)
    {
        const auto lay = [this](const QString &name) {
            QFile file(papers() + u'/' + name);
            if (!file.open(QIODevice::WriteOnly) || file.write("%PDF " + mark().toUtf8()) < 0)
                qFatal("%s", qPrintable(name));
        };
        const auto client = sure(till.shop.clients.load(life.client));
        lay(QStringLiteral("claim-%1.pdf").arg(sure(till.shop.orders.load(life.order)).number));
        lay(QStringLiteral("notice-%1-2026-11-25.pdf").arg(sure(till.shop.orders.load(life.order)).number));
        lay(QStringLiteral("invoice-%1.pdf").arg(sure(invoices().load(life.invoice)).number));
        lay(QStringLiteral("measures-%1-%2-2026-11-25.pdf")
                .arg(client.number, QString(client.fields.name).replace(u' ', u'-')));
        lay(QStringLiteral("statement-%1-2026-11-25.pdf").arg(QString(client.fields.name).replace(u' ', u'-')));
    }

    QString m_word;
    int m_marks = 0;
    int m_children = 0;
    std::optional<MeasurementSetId> m_set;
};

} // namespace thimblely::test
