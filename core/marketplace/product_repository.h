// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/scoped_connection.h"
#include "core/marketplace/product.h"

namespace thimblely::marketplace {

/*!
 * Reads products out of the person's views; internal to this module. Each list is read by key along an index. By price
 * those in the shop's own currency come first: what is asked in another one cannot be compared. On the connection's thread.
 */
class ProductRepository {
public:
    explicit ProductRepository(access::ScopedConnection &reader) : m_reader(reader) {}

    //! What everybody is offered in the person's region.
    Result<std::vector<Product>> offered(const ProductQuery &query, Currency own,
                                         const std::optional<ProductPlace> &after, int limit);
    //! The shop's own of every state, the newest first.
    Result<std::vector<Product>> ours(const std::optional<ProductPlace> &after, int limit);
    Result<std::optional<Product>> one(ListingId product);
    Result<QStringList> categories();
    Result<std::vector<Review>> reviews(ListingId product, int limit);

    //! Which part of a list by price a statement reads.
    enum class Part { All, OwnCurrency, Others };
    //! The statement of a page; for a test that asks which index serves it.
    static QByteArray pageSql(const ProductQuery &query, Part part, bool further);

private:
    Result<std::vector<Product>> pageOf(const ProductQuery &query, Part part, Currency own,
                                        const std::optional<ProductPlace> &after, int limit);
    Result<Product> mapRow(storage::Statement &row, bool ours);
    Result<void> fill(std::vector<Product> &products);
    bool seesOurs() const;

    access::ScopedConnection &m_reader;
};

} // namespace thimblely::marketplace
