// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/workspaces/shop_service.h"

#include "core/workspaces/sale_terms.h"
#include "core/workspaces/settings.h"
#include "core/workspaces/shop_writer.h"

namespace thimblely {

namespace {

using changes::Operation;
using changes::WriteContext;

Result<void> writeAskSeller(WriteContext &context, bool asks)
{
    const QString key = QString::fromLatin1(askSellerKey);
    TRY_ASSIGN(const auto before, workspaces::setting(context.connection(), key));
    return (before && before->toBool()) == asks ? Result<void>() : workspaces::setSetting(context, key, asks);
}

} // namespace

QFuture<Result<void>> ShopService::save(ShopFacts facts)
{
    return m_door.write<void>(Operation{"workspace.update"},
                              [facts = std::move(facts)](WriteContext &context) -> Result<void> {
                                  TRY(workspaces::writeProfile(context, facts.profile));
                                  if (facts.hours)
                                      TRY(workspaces::writeHours(context, *facts.hours));
                                  if (facts.places)
                                      TRY(workspaces::writePlaces(context, *facts.places));
                                  return facts.asksSeller ? writeAskSeller(context, *facts.asksSeller) : Result<void>();
                              });
}

} // namespace thimblely
