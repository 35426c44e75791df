// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/reviews_model.h"

#include "ui/desk/desk.h"
#include "ui/desk/isolated.h"
#include "ui/desk/moment_text.h"
#include "ui/marketplace/market_words.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace thimblely::ui {

using marketplace::ProductService;
using marketplace::Review;

ReviewsModel::ReviewsModel(Desk &desk, QObject *parent) : QAbstractListModel(parent), m_desk(desk) {}

void ReviewsModel::show(std::optional<marketplace::ListingId> product)
{
    if (product && product == m_product)
        return refresh();
    m_product = product;
    ++m_asked;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    refresh();
}

void ReviewsModel::refresh()
{
    if (!m_product)
        return;
    auto rows = m_desk.reader().read<std::vector<Review>>(
        [product = *m_product](access::Session &session) { return ProductService::reviews(session, product); });
    whenDone(std::move(rows), this, [this, asked = ++m_asked](Result<std::vector<Review>> result) {
        if (asked != m_asked)
            return;
        if (!result) {
            if (result.error().kind != ErrorKind::NotFound) // put away meanwhile
                Q_EMIT failed(result.error());
            return;
        }
        beginResetModel();
        m_rows = std::move(*result);
        endResetModel();
        Q_EMIT loaded();
    });
}

const Review *ReviewsModel::mine() const
{
    const auto found = std::ranges::find_if(m_rows, &Review::isMine);
    return found == m_rows.end() ? nullptr : &*found;
}

QString ReviewsModel::headOf(const Review &review) const
{
    const QString who = !review.authorName.isEmpty() ? review.authorName
                        : review.isMine              ? tr("You")
                                                     : tr("Somebody of another shop");
    return starWords(review.rating) + QStringLiteral(" \u00b7 ") + who + QStringLiteral(" \u00b7 ") +
           momentText(review.at, m_desk);
}

QVariant ReviewsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Review &shown = row(index.row());
    if (role == Qt::DisplayRole)
        return shown.text;
    if (role == Qt::AccessibleTextRole)
        return tr("%1 of 5 stars, %2").arg(shown.rating).arg(isolated(shown.text));
    return {};
}

namespace {

constexpr int padding = 12;

} // namespace

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const QString text = m_model.row(index.row()).text;
    const int words = text.isEmpty()
                          ? 0
                          : QFontMetrics(theme.font(TextStyle::Body))
                                .boundingRect(QRect(0, 0, width - 2 * padding, 100'000), Qt::TextWordWrap, text)
                                .height();
    return {width, std::max(theme.px(metric::Touch), 14 + theme.lineHeight(TextStyle::Caption) + words)};
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const Review &review = m_model.row(index.row());
    painter->save();
    if (option.state & QStyle::State_Selected)
        paintSelection(painter, option.rect, option.direction);
    const QRect inner = option.rect.adjusted(padding, 6, -padding, -8);
    const int caption = theme.lineHeight(TextStyle::Caption);
    const QString head = m_model.headOf(review);
    painter->setFont(theme.font(TextStyle::Caption));
    painter->setPen(theme.color(Role::Muted));
    painter->drawText(QRect(inner.left(), inner.top(), inner.width(), caption),
                      textFlags(head, Qt::AlignLeading, option.direction),
                      QFontMetrics(painter->font()).elidedText(head, Qt::ElideRight, inner.width()));
    painter->setFont(theme.font(TextStyle::Body));
    painter->setPen(theme.color(Role::Text));
    painter->drawText(inner.adjusted(0, caption, 0, 8),
                      Qt::TextWordWrap | Qt::AlignTop |
                          (textFlags(review.text, Qt::AlignLeading, option.direction) & Qt::AlignHorizontal_Mask),
                      review.text);
    painter->restore();
}

} // namespace thimblely::ui
