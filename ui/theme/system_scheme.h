// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QObject>

class QDBusVariant;

namespace thimblely::ui {

//! Whether the desktop asks for dark: the XDG settings portal where there is one, else the palette found at start.
class SystemScheme : public QObject {
    Q_OBJECT
public:
    //! Reads the palette at once; the portal's answer comes later through changed().
    explicit SystemScheme(QObject *parent);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed(bool dark);

private Q_SLOTS:
    void portalChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askPortal();
    void take(uint preference);

    bool m_dark;
};

} // namespace thimblely::ui
