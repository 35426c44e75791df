// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/products_model.h"

#include "ui/desk/isolated.h"
#include "ui/marketplace/market_words.h"

namespace thimblely::ui {

using marketplace::ProductPlace;
using marketplace::ProductService;

void ProductsModel::showOffered(const marketplace::ProductQuery &query)
{
    m_ours = false;
    show([query](access::Session &session, const std::optional<ProductPlace> &after, int limit) {
        return ProductService::offered(session, query, after, limit);
    });
}

void ProductsModel::showOurs()
{
    m_ours = true;
    show([](access::Session &session, const std::optional<ProductPlace> &after, int limit) {
        return ProductService::ours(session, after, limit);
    });
}

int ProductsModel::rowOf(marketplace::ListingId product) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).id == product)
            return i;
    }
    return -1;
}

QVariant ProductsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const marketplace::Product &product = row(index.row());
    if (role == Qt::DisplayRole)
        return product.facts.facts.title;
    if (role != Qt::AccessibleTextRole)
        return {};
    QStringList parts{isolated(product.facts.facts.title), desk().amount(product.facts.facts.price)};
    if (const QString figures = figureWords(product, desk()); !figures.isEmpty())
        parts.append(figures);
    if (m_ours)
        parts.append(stateWord(product));
    return parts.join(QStringLiteral(", "));
}

} // namespace thimblely::ui
