// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/shop_file.h"

#include "core/access/privileged/client_erasure.h"
#include "core/access/privileged/principal_store.h"
#include "core/accounts/faces.h"
#include "core/accounts/own_device.h"
#include "core/base/log.h"
#include "core/changes/erasure_rest.h"
#include "core/storage/location.h"
#include "core/storage/migrator.h"

#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace thimblely {

namespace {

Result<ShopFile> makeReady(const QString &path, std::optional<access::PrincipalStore> &store)
{
    TRY(storage::checkLocation(path));
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, "storage.no_file", {path}, {}};
    const SystemClock clock;
    TRY_ASSIGN(storage::Migrator::Opened opened, storage::Migrator(clock).openUpgraded(path));
    TRY_ASSIGN(const bool newDevice, keepOwnDevice(*opened.connection, FileWitness(), clock));
    if (access::hasUnfinishedErasure(*opened.connection).valueOr(false)) {
        // Where somebody else has the file open just now, it is for who opens it next.
        if (const auto finished = changes::finishErasures(path); !finished)
            qCWarning(lcStorage, "what an erasure left is still to be removed: %s", finished.error().code.constData());
    }
    store.emplace(std::move(opened.connection));
    TRY_ASSIGN(std::vector<Face> faces, accounts::facesOf(*store));
    return ShopFile{opened.outcome == storage::MigrationOutcome::Upgraded, newDevice, std::move(faces)};
}

} // namespace

QFuture<Result<ShopFile>> openShopFile(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<ShopFile>>>();
    promise->start();
    auto future = promise->future();
    QThreadPool::globalInstance()->start([promise, path] {
        std::optional<access::PrincipalStore> store; // closed when the faces are on their way: freeing it takes 1 ms
        auto ready = makeReady(path, store);
        if (!ready)
            qCWarning(lcStorage, "the file was not opened: %s", ready.error().code.constData());
        promise->addResult(std::move(ready));
        promise->finish();
    });
    return future;
}

} // namespace thimblely
