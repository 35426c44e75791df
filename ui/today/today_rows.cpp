// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/today/today_rows.h"

#include "core/access/capability.h"
#include "ui/desk/desk.h"
#include "ui/desk/order_state.h"
#include "ui/desk/pay_methods.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace thimblely::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(thimblely::ui::TodayRows)
};

constexpr int calledAfterDays = 60; // a reminder that was not heard for two months is a call

QByteArray keyOf(QByteArrayView id)
{
    return id.toByteArray();
}

QString timeText(Desk &desk, Instant instant)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(instant.msecs(), QTimeZone(desk.calendar().zone()));
    return desk.locale().toString(moment.time(), QLocale::ShortFormat);
}

int daysSince(Desk &desk, Instant instant)
{
    return int(std::max<qint64>(0, desk.calendar().dayOf(instant).daysTo(desk.today())));
}

QString asInSentence(Desk &desk, const QString &name)
{
    return name.isEmpty() ? name : desk.locale().toLower(name.left(1)) + name.mid(1);
}

void setState(TodayRow &row, const StateWords &state)
{
    row.status = state.status;
    row.statusWord = state.word;
}

QString andMore(const QString &piece, int others)
{
    return others > 0 ? Texts::tr("%1 and %n more", "pieces", others).arg(piece) : piece;
}

//! Whose order it is and which of its pieces; a number stands for a name that nobody gave.
TodayRow rowOf(Desk &desk, const orders::GlancedOrder &glanced)
{
    const orders::OrderRow &order = glanced.order;
    TodayRow row{keyOf(order.id.view())};
    row.words.push_back({order.clientName.isEmpty() ? order.number : order.clientName, TextStyle::BodyStrong});
    QString what = andMore(asInSentence(desk, glanced.piece), glanced.others);
    if (!glanced.question.isEmpty())
        what = Texts::tr("%1: %2", "a piece and what its client is asked").arg(what, glanced.question);
    row.words.push_back({what, TextStyle::Body, Role::Muted});
    row.about = order.id;
    return row;
}

//! By their number or in writing, the words ready.
void reach(Desk &desk, TodayRow &row, const orders::OrderRow &order, const QString &word, ReachWhy why)
{
    if (order.client && desk.principal().can(access::Capability::ClientsRead)) {
        row.action = word;
        row.acts = ReachClient{*order.client, order.id, why};
    } else {
        row.action = Texts::tr("Open");
        row.acts = order.id;
    }
}

} // namespace

std::vector<TodayRow> dueRows(Desk &desk, const orders::TodaysOrders &today, size_t most)
{
    std::vector<TodayRow> rows;
    const auto add = [&](const std::vector<orders::GlancedOrder> &some, bool late) {
        for (const orders::GlancedOrder &glanced : some) {
            if (rows.size() == most)
                return;
            TodayRow row = rowOf(desk, glanced);
            setState(row, stateOf(glanced.order, today.day, desk.locale()));
            if (late) {
                reach(desk, row, glanced.order, Texts::tr("Call"), ReachWhy::Late);
            } else {
                row.action = Texts::tr("Open");
                row.acts = glanced.order.id;
            }
            rows.push_back(std::move(row));
        }
    };
    add(today.late.first, true);
    add(today.dueToday.first, false);
    return rows;
}

std::vector<TodayRow> readyRows(Desk &desk, const orders::TodaysOrders &today)
{
    std::vector<TodayRow> rows;
    for (const orders::GlancedOrder &glanced : today.ready.first) {
        TodayRow row = rowOf(desk, glanced);
        const int days = glanced.order.since ? daysSince(desk, *glanced.order.since) : 0;
        setState(row, readyFor(days, glanced.rack));
        reach(desk, row, glanced.order, days > calledAfterDays ? Texts::tr("Call") : Texts::tr("Remind"),
              ReachWhy::Ready);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TodayRow> waitingRows(Desk &desk, const orders::TodaysOrders &today)
{
    std::vector<TodayRow> rows;
    for (const orders::GlancedOrder &glanced : today.waiting.first) {
        TodayRow row = rowOf(desk, glanced);
        const int days = glanced.order.since ? daysSince(desk, *glanced.order.since) : 0;
        setState(row, waitsFor(days));
        reach(desk, row, glanced.order, Texts::tr("Call"), ReachWhy::Question);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TodayRow> fittingRows(Desk &desk, const std::vector<calendar::Fitting> &fittings)
{
    std::vector<TodayRow> rows;
    for (const calendar::Fitting &fitting : fittings) {
        TodayRow row{keyOf(fitting.id.view())};
        row.words.push_back({timeText(desk, fitting.startsAt), TextStyle::BodyStrong});
        if (!fitting.who.isEmpty())
            row.words.push_back({fitting.who, TextStyle::BodyStrong});
        const QString what = fitting.garments.isEmpty()
                                 ? fitting.title
                                 : andMore(fitting.garments.first(), int(fitting.garments.size()) - 1);
        row.words.push_back({asInSentence(desk, what), TextStyle::Body, Role::Muted});
        row.status = Status::Fitting;
        row.statusWord = !fitting.stage.isEmpty() ? fitting.stage
                         : fitting.number         ? Texts::tr("Fitting %1").arg(desk.locale().toString(*fitting.number))
                         : fitting.garments.isEmpty() ? Texts::tr("Fitting")
                                                      : fitting.title;
        if (fitting.order)
            row.about = *fitting.order;
        else if (fitting.client && desk.principal().can(access::Capability::ClientsRead))
            row.about = *fitting.client;
        row.acts = row.about;
        row.action = std::holds_alternative<std::monostate>(row.acts) ? QString() : Texts::tr("Open");
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TodayRow> lowStockRows(Desk &desk, const std::vector<inventory::ItemRow> &items)
{
    std::vector<TodayRow> rows;
    for (const inventory::ItemRow &item : items) {
        TodayRow row{keyOf(item.id.view())};
        const auto amount = [&](Quantity quantity) {
            return Texts::tr("%1 %2", "a quantity and its unit").arg(quantity.toText(desk.locale()), item.unit);
        };
        QString name = item.name;
        if (!item.colour.isEmpty())
            name = Texts::tr("%1, %2", "a cloth and its colour").arg(name, item.colour);
        row.words.push_back({name});
        if (item.reserved.milli() > 0)
            row.words.push_back({Texts::tr("%1 promised").arg(amount(item.reserved)), TextStyle::Body, Role::Muted});
        row.figure = amount(item.stock);
        row.action = Texts::tr("Order");
        row.acts = item.id;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TodayRow> tillRows(Desk &desk, const finance::TillState &state, const finance::TillSums *sums)
{
    using finance::TillPhase;
    std::vector<TodayRow> rows;
    const auto add = [&](const char *key, const QString &name, const Money &amount) -> TodayRow & {
        TodayRow row{key, {{name}}};
        row.figure = figureText(amount, desk.locale());
        row.figureStyle = TextStyle::Input;
        row.about = TillTask::Look;
        return rows.emplace_back(std::move(row));
    };
    const auto act = [](TodayRow &row, const QString &word, TillTask task) {
        row.action = word;
        row.acts = task;
    };
    if (state.phase == TillPhase::Closed)
        act(add("carried", Texts::tr("Left in the drawer"), state.carried), Texts::tr("Open till"), TillTask::Open);
    else
        act(add("float",
                Texts::tr("Float, opened %1").arg(state.openedAt ? timeText(desk, *state.openedAt) : QString()),
                state.opening),
            Texts::tr("Count"), TillTask::Count);
    if (!sums)
        return rows;
    for (const finance::TurnoverPart &part : finance::turnoverParts(*sums, finance::GivenBack::Within)) {
        const QString name = turnoverPartName(part);
        add(name.toUtf8().constData(), name, part.amount);
    }
    if (sums->waitingCount > 0) {
        TodayRow &row = add("waiting", Texts::tr("Transfers to confirm"), sums->waiting);
        row.words.push_back({desk.locale().toString(sums->waitingCount), TextStyle::BodyStrong});
        act(row, Texts::tr("Confirm"), TillTask::ConfirmTransfers);
    }
    return rows;
}

} // namespace thimblely::ui
