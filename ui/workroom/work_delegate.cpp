// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/workroom/work_delegate.h"

#include "ui/desk/desk.h"
#include "ui/desk/garments.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"
#include "ui/workroom/work_deeds.h"
#include "ui/workroom/work_model.h"
#include "ui/workroom/work_painter.h"
#include "ui/workroom/work_words.h"

#include <QAbstractItemView>
#include <QKeySequence>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace thimblely::ui {

namespace {

using workroom::WorkCard;

constexpr int padding = 12; // of a card
constexpr int gap = 8;      // between cards, and between words
constexpr int cardTop = 8;
constexpr int headHeight = 40;
constexpr int iconSize = 28;

const Theme &theme()
{
    return Theme::instance();
}

int chipLine()
{
    return theme().boxHeight(24, {TextStyle::Caption});
}

int nameLine()
{
    return theme().boxHeight(24, {TextStyle::Body});
}

int smallLine()
{
    return theme().boxHeight(20, {TextStyle::Caption});
}

int cardHeight()
{
    return cardTop + chipLine() + nameLine() + smallLine() + cardTop;
}

QRect cardOf(const QRect &row)
{
    return row.adjusted(0, 0, 0, -gap);
}

//! Fill and border of a card: the current one is chosen as everywhere, hovered ones are lifted off the ground.
void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QRect &card, bool current)
{
    if (!current) {
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        paintPanel(painter, card, theme().color(Role::Surface), theme().color(hovered ? Role::Outline : Role::Line));
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme().color(Role::Selected));
    painter->setPen(QPen(theme().color(Role::Accent), metric::RingWidth));
    painter->drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), metric::Radius, metric::Radius);
    painter->restore();
}

//! Where the parts of a row of the list stand.
struct RowColumns {
    QRect tag;
    QRect who;
    QRect what;
    QRect standing;
    QRect worker;
    QRect when;
};

//! Shares of the width, as at 1134; in larger letters the number and where it stands take more of it.
RowColumns columnsOf(const QRect &line, const QString &longestTag)
{
    const bool tight = line.width() < theme().px(1000);
    const std::array<int, 5> ends = tight ? std::array{128, 310, 580, 800, 980} : std::array{128, 322, 624, 808, 980};
    const int tag = QFontMetrics(theme().font(TextStyle::Heading)).horizontalAdvance(longestTag) + 2 * gap;
    const int first = std::max(line.width() * ends[0] / 1134, std::min(tag, line.width() / 4));
    const auto part = [&](int from, int to) {
        const int room = line.width() - first;
        const int left = first + room * (from - ends[0]) / (1134 - ends[0]);
        const int right = first + room * (to - ends[0]) / (1134 - ends[0]);
        return QRect(line.left() + left, line.top(), right - left - gap, line.height());
    };
    return {QRect(line.left(), line.top(), first - gap, line.height()),
            part(ends[0], ends[1]),
            part(ends[1], ends[2]),
            part(ends[2], ends[3]),
            part(ends[3], ends[4]),
            part(ends[4], 1134).adjusted(0, 0, gap, 0)};
}

} // namespace

// What all share ------------------------------------------------------------------------------------------------------

const WorkModel &WorkDelegate::modelOf(const QModelIndex &index)
{
    return static_cast<const WorkModel &>(*index.model());
}

bool WorkDelegate::isCurrent(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view && view->currentIndex() == index;
}

CardButtons WorkDelegate::buttonsOf(const WorkCard &card, const WorkModel &model) const
{
    return {maySee(Deed::Work, card, model.steps(), m_desk.principal()),
            maySee(Deed::Done, card, model.steps(), m_desk.principal())};
}

QString WorkDelegate::workWord(const WorkCard &card) const
{
    return card.isAtWork(m_desk.principal().person) ? tr("Pause") : tr("Start");
}

QRect WorkDelegate::workRect(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {};
}

QRect WorkDelegate::doneRect(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {};
}

bool WorkDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *mouse = static_cast<const QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const QPoint at = mouse->position().toPoint();
    // Painted 36 high, 44 to the finger.
    const auto hits = [&](const QRect &rect) { return rect.isValid() && rect.adjusted(0, -4, 0, 4).contains(at); };
    if (hits(workRect(option, index)))
        Q_EMIT workClicked(index);
    else if (hits(doneRect(option, index)))
        Q_EMIT doneClicked(index);
    else
        return false;
    return true;
}

// A card --------------------------------------------------------------------------------------------------------------

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int height = cardHeight() + gap;
    if (isCurrent(option, index)) {
        const CardButtons buttons = buttonsOf(*modelOf(index).card(index.row()), modelOf(index));
        if (buttons.work || buttons.done)
            height += theme().boxHeight(metric::ButtonSmall, {TextStyle::Body}) + padding;
    }
    return {theme().px(160), height};
}

QRect CardDelegate::buttonsRect(const QStyleOptionViewItem &option) const
{
    const int high = theme().boxHeight(metric::ButtonSmall, {TextStyle::Body});
    return {option.rect.left() + padding, option.rect.top() + cardHeight(), option.rect.width() - 2 * padding, high};
}

QRect CardDelegate::workRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardButtons buttons = buttonsOf(*modelOf(index).card(index.row()), modelOf(index));
    if (!isCurrent(option, index) || !buttons.work)
        return {};
    QRect rect = buttonsRect(option);
    if (buttons.done)
        rect.setWidth((rect.width() - gap) / 2);
    return QStyle::visualRect(option.direction, option.rect, rect);
}

QRect CardDelegate::doneRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardButtons buttons = buttonsOf(*modelOf(index).card(index.row()), modelOf(index));
    if (!isCurrent(option, index) || !buttons.done)
        return {};
    QRect rect = buttonsRect(option);
    if (buttons.work)
        rect.setLeft(rect.left() + (rect.width() - gap) / 2 + gap);
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const WorkModel &model = modelOf(index);
    const WorkCard &card = *model.card(index.row());
    const CardWords words = cardWords(desk(), card, model.steps());
    const QRect all = cardOf(option.rect);
    painter->save();
    paintGround(painter, option, all, isCurrent(option, index));
    const WorkPainter on(painter, option.rect, option.direction);
    QRect line(all.left() + padding, all.top() + cardTop, all.width() - 2 * padding, chipLine());
    int rush = 0;
    if (card.rush)
        rush = on.frame(line, desk().locale().toUpper(tr("Rush"))) + gap;
    const QRect first = line.adjusted(0, 0, -rush, 0);
    if (words.chip)
        on.chip(first, words.chip->state, words.chip->end);
    else
        on.text(first, TextStyle::Body, Role::Muted, words.when);
    line = QRect(line.left(), line.bottom() + 1, line.width(), nameLine());
    int left = on.text(line, TextStyle::BodyStrong, Role::Text, words.tag) + gap;
    // A long name leaves room for what it is.
    const int what = QFontMetrics(theme().font(TextStyle::Body)).horizontalAdvance(words.what) + 1;
    const int forWho = std::max(line.width() / 3, line.width() - left - gap - what);
    if (const int wide =
            on.text(QRect(line.left() + left, line.top(), std::min(forWho, line.width() - left), line.height()),
                    TextStyle::BodyStrong, Role::Text, words.who))
        left += wide + gap;
    on.text(line.adjusted(left, 0, 0, 0), TextStyle::Body, Role::Text, words.what);
    line = QRect(line.left(), line.bottom() + 1, line.width(), smallLine());
    on.text(line, TextStyle::Caption, Role::Muted, words.second);
    paintButtons(painter, option, index);
    painter->restore();
}

void CardDelegate::paintButtons(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const WorkCard &card = *modelOf(index).card(index.row());
    const auto word = [&](const QRect &rect, TextStyle style, Role role, const QString &text, Qt::Alignment side) {
        painter->setFont(theme().font(style));
        painter->setPen(theme().color(role));
        painter->drawText(rect, textFlags(text, side, option.direction), text);
    };
    if (const QRect rect = workRect(option, index); rect.isValid()) {
        paintPanel(painter, rect, theme().color(Role::Surface), theme().color(Role::Outline));
        word(rect, TextStyle::Body, Role::Text, workWord(card), Qt::AlignHCenter);
    }
    if (const QRect rect = doneRect(option, index); rect.isValid()) {
        paintPanel(painter, rect, theme().color(Role::Primary), {});
        const QString done = tr("Done");
        const QString key = QKeySequence(Qt::Key_Enter).toString(QKeySequence::NativeText);
        const int wide = QFontMetrics(theme().font(TextStyle::BodyStrong)).horizontalAdvance(done);
        const int caption = QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(key);
        const int whole = wide + gap + caption;
        if (whole + 2 * gap > rect.width()) {
            word(rect, TextStyle::BodyStrong, Role::OnPrimary, done, Qt::AlignHCenter);
            return;
        }
        const QRect inside(rect.left() + (rect.width() - whole) / 2, rect.top(), whole, rect.height());
        word(inside, TextStyle::BodyStrong, Role::OnPrimary, done, Qt::AlignLeft);
        word(inside, TextStyle::Caption, Role::OnPrimary, key, Qt::AlignRight);
    }
}

// What is ready -------------------------------------------------------------------------------------------------------

QSize ReadyDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(160), theme().boxHeight(metric::RowTouch, {TextStyle::Body, TextStyle::Caption}) + gap};
}

bool ReadyDelegate::fitsOneLine(const WorkCard &card, int room) const
{
    const auto wide = [](TextStyle style, const QString &text) {
        return QFontMetrics(theme().font(style)).horizontalAdvance(text) + 2;
    };
    return wide(TextStyle::BodyStrong, card.tag) + 6 +
               wide(TextStyle::Body, card.who.isEmpty() ? card.facts.name : card.who) + gap +
               wide(TextStyle::Caption, readyDays(desk(), card)) + padding + wide(TextStyle::BodyStrong, card.rack) <=
           room;
}

void ReadyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const WorkCard &card = *modelOf(index).card(index.row());
    const QRect all = cardOf(option.rect);
    painter->save();
    paintGround(painter, option, all, isCurrent(option, index));
    const WorkPainter on(painter, option.rect, option.direction);
    QRect line = all.adjusted(padding, 0, -padding, 0);
    const QRect shape(line.left(), line.top() + (line.height() - metric::Shape) / 2, metric::Shape, metric::Shape);
    paintStatusShape(painter, Status::Ready, on.place(shape), theme().color(foreground(Status::Ready)));
    line.setLeft(line.left() + metric::Shape + gap);
    const bool two = !fitsOneLine(card, line.width());
    const int high = theme().boxHeight(18, {TextStyle::Caption});
    const QRect first = two ? line.adjusted(0, 2, 0, -high) : line;
    const QRect second(line.left(), line.bottom() - high, line.width(), high);
    const QString days = readyDays(desk(), card);
    const QString name = card.who.isEmpty() ? card.facts.name : card.who;
    const int tag = on.text(first, TextStyle::BodyStrong, Role::Text, card.tag) + 6;
    const int rack = on.text(first, TextStyle::BodyStrong, Role::Text, card.rack, Qt::AlignRight) + padding;
    if (two) { // the name and since when it is ready under number and place
        const int wide = on.text(second, TextStyle::Caption, Role::Muted, days, Qt::AlignRight) + gap;
        on.text(second.adjusted(0, 0, -wide, 0), TextStyle::Caption, Role::Text, name);
    } else {
        QRect middle = first.adjusted(tag, 0, -rack, 0);
        const int wide = on.text(middle, TextStyle::Caption, Role::Muted, days, Qt::AlignRight) + gap;
        on.text(middle.adjusted(0, 0, -wide, 0), TextStyle::Body, Role::Text, name);
    }
    painter->restore();
}

// By promise ----------------------------------------------------------------------------------------------------------

QSize WorkRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool head = modelOf(index).card(index.row()) == nullptr;
    return {theme().px(200), head ? theme().boxHeight(headHeight, {TextStyle::Body})
                                  : theme().boxHeight(metric::RowTwoLine, {TextStyle::Heading})};
}

void WorkRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (modelOf(index).card(index.row()))
        paintPiece(painter, option, index);
    else
        paintHead(painter, option, index);
    painter->restore();
}

void WorkRowDelegate::paintHead(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const workroom::WorkDay &day = modelOf(index).day(index.row());
    painter->fillRect(option.rect, theme().color(Role::Window));
    paintFootLine(painter, option.rect);
    const WorkPainter on(painter, option.rect, option.direction);
    QRect line = option.rect.adjusted(16, 0, -16, -1);
    const int right = on.text(line, TextStyle::Caption, Role::Muted, headLoad(desk(), day), Qt::AlignRight) + gap;
    line.setRight(line.right() - right);
    const QString words = headWords(desk(), day);
    int left = 0;
    if (day.late)
        left = on.chip(line, {Status::Late, words});
    else if (day.day == desk().today())
        left = on.chip(line, {Status::Today, words});
    else
        left = on.text(line, TextStyle::BodyStrong, Role::Text, words);
    on.text(line.adjusted(left + padding, 0, 0, 0), TextStyle::Body, Role::Muted, headCount(desk(), day));
}

void WorkRowDelegate::paintPiece(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const WorkModel &model = modelOf(index);
    const WorkCard &card = *model.card(index.row());
    if (isCurrent(option, index))
        paintSelection(painter, option.rect, option.direction);
    else
        painter->fillRect(option.rect,
                          theme().color(option.state.testFlag(QStyle::State_MouseOver) ? Role::Window : Role::Surface));
    paintFootLine(painter, option.rect);
    const WorkPainter on(painter, option.rect, option.direction);
    const QRect line = option.rect.adjusted(16, 0, -16, -1);
    const RowColumns columns = columnsOf(line, model.longestTag());
    on.text(columns.tag, TextStyle::Heading, Role::Text, card.tag);
    on.text(columns.who, TextStyle::Heading, Role::Text, desk().locale().toUpper(card.who));
    QRect what = columns.what;
    const QRect icon(what.left(), what.top(), iconSize, what.height());
    paintIcon(painter, ui::garmentIcon(card.facts.garmentType), on.place(icon), theme().color(Role::Muted), iconSize);
    what.setLeft(what.left() + iconSize + padding);
    QFont name = theme().font(TextStyle::Heading);
    name.setWeight(QFont::Normal);
    const int wide = on.text(what, name, Role::Text, card.facts.name, Qt::AlignLeft) + gap;
    on.text(what.adjusted(wide, 2, 0, 2), TextStyle::Input, Role::Muted,
            (card.facts.colour + u' ' + card.facts.mark).trimmed());
    const bool mine = card.isAtWork(desk().principal().person);
    const QString worker = mine ? tr("You, at it") : model.isMine() ? timeWords(desk(), card) : card.givenName;
    const ChipWords standing = standingOf(desk(), card, model.steps());
    on.chip(worker.isEmpty() ? columns.standing.united(columns.worker) : columns.standing, standing.state,
            standing.end);
    on.text(columns.worker, mine ? TextStyle::InputStrong : TextStyle::Input, Role::Text, worker);
    const bool ofDay = card.promised && !model.day(index.row()).late;
    on.text(columns.when, TextStyle::Heading, Role::Text,
            ofDay ? (card.promisedTime ? desk().locale().toString(*card.promisedTime, QLocale::ShortFormat) : QString())
                  : promiseWords(desk(), card),
            Qt::AlignRight);
}

} // namespace thimblely::ui
