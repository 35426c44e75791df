// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/marketplace/product_grid.h"

#include "ui/desk/desk.h"
#include "ui/marketplace/market_words.h"
#include "ui/marketplace/products_model.h"
#include "ui/photos/picture_cache.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace thimblely::ui {

namespace {

constexpr int cardLeast = 176; // at 100 %
constexpr int gap = 12;
constexpr int padding = 12;

void writeLine(QPainter *painter, const QRect &rect, TextStyle style, Role role, const QString &text,
               Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::instance();
    painter->setFont(theme.font(style));
    painter->setPen(theme.color(role));
    painter->drawText(rect, textFlags(text, Qt::AlignLeading, direction),
                      QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, rect.width()));
}

void paintCovering(QPainter *painter, const QRect &rect, const QPixmap &picture)
{
    const Theme &theme = Theme::instance();
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect), metric::Radius, metric::Radius);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->fillPath(frame, theme.color(Role::Sunk));
    painter->setClipPath(frame);
    if (picture.isNull()) {
        paintIcon(painter, "i-photo", rect, theme.color(Role::Muted), theme.px(28));
    } else {
        QRect place(QPoint(), picture.size().scaled(rect.size(), Qt::KeepAspectRatioByExpanding));
        place.moveCenter(rect.center());
        painter->drawPixmap(place, picture);
    }
    painter->restore();
}

} // namespace

ProductGrid::ProductGrid(ProductsModel &model, Desk &desk, PictureCache &pictures, QWidget *parent) : QListView(parent)
{
    setAccessibleName(tr("Products"));
    setModel(&model);
    setItemDelegate(new ProductDelegate(model, desk, pictures, this));
    setFrameShape(QFrame::NoFrame);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the cards' width does not change when it comes
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setSelectionRectVisible(false);
    connect(&Theme::instance(), &Theme::changed, this, &ProductGrid::restyle);
    connect(&pictures, &PictureCache::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(&HideMoney::instance(), &HideMoney::changed, viewport(), qOverload<>(&QWidget::update));
    restyle();
}

void ProductGrid::restyle()
{
    QPalette colors = Theme::instance().palette();
    colors.setColor(QPalette::Base, Theme::instance().color(Role::Window));
    setPalette(colors);
    verticalScrollBar()->setSingleStep(Theme::instance().px(40));
    fitCards();
}

//! As many as fit share the width evenly.
void ProductGrid::fitCards()
{
    const int width = viewport()->width() - 1;
    const int columns = std::max(1, width / (Theme::instance().px(cardLeast) + gap));
    const int cell = std::max(1, width / columns);
    setGridSize({cell, ProductDelegate::cardHeight(cell - gap) + gap});
    scheduleDelayedItemsLayout();
}

void ProductGrid::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    fitCards();
}

void ProductGrid::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT activated(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_N && event->modifiers() == Qt::NoModifier)
        return event->ignore(); // the page's
    QListView::keyPressEvent(event);
}

void ProductGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && current.row() + 12 >= model()->rowCount() && model()->canFetchMore({}))
        model()->fetchMore({});
}

ProductDelegate::ProductDelegate(const ProductsModel &model, Desk &desk, PictureCache &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_desk(desk), m_pictures(pictures)
{}

int ProductDelegate::cardHeight(int width)
{
    const Theme &theme = Theme::instance();
    return width * 3 / 4 + 2 * padding + 4 + theme.lineHeight(TextStyle::BodyStrong) +
           theme.lineHeight(TextStyle::Body) + theme.lineHeight(TextStyle::Caption);
}

QSize ProductDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view ? view->gridSize() : QSize(cardLeast, cardHeight(cardLeast));
}

void ProductDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const marketplace::Product &product = m_model.row(index.row());
    const auto *view = qobject_cast<const QListView *>(option.widget);
    QRect cell(option.rect.topLeft(), view ? view->gridSize() : option.rect.size());
    const QRect card = cell.adjusted(0, 0, -gap, -gap);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintPanel(painter, card, theme.color(selected ? Role::Selected : Role::Surface),
               theme.color(selected ? Role::Accent : Role::Line));
    const QRect picture = card.adjusted(padding, padding, -padding, 0)
                              .adjusted(0, 0, 0, -(card.height() - card.width() * 3 / 4 - padding));
    const qreal ratio = painter->device()->devicePixelRatioF();
    paintCovering(painter, picture,
                  product.facts.photos.empty()
                      ? QPixmap()
                      : m_pictures.picture(product.facts.photos.front(), picture.size() * 2 * ratio));
    int top = picture.bottom() + 5;
    const auto line = [&](TextStyle style, Role role, const QString &text) {
        const int height = theme.lineHeight(style);
        writeLine(painter, {card.left() + padding, top, card.width() - 2 * padding, height}, style, role, text,
                  option.direction);
        top += height;
    };
    line(TextStyle::BodyStrong, Role::Text, product.facts.facts.title);
    line(TextStyle::Body, Role::Text, m_desk.amount(product.facts.facts.price));
    line(TextStyle::Caption, Role::Muted, figureWords(product, m_desk));
    if (m_model.isOurs() || product.isSoldOut()) {
        const QString word = m_model.isOurs() ? stateWord(product) : tr("Sold out");
        const Status status = m_model.isOurs() ? stateStatus(product) : Status::Collected;
        paintChip(painter, QRect(picture.left() + 8, picture.top() + 8, picture.width() - 16, 24), status, word, true,
                  option.direction);
    }
    painter->restore();
}

} // namespace thimblely::ui
