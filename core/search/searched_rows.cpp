// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/search/searched_rows.h"

#include "core/changes/restored_rows.h"
#include "core/search/fold.h"
#include "core/search/search_index.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace thimblely::search {

namespace {

const changes::RestoredRows clientsFollow(storage::Table::Clients,
                                          [](changes::WriteContext &context, const IdBytes &row) {
                                              return refreshClient(context, ClientId(row));
                                          });
const changes::RestoredRows ordersFollow(storage::Table::Orders,
                                         [](changes::WriteContext &context, const IdBytes &row) {
                                             return refreshOrder(context, OrderId(row));
                                         });
const changes::RestoredRows
    piecesFollow(storage::Table::OrderItems, [](changes::WriteContext &context, const IdBytes &row) -> Result<void> {
        std::optional<OrderId> order;
        {
            TRY_ASSIGN(auto query, context.query("SELECT order_id FROM order_items WHERE id = ?"));
            query->bind(OrderItemId(row));
            TRY_ASSIGN(const bool found, query->step());
            if (found)
                order = query->id<OrderId>(0);
        }
        return order ? refreshOrder(context, *order) : Result<void>();
    });

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

} // namespace

ClientWords clientWords(const QString &name, const QString &company, const QString &email, const QStringList &phones)
{
    ClientWords words{foldedOnce(name), {foldedOnce(company), foldedOnce(email)}};
    for (const QString &phone : phones)
        words.others.append(digitsOf(phone));
    words.others.removeAll(QString());
    words.others.removeAll(words.name);
    words.others.removeDuplicates();
    return words;
}

namespace {

QString foldedClient(const ClientWords &words, const QString &number)
{
    QString folded = words.name; // as joinedTexts() makes it, of texts that are each there once already
    const auto add = [&folded](const QString &text) {
        if (!folded.isEmpty() && !text.isEmpty())
            folded += QLatin1String("  ");
        folded += text;
    };
    const QString digits = foldedOnce(number);
    if (digits != words.name)
        add(digits);
    for (const QString &other : words.others) {
        if (other != digits)
            add(other);
    }
    return folded;
}

} // namespace

Result<void> addClient(changes::WriteContext &context, ClientId client, const ClientWords &words, const QString &number)
{
    return SearchIndex::putNew(context, Kind::Client, client.bytes(), foldedClient(words, number));
}

Result<void> refreshClient(changes::WriteContext &context, ClientId client)
{
    ClientWords words;
    QString number;
    {
        TRY_ASSIGN(auto query, context.query(R"(
            SELECT name, client_number, company, email, phones, phone_as_typed FROM clients WHERE id = ?)"));
        query->bind(client);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return {}; // in the bin: the scoped view hides it, and restoring it finds its entry again
        QStringList phones;
        const QJsonObject known = QJsonDocument::fromJson(query->utf8(4)).object();
        for (const auto &phone : known)
            phones.append(phone[QLatin1String("number")].toString());
        if (known.isEmpty())
            phones.append(query->text(5));
        words = clientWords(query->text(0), query->text(2), query->text(3), phones);
        number = query->text(1);
    }
    return SearchIndex::putFolded(context, Kind::Client, client.bytes(), foldedClient(words, number));
}

Result<void> refreshOrder(changes::WriteContext &context, OrderId order)
{
    QStringList texts;
    {
        TRY_ASSIGN(
            auto query,
            context.query("SELECT order_number, paper_ticket_no, customer_name, title FROM orders WHERE id = ?"));
        query->bind(order);
        TRY_ASSIGN(const bool found, query->step());
        if (!found)
            return {};
        texts = {query->text(0), query->text(1), query->text(2), query->text(3)};
    }
    {
        TRY_ASSIGN(auto query, context.query(R"(
            SELECT item_name, garment_type, colour, tag_code,
                   iif(collected_at IS NULL AND cancelled_at IS NULL, rack_location, NULL), set_name
              FROM order_items
             WHERE order_id = ? AND charge IS NULL
             ORDER BY position)"));
        query->bind(order);
        QStringList tags;
        for (;;) {
            TRY_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            texts.append(
                QStringList{query->text(0), query->text(1), query->text(2), query->text(4), query->text(5)}.join(u' '));
            tags.append(query->text(3));
        }
        texts += tags; // seven equal trousers are one text, with seven tags
    }
    return SearchIndex::put(context, Kind::Order, order.bytes(), texts);
}

} // namespace thimblely::search
