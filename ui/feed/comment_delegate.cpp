// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/feed/comment_delegate.h"

#include "ui/desk/desk.h"
#include "ui/desk/moment_text.h"
#include "ui/feed/feed_words.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int padding = 12;
constexpr int perDepth = 20;

QString shownText(const feed::ThreadRow &row)
{
    return row.comment.isRemoved ? CommentsModel::tr("removed") : row.comment.text;
}

} // namespace

CommentDelegate::CommentDelegate(const CommentsModel &model, Desk &desk, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_desk(desk)
{}

int CommentDelegate::indentOf(const feed::ThreadRow &row)
{
    return padding + row.depth * perDepth;
}

QSize CommentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const feed::ThreadRow &row = m_model.row(index.row());
    const int inner = std::max(40, width - indentOf(row) - padding);
    const int words = QFontMetrics(theme.font(TextStyle::Body))
                          .boundingRect(QRect(0, 0, inner, 100'000), Qt::TextWordWrap, shownText(row))
                          .height();
    return {width, std::max(theme.px(metric::Touch), 6 + theme.lineHeight(TextStyle::Caption) + words + 8)};
}

void CommentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const feed::ThreadRow &row = m_model.row(index.row());
    painter->save();
    if (option.state & QStyle::State_Selected)
        paintSelection(painter, option.rect, option.direction);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int in = indentOf(row);
    const QRect inner = option.rect.adjusted(mirrored ? padding : in, 6, mirrored ? -in : -padding, -8);
    if (row.depth > 0) { // a line beside what is an answer
        const int x = mirrored ? inner.right() + 8 : inner.left() - 8;
        painter->setPen(theme.color(Role::Line));
        painter->drawLine(x, inner.top(), x, inner.bottom());
    }
    const int caption = theme.lineHeight(TextStyle::Caption);
    QString head = momentText(row.comment.at, m_desk);
    if (row.comment.isEdited && !row.comment.isRemoved)
        head += QStringLiteral(" \u00b7 ") + tr("changed");
    if (const QString author = commentAuthor(row.comment); !author.isEmpty())
        head = author + QStringLiteral(" \u00b7 ") + head;
    painter->setFont(theme.font(TextStyle::Caption));
    painter->setPen(theme.color(Role::Muted));
    painter->drawText(QRect(inner.left(), inner.top(), inner.width(), caption),
                      textFlags(head, Qt::AlignLeading, option.direction),
                      QFontMetrics(painter->font()).elidedText(head, Qt::ElideRight, inner.width()));
    QFont font = theme.font(TextStyle::Body);
    font.setItalic(row.comment.isRemoved);
    painter->setFont(font);
    painter->setPen(theme.color(row.comment.isRemoved ? Role::Muted : Role::Text));
    const QString text = shownText(row);
    painter->drawText(inner.adjusted(0, caption, 0, 8),
                      Qt::TextWordWrap | Qt::AlignTop |
                          (textFlags(text, Qt::AlignLeading, option.direction) & Qt::AlignHorizontal_Mask),
                      text);
    painter->restore();
}

} // namespace thimblely::ui
