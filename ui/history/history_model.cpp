// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/history/history_model.h"

#include "ui/desk/day_text.h"
#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"
#include "ui/desk/operation_text.h"
#include "ui/history/change_words.h"
#include "ui/widgets/list_row_delegate.h"
#include "ui/widgets/row_patch.h"

#include <algorithm>
#include <utility>

namespace thimblely::ui {

using changes::History;

namespace {

constexpr int pageSize = 50;
constexpr int mostReread = 500;

//! Of what is nobody's news while it is done; what it did is told beside it.
QString quietSentence(const QByteArray &kind)
{
    if (kind.startsWith("first_start"))
        return HistoryModel::tr("Shop set up");
    if (kind == "settings.set")
        return HistoryModel::tr("Setting changed");
    const QString words = QString::fromLatin1(kind).replace(u'.', u' ').replace(u'_', u' ');
    return words.left(1).toUpper() + words.mid(1);
}

} // namespace

QString historySentence(const History::Operation &operation)
{
    const QString sentence = operationText(operation.kind, operation.args);
    const QByteArray plain = operation.kind.mid(operation.kind.indexOf(':') + 1);
    if (!operationText(plain, operation.args).isEmpty())
        return sentence;
    const QString words = quietSentence(plain);
    return operation.isUndo() ? HistoryModel::tr("Undone: %1").arg(words) : words;
}

HistoryModel::HistoryModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

Result<HistoryModel::Page> HistoryModel::readPage(access::Session &session, const History::Filter &filter,
                                                  std::optional<qint64> before, int limit)
{
    TRY_ASSIGN(History::Page operations, History(session).operations(filter, before, limit));
    Page page{{}, operations.next};
    changes::ChangedRows changed(session.reader());
    for (History::Operation &operation : operations.rows) {
        TRY_ASSIGN(auto thing, changed.thingOf(operation.id));
        page.rows.push_back({std::move(operation), std::move(thing)});
    }
    return page;
}

template <typename Done>
void HistoryModel::read(std::optional<qint64> before, int limit, Done done)
{
    m_reading = true;
    auto page = m_desk.reader().read<Page>([filter = m_filter, before, limit](access::Session &session) {
        return readPage(session, filter, before, limit);
    });
    whenDone(std::move(page), this, [this, asked = m_asked, done](Result<Page> result) {
        if (asked != m_asked)
            return;
        m_reading = false;
        if (!result) {
            m_next.reset(); // asked again when the list is next read, not at every repaint
            Q_EMIT failed(result.error());
            return;
        }
        (this->*done)(std::move(*result));
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void HistoryModel::show(const History::Filter &filter)
{
    m_filter = filter;
    ++m_asked;
    m_refreshAgain = false;
    read({}, pageSize, &HistoryModel::start);
}

void HistoryModel::refresh()
{
    if (m_reading) {
        m_refreshAgain = true;
        return;
    }
    read({}, std::clamp(int(m_rows.size()), pageSize, mostReread), &HistoryModel::patch);
}

void HistoryModel::start(Page page)
{
    beginResetModel();
    m_rows.assign(std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    m_next = page.next;
    m_loaded = true;
    endResetModel();
    Q_EMIT loaded();
}

void HistoryModel::patch(Page page)
{
    const RowPatch tell{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                        [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                        [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
    m_reading = true; // who is told of the rows may ask for more at once
    keepFirstRows(m_rows, mostReread, tell);
    patchRows(
        m_rows, std::move(page.rows), [](const Row &row) { return row.operation.number; }, tell);
    m_next = page.next;
    m_loaded = true;
    m_reading = false;
    Q_EMIT loaded();
}

void HistoryModel::append(Page page)
{
    m_next = page.next;
    if (page.rows.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    endInsertRows();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

//! "Piece moved: Jacket (Order 1042)"; a sentence that names something stays as it is.
QString HistoryModel::sentence(const Row &row) const
{
    const QString done = historySentence(row.operation);
    const bool names = std::ranges::any_of(row.operation.args, [&](const QString &arg) { return done.contains(arg); });
    if (names || !row.thing || row.thing->name.name.isEmpty() || done.contains(row.thing->name.name))
        return done;
    const auto &[name, of, ofTable, ofRow] = row.thing->name;
    return tr("%1: %2", "what was done, with what").arg(done, thingName(row.thing->table, name, of, ofTable));
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const History::Operation &row = m_rows[size_t(index.row())].operation;
    const auto second = [&] {
        QStringList parts{momentText(row.happenedAt, m_desk), row.person ? row.personName : tr("the program"),
                          row.deviceName};
        parts.removeAll({});
        return parts.join(QStringLiteral(" · "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return sentence(m_rows[size_t(index.row())]);
    case Qt::AccessibleTextRole:
        return QString(sentence(m_rows[size_t(index.row())]) + QStringLiteral(", ") + second() +
                       (row.undone ? QStringLiteral(", ") + tr("taken back") : QString()));
    case ListRowDelegate::SecondLine:
        return second();
    case ListRowDelegate::StatusRole:
        return row.undone ? QVariant(int(Status::Collected)) : QVariant();
    case ListRowDelegate::StatusWord:
        return row.undone ? tr("taken back") : QString();
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_reading;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(m_next, pageSize, &HistoryModel::append);
}

} // namespace thimblely::ui
