// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/post_delegate.h"

#include "ui/desk/desk.h"
#include "ui/feed/feed_words.h"
#include "ui/feed/posts_model.h"
#include "ui/photos/picture_cache.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr int padding = 16;
constexpr int gap = 12; // under a card
constexpr int headHeight = 56;
constexpr int captionLines = 6;
constexpr double flattest = 0.5; // height by width
constexpr double tallest = 1.25;

int textHeight(const QString &text, TextStyle style, int width, int lines)
{
    if (text.isEmpty())
        return 0;
    const Theme &theme = Theme::instance();
    const int needed =
        QFontMetrics(theme.font(style)).boundingRect(QRect(0, 0, width, 100'000), Qt::TextWordWrap, text).height();
    return std::min(needed, lines * theme.lineHeight(style)) + 8;
}

QString tagLine(const feed::Post &post)
{
    QStringList tags;
    for (const QString &tag : post.facts.tags)
        tags.append(u'#' + tag);
    return tags.join(u' ');
}

QStringList queuedLines(const feed::Post &post)
{
    QStringList lines;
    for (const feed::CrossPost &queued : post.crossPosts)
        lines.append(crossPostWords(queued, post.isShops()));
    return lines;
}

void write(QPainter *painter, const QRect &rect, TextStyle style, Role role, const QString &text, int flags)
{
    const Theme &theme = Theme::instance();
    painter->setFont(theme.font(style));
    painter->setPen(theme.color(role));
    painter->drawText(rect, flags, text);
}

void writeLine(QPainter *painter, const QRect &rect, TextStyle style, Role role, const QString &text,
               Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(Theme::instance().font(style));
    write(painter, rect, style, role, metrics.elidedText(text, Qt::ElideRight, rect.width()),
          textFlags(text, Qt::AlignLeading, direction));
}

} // namespace

PostDelegate::PostDelegate(const PostsModel &model, Desk &desk, PictureCache &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_desk(desk), m_pictures(pictures)
{}

PostDelegate::Parts PostDelegate::partsOf(const feed::Post &post, int width) const
{
    const Theme &theme = Theme::instance();
    const int inner = std::max(40, width - 2 * padding);
    Parts parts{};
    parts.head = theme.boxHeight(headHeight, {TextStyle::BodyStrong, TextStyle::Caption});
    if (!post.facts.photos.empty()) {
        const double shape = std::clamp(m_pictures.shapeOf(post.facts.photos.front()), flattest, tallest);
        parts.picture = int(inner * shape) + 12;
    }
    parts.caption = textHeight(post.facts.caption, TextStyle::Body, inner, captionLines);
    parts.tags = post.facts.tags.isEmpty() ? 0 : theme.lineHeight(TextStyle::Caption) + 4;
    parts.foot = countWords(post, m_desk).isEmpty() && !post.liked ? 0 : theme.px(28);
    parts.queued = int(post.crossPosts.size()) * (theme.lineHeight(TextStyle::CaptionStrong) + 4);
    return parts;
}

QSize PostDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, partsOf(m_model.row(index.row()), width).all() + padding / 2 + gap};
}

void PostDelegate::paintHead(QPainter *painter, const QRect &rect, const feed::Post &post,
                             Qt::LayoutDirection direction) const
{
    const int half = Theme::instance().lineHeight(TextStyle::BodyStrong);
    const int top = rect.top() + (rect.height() - half - Theme::instance().lineHeight(TextStyle::Caption)) / 2;
    writeLine(painter, {rect.left(), top, rect.width(), half}, TextStyle::BodyStrong, Role::Text,
              postAuthor(post, m_desk), direction);
    writeLine(painter, {rect.left(), top + half, rect.width(), Theme::instance().lineHeight(TextStyle::Caption)},
              TextStyle::Caption, Role::Muted, postRemark(post, m_desk), direction);
}

void PostDelegate::paintPicture(QPainter *painter, const QRect &rect, const feed::Post &post) const
{
    const Theme &theme = Theme::instance();
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), metric::Radius, metric::Radius);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->fillPath(frame, theme.color(Role::Sunk));
    const QSize most = rect.size() * painter->device()->devicePixelRatioF();
    const QPixmap picture = m_pictures.picture(post.facts.photos.front(), {most.width(), most.width() * 2});
    painter->setClipPath(frame);
    if (picture.isNull()) {
        paintIcon(painter, "i-photo", rect, theme.color(Role::Muted), theme.px(32));
    } else {
        // Covers its place and is cut evenly where it is longer than what a card may be.
        const QSize covering = picture.size().scaled(rect.size(), Qt::KeepAspectRatioByExpanding);
        QRect place(QPoint(), covering);
        place.moveCenter(rect.center());
        painter->drawPixmap(place, picture);
    }
    painter->setClipping(false);
    const int photos = int(post.facts.photos.size());
    if (photos > 1 || post.isVideo) {
        const QString words = post.isVideo ? tr("Clip") : tr("%n photos", nullptr, photos);
        const QFontMetrics metrics(theme.font(TextStyle::CaptionStrong));
        QRect badge(0, 0, metrics.horizontalAdvance(words) + 16, theme.px(24));
        badge.moveBottomRight(rect.bottomRight() - QPoint(8, 8));
        if (painter->layoutDirection() == Qt::RightToLeft)
            badge.moveLeft(rect.left() + 8);
        paintPanel(painter, badge, theme.color(Role::Surface), theme.color(Role::Line));
        write(painter, badge, TextStyle::CaptionStrong, Role::Text, words, Qt::AlignCenter);
    }
    painter->restore();
}

void PostDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const feed::Post &post = m_model.row(index.row());
    const bool selected = option.state & QStyle::State_Selected;
    const QRect card = option.rect.adjusted(0, 0, -1, -gap);
    const Parts parts = partsOf(post, option.rect.width());
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintPanel(painter, card, theme.color(Role::Surface), theme.color(selected ? Role::Accent : Role::Line));
    if (selected)
        paintPanel(painter, card.adjusted(1, 1, -1, -1), Qt::transparent, theme.color(Role::Accent));
    const QRect inner = card.adjusted(padding, 0, -padding, 0);
    int top = inner.top();
    const auto next = [&](int height) {
        const QRect part(inner.left(), top, inner.width(), height);
        top += height;
        return part;
    };
    paintHead(painter, next(parts.head), post, option.direction);
    if (parts.picture > 0)
        paintPicture(painter, next(parts.picture).adjusted(0, 0, 0, -12), post);
    if (parts.caption > 0)
        write(painter, next(parts.caption).adjusted(0, 0, 0, -8), TextStyle::Body, Role::Text, post.facts.caption,
              Qt::TextWordWrap | Qt::AlignTop |
                  (textFlags(post.facts.caption, Qt::AlignLeading, option.direction) & Qt::AlignHorizontal_Mask));
    if (parts.tags > 0)
        writeLine(painter, next(parts.tags), TextStyle::Caption, Role::Muted, tagLine(post), option.direction);
    if (parts.foot > 0) {
        QString words = countWords(post, m_desk);
        if (post.liked)
            words = words.isEmpty() ? tr("You like it") : tr("%1 · you like it").arg(words);
        writeLine(painter, next(parts.foot), TextStyle::CaptionStrong, Role::Muted, words, option.direction);
    }
    for (const QString &line : queuedLines(post))
        writeLine(painter, next(theme.lineHeight(TextStyle::CaptionStrong) + 4), TextStyle::CaptionStrong,
                  Role::Waiting, line, option.direction);
    painter->restore();
}

} // namespace thimblely::ui
