// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/chip.h"

#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {
namespace {

constexpr int Padding = 8;
constexpr int Gap = 6;
constexpr int ChipHeight = 24;
constexpr int TagHeight = 32;
constexpr int TagPadding = 12;

const Theme &theme()
{
    return Theme::instance();
}

int wordWidth(const QString &word)
{
    return QFontMetrics(theme().font(TextStyle::CaptionStrong)).horizontalAdvance(word);
}

int shapeSize()
{
    return theme().px(metric::Shape);
}

} // namespace

int chipWidth(const QString &word, bool field)
{
    return shapeSize() + Gap + wordWidth(word) + (field ? 2 * Padding : 0);
}

int paintChip(QPainter *painter, const QRect &rect, Status status, const QString &word, bool field,
              Qt::LayoutDirection direction)
{
    const int width = std::min(chipWidth(word, field), rect.width());
    const int height = theme().boxHeight(ChipHeight, {TextStyle::Caption});
    QRect box(rect.right() - width + 1, rect.top() + (rect.height() - height) / 2, width, height);
    box = QStyle::visualRect(direction, rect, box);
    painter->save();
    if (field)
        paintPanel(painter, box, theme().color(background(status)), {});
    const QColor color = theme().color(foreground(status));
    const int padding = field ? Padding : 0;
    const int shape = shapeSize();
    const QRect mark(box.left() + padding, box.top() + (box.height() - shape) / 2, shape, shape);
    paintStatusShape(painter, status, QStyle::visualRect(direction, box, mark), color);
    QRect words(mark.right() + 1 + Gap, box.top(), width - 2 * padding - shape - Gap, box.height());
    words = QStyle::visualRect(direction, box, words);
    painter->setFont(theme().font(TextStyle::CaptionStrong));
    painter->setPen(color);
    const QString shown = painter->fontMetrics().elidedText(word, Qt::ElideRight, words.width() + 1);
    painter->drawText(words, textFlags(word, Qt::AlignLeft, direction), shown);
    painter->restore();
    return width;
}

Chip::Chip(Status status, const QString &word, QWidget *parent) : QLabel(word, parent), m_status(status)
{
    init();
}

Chip::Chip(const QString &word, QWidget *parent) : QLabel(word, parent)
{
    init();
}

void Chip::init()
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Chip::setStatus(Status status, const QString &word)
{
    m_status = status;
    setText(word);
    updateGeometry();
    update();
}

void Chip::setFieldVisible(bool visible)
{
    m_field = visible;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    if (m_status)
        return {chipWidth(text(), m_field), theme().boxHeight(ChipHeight, {TextStyle::Caption})};
    return {QFontMetrics(theme().font(TextStyle::Body)).horizontalAdvance(text()) + 2 * TagPadding,
            theme().boxHeight(TagHeight, {TextStyle::Body})};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_status) {
        // Against the leading edge: rect is exactly as wide as the chip unless a layout gave more.
        const int width = std::min(chipWidth(text(), m_field), this->width());
        QRect box(0, 0, width, height());
        box = QStyle::visualRect(layoutDirection(), rect(), box);
        paintChip(&painter, box, *m_status, text(), m_field, layoutDirection());
        return;
    }
    paintPanel(&painter, rect(), theme().color(Role::Sunk), {});
    painter.setFont(theme().font(TextStyle::Body));
    painter.setPen(theme().color(Role::Text));
    painter.drawText(rect(), textFlags(text(), Qt::AlignHCenter, layoutDirection()), text());
}

} // namespace thimblely::ui
