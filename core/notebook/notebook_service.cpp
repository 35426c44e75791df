// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/notebook/notebook_service.h"

#include "core/changes/media_register.h"
#include "core/inventory/shop_terms.h"
#include "core/notebook/notebook_writer.h"
#include "core/notebook/same_balance.h"

namespace thimblely::notebook {

namespace {

using changes::Operation;
using changes::WriteContext;

//! How a page leaves its operation of which a line was refused: what was done of it is rolled back.
constexpr char refusedCode[] = "notebook.refused";

bool isLinesOwnFault(const Error &error)
{
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Conflict;
}

Result<void> enterLine(WriteContext &context, const Page &page, size_t at, Entered &entered)
{
    const auto line = writeLine(context, page.lines[at], page.photo ? page.photo->sha256 : QByteArray());
    if (!line && isLinesOwnFault(line.error())) {
        entered.refused.push_back({at, line.error()});
        return {};
    }
    if (!line)
        return line.error();
    entered.orders += line->pieces > 0;
    entered.balances += line->pieces == 0;
    entered.pieces += line->pieces;
    entered.newClients += line->newClient;
    entered.numbers.push_back(line->order ? line->order->number : QString());
    return {};
}

Result<void> enterAll(WriteContext &context, const Page &page, Entered &entered)
{
    TRY(context.principal().require(access::Capability::DataImport));
    if (page.lines.empty())
        return Error{ErrorKind::Invalid, "notebook.empty", {}, {}};
    TRY_ASSIGN(const auto terms, inventory::ShopTerms::load(context.connection()));
    for (size_t at = 0; at < page.lines.size(); ++at) {
        if (const auto checked = checkLine(page.lines[at], terms.currency); !checked)
            entered.refused.push_back({at, checked.error()});
    }
    if (!entered.refused.empty()) // all that can be mended at once
        return Error{ErrorKind::Invalid, refusedCode, {}, {}};
    if (page.photo)
        TRY(changes::MediaRegister::add(context, *page.photo));
    for (size_t at = 0; at < page.lines.size(); ++at)
        TRY(enterLine(context, page, at, entered));
    if (!entered.refused.empty())
        return Error{ErrorKind::Invalid, refusedCode, {}, {}};
    context.nameIt({QString::number(entered.orders), QString::number(entered.pieces)});
    return {};
}

} // namespace

Result<std::vector<Known>> NotebookService::recognise(access::Session &session, const std::vector<Line> &lines)
{
    std::vector<Known> all;
    for (const Line &line : lines) {
        Known known;
        const clients::Described who = whoOf(line);
        const auto found = clients::describedOrNamed(session.reader(), who);
        if (!found && !isLinesOwnFault(found.error()))
            return found.error();
        if (!found)
            known.problem = found.error();
        else if (!*found && !who.number.isEmpty())
            known.problem = Error{ErrorKind::NotFound, "client.no_such_number", {who.number}, {}};
        else if (*found) {
            known.client = **found;
            TRY_ASSIGN(auto query,
                       session.reader().query("SELECT name, ifnull(client_number, '') FROM clients WHERE id = ?"));
            query->bind(*known.client);
            TRY(query->step());
            known.name = query->text(0);
            known.number = query->text(1);
            if (line.isBalance() && (line.total || line.paid)) {
                const auto same = checkSameBalance(session.reader(), *known.client, line);
                if (!same && !isLinesOwnFault(same.error()))
                    return same.error();
                if (!same)
                    known.problem = same.error();
            }
        }
        all.push_back(std::move(known));
    }
    return all;
}

QFuture<Result<Entered>> NotebookService::enter(Page page)
{
    // Shared with the writer thread: what was refused outlives the operation that was rolled back.
    const auto entered = std::make_shared<Entered>();
    auto written = m_door.write<Entered>(Operation{"notebook.enter"},
                                         [entered, page = std::move(page)](WriteContext &context) -> Result<Entered> {
                                             TRY(enterAll(context, page, *entered));
                                             return *entered;
                                         });
    return written.then([entered](Result<Entered> result) -> Result<Entered> {
        if (!result && result.error().code == refusedCode)
            return Entered{0, 0, 0, 0, {}, entered->refused};
        return result;
    });
}

} // namespace thimblely::notebook
