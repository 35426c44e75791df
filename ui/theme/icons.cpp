// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/icons.h"

#include "resources/init_resources.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPaintDevice>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace thimblely::ui {
namespace {

QString pathOf(const QByteArray &name)
{
    initResources();
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name));
}

//! Keeps name and role, not pixels, so that an icon set once on an action is right after a change of scheme.
class ThemeIconEngine final : public QIconEngine {
public:
    ThemeIconEngine(QByteArray name, Role role, int px) : m_name(std::move(name)), m_role(role), m_px(px) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, m_name, rect, colorFor(mode), qMin(rect.width(), rect.height()));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, colorFor(mode), qMin(size.width(), size.height()), 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return iconPixmap(m_name, colorFor(mode), qMin(size.width(), size.height()), 1);
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return {side, side};
    }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {QSize(m_px, m_px)}; }
    QIconEngine *clone() const override { return new ThemeIconEngine(m_name, m_role, m_px); }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return Theme::instance().color(mode == QIcon::Disabled ? Role::Muted : m_role);
    }

    QByteArray m_name;
    Role m_role;
    int m_px;
};

} // namespace

QIcon icon(const char *name, Role role, int px)
{
    return QIcon(new ThemeIconEngine(name, role, px));
}

bool hasIcon(const QByteArray &name)
{
    return QFile::exists(pathOf(name));
}

QPixmap iconPixmap(const QByteArray &name, const QColor &color, int px, qreal devicePixelRatio)
{
    const QString key = QStringLiteral("thimblely:%1:%2:%3:%4")
                            .arg(QLatin1String(name), color.name(QColor::HexArgb), QString::number(px),
                                 QString::number(devicePixelRatio));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(px, px) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(pathOf(name));
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(pixmap.rect()));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter *painter, const QByteArray &name, const QRect &rect, const QColor &color, int px)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPoint topLeft(rect.x() + (rect.width() - px) / 2, rect.y() + (rect.height() - px) / 2);
    painter->drawPixmap(topLeft, iconPixmap(name, color, px, ratio));
}

QByteArray forwardIconName(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? QByteArrayLiteral("i-left") : QByteArrayLiteral("i-right");
}

} // namespace thimblely::ui
