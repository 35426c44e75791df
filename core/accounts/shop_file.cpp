// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/shop_file.h"

#include "core/accounts/background.h"
#include "core/storage/location.h"
#include "core/storage/migrator.h"

#include <QFileInfo>

namespace thimblely {

namespace {

Result<ShopFileState> makeReady(const QString &path)
{
    TRY(storage::checkLocation(path));
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound, "storage.no_file", {path}, {}};
    const SystemClock clock;
    TRY_ASSIGN(const storage::MigrationOutcome outcome, storage::Migrator(clock).upgrade(path));
    return outcome == storage::MigrationOutcome::Upgraded ? ShopFileState::Upgraded : ShopFileState::Ready;
}

} // namespace

QFuture<Result<ShopFileState>> openShopFile(const QString &path)
{
    return accounts::runOn<Result<ShopFileState>>(*QThreadPool::globalInstance(), [path] { return makeReady(path); });
}

} // namespace thimblely
