// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/conversations/thread_view.h"

#include "ui/conversations/conversation_words.h"
#include "ui/conversations/thread_model.h"
#include "ui/desk/isolated.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

namespace thimblely::ui {

using conversations::Direction;
using conversations::Message;

namespace {

constexpr int side = 16;
constexpr int padding = 12;
constexpr int gap = 8;
constexpr int leastWidth = 120;
constexpr int nearHead = 40; // px from the head of what was read at which more is

//! A text in the lines that it takes at a width; its direction is its own, not the window's.
class Lines {
public:
    Lines(const QString &text, const QFont &font, int width, int lineHeight) : m_layout(laidOut(text), font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition(QPointF(0, m_height));
            m_height += lineHeight;
            m_width = std::max(m_width, int(line.naturalTextWidth()) + 2);
        }
        m_layout.endLayout();
    }
    int height() const { return m_height; }
    int width() const { return m_width; }
    void draw(QPainter *painter, const QPoint &at) const { m_layout.draw(painter, at); }

private:
    static QString laidOut(QString text) { return text.replace(u'\n', QChar::LineSeparator); }

    QTextLayout m_layout;
    int m_height = 0;
    int m_width = 0;
};

} // namespace

// The view -------------------------------------------------------------------------------------------------------------

ThreadView::ThreadView(ThreadModel &model, QWidget *parent)
    : QListView(parent), m_model(model), m_rows(new ReversedRows(&model, this))
{
    setAccessibleName(tr("Messages"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setResizeMode(QListView::Adjust);
    setModel(m_rows);
    setItemDelegate(new BubbleDelegate(model, *m_rows, this));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ThreadView::readOn);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &ThreadView::toFoot);
    // What was in sight stays where it was when earlier ones come in over it.
    connect(m_rows, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_stays = true; });
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int, int last) {
        const int distance = fromFoot();
        const bool atFoot = last == m_rows->rowCount() - 1;
        doItemsLayout();
        atFoot ? toFoot() : keepFromFoot(distance);
        m_stays = false;
    });
    connect(&Theme::instance(), &Theme::changed, this, &ThreadView::restyle);
    restyle();
}

void ThreadView::restyle()
{
    QPalette colors = Theme::instance().palette();
    colors.setColor(QPalette::Base, Theme::instance().color(Role::Surface));
    setPalette(colors);
    scheduleDelayedItemsLayout();
}

int ThreadView::fromFoot() const
{
    return verticalScrollBar()->maximum() - verticalScrollBar()->value();
}

void ThreadView::keepFromFoot(int distance)
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum() - distance);
}

void ThreadView::toFoot()
{
    const QScopedValueRollback stays(m_stays, true);
    doItemsLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ThreadView::readOn()
{
    if (!m_stays && verticalScrollBar()->value() < nearHead && m_model.canFetchMore({}))
        m_model.fetchMore({});
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    const int distance = fromFoot();
    const QScopedValueRollback stays(m_stays, true);
    QListView::resizeEvent(event);
    doItemsLayout(); // bubbles are as high as their width makes them
    keepFromFoot(distance);
}

void ThreadView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT currentRowChanged();
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), Theme::instance().color(Role::Surface));
    QListView::paintEvent(event);
}

int ThreadView::currentRow() const
{
    return currentIndex().isValid() ? m_rows->mapToSource(currentIndex()).row() : -1;
}

void ThreadView::setCurrentRow(int row)
{
    setCurrentIndex(row < 0 ? QModelIndex() : m_rows->mapFromSource(m_model.index(row)));
}

// A bubble -------------------------------------------------------------------------------------------------------------

//! Where the parts of a row lie, reading left to right, from its top.
struct BubbleDelegate::Bubble {
    QString day = {}; //!< empty: the row before is of the same day
    int dayHeight = 0;
    QString foot = {};
    QString word = {};
    QRect box = {}; //!< with its padding
    QRect text = {};
    QRect state = {};
    QRect footLine = {};
    int height = 0;
};

BubbleDelegate::BubbleDelegate(const ThreadModel &model, const ReversedRows &rows, QListView *view)
    : QStyledItemDelegate(view), m_model(model), m_rows(rows), m_view(view)
{}

BubbleDelegate::Bubble BubbleDelegate::measured(const QModelIndex &index, int width) const
{
    const Theme &theme = Theme::instance();
    const int at = m_rows.mapToSource(index).row();
    const Message &message = m_model.row(at);
    Bubble bubble;
    const int before = at + 1; // the one over it
    if (before >= m_model.rowCount() || m_model.dayOf(before) != m_model.dayOf(at))
        bubble.day = m_model.dayOf(at);
    bubble.dayHeight = bubble.day.isEmpty() ? 0 : theme.lineHeight(TextStyle::Caption) + 2 * gap;
    bubble.foot = m_model.footOf(at);
    bubble.word = stateWord(message.state);
    if (!message.problem.isEmpty())
        bubble.word += QStringLiteral(": ") + isolated(message.problem);

    const int room = std::max(leastWidth, (width - 2 * side) * 4 / 5);
    const int inside = room - 2 * padding;
    const Lines words(message.text, theme.font(TextStyle::Body), inside, theme.lineHeight(TextStyle::Body));
    const QFontMetrics caption(theme.font(TextStyle::Caption));
    const int stateWidth = std::min(inside, chipWidth(bubble.word, false));
    const int footWidth = std::min(inside, caption.horizontalAdvance(bubble.foot) + 2);
    const int content =
        std::clamp(std::max({words.width(), stateWidth, footWidth}), std::min(leastWidth, inside), inside);
    const int line = theme.lineHeight(TextStyle::Caption);
    const int top = bubble.dayHeight + gap / 2;
    const int left = message.direction == Direction::Outbound ? width - side - content - 2 * padding : side;
    bubble.text = QRect(left + padding, top + padding - 2, content, words.height());
    bubble.state = QRect(left + padding, bubble.text.bottom() + 5, stateWidth, line);
    bubble.footLine = QRect(left + padding, bubble.state.bottom() + 1, content, line);
    bubble.box = QRect(left, top, content + 2 * padding, bubble.footLine.bottom() + padding - 2 - top);
    bubble.height = bubble.box.bottom() + 1 + gap / 2;
    return bubble;
}

QSize BubbleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    return {width, measured(index, width).height};
}

void BubbleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const Message &message = m_model.row(m_rows.mapToSource(index).row());
    const QRect all = option.rect;
    const Bubble bubble = measured(index, all.width());
    const auto place = [&](const QRect &area) {
        return QStyle::visualRect(option.direction, all, area.translated(all.topLeft()));
    };
    painter->save();
    if (!bubble.day.isEmpty()) {
        painter->setFont(theme.font(TextStyle::Caption));
        painter->setPen(theme.color(Role::Muted));
        painter->drawText(QRect(all.left(), all.top(), all.width(), bubble.dayHeight), Qt::AlignCenter, bubble.day);
    }
    const bool outbound = message.direction == Direction::Outbound;
    const bool selected = option.state & QStyle::State_Selected;
    painter->setRenderHint(QPainter::Antialiasing);
    paintPanel(painter, place(bubble.box),
               theme.color(selected   ? Role::Selected
                           : outbound ? Role::Sunk
                                      : Role::Surface),
               theme.color(selected   ? Role::Accent
                           : outbound ? Role::Line
                                      : Role::Outline),
               10);
    const bool quiet = message.state == conversations::MessageState::Cancelled;
    painter->setFont(theme.font(TextStyle::Body));
    painter->setPen(theme.color(quiet ? Role::Muted : Role::Text));
    const QRect text = place(bubble.text);
    Lines(message.text, theme.font(TextStyle::Body), text.width(), theme.lineHeight(TextStyle::Body))
        .draw(painter, text.topLeft());
    paintChip(painter, place(bubble.state), statusOf(message.state), bubble.word, false, option.direction);
    painter->setFont(theme.font(TextStyle::Caption));
    painter->setPen(theme.color(Role::Muted));
    const QString foot = painter->fontMetrics().elidedText(bubble.foot, Qt::ElideRight, bubble.footLine.width());
    painter->drawText(place(bubble.footLine), textFlags(foot, Qt::AlignLeading, option.direction), foot);
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(theme.color(Role::Accent), metric::RingWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(place(bubble.box).adjusted(1, 1, -1, -1), 10, 10);
    }
    painter->restore();
}

} // namespace thimblely::ui
