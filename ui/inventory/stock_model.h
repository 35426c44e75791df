// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/changes/change_set.h"
#include "core/inventory/stock.h"
#include "ui/theme/roles.h"

#include <QAbstractListModel>

#include <vector>

namespace thimblely::ui {

class Desk;

//! What of the stock is listed.
enum class StockList { Rolls, Trims, Goods, Low };

/*!
 * A list of the stock by name, read page by page by key as it is scrolled, or what was found by some words. A change is
 * patched in, so that selection and place survive. A read that fails is told by failed() and leaves the rows. GUI thread.
 */
class StockModel : public QAbstractListModel {
    Q_OBJECT

public:
    explicit StockModel(Desk &desk, QObject *parent = nullptr);

    StockList list() const { return m_list; }
    const QString &words() const { return m_words; }
    //! Starts again at the first page; with words among all that is stocked.
    void show(StockList list, const QString &words = {});
    //! What is shown, read anew.
    void reload();
    void apply(const changes::ChangeSet &changes);

    const inventory::ItemRow &item(int row) const { return m_rows[size_t(row)]; }
    int rowOf(InventoryItemId item) const; //!< -1 where it is not, among those read so far
    bool isLoaded() const { return m_loaded; }
    //! What a bar as wide as its column stands for.
    Quantity scale() const { return m_scale; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const thimblely::Error &error);

private:
    Result<inventory::ItemPage> page(const std::optional<inventory::ItemKey> &after, int limit) const;
    void measure();

    Desk &m_desk;
    StockList m_list = StockList::Rolls;
    QString m_words;
    std::vector<inventory::ItemRow> m_rows;
    std::optional<inventory::ItemKey> m_next;
    Quantity m_scale{1000};
    bool m_loaded = false;
    bool m_patching = false;
};

//! A state worth a word in the list: low, gone, promised beyond what is there.
struct StockState {
    Status status;
    QString word;
};
std::optional<StockState> stockState(const inventory::ItemRow &item, const QLocale &locale);

} // namespace thimblely::ui
