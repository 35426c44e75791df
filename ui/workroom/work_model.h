// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/workroom/work_board.h"

#include <QAbstractListModel>

#include <deque>
#include <optional>

namespace thimblely::ui {

class Desk;

/*!
 * Pieces of a column of the board, or all that is in work under the heads of its days. It reads nothing: whoever shows
 * it fills it page by page, as it asks for them (moreWanted). New rows replace those of the same piece where they
 * stand, so that what is chosen stays chosen.
 */
class WorkModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IsHead = Qt::UserRole + 1 };

    explicit WorkModel(Desk &desk, QObject *parent = nullptr);

    void setColumn(const workroom::BoardColumn &column, const workroom::Steps &steps);
    //! `mine`: all of it is given to whoever looks, so that nobody is named.
    void setList(const workroom::WorkList &list, bool mine);
    bool isMine() const { return m_mine; }
    //! The page that was asked for; nothing where it could not be read, so that it is asked for again.
    void append(const std::optional<workroom::WorkPage> &page);
    const std::optional<workroom::WorkKey> &next() const { return m_next; }
    bool isFetching() const { return m_fetching; }

    //! Null: it is the head of a day.
    const workroom::WorkCard *card(int row) const
    {
        return m_rows[size_t(row)].card ? &*m_rows[size_t(row)].card : nullptr;
    }
    const workroom::WorkDay &day(int row) const { return m_rows[size_t(row)].day; }
    const workroom::Steps &steps() const { return m_steps; }
    //! -1: it is not here, or not yet.
    int rowOf(OrderItemId piece) const;
    int cards() const;
    //! Of the numbers, so that they stand in one column.
    const QString &longestTag() const { return m_longestTag; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    struct Row {
        workroom::WorkDay day = {}; //!< that it begins, or belongs to
        std::optional<workroom::WorkCard> card = {};

        QByteArray key() const;
    };
    std::vector<Row> rowsOf(const std::vector<workroom::WorkCard> &cards,
                            const std::optional<workroom::WorkDay> &before) const;
    void measure(const std::vector<workroom::WorkCard> &cards);
    workroom::WorkDay dayOf(const workroom::WorkCard &card) const;
    void show(std::vector<Row> rows, const std::optional<workroom::WorkKey> &next);

    Desk &m_desk;
    workroom::Steps m_steps = workroom::Steps::usual();
    std::deque<Row> m_rows;
    std::vector<workroom::WorkDay> m_days; // of the whole list; empty: a column, which has no heads
    bool m_byDay = false;
    bool m_mine = false;
    QString m_longestTag;
    std::optional<workroom::WorkKey> m_next;
    bool m_fetching = false;
};

} // namespace thimblely::ui
