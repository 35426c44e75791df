// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace thimblely::ui {

/*!
 * The folder into which a phone puts its pictures (a synchronised one, or what a cable shows), watched while somebody
 * waits for the next of them. Which one it is belongs to this computer. GUI thread.
 */
class PhoneFolder : public QObject {
    Q_OBJECT

public:
    explicit PhoneFolder(QObject *parent = nullptr);

    //! Empty: none was chosen on this computer, or it is gone.
    static QString path();
    static void setPath(const QString &folder);
    //! The newest pictures there, the latest first.
    static QStringList newest(int most);

    //! What comes in from now on is told once it is whole.
    void watch();
    void stop();
    bool isWatching() const { return m_watching; }

Q_SIGNALS:
    void arrived(const QString &file);

private:
    void look();

    QFileSystemWatcher m_watcher;
    QTimer m_again; // a large picture comes in over a while
    QSet<QString> m_before;
    QHash<QString, qint64> m_growing; // by file, as large as it was last
    bool m_watching = false;
};

} // namespace thimblely::ui
