// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/marketplace/product_service.h"
#include "ui/desk/paged_model.h"

#include <QCoreApplication>

namespace thimblely::ui {

//! What everybody is offered, or the shop's own with how each of them stands.
class ProductsModel final : public PagedModel<marketplace::Product, marketplace::ProductPlace> {
    Q_DECLARE_TR_FUNCTIONS(ProductsModel)

public:
    using PagedModel::PagedModel;

    void showOffered(const marketplace::ProductQuery &query);
    void showOurs();
    bool isOurs() const { return m_ours; }
    int rowOf(marketplace::ListingId product) const;

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    marketplace::ProductPlace placeOf(const marketplace::Product &row) const override { return row.place(); }

private:
    bool m_ours = false;
};

} // namespace thimblely::ui
