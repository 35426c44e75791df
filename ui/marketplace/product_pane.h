// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/marketplace/product.h"
#include "ui/widgets/pane.h"

#include <optional>

class QLineEdit;
class QMenu;
class QStackedLayout;

namespace thimblely::ui {

class Button;
class Desk;
class FormDraft;
class Label;
class PhotoStrip;
class ReviewsModel;
class Segmented;
class TallList;

/*!
 * The page of one product: photos, price, words, what can be chosen, what people think of it; ordered, liked and reviewed
 * from here, and by its shop changed, published and put away. What the person may not do is not there.
 */
class ProductPane : public Card {
    Q_OBJECT

public:
    explicit ProductPane(Desk &desk, QWidget *parent = nullptr);

    void showProduct(const std::optional<marketplace::Product> &product);
    const std::optional<marketplace::Product> &product() const { return m_product; }
    void reload();
    void focusFirst();
    bool mayOrder() const;

Q_SIGNALS:
    void orderRequested();
    void editRequested();

private:
    QLayout *buildDeeds();
    QWidget *buildReviews();
    void connectParts();
    void showFacts();
    void showDeeds();
    void showMine();
    void fillMenu();
    void sendReview();
    void beginReview();
    bool mayWrite() const;

    Desk &m_desk;
    std::optional<marketplace::Product> m_product;
    QStackedLayout *m_stack = nullptr;
    Label *m_title = nullptr;
    Label *m_price = nullptr;
    Label *m_facts = nullptr;
    Label *m_words = nullptr;
    PhotoStrip *m_photos = nullptr;
    Button *m_order = nullptr;
    Button *m_publish = nullptr;
    Button *m_like = nullptr;
    Button *m_more = nullptr;
    QMenu *m_menu = nullptr;
    Label *m_hint = nullptr;
    ReviewsModel *m_reviews;
    TallList *m_list = nullptr;
    QWidget *m_say = nullptr;
    Segmented *m_stars = nullptr;
    QLineEdit *m_line = nullptr;
    Button *m_send = nullptr;
    FormDraft *m_draft = nullptr;
};

} // namespace thimblely::ui
