// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/changed_rows.h"
#include "core/changes/history.h"

#include <QAbstractListModel>

#include <deque>

namespace thimblely::ui {

class Desk;

//! What an operation was, in a sentence; for those that are nobody's news a plain one.
QString historySentence(const changes::History::Operation &operation);

/*!
 * What was done, newest first, page by page by key as the list is scrolled; read on the reader's thread, as a filter may
 * look at every operation of a large file. What a commit adds comes in above, and selection and place stay. A read that
 * fails is told by failed() and leaves the rows as they were. GUI thread.
 */
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit HistoryModel(Desk &desk, QObject *parent = nullptr);

    //! Starts again at the newest.
    void show(const changes::History::Filter &filter);
    const changes::History::Filter &filter() const { return m_filter; }
    //! Takes up what a commit wrote.
    void refresh();

    const changes::History::Operation &operation(int row) const { return m_rows[size_t(row)].operation; }
    //! Whether the first page has come: before that an empty list means nothing.
    bool isLoaded() const { return m_loaded; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);
    //! A read came in: of a new filter, or of what a commit changed.
    void loaded();

private:
    struct Row {
        changes::History::Operation operation;
        std::optional<changes::ChangedRows::Thing> thing; //!< what it was about
    };
    struct Page {
        std::vector<Row> rows;
        std::optional<qint64> next;
    };

    static Result<Page> readPage(access::Session &session, const changes::History::Filter &filter,
                                 std::optional<qint64> before, int limit);
    QString sentence(const Row &row) const;
    template <typename Done>
    void read(std::optional<qint64> before, int limit, Done done);
    void start(Page page);
    void patch(Page page);
    void append(Page page);

    Desk &m_desk;
    changes::History::Filter m_filter;
    std::deque<Row> m_rows;
    std::optional<qint64> m_next;
    int m_asked = 0; //!< what is on its way for an earlier question is dropped
    bool m_loaded = false;
    bool m_reading = false;
    bool m_refreshAgain = false; //!< something was written meanwhile
};

} // namespace thimblely::ui
