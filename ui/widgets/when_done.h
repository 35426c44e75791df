// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace thimblely::ui {

/*!
 * Calls `done` with the future's result on the GUI thread, unless `context` is gone by then. QFuture::then(context) does
 * not do: Qt 6.4 asserts where the context goes first, as a page does that is closed while the disk is slow.
 */
template <typename T, typename Done>
void whenDone(QFuture<T> future, QObject *context, Done done)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace thimblely::ui
