// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/salvage.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace thimblely::backup {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Salvage", text);
}

//! What people call the rows of a table; what is not here is none of their business by its name.
struct Words {
    const char *table;
    const char *one;
    const char *many;
    const char *their; //!< "without their client"
};
constexpr std::array words = {
    Words{"clients", QT_TRANSLATE_NOOP("Salvage", "client"), QT_TRANSLATE_NOOP("Salvage", "clients"),
          QT_TRANSLATE_NOOP("Salvage", "their client")},
    Words{"orders", QT_TRANSLATE_NOOP("Salvage", "order"), QT_TRANSLATE_NOOP("Salvage", "orders"),
          QT_TRANSLATE_NOOP("Salvage", "their order")},
    Words{"order_items", QT_TRANSLATE_NOOP("Salvage", "piece"), QT_TRANSLATE_NOOP("Salvage", "pieces"),
          QT_TRANSLATE_NOOP("Salvage", "their piece")},
    Words{"client_measurements", QT_TRANSLATE_NOOP("Salvage", "set of measures"),
          QT_TRANSLATE_NOOP("Salvage", "sets of measures"), QT_TRANSLATE_NOOP("Salvage", "their measures")},
    Words{"client_interactions", QT_TRANSLATE_NOOP("Salvage", "note on a client"),
          QT_TRANSLATE_NOOP("Salvage", "notes on clients"), QT_TRANSLATE_NOOP("Salvage", "their note")},
    Words{"transactions", QT_TRANSLATE_NOOP("Salvage", "payment"), QT_TRANSLATE_NOOP("Salvage", "payments"),
          QT_TRANSLATE_NOOP("Salvage", "their payment")},
    Words{"invoices", QT_TRANSLATE_NOOP("Salvage", "invoice or receipt"),
          QT_TRANSLATE_NOOP("Salvage", "invoices and receipts"), QT_TRANSLATE_NOOP("Salvage", "their invoice")},
    Words{"inventory_items", QT_TRANSLATE_NOOP("Salvage", "entry of the price list or stock"),
          QT_TRANSLATE_NOOP("Salvage", "entries of the price list and stock"),
          QT_TRANSLATE_NOOP("Salvage", "their entry in the price list or stock")},
    Words{"inventory_movements", QT_TRANSLATE_NOOP("Salvage", "movement of stock"),
          QT_TRANSLATE_NOOP("Salvage", "movements of stock"), QT_TRANSLATE_NOOP("Salvage", "their movement")},
    Words{"sys_activity", QT_TRANSLATE_NOOP("Salvage", "step of work or of the till"),
          QT_TRANSLATE_NOOP("Salvage", "steps of work and of the till"), QT_TRANSLATE_NOOP("Salvage", "their step")},
    Words{"events", QT_TRANSLATE_NOOP("Salvage", "fitting or other date"),
          QT_TRANSLATE_NOOP("Salvage", "fittings and other dates"), QT_TRANSLATE_NOOP("Salvage", "their date")},
    Words{"profiles", QT_TRANSLATE_NOOP("Salvage", "person of the team"),
          QT_TRANSLATE_NOOP("Salvage", "people of the team"), QT_TRANSLATE_NOOP("Salvage", "who did it")},
    Words{"auth_users", QT_TRANSLATE_NOOP("Salvage", "login"), QT_TRANSLATE_NOOP("Salvage", "logins"),
          QT_TRANSLATE_NOOP("Salvage", "their login")},
    Words{"measurement_templates", QT_TRANSLATE_NOOP("Salvage", "template of measures"),
          QT_TRANSLATE_NOOP("Salvage", "templates of measures"), QT_TRANSLATE_NOOP("Salvage", "their template")},
    Words{"messages", QT_TRANSLATE_NOOP("Salvage", "message"), QT_TRANSLATE_NOOP("Salvage", "messages"),
          QT_TRANSLATE_NOOP("Salvage", "their message")},
};

const Words *wordsOf(const QByteArray &table)
{
    const auto found = std::ranges::find_if(words, [&table](const Words &w) { return table == w.table; });
    return found == words.end() ? nullptr : &*found;
}

QString counted(const QByteArray &table, qint64 count)
{
    const Words *said = wordsOf(table);
    const QString number = QString::number(count);
    if (!said)
        return count == 1 ? tr("1 other entry (%1)").arg(QString::fromLatin1(table))
                          : tr("%1 other entries (%2)").arg(number, QString::fromLatin1(table));
    return number + u' ' + tr(count == 1 ? said->one : said->many);
}

QString withoutTheir(const QByteArray &parent)
{
    const Words *said = wordsOf(parent);
    return said ? tr(said->their) : tr("what they belong to (%1)").arg(QString::fromLatin1(parent));
}

void addLost(const storage::SalvagedRows &rows, QStringList &lines)
{
    bool any = false;
    for (const storage::SalvagedTable &table : rows.tables) {
        if (table.table == "sys_journal" || table.table == "sys_operations" || table.table == "sys_search")
            continue; // said in one sentence below, or made anew
        if (table.lost > 0)
            lines.append(tr("Lost, on damaged pages: %1.").arg(counted(table.table, table.lost)));
        if (table.refused > 0)
            lines.append(tr("Left out, because they make no sense: %1.").arg(counted(table.table, table.refused)));
        any = any || table.lost + table.refused > 0;
    }
    if (!any)
        lines.append(tr("Nothing that is known to have been in the file is missing."));
}

} // namespace

QStringList linesOf(const Salvaged &salvaged)
{
    QStringList lines;
    for (const access::ShopFacts &shop : salvaged.shops)
        lines.append(tr("%1: %2 clients, %3 orders were read.")
                         .arg(shop.name, QString::number(shop.clients), QString::number(shop.orders)));
    addLost(salvaged.rows, lines);
    for (const storage::MissingParent &missing : salvaged.rows.parents) {
        if (missing.table.startsWith("sys_journal") || missing.table == "sys_operations")
            continue;
        if (missing.kept > 0)
            lines.append(
                tr("Kept, without %2: %1.").arg(counted(missing.table, missing.kept), withoutTheir(missing.parent)));
        if (missing.aside > 0)
            lines.append(tr("Not taken over, without %2: %1. The old file still has them.")
                             .arg(counted(missing.table, missing.aside), withoutTheir(missing.parent)));
    }
    const bool historyLost = std::ranges::any_of(salvaged.rows.tables, [](const storage::SalvagedTable &table) {
        return (table.table == "sys_journal" || table.table == "sys_operations") && table.lost > 0;
    });
    if (historyLost || salvaged.rows.forgotten > 0)
        lines.append(tr("A part of the history is gone. What was done before cannot be undone any more."));
    if (salvaged.missingNumbers > 0)
        lines.append(tr("Some numbers of papers or rows of a till are missing; “thimblectl verify” names them from now"
                        " on as known."));
    lines.append(tr("New orders, invoices and receipts go on in series of numbers of their own, as after a restore."));
    return lines;
}

} // namespace thimblely::backup
