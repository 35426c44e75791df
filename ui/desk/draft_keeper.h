// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"
#include "core/changes/draft_store.h"
#include "ui/desk/window_seat.h"

#include <QFuture>
#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace thimblely::ui {

/*!
 * Keeps what is being typed: a screen hands its fields over at each change, and within half a second they are on the
 * disk, written on a thread of its own so that a slow disk holds up no key. What was kept comes back at the next start.
 *
 * Each window keeps its own (WindowSeat). What a window left that is not open any more comes back in the next one that
 * opens: by itself where that has nothing of the kind, else it waits in abandoned() until somebody takes it.
 */
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    //! `seat` outlives the keeper; none: the first seat, and nobody else's drafts are looked at.
    static Result<std::unique_ptr<DraftKeeper>> open(const access::Session &session, const Clock &clock,
                                                     const WindowSeat *seat = nullptr);
    //! The same without waiting for what is read: nothing is asked of it until opened() has come out well.
    static std::unique_ptr<DraftKeeper> begin(const access::Session &session, const Clock &clock,
                                              const WindowSeat *seat = nullptr);
    //! What came of reading what was kept before.
    QFuture<Result<void>> opened() const { return m_opened; }
    ~DraftKeeper() override; //!< writes what is still waiting

    void keep(const QByteArray &screen, const QString &subject, const QJsonObject &content);
    void discard(const QByteArray &screen, const QString &subject);
    //! As it was when the program started, and as kept since; read once, from memory afterwards.
    std::optional<QJsonObject> kept(const QByteArray &screen, const QString &subject) const;
    std::vector<changes::DraftStore::Draft> all() const;
    //! What windows that are gone left of this screen while this one had its own; the latest first.
    std::vector<changes::DraftStore::Draft> abandoned(const QByteArray &screen) const;
    //! Makes an abandoned draft this window's, in place of what it had there, and calls `done` on this thread with
    //! whether it was still to be had: another window may have been quicker.
    void take(const changes::DraftStore::Draft &draft, std::function<void(bool taken)> done);
    //! Writes at once what is waiting; returns when it is on the disk. For tests and for closing.
    void flush();
    //! Writes at once what is waiting, and calls `done` on the GUI thread when the disk is through with it; `context`
    //! outlives the keeper.
    void whenWritten(QObject *context, std::function<void()> done);
    //! Whether the last writing could not be done, and waits to be tried again.
    bool hasFailed() const { return m_hasFailed; }

Q_SIGNALS:
    void saved(const QByteArray &screen, const QString &subject, thimblely::Instant at);
    //! Said once; what could not be written is tried again every few seconds until it can.
    void failed(const thimblely::Error &error);
    void abandonedChanged();

private:
    struct Key {
        QByteArray screen;
        QString subject;
        friend bool operator<(const Key &a, const Key &b)
        {
            return std::tie(a.screen, a.subject) < std::tie(b.screen, b.subject);
        }
    };
    struct Writer; // the connection, on m_thread

    explicit DraftKeeper(const Clock &clock);
    Result<void> read(const access::Session &session, const WindowSeat *seat);
    Result<void> adopt(const WindowSeat &seat);
    void writeWaiting();
    void write(const QMap<Key, std::optional<QJsonObject>> &waiting);
    void tryAgain(const QMap<Key, std::optional<QJsonObject>> &unwritten, const Error &error);
    void post(std::function<void()> task, Qt::ConnectionType type);

    const Clock &m_clock;
    QThread m_thread;
    QObject m_desk; // lives on m_thread
    std::unique_ptr<Writer> m_writer;
    QFuture<Result<void>> m_opened;
    QMap<Key, changes::DraftStore::Draft> m_drafts;
    std::vector<changes::DraftStore::Draft> m_abandoned;
    QMap<Key, std::optional<QJsonObject>> m_waiting; // none: to be discarded
    QTimer m_timer;
    bool m_hasFailed = false; // and has said so
};

} // namespace thimblely::ui
