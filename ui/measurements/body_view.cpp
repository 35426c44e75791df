// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/body_view.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace thimblely::ui {
namespace {

constexpr int WideAt = 360;
constexpr int NarrowAt = 248;
constexpr double HitWidth = 14;

constexpr std::array Views{Croquis::View::Front, Croquis::View::Back};

//! The point of a tape nearest to the gap between the two figures.
QPointF innerEnd(const QPainterPath &path, bool front)
{
    QPointF best = path.elementAt(0);
    for (int i = 1; i < path.elementCount(); ++i) {
        const QPointF p = path.elementAt(i);
        if (front ? p.x() > best.x() : p.x() < best.x())
            best = p;
    }
    return best;
}

} // namespace

QTransform BodyView::Geometry::to(Croquis::View view) const
{
    return QTransform(k, 0, 0, k, view == Croquis::View::Front ? frontX : backX, top);
}

BodyView::BodyView(QWidget *parent) : Panel(parent), m_croquis(&Croquis::of(Croquis::Body::Man))
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
    describe();
}

void BodyView::setBody(Croquis::Body body)
{
    m_croquis = &Croquis::of(body);
    update();
}

void BodyView::setCodes(std::vector<BodyTape> tapes)
{
    m_tapes = std::move(tapes);
    describe();
    update();
}

void BodyView::setCurrent(const QString &code)
{
    m_current = code;
    describe();
    update();
}

QSize BodyView::sizeHint() const
{
    return {WideAt, 640};
}

QSize BodyView::minimumSizeHint() const
{
    return {180, 240};
}

const BodyTape *BodyView::find(const QString &code) const
{
    const auto it = std::find_if(m_tapes.begin(), m_tapes.end(), [&](const BodyTape &t) { return t.code == code; });
    return it == m_tapes.end() ? nullptr : &*it;
}

void BodyView::describe()
{
    setAccessibleName(tr("Body, front and back"));
    const BodyTape *tape = find(m_current);
    if (!tape)
        setAccessibleDescription({});
    else if (m_croquis->hasTape(tape->code))
        setAccessibleDescription(tr("The tape shows field %1, %2.").arg(tape->number).arg(tape->name));
    else
        setAccessibleDescription(tr("Field %1, %2, is not drawn.").arg(tape->number).arg(tape->name));
}

int BodyView::footerHeight() const
{
    return Theme::instance().boxHeight(44, {TextStyle::Caption});
}

BodyView::Geometry BodyView::geometryNow() const
{
    const bool compact = width() < (WideAt + NarrowAt) / 2;
    const double w = width();
    // The pictures' two sizes, and in between and below on the line through them.
    double k = std::min(0.62, 0.42 + (w - NarrowAt) * (0.62 - 0.42) / (WideAt - NarrowAt));
    k = std::max(k, 0.2);
    const double above = compact ? 36 : 62;
    const double below = compact ? 12 : 38;
    const double paper = height() - footerHeight();
    k = std::min(k, std::max(0.1, (paper - above - below) / Croquis::Height));
    const double spare = std::max(0.0, paper - above - below - k * Croquis::Height);
    const double gap = w * (compact ? 116.0 / NarrowAt : 176.0 / WideAt);
    const double middle = w / 2;
    return {k, above + spare / 2, middle - gap / 2, middle + gap / 2, compact};
}

QString BodyView::codeAt(QPointF point) const
{
    const Geometry g = geometryNow();
    for (const Croquis::View view : Views) {
        const QPointF there = g.to(view).inverted().map(point);
        for (const BodyTape &t : m_tapes) {
            const QPainterPath path = m_croquis->tape(t.code, view);
            if (path.isEmpty() || t.code == m_current)
                continue;
            QPainterPathStroker stroker;
            stroker.setWidth(HitWidth / g.k);
            if (stroker.createStroke(path).contains(there))
                return t.code;
        }
    }
    return {};
}

void BodyView::mousePressEvent(QMouseEvent *event)
{
    const QString code = event->button() == Qt::LeftButton ? codeAt(event->position()) : QString();
    if (!code.isEmpty())
        Q_EMIT tapeClicked(code);
    else
        Panel::mousePressEvent(event);
}

void BodyView::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(codeAt(event->position()).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

bool BodyView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const BodyTape *tape = find(codeAt(help->pos()));
        QToolTip::showText(
            help->globalPos(),
            tape ? tr("%1 %2", "number and name of a measure").arg(tape->number).arg(tape->name) : QString(), this);
        return true;
    }
    return Panel::event(event);
}

void BodyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    Panel::changeEvent(event);
}

void BodyView::paintEvent(QPaintEvent *event)
{
    Panel::paintEvent(event);
    const Geometry g = geometryNow();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight);
    paintPaper(painter, g);
    for (const Croquis::View view : Views) {
        painter.save();
        painter.setTransform(g.to(view), true);
        m_croquis->paint(painter, view, g.k);
        paintTapes(painter, g, view);
        painter.restore();
    }
    paintConnector(painter, g);
    paintFooter(painter, g);
}

void BodyView::paintPaper(QPainter &painter, const Geometry &g) const
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.setPen(theme.color(Role::Muted));
    const double captionY = g.top - (g.compact ? 18 : 42);
    for (const Croquis::View view : Views) {
        const double x = view == Croquis::View::Front ? g.frontX : g.backX;
        painter.drawText(QRectF(x - 80, captionY - 14, 160, 28), Qt::AlignCenter,
                         view == Croquis::View::Front ? tr("Front") : tr("Back"));
    }
    const QColor line = theme.color(Role::Line);
    for (int head = 0; head <= m_croquis->heads(); ++head) {
        const int y = qRound(g.top + double(head * Croquis::Height) / m_croquis->heads() * g.k);
        const int length = head % 2 == 0 ? 8 : 5;
        painter.fillRect(1, y, length, 1, line);
        painter.fillRect(width() - 1 - length, y, length, 1, line);
    }
    painter.fillRect(25, qRound(g.top + Croquis::Height * g.k), width() - 50, 1, line);
}

void BodyView::paintTapes(QPainter &painter, const Geometry &g, Croquis::View view) const
{
    const Theme &theme = Theme::instance();
    QPen dots(theme.color(Role::Outline), 1 / g.k, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({1, 3});
    for (const BodyTape &t : m_tapes) {
        if (t.code != m_current)
            painter.strokePath(m_croquis->tape(t.code, view), dots);
    }
    const QPainterPath path = m_croquis->tape(m_current, view);
    if (path.isEmpty())
        return;
    painter.strokePath(path, QPen(theme.color(Role::Accent), 6 / g.k, Qt::SolidLine, Qt::FlatCap));
    QPen ticks(theme.color(Role::OnPrimary), 2.5 / g.k, Qt::CustomDashLine, Qt::FlatCap);
    ticks.setDashPattern({1 / 2.5, 4 / 2.5}); // in pen widths: 1 px on, 4 off
    ticks.setDashOffset(-3 / 2.5);
    painter.strokePath(path.translated(0, -1.75 / g.k), ticks);
}

void BodyView::paintConnector(QPainter &painter, const Geometry &g) const
{
    const BodyTape *tape = find(m_current);
    const QPainterPath front = m_croquis->tape(m_current, Croquis::View::Front);
    const QPainterPath back = m_croquis->tape(m_current, Croquis::View::Back);
    if (!tape || (front.isEmpty() && back.isEmpty()))
        return;
    const Theme &theme = Theme::instance();
    const int diameter = theme.px(20);
    const QPointF from = front.isEmpty() ? QPointF() : innerEnd(g.to(Croquis::View::Front).map(front), true);
    const QPointF to = back.isEmpty() ? QPointF() : innerEnd(g.to(Croquis::View::Back).map(back), false);
    const double y = front.isEmpty() ? to.y() : back.isEmpty() ? from.y() : (from.y() + to.y()) / 2;
    const QPointF centre(width() / 2.0, y);

    QPen dots(theme.color(Role::Accent), 1.5, Qt::CustomDashLine, Qt::FlatCap);
    dots.setDashPattern({2 / 1.5, 3 / 1.5});
    painter.setPen(dots);
    if (!front.isEmpty() && from.x() < centre.x())
        painter.drawLine(from, centre);
    if (!back.isEmpty() && to.x() > centre.x())
        painter.drawLine(to, centre);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Accent));
    painter.drawEllipse(centre, diameter / 2.0, diameter / 2.0);
    painter.setPen(theme.color(Role::OnPrimary));
    painter.setFont(theme.font(TextStyle::CaptionStrong));
    painter.drawText(QRectF(centre.x() - diameter, centre.y() - diameter, 2 * diameter, 2 * diameter), Qt::AlignCenter,
                     QString::number(tape->number));
}

void BodyView::paintFooter(QPainter &painter, const Geometry &g) const
{
    const Theme &theme = Theme::instance();
    const QRect foot(1, height() - footerHeight() - 1, width() - 2, footerHeight());
    painter.fillRect(QRect(foot.x(), foot.y(), foot.width(), 1), theme.color(Role::Line));
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.color(Role::Muted));
    const QRect text = foot.adjusted(12, 1, -12, 0);
    const QString middle = tr("client's left");
    painter.drawText(text, Qt::AlignCenter, middle);
    const QFontMetrics metrics(painter.font());
    const int half = metrics.horizontalAdvance(middle) / 2;
    const int side = metrics.horizontalAdvance(tr("client's right"));
    const double centre = text.x() + text.width() / 2.0;
    const double y = text.y() + text.height() / 2.0;
    if (!g.compact && text.width() > 2 * (side + half + 40)) {
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute, tr("client's right"));
        painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute, tr("client's right"));
    }
    painter.setPen(QPen(theme.color(Role::Muted), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const double way : {-1.0, 1.0}) {
        const QPointF tip(centre + way * (half + 37), y);
        painter.drawLine(QPointF(centre + way * (half + 22), y), tip);
        painter.drawPolyline(QPolygonF({tip + QPointF(-way * 4.5, -4.5), tip, tip + QPointF(-way * 4.5, 4.5)}));
    }
}

} // namespace thimblely::ui
