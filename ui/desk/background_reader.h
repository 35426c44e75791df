// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "core/access/session.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace thimblely::ui {

/*!
 * Reads what can take longer than a frame, one after the other on a thread of its own, with a session of that thread's
 * which is opened for the first of them. GUI thread only; its end waits for what is being read and drops the rest.
 */
class BackgroundReader {
public:
    explicit BackgroundReader(const access::Session &session);
    ~BackgroundReader();

    //! What `read` answers, or the error of opening; whenDone() (ui/widgets) brings it back to the GUI thread.
    template <typename T>
    QFuture<Result<T>> read(std::function<Result<T>(access::Session &)> read)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        m_pool.start([this, promise, read = std::move(read)] {
            const auto opened = open();
            promise->addResult(opened ? read(*m_session) : Result<T>(opened.error()));
            promise->finish();
        });
        return promise->future();
    }

private:
    Result<void> open();

    const QString m_path;
    const access::Principal m_principal;
    QThreadPool m_pool;
    std::unique_ptr<access::Session> m_session; // of the pool's one thread
};

} // namespace thimblely::ui
