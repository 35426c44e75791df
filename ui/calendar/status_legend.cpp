// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/calendar/status_legend.h"

#include "ui/theme/paint.h"
#include "ui/theme/status.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace thimblely::ui {

namespace {

constexpr int between = 16;
constexpr int beside = 6;

} // namespace

StatusLegend::StatusLegend(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Hexagon: fitting. Diamond: promised"));
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

QSize StatusLegend::sizeHint() const
{
    const QFontMetrics metrics(Theme::instance().font(TextStyle::Body));
    const int words = metrics.horizontalAdvance(tr("fitting")) + metrics.horizontalAdvance(tr("promised"));
    return {words + 2 * (metric::Shape + beside) + between + 2, metrics.height()};
}

void StatusLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    painter.setFont(theme.font(TextStyle::Body));
    int x = 0;
    const auto add = [&](Status status, const QString &word, bool hollow) {
        const QRect box = QStyle::visualRect(layoutDirection(), rect(),
                                             QRect(x, (height() - metric::Shape) / 2, metric::Shape, metric::Shape));
        if (hollow) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(theme.color(Role::Text), 1.3));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(statusShape(status, QRectF(box).adjusted(1, 1, -1, -1)));
        } else {
            paintStatusShape(&painter, status, box, theme.color(foreground(status)));
        }
        x += metric::Shape + beside;
        const int width = painter.fontMetrics().horizontalAdvance(word) + 1;
        painter.setPen(theme.color(Role::Muted));
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height())),
                         textFlags(word, Qt::AlignLeft, layoutDirection()), word);
        x += width + between;
    };
    add(Status::Fitting, tr("fitting"), false);
    add(Status::Today, tr("promised"), true);
}

} // namespace thimblely::ui
