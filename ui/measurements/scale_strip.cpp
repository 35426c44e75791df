// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/scale_strip.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace thimblely::ui {
namespace {

constexpr int Padding = 12; // tape beyond the first and the last tick
constexpr int BarHeight = 24;
constexpr int MarkHeight = 28;

//! The steps of the tape, in tenths of a millimetre.
struct Steps {
    qint64 tick;
    int ticksPerFigure;
    int before; //!< ticks shown before and after the typed value
    int after;
};

constexpr Steps stepsOf(LengthUnit unit)
{
    return unit == LengthUnit::Inch ? Steps{254, 2, 2, 6} : Steps{100, 5, 4, 16};
}

//! Tick `index` of the tape as its figure.
QString figure(qint64 index, LengthUnit unit)
{
    return QString::number(unit == LengthUnit::Millimetre ? index * 10 : index);
}

bool within(const std::optional<Length> &value, ScaleStrip::Span span)
{
    return !value || (value->tenthsOfMm() >= span.from && value->tenthsOfMm() <= span.to);
}

} // namespace

ScaleStrip::ScaleStrip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(tr("Scale"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ScaleStrip::setUnit(LengthUnit unit)
{
    m_unit = unit;
    update();
}

void ScaleStrip::setMarks(const ScaleMarks &marks)
{
    m_marks = marks;
    QStringList words;
    if (marks.typed)
        words += tr("typed %1").arg(shown(*marks.typed, m_unit));
    if (marks.last)
        words += tr("%1: %2", "day and value").arg(marks.lastWhen, shown(*marks.last, m_unit));
    if (marks.likely)
        words += tr("likely %1").arg(shown(*marks.likely, m_unit));
    if (marks.usual)
        words += tr("usually %1 to %2").arg(shown(marks.usual->from, m_unit), shown(marks.usual->to, m_unit));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    update();
}

QSize ScaleStrip::sizeHint() const
{
    const int line = Theme::instance().lineHeight(TextStyle::Caption);
    return {340, line + 4 + BarHeight + line + 2};
}

QSize ScaleStrip::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

ScaleStrip::Span ScaleStrip::spanFor(const ScaleMarks &marks, LengthUnit unit)
{
    const Steps s = stepsOf(unit);
    const auto span = [&](qint64 centre, qint64 before, qint64 after) {
        const qint64 tick = centre / s.tick;
        const qint64 first = std::max<qint64>(0, tick - before);
        return Span{first * s.tick, (first + before + after) * s.tick};
    };
    const std::optional<Length> anchor = marks.typed ? marks.typed : marks.last ? marks.last : marks.likely;
    if (!anchor) {
        // The geometric middle: a child's range is wide, and most children are in its lower half.
        const qint64 middle =
            marks.usual
                ? qint64(std::sqrt(double(marks.usual->from.tenthsOfMm()) * double(marks.usual->to.tenthsOfMm())))
                : 0;
        return span(middle, (s.before + s.after) / 2, (s.before + s.after) / 2);
    }
    const qint64 at = anchor->tenthsOfMm();
    const std::array tries{span(at, s.before, s.after), span(at, s.after, s.before),
                           span(at, (s.before + s.after) / 2, (s.before + s.after) / 2)};
    for (const Span &t : tries) {
        if (within(marks.last, t) && within(marks.likely, t))
            return t;
    }
    const bool lastIsBelow = marks.last && marks.last->tenthsOfMm() < at;
    return lastIsBelow ? tries[1] : tries[0];
}

QRectF ScaleStrip::bar() const
{
    return QRectF(0, Theme::instance().lineHeight(TextStyle::Caption) + 3, width(), BarHeight);
}

double ScaleStrip::position(qint64 tenths, Span span) const
{
    const double share = double(tenths - span.from) / double(span.to - span.from);
    return Padding + share * (width() - 2 * Padding);
}

void ScaleStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    const Span span = spanFor(m_marks, m_unit);
    const QRectF box = bar();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Window));
    painter.drawRoundedRect(box, 4, 4);
    if (m_marks.usual) {
        const double from = std::clamp(position(m_marks.usual->from.tenthsOfMm(), span), 1.0, width() - 1.0);
        const double to = std::clamp(position(m_marks.usual->to.tenthsOfMm(), span), 1.0, width() - 1.0);
        if (to > from)
            painter.fillRect(QRectF(from, box.top(), to - from, box.height()), theme.color(Role::ReadyBg));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Line), 1));
    painter.drawRoundedRect(box.adjusted(.5, .5, -.5, -.5), 3.5, 3.5);
    paintTicks(painter, span);
    const auto mark = [&](const std::optional<Length> &value, Role role) {
        if (value && within(value, span))
            paintMark(painter, position(value->tenthsOfMm(), span), theme.color(role));
    };
    mark(m_marks.last, Role::Text);
    mark(m_marks.likely, Role::Accent);
    mark(m_marks.typed, m_marks.typedFlagged ? Role::Late : Role::Text);
    paintLabels(painter);
}

void ScaleStrip::paintTicks(QPainter &painter, Span span) const
{
    const Theme &theme = Theme::instance();
    const Steps s = stepsOf(m_unit);
    const QRectF box = bar();
    painter.setFont(theme.font(TextStyle::Caption));
    const QFontMetrics metrics(painter.font());
    double free = 0; // the next figure must begin after this
    for (qint64 at = span.from; at <= span.to; at += s.tick) {
        const qint64 index = at / s.tick;
        const bool figured = index % s.ticksPerFigure == 0;
        const double x = position(at, span);
        painter.fillRect(QRectF(std::floor(x), box.top() + 1, 1, figured ? 10 : 6), theme.color(Role::Outline));
        if (!figured)
            continue;
        const QString text = figure(index, m_unit);
        const double w = metrics.horizontalAdvance(text);
        const double left = std::clamp(x - w / 2, 8.0, width() - 8 - w);
        if (left < free)
            continue;
        painter.setPen(theme.color(Role::Muted));
        painter.drawText(QRectF(left, box.bottom() + 1, w + 1, metrics.height()), Qt::AlignLeft | Qt::AlignTop, text);
        free = left + w + 4;
    }
}

void ScaleStrip::paintMark(QPainter &painter, double x, const QColor &color) const
{
    const QRectF box = bar();
    painter.fillRect(QRectF(x - 1, box.bottom() - MarkHeight, 2, MarkHeight), color);
}

std::vector<ScaleStrip::Label> ScaleStrip::labels() const
{
    const Theme &theme = Theme::instance();
    const Span span = spanFor(m_marks, m_unit);
    std::vector<Label> out;
    const auto add = [&](const std::optional<Length> &value, const QString &words, Role role, bool strong, double clear,
                         const QString &as = {}) {
        if (!value || !within(value, span))
            return;
        const QString number = as.isEmpty() ? shown(*value, m_unit) : as;
        const QString text = words.isEmpty() ? number : words.arg(number);
        out.push_back({position(value->tenthsOfMm(), span), text, number, theme.color(role), strong, clear});
    };
    add(m_marks.typed, {}, m_marks.typedFlagged ? Role::Late : Role::Text, true, 10, m_marks.typedText);
    // The day is not marked as an argument: it may hold any text.
    add(m_marks.last, m_marks.lastWhen.isEmpty() ? QString() : m_marks.lastWhen + QStringLiteral(" %1"), Role::Text,
        false, 4);
    add(m_marks.likely, tr("likely %1"), Role::Accent, true, 4);
    return out;
}

void ScaleStrip::paintLabels(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const std::vector<Label> all = labels();
    const double height = theme.lineHeight(TextStyle::Caption);
    std::vector<QRectF> placed;
    const bool hasTyped = m_marks.typed && within(m_marks.typed, spanFor(m_marks, m_unit)) && !all.empty();
    const auto isTyped = [&](const Label &label) { return hasTyped && &label == &all.front(); };
    if (hasTyped) { // the caret above the typed mark
        const double x = all.front().x;
        const double y = height / 2 + 1;
        painter.setPen(Qt::NoPen);
        painter.setBrush(all.front().color);
        painter.drawPolygon(QPolygonF({{x - 5, y + 4.5}, {x, y - 4.5}, {x + 5, y + 4.5}}));
    }
    for (const Label &label : all) {
        painter.setFont(theme.font(label.strong ? TextStyle::CaptionStrong : TextStyle::Caption));
        const QFontMetrics metrics(painter.font());
        const bool another = std::any_of(all.begin(), all.end(),
                                         [&](const Label &o) { return &o != &label && !isTyped(o) && o.x > label.x; });
        const bool leftFirst = another && !isTyped(label);
        // A label beside the caret keeps as far from it as the typed one.
        const double clear = hasTyped && std::abs(label.x - all.front().x) < 12 ? 12 : label.clear;
        bool done = false;
        for (const QString &text : {label.text, label.shortText}) {
            for (const bool left : {leftFirst, !leftFirst}) {
                const double w = metrics.horizontalAdvance(text);
                const QRectF r(left ? label.x - clear - w : label.x + clear, 0, w, height);
                const bool free = r.left() >= 0 && r.right() <= width() &&
                                  std::none_of(placed.begin(), placed.end(),
                                               [&](const QRectF &p) { return p.adjusted(-4, 0, 4, 0).intersects(r); });
                if (done || !free)
                    continue;
                painter.setPen(label.color);
                painter.drawText(r.adjusted(0, 0, 2, 0), textFlags(text, Qt::AlignLeft, Qt::LeftToRight), text);
                placed.push_back(r);
                done = true;
            }
        }
    }
}

} // namespace thimblely::ui
