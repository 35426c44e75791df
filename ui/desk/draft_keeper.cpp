// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/desk/draft_keeper.h"

#include "core/changes/write_door.h"

#include <QPromise>

#include <algorithm>
#include <iterator>

namespace thimblely::ui {

namespace {

constexpr int delayMsecs = 300; // a field typed is safe within a second, the disk's own time included

constexpr int againMsecs = 3000; // a full disk is not emptied sooner

} // namespace

struct DraftKeeper::Writer {
    std::unique_ptr<access::ScopedConnection> connection;
    changes::DraftStore store;
};

DraftKeeper::DraftKeeper(const Clock &clock) : m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("drafts"));
    m_desk.moveToThread(&m_thread);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMsecs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::writeWaiting);
}

Result<std::unique_ptr<DraftKeeper>> DraftKeeper::open(const access::Session &session, const Clock &clock,
                                                       const WindowSeat *seat)
{
    auto keeper = begin(session, clock, seat);
    TRY(changes::await(keeper->opened()));
    return keeper;
}

std::unique_ptr<DraftKeeper> DraftKeeper::begin(const access::Session &session, const Clock &clock,
                                                const WindowSeat *seat)
{
    std::unique_ptr<DraftKeeper> keeper(new DraftKeeper(clock));
    keeper->m_thread.start();
    const auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    keeper->m_opened = promise->future();
    keeper->post(
        [keeper = keeper.get(), promise, &session, seat] {
            promise->addResult(keeper->read(session, seat));
            promise->finish();
        },
        Qt::QueuedConnection);
    return keeper;
}

Result<void> DraftKeeper::read(const access::Session &session, const WindowSeat *seat)
{
    TRY_ASSIGN(auto connection, session.openConnection(storage::OpenOptions::Durability::Full));
    auto &opened = *connection;
    m_writer = std::make_unique<Writer>(
        Writer{std::move(connection), changes::DraftStore(opened, m_clock, seat ? seat->number() : 1)});
    TRY_ASSIGN(const auto drafts, m_writer->store.all());
    for (const auto &draft : drafts)
        m_drafts.insert({draft.screen, draft.subject}, draft);
    return seat ? adopt(*seat) : Result<void>();
}

//! What no window has before it any more: here it goes on, or waits where this window has something of its own.
Result<void> DraftKeeper::adopt(const WindowSeat &seat)
{
    TRY_ASSIGN(const auto others, m_writer->store.ofOtherSeats());
    for (const auto &draft : others) {
        if (!seat.isFree(draft.seat))
            continue;
        const Key key{draft.screen, draft.subject};
        if (m_drafts.contains(key)) {
            m_abandoned.push_back(draft);
            continue;
        }
        TRY_ASSIGN(const bool taken, m_writer->store.take(draft));
        if (taken)
            m_drafts.insert(key, draft);
    }
    return {};
}

DraftKeeper::~DraftKeeper()
{
    if (!m_thread.isRunning())
        return;
    flush();
    post([this] { m_writer.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void DraftKeeper::keep(const QByteArray &screen, const QString &subject, const QJsonObject &content)
{
    m_drafts.insert({screen, subject}, {screen, subject, content, m_clock.now()});
    m_waiting.insert({screen, subject}, content);
    if (!m_timer.isActive()) // not restarted at each key: the first of them waits no longer than the last
        m_timer.start();
}

void DraftKeeper::discard(const QByteArray &screen, const QString &subject)
{
    if (m_drafts.remove({screen, subject}) == 0)
        return;
    m_waiting.insert({screen, subject}, std::nullopt);
    if (!m_timer.isActive())
        m_timer.start();
}

std::optional<QJsonObject> DraftKeeper::kept(const QByteArray &screen, const QString &subject) const
{
    const auto found = m_drafts.constFind({screen, subject});
    return found == m_drafts.constEnd() ? std::nullopt : std::optional(found->content);
}

std::vector<changes::DraftStore::Draft> DraftKeeper::all() const
{
    return {m_drafts.cbegin(), m_drafts.cend()};
}

std::vector<changes::DraftStore::Draft> DraftKeeper::abandoned(const QByteArray &screen) const
{
    std::vector<changes::DraftStore::Draft> found;
    std::ranges::copy_if(m_abandoned, std::back_inserter(found),
                         [&](const auto &draft) { return draft.screen == screen; });
    return found;
}

void DraftKeeper::take(const changes::DraftStore::Draft &draft, std::function<void(bool taken)> done)
{
    writeWaiting(); // what waits goes first: it was typed before
    const auto answer = [this, draft, done = std::move(done)](const Result<bool> &taken) {
        if (!taken) {
            Q_EMIT failed(taken.error());
            return;
        }
        std::erase_if(m_abandoned, [&](const auto &other) {
            return other.seat == draft.seat && other.screen == draft.screen && other.subject == draft.subject;
        });
        if (*taken)
            m_drafts.insert({draft.screen, draft.subject}, draft);
        Q_EMIT abandonedChanged();
        done(*taken);
    };
    post(
        [this, draft, answer] {
            const auto taken = m_writer->store.take(draft);
            QMetaObject::invokeMethod(
                this, [answer, taken] { answer(taken); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void DraftKeeper::flush()
{
    m_timer.stop();
    writeWaiting();
    post([] {}, Qt::BlockingQueuedConnection);
}

void DraftKeeper::whenWritten(QObject *context, std::function<void()> done)
{
    m_timer.stop();
    writeWaiting();
    // Behind the writing, and its answer to this thread behind the writing's own.
    post([context, done = std::move(done)] { QMetaObject::invokeMethod(context, done, Qt::QueuedConnection); },
         Qt::QueuedConnection);
}

void DraftKeeper::writeWaiting()
{
    const auto waiting = std::exchange(m_waiting, {});
    m_timer.setInterval(delayMsecs);
    if (!waiting.isEmpty())
        post([this, waiting] { write(waiting); }, Qt::QueuedConnection);
}

void DraftKeeper::write(const QMap<Key, std::optional<QJsonObject>> &waiting)
{
    QMap<Key, std::optional<QJsonObject>> unwritten;
    std::optional<Error> error;
    for (auto draft = waiting.cbegin(); draft != waiting.cend(); ++draft) {
        const Key &key = draft.key();
        const auto done = draft.value() ? m_writer->store.save(key.screen, key.subject, *draft.value())
                                        : m_writer->store.discard(key.screen, key.subject);
        if (!done) {
            unwritten.insert(key, draft.value());
            error = done.error();
        } else if (draft.value()) {
            Q_EMIT saved(key.screen, key.subject, m_clock.now());
        }
    }
    QMetaObject::invokeMethod(
        this,
        [this, unwritten, error] {
            if (error)
                tryAgain(unwritten, *error);
            else
                m_hasFailed = false;
        },
        Qt::QueuedConnection);
}

void DraftKeeper::tryAgain(const QMap<Key, std::optional<QJsonObject>> &unwritten, const Error &error)
{
    for (auto draft = unwritten.cbegin(); draft != unwritten.cend(); ++draft) {
        if (!m_waiting.contains(draft.key())) // what was typed since counts
            m_waiting.insert(draft.key(), draft.value());
    }
    if (!m_timer.isActive()) {
        m_timer.setInterval(againMsecs);
        m_timer.start();
    }
    if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed(error);
}

void DraftKeeper::post(std::function<void()> task, Qt::ConnectionType type)
{
    QMetaObject::invokeMethod(&m_desk, std::move(task), type);
}

} // namespace thimblely::ui
