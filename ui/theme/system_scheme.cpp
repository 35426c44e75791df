// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/system_scheme.h"

#include <QGuiApplication>
#include <QPalette>

#ifdef THIMBLELY_HAS_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace thimblely::ui {

SystemScheme::SystemScheme(QObject *parent) : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_dark = palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
    askPortal();
}

void SystemScheme::take(uint preference)
{
    // 0 says nothing, 1 prefers dark, 2 prefers light.
    if (preference == 0 || m_dark == (preference == 1))
        return;
    m_dark = preference == 1;
    Q_EMIT changed(m_dark);
}

#ifdef THIMBLELY_HAS_DBUS

static const QLatin1String portalGroup("org.freedesktop.appearance");
static const QLatin1String portalKey("color-scheme");

void SystemScheme::askPortal()
{
    // Without an address Qt would try to start a bus of its own.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(portalChanged(QString, QString, QDBusVariant)));
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    message << QString(portalGroup) << QString(portalKey);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (reply.isValid()) {
            // The portal wraps the value twice.
            const QVariant outer = reply.value().variant();
            take(outer.canConvert<QDBusVariant>() ? outer.value<QDBusVariant>().variant().toUInt() : outer.toUInt());
        }
        call->deleteLater();
    });
}

void SystemScheme::portalChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == portalGroup && key == portalKey)
        take(value.variant().toUInt());
}

#else

void SystemScheme::askPortal() {}
void SystemScheme::portalChanged(const QString &, const QString &, const QDBusVariant &) {}

#endif

} // namespace thimblely::ui
