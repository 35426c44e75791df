// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/search_field.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {
namespace {

constexpr int WideWidth = 440;
constexpr int NarrowWidth = 320;
constexpr int MagnifierLeft = 10;
constexpr int WordsLeft = 36;
constexpr int CaptionRight = 12;
constexpr int OwnPadding = 12; // what the style leaves already

} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(tr("Search"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, &SearchField::refresh);
    refresh();
}

void SearchField::setShortcutCaption(const QString &caption)
{
    m_caption = caption;
    setAccessibleDescription(caption);
    refresh();
}

void SearchField::setNarrow(bool narrow)
{
    m_narrow = narrow;
    refresh();
}

void SearchField::refresh()
{
    setPlaceholderText(m_narrow ? tr("Search or scan") : tr("Search or scan: name, phone, ticket, colour, day"));
    setFont(Theme::instance().font(TextStyle::Body));
    const QFontMetrics small(Theme::instance().font(TextStyle::Caption));
    const int atEnd = m_caption.isEmpty() ? 0 : small.horizontalAdvance(m_caption) + 8;
    const int atStart = WordsLeft - OwnPadding;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    setTextMargins(mirrored ? atEnd : atStart, 0, mirrored ? atStart : atEnd, 0);
    updateGeometry();
    update();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LanguageChange)
        refresh();
}

QSize SearchField::sizeHint() const
{
    const Theme &theme = Theme::instance();
    return {m_narrow ? NarrowWidth : std::max(WideWidth, theme.px(WideWidth)),
            theme.boxHeight(metric::Input, {TextStyle::Body})};
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    const QRect mark(MagnifierLeft, 0, metric::IconSmall, height());
    paintIcon(&painter, "i-search", QStyle::visualRect(layoutDirection(), rect(), mark), theme.color(Role::Muted),
              metric::IconSmall);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(rect().adjusted(CaptionRight, 0, -CaptionRight, 0),
                     textFlags(m_caption, Qt::AlignRight, layoutDirection()), m_caption);
}

bool SearchField::event(QEvent *event)
{
    // Escape is the field's own before it is the window's step back.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        return Q_EMIT resultsRequested();
    if (event->key() == Qt::Key_Escape) {
        // One step back: the words first, the field itself next.
        if (text().isEmpty())
            return Q_EMIT leaveRequested();
        return clear();
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace thimblely::ui
