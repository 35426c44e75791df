// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "ui/desk/desk.h"
#include "ui/widgets/row_patch.h"

#include <QAbstractListModel>

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

namespace thimblely::ui {

//! What a list read page by page tells; the model itself is PagedModel.
class PagedModelBase : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

Q_SIGNALS:
    void failed(const thimblely::Error &error);
    //! A read came in: of another question, or of what a commit changed.
    void loaded();
};

/*!
 * Rows of a ledger, page by page by key as the list is scrolled, read on the reader's thread. What a commit adds comes in
 * at its place, and selection and place stay. A read that fails leaves the rows as they were. GUI thread.
 */
template <typename Row, typename Place>
class PagedModel : public PagedModelBase {
public:
    using Read =
        std::function<Result<std::vector<Row>>(access::Session &session, const std::optional<Place> &after, int limit)>;

    PagedModel(Desk &desk, QObject *parent) : PagedModelBase(parent), m_desk(desk) {}

    //! Starts again at the first row.
    void show(Read read)
    {
        m_read = std::move(read);
        ++m_asked;
        m_reading = m_again = false;
        ask({}, pageSize, &PagedModel::start);
    }
    //! Takes up what a commit wrote.
    void refresh()
    {
        if (!m_read)
            return;
        if (m_reading) {
            m_again = true;
            return;
        }
        // Where all of it stood there, what is new does not push the last one out.
        const int wanted = int(m_rows.size()) + (m_atEnd ? pageSize : 0);
        ask({}, std::clamp(wanted, pageSize, mostReread), &PagedModel::patch);
    }
    //! Before the first page came an empty list means nothing.
    bool isLoaded() const { return m_loaded; }
    const Row &row(int index) const { return m_rows[size_t(index)]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && !m_atEnd && !m_reading && m_read;
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            ask(placeOf(m_rows.back()), pageSize, &PagedModel::append);
    }

protected:
    virtual Place placeOf(const Row &row) const = 0;
    Desk &desk() const { return m_desk; }

private:
    static constexpr int pageSize = 50;
    static constexpr int mostReread = 500;

    void ask(std::optional<Place> after, int limit, void (PagedModel::*done)(std::vector<Row>, int))
    {
        m_reading = true;
        auto page = m_desk.reader().read<std::vector<Row>>(
            [read = m_read, after, limit](access::Session &session) { return read(session, after, limit); });
        whenDone(std::move(page), this, [this, asked = m_asked, limit, done](Result<std::vector<Row>> result) {
            if (asked != m_asked)
                return;
            m_reading = false;
            if (!result) {
                m_atEnd = true; // asked again when the list is next read, not at every repaint
                Q_EMIT failed(result.error());
                return;
            }
            (this->*done)(std::move(*result), limit);
            if (std::exchange(m_again, false))
                refresh();
        });
    }
    void start(std::vector<Row> page, int limit)
    {
        beginResetModel();
        m_atEnd = int(page.size()) < limit;
        m_rows.assign(std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()));
        m_loaded = true;
        endResetModel();
        Q_EMIT loaded();
    }
    void patch(std::vector<Row> page, int limit)
    {
        const RowPatch tell{
            [this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
            [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
            [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }};
        m_reading = true; // who is told of the rows may ask for more at once
        keepFirstRows(m_rows, mostReread, tell);
        m_atEnd = int(page.size()) < limit;
        patchRows(
            m_rows, std::move(page), [](const Row &row) { return row.id; }, tell);
        m_reading = false;
        Q_EMIT loaded();
    }
    void append(std::vector<Row> page, int limit)
    {
        m_atEnd = int(page.size()) < limit;
        if (page.empty())
            return;
        const int first = int(m_rows.size());
        m_reading = true; // who is told of the rows before they are there would ask for the same page
        beginInsertRows({}, first, first + int(page.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(page.begin()), std::make_move_iterator(page.end()));
        m_reading = false;
        endInsertRows();
    }

    Desk &m_desk;
    Read m_read;
    std::deque<Row> m_rows;
    int m_asked = 0; //!< what is on its way for an earlier question is dropped
    bool m_loaded = false;
    bool m_reading = false;
    bool m_again = false; //!< something was written meanwhile
    bool m_atEnd = true;
};

} // namespace thimblely::ui
