// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/shop_file.h"

#include "core/access/privileged/principal_store.h"
#include "core/accounts/background.h"
#include "core/accounts/faces.h"
#include "core/storage/location.h"
#include "core/storage/migrator.h"

#include <QFileInfo>

namespace thimblely {

namespace {

Result<ShopFile> makeReady(const QString &path)
{
    TRY(storage::checkLocation(path));
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, "storage.no_file", {path}, {}};
    const SystemClock clock;
    TRY_ASSIGN(storage::Migrator::Opened opened, storage::Migrator(clock).openUpgraded(path));
    access::PrincipalStore store(std::move(opened.connection));
    TRY_ASSIGN(std::vector<Face> faces, accounts::facesOf(store));
    return ShopFile{opened.outcome == storage::MigrationOutcome::Upgraded, std::move(faces)};
}

} // namespace

QFuture<Result<ShopFile>> openShopFile(const QString &path)
{
    return accounts::runOn<Result<ShopFile>>(*QThreadPool::globalInstance(), [path] { return makeReady(path); });
}

} // namespace thimblely
