// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/first_entries.h"

#include "core/exchange/amounts.h"
#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"

#include <QCoreApplication>

namespace thimblely::ui {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("FirstEntries", words);
}

class Writer {
public:
    explicit Writer(const Desk &desk) : m_desk(desk) {}

    QString operator()(const Error &) const { return {}; }
    QString operator()(const ClientEntry &client) const
    {
        const auto &phones = client.draft.phones;
        return line(client.draft.name, phones.empty() ? client.draft.email : phones.front().number);
    }
    QString operator()(const SetEntry &set) const
    {
        return line(
            set.client.name,
            tr(QT_TRANSLATE_NOOP("FirstEntries", "measures: %1")).arg(m_desk.locale().toString(set.values.size())));
    }
    QString operator()(const ProductEntry &product) const { return line(product.name, amount(product.price)); }
    QString operator()(const OldOrderEntry &order) const
    {
        const QString who = order.line.name.isEmpty() ? order.line.phone : order.line.name;
        const auto &figure = order.total ? order.total : order.owed ? order.owed : order.credit;
        return line(order.line.ticket.isEmpty() ? who : order.line.ticket + u' ' + who, amount(figure));
    }
    QString operator()(const EventEntry &event) const
    {
        const auto day = Date::fromQDate(event.event.start.date());
        return line(event.event.title, day ? wholeDayText(*day, m_desk.locale()) : QString());
    }

private:
    static QString line(const QString &name, const QString &more)
    {
        return more.isEmpty() ? isolated(name) : isolated(name) + QStringLiteral(" · ") + isolated(more);
    }
    QString amount(const std::optional<Figure> &figure) const
    {
        const Currency currency = m_desk.profile().currency;
        const auto minor = figure ? exchange::scaled(*figure, currency.minorDigits()) : std::nullopt;
        return minor ? m_desk.amount(Money(*minor, currency)) : QString();
    }

    const Desk &m_desk;
};

} // namespace

QStringList firstEntries(const ImportPlan &plan, const ImportReport &report, const Desk &desk, size_t most)
{
    QStringList lines;
    size_t entry = 0;
    for (const ImportedFile &file : plan.files) {
        for (const ImportEntry &each : file.entries) {
            const RowFate fate = entry < report.fates.size() ? report.fates[entry] : RowFate::Refused;
            ++entry;
            if (fate != RowFate::Created && fate != RowFate::Updated)
                continue;
            if (size_t(lines.size()) == most)
                return lines << QStringLiteral("…");
            lines.append(std::visit(Writer(desk), each.content));
        }
    }
    return lines;
}

} // namespace thimblely::ui
