// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/finance/till.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! What the till moved on its open day, the newest first, fetched page by page as the list is scrolled; or the payments
//! of whatever day that what was typed finds.
class TillEntriesModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit TillEntriesModel(Desk &desk, QObject *parent = nullptr);

    //! Reads as many rows again as were there; what did not change stays where it is.
    void reload();
    //! Empty: the open day.
    void setWords(const QString &words);
    bool isSearch() const { return !m_words.isEmpty(); }
    //! Amounts of what is counted, cash and cards, are dots: nobody adds up what should be there while they count it.
    void setBlind(bool blind);
    const finance::TillEntry &entry(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    Result<std::vector<finance::TillEntry>> rowsWanted() const;
    QString amountOf(const finance::TillEntry &entry) const;
    QString titleOf(const finance::TillEntry &entry) const;
    QString secondLineOf(const finance::TillEntry &entry) const;

    Desk &m_desk;
    std::vector<finance::TillEntry> m_rows;
    QString m_words;
    bool m_blind = false;
    bool m_atEnd = true;
};

} // namespace thimblely::ui
