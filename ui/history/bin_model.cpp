// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/bin_model.h"

#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"
#include "ui/history/change_words.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using changes::Bin;

namespace {

constexpr int pageSize = 50;

} // namespace

BinModel::BinModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void BinModel::show(const QString &words)
{
    m_words = words;
    read({}, pageSize);
}

void BinModel::refresh()
{
    read({}, std::max(pageSize, int(m_things.size())));
}

void BinModel::read(const std::optional<Bin::Key> &before, int limit)
{
    m_reading = true;
    auto page = m_desk.reader().read<Bin::Page>([words = m_words, before, limit](access::Session &session) {
        return Bin::page(session, words, before, limit);
    });
    whenDone(std::move(page), this, [this, asked = ++m_asked, more = before.has_value()](Result<Bin::Page> result) {
        if (asked != m_asked)
            return;
        m_reading = false;
        if (result)
            return take(std::move(*result), more);
        m_next.reset(); // asked again when the list is next read, not at every repaint
        Q_EMIT failed(result.error());
    });
}

void BinModel::take(Bin::Page page, bool more)
{
    m_next = page.next;
    if (more) {
        if (page.things.empty())
            return;
        beginInsertRows({}, int(m_things.size()), int(m_things.size() + page.things.size()) - 1);
        std::ranges::move(page.things, std::back_inserter(m_things));
        endInsertRows();
        return;
    }
    m_reading = true; // who is told of the rows may ask for more at once
    patchRows(
        m_things, std::move(page.things), [](const Bin::Thing &thing) { return thing.id; },
        RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                 [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                 [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
    m_reading = false;
    m_loaded = true;
    Q_EMIT loaded();
}

int BinModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_things.size());
}

QVariant BinModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Bin::Thing &thing = m_things[size_t(index.row())];
    const auto second = [&] {
        QStringList parts{tr("removed %1", "moment").arg(momentText(thing.deletedAt, m_desk)), thing.personName};
        if (thing.others > 0)
            parts.append(tr("with %n more that went along", nullptr, thing.others));
        parts.removeAll({});
        return parts.join(QStringLiteral(" · "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return thingWords(thing.table, thing.name, thing.of, thing.ofTable);
    case Qt::AccessibleTextRole:
        return QString(thingWords(thing.table, thing.name, thing.of, thing.ofTable) + QStringLiteral(", ") + second());
    case ListRowDelegate::SecondLine:
        return second();
    default:
        return {};
    }
}

bool BinModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_reading;
}

void BinModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(m_next, pageSize);
}

} // namespace thimblely::ui
