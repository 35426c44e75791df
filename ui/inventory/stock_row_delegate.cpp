// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/inventory/stock_row_delegate.h"

#include "ui/inventory/roll_bar.h"
#include "ui/inventory/stock_model.h"
#include "ui/inventory/stock_words.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace thimblely::ui {

using inventory::ItemKind;
using inventory::ItemRow;

namespace {

constexpr int padding = 16;
constexpr int gap = 12;
constexpr int swatchWidth = 28;
constexpr int swatchHeight = 36;
constexpr int figureWidth = 68;
constexpr int leastWords = 170;
constexpr int leastBar = 96;
constexpr int headHeight = 36;
constexpr int legendHeight = 40;
constexpr int mark = 18;

//! One row, whichever way it reads.
class Line {
public:
    Line(QPainter *painter, const QRect &row, Qt::LayoutDirection direction)
        : m_painter(painter), m_row(row), m_direction(direction)
    {}
    QRect place(const QRect &area) const { return QStyle::visualRect(m_direction, m_row, area); }
    void text(const QRect &area, TextStyle style, Role role, const QString &words, Qt::Alignment side) const
    {
        const Theme &theme = Theme::instance();
        m_painter->setFont(theme.font(style));
        m_painter->setPen(theme.color(role));
        const QString shown = m_painter->fontMetrics().elidedText(words, Qt::ElideRight, area.width());
        m_painter->drawText(place(area), textFlags(shown, side, m_direction), shown);
    }

private:
    QPainter *m_painter;
    QRect m_row;
    Qt::LayoutDirection m_direction;
};

void paintWords(const Line &line, const StockColumns &columns, const ItemRow &item, const QLocale &locale)
{
    const Theme &theme = Theme::instance();
    const int first = theme.lineHeight(TextStyle::BodyStrong);
    const int second = theme.lineHeight(TextStyle::Caption);
    QString remarks = itemRemarks(item);
    if (const auto state = columns.bar.isEmpty() ? stockState(item, locale) : std::nullopt) // no room for its chip
        remarks = remarks.isEmpty() ? state->word : state->word + QStringLiteral(" \u00b7 ") + remarks;
    QRect area = columns.words;
    if (remarks.isEmpty())
        return line.text(area, TextStyle::BodyStrong, Role::Text, item.name, Qt::AlignLeading);
    area.setTop(area.center().y() + 1 - (first + second) / 2);
    area.setHeight(first);
    line.text(area, TextStyle::BodyStrong, Role::Text, item.name, Qt::AlignLeading);
    area.translate(0, first);
    area.setHeight(second);
    line.text(area, TextStyle::Caption, Role::Muted, remarks, Qt::AlignLeading);
}

//! Beside the bar where there is room, else in its place: the word is more than the picture.
void paintBar(QPainter *painter, const Line &line, const StockColumns &columns, const ItemRow &item, Quantity scale,
              const QLocale &locale, Qt::LayoutDirection direction)
{
    QRect area = columns.bar;
    if (area.isEmpty())
        return;
    std::optional<Quantity> level = item.minimumStock;
    if (const auto state = stockState(item, locale)) {
        const int width = chipWidth(state->word, true);
        const int used = int(std::clamp<qint64>(item.stock.milli() * area.width() / std::max<qint64>(scale.milli(), 1),
                                                0, area.width()));
        const QRect chip(area.right() + 1 - width, area.top(), width, area.height());
        paintChip(painter, line.place(chip), state->status, state->word, true, direction);
        if (used + gap > area.width() - width)
            return;
        if (level && level->milli() * area.width() / std::max<qint64>(scale.milli(), 1) > area.width() - width - gap)
            level.reset(); // it would lie under the word
    }
    paintRollBar(painter, line.place(area),
                 {item.stock, item.reserved, level, scale, item.kind == ItemKind::FabricRoll}, direction);
}

} // namespace

StockColumns::StockColumns(const QRect &row)
{
    const Theme &theme = Theme::instance();
    const auto cell = [&](int from, int width) { return QRect(from, row.top(), width, row.height() - 1); };
    const int figure = theme.px(figureWidth);
    int right = row.right() + 1 - padding;
    const bool wide = row.width() >= theme.px(560);
    for (QRect *each : {&free, &reserved, &left}) {
        if (each == &reserved && !wide)
            continue;
        *each = cell(right - figure, figure);
        right -= figure;
    }
    swatch = QRect(row.left() + padding, row.center().y() - swatchHeight / 2, swatchWidth, swatchHeight);
    const int begin = swatch.right() + 1 + gap;
    const int room = right - gap - begin;
    const int forWords = std::max(theme.px(leastWords), room * 2 / 5);
    if (room - forWords - gap >= leastBar) {
        words = cell(begin, forWords);
        bar = cell(begin + forWords + gap, room - forWords - gap);
    } else {
        words = cell(begin, room);
    }
}

StockRowDelegate::StockRowDelegate(const StockModel &model, const QLocale &locale, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_locale(locale)
{}

QSize StockRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, Theme::instance().boxHeight(metric::RowTwoLine, {TextStyle::BodyStrong, TextStyle::Caption})};
}

void StockRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const ItemRow &item = m_model.item(index.row());
    painter->save();
    if (option.state & QStyle::State_Selected)
        paintSelection(painter, option.rect, option.direction);
    else
        painter->fillRect(option.rect,
                          theme.color(option.state & QStyle::State_MouseOver ? Role::Window : Role::Surface));
    paintFootLine(painter, option.rect);
    const StockColumns columns(option.rect);
    const Line line(painter, option.rect, option.direction);
    paintSwatch(painter, line.place(columns.swatch), item.colour);
    paintWords(line, columns, item, m_locale);
    paintBar(painter, line, columns, item, m_model.scale(), m_locale, option.direction);
    line.text(columns.left, TextStyle::Input, Role::Text, item.stock.toText(m_locale), Qt::AlignTrailing);
    if (!columns.reserved.isEmpty())
        line.text(columns.reserved, TextStyle::Input, Role::Muted, item.reserved.toText(m_locale), Qt::AlignTrailing);
    line.text(columns.free, TextStyle::InputStrong, Role::Text, item.free().toText(m_locale), Qt::AlignTrailing);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(theme.color(Role::Accent), metric::RingWidth));
        painter->drawRect(option.rect.adjusted(3, 3, -4, -4));
    }
    painter->restore();
}

// Over and under the list ---------------------------------------------------------------------------------------------

StockListHead::StockListHead(const StockModel &model, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_model(model), m_locale(locale)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&model, &QAbstractItemModel::modelReset, this, qOverload<>(&QWidget::update));
    connect(&model, &QAbstractItemModel::dataChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize StockListHead::sizeHint() const
{
    return {200, Theme::instance().boxHeight(headHeight, {TextStyle::Caption})};
}

void StockListHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(Role::Window));
    paintFootLine(&painter, rect());
    const StockColumns columns(rect());
    const Line line(&painter, rect(), layoutDirection());
    const auto head = [&](const QRect &area, const QString &words, Qt::Alignment side) {
        if (!area.isEmpty())
            line.text(area, TextStyle::Caption, Role::Muted, words, side);
    };
    head(columns.words, m_model.list() == StockList::Rolls ? tr("Cloth") : tr("What it is"), Qt::AlignLeading);
    const QString scale = m_model.scale().toText(m_locale);
    head(columns.bar,
         m_model.list() == StockList::Rolls ? tr("On the roll, 0 to %1").arg(scale) : tr("0 to %1").arg(scale),
         Qt::AlignLeading);
    head(columns.left, tr("Left"), Qt::AlignTrailing);
    head(columns.reserved, tr("Reserved"), Qt::AlignTrailing);
    head(columns.free, tr("Free"), Qt::AlignTrailing);
}

StockLegend::StockLegend(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr(
        "How a bar is read: solid is reserved for pieces, hollow is free, the dashed line is where more is ordered"));
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize StockLegend::sizeHint() const
{
    return {200, Theme::instance().boxHeight(legendHeight, {TextStyle::Caption})};
}

void StockLegend::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Role::Window));
    const Line line(&painter, rect(), layoutDirection());
    const QFontMetrics metrics(theme.font(TextStyle::Caption));
    int at = padding;
    const auto entry = [&](const QString &words, const auto &draw) {
        const QRect sign(at, (height() - 12) / 2, mark, 12);
        const int width = metrics.horizontalAdvance(words) + 2;
        if (sign.right() + 8 + width > this->width() - padding)
            return; // never half a word
        draw(line.place(sign));
        line.text({sign.right() + 8, 0, width, height()}, TextStyle::Caption, Role::Muted, words, Qt::AlignLeading);
        at = sign.right() + 8 + width + 2 * gap;
    };
    entry(tr("reserved for pieces"), [&](const QRect &sign) {
        paintPanel(&painter, sign, theme.color(Role::Muted), theme.color(Role::Outline), 2);
    });
    entry(tr("free"), [&](const QRect &sign) {
        paintPanel(&painter, sign, theme.color(Role::Surface), theme.color(Role::Outline), 2);
    });
    entry(tr("order more below this"), [&](const QRect &sign) {
        QPen pen(theme.color(Role::Text), 1);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(sign.center().x(), sign.top() - 2, sign.center().x(), sign.bottom() + 2);
    });
    const QString scan = tr("scan a label to jump to it");
    const int width = metrics.horizontalAdvance(scan) + 2;
    if (at + width <= this->width() - padding)
        line.text({this->width() - padding - width, 0, width, height()}, TextStyle::Caption, Role::Muted, scan,
                  Qt::AlignTrailing);
}

} // namespace thimblely::ui
